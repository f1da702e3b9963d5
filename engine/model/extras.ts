import { monthOfYear } from './calendar.ts';
import { SALE } from './credits.ts';
import type { World } from './world.ts';

/** Extra pay on single deals, one entry per extra: kickers, SPIFFs, awards on the spot. Changes with the plan. */
export interface ExtraRules {
  readonly count: number;
  /** Whose deals (CREDIT_CUSTOMERS), least value and most discount of a deal. */
  readonly customers: Int32Array;
  readonly leastValue: Float64Array;
  readonly mostDiscount: Float64Array;
  /** 1 where deals of this business cannot meet the rest of the test: contract term, prepayment, product. */
  readonly never: Uint8Array;
  /** Money a deal, and share of its value. */
  readonly flat: Float64Array;
  readonly rate: Float64Array;
  /** Most deals a seat is paid for in a plan year, and most it may cost the company in all. */
  readonly mostDeals: Float64Array;
  readonly budget: Float64Array;
  /** Months of the plan year in which it runs, 0–11, both included. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 for what is outside of the plan's caps. */
  readonly award: Uint8Array;
  /** 1 for extras of a plan that is only paid while another is felt. */
  readonly side: Uint8Array;
}

const TIER_A = 0;

/** Notes what a deal brings its seller beyond the plan's components; paid with the next statement. */
export function payExtras(
  w: World,
  m: { readonly seats: number; readonly extras: ExtraRules },
  day: number,
  seat: number,
  sale: number,
  tier: number,
  net: number,
  discount: number,
): void {
  const x = m.extras;
  const month = monthOfYear(day);
  for (let i = 0; i < x.count; i++) {
    if (x.never[i] === 1 || month < x.from[i]! || month > x.to[i]!) continue;
    if (net < x.leastValue[i]! || discount > x.mostDiscount[i]!) continue;
    const filter = x.customers[i]!;
    const existing = sale !== SALE.fresh;
    if ((filter === 1 && existing) || (filter === 2 && !existing) || (filter === 3 && tier !== TIER_A))
      continue;
    const at = i * m.seats + seat;
    const left = x.budget[i]! - w.extraSpent[i]!;
    if (w.extraCount[at]! >= x.mostDeals[i]! || left <= 0) continue;
    const pay = Math.min(left, x.flat[i]! + x.rate[i]! * net);
    if (pay <= 0) continue;
    w.extraCount[at]! += 1;
    w.extraSpent[i]! += pay;
    const due = x.award[i] === 1 ? w.awardDue : w.extraDue;
    due[x.side[i]! * m.seats + seat]! += pay;
  }
}
