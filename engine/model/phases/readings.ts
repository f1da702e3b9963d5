import { bookMonth, bookSum } from '../book.ts';
import { DAYS_A_MONTH, periodOf } from '../calendar.ts';
import { meanAdoption } from '../lever-table.ts';
import type { Model } from '../model.ts';
import { MONTH, REP_FIGURES, SEAT, SUM } from '../tables/tally.ts';
import { RING, type World } from '../world.ts';
import { customersOf } from './customers.ts';
import { KIND } from './leads.ts';
import { playbookGap } from './market.ts';

/** Value of open opportunities of one chain of deals. */
function chainValue(w: World, head: number): number {
  const { next, stage, kind, value } = w.deals;
  let sum = 0;
  for (let row = head; row >= 0; row = next[row]!) {
    if (stage[row]! > 0 && kind[row] === KIND.fresh) sum += value[row]!;
  }
  return sum;
}

/** Month-end readings of state: people, playbook fit, adoption, the open pipeline, and each seat's standing. */
export function readMonth(w: World, m: Model, day: number): void {
  if (day < 0) return;
  const r = w.reps;
  let active = 0;
  let quota = 0;
  let fit = 0;
  const last = day === m.horizonDays - 1;
  for (let seat = 0; seat < m.seats; seat++) {
    const at = seat * REP_FIGURES.length;
    if (last) {
      w.seatTally[at + SEAT.proficiency] = r.proficiency[seat]!;
      w.seatTally[at + SEAT.ability] = r.ability[seat]!;
      w.seatTally[at + SEAT.customers] = customersOf(w, seat);
      w.seatTally[at + SEAT.tenure] = r.active[seat] === 1 ? day + 1 - r.hiredDay[seat]! : 0;
    }
    if (r.active[seat] === 0) continue;
    active++;
    if (m.mainRow >= 0) quota += w.pay.quota[m.mainRow * m.seats + seat]!;
    fit += 1 - m.params.shiftDepth * playbookGap(w, r.team[seat]!);
  }
  let pipeline = 0;
  for (let at = 0; at < RING; at++) pipeline += chainValue(w, w.dealBucket[at]!);
  for (let seat = 0; seat < m.seats; seat++) pipeline += chainValue(w, r.readyHead[seat]!);
  let adoption = 0;
  let running = 0;
  for (const practice of m.practices) {
    if (practice.startDay > day || practice.stopDay <= day) continue;
    adoption += meanAdoption(w, w.adoption.subarray(practice.row * m.seats, (practice.row + 1) * m.seats));
    running++;
  }
  if (quota > 0) {
    bookSum(w, SUM.coverage, pipeline / quota);
    bookSum(w, SUM.coverageCount, 1);
  }
  if (periodOf(day, DAYS_A_MONTH) >= w.size.months) return;
  bookMonth(w, day, MONTH['active-reps'], active);
  bookMonth(w, day, MONTH['playbook-fit'], active > 0 ? fit / active : 0);
  bookMonth(w, day, MONTH.adoption, running > 0 ? adoption / running : 0);
  bookMonth(w, day, MONTH['open-pipeline'], pipeline);
}
