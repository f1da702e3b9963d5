/** A study to begin with is written to a new file, or a sentence says why not. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newStudy, writeNewStudy } from '../../engine/cli/new.ts';
import { Failure } from '../../engine/kernel/failure.ts';
import { emptyFolder } from './command-line.ts';

function refusal(file: string): Failure {
  try {
    writeNewStudy(file, 'insurance', 'en');
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('why a file cannot be written is said in words, in both languages, and nothing is written', () => {
  const folder = emptyFolder();
  const lost = join(folder, 'nowhere', 'new.yaml');
  expect(refusal(lost).text).toEqual({
    en: `${lost}: cannot be written: there is no such file or folder.`,
    zh: `${lost}：无法写入：没有此文件或文件夹。`,
  });
  expect(refusal(folder).in('en')).toBe(`${folder} exists already; expected a new name.`);
  expect(readdirSync(folder)).toEqual([]);
});

test('comments in Chinese keep to the signs of Chinese', () => {
  expect(newStudy('insurance', 'zh')).toMatch(/；常规值/);
  expect(newStudy('insurance', 'zh')).not.toMatch(/; 常规值/);
});
