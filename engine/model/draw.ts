import { log } from '../kernel/math.ts';
import { normalQuantile } from '../kernel/normal.ts';
import { unit } from '../random/threefry.ts';
import type { Params } from './model.ts';

/** Bits of a word that index a quantile table, and the table's size. */
export const TABLE_SIZE = 1024;

/** Position in a quantile table of one 32-bit word. */
export function slot(word: number): number {
  return word >>> 22;
}

/**
 * Standard normal by inversion of one word: linear between 1,025 exact quantiles (error below 2e-5), exact in the
 * outer eight cells of each tail.
 */
export function normalOf(params: Params, word: number): number {
  const at = word >>> 22;
  if (at < 8 || at >= TABLE_SIZE - 8) return normalQuantile(unit(word));
  const table = params.normalTable;
  const low = table[at]!;
  return low + (table[at + 1]! - low) * ((word & 0x3fffff) / 0x400000);
}

/** Unit exponential by inversion of one word: larger words give smaller waits. */
export function exponentialOf(word: number): number {
  return -log(unit(word));
}
