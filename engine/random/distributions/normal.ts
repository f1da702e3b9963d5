import { normalCdf as standardCdf, normalQuantile as standardQuantile } from '../../kernel/normal.ts';

/**
 * Normal quantile.
 *
 * @param u uniform in (0, 1)
 * @param sd standard deviation ≥ 0
 * @throws RangeError when the standard deviation is negative or not finite
 */
export function normalQuantile(u: number, mean: number, sd: number): number {
  if (!(sd >= 0 && sd < Number.POSITIVE_INFINITY))
    throw new RangeError(`normal needs a standard deviation of 0 or more, got ${sd}`);
  return mean + sd * standardQuantile(u);
}

/** Distribution function of the normal; a step at the mean when `sd` is 0. */
export function normalCdf(x: number, mean: number, sd: number): number {
  if (sd === 0) return x < mean ? 0 : 1;
  return standardCdf((x - mean) / sd);
}
