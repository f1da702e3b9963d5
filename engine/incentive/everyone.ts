import { evaluate } from './evaluate.ts';
import { type Measure, measureOf, type Plan, statementMonths } from './language.ts';
import { tidy } from './parts/rounding.ts';
import { groupOf, type Month, People, type Person, periodStart, tenureAt } from './people.ts';
import { type Carry, NO_CARRY, NO_RESULTS, type Results, type Statement } from './results.ts';

/** What each person is paid over the months there are results for. */
export interface Paid {
  readonly person: Person;
  readonly salary: number;
  /** Variable pay earned, and advances that need not be earned. Below 0 it is owed. */
  readonly variable: number;
  /** What the person owes after the last statement: advances not earned, returns, a year paid too much. */
  readonly owed: number;
  readonly statements: readonly Statement[];
}

/**
 * Runs a plan over everybody's results: team, region and company measures are their members' mean or total, rivals are
 * the others. Whoever was not there yet gets no statement; months not worked bring neither salary nor quota. Statements
 * that the results do not reach the end of are left out.
 *
 * @throws RangeError when the results lack a column that the plan measures
 */
export function payEveryone(plan: Plan, everyone: readonly Person[]): Paid[] {
  const people = new People(everyone);
  const length = statementMonths(plan);
  const carries = new Map<Person, Carry>();
  const statements = new Map<Person, Statement[]>(everyone.map((person) => [person, []]));
  for (let month = length; month <= people.lastMonth; month += length) {
    for (const person of everyone) {
      if (Math.min(...person.months.keys()) > month) continue;
      const statement = evaluate(
        plan,
        resultsOf(plan, people, person, month, length),
        carries.get(person) ?? NO_CARRY,
      );
      carries.set(person, statement.carry);
      statements.get(person)!.push(statement);
    }
  }
  return everyone.map((person) => {
    const all = statements.get(person)!;
    return {
      person,
      salary: tidy(all.reduce((sum, { lines }) => sum + lines[0]!.amount, 0)),
      variable: tidy(all.reduce((sum, { earned, kept }) => sum + earned + kept, 0)),
      owed: all.at(-1)?.carry.owed ?? 0,
      statements: all,
    };
  });
}

/** What happened in one person's statement. */
function resultsOf(plan: Plan, people: People, person: Person, month: number, length: number): Results {
  const from = month - length + 1;
  const rows = Array.from({ length }, (_, k) => person.months.get(from + k));
  const values = Object.fromEntries(
    plan.measures.map((one) => [one.id, heldOf(people, one, person, from, month)]),
  );
  const withQuota = plan.measures.filter(({ quota }) => quota !== null);
  return {
    ...NO_RESULTS,
    month,
    tenureMonths: tenureAt(person, from),
    present: rows.reduce((sum, row) => sum + (row?.present ?? 0), 0) / length,
    values,
    quotas: Object.fromEntries(withQuota.map((one) => [one.id, people.quota(one, person, month)!])),
    quotasAhead: Object.fromEntries(withQuota.map((one) => [one.id, people.quotaAhead(one, person, month)])),
    others: othersOf(plan, people, person, month),
    goals: goalsOf(plan, values),
  };
}

/** A measure's result in a statement. A level that was not measured in it leaves the period's mean as it is. */
function heldOf(people: People, measure: Measure, person: Person, from: number, to: number): number {
  const value = people.result(measure, person, from, to);
  if (value !== null) return value;
  const start = periodStart(measure, to);
  return people.result(measure, person, start, start + measure.months - 1) ?? 0;
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

/** What contests and pools look at: over the component's period, the results of the others who were there. */
function othersOf(
  plan: Plan,
  people: People,
  person: Person,
  month: number,
): Record<string, readonly number[]> {
  const others: Record<string, readonly number[]> = {};
  for (const { id, payout, measure: name } of plan.components) {
    if (payout.kind !== 'rank' && payout.kind !== 'match' && payout.kind !== 'pool') continue;
    const measure = measureOf(plan, name);
    const from = periodStart(measure, month);
    const there = (one: Person): Month | undefined => lastOf(one, from, month);
    const mine = there(person);
    const byAttainment =
      payout.kind === 'pool' ? payout.divide === 'by-attainment' : payout.axis === 'attainment';
    const value = (other: Person): number => {
      const result = people.result(measure, other, from, month) ?? 0;
      const quota = byAttainment ? people.quota(measure, other, month) : null;
      return quota !== null && quota > 0 ? tidy(result / quota) : byAttainment ? 0 : result;
    };
    if (mine === undefined) {
      others[id] = [];
    } else if (payout.kind === 'match') {
      const rival = rivalTeam(people, mine.team);
      const opponent = people.all.find((one) => rival !== undefined && there(one)?.team === rival);
      others[id] = opponent === undefined ? [] : [value(opponent)];
    } else {
      const group = groupOf(payout.among, person, mine);
      others[id] = people.all
        .filter((other) => {
          const row = other === person ? undefined : there(other);
          return row !== undefined && groupOf(payout.among, other, row) === group;
        })
        .map(value);
    }
  }
  return others;
}

/** The last month in a span that someone worked. */
function lastOf({ months }: Person, from: number, to: number): Month | undefined {
  for (let month = to; month >= from; month--) if (months.has(month)) return months.get(month);
  return undefined;
}

/** Teams meet in pairs, in the order of their first appearance: first and second, third and fourth. */
function rivalTeam({ all }: People, team: string): string | undefined {
  const teams = [...new Set(all.flatMap(({ months }) => [...months.values()].map((row) => row.team)))];
  const at = teams.indexOf(team);
  return teams[at % 2 === 0 ? at + 1 : at - 1];
}
