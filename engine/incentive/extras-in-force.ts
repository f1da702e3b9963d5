import { log } from '../kernel/math.ts';
import { normalCdf } from '../kernel/normal.ts';
import type { ExtraRules } from '../model/extras.ts';
import { CREDIT_CUSTOMERS } from '../model/tables/pay.ts';
import type { Business } from './business.ts';
import type { DealTest, PerDeal, Plan } from './language.ts';

interface Extra {
  readonly when: DealTest;
  readonly pays: PerDeal;
  readonly maxCount: number | null;
  readonly budget: number | null;
  readonly from: number;
  readonly to: number;
  readonly award: boolean;
}

/** A plan's extras in the order kickers, SPIFFs, awards. */
function extrasOf(plan: Plan): Extra[] {
  const always = { budget: null, from: 1, to: 12, award: false };
  return [
    ...plan.kickers.map((one) => ({ ...always, ...one })),
    ...plan.spiffs.map((one) => ({ ...always, ...one, ...one.window })),
    ...plan.awards.map(({ when, amount }) => ({
      ...always,
      when,
      pays: { flat: amount },
      maxCount: null,
      award: true,
    })),
  ];
}

/** A plan's extras in numbers. */
export function extraRules(plan: Plan, business: Business, side: number): ExtraRules {
  const list = extrasOf(plan);
  const numbers = (of: (one: Extra) => number): Float64Array => Float64Array.from(list, of);
  const unlimited = (x: number | null): number => x ?? Number.POSITIVE_INFINITY;
  return {
    count: list.length,
    customers: Int32Array.from(list, ({ when }) => CREDIT_CUSTOMERS.indexOf(when.customers)),
    leastValue: numbers(({ when }) => when.valueAtLeast ?? 0),
    mostDiscount: numbers(({ when }) => unlimited(when.discountAtMost)),
    never: Uint8Array.from(list, ({ when }) => (cannotBe(when, business) ? 1 : 0)),
    flat: numbers(({ pays }) => ('flat' in pays ? pays.flat : 0)),
    rate: numbers(({ pays }) => ('rate' in pays ? pays.rate : 0)),
    mostDeals: numbers(({ maxCount }) => unlimited(maxCount)),
    budget: numbers(({ budget }) => unlimited(budget)),
    from: Int32Array.from(list, ({ from }) => from - 1),
    to: Int32Array.from(list, ({ to }) => to - 1),
    award: Uint8Array.from(list, ({ award }) => (award ? 1 : 0)),
    side: new Uint8Array(list.length).fill(side),
  };
}

/** The extras of two plans side by side, the felt one's first. */
export function bothExtras(felt: ExtraRules, paid: ExtraRules): ExtraRules {
  const doubles = (of: (one: ExtraRules) => Float64Array) => Float64Array.from([...of(felt), ...of(paid)]);
  const ints = (of: (one: ExtraRules) => Int32Array) => Int32Array.from([...of(felt), ...of(paid)]);
  const bytes = (of: (one: ExtraRules) => Uint8Array) => Uint8Array.from([...of(felt), ...of(paid)]);
  return {
    count: felt.count + paid.count,
    customers: ints((one) => one.customers),
    leastValue: doubles((one) => one.leastValue),
    mostDiscount: doubles((one) => one.mostDiscount),
    never: bytes((one) => one.never),
    flat: doubles((one) => one.flat),
    rate: doubles((one) => one.rate),
    mostDeals: doubles((one) => one.mostDeals),
    budget: doubles((one) => one.budget),
    from: ints((one) => one.from),
    to: ints((one) => one.to),
    award: bytes((one) => one.award),
    side: bytes((one) => one.side),
  };
}

/** Contracts of a business are alike: all of one term, all prepaid or none, one product. */
function cannotBe({ termMonthsAtLeast, prepaid, product }: DealTest, business: Business): boolean {
  return (
    (termMonthsAtLeast !== null && business.termMonths < termMonthsAtLeast) ||
    (prepaid !== null && prepaid !== business.upfront >= 1) ||
    product !== null
  );
}

/**
 * By month of the plan year, what extras add to a unit of money of new and of repeat business: pay on deals that pass, by
 * the chance that one does, as far as the most deals paid for and the budget reach in a usual year.
 */
export function extraWorth(
  rules: ExtraRules,
  business: Business,
): { fresh: Float64Array; repeat: Float64Array } {
  const fresh = new Float64Array(12);
  const repeat = new Float64Array(12);
  const net = business.deal * (1 - business.listDiscount);
  const deals = net > 0 ? business.newAYear / net : 0;
  for (let i = 0; i < rules.count; i++) {
    if (rules.never[i] === 1) continue;
    const filter = rules.customers[i]!;
    const key = filter === 3 ? business.keyShare : 1;
    const chance = key * chanceAbove(rules.leastValue[i]!, business);
    const each = (rules.flat[i]! / Math.max(1e-9, net)) * chance + rules.rate[i]! * chance;
    const months = Math.max(1, rules.to[i]! - rules.from[i]! + 1);
    const paid = (deals * chance * months) / 12;
    const cost = each * net * deals * (months / 12) * business.seats;
    const reach = Math.min(
      1,
      rules.mostDeals[i]! / Math.max(1e-9, paid),
      rules.budget[i]! / Math.max(1e-9, cost),
    );
    for (let month = rules.from[i]!; month <= rules.to[i]!; month++) {
      if (filter !== 2) fresh[month]! += each * reach;
      if (filter !== 1) repeat[month]! += each * reach;
    }
  }
  return { fresh, repeat };
}

/** Chance that a new deal's net value is at least so much. */
function chanceAbove(value: number, { median, spread, listDiscount }: Business): number {
  if (!(value > 0)) return 1;
  const middle = median * (1 - listDiscount);
  if (!(spread > 0)) return middle >= value ? 1 : 0;
  return 1 - normalCdf(log(value / middle) / spread);
}
