import { describe, expect, test } from 'vitest';
import { dealCredit } from '../../engine/incentive/credit.ts';
import { evaluate } from '../../engine/incentive/evaluate.ts';
import type { Credit, Measure, Plan } from '../../engine/incentive/language.ts';
import { nextQuota, periodQuota } from '../../engine/incentive/quota.ts';
import { type Carry, type Deal, NO_CARRY, NO_RESULTS, type Results } from '../../engine/incentive/results.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { memory } from '../study/sources.ts';
import { Dice } from './plan-random.ts';

function plan(text: string): Plan {
  return readPlan('p.yaml', memory({ 'p.yaml': `currency: CNY\nsalary: ¥5k\n${text}` }));
}

const COMMISSION = 'components: { commission: { measure: bookings, period: month, rate: 10% } }\n';

function deal(id: string, value: number, more: Partial<Deal> = {}): Deal {
  return {
    id,
    value,
    margin: value / 2,
    units: 3,
    customer: 'new',
    keyAccount: false,
    renewal: false,
    share: 1,
    sellers: 1,
    owner: true,
    helper: false,
    termMonths: 12,
    prepaid: false,
    product: 'A',
    discount: 0,
    ...more,
  };
}

/** Statements of some months in a row, each of `results`. */
function months(of: Plan, results: readonly Partial<Results>[]) {
  let carry: Carry = NO_CARRY;
  return results.map((one, i) => {
    const statement = evaluate(of, { ...NO_RESULTS, month: i + 1, ...one }, carry);
    carry = statement.carry;
    return statement;
  });
}

describe('a draw', () => {
  test('that is recoverable is owed and taken from later pay, to the last cent', () => {
    const all = months(
      plan(`${COMMISSION}draw: { amount: ¥2k, recoverable: yes }\n`),
      [0, 15_000, 50_000, 25_000].map((bookings) => ({ values: { bookings } })),
    );
    expect(all.map(({ earned, paid, carry }) => [earned, paid - 5_000, carry.owed])).toEqual([
      [0, 2_000, 2_000],
      [1_500, 2_000, 2_500],
      [5_000, 2_500, 0],
      [2_500, 2_500, 0],
    ]);
  });

  test('that is not recoverable is a floor, as long as it lasts', () => {
    const all = months(
      plan(`${COMMISSION}draw: { amount: ¥2k, recoverable: no, until: 2 months }\n`),
      [0, 50_000, 1_000].map((bookings, i) => ({ values: { bookings }, tenureMonths: i })),
    );
    expect(all.map(({ paid, carry }) => [paid - 5_000, carry.owed])).toEqual([
      [2_000, 0],
      [5_000, 0],
      [100, 0],
    ]);
  });
});

describe('cash', () => {
  const held = plan(`${COMMISSION}holdback: 30%\nclawback: { within: 6 months, method: pro-rata }\n`);

  test('releases what waits as it comes in', () => {
    const all = months(held, [
      { deals: [deal('a', 10_000), deal('b', 20_000)] },
      { collected: { a: 0.5 } },
      { collected: { a: 1, b: 1 } },
      { collected: { a: 1 } },
    ]);
    expect(all.map(({ paid }) => paid - 5_000)).toEqual([2_100, 150, 750, 0]);
    const waiting = all[3]!.carry.lots.reduce((sum, { held: kept, released }) => sum + kept - released, 0);
    expect(waiting).toBe(0);
  });

  test('that never comes loses what waits, and takes back the part of the term not served', () => {
    const [, later] = months(held, [
      { deals: [deal('a', 12_000)] },
      {
        cancelled: [{ lot: 'a', monthsSince: 3, servedMonths: 3, termMonths: 12 }],
        deals: [deal('b', 30_000)],
      },
    ]);
    // 1,200 earned, 360 of it waiting; 9/12 is 900: 360 lost, 540 taken from the 2,100 paid for the next deal.
    expect(later!.lines.filter(({ kind }) => kind === 'clawback')).toEqual([
      { kind: 'clawback', id: 'a', amount: -540 },
    ]);
    expect(later!.paid).toBe(5_000 + 2_100 - 540);
  });

  test('outside of the window nothing is taken back', () => {
    const [, later] = months(plan(`${COMMISSION}clawback: { within: 6 months, method: full }\n`), [
      { deals: [deal('a', 12_000)] },
      { cancelled: [{ lot: 'a', monthsSince: 7, servedMonths: 3, termMonths: 12 }] },
    ]);
    expect(later!.paid).toBe(5_000);
  });

  test('what is taken back beyond what is due is owed, not cut from salary', () => {
    const [, second, third] = months(plan(`${COMMISSION}clawback: { within: 6 months, method: full }\n`), [
      { deals: [deal('a', 12_000)] },
      { cancelled: [{ lot: 'a', monthsSince: 1, servedMonths: 1, termMonths: 12 }] },
      { deals: [deal('b', 20_000)] },
    ]);
    expect([second!.paid, second!.carry.owed]).toEqual([5_000, 1_200]);
    expect([third!.paid, third!.carry.owed]).toEqual([5_800, 0]);
  });
});

