import type { Customers } from './measure.ts';

/** Which deals count; every condition given must hold. */
export interface DealTest {
  readonly customers: Customers;
  readonly termMonthsAtLeast: number | null;
  readonly prepaid: boolean | null;
  readonly product: string | null;
  readonly valueAtLeast: number | null;
  readonly discountAtMost: number | null;
}

/** Money a deal, or a share of its value. */
export type PerDeal = { readonly flat: number } | { readonly rate: number };

/** Extra pay on deals of a kind, as long as the plan lasts. */
export interface Kicker {
  readonly id: string;
  readonly when: DealTest;
  readonly pays: PerDeal;
  /** Most deals it is paid for in a year; null without limit. */
  readonly maxCount: number | null;
}

/** Extra pay for a while: a kicker with a window and a budget. */
export interface Spiff extends Kicker {
  /** Months of the plan year, 1–12, both included. */
  readonly window: { readonly from: number; readonly to: number };
  /** Most it may cost the company in all; null without limit. */
  readonly budget: number | null;
}

/** A small sum on the spot for each deal of a kind; paid with the deal, outside of caps. */
export interface InstantAward {
  readonly id: string;
  readonly when: DealTest;
  readonly amount: number;
}

/** A trip or the like for a year above a mark; worth `value` to who gets it, and not paid in cash. */
export interface Club {
  readonly measure: string;
  /** Attainment over the year. */
  readonly at: number;
  readonly value: number;
}

/** Salary rises after so many periods in a row at or above a mark. */
export interface Promotion {
  readonly measure: string;
  readonly at: number;
  readonly periods: number;
  /** Factor on salary. */
  readonly salaryTimes: number;
}
