import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/incentive/evaluate.ts';
import type { Plan } from '../../engine/incentive/language.ts';
import { type Carry, NO_CARRY, NO_RESULTS, type Results } from '../../engine/incentive/results.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { memory } from '../study/sources.ts';

function plan(text: string): Plan {
  return readPlan('p.yaml', memory({ 'p.yaml': `currency: CNY\nsalary: ¥5k\n${text}` }));
}

/** Statements of some months in a row: earned, variable pay paid out, and what is owed after each. */
function months(of: Plan, results: readonly Partial<Results>[]): number[][] {
  let carry: Carry = NO_CARRY;
  return results.map((one, i) => {
    const statement = evaluate(of, { ...NO_RESULTS, month: i + 1, ...one }, carry);
    carry = statement.carry;
    return [statement.earned, statement.paid - 5_000, carry.owed];
  });
}

const revenue = (...amounts: number[]): Partial<Results>[] =>
  amounts.map((amount) => ({ values: { revenue: amount } }));

describe('a month of net returns', () => {
  const tiers = (rest: string): Plan =>
    plan(`components: { c: { measure: revenue, period: month, ${rest} } }\n`);

  test('is owed at the first tier’s rate, and taken from later pay', () => {
    const one = tiers('quota: ¥12k, apply: marginal, rates: { 0%: 10%, 100%: 20% }');
    expect(months(one, revenue(2_000, -500, 1_000))).toEqual([
      [300, 300, 0],
      [-50, 0, 50],
      [100, 50, 0],
    ]);
  });

  test('costs the first row of a matrix of rates, and nothing where pay is no rate on it', () => {
    const matrix = (cells: string): Plan =>
      plan(`measures: { care: { metric: satisfaction, period: month } }
components:
  c: { measure: revenue, period: month, interpolation: step, boundary: at-or-above, ${cells} }
`);
    const earned = (of: Plan, amount: number): number =>
      evaluate(of, { ...NO_RESULTS, values: { revenue: amount, care: 80 } }, NO_CARRY).earned;
    const cells =
      'matrix: { across: care, rows: [0, 1000], columns: [0, 70], cells: [[5%, 10%], [10%, 20%]] }';
    expect([-400, 400, 1_500].map((x) => earned(matrix(`in: credit, ${cells}`), x))).toEqual([-40, 40, 300]);
    const money = cells.replaceAll('%', '0');
    expect([-400, 400].map((x) => earned(matrix(`in: money, ${money}`), x))).toEqual([0, 100]);
    const bonus = tiers('quota: ¥12k, boundary: at-or-above, bonus: { 100%: ¥100 }');
    expect(months(bonus, revenue(1_000, -500))).toEqual([
      [100, 100, 0],
      [0, 0, 0],
    ]);
  });

  test('below a threshold pays nothing and owes nothing', () => {
    const one = tiers(
      'quota: ¥12k, rate: 10%, threshold: { at: 50%, pays: from-first }, boundary: at-or-above',
    );
    expect(months(one, revenue(-400))).toEqual([[0, 0, 0]]);
  });

  test('is not lifted by an advance that is kept: the advance is paid, the returns are owed', () => {
    const one = plan(
      'components: { c: { measure: revenue, period: month, rate: 10% } }\ndraw: { amount: ¥1k, recoverable: no }\n',
    );
    expect(months(one, revenue(-500, 20_000))).toEqual([
      [-50, 1_000, 50],
      [2_000, 1_950, 0],
    ]);
  });
});

