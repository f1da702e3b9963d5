import { evaluate } from './evaluate.ts';
import { type Measure, measureOf, type Plan, statementMonths } from './language.ts';
import { PLAN_METRICS } from './parts/measure.ts';
import { tidy } from './parts/rounding.ts';
import { type Carry, NO_CARRY, NO_RESULTS, type Results, type Statement } from './results.ts';

/** One person's results, as they come from a table: a row a month. */
export interface Person {
  readonly id: string;
  readonly team: string;
  readonly region: string;
  /** By month of the plan year, 1–12: results by column. */
  readonly months: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

/** The name of a measure's column: its id, else its metric, with the customers it is about where those are not all. */
export function columnsOf(measure: Measure): string[] {
  const metric = measure.customers === 'all' ? measure.metric : `${measure.metric}:${measure.customers}`;
  return [...new Set([measure.id, metric])];
}

/** What each person is paid over the months there are results for. */
export interface Paid {
  readonly person: Person;
  readonly salary: number;
  readonly variable: number;
  readonly statements: readonly Statement[];
}

/**
 * Runs a plan over everybody's results: team, region and company measures are their members' mean or total, rivals are
 * the others. A column `quota:COLUMN` gives a person's own quota for the month.
 *
 * @throws RangeError when the results lack a column that the plan measures
 */
export function payEveryone(plan: Plan, people: readonly Person[]): Paid[] {
  const length = statementMonths(plan);
  const last = Math.max(0, ...people.flatMap((person) => [...person.months.keys()]));
  const carries = new Map<Person, Carry>();
  const statements = new Map<Person, Statement[]>(people.map((person) => [person, []]));
  for (let month = length; month < last + length && month <= 12; month += length) {
    const spans = { from: month - length + 1, to: month };
    const results = new Map(
      people.map((person) => [
        person,
        Object.fromEntries(
          plan.measures.map((one) => [one.id, scoped(one, person, people, spans.from, spans.to)]),
        ),
      ]),
    );
    for (const person of people) {
      const statement = evaluate(
        plan,
        {
          ...NO_RESULTS,
          month,
          values: results.get(person)!,
          quotas: quotasOf(plan, person, month),
          others: othersOf(plan, person, people, month),
          goals: goalsOf(plan, results.get(person)!),
        },
        carries.get(person) ?? NO_CARRY,
      );
      carries.set(person, statement.carry);
      statements.get(person)!.push(statement);
    }
  }
  return people.map((person) => {
    const all = statements.get(person)!;
    const salary = all.reduce((sum, { lines }) => sum + lines[0]!.amount, 0);
    return {
      person,
      salary,
      variable: tidy(all.reduce((sum, { earned }) => sum + earned, 0)),
      statements: all,
    };
  });
}

/** A table gives one score for all goals: each counts as reached that far. */
function goalsOf(plan: Plan, values: Readonly<Record<string, number>>): Results['goals'] {
  return Object.fromEntries(
    plan.components.flatMap(({ id, measure, payout }) =>
      payout.kind === 'goals'
        ? [[id, Object.fromEntries(payout.goals.map((goal) => [goal.id, values[measure] ?? 0]))]]
        : [],
    ),
  );
}

/** A measure's result over some months, for the person or the group it is about. */
function scoped(
  measure: Measure,
  person: Person,
  people: readonly Person[],
  from: number,
  to: number,
): number {
  if (measure.scope === 'individual') return resultOf(measure, person, from, to);
  const group = people.filter((other) => together(measure.scope, person, other));
  const total = group.reduce((sum, other) => sum + resultOf(measure, other, from, to), 0);
  const level = PLAN_METRICS[measure.metric].kind === 'level';
  return measure.pooling === 'total' && !level ? total : total / group.length;
}

function together(scope: Measure['scope'], one: Person, other: Person): boolean {
  switch (scope) {
    case 'individual':
      return one === other;
    case 'team':
      return one.team === other.team;
    case 'region':
      return one.region === other.region;
    case 'company':
      return true;
  }
}

/** Flows add up over the months; of levels the mean is taken. */
function resultOf(measure: Measure, person: Person, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let month = from; month <= to; month++) {
    const row = person.months.get(month);
    if (row === undefined) continue;
    const column = columnsOf(measure).find((name) => row.has(name));
    if (column === undefined)
      throw new RangeError(`the results have no column “${columnsOf(measure).at(-1)}”`);
    sum += row.get(column)!;
    count++;
  }
  return PLAN_METRICS[measure.metric].kind === 'level' && count > 0 ? sum / count : sum;
}

/** A person's own quotas for each measure's period up to a month, where the results give them for all of it. */
function quotasOf(plan: Plan, person: Person, month: number): Record<string, number> {
  const quotas: Record<string, number> = {};
  for (const measure of plan.measures) {
    if (measure.quota === null || measure.scope !== 'individual') continue;
    const start = month - ((month - 1) % measure.months);
    const rows = Array.from({ length: month - start + 1 }, (_, k) => person.months.get(start + k));
    const own = rows.map((row) =>
      columnsOf(measure)
        .map((name) => row?.get(`quota:${name}`))
        .find((value) => value !== undefined),
    );
    if (own.every((value) => value !== undefined))
      quotas[measure.id] = own.reduce((sum, value) => sum + value!, 0);
  }
  return quotas;
}

/** What contests and pools look at: the others' results over the component's period. */
function othersOf(
  plan: Plan,
  person: Person,
  people: readonly Person[],
  month: number,
): Record<string, readonly number[]> {
  const others: Record<string, readonly number[]> = {};
  for (const { id, payout, measure: name } of plan.components) {
    if (payout.kind !== 'rank' && payout.kind !== 'match' && payout.kind !== 'pool') continue;
    const measure = measureOf(plan, name);
    const from = month - ((month - 1) % measure.months);
    const axis =
      payout.kind === 'pool' ? (payout.divide === 'by-attainment' ? 'attainment' : 'amount') : payout.axis;
    const quotaFor = (other: Person): number | null => {
      const own = quotasOf(plan, other, month)[measure.id];
      return own ?? (measure.quota === null ? null : (measure.quota.amount * measure.months) / 12);
    };
    const value = (other: Person): number => {
      const result = scoped(measure, other, people, from, month);
      const quota = quotaFor(other);
      return axis === 'amount' || quota === null ? result : tidy(result / quota);
    };
    if (payout.kind === 'match') {
      // Teams meet in pairs, in the order of their first appearance: first and second, third and fourth.
      const teams = [...new Set(people.map(({ team }) => team))];
      const at = teams.indexOf(person.team);
      const next = teams[at % 2 === 0 ? at + 1 : at - 1];
      const rival = people.find(({ team }) => team === next);
      others[id] = rival === undefined ? [] : [value(rival)];
      continue;
    }
    others[id] = people
      .filter((other) => other !== person && together(payout.among, person, other))
      .map(value);
  }
  return others;
}
