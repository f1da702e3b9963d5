import { isOwn, type Terms } from './compile-component.ts';
import { componentPay } from './evaluate-component.ts';
import { extraPay } from './evaluate-extras.ts';
import { payOut } from './evaluate-timing.ts';
import { gathered, type Standing, standingOf } from './gather.ts';
import {
  type Component,
  type Measure,
  measureOf,
  type Plan,
  type PlanLimit,
  statementMonths,
} from './language.ts';
import { roundTo } from './parts/rounding.ts';
import type { Carry, Line, Results, Statement } from './results.ts';

/**
 * One person's statement for one period, to the cent: a line for each component whose period ends, each extra, each
 * limit and each deduction. Every line is rounded as the plan rounds; totals add up the rounded lines.
 *
 * Months between statements are the plan's `statementMonths`. Call it once a statement, in order, handing the carry on.
 *
 * @throws RangeError when a result that the plan needs is not given
 */
export function evaluate(plan: Plan, results: Results, carry: Carry): Statement {
  const months = statementMonths(plan);
  const standings = new Map<string, Standing>();
  for (const measure of plan.measures) standings.set(measure.id, standingOf(measure, results, carry, months));
  const money = (x: number): number => roundTo(x, plan.rounding.money);
  const lines: Line[] = [];
  const paid: Record<string, number> = { ...carry.paid };
  const lots = new Map<string, number>();

  for (const component of plan.components) {
    const standing = standings.get(component.measure)!;
    if (!standing.ends) continue;
    const amount = money(payFor(plan, component, standings, results, carry));
    lines.push({
      kind: 'component',
      id: component.id,
      amount,
      result: { credit: standing.credit, quota: standing.quota },
    });
    paid[component.id] = (paid[component.id] ?? 0) + amount;
    share(amount, standing, results, lots, money);
  }
  const extra = extraPay(plan, results, carry);
  lines.push(...extra.lines);
  for (const [deal, amount] of extra.byDeal) lots.set(deal, (lots.get(deal) ?? 0) + amount);
  const gross = total(lines, money);
  // Awards on the spot are outside of the plan's limits.
  const limited = total(
    lines.filter(({ kind }) => kind !== 'award'),
    money,
  );
  lines.push(...planLimits(plan, limited, carry, results, months));
  const earned = total(lines, money);
  // What the plan's cap takes away is taken from every sale alike.
  if (earned < gross) for (const [lot, amount] of lots) lots.set(lot, money((amount * earned) / gross));
  const promoted = promotion(plan, standings, carry);
  const out = payOut(plan, { earned, lots, results, carry, months });
  const salary = money(plan.salary * carry.salaryTimes * months * results.present);
  const club = clubLine(plan, standings, results);
  const yearOver = results.month === 12;
  return {
    lines: [{ kind: 'salary', id: '', amount: salary }, ...lines, ...out.lines, ...club],
    earned,
    kept: out.kept,
    paid: money(salary + out.paid),
    carry: {
      ...promoted,
      measures: gathered(plan, standings, results, carry, months),
      paid: yearOver ? {} : paid,
      extras: yearOver ? {} : extra.extras,
      earned: yearOver ? 0 : money(carry.earned + earned - (gross - limited)),
      owed: out.owed,
      lots: out.lots,
      deferred: out.deferred,
    },
  };
}

function total(lines: readonly Line[], money: (x: number) => number): number {
  return money(lines.reduce((sum, line) => sum + line.amount, 0));
}

/** A component's pay, not rounded. */
function payFor(
  plan: Plan,
  component: Component,
  standings: ReadonlyMap<string, Standing>,
  results: Results,
  carry: Carry,
): number {
  const measure = measureOf(plan, component.measure);
  const own = standings.get(measure.id)!;
  // Whoever was not there at all is paid nothing, not even a floor.
  if (!(own.present > 0)) return 0;
  // A member gets the part of what a group earns that the member was there for.
  const group = measure.scope !== 'individual' && isOwn(component.payout);
  const months = monthsOf(measure, own, results.month, group);
  const terms: Terms = {
    quotas: Object.fromEntries([...standings].map(([id, { quota }]) => [id, quota])),
    target: ((plan.targetPay ?? 0) / 12) * component.weight * months,
    salary: plan.salary * carry.salaryTimes * months,
    before: { credit: own.yearCredit, quota: own.yearQuota, paid: carry.paid[component.id] ?? 0 },
    ahead: own.ahead,
    last: results.month === 12,
  };
  const pay = componentPay(plan, component, {
    terms,
    results: Object.fromEntries([...standings].map(([id, { credit }]) => [id, credit])),
    others: results.others[component.id] ?? [],
    goals: results.goals[component.id] ?? {},
  });
  return group || component.payout.kind === 'match' ? pay * own.present : pay;
}

