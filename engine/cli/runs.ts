import { existsSync } from 'node:fs';
import { peekJournal } from '../batch/index.ts';
import type { Language } from '../kernel/format.ts';
import { ENGINE_VERSION } from '../kernel/version.ts';
import { type ListedRun, listRuns } from '../results/index.ts';
import { shortPath } from './files.ts';
import { textTable } from './text-table.ts';

const WORDS = {
  en: {
    head: ['Run', 'State', 'Replications', 'Seed', 'Begun', 'Study'],
    finished: 'finished',
    stopped: 'stopped: --resume goes on',
    foreign: (engine: string) => `stopped; engine ${engine} can go on`,
    running: 'running',
    none: (dir: string) => `No runs in ${dir}.`,
  },
  zh: {
    head: ['运行', '状态', '模拟次数', '种子', '开始时间', '研究'],
    finished: '已完成',
    stopped: '已中断：可用 --resume 继续',
    foreign: (engine: string) => `已中断；需用引擎 ${engine} 继续`,
    running: '运行中',
    none: (dir: string) => `${dir} 中没有运行记录。`,
  },
} as const;

/** The runs of a folder, oldest first. */
export function runsText(dir: string, language: Language, json: boolean): string {
  const runs = existsSync(dir)
    ? listRuns(dir, { engine: ENGINE_VERSION, drawsDone: (path) => peekJournal(path)?.units ?? 0 })
    : [];
  if (json) return JSON.stringify(runs, null, 2);
  const words = WORDS[language];
  if (runs.length === 0) return words.none(dir);
  const state = (run: ListedRun): string =>
    run.state === 'finished'
      ? words.finished
      : run.state === 'running'
        ? words.running
        : run.resumable
          ? words.stopped
          : words.foreign(run.engine);
  return textTable(
    words.head,
    runs.map((run) => [
      shortPath(run.dir),
      state(run),
      String(run.replications),
      run.seed,
      run.created.slice(0, 16).replace('T', ' '),
      run.title[language],
    ]),
    ['left', 'left', 'right', 'left', 'left', 'left'],
  ).join('\n');
}
