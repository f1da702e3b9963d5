import type { Component, Measure, PeriodMonths, Plan, Rates, StepBonus } from './language.ts';
import { PLAN_METRICS } from './parts/measure.ts';
import { CENT } from './parts/rounding.ts';
import { AT_ONCE } from './parts/timing.ts';
import type { PayPlan } from './plan.ts';

const MONTHS: Readonly<Record<PayPlan['periodDays'], PeriodMonths>> = { 21: 1, 63: 3, 252: 12 };

const COMMISSION = { en: 'Commission', zh: '提成' };
const BONUS = { en: 'Quota bonus', zh: '达标奖' };
const TEAM_COMMISSION = { en: 'Commission on the team’s mean', zh: '团队平均提成' };
const TEAM_BONUS = { en: 'Team quota bonus', zh: '团队达标奖' };

/**
 * A flat plan written in the full language: commission on bookings and renewals with its threshold, accelerator and cap, and the
 * quota bonus; where part of pay follows the team, the same twice, each for its part. It pays what the flat plan pays.
 *
 * @param currency ISO code; a flat plan does not say
 */
export function fromSimple(plan: PayPlan, currency: string): Plan {
  const months = MONTHS[plan.periodDays];
  const own = bookings('total-bookings', plan, months);
  const team: Measure = { ...bookings('team-total-bookings', plan, months), scope: 'team' };
  const measures = plan.teamShare > 0 ? [own, team] : [own];
  const components = measures.flatMap((measure) => {
    const shared = measure.scope === 'team';
    const factor = shared ? plan.teamShare : 1 - plan.teamShare;
    if (factor === 0) return [];
    const commission = commissionOn(measure.id, plan, factor, shared);
    // A cap below quota means that quota, and its bonus, cannot be reached.
    const reachable = plan.bonus > 0 && (plan.cap === null || plan.cap >= 1);
    return reachable ? [commission, bonusOn(measure.id, plan, factor, shared)] : [commission];
  });
  return {
    id: plan.id,
    title: null,
    currency,
    salary: plan.salary,
    targetPay: null,
    measures,
    components,
    kickers: [],
    spiffs: [],
    awards: [],
    club: null,
    promotion: null,
    cap: null,
    floor: null,
    timing: AT_ONCE,
    rounding: { attainment: null, money: CENT },
  };
}

function bookings(id: string, plan: PayPlan, months: PeriodMonths): Measure {
  return {
    id,
    title: PLAN_METRICS['total-bookings'].name,
    metric: 'total-bookings',
    customers: 'all',
    scope: 'individual',
    pooling: 'mean',
    credit: { repeat: plan.repeatRate, splits: 'recorded', overlay: 0, dealCap: null },
    months,
    quota: {
      amount: plan.quota,
      seasonality: evenly(months),
      ramp: [],
      proration: 'workdays',
      ratchet: { up: 0, down: 0 },
    },
    accumulation: { over: 'discrete' },
  };
}

/** A year's periods of equal weight. */
export function evenly(months: PeriodMonths): number[] {
  return new Array(12 / months).fill(months / 12);
}

function part(id: string, measure: string, factor: number): Omit<Component, 'payout' | 'title'> {
  return {
    id,
    measure,
    weight: 0,
    factor,
    boundary: 'at-or-above',
    threshold: null,
    rateChanges: [],
    caps: [],
    floor: null,
    gates: [],
    modifiers: [],
    capsAfter: [],
  };
}

function commissionOn(measure: string, plan: PayPlan, factor: number, shared: boolean): Component {
  const payout: Rates = {
    kind: 'rates',
    axis: 'attainment',
    apply: 'marginal',
    of: 'credit',
    tiers: [{ from: 0, rate: plan.commission }],
    excessOver: 0,
  };
  return {
    ...part(shared ? 'team-commission' : 'commission', measure, factor),
    title: shared ? TEAM_COMMISSION : COMMISSION,
    payout,
    threshold: plan.threshold > 0 ? { at: plan.threshold, pays: 'from-threshold' } : null,
    rateChanges: plan.accelerator === 1 ? [] : [{ from: plan.acceleratorFrom, times: plan.accelerator }],
    caps: plan.cap === null ? [] : [{ on: 'result', at: plan.cap }],
  };
}

function bonusOn(measure: string, plan: PayPlan, factor: number, shared: boolean): Component {
  const payout: StepBonus = {
    kind: 'bonus',
    axis: 'attainment',
    steps: [{ at: 1, amount: plan.bonus }],
    stack: 'highest',
    in: 'money',
  };
  return {
    ...part(shared ? 'team-bonus' : 'bonus', measure, factor),
    title: shared ? TEAM_BONUS : BONUS,
    payout,
  };
}
