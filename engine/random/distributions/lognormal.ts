import { exp, log } from '../../kernel/math.ts';
import { normalCdf, normalQuantile } from '../../kernel/normal.ts';

/**
 * Lognormal quantile.
 *
 * @param u uniform in (0, 1)
 * @param median > 0
 * @param sigma standard deviation of the logarithm, ≥ 0
 * @throws RangeError outside these ranges
 */
export function lognormalQuantile(u: number, median: number, sigma: number): number {
  if (!(median > 0 && sigma >= 0))
    throw new RangeError(
      `lognormal needs a median above 0 and a sigma of 0 or more, got ${median}, ${sigma}`,
    );
  return median * exp(sigma * normalQuantile(u));
}

/** Distribution function of the lognormal; a step at the median when `sigma` is 0. */
export function lognormalCdf(x: number, median: number, sigma: number): number {
  if (x <= 0) return 0;
  if (sigma === 0) return x < median ? 0 : 1;
  return normalCdf(log(x / median) / sigma);
}
