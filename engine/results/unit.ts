/** How the doubles of a replication of one alternative are laid out: metrics | details | months | seats, and what no table holds. */
export interface UnitLayout {
  readonly metrics: readonly string[];
  readonly details: readonly string[];
  readonly months: number;
  /** Names of the figures kept per month. */
  readonly timeline: readonly string[];
  readonly seats: number;
  /** Names of the figures kept per seat. */
  readonly reps: readonly string[];
  /** Doubles in all. */
  readonly size: number;
}

/** Finished draws, wherever they are kept. */
export interface Units {
  /** Draws 0 … draws − 1 are the run: those it stopped at, whatever else has been simulated. */
  readonly draws: number;
  readonly replicationsPerDraw: number;
  /** Ids, in the order of the data. */
  readonly alternatives: readonly string[];
  readonly layout: UnitLayout;
  /** The data of a draw: [replication][alternative][layout.size]. */
  readonly read: (draw: number) => { readonly data: Float64Array };
  /** Called once all have been read, before the folder with the journal is renamed. */
  readonly close?: () => void;
}
