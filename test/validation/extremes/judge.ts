import { mean, variance } from '../../../engine/statistics/moments.ts';
import { studentQuantile } from '../../../engine/statistics/student.ts';
import { EXTREMES, type Expectation, expectedIn, type Range } from './expected.ts';
import type { Outcomes } from './worlds.ts';

/** What is held against expectations, and the metric it is read from. */
export const LOOKED_AT: readonly (readonly [keyof Expectation, string])[] = [
  ['bookings', 'bookings'],
  ['contribution', 'net-contribution'],
  ['value', 'net-value'],
  ['turnover', 'rep-turnover'],
];

/** One figure of one extreme: computed, expected, and whether the one lies in the other. */
export interface Cell {
  readonly extreme: string;
  readonly looked: keyof Expectation;
  /** Change in per cent; of turnover the multiple. */
  readonly computed: number;
  readonly expected: Range;
  readonly agrees: boolean;
}

/** Every figure of a context's extremes. */
export function cellsOf(context: string, extremes: readonly string[], outcomes: Outcomes): Cell[] {
  return extremes.flatMap((extreme) =>
    LOOKED_AT.map(([looked, metric]): Cell => {
      const ratio = mean(outcomes.of(extreme, metric)) / mean(outcomes.of(null, metric));
      const computed = looked === 'turnover' ? ratio : 100 * (ratio - 1);
      const expected = expectedIn(EXTREMES[extreme]!, context)[looked];
      const agrees = computed >= expected[0] - ROUNDING && computed <= expected[1] + ROUNDING;
      return { extreme, looked, computed, expected, agrees };
    }),
  );
}

/** Extremes that a sensible director would laugh at and that are yet better than today for certain, by net value. */
export function laughable(context: string, extremes: readonly string[], outcomes: Outcomes): string[] {
  return extremes.filter((id) => {
    const { absurd, done } = EXTREMES[id]!;
    if (!absurd || done?.includes(context)) return false;
    const today = outcomes.of(null, 'net-value');
    return lowest(outcomes.of(id, 'net-value').map((x, k) => x - today[k]!)) > 0;
  });
}

const ROUNDING = 1e-9;

/** Lower end of the 95 % interval of a mean (Student). */
function lowest(differences: Float64Array): number {
  const n = differences.length;
  const middle = mean(differences);
  return middle - studentQuantile(0.975, n - 1) * Math.sqrt(variance(differences) / n);
}
