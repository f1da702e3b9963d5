import type { ResultLayout, Runner, UnitResult } from '../run/runner.ts';
import { studentHalfWidth } from '../statistics/intervals.ts';
import { nestedVariance } from '../statistics/nested.ts';
import { pairedDifference } from '../statistics/paired.ts';
import type { NormalStudy } from '../study/normal.ts';

/** Figures of finished parameter draws that statistics need: metrics and details, without months and seats. */
export interface Sample {
  /** Draws in the prefix the run stopped at. */
  readonly draws: number;
  readonly replications: number;
  readonly alternatives: number;
  readonly figures: number;
  /** [draw][replication][alternative][figure]. */
  readonly data: Float64Array;
}

/** How far a comparison is. */
export interface CompareProgress {
  /** Replications finished and read, all alternatives together counting once. */
  readonly finished: number;
  /** Replications at the checkpoint being worked towards. */
  readonly target: number;
  /** Half-width now and wanted, of the worst alternative's primary difference; null before the first checkpoint. */
  readonly precision: { readonly now: number; readonly wanted: number } | null;
}

/** What may be asked of a comparison. */
export interface CompareOptions {
  /** Draws already simulated, from a journal. */
  readonly done?: ReadonlySet<number>;
  /** Reads such a draw back. */
  readonly read?: (draw: number) => UnitResult;
  /** Called with every new draw, in the order they finish. */
  readonly onUnit?: (unit: UnitResult) => void;
  readonly onProgress?: (progress: CompareProgress) => void;
  /**
   * Called whenever draws 0 … draws − 1 are all finished, with ever more of them.
   *
   * @param interim what the comparison would be if it ended there
   */
  readonly onDraws?: (draws: number, interim: () => Compared) => void;
  readonly signal?: AbortSignal;
  /** Alternatives, the baseline included, whose precision decides when to stop; all unless said otherwise. */
  readonly judged?: number;
}

/** A finished comparison. */
export interface Compared {
  readonly sample: Sample;
  /** `unfinished` only for what `onDraws` is told. */
  readonly stoppedBy: 'precision' | 'budget' | 'unfinished';
  readonly precision: { readonly now: number; readonly wanted: number };
}

/**
 * Numbers of draws after which stopping is considered: minDraws, then a quarter more each time, up to maxDraws. Fixed
 * by the study alone, so that threads and luck in timing never change the answer.
 */
export function checkpoints(minDraws: number, maxDraws: number): number[] {
  const list: number[] = [];
  for (let at = Math.min(minDraws, maxDraws); at < maxDraws; at = Math.ceil(at * 1.25)) list.push(at);
  list.push(maxDraws);
  return list;
}

/**
 * Simulates parameter draws until the primary metric's difference from the baseline is known as precisely as the study
 * asks, for every alternative, or the budget is spent. Decides only at checkpoints, only on all draws up to there.
 *
 * @throws what the runner throws; units finished before stand in whatever `onUnit` kept
 */
export async function compare(
  study: NormalStudy,
  runner: Runner,
  layout: ResultLayout,
  options: CompareOptions = {},
): Promise<Compared> {
  const replications = study.run.replicationsPerDraw;
  const alternatives = study.alternatives.length;
  const figures = layout.metrics.length + layout.details.length;
  const perDraw = replications * alternatives * figures;
  const plan = checkpoints(study.run.minDraws, study.run.maxDraws);
  const data = new Float64Array(plan[plan.length - 1]! * perDraw);
  const primary = layout.metrics.indexOf(study.run.primary);
  let finished = 0;
  let precision: Compared['precision'] | null = null;
  const arrived = new Uint8Array(plan[plan.length - 1]!);
  let prefix = 0;

  const sampleOf = (draws: number): Sample => {
    return { draws, replications, alternatives, figures, data: data.subarray(0, draws * perDraw) };
  };
  const judged = options.judged ?? alternatives;
  const tellDraws = (draw: number): void => {
    arrived[draw] = 1;
    const before = prefix;
    while (arrived[prefix] === 1) prefix++;
    if (prefix === before) return;
    const sample = sampleOf(prefix);
    options.onDraws?.(prefix, () => ({
      sample,
      stoppedBy: 'unfinished',
      precision: precisionOf(study, sample, primary, judged),
    }));
  };
  const keep = (unit: UnitResult): void => {
    for (let row = 0; row < replications * alternatives; row++) {
      const from = row * layout.size;
      data.set(unit.data.subarray(from, from + figures), unit.draw * perDraw + row * figures);
    }
    finished += replications;
    tellDraws(unit.draw);
  };

  let from = 0;
  for (const draws of plan) {
    const wanted: number[] = [];
    for (let draw = from; draw < draws; draw++) {
      if (options.done?.has(draw) && options.read) keep(options.read(draw));
      else wanted.push(draw);
    }
    const report = (): void => options.onProgress?.({ finished, target: draws * replications, precision });
    report();
    if (wanted.length > 0) {
      await runner.run(
        study,
        wanted,
        (unit) => {
          keep(unit);
          options.onUnit?.(unit);
          report();
        },
        options.signal,
      );
    }
    from = draws;
    const sample = sampleOf(draws);
    precision = precisionOf(study, sample, primary, judged);
    report();
    if (precision.now <= precision.wanted) return { sample, stoppedBy: 'precision', precision };
  }
  const draws = plan[plan.length - 1]!;
  return {
    sample: sampleOf(draws),
    stoppedBy: 'budget',
    precision: precision!,
  };
}

/** One figure of one alternative over the sample, [draw][replication]. */
export function column(sample: Sample, alternative: number, figure: number): Float64Array {
  const rows = sample.draws * sample.replications;
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    values[row] = sample.data[(row * sample.alternatives + alternative) * sample.figures + figure]!;
  }
  return values;
}

/** Widest half-width of the primary metric's differences, and the one asked for. */
function precisionOf(
  study: NormalStudy,
  sample: Sample,
  primary: number,
  judged: number,
): Compared['precision'] {
  const baseline = column(sample, 0, primary);
  const { confidence, precision } = study.run;
  const level = nestedVariance(baseline, sample.replications);
  const wanted = 'amount' in precision ? precision.amount : precision.share * Math.abs(level.mean);
  if (judged === 1) {
    return { now: studentHalfWidth(level.ofMeans, level.drawMeans.length, confidence), wanted };
  }
  let now = 0;
  for (let a = 1; a < judged; a++) {
    const { interval } = pairedDifference(
      column(sample, a, primary),
      baseline,
      sample.replications,
      confidence,
    );
    now = Math.max(now, (interval[1] - interval[0]) / 2);
  }
  return { now, wanted };
}
