import { incompleteBeta } from '../kernel/incomplete-beta.ts';
import { exp, lgamma, log, log1p } from '../kernel/math.ts';
import { normalQuantile } from '../kernel/normal.ts';

/** Distribution function of Student's t with `df` degrees of freedom. */
export function studentCdf(t: number, df: number): number {
  const tail = 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5, (t * t) / (df + t * t));
  return t > 0 ? 1 - tail : tail;
}

/**
 * Quantile of Student's t, to about 1e-12: Newton steps kept inside a bracket, from the normal quantile.
 *
 * @param p in (0, 1)
 * @param df degrees of freedom, > 0
 */
export function studentQuantile(p: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const front = lgamma((df + 1) / 2) - lgamma(df / 2) - 0.5 * log(df * Math.PI);
  let low = 0;
  let high = 1;
  while (studentCdf(high, df) < p) high *= 2;
  let t = Math.min(high, Math.max(low, normalQuantile(p)));
  for (let i = 0; i < 200; i++) {
    const error = studentCdf(t, df) - p;
    if (error > 0) high = t;
    else low = t;
    const slope = exp(front - ((df + 1) / 2) * log1p((t * t) / df));
    let next = t - error / slope;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - t) <= 1e-14 * Math.abs(t)) return next;
    t = next;
  }
  return t;
}
