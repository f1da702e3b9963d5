import { statSync } from 'node:fs';
import { peekJournal } from '../batch/index.ts';
import { Failure, systemReason } from '../kernel/failure.ts';
import { harmless, type Language } from '../kernel/format.ts';
import { ENGINE_VERSION } from '../kernel/version.ts';
import {
  FILES,
  type FileFault,
  faultText,
  type ListedRun,
  listRuns,
  readFinished,
  verifyRun,
} from '../results/index.ts';
import { fingerprint, type NormalStudy } from '../study/index.ts';
import { shortPath } from './files.ts';
import { usageFailure } from './options.ts';
import { textTable } from './text-table.ts';

const WORDS = {
  en: {
    head: ['Run', 'State', 'Replications', 'Seed', 'Begun', 'Study'],
    finished: 'finished',
    stopped: 'stopped: --resume goes on',
    foreign: (engine: string) => `stopped; engine ${engine} can go on`,
    running: 'running',
    none: (dir: string) => `No runs in ${dir}.`,
    damaged: (dirs: string) => `Cannot be read, their manifest is damaged: ${dirs}`,
    sound: 'every file is what was written',
    unfinished: 'not finished: nothing to compare yet',
  },
  zh: {
    head: ['运行', '状态', '模拟次数', '种子', '开始时间', '研究'],
    finished: '已完成',
    stopped: '已中断：可用 --resume 继续',
    foreign: (engine: string) => `已中断；需用引擎 ${engine} 继续`,
    running: '运行中',
    none: (dir: string) => `${dir} 中没有运行记录。`,
    damaged: (dirs: string) => `清单已损坏、无法读取：${dirs}`,
    sound: '所有文件与写入时一致',
    unfinished: '尚未完成，暂无可核对的内容',
  },
} as const;

/** Where runs are put and looked for unless a folder is named. */
export const USUAL_FOLDER = 'runs';

/** The runs of a folder, oldest first. @throws Failure `usage` when it is not a folder that can be read */
export function runsText(dir: string, language: Language, json: boolean): string {
  const { runs, damaged } = runsIn(dir);
  if (json) return JSON.stringify(runs, null, 2);
  const words = WORDS[language];
  const lines = runs.length === 0 ? [words.none(dir)] : table(runs, language);
  if (damaged.length > 0)
    lines.push('', words.damaged(damaged.map(shortPath).join(language === 'zh' ? '、' : ', ')));
  return lines.join('\n');
}

function table(runs: readonly ListedRun[], language: Language): string[] {
  const words = WORDS[language];
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
      harmless(run.seed),
      run.created.slice(0, 16).replace('T', ' '),
      harmless(run.title[language]),
    ]),
    ['left', 'left', 'right', 'left', 'left', 'left'],
  );
}

/** What a run is found to be when its files are compared with its manifest. */
interface Verified {
  readonly dir: string;
  readonly state: 'sound' | 'damaged' | 'unfinished';
  readonly faults: readonly FileFault[];
}

/** Every run of a folder, or one run, compared with its manifest. @throws Failure `usage` as runsText does */
export function verifyText(
  dir: string,
  language: Language,
  json: boolean,
): { readonly text: string; readonly sound: boolean } {
  const words = WORDS[language];
  const runs = verified(dir);
  const sound = runs.every((run) => run.state !== 'damaged');
  if (json) return { text: JSON.stringify(runs, null, 2), sound };
  if (runs.length === 0) return { text: words.none(dir), sound };
  const lines = runs.map(({ dir: at, state, faults }) => {
    const told = faults.map((fault) => faultText(fault)[language]).join(language === 'zh' ? '；' : '; ');
    return [shortPath(at), state === 'damaged' ? told : words[state]];
  });
  const width = Math.max(...lines.map(([name]) => name!.length));
  return { text: lines.map(([name, told]) => `${name!.padEnd(width)}  ${told}`).join('\n'), sound };
}

function verified(dir: string): Verified[] {
  const one = verifyOne(dir);
  if (one !== null) return [one];
  const { runs, damaged } = runsIn(dir);
  return [
    ...damaged.map((at): Verified => ({ dir: at, state: 'damaged', faults: verifyRun(at, FILES) })),
    ...runs.map(
      (run): Verified =>
        run.state === 'finished' ? verifyOne(run.dir)! : { dir: run.dir, state: 'unfinished', faults: [] },
    ),
  ];
}

/** A finished run by itself; null where none is. */
function verifyOne(dir: string): Verified | null {
  const faults = verifyRun(dir, FILES);
  if (faults.length === 1 && faults[0]!.file === 'manifest.json' && faults[0]!.kind === 'missing')
    return null;
  if (faults.length === 0 && !sayTheSame(dir)) faults.push({ file: 'manifest.json', kind: 'changed' });
  return { dir, state: faults.length === 0 ? 'sound' : 'damaged', faults };
}

/** Whether the manifest, the study and the result of a run name the same study. */
function sayTheSame(dir: string): boolean {
  const { manifest, study, result } = readFinished(dir);
  const { hash } = manifest.study;
  return (
    fingerprint(study as NormalStudy) === hash &&
    (result as { study?: { hash?: string } }).study?.hash === hash
  );
}

function runsIn(dir: string): { readonly runs: readonly ListedRun[]; readonly damaged: readonly string[] } {
  const damaged: string[] = [];
  const stat = statSync(dir, { throwIfNoEntry: false });
  // Before the first run there is no folder of runs; one that somebody names must be there.
  if (stat === undefined && dir === USUAL_FOLDER) return { runs: [], damaged };
  if (stat === undefined)
    throw usageFailure(
      `${dir}: found nothing there; expected a folder of runs, such as “${USUAL_FOLDER}”.`,
      `${dir}：不存在；应为存放运行记录的文件夹，如 ${USUAL_FOLDER}。`,
    );
  if (!stat.isDirectory())
    throw usageFailure(
      `${dir}: found a file; expected a folder of runs, such as “runs”.`,
      `${dir}：这是文件，应为存放运行记录的文件夹，如 runs。`,
    );
  try {
    const runs = listRuns(dir, {
      engine: ENGINE_VERSION,
      drawsDone: (path) => peekJournal(path)?.units ?? 0,
      onDamaged: (at) => damaged.push(at),
    });
    return { runs, damaged };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { en, zh } = systemReason(error);
    throw usageFailure(`${dir}: cannot be read: ${en}.`, `${dir}：无法读取：${zh}。`);
  }
}
