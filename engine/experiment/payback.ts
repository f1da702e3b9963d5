import { differencesOf } from '../statistics/differences.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { nestedVariance } from '../statistics/nested.ts';
import type { Derived } from './derived.ts';
import { column, type Sample } from './sample.ts';

/**
 * When a change has paid for itself inside the horizon: the month at whose end the mean difference of net contribution
 * against today, added up from the start, is no longer below 0 and stays so. It is the month of the mean course, not a
 * mean of months: single replications often never pay back, so their months have no mean. 0 where the course is never
 * below 0, null where it is below 0 at the end of the horizon.
 */
export interface Payback {
  readonly months: number | null;
  /**
   * Earliest and latest such month: those of the courses of the upper and of the lower ends of the mean's confidence
   * interval, month by month. At the true month the true sum is about 0, so that month's interval holds 0 with the
   * confidence asked, and the two ends enclose it (Fieller's argument).
   */
  readonly interval: readonly [number | null, number | null];
}

/** Rounding of sums, beside their size. */
const ROUNDING = 1e-9;

/** Null where the sample's results hold no monthly net contribution. */
export function paybackOf(
  sample: Sample,
  { course, months }: Derived,
  alternative: number,
  confidence: number,
  ignorance: boolean,
): Payback | null {
  const mean: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (let month = 0; month < months; month++) {
    const [changed, today] = [column(sample, alternative, course + month), column(sample, 0, course + month)];
    const nested = nestedVariance(differencesOf(changed, today), ignorance ? sample.replications : 1);
    if (nested.drawMeans.length === 0) return null;
    const size = Math.max(...today.map(Math.abs)) * ROUNDING;
    const ends = meanInterval(nested.drawMeans, confidence);
    const near = (x: number): number => (Math.abs(x) <= size ? 0 : x);
    mean.push(near(nested.mean));
    // Draws that are all alike leave no interval open.
    const still = nested.drawMeans.every((x) => Math.abs(x) <= size);
    low.push(still ? 0 : near(ends[0]));
    high.push(still ? 0 : near(ends[1]));
  }
  return { months: turn(mean), interval: [turn(high), turn(low)] };
}

/** The month, counted from 1, from which a course is not below 0 any more; 0 for one that never is, null for one that ends there. */
function turn(course: readonly number[]): number | null {
  const last = course.findLastIndex((x) => x < 0);
  return last === course.length - 1 ? null : last < 0 ? 0 : last + 2;
}
