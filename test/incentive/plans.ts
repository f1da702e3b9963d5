import { fullPlan } from '../../engine/incentive/full-plan.ts';
import type { Component, Measure, Plan } from '../../engine/incentive/language.ts';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { PLAIN } from '../laws/setting.ts';

/** A linear commission: no edge anywhere near. */
export const LINEAR: PayPlan = { ...PLAIN.pay, id: 'linear', accelerator: 1, bonus: 0 };

/** A flat plan in the full language. */
export function full(plan: PayPlan): Plan {
  return fullPlan(plan, 'CNY');
}

/** A plan with another component, on a measure that differs from the plan's own as told. */
export function withComponent(plan: Plan, measure: Partial<Measure>, component: Partial<Component>): Plan {
  const first = plan.measures[0]!;
  const id = measure.id ?? 'more';
  return {
    ...plan,
    id: `${plan.id}-and-${id}`,
    targetPay: plan.targetPay ?? 100_000,
    measures: [...plan.measures, { ...first, ...measure, id }],
    components: [
      ...plan.components,
      { ...plan.components[0]!, threshold: null, rateChanges: [], caps: [], ...component, id, measure: id },
    ],
  };
}

/** A prize for the best by attainment, so many of so much. */
export function contest(plan: Plan, prizes: readonly number[]): Plan {
  return withComponent(
    plan,
    { id: 'race' },
    { payout: { kind: 'rank', axis: 'attainment', among: 'company', prizes, minimum: null, ties: 'share' } },
  );
}

/** The plan with a ratchet on all its quotas. */
export function ratcheted(plan: Plan, up: number, down: number): Plan {
  return {
    ...plan,
    id: `${plan.id}-ratchet`,
    measures: plan.measures.map((one) => ({
      ...one,
      quota: one.quota === null ? null : { ...one.quota, ratchet: { up, down } },
    })),
  };
}
