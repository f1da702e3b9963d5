import { exp, lgamma, log } from '../../kernel/math.ts';
import { normalQuantile } from '../../kernel/normal.ts';
import { guessCount, smallestCount } from './count-search.ts';
import { gammaP, gammaQ } from './gamma.ts';

/** Below this mean the probabilities are summed from 0; above, from a guess near the quantile. */
const SMALL_MEAN = 30;

/**
 * Poisson quantile: the smallest k with P(X ≤ k) ≥ u.
 *
 * @param u uniform in (0, 1)
 * @param mean ≥ 0
 * @throws RangeError when the mean is negative or 10⁹ or more
 */
export function poissonQuantile(u: number, mean: number): number {
  if (!(mean >= 0 && mean < 1e9)) throw new RangeError(`Poisson mean must be in [0, 1e9), got ${mean}`);
  if (mean === 0) return 0;
  if (mean < SMALL_MEAN) {
    let k = 0;
    let term = exp(-mean);
    let sum = term;
    while (sum < u && k < 400) {
      k++;
      term *= mean / k;
      sum += term;
    }
    return k;
  }
  const sd = Math.sqrt(mean);
  return smallestCount(u, guessCount(mean, sd, 1 / sd, normalQuantile(u)), {
    most: Number.MAX_SAFE_INTEGER,
    below: (k) => gammaQ(k + 1, mean),
    above: (k) => gammaP(k + 1, mean),
    chance: (k) => exp(k * log(mean) - mean - lgamma(k + 1)),
    ratio: (k) => mean / (k + 1),
  });
}

/** Distribution function of the Poisson: P(X ≤ x). */
export function poissonCdf(x: number, mean: number): number {
  const k = Math.floor(x);
  if (k < 0) return 0;
  return mean === 0 ? 1 : gammaQ(k + 1, mean);
}
