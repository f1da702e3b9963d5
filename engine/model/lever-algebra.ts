import { atanh, exp, logistic, logit, tanh } from '../kernel/math.ts';
import type { LeverScale } from './levers.ts';

/** Shares and correlations stay this far from their ends, where log-odds would be infinite. */
const EDGE = 1e-6;

/**
 * A lever's value after shifts adding up to `sum` on its natural scale. The sum saturates smoothly at ±bound
 * (bound·tanh(sum ÷ bound)); a sum of 0 gives the base back to the bit.
 */
export function applyShift(scale: LeverScale, base: number, bound: number, sum: number): number {
  if (sum === 0) return base;
  const shift = bound * tanh(sum / bound);
  switch (scale) {
    case 'log':
      return base * exp(shift);
    case 'odds':
      return logistic(logit(inside(base, 0)) + shift);
    case 'fisher':
      return tanh(atanh(inside(base, -1)) + shift);
    case 'hours':
    case 'level':
      return base + shift;
  }
}

function inside(x: number, low: number): number {
  return Math.min(1 - EDGE, Math.max(low + EDGE, x));
}
