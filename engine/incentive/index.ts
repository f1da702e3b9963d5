/**
 * Pay plans: the language they are written in, what a plan pays for given results, and what it is expected to pay.
 */

export { outcomeOf, type PlanOutcome } from './comparison.ts';
export { type Costing, costing, type Spread } from './costing.ts';
export { evaluate } from './evaluate.ts';
export { type Paid, payEveryone } from './everyone.ts';
export { type AnyPlan, fullPlan, isFull } from './full-plan.ts';
export type * from './language.ts';
export { measureOf, statementMonths } from './language.ts';
export { type LeftOut, leftOutOfCurve, leftOutOfTable } from './left-out.ts';
export { PLAN_METRICS } from './parts/measure.ts';
export { mainMeasure, type PayoutCurve, payoutCurve } from './payout-curve.ts';
export { columnsOf, groupOf, type Month, type Person, statedQuota } from './people.ts';
export type * from './results.ts';
export { NO_CARRY, NO_RESULTS } from './results.ts';
export { fromSimple } from './simple.ts';
export { payAtTarget } from './year.ts';
