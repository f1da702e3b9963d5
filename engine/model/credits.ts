import { CREDIT, FIRST_LEVEL } from './tables/pay.ts';
import { RING, type World } from './world.ts';

/** How what happens becomes credit, measure by measure: the measures of all plans of the study. */
export interface CreditRules {
  readonly rows: number;
  /** Per row: metric (CREDIT_METRICS), whose business (CREDIT_CUSTOMERS), weight of renewals and repeat orders, and most credit from one deal. */
  readonly metric: Int32Array;
  readonly customers: Int32Array;
  readonly repeat: Float64Array;
  readonly dealCap: Float64Array;
  /** List value of one unit: a usual deal's. */
  readonly unitValue: number;
  /** Per row: its place among the rows that wait for cash, or −1. */
  readonly cashRow: Int32Array;
  readonly cashRows: number;
  /** The rows that count revenue or margin, and whether there are any; whether any reads customers' satisfaction or who stays. */
  readonly accruing: Int32Array;
  readonly accrues: boolean;
  readonly readsCustomers: boolean;
  /** 1 for measures of a plan that is only paid while another is felt: they have rows of their own. */
  readonly side: Uint8Array;
  /** Which of a plan's courses of quotas on the same count a row keeps; 0 for the first. */
  readonly course: Uint8Array;
  /** Months of the period whose credit a row adds up. */
  readonly months: Int32Array;
}

/** What a sale is, beside its amounts. Renewals and repeat orders have the plan's weight; expansions count in full. */
export const SALE = { fresh: 0, repeat: 1, expansion: 2 } as const;

const TIER_A = 0;

/** Whether a row counts business with this customer. */
function counts(filter: number, existing: boolean, tier: number): boolean {
  return (
    filter === 0 ||
    (filter === 1 && !existing) ||
    (filter === 2 && existing) ||
    (filter === 3 && tier === TIER_A)
  );
}

/** The model as far as credit looks at it. */
interface Crediting {
  readonly seats: number;
  readonly credits: CreditRules;
}

/**
 * A sale is made. `net` is what the customer will pay, `list` its list value, `revenue` and `margin` what of it is
 * earned at once.
 *
 * @param sale a value of SALE
 */
export function creditSale(
  w: World,
  m: Crediting,
  seat: number,
  sale: number,
  tier: number,
  net: number,
  list: number,
  revenue: number,
  margin: number,
): void {
  const { rows, metric, customers, repeat, dealCap, unitValue } = m.credits;
  const { credit } = w.pay;
  for (let row = 0; row < rows; row++) {
    let amount: number;
    switch (metric[row]) {
      case CREDIT.bookings:
      case CREDIT['total-bookings']:
        amount = net;
        break;
      case CREDIT.units:
        amount = list / unitValue;
        break;
      case CREDIT['new-logos']:
        amount = sale === SALE.fresh ? 1 : 0;
        break;
      default:
        continue;
    }
    if (!counts(customers[row]!, sale !== SALE.fresh, tier)) continue;
    if (sale === SALE.repeat) amount *= repeat[row]!;
    credit[row * m.seats + seat]! += amount < dealCap[row]! ? amount : dealCap[row]!;
  }
  if (revenue > 0 && m.credits.accrues) creditRevenue(w, m, seat, sale, tier, revenue, margin);
}

/** Revenue is earned on a sale or on a running contract, and the margin in it; to be asked only where some row counts them. */
export function creditRevenue(
  w: World,
  m: Crediting,
  seat: number,
  sale: number,
  tier: number,
  revenue: number,
  margin: number,
): void {
  const { accruing, metric, customers, repeat, dealCap } = m.credits;
  const { credit, base } = w.pay;
  for (let i = 0; i < accruing.length; i++) {
    const row = accruing[i]!;
    if (!counts(customers[row]!, sale !== SALE.fresh, tier)) continue;
    const at = row * m.seats + seat;
    const weight = sale === SALE.repeat ? repeat[row]! : 1;
    switch (metric[row]) {
      case CREDIT.revenue:
        credit[at]! += Math.min(dealCap[row]!, weight * revenue);
        break;
      case CREDIT.margin:
        credit[at]! += Math.min(dealCap[row]!, weight * margin);
        break;
      case CREDIT['margin-rate']:
        credit[at]! += margin;
        base[at]! += revenue;
        break;
      case CREDIT['collection-rate']:
        base[at]! += revenue;
        break;
    }
  }
}

/** A contract is renewed for another term. */
export function creditRenewal(w: World, m: Crediting, seat: number, tier: number, amount: number): void {
  const { rows, metric, customers, repeat, dealCap } = m.credits;
  for (let row = 0; row < rows; row++) {
    if (metric[row] !== CREDIT['total-bookings'] && metric[row] !== CREDIT.renewals) continue;
    if (!counts(customers[row]!, true, tier)) continue;
    w.pay.credit[row * m.seats + seat]! += Math.min(dealCap[row]!, repeat[row]! * amount);
  }
}

/** An invoice that will be paid on `day`: credited then to whoever has the seat. Later than the ring reaches is its end. */
export function awaitCash(
  w: World,
  m: Crediting,
  today: number,
  day: number,
  seat: number,
  sale: number,
  tier: number,
  amount: number,
): void {
  const { rows, metric, customers, repeat, cashRow } = m.credits;
  const due = Math.min(day, today + RING - 1) & (RING - 1);
  for (let row = 0; row < rows; row++) {
    const place = cashRow[row]!;
    if (place < 0 || !counts(customers[row]!, sale !== SALE.fresh, tier)) continue;
    const weight = sale === SALE.repeat && metric[row] === CREDIT.collected ? repeat[row]! : 1;
    w.cashDue[(place * RING + due) * m.seats + seat]! += weight * amount;
  }
}

/** The day's cash comes in. */
export function creditCash(w: World, m: Crediting, day: number): void {
  const { rows, cashRow, cashRows } = m.credits;
  if (cashRows === 0) return;
  const at = day & (RING - 1);
  for (let row = 0; row < rows; row++) {
    const place = cashRow[row]!;
    if (place < 0) continue;
    const from = (place * RING + at) * m.seats;
    for (let seat = 0; seat < m.seats; seat++) {
      w.pay.credit[row * m.seats + seat]! += w.cashDue[from + seat]!;
      w.cashDue[from + seat] = 0;
    }
  }
}

/** Result of a row at a seat so far: a flow's credit, a level's ratio (`usual` before anything was read). */
export function resultOf(w: World, rules: CreditRules, row: number, at: number, usual: number): number {
  if (rules.metric[row]! < FIRST_LEVEL) return w.pay.credit[at]!;
  const base = w.pay.base[at]!;
  return base > 0 ? w.pay.credit[at]! / base : usual;
}
