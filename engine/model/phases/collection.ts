import { bookMonth, bookSum } from '../book.ts';
import { awaitCash } from '../credits.ts';
import { slot } from '../draw.ts';
import type { Model } from '../model.ts';
import { MONTH, SUM } from '../tables/tally.ts';
import type { World } from '../world.ts';

/** Satisfaction points below the usual that double the wait for cash. Assumed. */
const PATIENCE_POINTS = 50;

/**
 * An invoice goes out; the cash is booked in the month it arrives: half the usual term for certain and an exponential
 * rest, longer with unhappy customers. Returns the workdays until then.
 */
export function collect(
  w: World,
  m: Model,
  day: number,
  customer: number,
  sale: number,
  amount: number,
  word: number,
): number {
  if (amount <= 0) return 0;
  const p = m.params;
  const c = w.customers;
  const mood = Math.max(0.3, 1 + (p.satisfaction - c.satisfaction[customer]!) / PATIENCE_POINTS);
  const lag = Math.floor(p.collection * mood * (0.5 + 0.5 * p.exponentialTable[slot(word)]!) + 0.5);
  bookSum(w, SUM.collectedLag, lag * amount);
  bookSum(w, SUM.collectedAmount, amount);
  bookMonth(w, day + lag, MONTH.cash, amount);
  if (m.credits.cashRows > 0)
    awaitCash(w, m, day, day + lag, c.owner[customer]!, sale, c.tier[customer]!, amount);
  return lag;
}
