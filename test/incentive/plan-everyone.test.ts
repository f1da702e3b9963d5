import { describe, expect, test } from 'vitest';
import { correlation, outcomeOf } from '../../engine/incentive/comparison.ts';
import { costing } from '../../engine/incentive/costing.ts';
import { type Paid, payEveryone } from '../../engine/incentive/everyone.ts';
import type { Plan } from '../../engine/incentive/language.ts';
import { payoutCurve } from '../../engine/incentive/payout-curve.ts';
import type { Month, Person } from '../../engine/incentive/people.ts';
import { normalCdf, normalDensity } from '../../engine/kernel/normal.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { memory } from '../study/sources.ts';

function plan(text: string): Plan {
  return readPlan('p.yaml', memory({ 'p.yaml': `currency: CNY\nsalary: ¥5k\n${text}` }));
}

/** A month of someone long there. */
function month(team: string, values: Record<string, number>, more: Partial<Month> = {}): Month {
  return { team, region: '', present: 1, tenure: 120, values: new Map(Object.entries(values)), ...more };
}

/** A person with the same row every month of a quarter, unless rows are given. */
function person(id: string, team: string, ...rows: Record<string, number>[]): Person {
  const months = new Map([1, 2, 3].map((m, i) => [m, month(team, rows[i] ?? rows[0]!)]));
  return { id, months, left: null };
}

const pay = (of: Plan, people: Person[]): number[] => payEveryone(of, people).map(({ variable }) => variable);

describe('everybody’s pay from one table', () => {
  test('adds flows up over a period and averages levels', () => {
    const one = plan(`measures: { care: { metric: satisfaction, period: quarter } }
components:
  sales: { measure: revenue, period: quarter, rate: 1%, gates: [{ measure: care, at-least: 80, otherwise: nothing }] }
`);
    const rows = (last: number) => [
      { revenue: 1_000, care: 70 },
      { revenue: 2_000, care: 80 },
      { revenue: 3_000, care: last },
    ];
    expect(pay(one, [person('a', 't', ...rows(90)), person('b', 't', ...rows(89))])).toEqual([60, 0]);
  });

  test('takes a person’s own quota where the table has one', () => {
    const one = plan(
      'components: { s: { measure: revenue, quota: ¥12k, period: month, boundary: at-or-above, bonus: { 100%: ¥100 } } }\n',
    );
    const people = [
      person('a', 't', { revenue: 900 }),
      person('b', 't', { revenue: 900, 'quota:revenue': 900 }),
      person('c', 't', { revenue: 1_000 }),
    ];
    expect(pay(one, people)).toEqual([0, 300, 300]);
  });

  test('pays members on the team’s mean, the manager on its total, and a pool among them', () => {
    const one = plan(`components:
  mean: { measure: revenue, scope: team, period: month, rate: 1% }
  total: { measure: revenue, scope: team, pooling: total, period: month, rate: 1% }
  pot: { measure: revenue, period: month, pool: { among: team, size: { share: 10% }, divide: by-result } }
`);
    const people = [
      person('a', 't', { revenue: 1_000 }),
      person('b', 't', { revenue: 3_000 }),
      person('c', 'u', { revenue: 500 }),
    ];
    // A month: 20 + 40 + a tenth of own; alone in a team: 5 + 5 + 50.
    expect(pay(one, people)).toEqual([3 * (20 + 40 + 100), 3 * (20 + 40 + 300), 3 * (5 + 5 + 50)]);
  });

  test('names the column that is missing', () => {
    const one = plan('components: { s: { measure: bookings, customers: new, period: month, rate: 1% } }\n');
    expect(() => pay(one, [person('a', 't', { revenue: 1 })])).toThrow('no column “bookings:new”');
  });
});

describe('one set of results under two plans', () => {
  const paid = (...variable: number[]): Paid[] =>
    variable.map((amount, i) => ({
      person: person(`p${i}`, 't', {}),
      salary: 100,
      variable: amount,
      owed: 0,
      statements: [],
    }));

  test('has winners, losers, correlation and inversions as worked out by hand', () => {
    const results = [1, 2, 3, 4];
    const outcome = outcomeOf(paid(10, 30, 20, 40), results, paid(10, 20, 40, 40));
    expect([outcome.cost, outcome.variable, outcome.winners, outcome.losers]).toEqual([500, 100, 1, 1]);
    expect(outcome.costShare).toBe(50);
    expect(outcome.payForPerformance).toBeCloseTo(0.8, 12);
    expect(outcome.inversions).toBeCloseTo(1 / 6, 12);
    expect(outcome.quantiles[1]).toBe(25);
    expect(outcome.differences.map(({ person: id, difference }) => [id, difference])).toEqual([
      ['p1', 10],
      ['p0', 0],
      ['p3', 0],
      ['p2', -20],
    ]);
  });

  test('has no correlation where pay is the same for all', () => {
    expect(correlation([1, 2, 3], [5, 5, 5])).toBeNull();
  });
});

describe('costing', () => {
  test('of pay that is straight in attainment is that of a Normal, shared luck or not', () => {
    const one = plan('components: { s: { measure: revenue, quota: ¥1.2m, period: year, rate: 5% } }\n');
    const curve = payoutCurve(one);
    const spread = { people: 50, mean: 1, sd: 0.1 };
    const alone = costing(curve, { ...spread, correlation: 0 });
    expect(alone.mean).toBeCloseTo(50 * 60_000, 0);
    expect(alone.perPersonSd).toBeCloseTo(6_000, 1);
    expect(alone.p90).toBeCloseTo(3_000_000 + 1.2815515655446 * 6_000 * Math.sqrt(50), 0);
    // Half of the variance shared: the sum's is 50·½ + 50²·½ of one person's.
    const shared = costing(curve, { ...spread, correlation: 0.5 });
    const sd = 6_000 * Math.sqrt(25 + 1_250);
    expect(Math.abs(shared.p90 - (3_000_000 + 1.2815515655446 * sd))).toBeLessThan(0.005 * sd);
    expect(shared.p50).toBeCloseTo(3_000_000, -2);
  });

  test('of a bonus at quota is its odds', () => {
    const one = plan(
      'components: { s: { measure: revenue, quota: ¥1.2m, period: year, boundary: at-or-above, bonus: { 100%: ¥10k } } }\n',
    );
    const cost = costing(payoutCurve(one), { people: 10, mean: 0.9, sd: 0.2, correlation: 0 });
    expect(cost.mean).toBeCloseTo(100_000 * normalCdf(-0.5), 4);
    expect(cost.reach(1)).toBeCloseTo(normalCdf(-0.5), 12);
  });

  test('of a call on the excess is the known mean σ·[φ(z) + zΦ(z)]', () => {
    const one = plan(
      'components: { s: { measure: revenue, quota: ¥1.2m, period: year, excess-over: 100%, rate: 10% } }\n',
    );
    const z = (0.9 - 1) / 0.25;
    const right = 120_000 * 0.25 * (normalDensity(z) + z * normalCdf(z));
    expect(costing(payoutCurve(one), { people: 1, mean: 0.9, sd: 0.25, correlation: 0 }).mean).toBeCloseTo(
      right,
      1,
    );
  });
});
