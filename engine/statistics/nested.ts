import { mean, variance } from './moments.ts';

/**
 * Variance of a nested sample split in two: between parameter draws (what we do not know) and within them (chance).
 */
export interface NestedVariance {
  readonly mean: number;
  /** Mean of each draw's replications; draws without any finite value are left out. */
  readonly drawMeans: Float64Array;
  /** Variance between draws with chance removed, at least 0. */
  readonly between: number;
  /** Variance between replications of one draw. */
  readonly within: number;
  /** Degrees of freedom of `within`: values less draws. */
  readonly freedom: number;
  /** Replications of a draw: the harmonic mean where draws have unequally many finite values. */
  readonly perDraw: number;
  /** Variance of the draw means as they are: between + within ÷ replications. */
  readonly ofMeans: number;
}

/**
 * One-way random-effects analysis of variance of draws × replications. Values that are not finite are left out; with
 * unequal counts the harmonic mean stands for the number of replications. With one replication a draw the two parts
 * cannot be told apart: all is then counted as between.
 *
 * @param values [draw][replication]
 */
export function nestedVariance(values: ArrayLike<number>, replications: number): NestedVariance {
  const draws = Math.floor(values.length / replications);
  const means: number[] = [];
  let squares = 0;
  let freedom = 0;
  let inverseCounts = 0;
  for (let d = 0; d < draws; d++) {
    let sum = 0;
    let count = 0;
    for (let k = 0; k < replications; k++) {
      const value = values[d * replications + k]!;
      if (!Number.isFinite(value)) continue;
      sum += value;
      count++;
    }
    if (count === 0) continue;
    const centre = sum / count;
    means.push(centre);
    inverseCounts += 1 / count;
    freedom += count - 1;
    for (let k = 0; k < replications; k++) {
      const value = values[d * replications + k]!;
      if (Number.isFinite(value)) squares += (value - centre) * (value - centre);
    }
  }
  const drawMeans = Float64Array.from(means);
  const within = freedom > 0 ? squares / freedom : 0;
  const ofMeans = variance(drawMeans);
  const perDraw = means.length > 0 ? means.length / inverseCounts : Number.NaN;
  const noise = means.length > 0 ? within / perDraw : 0;
  return {
    mean: mean(drawMeans),
    drawMeans,
    between: Math.max(0, ofMeans - noise),
    within,
    freedom,
    perDraw,
    ofMeans,
  };
}
