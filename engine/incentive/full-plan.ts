import type { Measure, Plan } from './language.ts';
import type { PayPlan } from './plan.ts';
import { fromSimple } from './simple.ts';

/** A pay plan as a study has it: flat, or in the full language. */
export type AnyPlan = PayPlan | Plan;

/** Whether a plan is written in the full language. */
export function isFull(plan: AnyPlan): plan is Plan {
  return 'measures' in plan;
}

/** Flat plans already written out, so that what is worked out of a plan once need not be again. */
const WRITTEN_OUT = new WeakMap<PayPlan, Plan>();

/** The plan in the full language: always the same one of a flat plan. @param currency of a flat plan's amounts */
export function fullPlan(plan: AnyPlan, currency: string): Plan {
  if (isFull(plan)) return plan;
  const known = WRITTEN_OUT.get(plan);
  if (known?.currency === currency) return known;
  const full = fromSimple(plan, currency);
  WRITTEN_OUT.set(plan, full);
  return full;
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
