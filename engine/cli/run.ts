import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { PoolRunner } from '../batch/index.ts';
import { beginRun, conductRun, type ExplainedResult, resumeRun } from '../conduct/index.ts';
import { Failure, isSystemError, systemReason } from '../kernel/failure.ts';
import type { Language } from '../kernel/format.ts';
import { isFree, jsonText, type RunFolder, readFinished } from '../results/index.ts';
import { fingerprint, type NormalStudy, readStudy, withOptions } from '../study/index.ts';
import { comparisonText, nameOf } from './comparison.ts';
import { shortPath, studyFiles } from './files.ts';
import { usageFailure } from './options.ts';
import { payText } from './pay.ts';
import { ProgressView } from './progress.ts';
import { whyText } from './why.ts';

/** `schemelab run` as it was asked for. */
export interface RunCommand {
  readonly study: string | undefined;
  readonly seed?: string;
  readonly replications?: number;
  readonly threads: number;
  readonly out?: string;
  readonly resume?: string;
  readonly json?: boolean;
  readonly all?: boolean;
  /** Take every alternative apart into its steps. */
  readonly why?: boolean;
  /** Tell what every plan pays, person by person. */
  readonly pay?: boolean;
  readonly quiet?: boolean;
  readonly lang: Language;
  /** What is simulated in place of the study as it was read. */
  readonly change?: (study: NormalStudy) => NormalStudy;
  /** What `--json` prints beside the result. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

const WORDS = {
  en: {
    saved: (dir: string) => `Results are in ${dir}`,
    resumed: (n: number) => `Going on with ${n} parameter draws already finished.`,
    unfinished: (dir: string) =>
      `An unfinished run of this very study is at ${dir}; to go on with it: schemelab run --resume ${dir}`,
    stopping:
      'Stopping at the end of the simulated day; finished parameter draws are kept. Ctrl-C again stops at once.',
    interrupted: (dir: string) =>
      `Interrupted. Nothing finished is lost. Go on with: schemelab run --resume ${dir}`,
    kept: (dir: string) => ` What is finished is kept; when that is mended: schemelab run --resume ${dir}`,
  },
  zh: {
    saved: (dir: string) => `结果保存在 ${dir}`,
    resumed: (n: number) => `继续运行：已有 ${n} 组参数抽样完成。`,
    unfinished: (dir: string) => `${dir} 有同一研究未完成的运行；继续请用：schemelab run --resume ${dir}`,
    stopping: '将在当前模拟日结束时停止，已完成的参数抽样会保留。再按一次 Ctrl-C 立即停止。',
    interrupted: (dir: string) => `已中断，完成的部分不会丢失。继续请用：schemelab run --resume ${dir}`,
    kept: (dir: string) => `已完成的部分已保留；排除问题后可继续：schemelab run --resume ${dir}`,
  },
} as const;

/** Names of a new run's folder tried before giving up. */
const MOST_NAMES = 10_000;

/** Simulates a study, or goes on with one; prints the comparison, also of a run finished before. Returns the exit status, 0 or 130. */
export async function runStudy(command: RunCommand): Promise<number> {
  const say = (text: string): void => {
    if (!command.quiet) process.stderr.write(`${text}\n`);
  };
  let opened: ReturnType<typeof open>;
  try {
    opened = open(command, say);
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'run-finished')) throw error;
    const { dir, study, result } = readFinished(command.resume!);
    show(command, study as NormalStudy, result as ExplainedResult);
    say(WORDS[command.lang].saved(shortPath(dir)));
    return 0;
  }
  const { folder, study } = opened;
  const words = WORDS[command.lang];
  const stopping = new AbortController();
  const stop = (): void => {
    const again = stopping.signal.aborted;
    const told = again ? words.interrupted(shortPath(folder.dir)) : words.stopping;
    // Over the progress bar, where there is one.
    process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[2K' : ''}${told}\n`);
    // A second signal does not wait for anything.
    if (again) process.exit(130);
    stopping.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const result = await simulate(command, folder, study, stopping.signal, say);
    if (result === null) {
      process.stderr.write(`${words.interrupted(shortPath(folder.dir))}\n`);
      return 130;
    }
    show(command, study, result);
    say(words.saved(shortPath(folder.dir)));
    return 0;
  } catch (error) {
    throw keptUntil(error, shortPath(folder.dir));
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** A failure that leaves the folder to be resumed says so; any other error stays what it is. */
function keptUntil(error: unknown, dir: string): unknown {
  const failed = error instanceof Failure ? error : isSystemError(error) ? diskFailure(error) : null;
  if (failed === null || !['disk', 'journal-write', 'journal-corrupt'].includes(failed.code)) return error;
  const { en, zh } = failed.text;
  return new Failure(failed.code, { en: en + WORDS.en.kept(dir), zh: zh + WORDS.zh.kept(dir) }, error);
}

function diskFailure(error: Error & { readonly path?: string }): Failure {
  const { en, zh } = systemReason(error);
  const at = error.path === undefined ? '' : shortPath(error.path);
  return new Failure('disk', { en: `${at}: ${en}.`, zh: `${at}：${zh}。` }, error);
}

function show(command: RunCommand, study: NormalStudy, result: ExplainedResult): void {
  if (command.json) process.stdout.write(jsonText({ ...result, ...command.beside }));
  else if (!command.quiet) {
    const all = command.all === true;
    process.stdout.write(`${comparisonText(study, result, command.lang, all, process.stdout.columns)}\n\n`);
    if (result.explanations !== undefined) {
      const name = (id: string): string => nameOf(study, id, command.lang);
      process.stdout.write(`${whyText(study, result.explanations, name, command.lang).join('\n')}\n\n`);
    }
    if (result.pay !== undefined) {
      const lines = payText(study, result.pay, result.paySplit ?? [], command.lang);
      process.stdout.write(`${lines.join('\n')}\n\n`);
    }
  }
}

/** The folder to work in and the study to simulate: a new one, or one that was stopped. */
function open(command: RunCommand, say: (text: string) => void): { folder: RunFolder; study: NormalStudy } {
  if (command.resume !== undefined) {
    if (
      command.study !== undefined ||
      command.out !== undefined ||
      command.seed !== undefined ||
      command.why !== undefined ||
      command.pay !== undefined ||
      command.replications !== undefined
    ) {
      throw usageFailure(
        '--resume goes on with a run as it was begun; it takes neither a study nor --out, --seed, --why, --pay or --replications.',
        '--resume 按原样继续运行，不能同时给出研究文件、--out、--seed、--why、--pay 或 --replications。',
      );
    }
    const folder = resumeRun(command.resume);
    return { folder, study: folder.study as NormalStudy };
  }
  if (command.study === undefined) {
    throw usageFailure(
      'Which study? Give a study file, or --resume RUN.',
      '请给出研究文件，或用 --resume 继续。',
    );
  }
  const overrides = {
    ...(command.seed === undefined ? {} : { seed: command.seed }),
    ...(command.replications === undefined ? {} : { replications: command.replications }),
    ...(command.why ? { explain: true as const } : {}),
    ...(command.pay ? { payReport: true as const } : {}),
  };
  const written = readStudy(command.study, studyFiles);
  const study = withOptions(command.change?.(written) ?? written, overrides);
  const folder = beginRun({
    dir: command.out ?? freeName(command, fingerprint(study), say),
    study,
    source: studyFiles.read(command.study, null)!.text,
    options: overrides,
    threads: command.threads,
  });
  return { folder, study: folder.study as NormalStudy };
}

/** runs/STUDY-HASH, with a number behind it when that is taken. */
function freeName(command: RunCommand, hash: string, say: (text: string) => void): string {
  const name = basename(command.study!, extname(command.study!)).replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const stem = join('runs', `${name}-${hash.slice(0, 8)}`);
  for (let k = 1; k <= MOST_NAMES; k++) {
    const dir = k === 1 ? stem : `${stem}-${k}`;
    if (isFree(dir)) return dir;
    if (existsSync(`${dir}.partial`)) say(WORDS[command.lang].unfinished(dir));
  }
  throw usageFailure(`${stem}: too many runs of the same name.`, `${stem}：同名运行过多。`);
}

/** Simulates until done, showing how far it is; null when interrupted. */
async function simulate(
  command: RunCommand,
  folder: RunFolder,
  study: NormalStudy,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<ExplainedResult | null> {
  const { threads } = command;
  const runner = new PoolRunner({ threads });
  const view = new ProgressView(
    {
      write: (text) => command.quiet || process.stderr.write(text),
      terminal: process.stderr.isTTY === true,
      now: () => performance.now(),
    },
    command.lang,
    study.run.maxDraws * study.run.replicationsPerDraw,
  );
  try {
    return await conductRun(folder, {
      runner,
      threads,
      signal,
      onResumed: (draws) => {
        if (command.resume !== undefined) say(WORDS[command.lang].resumed(draws));
      },
      onProgress: (progress) => view.update(progress),
      onSimulated: () => view.end(),
    });
  } finally {
    view.end();
    await runner.close();
  }
}
