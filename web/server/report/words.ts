import type { Language } from '../../../engine/kernel/format.ts';

/** What the report says of itself. */
export interface ReportWords {
  readonly verdicts: string;
  readonly about: string;
  readonly table: string;
  readonly again: string;
  readonly run: string;
  readonly study: string;
  readonly made: (size: string, reps: number, engine: string, seed: string) => string;
}

export const WORDS: Readonly<Record<Language, ReportWords>> = {
  en: {
    verdicts: 'Verdicts',
    about: 'What is this?',
    table: 'As a table',
    again: 'The same result, to the byte, on a command line',
    run: 'The run, with charts to choose from',
    study: 'The study',
    made: (size, reps, engine, seed) =>
      `${reps} salespeople; ${size} Engine ${engine}, seed “${seed}”. A simulated answer is an argument, not a proof: try a change small before you roll it out.`,
  },
  zh: {
    verdicts: '结论',
    about: '这是什么？',
    table: '以表格查看',
    again: '用命令行逐字节重现同一结果',
    run: '本次运行（可自选图表）',
    study: '研究文件',
    made: (size, reps, engine, seed) =>
      `${reps} 名销售；${size}引擎 ${engine}，随机种子“${seed}”。模拟结果是论据而非证明：推开之前请先小范围试行。`,
  },
};
