import { bookSum } from '../book.ts';
import { schedule } from '../deal-lists.ts';
import { leverAt } from '../levers.ts';
import type { Model } from '../model.ts';
import { SUM } from '../tables/tally.ts';
import type { World } from '../world.ts';

const AUTHORITY = leverAt('discount-authority');

/** A deal is held over when it pays this much less now than in the next period: the cost of making a buyer wait. */
const HOLD_RATIO = 0.6;

/**
 * In the closing days of a period: a rep who looks past it, and is paid much more for the deal in the next one, lets it
 * wait.
 * Returns whether it was put off to the period's first day.
 */
export function heldOver(w: World, m: Model, day: number, row: number): boolean {
  const seat = w.deals.owner[row]!;
  if (w.reps.planner[seat] === 0) return false;
  if (w.reps.marginalNow[seat]! >= HOLD_RATIO * w.reps.marginalNext[seat]!) return false;
  const into = ((day % m.periodDays) + m.periodDays) % m.periodDays;
  w.deals.readyDay[row] = day - into + m.periodDays;
  w.deals.coldDay[row] = Math.max(w.deals.coldDay[row]!, w.deals.readyDay[row]! + 1);
  schedule(w, row);
  bookSum(w, day, SUM.heldOver, 1);
  return true;
}

/**
 * In the closing days: a rep to whom the deal is worth more now gives the discount that best trades its price against
 * its chance. Maximising P(d)(1−d)·now + (1−P(d))·later with log-odds rising by b per unit of discount gives
 * d = 1 − later/now − 1/(b(1−P)), within the rep's authority. Returns the log-odds it adds.
 *
 * @param resolve chance that the touch decides the deal
 */
export function pulledIn(w: World, m: Model, day: number, row: number, resolve: number): number {
  const d = w.deals;
  const seat = d.owner[row]!;
  const now = w.reps.marginalNow[seat]!;
  const later = w.reps.marginalNext[seat]!;
  if (now <= later || now <= 0) return 0;
  const slope = m.params.discountSlope;
  if (slope <= 0) return 0;
  const best = 1 - later / now - 1 / (slope * (1 - 0.5 * resolve));
  if (best <= 0) return 0;
  const given = Math.min(best, m.lever[AUTHORITY]![seat]!);
  if (given > d.discount[row]!) d.discount[row] = given;
  bookSum(w, day, SUM.pulledIn, 1);
  return slope * d.discount[row]!;
}
