import { exp, lgamma, log, log1p, logistic } from '../../kernel/math.ts';

const TINY = 1e-300;

/** Continued fraction of the incomplete beta function (Lentz). */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < TINY) d = TINY;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < 3000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/** Regularised incomplete beta I_x(a, b): the beta distribution function. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

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
