import { incompleteBeta } from '../../kernel/incomplete-beta.ts';
import { exp, lgamma, log, log1p } from '../../kernel/math.ts';
import { normalQuantile } from '../../kernel/normal.ts';
import { guessCount, smallestCount } from './count-search.ts';

function check(n: number, p: number): void {
  if (!(Number.isInteger(n) && n >= 0 && n < 1e9 && p >= 0 && p <= 1))
    throw new RangeError(`binomial needs a whole n in [0, 1e9) and p in [0, 1], got ${n}, ${p}`);
}

/**
 * Binomial quantile: the smallest k with P(X ≤ k) ≥ u.
 *
 * @param u uniform in (0, 1)
 * @param n trials, a whole number ≥ 0
 * @param p chance of success, 0–1
 * @throws RangeError outside these ranges
 */
export function binomialQuantile(u: number, n: number, p: number): number {
  check(n, p);
  if (n === 0 || p === 0) return 0;
  if (p === 1) return n;
  const odds = p / (1 - p);
  const sd = Math.sqrt(n * p * (1 - p));
  return smallestCount(u, guessCount(n * p, sd, (1 - 2 * p) / sd, normalQuantile(u)), {
    most: n,
    below: (k) => binomialCdf(k, n, p),
    above: (k) => (k >= n ? 0 : incompleteBeta(p, k + 1, n - k)),
    chance: (k) => exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log1p(-p)),
    ratio: (k) => ((n - k) * odds) / (k + 1),
  });
}

/** Distribution function of the binomial: P(X ≤ x). */
export function binomialCdf(x: number, n: number, p: number): number {
  check(n, p);
  const k = Math.floor(x);
  if (k < 0) return 0;
  if (k >= n) return 1;
  return incompleteBeta(1 - p, n - k, k + 1, p);
}
