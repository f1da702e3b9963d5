import { Journal, peekJournal } from '../batch/index.ts';
import {
  type Compared,
  type CompareProgress,
  compare,
  type ExplainPlan,
  type Explanation,
  explainStudy,
  explanations,
  type PayOutcome,
  type PaySplit,
  type PaySplitPlan,
  payReport,
  paySplitStudy,
  paySplits,
  type Result,
  summarise,
} from '../experiment/index.ts';
import { ENGINE_VERSION } from '../kernel/version.ts';
import { RunFolder, type TableNotes } from '../results/index.ts';
import { columnsOf, drawnValues, layoutOf, type Runner, uncertainNumbers } from '../run/index.ts';
import { fingerprint, type NormalStudy } from '../study/index.ts';

/** A result, with its explanation and what its plans pay when the study asks for them. */
export interface ExplainedResult extends Result {
  explanations?: readonly Explanation[];
  pay?: readonly PayOutcome[];
  paySplit?: readonly PaySplit[];
}

/** Who conducts a run, and what he wants to hear of it. None of it changes the result. */
export interface Conduct {
  readonly runner: Runner;
  readonly threads: number;
  /** An abort leaves the folder to be resumed. */
  readonly signal: AbortSignal;
  /** Called before the first draw. @param draws finished earlier, and taken from the journal */
  readonly onResumed?: (draws: number) => void;
  readonly onProgress?: (progress: CompareProgress) => void;
  /**
   * Called whenever draws 0 … draws − 1 are all finished, so with ever more of them.
   *
   * @param interim makes the result of those draws, which takes a while
   */
  readonly onDraws?: (draws: number, interim: () => Result) => void;
  /** Called when nothing is left to simulate, before the results are written. */
  readonly onSimulated?: (journalPath: string) => void;
}

/** A run about to begin. */
export interface Beginning {
  /** Where the finished run will be. */
  readonly dir: string;
  readonly study: NormalStudy;
  /** The study file's own text. */
  readonly source: string;
  /** Options that changed the study. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly threads: number;
}

/** Begins the folder of a run. @throws Failure as RunFolder.create does */
export function beginRun({ dir, study, source, options, threads }: Beginning): RunFolder {
  return RunFolder.create(dir, {
    engine: ENGINE_VERSION,
    title: study.title,
    hash: fingerprint(study),
    seed: study.run.seed,
    source,
    study,
    alternatives: study.alternatives.length,
    replicationsPerDraw: study.run.replicationsPerDraw,
    options,
    created: now(),
    machine: machineOf(threads),
  });
}

/** Takes up a run that was interrupted. @throws Failure as RunFolder.resume does */
export function resumeRun(dir: string): RunFolder {
  return RunFolder.resume(dir, {
    engine: ENGINE_VERSION,
    fingerprint: (study) => fingerprint(study as NormalStudy),
  });
}

/**
 * Simulates the study of a folder until done, and finishes the folder; null when interrupted, with the folder left for
 * later. The folder is released either way; the runner is not closed.
 *
 * @throws what the simulation, the journal and the folder throw
 */
export async function conductRun(folder: RunFolder, conduct: Conduct): Promise<ExplainedResult | null> {
  const study = folder.study as NormalStudy;
  const layout = layoutOf(study);
  const { replicationsPerDraw } = study.run;
  const { plan, split, whole } = withFurther(study);
  const alternatives = whole.alternatives.map((one) => one.id);
  const identity = { engine: ENGINE_VERSION, hash: folder.manifest.study.hash };
  let journal: Journal | null = null;
  try {
    const kept = (journal = Journal.open(
      folder.journalPath,
      journalIdentity(study, identity.hash, alternatives.length),
    ));
    conduct.onResumed?.(kept.done.size);
    let compared: Compared;
    try {
      compared = await compare(whole, conduct.runner, layout, {
        judged: study.alternatives.length,
        done: new Set(kept.done),
        read: (draw) => kept.read(draw),
        onUnit: (unit) => kept.append(unit),
        ...(conduct.onProgress === undefined ? {} : { onProgress: conduct.onProgress }),
        ...(conduct.onDraws === undefined
          ? {}
          : {
              onDraws: (draws: number, interim: () => Compared) =>
                conduct.onDraws!(draws, () => summarise(study, interim(), identity)),
            }),
        signal: conduct.signal,
      });
    } catch (error) {
      if (conduct.signal.aborted) return null;
      throw error;
    }
    conduct.onSimulated?.(folder.journalPath);
    const result: ExplainedResult = summarise(study, compared, identity);
    if (study.run.explain) result.explanations = explanations(plan, compared, layout);
    if (split !== null) {
      result.pay = payReport(study, layout, compared.sample.draws, (draw) => kept.read(draw));
      result.paySplit = paySplits(split, compared, layout);
    }
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
      notes: tableNotes(study),
      finished: now(),
      machine: machineOf(conduct.threads),
    });
    return result;
  } finally {
    journal?.close();
    folder.release();
  }
}

/**
 * Begins the journal of a run with the draws of another that differs only in how many are wanted, so that they need
 * not be simulated again: a draw depends on the study's seed and its number alone.
 *
 * @param folder of the new run, nothing simulated yet
 * @param journalPath of the other run, as `onSimulated` names it, or a copy
 * @param hash of the other run's study
 * @returns draws taken over; 0 when the journal is not there any more
 */
export function takeDraws(folder: RunFolder, journalPath: string, hash: string): number {
  const study = folder.study as NormalStudy;
  const alternatives = withFurther(study).whole.alternatives.length;
  if (peekJournal(journalPath) === null) return 0;
  const from = Journal.open(journalPath, journalIdentity(study, hash, alternatives));
  const to = Journal.open(
    folder.journalPath,
    journalIdentity(study, folder.manifest.study.hash, alternatives),
  );
  try {
    for (const draw of from.done) to.append(from.read(draw));
    return from.done.size;
  } finally {
    from.close();
    to.close();
  }
}

/**
 * A study with the further alternatives that its explanation and the split of its pay cost need. They stand behind the
 * study's own and change nothing about those.
 */
function withFurther(study: NormalStudy): {
  readonly plan: ExplainPlan;
  readonly split: PaySplitPlan | null;
  readonly whole: NormalStudy;
} {
  const plan: ExplainPlan = study.run.explain ? explainStudy(study) : { study, parts: [] };
  const split = study.run.payReport ? paySplitStudy(plan.study, study.alternatives.length) : null;
  return { plan, split, whole: split?.study ?? plan.study };
}

/** What the tables of a study's run say beside its figures. */
export function tableNotes(study: NormalStudy): TableNotes {
  const numbers = uncertainNumbers(study);
  return {
    currency: study.currency,
    columns: columnsOf(study),
    drawn: (draw) => drawnValues(study, numbers, draw),
  };
}

function journalIdentity(study: NormalStudy, hash: string, alternatives: number) {
  return {
    engine: ENGINE_VERSION,
    fingerprint: hash,
    doubles: study.run.replicationsPerDraw * alternatives * layoutOf(study).size,
  };
}

function machineOf(threads: number): Record<string, unknown> {
  return { threads, node: process.version, system: `${process.platform} ${process.arch}` };
}

/** The time, ISO 8601; it goes into the manifest's clock and nowhere else. */
function now(): string {
  return new Date(performance.timeOrigin + performance.now()).toISOString();
}
