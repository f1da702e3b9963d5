import { exp, log, log1p } from '../kernel/math.ts';
import { normalCdf } from '../kernel/normal.ts';
import { countApart, LEAST_APART, type Reach, reachOf } from './mean-interval.ts';
import type { NestedVariance } from './nested.ts';
import { studentCdf, studentQuantile } from './student.ts';

/** Probability beyond either end of a range: ranges are told from the 5 to the 95 % quantile. */
export const TAIL = 0.05;

/** Steps over which the unknown share of ignorance is summed. */
const STEPS = 20;

/** One possible split of the variance of draw means, and what the expected difference is like under it. */
interface Split {
  readonly weight: number;
  /** Part of the variance of a draw mean that is ignorance; the rest is chance. */
  readonly share: number;
  /** Scale of the Student distribution of a new draw's expected difference about the mean. */
  readonly scale: number;
}

/**
 * What is known of the expected difference in a world drawn as the simulated ones were: a distribution that counts what
 * is not known (the draws differ) and what the simulation has not settled (few draws, chance within them). See
 * README.md for what it promises.
 *
 * **With uncertain numbers** it is the predictive distribution of a new draw's expected difference in the one-way
 * random-effects model with Box and Tiao's reference prior (Box & Tiao 1973, *Bayesian Inference in Statistical
 * Analysis*, ch. 5; Tiao & Tan 1965, Biometrika 52): given the share of ignorance in the variance of a draw mean it is
 * Student's t, and that share's own posterior, a truncated F distribution, is summed over.
 *
 * **Without**, every replication is a draw of its own and only the mean is unknown: Student's t. That alone would claim
 * "95 % sure" of nothing once in ten runs, and more often in runs that look several times. So a doubt counts as much as
 * the effect does: even odds, before the first run, that there is none at all, settled by the Bayes factor of the unit
 * information prior (Kass & Wasserman 1995; for the t statistic Gönen et al. 2005, The American Statistician 59). It
 * bounds false claims whenever one looks. A range is drawn on to 0 until that doubt is settled.
 *
 * **Skewed** draws stretch the side of the longer tail, as in meanInterval.
 */
export class ExpectedDifference {
  readonly #centre: number;
  readonly #splits: readonly Split[];
  readonly #freedom: number;
  readonly #stretch: Reach;
  readonly #none: number;
  readonly #replications: number;

  /** @param ignorance whether the draws differ in anything but luck */
  constructor(nested: NestedVariance, ignorance: boolean) {
    const { drawMeans, freedom, perDraw, ofMeans, within } = nested;
    const n = drawMeans.length;
    const t = studentQuantile(1 - TAIL, n - 1);
    const reach = reachOf(drawMeans, 1 - 2 * TAIL);
    this.#centre = nested.mean;
    this.#replications = perDraw;
    this.#stretch = { below: reach.below / t, above: reach.above / t };
    if (!ignorance || freedom === 0 || within === 0) {
      const share = ignorance ? 1 : 0;
      this.#freedom = n - 1;
      this.#splits = [{ weight: 1, share, scale: Math.sqrt(ofMeans * (share + 1 / n)) }];
    } else {
      this.#freedom = n - 1 + freedom;
      this.#splits = splitsOf(n, freedom, ofMeans, within / perDraw);
    }
    this.#none = ignorance ? 0 : chanceOfNone(this.#score(0), n);
  }

