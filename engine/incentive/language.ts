/**
 * The pay-plan language in its normal form: what a plan file means once everything it leaves out is filled in.
 *
 * A plan measures things (`measures`), pays for them (`components`), adds extras deal by deal, and says when the money
 * reaches people (`timing`). Nothing here is implicit: every table says whether it is marginal, and every component who
 * gets what exactly on a boundary.
 */
import type { Localised } from '../kernel/quantity.ts';
import type { Club, InstantAward, Kicker, Promotion, Spiff } from './parts/extras.ts';
import type { Gate, Limit, Modifier, RateChange, Threshold } from './parts/limits.ts';
import type { Measure } from './parts/measure.ts';
import type { Boundary, Payout } from './parts/payout.ts';
import type { Rounding } from './parts/rounding.ts';
import type { Timing } from './parts/timing.ts';

export type * from './parts/extras.ts';
export type * from './parts/limits.ts';
export type * from './parts/measure.ts';
export type * from './parts/payout.ts';
export type { Rounding, RoundingMode } from './parts/rounding.ts';
export type * from './parts/timing.ts';

/**
 * One thing a plan pays for. In order: the payout, with the rate changed above `rateChanges`; nothing below the
 * threshold; no more beyond the caps and no less than the floor; the gates; the modifiers; the caps marked as coming
 * after them.
 */
export interface Component {
  readonly id: string;
  readonly title: Localised;
  /** Measure by id. */
  readonly measure: string;
  /** Share of target variable pay that this component is meant to pay at target, 0–1; 0 where it comes on top. */
  readonly weight: number;
  /** Factor on all it pays: a half for a component that is one of two halves. */
  readonly factor: number;
  readonly payout: Payout;
  /** Who gets what exactly on a boundary of the payout, or exactly at the threshold. */
  readonly boundary: Boundary;
  readonly threshold: Threshold | null;
  readonly rateChanges: readonly RateChange[];
  readonly caps: readonly Limit[];
  /** Least the component pays in a period, in money; null for none. Nothing is guaranteed behind a closed gate. */
  readonly floor: number | null;
  readonly gates: readonly Gate[];
  readonly modifiers: readonly Modifier[];
  /** Caps that hold after gates and modifiers. */
  readonly capsAfter: readonly Limit[];
}

/** A limit on all variable pay. */
export interface PlanLimit {
  /** In money, or as a multiple of target variable pay. */
  readonly of: { readonly money: number } | { readonly target: number };
  /** Held against every statement, or against the year so far. */
  readonly over: 'statement' | 'year';
}

/** A pay plan. */
export interface Plan {
  readonly id: string;
  readonly title: Localised | null;
  /** ISO code of the currency of every amount. */
  readonly currency: string;
  /** A month. */
  readonly salary: number;
  /** Variable pay a year when every target is just met; null where the plan names none. */
  readonly targetPay: number | null;
  readonly measures: readonly Measure[];
  readonly components: readonly Component[];
  readonly kickers: readonly Kicker[];
  readonly spiffs: readonly Spiff[];
  readonly awards: readonly InstantAward[];
  readonly club: Club | null;
  readonly promotion: Promotion | null;
  readonly cap: PlanLimit | null;
  readonly floor: PlanLimit | null;
  readonly timing: Timing;
  readonly rounding: {
    /** Null where attainment is taken as it is. */
    readonly attainment: Rounding | null;
    readonly money: Rounding;
  };
}

/** The measure of that id. @throws RangeError when the plan has none: a plan that was read always has */
export function measureOf(plan: Plan, id: string): Measure {
  const found = plan.measures.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`plan “${plan.id}” has no measure “${id}”`);
  return found;
}

/** Months between statements: the shortest period of anything measured; a month where nothing is. */
export function statementMonths(plan: Plan): number {
  return plan.measures.reduce((least, one) => Math.min(least, one.months), plan.measures.length > 0 ? 12 : 1);
}
