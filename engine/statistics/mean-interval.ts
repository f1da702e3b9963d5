import { pow } from '../kernel/math.ts';
import { mean, variance } from './moments.ts';
import { studentQuantile } from './student.ts';

/**
 * Independent values that a statement about their mean needs at least, and of these so many must differ from the one
 * in the middle: a sample that is nearly all ties says how rare a difference is, not how large.
 */
export const LEAST_APART = 4;

/** Values that differ from the median, beyond rounding. */
export function countApart(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return 0;
  const median = (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
  let count = 0;
  for (const x of sorted) if (Math.abs(x - median) > 1e-12 * Math.abs(median)) count++;
  return count;
}

/** How far an interval reaches below and above the mean, as multiples of the standard error. */
export interface Reach {
  readonly below: number;
  readonly above: number;
}

/**
 * Reach of a two-sided interval for the mean of n independent values: Student's t, and further on the side of the
 * longer tail, where a small sample holds too few of the rare large values. That side takes Hall's transformation of
 * the t statistic by the sample's skewness (P. Hall 1992, "On the removal of skewness by transformation", Journal of
 * the Royal Statistical Society B 54); the other side is never shortened.
 */
export function reachOf(values: ArrayLike<number>, confidence: number): Reach {
  const n = values.length;
  const t = studentQuantile((1 + confidence) / 2, n - 1);
  const skew = skewness(values);
  if (Math.abs(skew) < 1e-6) return { below: t, above: t };
  const root = Math.sqrt(n);
  const hall = (x: number): number =>
    ((3 * root) / skew) * (cubeRoot(1 + skew * (x / root - skew / (6 * n))) - 1);
  return { below: Math.max(t, hall(t)), above: Math.max(t, -hall(-t)) };
}

/**
 * Confidence interval of the mean of independent values, such as the means of parameter draws; both ends infinite when
 * there are too few of them that differ (LEAST_APART).
 */
export function meanInterval(values: ArrayLike<number>, confidence: number): [number, number] {
  if (countApart(values) < LEAST_APART) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const centre = mean(values);
  const error = Math.sqrt(variance(values) / values.length);
  const reach = reachOf(values, confidence);
  return [centre - error * reach.below, centre + error * reach.above];
}

/** Adjusted Fisher–Pearson skewness (G1, as Excel, R's e1071 type 2 and scipy with bias=False); 0 for constants. */
export function skewness(values: ArrayLike<number>): number {
  const n = values.length;
  const centre = mean(values);
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < n; i++) {
    const d = values[i]! - centre;
    squares += d * d;
    cubes += d * d * d;
  }
  const spread = squares / n;
  if (n < 3 || spread === 0) return 0;
  return ((cubes / n / (spread * Math.sqrt(spread))) * Math.sqrt(n * (n - 1))) / (n - 2);
}

function cubeRoot(x: number): number {
  return Math.sign(x) * pow(Math.abs(x), 1 / 3);
}