describe('a year that was paid too much', () => {
  test('is owed as the weak months come, against a quota to date', () => {
    const one = plan(
      'components: { c: { measure: revenue, quota: ¥12k, period: month, accumulation: year-to-date, tiers-of: to-date, boundary: at-or-above, bonus: { 100%: ¥100 } } }\n',
    );
    expect(months(one, revenue(1_000, 500, 1_500))).toEqual([
      [100, 100, 0],
      [-100, 0, 100],
      [100, 0, 0],
    ]);
  });

  test('comes to its floor when it ends, not at once', () => {
    const one = plan(
      'components: { c: { measure: revenue, period: month, rate: 10% } }\nfloor: { money: ¥2k, over: year }\n',
    );
    const all = months(one, revenue(...new Array<number>(12).fill(1_000)));
    expect(all.map(([earned]) => earned)).toEqual([...new Array<number>(11).fill(100), 900]);
  });
});

describe('target pay of a year-to-date measure', () => {
  const plans = (tiersOf: string): Plan =>
    plan(
      `target-pay: ¥12k\ncomponents: { c: { measure: revenue, quota: ¥120k, period: month, accumulation: year-to-date, tiers-of: ${tiersOf}, apply: marginal, of: base-rate, rates: { 0%: 1, 100%: 2 } } }\n`,
    );

  test('is the year’s where tiers are of the year, and the months’ so far where they are to date', () => {
    expect(months(plans('year'), revenue(10_000, 20_000)).map(([earned]) => earned)).toEqual([1_000, 2_000]);
    expect(months(plans('to-date'), revenue(10_000, 20_000)).map(([earned]) => earned)).toEqual([
      1_000, 3_000,
    ]);
  });

  test('of someone who joins in October is three months’', () => {
    let carry: Carry = NO_CARRY;
    const earned = [10, 11, 12].map((month) => {
      const statement = evaluate(
        plans('to-date'),
        { ...NO_RESULTS, month, tenureMonths: month - 10, values: { revenue: 10_000 } },
        carry,
      );
      carry = statement.carry;
      return statement.earned;
    });
    expect(earned).toEqual([1_000, 1_000, 1_000]);
  });
});

describe('rounding of attainment', () => {
  const at = (text: string, amount: number, before: Carry = NO_CARRY, month = 1): number =>
    evaluate(
      plan(`target-pay: ¥12k\nrounding: { attainment: { to: 1%, mode: half-up } }\n${text}`),
      { ...NO_RESULTS, month, values: { revenue: amount } },
      before,
    ).earned;

  test('leaves marginal rates and multiples of the base rate on what was sold', () => {
    const tiers = (rest: string): string =>
      `components: { c: { measure: revenue, quota: ¥120k, period: month, apply: marginal, ${rest} } }\n`;
    expect(at(tiers('rates: { 0%: 10%, 100%: 20% }'), 9_960)).toBe(996);
    expect(at(tiers('rates: { 0%: 10%, 100%: 20% }'), 10_040)).toBe(1_008);
    expect(at(tiers('of: base-rate, rates: { 0%: 1, 100%: 2 }'), 9_960)).toBe(996);
  });

  test('opens a threshold, and keeps a curve’s own steps', () => {
    const one = (rest: string): string =>
      `components: { c: { measure: revenue, quota: ¥120k, period: month, boundary: at-or-above, ${rest} } }\n`;
    expect(at(one('rate: 10%, threshold: { at: 80%, pays: from-first }'), 7_951)).toBe(795.1);
    expect(at(one('rate: 10%, threshold: { at: 80%, pays: from-first }'), 7_949)).toBe(0);
    expect(at(one('interpolation: linear, curve: { 0%: 0%, 100%: 100% }'), 7_951)).toBe(800);
  });

  test('takes the better of two attainments rounded', () => {
    const one =
      'components: { c: { measure: revenue, quota: ¥120k, period: month, accumulation: best-of, boundary: at-or-above, bonus: { 100%: ¥1k } } }\n';
    const first = evaluate(plan(one), { ...NO_RESULTS, values: { revenue: 10_910 } }, NO_CARRY).carry;
    // 9,000 is 90 %, the year so far 99.55 %: 100 %.
    expect(at(one, 9_000, first, 2)).toBe(1_000);
    expect(at(one, 8_980, first, 2)).toBe(0);
  });
});
