import { binomialCdf } from './binomial.ts';

/** The values in ascending order, in a new array. */
export function ascending(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * Quantile of ascending values, linear between order statistics (Hyndman & Fan type 7, as numpy and DuckDB do).
 * NaN for no values.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const at = (n - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(n - 1, low + 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/**
 * Distribution-free confidence interval of a quantile by order statistics: the narrowest symmetric-in-rank pair whose
 * binomial coverage is at least `confidence`; ends are infinite when the sample is too small.
 */
export function quantileInterval(sorted: ArrayLike<number>, p: number, confidence: number): [number, number] {
  const n = sorted.length;
  const tail = (1 - confidence) / 2;
  let low = 0;
  while (low < n && binomialCdf(low, n, p) <= tail) low++;
  let high = n;
  while (high > 0 && 1 - binomialCdf(high - 1, n, p) <= tail) high--;
  return [
    low === 0 ? Number.NEGATIVE_INFINITY : sorted[low - 1]!,
    high >= n ? Number.POSITIVE_INFINITY : sorted[high]!,
  ];
}
