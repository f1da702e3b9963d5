import { normalCdf, normalDensity } from '../kernel/normal.ts';
import { onPiece, type Piecewise, pieceAt } from './piecewise.ts';

/** Below this share of the scale of its argument a forecast counts as certain. */
const CERTAIN = 1e-9;

/**
 * Expected slope of f at X ~ Normal(mean, sd²), jumps included: what one more unit of the forecast is worth,
 *
 *     Σ slope_k·[Φ((b_k − μ)/σ) − Φ((b_{k−1} − μ)/σ)] + Σ jump_k·φ((b_k − μ)/σ)/σ.
 *
 * The lowest piece reaches down without end. As sd → 0 the slope where the forecast stands; a jump at the very spot then
 * counts nothing.
 */
export function slopeUnder(f: Piecewise, mean: number, sd: number): number {
  const { at, slope } = f;
  const n = at.length;
  if (!(sd > CERTAIN * scaleOf(f, mean))) return slope[pieceAt(f, mean)]!;
  let sum = 0;
  let before = 0;
  for (let k = 0; k < n; k++) {
    const z = (at[k]! - mean) / sd;
    const upTo = cdf(z);
    if (slope[k] !== 0) sum += slope[k]! * (upTo - before);
    before = upTo;
    const jump = f.value[k + 1]! - onPiece(f, k, at[k]!);
    if (jump !== 0) sum += (jump * normalDensity(z)) / sd;
  }
  return slope[n] === 0 ? sum : sum + slope[n]! * (1 - before);
}

/** The last value of the distribution function: a plan's components often break at the same result. */
let lastZ = 0;
let lastCdf = 0.5;

function cdf(z: number): number {
  if (z !== lastZ) {
    lastZ = z;
    lastCdf = normalCdf(z);
  }
  return lastCdf;
}

/** Expected f(X) at X ~ Normal(mean, sd²), the lowest piece reaching down without end. */
export function meanUnder(f: Piecewise, mean: number, sd: number): number {
  const { at, slope } = f;
  const n = at.length;
  if (!(sd > CERTAIN * scaleOf(f, mean))) return onPiece(f, pieceAt(f, mean), mean);
  let sum = onPiece(f, 0, mean);
  for (let k = 0; k < n; k++) {
    // From b on the line is another: E of (jump + change of slope·(X − b)) above b.
    const z = (mean - at[k]!) / sd;
    const above = normalCdf(z);
    const jump = f.value[k + 1]! - onPiece(f, k, at[k]!);
    if (jump !== 0) sum += jump * above;
    const bend = slope[k + 1]! - slope[k]!;
    if (bend !== 0) sum += bend * sd * (normalDensity(z) + z * above);
  }
  return sum;
}

function scaleOf(f: Piecewise, mean: number): number {
  const n = f.at.length;
  return Math.max(Math.abs(mean), n > 0 ? Math.abs(f.at[n - 1]!) : 0);
}
