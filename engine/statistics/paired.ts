import { studentHalfWidth } from './intervals.ts';
import { correlation, mean, variance } from './moments.ts';
import { nestedVariance } from './nested.ts';
import { ascending, effectiveCount, quantile, quantileInterval } from './quantiles.ts';

/** What paired replications say of a difference `changed − reference`, nested in parameter draws; NaN with no pair. */
export interface PairedDifference {
  readonly mean: number;
  /** Confidence interval of the mean: Student on the draw means. */
  readonly interval: readonly [number, number];
  /** 5–95 % of the expected difference over what is not known, chance removed by the variance components. */
  readonly credible: readonly [number, number];
  /** 5–95 % of one realised year. */
  readonly predictive: readonly [number, number];
  /** Chance that the expected difference is above 0; ½ when it is exactly 0. */
  readonly probabilityAbove: number;
  /** Share of single replications above 0, ties counting half. */
  readonly shareAbove: number;
  /** Share of a single year's variance that is ignorance rather than chance. */
  readonly ignoranceShare: number;
  readonly correlation: number;
  /** (variance of changed + variance of reference) ÷ variance of the difference: above 1 the pairing helps. */
  readonly varianceReduction: number;
}

/**
 * Analyses paired values, [draw][replication] each.
 *
 * The credible range takes the draw means, shrinks their deviations from the mean by √((between + ofMeans ÷ D) ÷
 * ofMeans) — which removes chance within draws and leaves what D draws have not settled — and reads off its 5 and 95 %
 * quantiles. probabilityAbove counts the same shrunken means, with half a count added at each end.
 */
export function pairedDifference(
  changed: ArrayLike<number>,
  reference: ArrayLike<number>,
  replications: number,
  confidence: number,
): PairedDifference {
  const a: number[] = [];
  const b: number[] = [];
  const all = new Float64Array(changed.length);
  for (let i = 0; i < changed.length; i++) {
    all[i] = changed[i]! - reference[i]!;
    if (!Number.isFinite(all[i]!)) continue;
    a.push(changed[i]!);
    b.push(reference[i]!);
  }
  const single = all.filter((x) => Number.isFinite(x));
  const nested = nestedVariance(all, replications);
  const draws = nested.drawMeans.length;
  const half = studentHalfWidth(nested.ofMeans, draws, confidence);
  const scale =
    nested.ofMeans > 0 ? Math.sqrt((nested.between + nested.ofMeans / draws) / nested.ofMeans) : 0;
  const expected = ascending(nested.drawMeans.map((m) => nested.mean + (m - nested.mean) * scale));
  const sorted = ascending(single);
  const varDifference = variance(single);
  const total = nested.between + nested.within;
  const nothing = draws === 0;
  return {
    mean: nested.mean,
    interval: [nested.mean - half, nested.mean + half],
    credible: [quantile(expected, 0.05), quantile(expected, 0.95)],
    predictive: [quantile(sorted, 0.05), quantile(sorted, 0.95)],
    probabilityAbove: draws === 0 ? Number.NaN : (above(expected) + 0.5) / (draws + 1),
    shareAbove: above(sorted) / sorted.length,
    ignoranceShare: total > 0 ? nested.between / total : nothing ? Number.NaN : 0,
    correlation: nothing ? Number.NaN : correlation(a, b),
    varianceReduction:
      varDifference > 0 ? (variance(a) + variance(b)) / varDifference : nothing ? Number.NaN : 1,
  };
}

/** Values above 0, ties counting half. */
function above(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) count += values[i]! > 0 ? 1 : values[i] === 0 ? 0.5 : 0;
  return count;
}

/** Mean, spread and interval of one alternative's metric. */
export interface Level {
  readonly mean: number;
  readonly sd: number;
  readonly interval: readonly [number, number];
  /** 5, 25, 50, 75 and 95 % of single replications. */
  readonly quantiles: readonly number[];
  /** Confidence interval of each of these, by order statistics; infinite where the sample is too small to tell. */
  readonly quantileIntervals: readonly (readonly [number, number])[];
}

/** Which quantiles are told. */
export const TOLD_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Describes values [draw][replication]; those not finite are left out. */
export function level(values: ArrayLike<number>, replications: number, confidence: number): Level {
  const finite = Float64Array.from(values).filter((x) => Number.isFinite(x));
  const nested = nestedVariance(values, replications);
  const half = studentHalfWidth(nested.ofMeans, nested.drawMeans.length, confidence);
  const sorted = ascending(finite);
  const quantiles = TOLD_QUANTILES.map((p) => quantile(sorted, p));
  return {
    mean: mean(nested.drawMeans),
    sd: finite.length > 0 ? Math.sqrt(variance(finite)) : Number.NaN,
    interval: [nested.mean - half, nested.mean + half],
    quantiles,
    quantileIntervals: TOLD_QUANTILES.map((p, i) =>
      quantileInterval(sorted, p, confidence, effectiveCount(values, replications, p, quantiles[i]!)),
    ),
  };
}