  /** Chance that the expected difference is above 0; that it is 0 counts half. */
  get probabilityAbove(): number {
    return (1 - this.#none) * this.chanceAbove(0) + this.#none / 2;
  }

  /** Chance that the expected difference is above `x`, if there is any at all. */
  chanceAbove(x: number): number {
    return 1 - this.#cdf(x);
  }

  /** Range of the expected difference: holds 0 unless `probabilityAbove` is beyond its ends' quantiles. */
  get range(): [number, number] {
    const below = this.#quantile(TAIL);
    const above = this.#quantile(1 - TAIL);
    if (this.#none === 0) return [below, above];
    // The half of the doubt that lies on a side takes its part of that side's tail.
    const left = (TAIL - this.#none / 2) / (1 - this.#none);
    return [
      below <= 0 ? below : left <= this.#cdf(0) ? 0 : this.#quantile(left),
      above >= 0 ? above : left <= this.chanceAbove(0) ? 0 : this.#quantile(1 - left),
    ];
  }

  /** Share of a single replication's variance that is ignorance: its mean over what the split may be. */
  get ignoranceShare(): number {
    return this.#splits.reduce(
      (sum, { weight, share }) => sum + (weight * share) / (share + this.#replications * (1 - share)),
      0,
    );
  }

  /** Distance from the centre with the stretch of its side taken out. */
  #relaxed(x: number): number {
    const d = x - this.#centre;
    return d < 0 ? d / this.#stretch.below : d / this.#stretch.above;
  }

  /** Standard errors between the centre and `x`, where only the mean is unknown. */
  #score(x: number): number {
    return this.#relaxed(x) / this.#splits[0]!.scale;
  }

  #cdf(x: number): number {
    const d = this.#relaxed(x);
    let sum = 0;
    for (const { weight, scale } of this.#splits) sum += weight * studentTail(d / scale, this.#freedom);
    return sum;
  }

  /** By false position (Illinois): the distribution function rises without a jump, and is ½ at the centre. */
  #quantile(p: number): number {
    const side = p < 0.5 ? -1 : 1;
    const tail = Math.min(p, 1 - p);
    const stretch = p < 0.5 ? this.#stretch.below : this.#stretch.above;
    const largest = stretch * this.#splits.reduce((most, { scale }) => Math.max(most, scale), 0);
    const excess = (d: number): number => {
      const chance = this.#cdf(this.#centre + side * d);
      return (side < 0 ? chance : 1 - chance) - tail;
    };
    let near = 0;
    let far = largest * studentQuantile(1 - tail, this.#freedom);
    let atNear = 0.5 - tail;
    let atFar = excess(far);
    let last = 0;
    for (let i = 0; i < 60 && far - near > 1e-8 * largest; i++) {
      const next = (near * atFar - far * atNear) / (atFar - atNear);
      const value = excess(next);
      if (Math.abs(value) < 1e-9) return this.#centre + side * next;
      if (value > 0) {
        near = next;
        atNear = value;
        if (last > 0) atFar /= 2;
      } else {
        far = next;
        atFar = value;
        if (last < 0) atNear /= 2;
      }
      last = value;
    }
    return this.#centre + side * far;
  }
}

/**
 * Distribution function of Student's t. From 30 degrees of freedom on by Peizer and Pratt's normal approximation (1968,
 * Journal of the American Statistical Association 63), within 1.2e-5 and five times as fast: it is asked for hundreds
 * of times for each figure.
 */
function studentTail(t: number, df: number): number {
  if (df < 30) return studentCdf(t, df);
  const z = Math.sqrt(log1p((t * t) / df) / (df - 5 / 6 + 1 / (10 * df))) * (df - 2 / 3 + 1 / (10 * df));
  return normalCdf(t > 0 ? z : -z);
}

/**
 * The distribution of the share of ignorance in the variance of a draw mean, and the scale under each.
 *
 * With S² the variance of n draw means and C = within ÷ replications, chance's part in it, v = (1 − share)·S² ÷ C has an
 * F distribution with n − 1 and ν degrees of freedom, cut off where the share would be below 0. Given v, all squares
 * together estimate the variance of a draw mean with n − 1 + ν degrees of freedom.
 *
 * @param freedom ν, of `chance`
 */
function splitsOf(n: number, freedom: number, ofMeans: number, chance: number): Split[] {
  const ratio = ofMeans / chance;
  const spread = Math.sqrt(2 / (n - 1) + 2 / freedom);
  const most = Math.min(log(ratio), 7 * spread);
  const least = Math.min(-7 * spread, most - 4 * spread);
  const step = (most - least) / STEPS;
  const all = n - 1 + freedom;
  const splits = Array.from({ length: STEPS }, (_, i): Split => {
    const x = least + (i + 0.5) * step;
    const v = exp(x);
    const share = 1 - v / ratio;
    const variance = (ofMeans * (n - 1 + freedom / v)) / all;
    return {
      weight: exp(0.5 * ((n - 1) * x - all * log1p(((n - 1) * v) / freedom))),
      share,
      scale: Math.sqrt(variance * (share + 1 / n)),
    };
  });
  const total = splits.reduce((sum, { weight }) => sum + weight, 0);
  return splits.map((split) => ({ ...split, weight: split.weight / total }));
}

/** Chance that there is no effect at all, at even odds before: by the Bayes factor of the unit information prior. */
function chanceOfNone(t: number, n: number): number {
  const square = (t * t) / (n - 1);
  const odds = exp(0.5 * (log1p(n) - n * (log1p(square) - log1p(square / (1 + n)))));
  return odds / (1 + odds);
}

/**
 * What is known of the expected difference; null where there are too few draws, or too few that differ, to say.
 *
 * @param ignorance whether the study has uncertain numbers; if not, `nested` has one replication a draw
 */
export function expectedDifference(nested: NestedVariance, ignorance: boolean): ExpectedDifference | null {
  return countApart(nested.drawMeans) < LEAST_APART ? null : new ExpectedDifference(nested, ignorance);
}
