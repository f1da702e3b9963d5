import type { Localised } from '../kernel/quantity.ts';

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

/** A column of a table, as whoever opens the file is told. */
export interface ColumnMeaning {
  readonly name: string;
  readonly unit: string;
  readonly meaning: Localised;
}

/** What the tables of a run say beside its figures. */
export interface TableNotes {
  /** Code of the money's currency. */
  readonly currency: string;
  /** Columns of the tables, in the order of the layout; of `draws`, the values that `drawn` gives. */
  readonly columns: Readonly<
    Record<'replications' | 'timeline' | 'reps' | 'draws', readonly ColumnMeaning[]>
  >;
  /** Values of the study's uncertain numbers in a draw. */
  readonly drawn: (draw: number) => Float64Array;
}
