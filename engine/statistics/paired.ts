import { differencesOf } from './differences.ts';
import { expectedDifference } from './expected.ts';
import { LEAST_APART, meanInterval } from './mean-interval.ts';
import { correlation, variance } from './moments.ts';
import { nestedVariance } from './nested.ts';
import { realisedRange } from './predictive.ts';
import { ascending } from './quantiles.ts';

/** Mean of a paired difference, with what the simulation leaves open. */
export interface MeanDifference {
  readonly mean: number;
  /** Confidence interval of the mean; infinite where fewer than four draws, or draws that differ, stand behind it. */
  readonly interval: readonly [number, number];
}

/**
 * What paired replications say of a difference `changed − reference`, nested in parameter draws. README.md defines each
 * figure and what it promises. NaN and infinite ends stand for what too few draws, or too few that differ, cannot say.
 */
export interface PairedDifference extends MeanDifference {
  /** 5–95 % of the expected difference in a new draw, over what is not known and what the simulation leaves open. */
  readonly credible: readonly [number, number];
  /** 5–95 % of one realised value: a new replication in a new draw. */
  readonly predictive: readonly [number, number];
  /** Chance that the expected difference in a new draw is above 0. */
  readonly probabilityAbove: number;
  /** Share of the replications above 0, ties counting half. */
  readonly shareAbove: number;
  /** Share of the replications in which the two are equal but for rounding. */
  readonly tied: number;
  /** Share of a single replication's variance that is ignorance rather than chance; NaN where nothing is uncertain. */
  readonly ignoranceShare: number;
  /** NaN where one of the two does not vary. */
  readonly correlation: number;
  /**
   * (variance of changed + variance of reference) ÷ variance of the difference: above 1 the pairing helps. NaN where one
   * of the two, or the difference, does not vary.
   */
  readonly varianceReduction: number;
}

/** A variance reduction above this is rounding, or as good as no difference at all. */
const MOST_REDUCTION = 1e12;

/** Mean difference of paired values; parameters as those of pairedDifference. */
export function meanDifference(
  changed: ArrayLike<number>,
  reference: ArrayLike<number>,
  replications: number,
  confidence: number,
  ignorance = true,
): MeanDifference {
  const values = differencesOf(changed, reference);
  const { mean, drawMeans } = nestedVariance(values, ignorance ? replications : 1);
  return { mean, interval: meanInterval(drawMeans, confidence) };
}

/**
 * Analyses paired values, [draw][replication] each.
 *
 * @param confidence of the interval of the mean
 * @param ignorance whether the study has uncertain numbers; if not, draws differ by luck alone
 */
export function pairedDifference(
  changed: ArrayLike<number>,
  reference: ArrayLike<number>,
  replications: number,
  confidence: number,
  ignorance = true,
): PairedDifference {
  const values = differencesOf(changed, reference);
  const perDraw = ignorance ? replications : 1;
  const nested = nestedVariance(values, perDraw);
  const sorted = ascending(values.filter((x) => Number.isFinite(x)));
  const expected = expectedDifference(nested, ignorance);
  const open = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const few = nested.drawMeans.length < LEAST_APART;
  return {
    mean: nested.mean,
    interval: meanInterval(nested.drawMeans, confidence),
    credible: expected?.range ?? open,
    predictive: few ? open : realisedRange(sorted, values, perDraw, nested),
    probabilityAbove: expected?.probabilityAbove ?? Number.NaN,
    shareAbove: few ? Number.NaN : above(sorted) / sorted.length,
    tied: sorted.filter((x) => x === 0).length / sorted.length,
    ignoranceShare:
      expected === null || !ignorance || nested.freedom === 0 ? Number.NaN : expected.ignoranceShare,
    ...coupling(changed, reference, sorted),
  };
}

/** Values above 0, ties counting half. */
function above(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) count += values[i]! > 0 ? 1 : values[i] === 0 ? 0.5 : 0;
  return count;
}

/** What the pairing is worth, over pairs that are both defined. */
function coupling(
  changed: ArrayLike<number>,
  reference: ArrayLike<number>,
  differences: ArrayLike<number>,
): Pick<PairedDifference, 'correlation' | 'varianceReduction'> {
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < changed.length; i++) {
    if (!Number.isFinite(changed[i]! - reference[i]!)) continue;
    a.push(changed[i]!);
    b.push(reference[i]!);
  }
  const apart = variance(a) + variance(b);
  const reduction = apart / variance(differences);
  return varies(a) && varies(b)
    ? {
        correlation: correlation(a, b),
        varianceReduction: reduction < MOST_REDUCTION ? reduction : Number.NaN,
      }
    : { correlation: Number.NaN, varianceReduction: Number.NaN };
}

/** Whether values differ by more than rounding. */
function varies(values: readonly number[]): boolean {
  const first = values[0];
  return first !== undefined && values.some((x) => Math.abs(x - first) > 1e-12 * Math.abs(first));
}
