import { bookMonth } from '../book.ts';
import { DAYS_A_MONTH, periodOf } from '../calendar.ts';
import type { Model } from '../model.ts';
import { MONTH, TIMELINE } from '../tables/tally.ts';
import type { World } from '../world.ts';
import { isFor, leaves } from './adoption.ts';

/** Set-up costs fall due on the day a practice starts. */
export function setupCosts(w: World, m: Model, day: number): void {
  for (const practice of m.practices) {
    if (practice.startDay === day) bookMonth(w, day, MONTH['scheme-cost'], practice.setup);
  }
}

/** A month of running costs: per month, per rep it is for, per lead of the month, and managers' hours. */
export function runningCosts(w: World, m: Model, day: number): void {
  if (day < 0) return;
  const month = periodOf(day, DAYS_A_MONTH);
  const leads = w.timeline[month * TIMELINE.length + MONTH.leads]!;
  for (const practice of m.practices) {
    if (practice.startDay > day || practice.stopDay <= day) continue;
    let covered = 0;
    let real = 0;
    for (let seat = 0; seat < m.seats; seat++) {
      real += w.reps.real[seat]!;
      if (isFor(w, practice, seat) && !leaves(w, practice, seat, day)) covered++;
    }
    const share = real > 0 ? covered / real : 0;
    const cost =
      practice.monthly +
      practice.perRepMonth * covered +
      practice.perLead * leads * share +
      practice.managerHours * m.params.managerHourCost;
    bookMonth(w, day, MONTH['scheme-cost'], cost);
  }
}
