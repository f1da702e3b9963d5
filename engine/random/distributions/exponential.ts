import { expm1, log1p } from '../../kernel/math.ts';

/**
 * Exponential quantile: −ln(1 − u) ÷ rate.
 *
 * @param u uniform in (0, 1)
 * @param rate > 0 (mean = 1 ÷ rate)
 * @throws RangeError when the rate is not above 0
 */
export function exponentialQuantile(u: number, rate: number): number {
  if (!(rate > 0)) throw new RangeError(`exponential needs a rate above 0, got ${rate}`);
  return -log1p(-u) / rate;
}

/** Distribution function of the exponential. */
export function exponentialCdf(x: number, rate: number): number {
  return x <= 0 ? 0 : -expm1(-rate * x);
}
