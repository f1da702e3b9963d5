/** An advance on variable pay, a month. */
export interface Draw {
  readonly amount: number;
  /** Whether what was not earned is owed and taken from later pay. */
  readonly recoverable: boolean;
  /** Last month of tenure with a draw; null for always. */
  readonly untilMonth: number | null;
}

/** Variable pay is at least this share of target in the first months of tenure. */
export interface Guarantee {
  readonly months: number;
  readonly share: number;
}

/** Pay on a sale that is cancelled (or returned, or never paid) within the window is taken back. */
export interface Clawback {
  readonly windowMonths: number;
  /** In proportion to the part of the term not served, or all of it. */
  readonly method: 'pro-rata' | 'full';
}

/** This share of pay on a sale waits until its cash is in. */
export interface Holdback {
  readonly share: number;
}

/** This share of variable pay waits until a month of the plan year (12: its end). */
export interface Deferral {
  readonly share: number;
  readonly releaseMonth: number;
}

/** How variable pay reaches people. */
export interface Timing {
  readonly draw: Draw | null;
  readonly guarantee: Guarantee | null;
  readonly clawback: Clawback | null;
  readonly holdback: Holdback | null;
  readonly deferral: Deferral | null;
}

/** Paid at once, nothing advanced, nothing taken back. */
export const AT_ONCE: Timing = {
  draw: null,
  guarantee: null,
  clawback: null,
  holdback: null,
  deferral: null,
};
