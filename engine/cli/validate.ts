import { counted, type Language } from '../kernel/format.ts';
import { fingerprint, type NormalStudy, readStudy } from '../study/index.ts';
import { studyFiles } from './files.ts';
import { textTable } from './text-table.ts';

const WORDS = {
  en: {
    sound: (file: string) => `${file} is a sound study.`,
    head: ['Alternative', 'Practices', 'Pay plan'],
    none: 'none',
    company: (s: NormalStudy) =>
      `${counted(s.reps, 'rep')} in ${counted(s.teamNames.length, 'team')} · ${s.context} · ${s.currency} · horizon ${s.run.horizonDays} workdays, warm-up ${s.run.warmupDays}`,
    run: (s: NormalStudy) =>
      `at least ${s.run.minDraws} and at most ${s.run.maxDraws} parameter draws of ${counted(s.run.replicationsPerDraw, 'replication')}`,
  },
  zh: {
    sound: (file: string) => `${file} 是合格的研究文件。`,
    head: ['备选', '做法', '薪酬方案'],
    none: '无',
    company: (s: NormalStudy) =>
      `${s.teamNames.length} 个团队共 ${s.reps} 名销售 · ${s.context} · ${s.currency} · 期间 ${s.run.horizonDays} 个工作日，预热 ${s.run.warmupDays} 个`,
    run: (s: NormalStudy) =>
      `参数抽样 ${s.run.minDraws} 至 ${s.run.maxDraws} 组，每组模拟 ${s.run.replicationsPerDraw} 次`,
  },
} as const;

/** Checks a study and says what it was understood to be. @throws ProblemsError with everything that is wrong */
export function validateText(file: string, language: Language, json: boolean): string {
  const study = readStudy(file, studyFiles);
  if (json) return JSON.stringify({ valid: true, hash: fingerprint(study), study }, null, 2);
  const words = WORDS[language];
  const rows = study.alternatives.map((one) => [
    one.name === null ? one.id : `${one.id} (${one.name[language]})`,
    one.adoptions.map((a) => a.scheme).join(', ') || words.none,
    one.pay.id,
  ]);
  return [
    words.sound(file),
    '',
    study.title[language],
    words.company(study),
    words.run(study),
    '',
    ...textTable(words.head, rows, ['left', 'left', 'left']),
    '',
    `sha256 ${fingerprint(study)}`,
  ].join('\n');
}
