import { betaCdf, betaQuantile } from '../../../engine/random/distributions/beta.ts';
import { binomialCdf, binomialQuantile } from '../../../engine/random/distributions/binomial.ts';
import { exponentialCdf, exponentialQuantile } from '../../../engine/random/distributions/exponential.ts';
import { gammaCdf, gammaQuantile } from '../../../engine/random/distributions/gamma.ts';
import { lognormalCdf, lognormalQuantile } from '../../../engine/random/distributions/lognormal.ts';
import { normalCdf, normalQuantile } from '../../../engine/random/distributions/normal.ts';
import { pertCdf, pertQuantile } from '../../../engine/random/distributions/pert.ts';
import { poissonCdf, poissonQuantile } from '../../../engine/random/distributions/poisson.ts';
import { triangularCdf, triangularQuantile } from '../../../engine/random/distributions/triangular.ts';
import { weibullCdf, weibullQuantile } from '../../../engine/random/distributions/weibull.ts';

/** A distribution as the tests see it, with parameters in a list. */
export interface Law {
  readonly quantile: (u: number, ...args: number[]) => number;
  readonly cdf: (x: number, ...args: number[]) => number;
  readonly counts: boolean;
  /** Parameters the property tests use. */
  readonly examples: readonly (readonly number[])[];
  /** Parameters that must be refused. */
  readonly refused: readonly (readonly number[])[];
}

type Any = (...args: number[]) => number;

function law(
  quantile: unknown,
  cdf: unknown,
  counts: boolean,
  examples: readonly (readonly number[])[],
  refused: readonly (readonly number[])[],
): Law {
  return { quantile: quantile as Any, cdf: cdf as Any, counts, examples, refused };
}

const ends = [
  [0, 1, 4],
  [2, 2, 5],
  [-1, 3, 3],
];

export const LAWS: Readonly<Record<string, Law>> = {
  normal: law(
    normalQuantile,
    normalCdf,
    false,
    [
      [0, 1],
      [10, 4],
    ],
    [
      [0, -1],
      [0, Number.NaN],
    ],
  ),
  lognormal: law(
    lognormalQuantile,
    lognormalCdf,
    false,
    [
      [1, 0.5],
      [40_000, 0.8],
    ],
    [
      [0, 1],
      [1, -1],
      [Number.NaN, 1],
    ],
  ),
  exponential: law(exponentialQuantile, exponentialCdf, false, [[1], [0.25]], [[0], [-1], [Number.NaN]]),
  weibull: law(
    weibullQuantile,
    weibullCdf,
    false,
    [
      [0.7, 1],
      [2.5, 40],
    ],
    [
      [0, 1],
      [1, 0],
      [1, Number.NaN],
    ],
  ),
  gamma: law(
    gammaQuantile,
    gammaCdf,
    false,
    [
      [0.243, 4.414],
      [2.5, 0.1],
      [400, 1],
    ],
    [
      [0, 1],
      [1, -2],
      [Number.NaN, 1],
    ],
  ),
  beta: law(
    betaQuantile,
    betaCdf,
    false,
    [
      [0.5, 4.5],
      [2, 3],
      [200, 300],
    ],
    [
      [0, 1],
      [1, 0],
      [1, Number.NaN],
    ],
  ),
  triangular: law(triangularQuantile, triangularCdf, false, ends, [
    [0, 5, 4],
    [3, 1, 4],
    [0, Number.NaN, 1],
  ]),
  pert: law(pertQuantile, pertCdf, false, ends, [
    [0, 5, 4],
    [3, 1, 4],
    [0, Number.NaN, 1],
  ]),
  poisson: law(
    poissonQuantile,
    poissonCdf,
    true,
    [[0], [0.05], [4.5], [29.9], [30.5], [800]],
    [[-1], [1e9], [Number.NaN]],
  ),
  binomial: law(
    binomialQuantile,
    binomialCdf,
    true,
    [
      [0, 0.5],
      [1, 0.3],
      [40, 0.02],
      [300, 0.35],
      [500, 0.9],
      [7, 0],
      [7, 1],
    ],
    [
      [-1, 0.5],
      [2.5, 0.5],
      [3, 1.1],
      [3, Number.NaN],
    ],
  ),
};
