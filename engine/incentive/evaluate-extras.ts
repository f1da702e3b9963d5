import type { Plan } from './language.ts';
import type { DealTest, PerDeal } from './parts/extras.ts';
import { roundTo } from './parts/rounding.ts';
import type { Carry, Deal, Line, Results } from './results.ts';

/** Whether a deal passes a test. */
export function passes(deal: Deal, test: DealTest): boolean {
  const { customers } = test;
  return (
    (customers === 'all' || (customers === 'key' ? deal.keyAccount : customers === deal.customer)) &&
    (test.termMonthsAtLeast === null || deal.termMonths >= test.termMonthsAtLeast) &&
    (test.prepaid === null || deal.prepaid === test.prepaid) &&
    (test.product === null || deal.product === test.product) &&
    (test.valueAtLeast === null || deal.value >= test.valueAtLeast) &&
    (test.discountAtMost === null || deal.discount <= test.discountAtMost)
  );
}

/** Pay for single deals, and by deal what it was. */
export interface ExtraPay {
  readonly lines: readonly Line[];
  readonly byDeal: ReadonlyMap<string, number>;
  readonly extras: Carry['extras'];
}

/** Kickers, SPIFFs and instant awards, deal by deal in the order given. A seller's share of a deal earns that share. */
export function extraPay(plan: Plan, results: Results, carry: Carry): ExtraPay {
  const lines: Line[] = [];
  const byDeal = new Map<string, number>();
  const extras: Record<string, { count: number; spent: number }> = { ...carry.extras };
  const run = (kind: Line['kind'], extra: Extra): void => {
    let { count, spent } = extras[extra.id] ?? { count: 0, spent: 0 };
    let sum = 0;
    for (const deal of results.deals) {
      if (deal.helper || !passes(deal, extra.when)) continue;
      if (extra.maxCount !== null && count >= extra.maxCount) break;
      const full = 'flat' in extra.pays ? extra.pays.flat : extra.pays.rate * deal.value;
      const left = extra.budget === null ? Number.POSITIVE_INFINITY : extra.budget - spent;
      if (left <= 0) break;
      const pay = roundTo(Math.min(full * deal.share, left), plan.rounding.money);
      if (pay <= 0) continue;
      count++;
      spent += pay;
      sum += pay;
      byDeal.set(deal.id, (byDeal.get(deal.id) ?? 0) + pay);
    }
    extras[extra.id] = { count, spent };
    if (sum !== 0) lines.push({ kind, id: extra.id, amount: roundTo(sum, plan.rounding.money) });
  };
  for (const kicker of plan.kickers) run('kicker', { ...kicker, budget: null });
  for (const spiff of plan.spiffs) {
    const { from, to } = spiff.window;
    if (results.month >= from && results.month <= to) run('spiff', spiff);
  }
  for (const award of plan.awards)
    run('award', { ...award, pays: { flat: award.amount }, maxCount: null, budget: null });
  return { lines, byDeal, extras };
}

interface Extra {
  readonly id: string;
  readonly when: DealTest;
  readonly pays: PerDeal;
  readonly maxCount: number | null;
  readonly budget: number | null;
}
