/** Holds cells of the matrix against what was expected of them. */
import type { Cell } from './cells.ts';
import { BESIDE } from './expected.ts';

/** Under this share of gross margin a change counts as little. */
export const LITTLE = 0.01;

/** `+` helps, `-` loses, `0` changes little, `?` the replications do not tell. */
export type Found = '+' | '-' | '0' | '?';

/** What a cell shows: a direction only where its interval leaves out 0. */
export function found({ interval: [low, high] }: Pick<Cell, 'interval'>): Found {
  if (low > -LITTLE && high < LITTLE) return '0';
  if (low > 0) return '+';
  if (high < 0) return '-';
  return '?';
}

/** Whether a finding bears an expectation out; `open` where it is not told, `opposite` where the sign is turned. */
export function judged(expected: string, shown: Found): 'agrees' | 'differs' | 'opposite' | 'open' {
  if (shown === expected) return 'agrees';
  if (shown === '?') return 'open';
  if ((expected === '+' && shown === '-') || (expected === '-' && shown === '+')) return 'opposite';
  return 'differs';
}

/** Spearman's rank correlation of two rows of cells, by net value. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]): number[] => {
    const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
    const out = new Array<number>(values.length);
    order.forEach((i, rank) => {
      out[i] = rank;
    });
    return out;
  };
  const [x, y] = [ranks(a), ranks(b)];
  const n = a.length;
  const squares = x.reduce((sum, rank, i) => sum + (rank - y[i]!) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

/** Whether nearly everything in a row goes one way. */
export function oneSided(row: readonly Cell[]): boolean {
  const share = (sign: Found): number => row.filter((cell) => found(cell) === sign).length / row.length;
  return share('+') > BESIDE.mostOneSided || share('-') > BESIDE.mostOneSided;
}
