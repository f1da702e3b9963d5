import type { PayPlan } from '../../engine/incentive/plan.ts';
import { normalCdf, normalDensity } from '../../engine/kernel/normal.ts';

/**
 * A plan's variable pay for one period as a piecewise-linear function of attainment x = credit ÷ quota: segment k runs
 * from breaks[k] to breaks[k+1] (the last without end) and pays slopes[k] per unit of credit; at bonusAt a lump is paid.
 */
export interface PayTable {
  readonly breaks: Float64Array;
  readonly slopes: Float64Array;
  /** Lump paid once attainment reaches bonusAt, in money. */
  readonly bonus: number;
  readonly bonusAt: number;
}

/** Compiles a plan. Nothing is paid below the threshold or above the cap; credit is never negative. */
export function payTable(plan: PayPlan): PayTable {
  const cap = plan.cap ?? Number.POSITIVE_INFINITY;
  const points = [0, plan.threshold, plan.acceleratorFrom, cap]
    .filter((x, i, all) => Number.isFinite(x) && all.indexOf(x) === i)
    .sort((a, b) => a - b);
  const slopes = points.map((x) => {
    if (x < plan.threshold || x >= cap) return 0;
    return plan.commission * (x >= plan.acceleratorFrom ? plan.accelerator : 1);
  });
  return {
    breaks: Float64Array.from(points),
    slopes: Float64Array.from(slopes),
    bonus: cap >= 1 ? plan.bonus : 0,
    bonusAt: 1,
  };
}

/** Variable pay for a period's credit against its quota, in money. */
export function payout(table: PayTable, credit: number, quota: number): number {
  if (!(quota > 0)) return 0;
  const x = credit / quota;
  const { breaks, slopes } = table;
  let sum = 0;
  for (let k = 0; k < breaks.length; k++) {
    if (x <= breaks[k]!) break;
    const to = k + 1 < breaks.length ? Math.min(x, breaks[k + 1]!) : x;
    sum += slopes[k]! * (to - breaks[k]!) * quota;
  }
  return x >= table.bonusAt ? sum + table.bonus : sum;
}

/**
 * Expected pay for one more unit of credit when the period's credit is Normal(mean, sd²):
 * Σ slope_k·[Φ((b_{k+1} − μ)/σ) − Φ((b_k − μ)/σ)] + bonus·φ((b − μ)/σ)/σ, with breaks in money.
 * As sd → 0 the slope where the forecast stands; a lump at the very spot then counts nothing.
 */
export function expectedMarginal(table: PayTable, mean: number, sd: number, quota: number): number {
  if (!(quota > 0)) return 0;
  const { breaks, slopes } = table;
  const n = breaks.length;
  if (!(sd > 1e-9 * quota)) {
    let k = 0;
    while (k + 1 < n && mean / quota >= breaks[k + 1]!) k++;
    return slopes[k]!;
  }
  let sum = 0;
  // Credit below 0 cannot be: what the normal puts there belongs to the first segment.
  let before = 0;
  for (let k = 0; k < n; k++) {
    const upto = k + 1 < n ? normalCdf((breaks[k + 1]! * quota - mean) / sd) : 1;
    sum += slopes[k]! * (upto - before);
    before = upto;
  }
  if (table.bonus !== 0) sum += (table.bonus * normalDensity((table.bonusAt * quota - mean) / sd)) / sd;
  return sum;
}

/** Expected variable pay when credit is Normal(mean, sd²), the first segment's line extended below 0. */
export function expectedPayout(table: PayTable, mean: number, sd: number, quota: number): number {
  if (!(quota > 0)) return 0;
  const { breaks, slopes } = table;
  if (!(sd > 1e-9 * quota)) return payout(table, mean, quota);
  // ∫ from b of (x − b)·density is σ·[φ(z) + zΦ(z)] with z = (μ − b)/σ; a change of slope at b pays that times the change.
  let sum = slopes[0]! * mean;
  for (let k = 1; k < breaks.length; k++) {
    const z = (mean - breaks[k]! * quota) / sd;
    sum += (slopes[k]! - slopes[k - 1]!) * sd * (normalDensity(z) + z * normalCdf(z));
  }
  return sum + table.bonus * normalCdf((mean - table.bonusAt * quota) / sd);
}
