import { type Measure, PLAN_METRICS, type Quota } from './parts/measure.ts';
import { tidy } from './parts/rounding.ts';

/** Someone's standing in a period, as far as quotas look at it. */
export interface Tenure {
  /** Whole months worked before the period. */
  readonly tenureMonths: number;
  /** Share of the period's workdays that the person was there, 0–1. */
  readonly present: number;
}

/**
 * The quota of one period: a flow's share of the year, cut by ramp and presence; a level's level.
 *
 * @param period which period of the year, from 0
 * @returns null where the measure has no quota
 */
export function periodQuota(
  measure: Measure,
  period: number,
  { tenureMonths, present }: Tenure,
): number | null {
  const { quota, months } = measure;
  if (quota === null) return null;
  if (PLAN_METRICS[measure.metric].kind === 'level') return quota.amount;
  const there = quota.proration === 'workdays' ? present : 1;
  return tidy(quota.amount * quota.seasonality[period]! * rampOf(quota, tenureMonths, months) * there);
}

/** Mean share of the full quota over the months of a period. */
function rampOf(quota: Quota, tenureMonths: number, months: number): number {
  let sum = 0;
  for (let k = 0; k < months; k++) sum += quota.ramp[tenureMonths + k] ?? 1;
  return sum / months;
}

/**
 * Next year's quota after this year's result: raised by `up` of what was above it, lowered by `down` of what was missing.
 */
export function nextQuota(quota: Quota, result: number): number {
  return quota.amount + takenUp(quota.ratchet, result - quota.amount);
}

/** What a ratchet takes up of a result above quota, or below it (negative), in the same unit. */
export function takenUp({ up, down }: Quota['ratchet'], over: number): number {
  return (over > 0 ? up : down) * over;
}
