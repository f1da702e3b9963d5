import type { Arms, Measure, Told } from './measure.ts';

/** A point of a grid of settings: where it lies, and the alternative that has it. */
export interface Point {
  readonly at: number;
  readonly arm: string;
}

/** What a firm that looks for the best setting counts of one alternative, as a quotient of means over replications. */
export interface Objective {
  readonly value: (arms: Arms, arm: string) => number;
  readonly per: (arms: Arms) => number;
}

/**
 * The setting with the highest objective: the top of the parabola through the best point of the grid and its neighbours,
 * or an end of the grid where the objective is highest there.
 *
 * @param points in ascending order, at least three
 */
export function best(points: readonly Point[], { value, per }: Objective, told: Told): Measure {
  return {
    ratios: points.map(({ arm }) => ({ numerator: (arms) => value(arms, arm), denominator: per })),
    combine: (values) =>
      top(
        points.map(({ at }) => at),
        values,
      ),
    told,
  };
}

/** Where the parabola through the highest of the values and its neighbours has its top. */
export function top(at: readonly number[], values: readonly number[]): number {
  const k = values.indexOf(Math.max(...values));
  if (k === 0 || k === values.length - 1) return at[k]!;
  const [left, right] = [at[k]! - at[k - 1]!, at[k + 1]! - at[k]!];
  const [rise, fall] = [values[k]! - values[k - 1]!, values[k]! - values[k + 1]!];
  return at[k]! + (rise * right * right - fall * left * left) / (2 * (rise * right + fall * left));
}
