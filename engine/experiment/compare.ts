import type { ResultLayout, Runner, UnitResult } from '../run/runner.ts';
import type { NormalStudy } from '../study/normal.ts';
import { type Derived, derive, derivedOf } from './derived.ts';
import type { Sample } from './sample.ts';
import { checkpoints, type Precision, type StoppedBy, Stopping } from './stopping.ts';

export { column, type Sample } from './sample.ts';
export { checkpoints, type StoppedBy } from './stopping.ts';

/** How far a comparison is. */
export interface CompareProgress {
  /** Replications finished and read, all alternatives together counting once. */
  readonly finished: number;
  /** Replications at the checkpoint being worked towards. */
  readonly target: number;
  /** At the last checkpoint; null before the first. */
  readonly precision: Precision | null;
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
  /** Alternatives, the baseline included, that decide when to stop; all unless said otherwise. */
  readonly judged?: number;
}

/** A finished comparison. */
export interface Compared {
  readonly sample: Sample;
  /** Where the sample's rows hold what was worked out beside metrics and details. */
  readonly derived: Derived;
  /** `unfinished` only for what `onDraws` is told. */
  readonly stoppedBy: StoppedBy;
  /** At the last checkpoint; null before the first. */
  readonly precision: Precision | null;
}

/**
 * Simulates parameter draws until the primary metric's difference from the baseline is decided, or known as precisely as
 * the study asks, for every alternative, or the budget is spent. Stops only at checkpoints, on all draws up to there.
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
  const read = layout.metrics.length + layout.details.length;
  const derived = derivedOf(layout);
  const { figures } = derived;
  const perDraw = replications * alternatives * figures;
  const plan = checkpoints(study.run.minDraws, study.run.maxDraws);
  const data = new Float64Array(plan[plan.length - 1]! * perDraw);
  const stopping = new Stopping(study, layout.metrics, options.judged ?? alternatives);
  let finished = 0;
  let precision: Precision | null = null;
  const arrived = new Uint8Array(plan[plan.length - 1]!);
  let prefix = 0;

  const sampleOf = (draws: number): Sample => {
    return { draws, replications, alternatives, figures, data: data.subarray(0, draws * perDraw) };
  };
  const tellDraws = (draw: number): void => {
    arrived[draw] = 1;
    const before = prefix;
    while (arrived[prefix] === 1) prefix++;
    if (prefix === before) return;
    const sample = sampleOf(prefix);
    options.onDraws?.(prefix, () => ({
      sample,
      derived,
      stoppedBy: 'unfinished',
      precision,
    }));
  };
  const keep = (unit: UnitResult): void => {
    for (let row = 0; row < replications * alternatives; row++) {
      const from = row * layout.size;
      const out = data.subarray(
        unit.draw * perDraw + row * figures,
        unit.draw * perDraw + (row + 1) * figures,
      );
      out.set(unit.data.subarray(from, from + read));
      const today = (row - (row % alternatives)) * layout.size;
      derive(unit.data, layout, from, today, study, out);
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
    const { stop, precision: reached } = stopping.at(sample);
    precision = reached;
    report();
    if (plan.length > 1 && stop !== null) return { sample, derived, stoppedBy: stop, precision };
  }
  const stoppedBy = plan.length > 1 ? 'budget' : 'fixed';
  return { sample: sampleOf(plan[plan.length - 1]!), derived, stoppedBy, precision };
}
