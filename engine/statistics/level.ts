import { meanInterval } from './mean-interval.ts';
import { variance } from './moments.ts';
import { nestedVariance } from './nested.ts';
import { ascending, effectiveCount, quantile, quantileInterval } from './quantiles.ts';

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

/** Describes values [draw][replication]; those not finite are left out. Parameters as those of pairedDifference. */
export function level(
  values: ArrayLike<number>,
  replications: number,
  confidence: number,
  ignorance = true,
): Level {
  const perDraw = ignorance ? replications : 1;
  const finite = Float64Array.from(values).filter((x) => Number.isFinite(x));
  const { mean, drawMeans } = nestedVariance(values, perDraw);
  const sorted = ascending(finite);
  const quantiles = TOLD_QUANTILES.map((p) => quantile(sorted, p));
  return {
    mean,
    sd: finite.length > 0 ? Math.sqrt(variance(finite)) : Number.NaN,
    interval: meanInterval(drawMeans, confidence),
    quantiles,
    quantileIntervals: TOLD_QUANTILES.map((p, i) =>
      quantileInterval(sorted, p, confidence, effectiveCount(values, perDraw, p, quantiles[i]!)),
    ),
  };
}
