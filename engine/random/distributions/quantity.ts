import { exp } from '../../kernel/math.ts';
import { normalQuantile } from '../../kernel/normal.ts';
import type { Quantity } from '../../kernel/quantity.ts';
import { betaQuantile } from './beta.ts';

/**
 * Value of a quantity at probability u. `low/mode/high` is a PERT distribution (Beta with shapes 1 + 4(m−l)/(h−l) and
 * 1 + 4(h−m)/(h−l), scaled); equal ends give the constant.
 */
export function quantityQuantile(q: Quantity, u: number): number {
  if (typeof q === 'number') return q;
  if ('mode' in q) {
    const range = q.high - q.low;
    if (range <= 0) return q.mode;
    const a = 1 + (4 * (q.mode - q.low)) / range;
    const b = 1 + (4 * (q.high - q.mode)) / range;
    return q.low + range * betaQuantile(u, a, b);
  }
  if ('normal' in q) return q.normal[0] + q.normal[1] * normalQuantile(u);
  if ('uniform' in q) return q.uniform[0] + (q.uniform[1] - q.uniform[0]) * u;
  return q.lognormal[0] * exp(q.lognormal[1] * normalQuantile(u));
}
