import type { Localised } from '../../kernel/quantity.ts';

/** What a table is read by: attainment (result ÷ quota) or the result itself. */
export type Axis = 'attainment' | 'amount';

/**
 * Who gets what exactly on a boundary: a result that just reaches it (`at-or-above`), or only one beyond it (`above`).
 */
export type Boundary = 'at-or-above' | 'above';

/** What a number in a table is a multiple of: the component's target pay, money, or the period's salary. */
export type PaidIn = 'target' | 'money' | 'salary';

/** A tier begins at `from` and ends where the next one begins. */
export interface Tier {
  readonly from: number;
  readonly rate: number;
}

/** What a rate applies to: credit, credit as a multiple of the rate that earns target pay at quota, or a unit (money). */
export type RateOf = 'credit' | 'base-rate' | 'unit';

/** A rate for each tier: on what falls into it (marginal), or on the whole result (whole-period). */
export interface Rates {
  readonly kind: 'rates';
  readonly axis: Axis;
  readonly apply: 'marginal' | 'whole-period';
  readonly of: RateOf;
  /** The first from 0. */
  readonly tiers: readonly Tier[];
  /** Only the part of the result above this point is paid for; 0 for all of it. */
  readonly excessOver: number;
}

/** Pay read off a curve: nothing is assumed outside the points. */
export interface Curve {
  readonly kind: 'curve';
  readonly axis: Axis;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly interpolation: 'linear' | 'step';
  /** Below the first point: nothing, or as at it. */
  readonly below: 'nothing' | 'level';
  /** Above the last point: as at it, or on along the last line. */
  readonly above: 'level' | 'onward';
  readonly in: PaidIn;
}

/** Lumps for results reached. */
export interface StepBonus {
  readonly kind: 'bonus';
  readonly axis: Axis;
  readonly steps: readonly { readonly at: number; readonly amount: number }[];
  /** Whether the highest step reached is paid, or all of those reached. */
  readonly stack: 'highest' | 'sum';
  readonly in: PaidIn;
}

/** A table of two measures. Rows by the component's own, columns by another. */
export interface Matrix {
  readonly kind: 'matrix';
  readonly axis: Axis;
  /** Where rows begin (step), or where they stand (linear); ascending. Below the first: nothing. */
  readonly rows: readonly number[];
  /** Measure of the columns, by id, and how they are read. */
  readonly across: string;
  readonly acrossAxis: Axis;
  readonly columns: readonly number[];
  /** One row of cells for each of `rows`. */
  readonly cells: readonly (readonly number[])[];
  readonly interpolation: 'step' | 'linear';
  readonly in: PaidIn | 'credit';
}

/** Prizes by rank. */
export interface Rank {
  readonly kind: 'rank';
  /** Ranked by attainment or by result. */
  readonly axis: Axis;
  readonly among: 'team' | 'region' | 'company';
  /** Money for the first, the second, …: as many prizes as winners. */
  readonly prizes: readonly number[];
  /** Who reaches less wins nothing; null for no condition. */
  readonly minimum: number | null;
  /** Equals share the prizes of the ranks they take up, or each get the best of them. */
  readonly ties: 'share' | 'best';
}

/** Team against team: each member of the better one gets the prize, each of the other pays the stake. */
export interface TeamMatch {
  readonly kind: 'match';
  readonly axis: Axis;
  readonly prize: number;
  /** Taken from each member of the losing team; 0 for none. */
  readonly stake: number;
}

/** A pot divided among a group. */
export interface Pool {
  readonly kind: 'pool';
  readonly among: 'team' | 'region' | 'company';
  /** Money a period, or a share of the measure's result. */
  readonly size: { readonly money: number } | { readonly share: number };
  readonly divide: 'equally' | 'by-result' | 'by-attainment';
}

/** Agreed goals with weights; the component's target pay is earned by the weighted score. */
export interface Goals {
  readonly kind: 'goals';
  readonly goals: readonly { readonly id: string; readonly title: Localised; readonly weight: number }[];
  /** A goal counts as far as it was reached, or only when it was reached whole. */
  readonly scoring: 'proportional' | 'all-or-nothing';
}

/** How a component turns a result into pay. */
export type Payout = Rates | Curve | StepBonus | Matrix | Rank | TeamMatch | Pool | Goals;

/** Payouts that are functions of results, not of what others do. */
export type OwnPayout = Rates | Curve | StepBonus | Matrix;
