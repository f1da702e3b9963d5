import type { Model } from '../model.ts';
import { CREDIT, FIRST_LEVEL } from '../tables/pay.ts';
import type { World } from '../world.ts';
import { customersOf } from './customers.ts';

/** Agreed goals are reached so far at usual effort and service. Assumed. */
const USUAL_SCORE = 0.85;

/** Weight of a month in what a seat expects of its levels. Assumed. */
const LEVEL_WEIGHT = 0.3;

const MONTHS_A_YEAR = 12;

/**
 * Month's end: reads what pay plans measure as levels. Satisfaction is the mean of the seat's customers; retention the
 * share of them that would stay a year at the month's rate; agreed goals are the unpaid side of the job, reached as far
 * as service and effort go. Ratios of cash and margin to revenue fill as business is done; touches are counted here too.
 */
export function readLevels(w: World, m: Model): void {
  const { rows, metric, readsCustomers } = m.credits;
  const { credit, base, pace } = w.pay;
  const r = w.reps;
  const feeling = readsCustomers ? satisfactionOf(w, m) : null;
  for (let row = 0; row < rows; row++) {
    if (metric[row]! < FIRST_LEVEL) continue;
    for (let seat = 0; seat < m.seats; seat++) {
      const at = row * m.seats + seat;
      const customers = customersOf(w, seat);
      let reading: number;
      switch (metric[row]) {
        case CREDIT.satisfaction:
          if (customers === 0) continue;
          reading = feeling![seat]! / customers;
          break;
        case CREDIT.retention:
          if (customers + r.lost[seat]! === 0) continue;
          reading = Math.max(0, 1 - (MONTHS_A_YEAR * r.lost[seat]!) / (customers + r.lost[seat]!));
          break;
        case CREDIT.mbo:
          if (r.active[seat] === 0) continue;
          reading = Math.min(1, USUAL_SCORE * Math.sqrt(r.serviceRatio[seat]! * r.effort[seat]!));
          break;
        default:
          if (base[at]! > 0) pace[at]! += LEVEL_WEIGHT * (credit[at]! / base[at]! - pace[at]!);
          continue;
      }
      credit[at]! += reading;
      base[at]! += 1;
      pace[at]! += LEVEL_WEIGHT * (reading - pace[at]!);
    }
  }
  r.lost.fill(0);
}

/** Sum of satisfaction over each seat's customers. */
function satisfactionOf(w: World, m: Model): Float64Array {
  const sums = new Float64Array(m.seats);
  const { state, owner, satisfaction } = w.customers;
  const rows = w.market.customers[0]!;
  for (let row = 0; row < rows; row++) if (state[row] === 1) sums[owner[row]!]! += satisfaction[row]!;
  return sums;
}

/** Touches since the last look become credit for whoever is paid by activity; at a week's end, before paces are learnt. */
export function creditTouches(w: World, m: Model): void {
  const { rows, metric } = m.credits;
  const { touched } = w.reps;
  for (let row = 0; row < rows; row++) {
    if (metric[row] !== CREDIT.activities) continue;
    for (let seat = 0; seat < m.seats; seat++) w.pay.credit[row * m.seats + seat]! += touched[seat]!;
  }
  touched.fill(0);
}
