/** `schemelab new`: a study to begin with. */
import { writeFileSync } from 'node:fs';
import { systemReason } from '../kernel/failure.ts';
import type { Language } from '../kernel/format.ts';
import { presetById, starterStudy } from '../study/index.ts';
import { usageFailure } from './options.ts';

/** The study of an industry's usual firm as text. @throws RangeError for an industry that is not known */
export function newStudy(context: string, language: Language): string {
  const preset = presetById(context);
  if (preset === undefined) throw new RangeError(`no industry ${context}`);
  return starterStudy(preset, language);
}

/**
 * Writes such a study to a new file.
 *
 * @throws Failure `usage` where the file exists already, or cannot be written
 */
export function writeNewStudy(file: string, context: string, language: Language): string {
  try {
    writeFileSync(file, newStudy(context, language), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw usageFailure(`${file} exists already; expected a new name.`, `${file} 已存在，请换一个名称。`);
    const { en, zh } = systemReason(error);
    throw usageFailure(`${file}: cannot be written: ${en}.`, `${file}：无法写入：${zh}。`);
  }
  return language === 'zh'
    ? `已写入 ${file}。请填入贵公司的数字，然后运行：schemelab run ${file}`
    : `Wrote ${file}. Put in your company’s numbers, then: schemelab run ${file}`;
}
