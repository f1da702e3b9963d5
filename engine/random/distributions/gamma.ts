import { exp, lgamma, log } from '../../kernel/math.ts';
import { normalQuantile } from '../../kernel/normal.ts';

const TINY = 1e-300;

/** Regularised lower incomplete gamma P(a, x): series below a + 1, Lentz's continued fraction above. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Regularised upper incomplete gamma Q(a, x) = 1 − P(a, x), without losing a small tail. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

function front(a: number, x: number): number {
  return exp(a * log(x) - x - lgamma(a));
}

/** Terms that suffice for 1e-16: about nine times √a near x = a. */
function iterations(a: number): number {
  return 1000 + 20 * Math.sqrt(a);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1, most = iterations(a); n < most; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return front(a, x) * sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1, most = iterations(a); i < most; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + an / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return front(a, x) * h;
}

/** Distribution function of the gamma. */
export function gammaCdf(x: number, shape: number, rate: number): number {
  return gammaP(shape, x * rate);
}

/**
 * Gamma quantile by bracketed Newton steps on log x, from the Wilson–Hilferty guess, always in the smaller tail.
 *
 * @param u uniform in (0, 1)
 * @param shape > 0
 * @param rate > 0 (mean = shape ÷ rate)
 * @throws RangeError outside these ranges
 */
export function gammaQuantile(u: number, shape: number, rate: number): number {
  if (!(shape > 0 && rate > 0))
    throw new RangeError(`gamma needs shape and rate above 0, got ${shape}, ${rate}`);
  const upper = u > 0.5;
  const tail = upper ? 1 - u : u;
  const scale = lgamma(shape);
  const z = normalQuantile(u);
  const c = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  let y = c > 0.1 ? log(shape * c * c * c) : (log(u) + lgamma(shape + 1)) / shape;
  let low = -745 / Math.min(1, shape);
  let high = 50;
  for (let i = 0; i < 200; i++) {
    const x = exp(y);
    const value = upper ? gammaQ(shape, x) : gammaP(shape, x);
    if (value > tail === upper) low = y;
    else high = y;
    // Newton on the log of the tail: nearly straight where the tail itself is far from it.
    const slope = (upper ? -1 : 1) * exp(shape * y - x - scale);
    let next = slope !== 0 && value > 0 ? y - (value * log(value / tail)) / slope : (low + high) / 2;
    if (!(next > low && next < high)) next = (low + high) / 2;
    const done = Math.abs(next - y) < 1e-14 * Math.max(1, Math.abs(y));
    y = next;
    if (done) break;
  }
  return exp(y) / rate;
}
