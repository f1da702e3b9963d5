import type { NormalStudy } from '../study/normal.ts';

/**
 * What one replication of one alternative leaves behind, as consecutive doubles:
 * metrics | details | timeline (month-major) | reps (seat-major) | spreads (bin by bin).
 */
export interface ResultLayout {
  /** Metric ids, in order (model/metrics.ts). */
  readonly metrics: readonly string[];
  /** Further whole-run figures: per stage (entered, advanced, lost, days), per customer tier, bookings by tenth of the pay period. */
  readonly details: readonly string[];
  /** Months in the horizon, the last possibly part. */
  readonly months: number;
  /** Names of the figures kept per month. */
  readonly timeline: readonly string[];
  readonly seats: number;
  /** Names of the figures kept per seat. */
  readonly reps: readonly string[];
  /** Names of the distributions over people's pay periods, and bins of each (model/tables/tally.ts). */
  readonly spreads: readonly string[];
  readonly bins: number;
  /** Doubles per replication and alternative. */
  readonly size: number;
}

/** The replications of one parameter draw: the unit of work, of the journal and of the statistics. */
export interface UnitResult {
  readonly draw: number;
  /** [replication][alternative][layout.size], replications of this draw in order, alternatives as in the study. */
  readonly data: Float64Array;
}

/** Runs units somewhere: in this thread, on worker threads, on other machines. Results do not depend on where. */
export interface Runner {
  /**
   * Simulates the parameter draws listed, in any order, calling back once for each as it finishes.
   * Rejects with the first error, or with the signal's reason when aborted; units already reported stand.
   */
  run(
    study: NormalStudy,
    draws: readonly number[],
    onUnit: (unit: UnitResult) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  close(): Promise<void>;
}
