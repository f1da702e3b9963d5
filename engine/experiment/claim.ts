import type { Metric } from '../model/metrics.ts';
import type { PairedDifference } from '../statistics/paired.ts';

/** Chances of being better, or of being worse, from which a claim is made plainly, and from which it leans. */
export const SURE = 0.95;
export const LIKELY = 0.75;

/**
 * What is known of the direction of a difference:
 *
 * - `better`, `worse`: with a probability of at least SURE;
 * - `likely-better`, `likely-worse`: of at least LIKELY;
 * - `open`: of less, or neither direction is better;
 * - `same`: every replication came out the same;
 * - `untold`: too few parameter draws, or too few that differ, to say.
 */
export type Standing = 'better' | 'worse' | 'likely-better' | 'likely-worse' | 'open' | 'same' | 'untold';

/** What may be said of one metric's difference. Words are chosen from this and from nothing else. */
export interface Claim {
  readonly standing: Standing;
  /** Whether the direction, or that there is no difference, is settled. */
  readonly decided: boolean;
  /** On which side of 0 the confidence interval of the mean lies: `changed` where neither direction is better, `open` where it holds 0. */
  readonly direction: 'better' | 'worse' | 'changed' | 'open';
  readonly mean: number;
  /** Range of the expected difference; infinite ends when it is untold. */
  readonly range: readonly [number, number];
  /** The metric's mean under the baseline. */
  readonly today: number;
  /** Size of the mean as a share of today's; NaN or infinite where that is 0 or not defined. */
  readonly share: number;
  /** Chance that the expected difference is favourable; NaN when untold or neither direction is. */
  readonly probabilityBetter: number;
  /** Share of single replications that are favourable, ties counting half; NaN likewise. */
  readonly chanceBetter: number;
  /** Share of single replications that tie. */
  readonly tied: number;
}

/**
 * @param metric whose better direction counts
 * @param today mean of the metric under the baseline
 */
export function claimOf(metric: Pick<Metric, 'better'>, difference: PairedDifference, today: number): Claim {
  const { mean, credible, tied } = difference;
  const better = (above: number): number =>
    metric.better === 'none' ? Number.NaN : metric.better === 'lower' ? 1 - above : above;
  const probabilityBetter = better(difference.probabilityAbove);
  const standing = standingOf(difference, probabilityBetter);
  return {
    standing,
    decided: standing === 'better' || standing === 'worse',
    direction: directionOf(metric, difference.interval),
    mean,
    range: credible,
    today,
    share: Math.abs(mean / today),
    probabilityBetter,
    chanceBetter: better(difference.shareAbove),
    tied,
  };
}

function directionOf(
  { better }: Pick<Metric, 'better'>,
  [low, high]: readonly [number, number],
): Claim['direction'] {
  if (!(low > 0 || high < 0)) return 'open';
  if (better === 'none') return 'changed';
  return low > 0 === (better === 'higher') ? 'better' : 'worse';
}

function standingOf({ tied, probabilityAbove }: PairedDifference, better: number): Standing {
  if (tied === 1) return 'same';
  if (Number.isNaN(probabilityAbove)) return 'untold';
  if (better >= SURE) return 'better';
  if (better <= 1 - SURE) return 'worse';
  if (better >= LIKELY) return 'likely-better';
  return better <= 1 - LIKELY ? 'likely-worse' : 'open';
}
