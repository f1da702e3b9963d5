import { incompleteBeta as betaCdf } from '../../kernel/incomplete-beta.ts';
import { exp, lgamma, log, logistic } from '../../kernel/math.ts';

export { betaCdf };

/**
 * Beta quantile by bracketed Newton steps on the log-odds of x, always in the smaller tail: above the median the
 * mirrored quantile is solved, because 1 − u is exact where u is near 1.
 *
 * @param u uniform in (0, 1)
 * @param a first shape > 0
 * @param b second shape > 0
 * @throws RangeError outside these ranges
 */
export function betaQuantile(u: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`beta needs shapes above 0, got ${a}, ${b}`);
  return u <= 0.5 ? logistic(logOddsOf(u, a, b)) : logistic(-logOddsOf(1 - u, b, a));
}

/** Log-odds of x with I_x(a, b) = tail ≤ ½. */
function logOddsOf(tail: number, a: number, b: number): number {
  const front = lgamma(a + b) - lgamma(a) - lgamma(b);
  let low = -745 / Math.min(1, a);
  let high = 745;
  let y = log(a / b);
  for (let i = 0; i < 300; i++) {
    const x = logistic(y);
    const rest = logistic(-y);
    const value = betaCdf(x, a, b, rest);
    const error = value - tail;
    if (error > 0) high = y;
    else low = y;
    // Newton on ln I: nearly straight in the tail, where I itself is far from it. dI/dy = density × x(1 − x).
    const slope = exp(front + a * log(x) + b * log(rest));
    let next = slope > 0 && value > 0 ? y - (value * log(value / tail)) / slope : (low + high) / 2;
    if (!(next > low && next < high)) next = (low + high) / 2;
    const done = Math.abs(next - y) < 1e-14 * Math.max(1, Math.abs(y));
    y = next;
    if (done) break;
  }
  return y;
}
