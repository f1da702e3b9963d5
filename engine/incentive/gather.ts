import { countsDeals, dealCredit } from './credit.ts';
import type { Measure, Plan } from './language.ts';
import { PLAN_METRICS } from './parts/measure.ts';
import { tidy } from './parts/rounding.ts';
import { periodQuota } from './quota.ts';
import type { Carry, Gathered, Results } from './results.ts';

/** A measure at the end of a statement: its own period's result and quota, and the year before that period. */
export interface Standing {
  /** Whether the measure's own period ends with this statement. */
  readonly ends: boolean;
  readonly credit: number;
  readonly quota: number | null;
  /** Mean presence over the period. */
  readonly present: number;
  readonly deals: readonly (readonly [id: string, credit: number])[];
  readonly yearCredit: number;
  readonly yearQuota: number;
  /** Months that the person was there in the year so far, this period included; quota of the rest of the year. */
  readonly yearMonths: number;
  readonly ahead: number;
}

const FRESH: Gathered = {
  credit: 0,
  months: 0,
  presence: 0,
  tenureMonths: 0,
  deals: [],
  yearCredit: 0,
  yearQuota: 0,
  yearMonths: 0,
};

/** A statement's results added to what the measure gathered. Flows add up, levels are averaged over the months. */
export function standingOf(measure: Measure, results: Results, carry: Carry, months: number): Standing {
  const before = carry.measures[measure.id] ?? FRESH;
  const first = before.months === 0;
  const deals = countsDeals(measure)
    ? results.deals
        .map((deal) => [deal.id, dealCredit(measure, deal)] as const)
        .filter(([, credit]) => credit !== 0)
    : [];
  const given = results.values[measure.id];
  const credit = given ?? deals.reduce((sum, [, part]) => sum + part, 0);
  if (given === undefined && !countsDeals(measure) && measure.metric !== 'mbo')
    throw new RangeError(`there is no result for the measure “${measure.id}”`);
  const span = before.months + months;
  const sum = before.credit + credit * (isLevel(measure) ? months : 1);
  const present = (before.presence + results.present * months) / span;
  const tenureMonths = first ? results.tenureMonths : before.tenureMonths;
  const period = Math.ceil(results.month / measure.months) - 1;
  const whole = periodQuota(measure, period, { tenureMonths, present });
  // A period that has not ended is held against the part of its quota that has passed.
  const passed = isLevel(measure) || whole === null ? whole : tidy((whole * span) / measure.months);
  const quota = results.quotas?.[measure.id] ?? passed;
  return {
    ends: results.month % measure.months === 0,
    credit: tidy(isLevel(measure) ? sum / span : sum),
    quota,
    present,
    deals: [...before.deals, ...deals],
    yearCredit: before.yearCredit,
    yearQuota: before.yearQuota,
    yearMonths: before.yearMonths + present * span,
    ahead: results.quotasAhead?.[measure.id] ?? quotaAhead(measure, period, tenureMonths),
  };
}

/** Quota of the periods of the year after this one, for someone who stays. */
function quotaAhead(measure: Measure, period: number, tenureMonths: number): number {
  let sum = 0;
  for (let k = period + 1; k < 12 / measure.months; k++) {
    const tenure = { tenureMonths: tenureMonths + (k - period) * measure.months, present: 1 };
    sum += periodQuota(measure, k, tenure) ?? 0;
  }
  return sum;
}

function isLevel(measure: Measure): boolean {
  return PLAN_METRICS[measure.metric].kind === 'level';
}

/** What the measures hand on to the next statement; a new plan year starts clean. */
export function gathered(
  plan: Plan,
  standings: ReadonlyMap<string, Standing>,
  results: Results,
  carry: Carry,
  months: number,
): Record<string, Gathered> {
  const next: Record<string, Gathered> = {};
  for (const measure of plan.measures) {
    const now = standings.get(measure.id)!;
    const before = carry.measures[measure.id] ?? FRESH;
    if (now.ends) {
      const yearOver = results.month === 12;
      next[measure.id] = {
        ...FRESH,
        yearCredit: yearOver ? 0 : now.yearCredit + now.credit,
        yearQuota: yearOver ? 0 : now.yearQuota + (now.quota ?? 0),
        yearMonths: yearOver ? 0 : now.yearMonths,
      };
      continue;
    }
    const span = before.months + months;
    next[measure.id] = {
      credit: now.credit * (isLevel(measure) ? span : 1),
      months: span,
      presence: now.present * span,
      tenureMonths: before.months === 0 ? results.tenureMonths : before.tenureMonths,
      deals: now.deals,
      yearCredit: now.yearCredit,
      yearQuota: now.yearQuota,
      yearMonths: before.yearMonths,
    };
  }
  return next;
}
