import { exp, log } from './math.ts';

/** Density of the standard normal. */
export function normalDensity(x: number): number {
  return 0.3989422804014326779 * exp(-0.5 * x * x);
}

/**
 * Distribution function of the standard normal, to about 1e-13 of itself even in the lower tail: Hart's rational
 * approximations as arranged by West (2005), "Better approximations to cumulative normal functions", and beyond them
 * a continued fraction.
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  let tail: number;
  if (z > 37.5) {
    tail = 0;
  } else {
    const e = exp((-z * z) / 2);
    if (z < 4) {
      const top =
        ((((((0.0352624965998911 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z +
          112.079291497871) *
          z +
          221.213596169931) *
          z +
          220.206867912376) *
        e;
      const bottom =
        ((((((0.0883883476483184 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z +
          296.564248779674) *
          z +
          637.333633378831) *
          z +
          793.826512519948) *
          z +
        440.413735824752;
      tail = top / bottom;
    } else {
      // Laplace's continued fraction; thirty levels settle it from here on.
      let fraction = z;
      for (let k = 30; k > 0; k--) fraction = z + k / fraction;
      tail = e / (fraction * 2.5066282746310005);
    }
  }
  return x > 0 ? 1 - tail : tail;
}

const A = [
  3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
  4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
];
const B = [
  1, 4.2313330701600911252e1, 6.871870074920579083e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
  3.930789580009271061e4, 2.8729085735721942674e4, 5.226495278852854561e3,
];
const C = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4,
];
const D = [
  1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1, 1.4810397642748007459e-1,
  1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const E = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
  2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const F = [
  1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

function ratio(top: readonly number[], bottom: readonly number[], r: number): number {
  let a = top[7]!;
  let b = bottom[7]!;
  for (let i = 6; i >= 0; i--) {
    a = a * r + top[i]!;
    b = b * r + bottom[i]!;
  }
  return a / b;
}

/** Quantile of the standard normal for 0 < p < 1, to about 1e-16 (Wichura 1988, AS241 PPND16). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(A, B, 0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  const r = Math.sqrt(-log(tail));
  const value = r <= 5 ? ratio(C, D, r - 1.6) : ratio(E, F, r - 5);
  return q < 0 ? -value : value;
}
