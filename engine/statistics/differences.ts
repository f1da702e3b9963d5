/**
 * Two equal sums of the same amounts added up in another order differ by less than this share of themselves: rounding,
 * not a difference.
 */
const ROUNDING = 1e-12;

/**
 * Differences changed − reference, pair by pair: 0 where the two are equal but for rounding, NaN where one of them is
 * not defined.
 */
export function differencesOf(changed: ArrayLike<number>, reference: ArrayLike<number>): Float64Array {
  const differences = new Float64Array(changed.length);
  for (let i = 0; i < differences.length; i++) {
    const a = changed[i]!;
    const b = reference[i]!;
    const d = a - b;
    differences[i] = Math.abs(d) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)) ? 0 : d;
  }
  return differences;
}
