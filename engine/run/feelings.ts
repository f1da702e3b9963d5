import { exp, log } from '../kernel/math.ts';
import { normalQuantile } from '../kernel/normal.ts';
import type { Params, UsualFeelings } from '../model/model.ts';
import { expansionWish, recommends } from '../model/phases/customer-month.ts';
import { leavingPoints } from '../model/phases/customers.ts';

/** Points over which the population of customers is averaged. */
const GRID = Float64Array.from({ length: 201 }, (_, i) => normalQuantile((i + 0.5) / 201));

/**
 * What chance does to satisfaction: its standard deviation around a customer's own level, and how far it settles below
 * what service would make it, falling faster than it rises. Computed: measured in baselines whose customers do not
 * differ lastingly.
 */
const CHANCE_SPREAD = 3.2;
const CHANCE_SAG = 1.7;

/**
 * Averages of what satisfaction does over the usual population, Normal(usual satisfaction, chance and lasting
 * differences). The odds of leaving are averaged, so that customers leave as stated; wishes to expand and referrals are
 * brought to what they would be if customers felt alike, so that the spread of satisfaction decides who asks for more
 * and not how many do.
 */
export function usualFeelings(p: Params): UsualFeelings {
  const differing = Math.sqrt(CHANCE_SPREAD * CHANCE_SPREAD + p.satisfactionSpread * p.satisfactionSpread);
  const mean = (spread: number, f: (satisfaction: number) => number): number => {
    let sum = 0;
    for (const z of GRID) sum += f(Math.min(100, Math.max(0, p.satisfaction - CHANCE_SAG + spread * z)));
    return sum / GRID.length;
  };
  const scale = (f: (satisfaction: number) => number): number => {
    const usual = mean(differing, f);
    return usual > 0 ? mean(CHANCE_SPREAD, f) / usual : 1;
  };
  return {
    leaving: log(mean(differing, (s) => exp((-p.churnSlope * leavingPoints(s)) / 10))),
    wish: scale(expansionWish),
    keen: scale(recommends),
  };
}
