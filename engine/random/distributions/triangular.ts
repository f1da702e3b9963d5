function check(low: number, mode: number, high: number): void {
  if (!(low <= mode && mode <= high && high - low < Number.POSITIVE_INFINITY))
    throw new RangeError(`triangular needs low ≤ mode ≤ high, all finite, got ${low}, ${mode}, ${high}`);
}

/**
 * Triangular quantile; equal ends give the constant.
 *
 * @param u uniform in (0, 1)
 * @throws RangeError unless low ≤ mode ≤ high, all finite
 */
export function triangularQuantile(u: number, low: number, mode: number, high: number): number {
  check(low, mode, high);
  const range = high - low;
  if (range === 0) return mode;
  if (u * range < mode - low) return low + Math.sqrt(u * range * (mode - low));
  return high - Math.sqrt((1 - u) * range * (high - mode));
}

/** Distribution function of the triangular; a step when the ends are equal. */
export function triangularCdf(x: number, low: number, mode: number, high: number): number {
  check(low, mode, high);
  if (x < low) return 0;
  if (x >= high) return 1;
  if (x < mode) return ((x - low) * (x - low)) / ((high - low) * (mode - low));
  return 1 - ((high - x) * (high - x)) / ((high - low) * (high - mode));
}
