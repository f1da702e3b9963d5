/** Counts how often what is said of a difference holds, over many repeated runs. */
import { LIKELY, SURE } from '../../../engine/experiment/claim.ts';
import type { PairedDifference } from '../../../engine/statistics/paired.ts';

/** What is true of a study, as far as one repeated run is held against it. */
export interface Truth {
  readonly mean: number;
  /** Chance that the expected difference of a draw is above 0, that it is 0 counting half. */
  readonly above: number;
  /** Expected differences of new draws. */
  readonly expected: ArrayLike<number>;
  /** Realised differences of new replications, each in a new draw. */
  readonly realised: ArrayLike<number>;
}

/** A range: how often it was told, and how often it held then. */
export interface Held {
  readonly told: number;
  /** Over the runs that told it, the share of what it promises to hold that it held; their sum. */
  readonly held: number;
  /** Sum of the squares of those shares. */
  readonly squares: number;
}

/** A chance: in how many runs it was told, and the sums of what was told and of what was true in these. */
export interface Told {
  readonly told: number;
  readonly said: number;
  readonly truly: number;
}

/** Sums over repeated runs that ended by one rule. */
export interface Tally {
  readonly runs: number;
  readonly draws: number;
  readonly interval: Held;
  readonly credible: Held;
  readonly predictive: Held;
  /** Chance that the expected difference is above 0, and share of the replications that are, ties counting half. */
  readonly above: Told;
  readonly shareAbove: Told;
  /** The first of these again, in classes: sure and likely below 0, open, likely and sure above. */
  readonly classes: readonly Told[];
  /** Runs that were sure of a direction, and those sure of one that is no likelier than the other. */
  readonly sure: number;
  readonly falselySure: number;
}

const NONE: Held = { told: 0, held: 0, squares: 0 };
const UNTOLD: Told = { told: 0, said: 0, truly: 0 };

export const EMPTY: Tally = {
  runs: 0,
  draws: 0,
  interval: NONE,
  credible: NONE,
  predictive: NONE,
  above: UNTOLD,
  shareAbove: UNTOLD,
  classes: Array.from({ length: 5 }, () => UNTOLD),
  sure: 0,
  falselySure: 0,
};

/** Share of the values within a range. */
function within([low, high]: readonly [number, number], values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (low <= values[i]! && values[i]! <= high) count++;
  return count / values.length;
}

/** A range with an infinite end is not told. */
function hold(sum: Held, range: readonly [number, number], values: ArrayLike<number>): Held {
  if (!Number.isFinite(range[1] - range[0])) return sum;
  const share = within(range, values);
  return { told: sum.told + 1, held: sum.held + share, squares: sum.squares + share * share };
}

/** Share of the values above 0, ties counting half. */
function shareAbove(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) count += values[i]! > 0 ? 1 : values[i] === 0 ? 0.5 : 0;
  return count / values.length;
}

/** Class of a chance: the more certain ones hold their ends. */
function classOf(chance: number): number {
  if (chance <= 1 - SURE) return 0;
  if (chance <= 1 - LIKELY) return 1;
  return chance >= SURE ? 4 : chance >= LIKELY ? 3 : 2;
}

/** A chance that is NaN is not told. */
function tell(sum: Told, said: number, values: ArrayLike<number>): Told {
  if (Number.isNaN(said)) return sum;
  return { told: sum.told + 1, said: sum.said + said, truly: sum.truly + shareAbove(values) };
}

/** Adds one run to a tally. */
export function tallied(sum: Tally, said: PairedDifference, draws: number, truth: Truth): Tally {
  const { probabilityAbove: above } = said;
  const direction = above >= SURE ? 1 : above <= 1 - SURE ? -1 : 0;
  const likelier = Math.sign(truth.above - 0.5);
  return {
    runs: sum.runs + 1,
    draws: sum.draws + draws,
    interval: hold(sum.interval, said.interval, [truth.mean]),
    credible: hold(sum.credible, said.credible, truth.expected),
    predictive: hold(sum.predictive, said.predictive, truth.realised),
    above: tell(sum.above, above, truth.expected),
    shareAbove: tell(sum.shareAbove, said.shareAbove, truth.realised),
    classes: sum.classes.map((one, i) => (i === classOf(above) ? tell(one, above, truth.expected) : one)),
    sure: sum.sure + Math.abs(direction),
    falselySure: sum.falselySure + (direction !== 0 && direction !== likelier ? 1 : 0),
  };
}

/** Coverage and its standard error; NaN where the range was never told. */
export function coverage({ told, held, squares }: Held): { readonly share: number; readonly error: number } {
  const share = held / told;
  return { share, error: Math.sqrt(Math.max(0, squares / told - share * share) / told) };
}
