import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileComponent } from '../../engine/incentive/compile-component.ts';
import { evaluate } from '../../engine/incentive/evaluate.ts';
import { payOf } from '../../engine/incentive/evaluate-component.ts';
import type { Component, Plan } from '../../engine/incentive/language.ts';
import { expected } from '../../engine/incentive/marginal.ts';
import { expectedPay } from '../../engine/incentive/marginal-component.ts';
import { payoutCurve } from '../../engine/incentive/payout-curve.ts';
import { type Carry, NO_CARRY, NO_RESULTS } from '../../engine/incentive/results.ts';
import { yearAt } from '../../engine/incentive/year.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { disk, memory } from '../study/sources.ts';
import { inCurrency } from './convert.ts';
import { BARE, Dice, measure, QUOTA, randomComponent, TERMS } from './plan-random.ts';
import { bendsInWords } from './plan-words.ts';

const own = measure('own');
const compiled = (component: Component) => compileComponent(component, own, TERMS);
const rising = (values: readonly number[]): boolean => values.every((x, i) => i === 0 || x >= values[i - 1]!);

/** Whether a component's words never pay less for more. */
function isMonotone({ payout }: Component): boolean {
  switch (payout.kind) {
    case 'rates':
      return payout.apply === 'marginal' || rising(payout.tiers.map(({ rate }) => rate));
    case 'curve':
      return rising(payout.points.map(([, y]) => y));
    case 'bonus':
      return payout.stack === 'sum' || rising(payout.steps.map(({ amount }) => amount));
    default:
      return false;
  }
}

/** Whether a component's words have no jump. */
function isContinuous({ payout, threshold }: Component): boolean {
  if (threshold?.pays === 'from-first') return false;
  if (payout.kind === 'rates') return payout.apply === 'marginal' || payout.tiers.length === 1;
  if (payout.kind !== 'curve' || payout.interpolation !== 'linear') return false;
  return payout.below === 'level' || payout.points[0]![1] === 0;
}

/** Random components of a kind, until there are enough. */
function some(count: number, seed: number, kind: (component: Component) => boolean): Component[] {
  const d = new Dice(seed);
  const found: Component[] = [];
  while (found.length < count) {
    const component = randomComponent(d);
    if (kind(component)) found.push(component);
  }
  return found;
}

describe('pay', () => {
  test('never falls with the result where the plan does not', () => {
    const d = new Dice(1);
    for (const component of some(1_000, 2, isMonotone)) {
      const pay = compiled(component);
      const at = Array.from({ length: 12 }, () => d.from(0, 2.5) * QUOTA).sort((a, b) => a - b);
      const pays = at.map((x) => payOf(pay, { own: x }));
      for (let i = 1; i < pays.length; i++)
        if (pays[i]! < pays[i - 1]! - 1e-6)
          throw new Error(`falls at ${at[i]}: ${JSON.stringify(component)}`);
    }
  });

  test('has no jump where the plan has none', () => {
    const d = new Dice(3);
    for (const component of some(1_000, 4, isContinuous)) {
      const pay = compiled(component);
      const marks = bendsInWords(component).own;
      for (const x of [...marks, d.from(0, 2.5) * QUOTA]) {
        const step =
          payOf(pay, { own: x * (1 + 1e-9) + 1e-6 }) -
          payOf(pay, { own: Math.max(0, x * (1 - 1e-9) - 1e-6) });
        // Rates stay below 10 a unit of credit.
        if (Math.abs(step) > 0.1) throw new Error(`jumps by ${step} at ${x}: ${JSON.stringify(component)}`);
      }
    }
  });

  test('jumps somewhere in most of the other plans: the test above can fail', () => {
    const jumping = some(200, 5, (one) => !isContinuous(one)).filter((component) => {
      const pay = compiled(component);
      return bendsInWords(component).own.some(
        (x) =>
          Math.abs(
            payOf(pay, { own: x * (1 + 1e-9) + 1e-6 }) -
              payOf(pay, { own: Math.max(0, x * (1 - 1e-9) - 1e-6) }),
          ) > 0.1,
      );
    });
    expect(jumping.length).toBeGreaterThan(100);
  });

  test('per unit is the numerical derivative off the kinks, under certainty and under a forecast', () => {
    const d = new Dice(6);
    for (const component of some(600, 7, () => true)) {
      const pay = compiled(component);
      const { curve } = pay.products[0]![0]!;
      const x = d.from(0.05, 2.4) * QUOTA;
      const near = [...curve.at].some((mark) => Math.abs(mark - x) < 10);
      if (!near) {
        const slope = (payOf(pay, { own: x + 1 }) - payOf(pay, { own: x - 1 })) / 2;
        expect(Math.abs(expected(curve, { mean: x, sd: 0 }).marginal - slope)).toBeLessThan(1e-6);
      }
      const sd = d.from(0.1, 0.5) * QUOTA;
      const at = (mean: number): number => expectedPay(pay, 'own', { own: { mean, sd } }).pay;
      const h = sd / 100;
      const slope = (8 * (at(x + h) - at(x - h)) - at(x + 2 * h) + at(x - 2 * h)) / (12 * h);
      const { marginal } = expectedPay(pay, 'own', { own: { mean: x, sd } });
      expect(Math.abs(marginal.own! - slope) * sd).toBeLessThan(1e-5 * Math.max(1_000, at(x)));
    }
  });
});

