import { endsOf, type Quantity } from '../../kernel/quantity.ts';
import { lognormalQuantile } from './lognormal.ts';
import { normalQuantile } from './normal.ts';
import { pertQuantile } from './pert.ts';

/** Value of a quantity at probability u, never beyond its ends; `low/mode/high` is a PERT distribution. */
export function quantityQuantile(q: Quantity, u: number): number {
  if (typeof q === 'number') return q;
  if ('mode' in q) return pertQuantile(u, q.low, q.mode, q.high);
  if ('uniform' in q) return q.uniform[0] + (q.uniform[1] - q.uniform[0]) * u;
  const [low, high] = endsOf(q);
  const value =
    'normal' in q
      ? normalQuantile(u, q.normal[0], q.normal[1])
      : lognormalQuantile(u, q.lognormal[0], q.lognormal[1]);
  return Math.min(high, Math.max(low, value));
}
