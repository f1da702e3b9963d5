/** Mean of the values, summed in order; NaN for none. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Sample variance (n − 1 in the denominator), in two passes; 0 for fewer than two values. */
export function variance(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) return 0;
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (values[i]! - centre) * (values[i]! - centre);
  return sum / (n - 1);
}

/** Sample covariance of two equally long series; 0 for fewer than two pairs. */
export function covariance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  if (n < 2) return 0;
  const ma = mean(a);
  const mb = mean(b);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (a[i]! - ma) * (b[i]! - mb);
  return sum / (n - 1);
}

/** Pearson correlation; 0 when either series is constant. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const scale = Math.sqrt(variance(a) * variance(b));
  return scale > 0 ? covariance(a, b) / scale : 0;
}
