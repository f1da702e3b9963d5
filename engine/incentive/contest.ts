import type { Localised } from '../kernel/quantity.ts';
import { mainMeasure } from './full-plan.ts';
import type { Component, Measure, Plan } from './language.ts';
import { type PeriodMonths, PLAN_METRICS } from './parts/measure.ts';
import { evenly } from './simple.ts';

/** A contest for prizes that is held beside whatever a plan pays. */
export interface Contest {
  /** Months from one to the next. */
  readonly months: PeriodMonths;
  readonly among: 'team' | 'company';
  /** Money for the first, the second, …: as many prizes as winners. */
  readonly prizes: readonly number[];
}

/**
 * A plan with a contest as one more component: felt, paid and counted like any other. People are ranked by what the plan
 * is first about, by attainment where each has a quota of it, else by amount; by bookings where the plan measures nobody
 * alone or nothing that adds up.
 */
export function withContest(plan: Plan, id: string, title: Localised, contest: Contest): Plan {
  const name = free(id, plan);
  const measure = contestMeasure(plan, name, title, contest.months);
  const component: Component = {
    id: name,
    title,
    measure: measure.id,
    weight: 0,
    factor: 1,
    payout: {
      kind: 'rank',
      axis: measure.quota === null ? 'amount' : 'attainment',
      among: contest.among,
      prizes: contest.prizes,
      minimum: null,
      ties: 'share',
    },
    boundary: 'at-or-above',
    threshold: null,
    rateChanges: [],
    caps: [],
    floor: null,
    gates: [],
    modifiers: [],
    capsAfter: [],
  };
  return {
    ...plan,
    measures: [...plan.measures, measure],
    components: [...plan.components, component],
  };
}

function contestMeasure(plan: Plan, id: string, title: Localised, months: PeriodMonths): Measure {
  const main = mainMeasure(plan);
  const single = main !== null && main.scope === 'individual' && PLAN_METRICS[main.metric].kind === 'flow';
  const season = single && main.months === months ? main.quota?.seasonality : undefined;
  const quota = single ? main.quota : null;
  return {
    id,
    title,
    metric: single ? main.metric : 'bookings',
    customers: single ? main.customers : 'all',
    scope: 'individual',
    pooling: 'mean',
    credit: single ? main.credit : { repeat: 1, splits: 'recorded', overlay: 0, dealCap: null },
    months,
    // A contest ratchets nobody's quota.
    quota: quota && { ...quota, seasonality: season ?? evenly(months), ratchet: { up: 0, down: 0 } },
    accumulation: { over: 'discrete' },
  };
}

/** The name, or one like it that the plan has not given to anything yet. */
function free(id: string, { measures, components }: Plan): string {
  const taken = new Set([...measures, ...components].map((one) => one.id));
  let name = id;
  for (let n = 2; taken.has(name); n++) name = `${id}-${n}`;
  return name;
}
