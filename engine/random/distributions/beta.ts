import { incompleteBeta as betaCdf } from '../../kernel/incomplete-beta.ts';
import { exp, lgamma, log, logistic } from '../../kernel/math.ts';

export { betaCdf };

/**
 * Beta quantile by bracketed Newton steps on the log-odds of x.
 *
 * @param u uniform in (0, 1)
 * @param a first shape > 0
 * @param b second shape > 0
 * @throws RangeError outside these ranges
 */
export function betaQuantile(u: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`beta needs shapes above 0, got ${a}, ${b}`);
  const front = lgamma(a + b) - lgamma(a) - lgamma(b);
  let low = -700;
  let high = 700;
  let y = log(a / b);
  for (let i = 0; i < 300; i++) {
    const x = logistic(y);
    const error = betaCdf(x, a, b) - u;
    if (error > 0) high = y;
    else low = y;
    // dI/dy = density × x(1 − x)
    const slope = exp(front + a * log(x) + b * log(logistic(-y)));
    let next = slope > 0 ? y - error / slope : (low + high) / 2;
    if (!(next > low && next < high)) next = (low + high) / 2;
    const done = Math.abs(next - y) < 1e-14 * Math.max(1, Math.abs(y));
    y = next;
    if (done) break;
  }
  return logistic(y);
}
