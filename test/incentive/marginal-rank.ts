import { integrate } from '../../engine/incentive/integrate.ts';
import type { Rank } from '../../engine/incentive/language.ts';
import type { Expected, Forecast } from '../../engine/incentive/marginal.ts';
import { type Piecewise, piecewise } from '../../engine/incentive/piecewise.ts';
import { normalCdf, normalDensity } from '../../engine/kernel/normal.ts';

/** Where a rival's chance of being better changes: from 7 standard deviations below its mean to 7 above, one apart. */
const AROUND = 7;

/**
 * A reference for the engine's `race.ts`, exact where results are Normal: expected prize of a rank contest and its rise per unit of own mean, with own result and each rival's independent and
 * Normal, on the contest's axis.
 *
 * Given own result x, rival i is better with chance 1 − Φ((x − μ_i)/σ_i); how many are better is a Poisson–binomial
 * count, whose first terms give the chance of each prize. Own result is integrated over numerically, to about 1e-11 of
 * the first prize. Ties have no chance and are left out.
 */
export function expectedPrize(rank: Rank, own: Forecast, rivals: readonly Forecast[]): Expected {
  if (!(own.sd > 0))
    return { pay: prizeAt(rank, own.mean, rivals), marginal: slopeAt(rank, own.mean, rivals) };
  const bends = rivals.flatMap(({ mean, sd }) =>
    sd > 0 ? Array.from({ length: 2 * AROUND + 1 }, (_, k) => mean + (k - AROUND) * sd) : [mean],
  );
  if (rank.minimum !== null) bends.push(rank.minimum);
  const [pay, marginal] = integrate(own, bends, 2, 0.5, (x) => {
    const prize = prizeAt(rank, x, rivals);
    return [prize, (prize * (x - own.mean)) / (own.sd * own.sd)];
  });
  return { pay: pay!, marginal: marginal! };
}

/** Expected prize of a result x against rivals' forecasts. */
export function prizeAt({ prizes, minimum }: Rank, x: number, rivals: readonly Forecast[]): number {
  if (minimum !== null && x < minimum) return 0;
  const better = countOf(
    rivals.map((rival) => chanceBetter(rival, x)),
    prizes.length,
  );
  return prizes.reduce((sum, prize, place) => sum + prize * better[place]!, 0);
}

/** Chance that a rival's result is above x; a half where it is certain to be x. */
function chanceBetter({ mean, sd }: Forecast, x: number): number {
  if (sd > 0) return normalCdf((mean - x) / sd);
  return mean > x ? 1 : mean === x ? 0.5 : 0;
}

/** Chances that 0, 1, … up to `most` − 1 of independent events happen. */
function countOf(chances: readonly number[], most: number): Float64Array {
  const count = new Float64Array(most);
  count[0] = 1;
  for (const chance of chances) {
    for (let j = most - 1; j >= 0; j--)
      count[j] = count[j]! * (1 - chance) + (j > 0 ? count[j - 1]! * chance : 0);
  }
  return count;
}

/** d prizeAt / dx where own result is certain: each rival's density times what overtaking that rival brings. */
function slopeAt(rank: Rank, x: number, rivals: readonly Forecast[]): number {
  if (rank.minimum !== null && x < rank.minimum) return 0;
  const { prizes } = rank;
  let slope = 0;
  rivals.forEach(({ mean, sd }, i) => {
    if (!(sd > 0)) return;
    const others = rivals.filter((_, j) => j !== i).map((rival) => chanceBetter(rival, x));
    const count = countOf(others, prizes.length);
    const gain = prizes.reduce(
      (sum, prize, place) => sum + (prize - (prizes[place + 1] ?? 0)) * count[place]!,
      0,
    );
    slope += (gain * normalDensity((x - mean) / sd)) / sd;
  });
  return slope;
}

/**
 * The expected prize as a function of own result, in straight pieces between `points` results: one curve serves everybody
 * in a large field, and `expected` gives its gradient in closed form. Off by at most about the second derivative times
 * the squared width of a piece ÷ 8: with 64 pieces under 1 % of the first prize for a dozen rivals of equal spread.
 */
export function prizeCurve(rank: Rank, rivals: readonly Forecast[], points = 65): Piecewise {
  const from = Math.min(...rivals.map(({ mean, sd }) => mean - 4 * sd));
  const to = Math.max(...rivals.map(({ mean, sd }) => mean + 4 * sd));
  const start = rank.minimum === null ? from : Math.max(from, rank.minimum);
  const step = (Math.max(to, start + (to - from) / points) - start) / (points - 1);
  const xs = Array.from({ length: points }, (_, k) => start + k * step);
  const ys = xs.map((x) => prizeAt(rank, x, rivals));
  const lines = xs.map((x, k) => ({
    x,
    y: ys[k]!,
    slope: k + 1 < points ? (ys[k + 1]! - ys[k]!) / step : 0,
  }));
  const below = rank.minimum === null || start > rank.minimum ? ys[0]! : 0;
  return piecewise(xs, [{ x: start, y: below, slope: 0 }, ...lines], true);
}
