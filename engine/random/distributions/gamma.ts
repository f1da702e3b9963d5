import { exp, lgamma, log } from '../../kernel/math.ts';
import { normalQuantile } from '../../kernel/normal.ts';

const TINY = 1e-300;

/** Regularised lower incomplete gamma P(a, x): series below a + 1, Lentz's continued fraction above. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = exp(a * log(x) - x - lgamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 2000; n++) {
      term *= x / (a + n);
      sum += term;
      if (term < sum * 1e-17) break;
    }
    return front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 2000; i++) {
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
  return 1 - front * h;
}

/**
 * Gamma quantile by bracketed Newton steps on log x, from the Wilson–Hilferty guess.
 *
 * @param u uniform in (0, 1)
 * @param shape > 0
 * @param rate > 0 (mean = shape ÷ rate)
 * @throws RangeError outside these ranges
 */
export function gammaQuantile(u: number, shape: number, rate: number): number {
  if (!(shape > 0 && rate > 0))
    throw new RangeError(`gamma needs shape and rate above 0, got ${shape}, ${rate}`);
  const z = normalQuantile(u);
  const c = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  let y = c > 0.1 ? log(shape * c * c * c) : (log(u) + lgamma(shape + 1)) / shape;
  let low = -800;
  let high = 50;
  for (let i = 0; i < 200; i++) {
    const x = exp(y);
    const error = gammaP(shape, x) - u;
    if (error > 0) high = y;
    else low = y;
    const slope = exp(shape * y - x - lgamma(shape));
    let next = slope > 0 ? y - error / slope : (low + high) / 2;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - y) < 1e-14 * Math.max(1, Math.abs(y))) {
      y = next;
      break;
    }
    y = next;
  }
  return exp(y) / rate;
}
