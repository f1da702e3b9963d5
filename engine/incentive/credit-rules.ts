import type { CreditRules } from '../model/credits.ts';
import { CREDIT, CREDIT_CUSTOMERS } from '../model/tables/pay.ts';
import { mainMeasure } from './full-plan.ts';
import type { Plan } from './language.ts';

/** Metrics that count what is earned on a sale or month by month. */
const ACCRUING: ReadonlySet<string> = new Set(['revenue', 'margin', 'margin-rate', 'collection-rate']);

type Measure = Plan['measures'][number];

/** Whether two measures count the same, whatever it is compared with. */
function countAlike(a: Measure, b: Measure): boolean {
  return (
    a.metric === b.metric &&
    a.customers === b.customers &&
    a.credit.repeat === b.credit.repeat &&
    a.credit.dealCap === b.credit.dealCap &&
    a.months === b.months
  );
}

/**
 * Which of the plan's ways to set quotas on one count a measure has, the first being 0: a row keeps one course of quotas, so
 * another season, ramp or ratchet needs a row of its own. Amounts may differ, and whoever has no quota shares the first.
 */
function courseOf(plan: Plan, measure: Measure): number {
  const course = ({ quota }: Measure): string | null =>
    quota === null ? null : JSON.stringify([quota.seasonality, quota.ramp, quota.ratchet]);
  const own = course(measure);
  if (own === null) return 0;
  const all = plan.measures.filter((one) => countAlike(one, measure)).map(course);
  return [...new Set(all.filter((one) => one !== null))].indexOf(own);
}

/** The row that counts a plan's measure for a side. @throws RangeError when the rules were made without it */
export function rowOf(rules: CreditRules, plan: Plan, measure: Measure, side: number): number {
  const { metric, customers, credit, months } = measure;
  const course = courseOf(plan, measure);
  for (let row = 0; row < rules.rows; row++) {
    if (
      rules.metric[row] === CREDIT[metric] &&
      rules.customers[row] === CREDIT_CUSTOMERS.indexOf(customers) &&
      rules.repeat[row] === credit.repeat &&
      rules.dealCap[row] === (credit.dealCap ?? Number.POSITIVE_INFINITY) &&
      rules.months[row] === months &&
      rules.course[row] === course &&
      rules.side[row] === side
    )
      return row;
  }
  throw new RangeError(`nothing counts ${metric} of ${customers} customers`);
}

/**
 * What the plans of a study measure, each thing once, the first plan's main measure first. Measures that differ only in
 * the amount of their quota, scope or how they accumulate are counted together.
 *
 * @param unitValue list value of a usual deal
 * @param paidOnly plans that are only paid while others are felt
 */
export function creditRules(
  plans: readonly Plan[],
  unitValue: number,
  paidOnly: readonly Plan[] = [],
): CreditRules {
  const seen = new Map<
    string,
    { readonly measure: Measure; readonly side: number; readonly course: number }
  >();
  for (const [i, plan] of [...plans, ...paidOnly].entries()) {
    const side = i < plans.length ? 0 : 1;
    const main = mainMeasure(plan);
    for (const measure of main === null ? [] : [main, ...plan.measures]) {
      const { metric, customers, credit, months } = measure;
      const course = courseOf(plan, measure);
      const key = [side, metric, customers, credit.repeat, credit.dealCap, months, course].join(' ');
      if (!seen.has(key)) seen.set(key, { measure, side, course });
    }
  }
  const list = [...seen.values()].map(({ measure }) => measure);
  let cashRows = 0;
  const cashRow = Int32Array.from(list, ({ metric }) =>
    metric === 'collected' || metric === 'collection-rate' ? cashRows++ : -1,
  );
  const some = (...metrics: string[]): boolean => list.some(({ metric }) => metrics.includes(metric));
  const accruing = list.flatMap(({ metric }, row) => (ACCRUING.has(metric) ? [row] : []));
  return {
    rows: list.length,
    metric: Int32Array.from(list, ({ metric }) => CREDIT[metric]),
    customers: Int32Array.from(list, ({ customers }) => CREDIT_CUSTOMERS.indexOf(customers)),
    repeat: Float64Array.from(list, ({ credit }) => credit.repeat),
    dealCap: Float64Array.from(list, ({ credit }) => credit.dealCap ?? Number.POSITIVE_INFINITY),
    months: Int32Array.from(list, ({ months }) => months),
    side: Uint8Array.from(seen.values(), ({ side }) => side),
    course: Uint8Array.from(seen.values(), ({ course }) => course),
    unitValue,
    cashRow,
    cashRows,
    accruing: Int32Array.from(accruing),
    accrues: accruing.length > 0,
    readsCustomers: some('satisfaction', 'retention'),
  };
}