describe('a spread of results', () => {
  const tiers = (rates: readonly number[]): Component => ({
    ...BARE,
    payout: {
      kind: 'rates',
      axis: 'attainment',
      apply: 'marginal',
      of: 'credit',
      tiers: rates.map((rate, i) => ({ from: i * 0.5, rate })),
      excessOver: 0,
    },
  });

  test('costs more than its mean where the plan bends up, less where it bends down, the same where it is straight', () => {
    const d = new Dice(8);
    for (let i = 0; i < 400; i++) {
      const rates = Array.from({ length: d.whole(2, 4) }, () => d.decimal(0, 0.3, 3)).sort((a, b) => a - b);
      const [low, high] = [d.from(0, 1.2) * QUOTA, d.from(1.2, 2.4) * QUOTA];
      const share = d.next();
      const gap = (component: Component): number => {
        const pay = (x: number): number => payOf(compiled(component), { own: x });
        return share * pay(low) + (1 - share) * pay(high) - pay(share * low + (1 - share) * high);
      };
      expect(gap(tiers(rates))).toBeGreaterThan(-1e-6);
      expect(gap(tiers([...rates].reverse()))).toBeLessThan(1e-6);
      expect(Math.abs(gap(tiers([0.1])))).toBeLessThan(1e-6);
      const forecast = { mean: d.from(0.3, 1.5) * QUOTA, sd: d.from(0.1, 0.4) * QUOTA };
      const spread = (component: Component): number =>
        expectedPay(compiled(component), 'own', { own: forecast }).pay -
        payOf(compiled(component), { own: forecast.mean });
      expect(spread(tiers(rates))).toBeGreaterThan(-1e-6);
      expect(spread(tiers([...rates].reverse()))).toBeLessThan(1e-6);
    }
  });
});

function plan(text: string): Plan {
  return readPlan('p.yaml', memory({ 'p.yaml': `currency: CNY\nsalary: ¥6k\n${text}` }));
}

const LINEAR = (period: string): Plan =>
  plan(`target-pay: ¥60k
components:
  commission: { weight: 60%, measure: bookings, quota: ¥1.2m, period: ${period}, rate: 3% }
  curve: { weight: 40%, measure: collected, quota: ¥1m, period: ${period}, interpolation: linear, above: onward, curve: { 0%: 0%, 100%: 100% } }
`);