describe('the books', () => {
  test('balance: lines add up to what is paid, and nothing held, owed or deferred is lost', () => {
    const d = new Dice(77);
    const all = plan(
      `${COMMISSION}draw: { amount: ¥1k, recoverable: yes }\nholdback: 20%\ndeferral: { share: 10%, release-month: 12 }\n`,
    );
    for (let i = 0; i < 60; i++) {
      const deals = Array.from({ length: 12 }, (_, m) =>
        Array.from({ length: d.whole(0, 2) }, (__, k) => deal(`${m}-${k}`, d.decimal(100, 30_000, 2))),
      );
      const statements = months(
        all,
        deals.map((list, m) => ({
          deals: list,
          collected: Object.fromEntries(
            deals.slice(0, m).flatMap((old) => old.map((one) => [one.id, d.chance(0.5) ? 1 : 0])),
          ),
        })),
      );
      let [earned, paid] = [0, 0];
      for (const { lines, earned: some, paid: cash } of statements) {
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(cash, 6);
        earned += some;
        paid += cash - 5_000;
      }
      const { carry } = statements.at(-1)!;
      const waiting = carry.lots.reduce((sum, { held, released }) => sum + held - released, 0);
      expect(paid).toBeCloseTo(earned - waiting - carry.deferred + carry.owed, 6);
    }
  });
});

describe('limits of the whole plan', () => {
  test('cap and floor hold by statement or over the year; awards are outside', () => {
    const capped = plan(
      `${COMMISSION}cap: { money: ¥3k, over: year }\nawards: { first: { when: { customers: new }, amount: ¥100 } }\n`,
    );
    const all = months(capped, [
      { deals: [deal('a', 20_000)] },
      { deals: [deal('b', 20_000)] },
      { deals: [deal('c', 20_000)] },
    ]);
    // 2,000 and an award; 1,000 left of the year’s cap and an award; an award.
    expect(all.map(({ earned }) => earned)).toEqual([2_100, 1_100, 100]);
  });

  test('promotion after periods in a row', () => {
    const rising = plan(
      'components: { c: { measure: bookings, quota: ¥120k, period: month, rate: 1% } }\npromotion: { measure: bookings, at: 100%, periods: 2, salary: 110% }\n',
    );
    const all = months(
      rising,
      [12_000, 9_000, 10_000, 10_000, 10_000].map((bookings) => ({ values: { bookings } })),
    );
    expect(all.map(({ paid, earned }) => paid - earned)).toEqual([5_000, 5_000, 5_000, 5_000, 5_500]);
  });
});

describe('quotas', () => {
  const measured = (quota: string): Measure =>
    plan(`components: { c: { measure: revenue, period: quarter, quota: ${quota}, rate: 1% } }\n`)
      .measures[0]!;

  test('follow season, ramp and presence', () => {
    const season = measured('{ amount: ¥1m, seasonality: [10%, 20%, 30%, 40%], ramp: [0%, 25%, 50%, 75%] }');
    const settled = { tenureMonths: 99, present: 1 };
    expect([0, 1, 2, 3].map((k) => periodQuota(season, k, settled))).toEqual([
      100_000, 200_000, 300_000, 400_000,
    ]);
    // First quarter on the job: (0 + 25 + 50)/3 %; the second: 75 %, then whole.
    expect(periodQuota(season, 1, { tenureMonths: 0, present: 1 })).toBe(50_000);
    expect(periodQuota(season, 1, { tenureMonths: 3, present: 1 })).toBeCloseTo(200_000 * (2.75 / 3), 6);
    expect(periodQuota(season, 3, { tenureMonths: 99, present: 0.5 })).toBe(200_000);
    expect(
      periodQuota(measured('{ amount: ¥1m, proration: none }'), 0, { tenureMonths: 99, present: 0.5 }),
    ).toBe(250_000);
  });

  test('ratchet up more than down', () => {
    const { quota } = measured('{ amount: ¥1m, ratchet: { up: 60%, down: 20% } }');
    expect([nextQuota(quota!, 1_200_000), nextQuota(quota!, 900_000)]).toEqual([1_120_000, 980_000]);
  });
});

describe('credit', () => {
  const base = plan(COMMISSION).measures[0]!;
  const under = (credit: Partial<Credit>, of: Partial<Measure> = {}): Measure => ({
    ...base,
    ...of,
    credit: { ...base.credit, ...credit },
  });

  test('for a shared deal goes by the shares on record, evenly, in full, or to the owner', () => {
    const shared = deal('a', 1_000, { share: 0.7, sellers: 2, owner: false });
    expect(
      (['recorded', 'even', 'full', 'owner'] as const).map((splits) => dealCredit(under({ splits }), shared)),
    ).toEqual([700, 500, 1_000, 0]);
    expect(dealCredit(under({ overlay: 0.25 }), deal('a', 1_000, { helper: true }))).toBe(250);
  });

  test('weighs repeat business, keeps to its customers, and stops at the deal cap', () => {
    const repeat = deal('a', 1_000, { customer: 'existing', keyAccount: true });
    expect(dealCredit(under({ repeat: 0.3 }), repeat)).toBe(300);
    expect(dealCredit(under({}, { customers: 'new' }), repeat)).toBe(0);
    expect(dealCredit(under({ repeat: 1 }, { customers: 'key' }), repeat)).toBe(1_000);
    expect(dealCredit(under({ dealCap: 400, repeat: 1 }), repeat)).toBe(400);
    expect(dealCredit(under({}, { metric: 'new-logos' }), repeat)).toBe(0);
    expect(dealCredit(under({ repeat: 1 }, { metric: 'units' }), repeat)).toBe(3);
  });
});
