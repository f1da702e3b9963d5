import { incompleteBeta } from '../kernel/incomplete-beta.ts';

/** P(X ≤ k) for X ~ Binomial(n, p), by the incomplete beta function. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return incompleteBeta(1 - p, n - k, k + 1, p);
}

/**
 * Wilson score interval of a proportion.
 *
 * @param z standard normal quantile of the confidence wanted, 1.96 for 95 %
 */
export function wilsonInterval(successes: number, n: number, z: number): [number, number] {
  if (n === 0) return [0, 1];
  const p = successes / n;
  const zz = (z * z) / n;
  const centre = (p + zz / 2) / (1 + zz);
  const half = (z / (1 + zz)) * Math.sqrt((p * (1 - p)) / n + zz / (4 * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
