import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/incentive/evaluate.ts';
import { roundTo, tidy } from '../../engine/incentive/parts/rounding.ts';
import { NO_CARRY, NO_RESULTS } from '../../engine/incentive/results.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { memory } from '../study/sources.ts';
import { Dice } from './plan-random.ts';

const cent = { step: 0.01, mode: 'half-up' } as const;

describe('rounding', () => {
  test.each([
    [1.005, 1.01],
    [2.675, 2.68],
    [1.0049, 1],
    [-1.005, -1.01],
    [1e9 + 0.005, 1e9 + 0.01],
    [0.1 + 0.2, 0.3],
    [0, 0],
    [-0.001, 0],
  ])('a half cent is a half cent: %d is %d', (x, right) => {
    expect(roundTo(x, cent)).toBe(right);
  });

  test('goes the way the plan says', () => {
    const at = (x: number, mode: 'half-up' | 'half-even' | 'down' | 'up'): number =>
      roundTo(x, { step: 1, mode });
    expect([at(2.5, 'half-even'), at(3.5, 'half-even'), at(2.51, 'half-even')]).toEqual([2, 4, 3]);
    expect([at(2.9, 'down'), at(-2.9, 'down'), at(2.1, 'up'), at(2, 'up')]).toEqual([2, -2, 3, 2]);
    expect(roundTo(1234, { step: 50, mode: 'half-up' })).toBe(1250);
    expect(tidy(1.1 * 1e8)).toBe(110_000_000);
  });
});

/** floor((2·n + d) ÷ 2d): the nearest whole number to n/d, halves up. */
function nearest(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d);
}

describe('a marginal ladder', () => {
  test('pays to the cent what exact arithmetic pays, on 3,000 random tables and results', () => {
    const d = new Dice(42);
    let halves = 0;
    for (let i = 0; i < 3_000; i++) {
      // Marks in whole money, rates in hundredths of a percent, results in cents, many of them near half cents.
      const marks = [0, ...d.marks(d.whole(1, 4), 1, 20).map((x) => Math.round(x * 20) * 500)];
      const rates = marks.map(() => d.whole(0, 2_500));
      const cents = BigInt(d.whole(0, 30_000_000));
      const table = marks.map((mark, k) => `${mark}: ${rates[k]! / 100}%`).join(', ');
      const plan = readPlan(
        'p.yaml',
        memory({
          'p.yaml': `currency: CNY\nsalary: 0\ncomponents: { c: { measure: revenue, period: month, axis: amount, apply: marginal, rates: { ${table} } } }\n`,
        }),
      );
      // In 1/1,000,000 of money: cents × 1/10,000 rates.
      let exact = 0n;
      marks.forEach((mark, k) => {
        const from = BigInt(mark) * 100n;
        const to = k + 1 < marks.length ? BigInt(marks[k + 1]!) * 100n : cents;
        const part = (cents < to ? cents : to) - from;
        if (part > 0n) exact += part * BigInt(rates[k]!);
      });
      if (exact % 10_000n === 5_000n) halves++;
      const right = Number(nearest(exact, 10_000n)) / 100;
      const { earned } = evaluate(
        plan,
        { ...NO_RESULTS, values: { revenue: Number(cents) / 100 } },
        NO_CARRY,
      );
      if (earned !== right) throw new Error(`${table} at ${cents} cents pays ${earned}, exactly ${right}`);
    }
    // The test looks where it hurts only if results on a half cent occur.
    expect(halves).toBeGreaterThan(3);
  });

  test('counts attainment in whole percent where the plan says so', () => {
    const plan = readPlan(
      'p.yaml',
      memory({
        'p.yaml': `currency: CNY
salary: 0
target-pay: ¥120k
rounding: { attainment: { to: 1%, mode: down }, money: { to: 1, mode: up } }
components: { c: { measure: revenue, quota: ¥1.2m, period: month, interpolation: linear, above: onward, curve: { 0%: 0%, 100%: 100% } } }
`,
      }),
    );
    const pay = (revenue: number): number =>
      evaluate(plan, { ...NO_RESULTS, values: { revenue } }, NO_CARRY).earned;
    expect([pay(99_999), pay(100_000), pay(100_999), pay(101_000)]).toEqual([9_900, 10_000, 10_000, 10_100]);
  });
});
