import { exp, logistic, pow } from '../kernel/math.ts';
import { DAYS_A_MONTH } from './calendar.ts';
import { RELATIONSHIP_KEEPS, SATISFACTION_FALL, SATISFACTION_PACE, USUAL_RELATIONSHIP } from './constants.ts';
import type { Model } from './model.ts';
import { marginAt } from './phases/close.ts';
import { expansionWish } from './phases/customer-month.ts';
import { satisfactionShift } from './phases/customers.ts';
import type { Today } from './today.ts';
import type { World } from './world.ts';

/** Months between two looks at how a customer feels, and after which it feels as usual. */
const LOOK = 3;
const SETTLED = 24;

/** Part of a deviation from usual satisfaction that a month leaves: it comes back from above faster than from below. */
const MOOD_KEPT = 1 - (SATISFACTION_PACE * (1 + SATISFACTION_FALL)) / 2;

/** Of a deviation of which a month leaves `kept`: what is left of it after a look's months, and on average during them. */
const after = (kept: number): number => kept * kept * kept;
const during = (kept: number): number => (1 + kept + kept * kept) / LOOK;

/**
 * Expected contribution of one customer from the morning of day `from` on under today's management, discounted to that
 * day: by its own chance to drop out at each renewal and purchase and its own rate of buying, while what it feels draws
 * back to what customers like it usually feel. Margin of what recurs, of orders and of expansions, less the pay that goes
 * with them and what its care costs.
 */
export function residualValue(w: World, m: Model, t: Today, row: number, from: number): number {
  const c = w.customers;
  const p = m.params;
  const tier = c.tier[row]!;
  const usual = t.mood[tier]! + c.disposition[row]!;
  const usualBond = t.bond[tier]!;
  const unit = c.unitValue[row]!;
  const margin = c.marginRate[row]!;
  // Gaps between purchases are exponential and rounded up to whole days.
  const buys = p.purchaseRate > 0 ? 1 - exp(-c.rate[row]!) : 0;
  const orderMargin = p.repeatHours > 0 ? marginAt(m, 0, t.partner[m.channel.home]!) : margin;
  const perOrder = c.orderValue[row]! * t.repeatYield * (orderMargin - t.paid.repeat);
  const appetite = ((m.feelings.wish * p.expansionRate) / 12) * Math.min(4, c.potential[row]!);
  const expansionMargin = marginAt(m, t.discount, t.partner[m.channel.home]!);
  const recurs = p.recurring > 0;
  const month = pow(1 + t.discountRate, -1 / 12);
  const half = Math.sqrt(month);
  const term = Math.max(1, Math.round(p.renewal));

  let recurring = c.recurring[row]!;
  let due = recurs ? c.renewDay[row]! - from : Number.POSITIVE_INFINITY;
  let mood = c.satisfaction[row]! - usual;
  let bond = c.relationship[row]! - usualBond;
  let alive = 1;
  let worth = 1;
  let value = 0;
  let leaves = 0;
  let stays = 1;
  let orders = 0;
  let grows = 0;
  for (let k = 0; k < 12 * t.years; k++) {
    if (k <= SETTLED && k % LOOK === 0) {
      const feels = Math.min(100, Math.max(0, usual + mood * during(MOOD_KEPT)));
      const bound = usualBond + bond * during(t.bondKept);
      const odds = c.dropLogit[row]! + satisfactionShift(m, feels);
      leaves = logistic(odds - RELATIONSHIP_KEEPS * (bound - USUAL_RELATIONSHIP));
      if (buys > 0) {
        stays = pow(1 - buys * leaves, DAYS_A_MONTH);
        orders = ((1 - leaves) * (1 - stays)) / leaves;
        if (t.repeatRise > 0) orders *= exp(t.repeatRise * (bound - t.seenBond));
      }
      if (appetite > 0) {
        const won = t.expansionYield * exp(t.expansionRise * (bound - t.seenBond));
        grows = unit * p.expansionSize * won * (1 - exp(-appetite * expansionWish(feels)));
      }
      mood *= after(MOOD_KEPT);
      bond *= after(t.bondKept);
    }
    const middle = worth * half;
    value += middle * alive * orders * perOrder;
    alive *= stays;
    for (; due < DAYS_A_MONTH * (k + 1); due += term) {
      alive *= 1 - leaves;
      value -= middle * alive * recurring * t.paid.renewal;
    }
    worth *= month;
    const present = worth * alive;
    if (recurs) {
      value += present * (recurring / 12) * (margin - t.paid.accrual);
      value -= present * grows * t.paid.expansion;
      recurring += grows;
    } else {
      value += present * grows * (expansionMargin - t.paid.expansion);
    }
    value -= present * t.care[tier]!;
  }
  return value;
}
