import { exp } from '../../kernel/math.ts';
import { PURPOSES, purposeWord } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { bookSum } from '../book.ts';
import { schedule } from '../deal-lists.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import { SUM } from '../tables/tally.ts';
import { RING, type World } from '../world.ts';
import { DEAD } from './close.ts';
import { KIND } from './leads.ts';

const AUTHORITY = leverAt('discount-authority');

/** A deal is held over when it pays this much less now than in the next period: the cost of making a buyer wait. */
const HOLD_RATIO = 0.6;

/** Workdays since the pay period began. */
function daysIn(m: Model, day: number): number {
  return ((day % m.periodDays) + m.periodDays) % m.periodDays;
}

/** Whether the period ends within the days by which a rep can move a close. */
export function closingTime(m: Model, day: number): boolean {
  return daysIn(m, day) >= m.periodDays - m.reachDays;
}

/**
 * Closing time, day by day: of the deals in their last stage whose buyer would be ready just as many days on as a rep
 * can move a close, and so after the period's end, those are brought forward to today whose rep has reason to give a
 * discount and whose buyer takes it up: with chance 1 − e^(−b·discount), b the price response, so for no discount none.
 */
export function bringForward(w: World, m: Model, random: Random, day: number): void {
  if (m.params.discountSlope <= 0 || !closingTime(m, day)) return;
  const d = w.deals;
  const then = day + m.reachDays;
  const at = then & (RING - 1);
  const last = m.stages - 1;
  let row = w.dealBucket[at]!;
  w.dealBucket[at] = -1;
  while (row >= 0) {
    const next = d.next[row]!;
    if (
      d.readyDay[row] === then &&
      d.stage[row] === last &&
      d.kind[row] !== KIND.repeat &&
      d.coldDay[row] !== DEAD
    ) {
      const seat = d.owner[row]!;
      const best = bestDiscount(w, m, row, m.stage.resolve[last]!);
      const given = Math.min(best, m.lever[AUTHORITY]![seat]!);
      if (given > 0 && w.reps.active[seat] === 1) {
        random.draw(
          d.idLow[row]!,
          purposeWord(PURPOSES['pull-in'], d.idHigh[row]!),
          (d.sequence[row]! << 12) | d.touches[row]!,
          0,
        );
        if (unit(random.w0) < 1 - exp(-m.params.discountSlope * given)) {
          if (given > d.discount[row]!) d.discount[row] = given;
          d.readyDay[row] = day;
          bookSum(w, SUM.pulledIn, 1);
        }
      }
    }
    schedule(w, row);
    row = next;
  }
}

/**
 * In the closing days of a period: a rep who looks past it, and is paid much more for the deal in the next one, lets it
 * wait.
 * Returns whether it was put off to the period's first day.
 */
export function heldOver(w: World, m: Model, day: number, row: number): boolean {
  const seat = w.deals.owner[row]!;
  if (w.reps.planner[seat] === 0) return false;
  if (w.reps.marginalNow[seat]! >= HOLD_RATIO * w.reps.marginalNext[seat]!) return false;
  w.deals.readyDay[row] = day - daysIn(m, day) + m.periodDays;
  w.deals.coldDay[row] = Math.max(w.deals.coldDay[row]!, w.deals.readyDay[row]! + 1);
  schedule(w, row);
  bookSum(w, SUM.heldOver, 1);
  return true;
}

/**
 * The discount that best trades a closing deal's price against its chance, for a rep to whom it is worth more now than
 * in the next period: maximising P(d)(1−d)·now + (1−P(d))·later with log-odds rising by b per unit of discount gives
 * d = 1 − later/now − 1/(b(1−P)). Not above 0 where none is worth it.
 *
 * @param resolve chance that a touch decides the deal
 */
function bestDiscount(w: World, m: Model, row: number, resolve: number): number {
  const seat = w.deals.owner[row]!;
  const now = w.reps.marginalNow[seat]!;
  const later = w.reps.marginalNext[seat]!;
  if (now <= later || now <= 0) return 0;
  return 1 - later / now - 1 / (m.params.discountSlope * (1 - 0.5 * resolve));
}

/**
 * In the closing days: the rep gives what discount is best, within its authority. Returns the log-odds it adds.
 *
 * @param resolve chance that the touch decides the deal
 */
export function pulledIn(w: World, m: Model, row: number, resolve: number): number {
  const d = w.deals;
  const slope = m.params.discountSlope;
  if (slope <= 0) return 0;
  const best = bestDiscount(w, m, row, resolve);
  if (best <= 0) return 0;
  const given = Math.min(best, m.lever[AUTHORITY]![d.owner[row]!]!);
  if (given > d.discount[row]!) d.discount[row] = given;
  bookSum(w, SUM.pulledIn, 1);
  return slope * d.discount[row]!;
}
