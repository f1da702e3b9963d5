import { isOwn } from './compile-component.ts';
import { evaluate } from './evaluate.ts';
import { type Measure, type Plan, statementMonths } from './language.ts';
import { PLAN_METRICS } from './parts/measure.ts';
import { periodQuota } from './quota.ts';
import { type Carry, NO_CARRY, NO_RESULTS, type Results, type Statement } from './results.ts';

/** Someone long there, the whole time. */
const SETTLED = { tenureMonths: 120, present: 1 };

/**
 * The statements of a year in which every measure comes to the same attainment in every period, for someone long there.
 *
 * @param attainmentOf by measure: attainment; where there is no quota, the result of a period itself
 * @param lastMonth month of the year after which to stop
 */
export function yearAt(plan: Plan, attainmentOf: (measure: Measure) => number, lastMonth = 12): Statement[] {
  const months = statementMonths(plan);
  const statements: Statement[] = [];
  let carry: Carry = NO_CARRY;
  for (let month = months; month <= lastMonth; month += months) {
    const attained = plan.measures.map((measure) => [measure, attainmentOf(measure)] as const);
    const results: Results = {
      ...NO_RESULTS,
      ...SETTLED,
      month,
      values: Object.fromEntries(
        attained.map(([measure, x]) => [measure.id, resultAt(measure, x, month, months)]),
      ),
      goals: goalsAt(plan, new Map(attained.map(([measure, x]) => [measure.id, x]))),
    };
    const statement = evaluate(plan, results, carry);
    statements.push(statement);
    carry = statement.carry;
  }
  return statements;
}

/** Variable pay earned in such a year, and advances that need not be earned. Where every stretch of it is like the first, only that one is worked out. */
export function yearlyPay(plan: Plan, attainmentOf: (measure: Measure) => number): number {
  const stretch = sameAllYear(plan) ? Math.max(1, ...plan.measures.map(({ months }) => months)) : 12;
  const sum = yearAt(plan, attainmentOf, stretch).reduce(
    (total, { earned, kept }) => total + earned + kept,
    0,
  );
  return (sum * 12) / stretch;
}

/** Whether the same results earn the same pay in every period: nothing accumulates, no season, no yearly limit. */
function sameAllYear({ measures, cap, floor, promotion }: Plan): boolean {
  const even = ({ quota, accumulation }: Measure): boolean =>
    accumulation.over === 'discrete' &&
    (quota === null || quota.seasonality.every((share) => share === quota.seasonality[0]));
  return measures.every(even) && cap?.over !== 'year' && floor?.over !== 'year' && promotion === null;
}

/** A statement's part of the result that comes to an attainment over the measure's own period. */
function resultAt(measure: Measure, attainment: number, month: number, months: number): number {
  const quota = periodQuota(measure, Math.ceil(month / measure.months) - 1, SETTLED);
  if (PLAN_METRICS[measure.metric].kind === 'level') return attainment * (quota ?? 1);
  return (attainment * (quota ?? 1) * months) / measure.months;
}

function goalsAt(plan: Plan, attained: ReadonlyMap<string, number>): Results['goals'] {
  return Object.fromEntries(
    plan.components.flatMap(({ id, measure, payout }) =>
      payout.kind === 'goals'
        ? [[id, Object.fromEntries(payout.goals.map((goal) => [goal.id, attained.get(measure) ?? 0]))]]
        : [],
    ),
  );
}

/** A plan without the components that depend on what others do: contests and pools. */
export function withoutContests(plan: Plan): Plan {
  return { ...plan, components: plan.components.filter(({ payout }) => isOwn(payout)) };
}

/** Variable pay a year by component when every measure is just on target; contests and pools left out. */
export function payAtTarget(plan: Plan): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { lines } of yearAt(withoutContests(plan), usualResult)) {
    for (const { kind, id, amount } of lines)
      if (kind === 'component') sums.set(id, (sums.get(id) ?? 0) + amount);
  }
  return sums;
}

/** On target: attainment 1; for a share without a quota all of it, for points without one all hundred. */
export function usualResult(measure: Measure): number {
  return measure.quota === null && PLAN_METRICS[measure.metric].unit === 'points' ? 100 : 1;
}
