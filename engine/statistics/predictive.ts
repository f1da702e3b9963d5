import { TAIL } from './expected.ts';
import { countApart, LEAST_APART } from './mean-interval.ts';
import type { NestedVariance } from './nested.ts';
import { effectiveCount, quantile, spreadRank, wholeCount } from './quantiles.ts';
import { studentQuantile } from './student.ts';

/** Draws from which on the sample says how many independent replications it is worth. */
const ENOUGH_DRAWS = 10;

/**
 * Range of one realised value: of a new replication in a new draw. Each end is the order statistic that a new value of
 * the same population passes with the tail's probability, whatever the population's shape: of n independent values the
 * k-th from below is passed with k ÷ (n + 1). Values of one draw count for as many as they are worth (effectiveCount).
 *
 * Where the sample is too small for that, or has fewer than ten draws to say what it is worth, the end is as far out as
 * Student's t puts it from the two variances (Satterthwaite 1946), and infinite where too few draws differ for those.
 *
 * @param sorted all finite values, ascending
 * @param values the same as [draw][replication]
 */
export function realisedRange(
  sorted: Float64Array,
  values: ArrayLike<number>,
  replications: number,
  nested: NestedVariance,
): [number, number] {
  const [low, high] = studentRange(nested);
  const mirrored = sorted.map((x) => -x).reverse();
  const turned = Float64Array.from(values, (x) => -x);
  const below = lowEnd(sorted, values, replications);
  const above = -lowEnd(mirrored, turned, replications);
  const few = nested.drawMeans.length < ENOUGH_DRAWS;
  return [
    below === Number.NEGATIVE_INFINITY || (few && Number.isFinite(low)) ? Math.min(low, sorted[0]!) : below,
    above === Number.POSITIVE_INFINITY || (few && Number.isFinite(high))
      ? Math.max(high, sorted[sorted.length - 1]!)
      : above,
  ];
}

/** −∞ where the sample is too small. */
function lowEnd(sorted: ArrayLike<number>, values: ArrayLike<number>, replications: number): number {
  const worth = wholeCount(effectiveCount(values, replications, TAIL, quantile(sorted, TAIL)));
  const rank = wholeCount((worth + 1) * TAIL);
  return rank < 1 ? Number.NEGATIVE_INFINITY : sorted[spreadRank(rank, worth, sorted.length) - 1]!;
}

function studentRange({
  mean,
  drawMeans,
  ofMeans,
  within,
  freedom,
  perDraw,
}: NestedVariance): [number, number] {
  if (countApart(drawMeans) < LEAST_APART) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const n = drawMeans.length;
  const between = ofMeans * (1 + 1 / n);
  const chance = within * (1 - 1 / perDraw);
  const all = between + chance;
  const inverse = (between * between) / (n - 1) + (freedom > 0 ? (chance * chance) / freedom : 0);
  const half = studentQuantile(1 - TAIL, (all * all) / inverse) * Math.sqrt(all);
  return [mean - half, mean + half];
}
