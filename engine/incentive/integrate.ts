import { normalDensity } from '../kernel/normal.ts';
import type { Forecast } from './marginal.ts';

/** Ten-point Gauss–Legendre nodes and weights on [−1, 1], the positive half (Abramowitz & Stegun, table 25.4). */
export const GAUSS: readonly (readonly [node: number, weight: number])[] = [
  [0.148874338981631211, 0.29552422471475287],
  [0.433395394129247191, 0.269266719309996355],
  [0.679409568299024406, 0.219086362515982044],
  [0.865063366688984511, 0.149451349150580593],
  [0.97390652851717172, 0.066671344308688138],
];

/** How far the Normal is followed, in standard deviations: beyond lie 2e-17 of it. */
const REACH = 8.5;

/**
 * ∫ g(x)·Normal(mean, sd²) dx for a function with several values, by ten-point panels between the places where it bends.
 * Where g is smooth between them, accurate to about 1e-13 of its largest value.
 *
 * @param bends places where g bends or jumps, in any order
 * @param panel widest panel, in standard deviations: less where g turns sharply
 */
export function integrate(
  { mean, sd }: Forecast,
  bends: readonly number[],
  values: number,
  panel: number,
  g: (x: number) => readonly number[],
): number[] {
  const from = mean - REACH * sd;
  const to = mean + REACH * sd;
  const edges = [from, ...bends.filter((x) => x > from && x < to), to].sort((a, b) => a - b);
  const sums = new Array<number>(values).fill(0);
  for (let e = 0; e + 1 < edges.length; e++) {
    const width = edges[e + 1]! - edges[e]!;
    const panels = Math.max(1, Math.ceil(width / (panel * sd)));
    const half = width / panels / 2;
    for (let p = 0; p < panels; p++) {
      const middle = edges[e]! + (2 * p + 1) * half;
      for (const [node, share] of GAUSS) {
        for (const side of [-1, 1]) {
          const x = middle + side * half * node;
          const weight = (share * half * normalDensity((x - mean) / sd)) / sd;
          const at = g(x);
          for (let v = 0; v < values; v++) sums[v]! += weight * at[v]!;
        }
      }
    }
  }
  return sums;
}
