import { normalCdf, normalDensity } from '../kernel/normal.ts';
import { jumpAt, onPiece, type Piecewise, pieceAt } from './piecewise.ts';

/** A forecast: the end of a period's result as Normal(mean, sd²). */
export interface Forecast {
  readonly mean: number;
  readonly sd: number;
}

/** Expected pay, and how much it rises per unit that the mean rises. */
export interface Expected {
  readonly pay: number;
  readonly marginal: number;
}

/** Below this spread, relative to where the function bends, a forecast counts as certain. */
const CERTAIN = 1e-9;

/**
 * Expected value of f and its derivative by the mean, under a Normal forecast; exact to rounding.
 *
 * With z_k = (b_k − μ)/σ at the breaks, piece k (value v_k at its anchor a_k, slope s_k) gives
 * (v_k + s_k(μ − a_k))·[Φ(z_{k+1}) − Φ(z_k)] + s_k·σ·[φ(z_k) − φ(z_{k+1})], and the derivative is
 * Σ s_k·[Φ(z_{k+1}) − Φ(z_k)] + Σ jump_k·φ(z_k)/σ. As σ → 0: f(μ) and the slope where μ stands; a jump at the very spot
 * then counts nothing.
 *
 * What the forecast puts below 0 belongs to the first piece, extended: results are not negative, and a wide forecast
 * must not make effort look useless.
 */
export function expected(f: Piecewise, { mean, sd }: Forecast): Expected {
  const { at, slope } = f;
  const scale = Math.abs(mean) + Math.abs(at.at(-1) ?? 0);
  if (!(sd > CERTAIN * scale)) {
    const k = pieceAt(f, mean);
    return { pay: onPiece(f, k, mean), marginal: slope[k]! };
  }
  let pay = 0;
  let marginal = 0;
  let z = Number.NEGATIVE_INFINITY;
  let density = 0;
  for (let k = 0; k < slope.length; k++) {
    const last = k === at.length;
    const next = last ? Number.POSITIVE_INFINITY : (at[k]! - mean) / sd;
    const nextDensity = last ? 0 : normalDensity(next);
    const share = between(z, next);
    pay += onPiece(f, k, mean) * share + slope[k]! * sd * (density - nextDensity);
    marginal += slope[k]! * share;
    if (!last) marginal += (jumpAt(f, k) * nextDensity) / sd;
    z = next;
    density = nextDensity;
  }
  return { pay, marginal };
}

/** Φ(b) − Φ(a), without losing a small difference of two numbers near 1. */
function between(a: number, b: number): number {
  return a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
}
