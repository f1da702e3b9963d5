/**
 * Runs, one at a time, in a process beside the server: interim results, tables and files take seconds, and the server must
 * answer meanwhile. The simulation itself runs on further threads that this process starts.
 */
import { linkSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { PoolRunner, peekJournal } from '../../engine/batch/index.ts';
import { conductRun, expectedReplications, resumeRun, takeDraws } from '../../engine/conduct/index.ts';
import type { CompareProgress } from '../../engine/experiment/index.ts';
import { Failure } from '../../engine/kernel/failure.ts';
import { ENGINE_VERSION } from '../../engine/kernel/version.ts';
import type { RunFolder } from '../../engine/results/index.ts';
import { draftStudy, type NormalStudy, PRESETS } from '../../engine/study/index.ts';
import type { RunProgress } from '../contract/index.ts';
import { runFailureOf } from './failures.ts';
import { firstLook } from './first-look.ts';
import { serveParent } from './process.ts';
import { idleProgress } from './run-entry.ts';
import type { RunNews, RunTask } from './run-task.ts';

/** Milliseconds between two reports of progress, and between two interim results. */
const PROGRESS_EVERY = 250;
const SUMMARY_EVERY = 400;

/** An interim result may take this share of the time; the more there is to summarise, the rarer it is. */
const SUMMARY_SHARE = 0.1;

/** Draws that must be new, as a share of those before, for another interim result to tell anything. */
const NEWS = 1.15;

/** Journals larger than this are not kept: making the run finer simulates its draws again. */
const LARGEST_KEPT = 512 * 1024 * 1024;

/** Replications of warming up: enough for the compiler to have seen everything often. */
const WARM_UP = 6;

/** Milliseconds in which the process of a server that was killed has surely ended, and let go of its run. */
const PATIENCE = 10_000;

/** Workers of the run; they start before there is anything to do. */
const threads = Number(process.argv[2]);

// What is finished is on disk, whenever this ends.
const tell = serveParent<RunNews>();

const runner = new PoolRunner({ threads });

/** Turns the engine's progress into what is told, with rate and time left. */
class Told {
  readonly #most: number;
  #first: { readonly at: number; readonly finished: number } | null = null;
  last: RunProgress | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  of(progress: CompareProgress): RunProgress {
    const at = performance.now();
    this.#first ??= { at, finished: progress.finished };
    const expected = expectedReplications(progress, this.#most);
    const seconds = (at - this.#first.at) / 1000;
    const done = progress.finished - this.#first.finished;
    const rate = done > 0 && seconds > 0 ? done / seconds : null;
    const { precision } = progress;
    const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);
    return (this.last = {
      finished: progress.finished,
      expected,
      most: this.#most,
      rate,
      secondsLeft: rate === null ? null : Math.max(0, expected - progress.finished) / rate,
      precision: precision === null ? null : { now: finite(precision.now), wanted: finite(precision.wanted) },
    });
  }
}

async function work(task: RunTask, signal: AbortSignal): Promise<void> {
  const folder = await takeUp(task.dir, signal);
  if (folder === null) {
    tell({ kind: 'stopped' });
    return;
  }
  if (task.draws !== null) takeDraws(folder, task.draws.journal, task.draws.hash);
  const study = folder.study as NormalStudy;
  const { run } = study;
  const fresh = task.draws === null && (peekJournal(folder.journalPath)?.units ?? 0) === 0;
  if (fresh) await lookFirst(study, folder.manifest.study.hash, signal);
  const told = new Told(run.maxDraws * run.replicationsPerDraw);
  let lastProgress = Number.NEGATIVE_INFINITY;
  let nextSummary = 0;
  let enough = 1;
  const result = await conductRun(folder, {
    runner,
    threads,
    signal,
    onProgress: (progress) => {
      const now = performance.now();
      const news = told.of(progress);
      if (now - lastProgress < PROGRESS_EVERY) return;
      lastProgress = now;
      tell({ kind: 'progress', progress: news });
    },
    onDraws: (draws, interim) => {
      const begun = performance.now();
      if (begun < nextSummary || draws < enough) return;
      const finished = draws * run.replicationsPerDraw;
      const before = told.last ?? told.of({ finished, target: finished, precision: null });
      const interimResult = interim();
      const rough = {
        ...interimResult,
        warnings: interimResult.warnings.filter((one) => one !== 'precision-not-reached'),
      };
      tell({ kind: 'summary', progress: { ...before, finished }, result: JSON.stringify(rough) });
      const cost = performance.now() - begun;
      nextSummary = performance.now() + Math.max(SUMMARY_EVERY, cost / SUMMARY_SHARE);
      enough = Math.max(draws + 1, Math.ceil(draws * NEWS));
    },
    onSimulated: (path) => keepJournal(path, task.keep),
  });
  if (result === null) tell({ kind: 'stopped' });
  else tell({ kind: 'done', replications: result.run.replications, result: JSON.stringify(result) });
}

/** Tells a first look, if it is worth its while. What goes wrong with it the run itself will tell. */
async function lookFirst(study: NormalStudy, hash: string, signal: AbortSignal): Promise<void> {
  const identity = { engine: ENGINE_VERSION, hash };
  const first = await firstLook(study, { runner, threads, signal, identity }).catch(() => null);
  if (first === null) return;
  tell({ kind: 'summary', progress: idleProgress(study, 0, false), result: JSON.stringify(first) });
}

/**
 * Takes up a run; the process of an earlier server may be about to let go of it. Null when stopped before.
 *
 * @throws Failure as resumeRun does
 */
async function takeUp(dir: string, signal: AbortSignal): Promise<RunFolder | null> {
  for (const begun = performance.now(); ; await pause(100)) {
    if (signal.aborted) return null;
    try {
      return resumeRun(dir);
    } catch (error) {
      const held = error instanceof Failure && error.code === 'run-in-use';
      if (!held || performance.now() - begun > PATIENCE) throw error;
    }
  }
}

/** A second name for the journal, which its folder is about to lose. Without one, finer runs begin anew. */
function keepJournal(path: string, keep: string): void {
  try {
    if (statSync(path).size > LARGEST_KEPT) return;
    rmSync(keep, { force: true });
    linkSync(path, keep);
  } catch {
    // Some file systems know no second names.
  }
}

/** Simulates something nobody asked for, so that the workers have the simulation compiled when somebody does. */
async function warmUp(signal: AbortSignal): Promise<void> {
  const draft = draftStudy(PRESETS[0]!);
  const study = { ...draft, run: { ...draft.run, replicationsPerDraw: WARM_UP } };
  const draws = Array.from({ length: threads }, (_, draw) => draw);
  await runner.run(study, draws, () => {}, signal);
}

/** What is being done, to be stopped: warming up at first. */
let current = new AbortController();
warmUp(current.signal).catch(() => {
  // A task came first; or the simulation is broken, which that task will tell.
});

process.on('message', (message: RunTask | 'stop') => {
  current.abort();
  if (message === 'stop') return;
  current = new AbortController();
  work(message, current.signal).catch((error: unknown) => {
    const log = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ kind: 'failed', ...runFailureOf(error), log });
  });
});
