import type { Business } from '../incentive/business.ts';
import { exp } from '../kernel/math.ts';
import { normalCdf } from '../kernel/normal.ts';
import { modeOf } from '../kernel/quantity.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR } from '../model/calendar.ts';
import type { Params } from '../model/model.ts';
import { TIER_A, VALUE_SHOWS } from '../model/phases/leads.ts';
import type { NormalStudy } from '../study/normal.ts';
import type { Scalars } from './params.ts';

const MONTHS = 12;

/** What selling is like for a usual rep, from the context's numbers alone: as people would tell it, nothing simulated. */
export function businessOf(study: NormalStudy, scalars: Scalars, p: Params): Business {
  const get = (id: string): number => scalars.get(id)!;
  const s = p.dealSpread;
  const deal = p.dealValue * exp((s * s) / 2);
  const worked = MONTHS * get('market.leads-per-rep-month') * get('market.follow-up');
  let reach = 1;
  let touches = 0;
  for (const stage of study.world.stages) {
    touches += reach * modeOf(stage.touches);
    reach *= modeOf(stage.conversion);
  }
  const net = deal * (1 - p.listDiscount);
  const visits = p.repeatHours > 0 ? p.basePerRep * p.purchaseRate : 0;
  const serviceAYear = MONTHS * p.basePerRep * p.serviceHours;
  const day = p.hoursPerDay * Math.max(0.02, 1 - get('people.admin') - get('people.travel') - p.internal);
  const terms = p.recurring > 0 ? DAYS_A_YEAR / Math.max(1, p.renewal) : p.purchaseRate;
  const alpha = get('customers.churn-alpha');
  // Of a mixed population some have stayed a term already: one success more in the Beta.
  const leaves = Math.min(0.95, (terms * alpha) / (alpha + get('customers.churn-beta') + 1));
  return {
    deal,
    lump: deal * exp(s * s),
    median: p.dealValue,
    spread: s,
    listDiscount: p.listDiscount,
    upfront: p.upfront,
    recurring: p.recurring,
    grossMargin: p.grossMargin,
    keyShare: normalCdf(VALUE_SHOWS * get('customers.tier-accuracy') * s - TIER_A),
    newAYear: worked * reach * net,
    repeatAYear: visits * p.repeatConversion * p.repeatValue * net,
    renewalsAYear: p.recurring > 0 ? p.basePerRep * p.recurring * net * (1 - leaves) : 0,
    touchesAYear: worked * touches + visits,
    sellingAYear: Math.max(1, DAYS_A_YEAR * day - serviceAYear),
    serviceAYear,
    servedBySeller: 1 - p.serviceElsewhere,
    satisfaction: p.satisfaction,
    retention: 1 - leaves,
    keptPerPoint: (p.churnSlope / 10) * leaves * (1 - leaves),
    termMonths: p.recurring > 0 ? p.renewal / DAYS_A_MONTH : 0,
    skillEffect: p.skillEffect,
    riskAversion: p.riskAversion,
    seats: study.reps + study.inertReps,
    teamSeats: study.reps / study.teamSizes.length,
  };
}
