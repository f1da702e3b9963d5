import type { Model } from '../../../engine/model/model.ts';
import type { World } from '../../../engine/model/world.ts';
import { pairedDifference } from '../../../engine/statistics/paired.ts';
import { CONFIDENCE } from '../effects.ts';

/** One alternative at the end of one replication. */
export interface Arm {
  readonly world: World;
  /** The world on the morning of day 0, the same for every alternative. */
  readonly start: World;
  readonly model: Model;
  /** The world on the morning of a day of the horizon, run afresh up to there: the first time it is asked for. */
  morning(day: number): World;
  /** A metric of the run. @throws RangeError when there is none of this id */
  metric(id: string): number;
}

/** The alternatives of one replication by their ids. @throws RangeError when there is none of this id */
export type Arms = (id: string) => Arm;

/** Something counted or summed in one replication of one alternative. */
export type Count = (arm: Arm) => number;

/** How an estimate is told. */
export type Told = 'percent' | 'share' | 'rate' | 'points' | 'factor' | 'log-odds' | 'elasticity';

/** A quotient of two means over replications. */
export interface Ratio {
  readonly numerator: (arms: Arms) => number;
  readonly denominator: (arms: Arms) => number;
}

/**
 * A smooth function of quotients of means: a relative change, a difference of shares, a difference of two relative
 * changes … Quotients of means rather than means of quotients, so that a replication in which a group is small or
 * absent weighs as little as it should.
 */
export interface Measure {
  readonly ratios: readonly Ratio[];
  readonly combine: (values: readonly number[]) => number;
  readonly told: Told;
}

/** An estimate with what the number of replications leaves open, and what the parameters do. */
export interface Estimate {
  readonly value: number;
  /** Confidence interval of the value. */
  readonly interval: readonly [number, number];
  /** 5–95 % of the expected value, over what is not known and what the simulation leaves open. */
  readonly range: readonly [number, number];
}

/** Step of the numerical gradient, relative to the value it moves. */
const STEP = 1e-5;

/**
 * Estimates a measure by the delta method: with R_k the quotients of means and g the combination, replication i
 * contributes Σ ∂g/∂R_k · (numerator_i − R_k·denominator_i) ÷ mean denominator, whose mean is 0 and whose spread is the
 * estimate's.
 *
 * @param values [ratio][numerator, denominator][replication], replications of a draw one after another
 * @param each replications a draw
 */
export function estimate(
  measure: Measure,
  values: readonly (readonly [readonly number[], readonly number[]])[],
  each: number,
): Estimate {
  const count = values[0]![0].length;
  const meanOf = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / count;
  const below = values.map(([, denominator]) => meanOf(denominator));
  const quotients = values.map(([numerator], k) => meanOf(numerator) / below[k]!);
  const value = measure.combine(quotients);
  const slopes = quotients.map((quotient, k) => {
    const step = STEP * Math.max(1e-3, Math.abs(quotient));
    const moved = (by: number): number =>
      measure.combine(quotients.map((other, j) => (j === k ? other + by : other)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
  const influence = Array.from({ length: count }, (_, i) =>
    values.reduce(
      (sum, [numerator, denominator], k) =>
        sum + (slopes[k]! * (numerator[i]! - quotients[k]! * denominator[i]!)) / below[k]!,
      value,
    ),
  );
  const spread = pairedDifference(
    influence,
    influence.map(() => 0),
    each,
    CONFIDENCE,
  );
  return { value, interval: spread.interval, range: spread.credible };
}

const one = (): number => 1;
const of = (id: string, count: Count) => (arms: Arms) => count(arms(id));

/** Relative change of a sum from one alternative to another; per unit of `per` in each, if given. */
export function relative(alternative: string, against: string, count: Count, per?: Count): Measure {
  if (per === undefined)
    return {
      ratios: [{ numerator: of(alternative, count), denominator: of(against, count) }],
      combine: ([ratio]) => ratio! - 1,
      told: 'percent',
    };
  return {
    ratios: [
      { numerator: of(alternative, count), denominator: of(alternative, per) },
      { numerator: of(against, count), denominator: of(against, per) },
    ],
    combine: ([changed, usual]) => changed! / usual! - 1,
    told: 'percent',
  };
}

/** Difference of a mean between two alternatives; of a mean per unit of `per` in each, if given. */
export function difference(
  alternative: string,
  against: string,
  count: Count,
  told: Told,
  per: Count = one,
): Measure {
  return {
    ratios: [
      { numerator: of(alternative, count), denominator: of(alternative, per) },
      { numerator: of(against, count), denominator: of(against, per) },
    ],
    combine: ([changed, usual]) => changed! - usual!,
    told,
  };
}

/** A quotient within one alternative, less `from`: a share, or with from = 1 by how much one sum exceeds another. */
export function quotient(alternative: string, count: Count, per: Count, told: Told, from = 0): Measure {
  return {
    ratios: [{ numerator: of(alternative, count), denominator: of(alternative, per) }],
    combine: ([ratio]) => ratio! - from,
    told,
  };
}

/** By how much a mean of one group exceeds that of another of the same alternative, as a share of the latter. */
export function contrast(
  alternative: string,
  [first, perFirst]: readonly [Count, Count],
  [second, perSecond]: readonly [Count, Count],
): Measure {
  return {
    ratios: [
      { numerator: of(alternative, first), denominator: of(alternative, perFirst) },
      { numerator: of(alternative, second), denominator: of(alternative, perSecond) },
    ],
    combine: ([a, b]) => a! / b! - 1,
    told: 'percent',
  };
}

/** By how much one measure exceeds another, in the first one's terms. */
export function excess(first: Measure, second: Measure): Measure {
  const n = first.ratios.length;
  return {
    ratios: [...first.ratios, ...second.ratios],
    combine: (values) => first.combine(values.slice(0, n)) - second.combine(values.slice(n)),
    told: first.told,
  };
}

/** The least of several differences, each of a first measure less a second. */
export function smallest(pairs: readonly (readonly [Measure, Measure])[]): Measure {
  const differences = pairs.map(([first, second]) => excess(first, second));
  let from = 0;
  const parts = differences.map((one) => {
    const start = from;
    from += one.ratios.length;
    return (values: readonly number[]) => one.combine(values.slice(start, start + one.ratios.length));
  });
  return {
    ratios: differences.flatMap(({ ratios }) => ratios),
    combine: (values) => Math.min(...parts.map((part) => part(values))),
    told: pairs[0]![0].told,
  };
}

/** Change of one sum per unit of change of another: profit per unit of bonus, say. */
export function yieldOf(alternative: string, against: string, gain: Count, outlay: Count): Measure {
  const change = (count: Count) => (arms: Arms) => count(arms(alternative)) - count(arms(against));
  return {
    ratios: [{ numerator: change(gain), denominator: change(outlay) }],
    combine: ([ratio]) => ratio!,
    told: 'factor',
  };
}

/** Difference in log-odds between the shares of two groups of one alternative. */
export function logOddsGap(
  alternative: string,
  [high, ofHigh]: readonly [Count, Count],
  [low, ofLow]: readonly [Count, Count],
): Measure {
  const odds = (p: number): number => Math.log(p / (1 - p));
  return {
    ratios: [
      { numerator: of(alternative, high), denominator: of(alternative, ofHigh) },
      { numerator: of(alternative, low), denominator: of(alternative, ofLow) },
    ],
    combine: ([a, b]) => odds(a!) - odds(b!),
    told: 'log-odds',
  };
}
