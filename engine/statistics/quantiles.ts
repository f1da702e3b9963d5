import { binomialCdf } from './binomial.ts';
import { variance } from './moments.ts';

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
 * Ranks, counted from 1, of the order statistics between which the quantile of `n` independent values lies with at
 * least the confidence wanted: the narrowest pair with half of the doubt on either side, by the binomial law of the
 * number of values below the quantile. 0 and n + 1 stand for no bound.
 */
export function quantileRanks(n: number, p: number, confidence: number): readonly [number, number] {
  // The upper rank is the lower one of the values counted from above, so that both are found alike, to the last bit.
  return [lowRank(n, p, confidence), n + 1 - lowRank(n, 1 - p, confidence)];
}

/** Largest k with P(fewer than k of n values are below their p quantile) at most half the doubt, rounding allowed for. */
function lowRank(n: number, p: number, confidence: number): number {
  const tail = ((1 - confidence) / 2) * (1 + 1e-12);
  return firstWhere(0, n, (k) => binomialCdf(k, n, p) > tail);
}

/** Smallest whole k in [from, to] for which a condition that stays true once true holds; `to` when none does. */
function firstWhere(from: number, to: number, holds: (k: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Distribution-free confidence interval of a quantile of independent values, by order statistics; ends are infinite
 * when the sample is too small.
 *
 * @param sorted ascending
 * @param effective number of independent values these are worth, when they come in clusters: ranks are set for so many
 * and spread over all of them (Woodruff 1952)
 */
export function quantileInterval(
  sorted: ArrayLike<number>,
  p: number,
  confidence: number,
  effective: number = sorted.length,
): [number, number] {
  const n = sorted.length;
  const worth = Math.max(0, Math.min(n, wholeCount(effective)));
  const [low, high] = quantileRanks(worth, p, confidence);
  return [
    low === 0 ? Number.NEGATIVE_INFINITY : sorted[spreadRank(low, worth, n) - 1]!,
    high > worth ? Number.POSITIVE_INFINITY : sorted[n - spreadRank(worth + 1 - high, worth, n)]!,
  ];
}

/** A count that came out of divisions as the whole number it is, or the one below: 19.999999999999996 is 20. */
export function wholeCount(count: number): number {
  return Math.floor(count * (1 + 1e-12));
}

/** The k-th of `worth` values, counted from below, as a rank among n: never nearer to the middle. */
export function spreadRank(k: number, worth: number, n: number): number {
  return Math.max(1, wholeCount((k * (n + 1)) / (worth + 1)));
}

/**
 * How many independent values a nested sample is worth for telling a quantile: replications of one parameter draw are
 * alike, so the share of values at or below the quantile varies more between draws than chance would have it. The
 * sample counts for p(1 − p) ÷ variance of that share's mean, at most all of it; for 0 when there is but one draw.
 *
 * @param values [draw][replication]; those not finite are left out
 * @param at the quantile's estimate
 */
export function effectiveCount(
  values: ArrayLike<number>,
  replications: number,
  p: number,
  at: number,
): number {
  const shares: number[] = [];
  let n = 0;
  for (let from = 0; from + replications <= values.length; from += replications) {
    let count = 0;
    let below = 0;
    for (let k = from; k < from + replications; k++) {
      if (!Number.isFinite(values[k]!)) continue;
      count++;
      if (values[k]! <= at) below++;
    }
    if (count === 0) continue;
    n += count;
    shares.push(below / count);
  }
  if (shares.length < 2) return 0;
  const spread = variance(shares);
  return spread > 0 ? Math.min(n, (p * (1 - p) * shares.length) / spread) : n;
}
