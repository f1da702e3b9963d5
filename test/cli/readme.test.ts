import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStudy } from '../../engine/study/index.ts';
import { ROOT, schemelab } from './command-line.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

test('the study that the README shows is a sound one', () => {
  const blocks = [...README.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
  expect(blocks.length).toBe(1);
  const study = readStudy('README.yaml', { read: (file) => ({ file, text: blocks[0]! }) });
  expect(study.alternatives.map((one) => one.id)).toEqual([
    'baseline',
    'uncapped',
    'key-accounts-and-lifecycle',
  ]);
});

test('every command that the README names exists, and every file it links to', async () => {
  const help = (await schemelab(['--help'], ROOT)).stdout;
  const verbs = new Set([...README.matchAll(/`(?:npx )?schemelab ([a-z]+)/g)].map((match) => match[1]!));
  expect(verbs.size).toBeGreaterThanOrEqual(4);
  for (const verb of verbs) expect(help).toMatch(new RegExp(`^ +${verb} `, 'm'));
  for (const [, path] of README.matchAll(/\]\(([^)#:]+)\)/g)) {
    expect(() => readFileSync(join(ROOT, path!)), path).not.toThrow(/ENOENT/);
  }
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const [, script] of README.matchAll(/npm run ([a-z:]+)/g)) expect(scripts).toHaveProperty(script!);
});