describe('time', () => {
  test('divided adds up for a straight plan: months, or parts of a quarter by two people', () => {
    const d = new Dice(9);
    for (let i = 0; i < 200; i++) {
      const parts = Array.from({ length: 3 }, () => [d.whole(0, 300_000), d.whole(0, 200_000)] as const);
      let carry: Carry = NO_CARRY;
      let monthly = 0;
      parts.forEach(([bookings, collected], k) => {
        const statement = evaluate(
          LINEAR('month'),
          { ...NO_RESULTS, month: k + 1, values: { bookings, collected } },
          carry,
        );
        carry = statement.carry;
        monthly += statement.earned;
      });
      const sum = { bookings: 0, collected: 0 };
      for (const [bookings, collected] of parts) {
        sum.bookings += bookings;
        sum.collected += collected;
      }
      const whole = evaluate(LINEAR('quarter'), { ...NO_RESULTS, month: 3, values: sum }, NO_CARRY).earned;
      expect(Math.abs(monthly - whole)).toBeLessThan(0.04);
      const present = d.decimal(0.1, 0.9, 2);
      const [first, second] = [present, 1 - present].map((share, k) => {
        const values = { bookings: parts[k]![0], collected: parts[k]![1] };
        return evaluate(LINEAR('quarter'), { ...NO_RESULTS, month: 3, present: share, values }, NO_CARRY)
          .earned;
      });
      const both = {
        bookings: parts[0]![0] + parts[1]![0],
        collected: parts[0]![1] + parts[1]![1],
      };
      const alone = evaluate(LINEAR('quarter'), { ...NO_RESULTS, month: 3, values: both }, NO_CARRY).earned;
      expect(Math.abs(first! + second! - alone)).toBeLessThan(0.03);
    }
  });

  test('paid on the year so far comes to what the whole year earns, whatever the order', () => {
    const d = new Dice(10);
    const tiers = (period: string, accumulation: string): Plan =>
      plan(`components:
  commission: { measure: revenue, quota: ¥2m, period: ${period}, accumulation: ${accumulation}, apply: marginal, rates: { 0%: 2%, 80%: 4%, 120%: 7% } }
`);
    for (let i = 0; i < 200; i++) {
      const quarters = Array.from({ length: 4 }, () => d.whole(0, 1_200_000));
      let carry: Carry = NO_CARRY;
      let sum = 0;
      const reading = tiers('quarter', `year-to-date, tiers-of: ${i % 2 === 0 ? 'year' : 'to-date'}`);
      quarters.forEach((revenue, k) => {
        const statement = evaluate(
          reading,
          { ...NO_RESULTS, month: 3 * (k + 1), values: { revenue } },
          carry,
        );
        carry = statement.carry;
        sum += statement.earned;
      });
      const revenue = quarters.reduce((a, b) => a + b, 0);
      const year = evaluate(
        tiers('year', 'discrete'),
        { ...NO_RESULTS, month: 12, values: { revenue } },
        NO_CARRY,
      ).earned;
      // What a quarter far ahead of the year was paid too much is owed: below nothing in a later one.
      expect(Math.abs(sum - year)).toBeLessThan(0.03);
    }
  });
});

const FOLDER = 'scenarios/plans';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe('another currency', () => {
  test.each(files)('%s pays the same amounts times the rate', (name) => {
    const rate = 8;
    const before = readPlan(`${FOLDER}/${name}`, disk);
    const after = inCurrency(before, rate, 'EUR');
    for (const level of [0.3, 0.75, 0.99, 1, 1.07, 1.3, 1.8]) {
      // Where there is no quota, results of a period: in money they scale too.
      const at = (of: Plan, times: number): number[] =>
        yearAt(of, (one) =>
          one.quota === null && one.metric !== 'mbo' && one.metric !== 'collection-rate'
            ? level * 100_000 * times
            : level,
        ).map(({ earned }) => earned);
      const [a, b] = [at(before, 1), at(after, rate)];
      a.forEach((pay, i) => {
        expect(Math.abs(b[i]! - rate * pay), `${level}`).toBeLessThan(0.05 + 1e-9 * pay);
      });
    }
  });
});

describe('a payout curve', () => {
  test.each(files)('of %s bends and jumps only at the plan’s marks', (name) => {
    const { rounding, ...plan } = readPlan(`${FOLDER}/${name}`, disk);
    // Attainment in whole percents makes stairs of what rises.
    const { pay, slope, marks, axis } = payoutCurve({ ...plan, rounding: { ...rounding, attainment: null } });
    const top = axis === 'attainment' ? 2 : (marks.at(-1) ?? 1e6) * 1.5;
    const edges = [0, ...marks.filter((x) => x < top), top];
    for (let i = 0; i + 1 < edges.length; i++) {
      const [from, to] = [edges[i]!, edges[i + 1]!];
      const at = (share: number): number => pay(from + (to - from) * share);
      const third = at(0.5) - at(0.25) - (at(0.75) - at(0.5));
      // Cents of rounding, twelve months of them.
      expect(Math.abs(third), `${from} to ${to}`).toBeLessThan(0.3);
      expect(slope(from + (to - from) / 2)).toBeGreaterThanOrEqual(-1e-6);
    }
  });
});
