import { DAYS_A_MONTH, periodOf } from './calendar.ts';
import { REP_FIGURES, SPREAD_BINS, STAGE_FIGURES, TENTHS, TIER_FIGURES, TIMELINE } from './tables/tally.ts';
import type { World } from './world.ts';

/** Adds to a month's figure (a position in MONTH); days of the warm-up and beyond the horizon are not kept. */
export function bookMonth(w: World, day: number, figure: number, amount: number): void {
  if (day < 0) return;
  const month = periodOf(day, DAYS_A_MONTH);
  if (month >= w.size.months) return;
  w.timeline[month * TIMELINE.length + figure]! += amount;
}

/** Adds to a seat's figure (a position in SEAT). */
export function bookSeat(w: World, day: number, seat: number, figure: number, amount: number): void {
  if (day >= 0) w.seatTally[seat * REP_FIGURES.length + figure]! += amount;
}

/** Position of a figure among a stage's. */
export const STAGE = { entered: 0, advanced: 1, lost: 2, days: 3 } as const;

/** Adds to a stage's figure; the warm-up's are looked at and dropped on day 0. */
export function bookStage(w: World, stage: number, figure: number, amount: number): void {
  w.stageTally[stage * STAGE_FIGURES.length + figure]! += amount;
}

/** Position of a figure among a tier's. */
export const TIER = { customers: 0, churned: 1, repeatRevenue: 2, satisfaction: 3 } as const;

/** Adds to a tier's figure. */
export function bookTier(w: World, day: number, tier: number, figure: number, amount: number): void {
  if (day >= 0) w.tierTally[tier * TIER_FIGURES.length + figure]! += amount;
}

/** Adds bookings of a day to their tenth of a period of so many workdays. */
export function bookTenth(w: World, day: number, periodDays: number, amount: number): void {
  if (day >= 0) w.tenthTally[Math.floor((TENTHS * (day % periodDays)) / periodDays)]! += amount;
}

/** Position of a distribution among the spreads. */
export const SPREAD = { attainment: 0, payout: 1 } as const;

/** Counts one person's period whose result, or pay, was `ratio` times what was aimed for. */
export function bookSpread(w: World, day: number, spread: number, ratio: number): void {
  if (day < 0) return;
  const bin = Math.min(SPREAD_BINS - 1, Math.max(0, Math.floor(10 * ratio)));
  w.spreadTally[spread * SPREAD_BINS + bin]! += 1;
}

/** Adds to a whole-run sum; the warm-up's are looked at and dropped on day 0. */
export function bookSum(w: World, sum: number, amount: number): void {
  w.sums[sum]! += amount;
}
