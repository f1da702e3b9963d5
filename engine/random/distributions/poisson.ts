import { exp, lgamma, log } from '../../kernel/math.ts';

/** Below this mean the sum starts at 0; above, at the mode, so that no term underflows. */
const SMALL_MEAN = 30;

/**
 * Poisson quantile: the smallest k with P(X ≤ k) ≥ u.
 *
 * @param u uniform in (0, 1)
 * @param mean ≥ 0
 * @throws RangeError when the mean is negative or not finite
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
  // From the mode outwards: the lower tail is summed once, downwards, until it no longer matters.
  const mode = Math.floor(mean);
  const peak = exp(mode * log(mean) - mean - lgamma(mode + 1));
  let below = 0;
  let term = peak;
  for (let k = mode; k >= 0 && term > 1e-18; k--) {
    below += term;
    term *= k / mean;
  }
  let k = mode;
  let sum = below;
  term = peak;
  if (sum >= u) {
    while (k > 0 && sum - term >= u) {
      sum -= term;
      term *= k / mean;
      k--;
    }
    return k;
  }
  while (sum < u && k < mean + 60 * Math.sqrt(mean) + 100) {
    k++;
    term *= mean / k;
    sum += term;
  }
  return k;
}
