import { bookMonth } from '../book.ts';
import { DAYS_A_MONTH, periodOf } from '../calendar.ts';
import type { Model, Practice } from '../model.ts';
import { MONTH, TIMELINE } from '../tables/tally.ts';
import type { World } from '../world.ts';
import { isFor, worksBy } from './adoption.ts';

/** Set-up costs fall due on the day a practice starts, for everyone it is meant for, also those a roll-out reaches later. */
export function setupCosts(w: World, m: Model, day: number): void {
  for (const practice of m.practices) {
    if (practice.startDay !== day) continue;
    let meant = 0;
    for (let seat = 0; seat < m.seats; seat++) if (isFor(w, practice, seat)) meant++;
    bookMonth(w, day, MONTH['scheme-cost'], practice.setup + practice.setupPerRep * meant);
  }
}

/** A month of running costs: what is due whomever a practice covers, and what follows those it has reached. */
export function runningCosts(w: World, m: Model, day: number): void {
  if (day < 0) return;
  const month = periodOf(day, DAYS_A_MONTH);
  const leads = w.timeline[month * TIMELINE.length + MONTH.leads]!;
  for (const practice of m.practices) {
    if (practice.startDay > day || practice.stopDay <= day) continue;
    bookMonth(w, day, MONTH['scheme-cost'], monthOf(w, m, practice, leads, day));
  }
}

/** @param leads market leads of the month */
function monthOf(w: World, m: Model, practice: Practice, leads: number, day: number): number {
  const { customersA, customersB, customersC, real } = w.reps;
  let reached = 0;
  let everyone = 0;
  let top = 0;
  let customers = 0;
  for (let seat = 0; seat < m.seats; seat++) {
    everyone += real[seat]!;
    if (!worksBy(w, practice, seat, day)) continue;
    reached++;
    top += customersA[seat]!;
    customers += customersA[seat]! + customersB[seat]! + customersC[seat]!;
  }
  const hours = practice.managerHours + practice.managerHoursPerRep * reached;
  const running =
    practice.monthly +
    practice.perRepMonth * reached +
    practice.perCustomerMonth * customers +
    practice.perTopCustomerMonth * top +
    hours * m.params.managerHourCost;
  // A horizon may break off within a month.
  const part = (day + 1 - periodOf(day, DAYS_A_MONTH) * DAYS_A_MONTH) / DAYS_A_MONTH;
  return part * running + (everyone > 0 ? (practice.perLead * leads * reached) / everyone : 0);
}
