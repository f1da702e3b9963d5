import type { SchemeContext } from './contract.ts';

/** A seat of a sales system costs ¥500–3,000 a year (low-code) to ¥8,000–15,000 (international). From memory. */
const CHEAPEST_SEAT = 500;
const USUAL_SEAT = 4_000;

/** Share of what a rep costs that a firm is ready to pay for a system. Assumed. */
const BUDGET_SHARE = 0.025;

/**
 * The yearly price of a seat, in yuan, of the system that a firm like this buys: a share of what a rep costs, so that
 * where reps are paid little the tool is a simple one.
 */
export function seatYear({ firm }: SchemeContext): number {
  return Math.min(USUAL_SEAT, Math.max(CHEAPEST_SEAT, BUDGET_SHARE * 12 * firm.repMonth));
}