/** Months that a component's target pay and salary are of: of the period, of the year so far, or of the year. */
function monthsOf(measure: Measure, own: Standing, month: number, whole: boolean): number {
  const { accumulation } = measure;
  if (accumulation.over !== 'year-to-date') return measure.months * (whole ? 1 : own.present);
  const sofar = whole ? month : own.yearMonths;
  return accumulation.tiersOf === 'year' ? sofar + 12 - month : sofar;
}

/** Divides a component's pay among the deals that earned it; without deals the whole period is one lot. */
function share(
  amount: number,
  standing: Standing,
  results: Results,
  lots: Map<string, number>,
  money: (x: number) => number,
): void {
  if (amount <= 0) return;
  const add = (lot: string, part: number): void => void lots.set(lot, money((lots.get(lot) ?? 0) + part));
  const credit = standing.deals.reduce((sum, [, part]) => sum + Math.max(0, part), 0);
  let left = amount;
  if (credit > 0) {
    standing.deals.forEach(([id, part], i) => {
      const mine = i === standing.deals.length - 1 ? left : money((amount * Math.max(0, part)) / credit);
      add(id, mine);
      left = money(left - mine);
    });
  } else add(`month-${results.month}`, amount);
}

/** The plan's cap, floor and guarantee, as lines that bring what was earned within them. */
function planLimits(plan: Plan, earned: number, carry: Carry, results: Results, months: number): Line[] {
  const lines: Line[] = [];
  const money = (x: number): number => roundTo(x, plan.rounding.money);
  let now = earned;
  const add = (kind: Line['kind'], amount: number): void => {
    if (money(amount) === 0) return;
    lines.push({ kind, id: '', amount: money(amount) });
    now = money(now + amount);
  };
  const { cap, floor, timing } = plan;
  if (cap !== null) add('plan-cap', Math.min(0, room(cap, plan, months) - sofar(cap, carry) - now));
  // What a year must come to is known when it ends.
  if (floor !== null && results.present > 0 && (floor.over === 'statement' || results.month === 12))
    add('plan-floor', Math.max(0, room(floor, plan, months) - sofar(floor, carry) - now));
  const { guarantee } = timing;
  if (guarantee !== null && results.tenureMonths < guarantee.months) {
    const covered = Math.min(months, guarantee.months - results.tenureMonths);
    const least = guarantee.share * ((plan.targetPay ?? 0) / 12) * covered * results.present;
    add('guarantee', Math.max(0, least - now));
  }
  return lines;
}

function room(limit: PlanLimit, plan: Plan, months: number): number {
  const span = limit.over === 'year' ? 12 : months;
  return 'money' in limit.of ? limit.of.money : (limit.of.target * (plan.targetPay ?? 0) * span) / 12;
}

function sofar(limit: PlanLimit, carry: Carry): number {
  return limit.over === 'year' ? carry.earned : 0;
}

function promotion(
  plan: Plan,
  standings: ReadonlyMap<string, Standing>,
  carry: Carry,
): Pick<Carry, 'streak' | 'salaryTimes'> {
  const { streak, salaryTimes } = carry;
  if (plan.promotion === null) return { streak, salaryTimes };
  const { measure, at, periods, salaryTimes: times } = plan.promotion;
  const { ends, credit, quota } = standings.get(measure)!;
  if (!ends) return { streak, salaryTimes };
  const made = quota !== null && credit >= at * quota;
  if (!made) return { streak: 0, salaryTimes };
  return streak + 1 >= periods
    ? { streak: 0, salaryTimes: salaryTimes * times }
    : { streak: streak + 1, salaryTimes };
}

/** Membership of the club, for the year that ends: worth something, but not cash. */
function clubLine(plan: Plan, standings: ReadonlyMap<string, Standing>, results: Results): Line[] {
  if (plan.club === null || results.month !== 12) return [];
  const { credit, quota, yearCredit, yearQuota } = standings.get(plan.club.measure)!;
  const whole = yearQuota + (quota ?? 0);
  const made = whole > 0 && yearCredit + credit >= plan.club.at * whole;
  return made ? [{ kind: 'club', id: '', amount: plan.club.value }] : [];
}
