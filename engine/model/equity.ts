import { pow } from '../kernel/math.ts';
import { DAYS_A_YEAR } from './calendar.ts';
import type { Model, Random } from './model.ts';
import { DEAD, marginAt } from './phases/close.ts';
import { becomes } from './phases/customers.ts';
import { KIND } from './phases/leads.ts';
import { residualValue } from './residual.ts';
import type { Today } from './today.ts';
import { RING, type World } from './world.ts';

/** What the company holds beyond what it has earned: its customers' and its open opportunities' contributions to come. */
export interface Holdings {
  readonly customers: number;
  readonly pipeline: number;
}

/** Values what a world holds on the morning of day `from`. */
export function holdings(w: World, m: Model, random: Random, t: Today, from: number): Holdings {
  const rows = w.market.customers[0]!;
  let customers = 0;
  for (let row = 0; row < rows; row++) {
    if (w.customers.state[row] === 1) customers += residualValue(w, m, t, row, from);
  }
  let pipeline = 0;
  for (let at = 0; at < RING; at++) pipeline += chainValue(w, m, random, t, from, w.dealBucket[at]!);
  for (let seat = 0; seat < m.seats; seat++)
    pipeline += chainValue(w, m, random, t, from, w.reps.readyHead[seat]!);
  return { customers, pipeline };
}

/** Expected contribution of the opportunities of one chain of deals. */
function chainValue(w: World, m: Model, random: Random, t: Today, from: number, head: number): number {
  let sum = 0;
  for (let row = head; row >= 0; row = w.deals.next[row]!) {
    const stage = w.deals.stage[row]!;
    if (stage === 0 || w.deals.kind[row] !== KIND.fresh || w.deals.coldDay[row] === DEAD) continue;
    const left = t.daysLeft[stage]! - (stage + 1 < m.stages ? t.daysLeft[stage + 1]! : 0);
    const wait = Math.round(t.daysLeft[stage]! - left / 2);
    const net = w.deals.value[row]! * (1 - t.discount);
    const margin = marginAt(m, t.discount, t.partner[w.deals.channel[row]!]!);
    const customer = becomes(w, m, random, from + wait, row, net, margin);
    const value =
      net * (m.params.upfront * margin - t.paid.fresh) + residualValue(w, m, t, customer, from + wait);
    sum += t.odds[stage]! * pow(1 + t.discountRate, -wait / DAYS_A_YEAR) * value;
  }
  return sum;
}
