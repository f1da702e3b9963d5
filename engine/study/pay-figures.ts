import { type AnyPlan, fullPlan } from '../incentive/full-plan.ts';
import { payAtTarget } from '../incentive/year.ts';

/** Variable pay a year when every measure is just on target; contests and pools left out. @param currency of a flat plan */
export function variableAtTarget(plan: AnyPlan, currency: string): number {
  let sum = 0;
  for (const amount of payAtTarget(fullPlan(plan, currency)).values()) sum += amount;
  return sum;
}
