/**
 * Elementary functions that give the same bits on every machine: only + − × ÷ √ and bit access, which IEEE 754 fixes,
 * in the manner of fdlibm (freely distributable by Sun Microsystems). ECMAScript leaves the accuracy of Math.exp and
 * its kin to each engine, so the simulator does not use them.
 */

const scratch = new Float64Array(1);
const bits = new Int32Array(scratch.buffer);

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.4426950408889634074;

/** 2^k for −1074 ≤ k ≤ 1023, exactly, at k + 1074: a load instead of a store and a stalled reload. */
const POWERS_OF_TWO = new Float64Array(2098);
for (let k = 0, value = 4.9406564584124654e-324; k < POWERS_OF_TWO.length; k++, value *= 2)
  POWERS_OF_TWO[k] = value;

function powerOfTwo(k: number): number {
  return POWERS_OF_TWO[k + 1074]!;
}

/** e^x, within one unit in the last place. */
export function exp(x: number): number {
  if (!(x > -745.2)) return Number.isNaN(x) ? x : 0;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  const k = Math.floor(INVERSE_LN2 * x + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k >= -1021 && k <= 1023) return y * powerOfTwo(k);
  if (k > 1023) return y * powerOfTwo(1023) * powerOfTwo(k - 1023);
  return y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}

/** Natural logarithm, within one unit in the last place; NaN below 0, −∞ at 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    k = -54;
  }
  scratch[0] = x;
  const high = bits[1]!;
  // x = 2^e · m with m in [√½, √2): the exponent goes up by one when the mantissa is above √2.
  const e = (high >> 20) - 1023 + (((high & 0xfffff) + 0x95f64) >> 20);
  k += e;
  const f = (e > 1000 ? x * 0.5 * powerOfTwo(1 - e) : x * powerOfTwo(-e)) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const t2 =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  const r = t1 + t2;
  if (k === 0) return f - (half - s * (half + r));
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}

/** log(1 + x) without losing small x. */
export function log1p(x: number): number {
  const y = 1 + x;
  if (y === 1) return x;
  if (y === Number.POSITIVE_INFINITY) return y;
  // Kahan's correction: the rounding of 1 + x is undone to first order.
  return (log(y) * x) / (y - 1);
}

/** e^x − 1 without losing small x. */
export function expm1(x: number): number {
  if (x > 0.5 || x < -0.5) return exp(x) - 1;
  const y = exp(x);
  if (y === 1) return x;
  const l = log(y);
  return l === 0 ? x : ((y - 1) * x) / l;
}

/** x^y for x ≥ 0, to about 1e-14 relative for moderate exponents. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  if (x === 1) return 1;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  return exp(y * log(x));
}

/** 1 ÷ (1 + e^−x). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** ln(p ÷ (1 − p)). */
export function logit(p: number): number {
  return log(p) - log1p(-p);
}

/** Hyperbolic tangent; exactly 0 at 0 and odd. */
export function tanh(x: number): number {
  if (x === 0) return 0;
  const a = Math.abs(x);
  const e = expm1(2 * Math.min(a, 20));
  const t = a > 20 ? 1 : e / (e + 2);
  return x < 0 ? -t : t;
}

/** Inverse hyperbolic tangent, |x| < 1. */
export function atanh(x: number): number {
  return 0.5 * (log1p(x) - log1p(-x));
}

const LANCZOS = [
  0.99999999999980993227684700473478, 676.520368121885098567009190444019, -1259.13921672240287047156078755283,
  771.3234287776530788486528258894, -176.61502916214059906584551354, 12.507343278686904814458936853,
  -0.13857109526572011689554707, 9.984369578019570859563e-6, 1.50563273514931155834e-7,
];

/** Natural logarithm of the gamma function for x > 0 (Lanczos, g = 7), to about 1e-14 relative or 3e-15 absolute. */
export function lgamma(x: number): number {
  if (x < 0.5) return lgamma(x + 1) - log(x);
  const z = x - 1;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < 9; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return 0.91893853320467274178 + (z + 0.5) * log(t) - t + log(sum);
}
