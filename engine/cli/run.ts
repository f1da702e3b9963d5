import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Journal, PoolRunner } from '../batch/index.ts';
import {
  type Compared,
  compare,
  type ExplainPlan,
  type Explanation,
  explainStudy,
  explanations,
  type Result,
  summarise,
} from '../experiment/index.ts';
import { Failure } from '../kernel/failure.ts';
import type { Language } from '../kernel/format.ts';
import { ENGINE_VERSION } from '../kernel/version.ts';
import { jsonText, RunFolder, readFinished } from '../results/index.ts';
import { layoutOf } from '../run/index.ts';
import { fingerprint, type NormalStudy, readStudy, withOptions } from '../study/index.ts';
import { comparisonText, nameOf } from './comparison.ts';
import { shortPath, studyFiles } from './files.ts';
import { usageFailure } from './options.ts';
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
    interrupted: (dir: string) =>
      `Interrupted. Nothing finished is lost. Go on with: schemelab run --resume ${dir}`,
  },
  zh: {
    saved: (dir: string) => `结果保存在 ${dir}`,
    resumed: (n: number) => `继续运行：已有 ${n} 组参数抽样完成。`,
    unfinished: (dir: string) => `${dir} 有同一研究未完成的运行；继续请用：schemelab run --resume ${dir}`,
    interrupted: (dir: string) => `已中断，完成的部分不会丢失。继续请用：schemelab run --resume ${dir}`,
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
    show(command, study as NormalStudy, result as ResultWithWhy);
    say(WORDS[command.lang].saved(shortPath(dir)));
    return 0;
  }
  const { folder, study } = opened;
  const stopping = new AbortController();
  const stop = (): void => {
    // A second signal does not wait for anything.
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const result = await simulate(command, folder, study, stopping.signal, say);
    if (result === null) {
      process.stderr.write(`${WORDS[command.lang].interrupted(shortPath(folder.dir))}\n`);
      return 130;
    }
    show(command, study, result);
    say(WORDS[command.lang].saved(shortPath(folder.dir)));
    return 0;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** A result, with its explanation when the study asks for one. */
interface ResultWithWhy extends Result {
  explanations?: readonly Explanation[];
}

function show(command: RunCommand, study: NormalStudy, result: ResultWithWhy): void {
  if (command.json) process.stdout.write(jsonText({ ...result, ...command.beside }));
  else if (!command.quiet) {
    const all = command.all === true;
    process.stdout.write(`${comparisonText(study, result, command.lang, all, process.stdout.columns)}\n\n`);
    if (result.explanations !== undefined) {
      const name = (id: string): string => nameOf(study, id, command.lang);
      process.stdout.write(`${whyText(study, result.explanations, name, command.lang).join('\n')}\n\n`);
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
      command.replications !== undefined
    ) {
      throw usageFailure(
        '--resume goes on with a run as it was begun; it takes neither a study nor --out, --seed, --why or --replications.',
        '--resume 按原样继续运行，不能同时给出研究文件、--out、--seed、--why 或 --replications。',
      );
    }
    const folder = RunFolder.resume(command.resume, {
      engine: ENGINE_VERSION,
      fingerprint: (study) => fingerprint(study as NormalStudy),
    });
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
  };
  const written = readStudy(command.study, studyFiles);
  const study = withOptions(command.change?.(written) ?? written, overrides);
  const hash = fingerprint(study);
  const dir = command.out ?? freeName(command, hash, say);
  const folder = RunFolder.create(dir, {
    engine: ENGINE_VERSION,
    title: study.title,
    hash,
    seed: study.run.seed,
    source: studyFiles.read(command.study, null)!.text,
    study,
    alternatives: study.alternatives.length,
    replicationsPerDraw: study.run.replicationsPerDraw,
    options: overrides,
    created: now(),
    machine: machineOf(command),
  });
  return { folder, study: folder.study as NormalStudy };
}

/** runs/STUDY-HASH, with a number behind it when that is taken. */
function freeName(command: RunCommand, hash: string, say: (text: string) => void): string {
  const name = basename(command.study!, extname(command.study!)).replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const stem = join('runs', `${name}-${hash.slice(0, 8)}`);
  for (let k = 1; k <= MOST_NAMES; k++) {
    const dir = k === 1 ? stem : `${stem}-${k}`;
    const partial = existsSync(`${dir}.partial`);
    if (partial) say(WORDS[command.lang].unfinished(dir));
    if (!partial && !existsSync(dir)) return dir;
  }
  throw usageFailure(`${stem}: too many runs of the same name.`, `${stem}：同名运行过多。`);
}

/** Simulates until done; null when interrupted. The folder is finished or left for later. */
async function simulate(
  command: RunCommand,
  folder: RunFolder,
  study: NormalStudy,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<ResultWithWhy | null> {
  const layout = layoutOf(study);
  const { replicationsPerDraw, maxDraws } = study.run;
  // Further alternatives for the explanation stand behind the study's own and change nothing about those.
  const plan: ExplainPlan = study.run.explain ? explainStudy(study) : { study, parts: [] };
  const alternatives = plan.study.alternatives.map((one) => one.id);
  const hash = folder.manifest.study.hash;
  const runner = new PoolRunner({ threads: command.threads });
  const view = new ProgressView(
    {
      write: (text) => command.quiet || process.stderr.write(text),
      terminal: process.stderr.isTTY === true,
      now: () => performance.now(),
    },
    command.lang,
    maxDraws * replicationsPerDraw,
  );
  let journal: Journal | null = null;
  try {
    const kept = (journal = Journal.open(folder.journalPath, {
      engine: ENGINE_VERSION,
      fingerprint: hash,
      doubles: replicationsPerDraw * alternatives.length * layout.size,
    }));
    if (command.resume !== undefined) say(WORDS[command.lang].resumed(kept.done.size));
    let compared: Compared;
    try {
      compared = await compare(plan.study, runner, layout, {
        judged: study.alternatives.length,
        done: new Set(kept.done),
        read: (draw) => kept.read(draw),
        onUnit: (unit) => kept.append(unit),
        onProgress: (progress) => view.update(progress),
        signal,
      });
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
    view.end();
    const result: ResultWithWhy = summarise(study, compared, { engine: ENGINE_VERSION, hash });
    if (study.run.explain) result.explanations = explanations(plan, compared, layout);
    folder.finish({
      result,
      units: {
        draws: compared.sample.draws,
        replicationsPerDraw,
        alternatives,
        layout,
        read: (draw) => kept.read(draw),
        close: () => kept.close(),
      },
      finished: now(),
      machine: machineOf(command),
    });
    return result;
  } finally {
    view.end();
    journal?.close();
    folder.release();
    await runner.close();
  }
}

function machineOf(command: RunCommand): Record<string, unknown> {
  return { threads: command.threads, node: process.version, system: `${process.platform} ${process.arch}` };
}

/** The time, ISO 8601; it goes into the manifest's clock and nowhere else. */
function now(): string {
  return new Date(performance.timeOrigin + performance.now()).toISOString();
}
