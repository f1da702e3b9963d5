import type { Measure, Plan } from './language.ts';
import type { PayPlan } from './plan.ts';
import { fromSimple } from './simple.ts';

/** A pay plan as a study has it: flat, or in the full language. */
export type AnyPlan = PayPlan | Plan;

/** Whether a plan is written in the full language. */
export function isFull(plan: AnyPlan): plan is Plan {
  return 'measures' in plan;
}

/** The plan in the full language. @param currency of a flat plan's amounts */
export function fullPlan(plan: AnyPlan, currency: string): Plan {
  return isFull(plan) ? plan : fromSimple(plan, currency);
}

/** The measure that a plan is first about: its first component's; null where it pays nothing but salary. */
export function mainMeasure(plan: Plan): Measure | null {
  const id = plan.components[0]?.measure;
  return plan.measures.find((one) => one.id === id) ?? plan.measures[0] ?? null;
}

/** Months after which every measure begins a period together. */
export function longestMonths(plan: AnyPlan): number {
  if (!isFull(plan)) return plan.periodDays / 21;
  return plan.measures.reduce(
    (most, one) => Math.max(most, one.accumulation.over === 'discrete' ? one.months : 12),
    1,
  );
}
