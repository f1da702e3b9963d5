import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PayoutCommand, payoutText } from '../../engine/cli/payout.ts';
import { emptyFolder, ROOT } from './command-line.ts';

/**
 * Payouts that once came out wrong without a word, each with the right amounts worked out by hand: test/fixtures/pay has
 * the plans and tables.
 */

const FOLDER = join(ROOT, 'test/fixtures/pay');

function say(plans: readonly string[], options: Partial<PayoutCommand> = {}): string {
  return payoutText({ lang: 'en', ...options, plans });
}

/** By plan, what each person of a table is paid. */
function pay(folder: string, plans: readonly string[], results = 'results.csv') {
  const files = plans.map((name) => join(FOLDER, folder, `${name}.yaml`));
  const all = JSON.parse(say(files, { results: join(FOLDER, folder, results), json: true }));
  return all.plans as {
    cost: number;
    pay: { person: string; salary: number; variable: number; owed: number }[];
  }[];
}

const variable = (paid: ReturnType<typeof pay>[number]): number[] => paid.pay.map((one) => one.variable);

/** A plan of a folder with a text in it replaced, in a file of its own. */
function changed(folder: string, plan: string, from: string, to: string): string {
  const text = readFileSync(join(FOLDER, folder, `${plan}.yaml`), 'utf8');
  expect(text).toContain(from);
  const file = join(emptyFolder(), `${plan}.yaml`);
  writeFileSync(file, text.replace(from, to));
  return file;
}

describe('rounded attainment', () => {
  test('picks the rate, which is paid on what was sold', () => {
    // 79.5 % is 80 %, 79.4999 % is 79 %, 99.5 % is 100 %: 3 % of 795,000, 2 % of 794,999, 5 % of 995,000.
    expect(variable(pay('rounding', ['plan'])[0]!)).toEqual([23_850, 15_899.98, 49_750]);
  });
});

describe('returns', () => {
  test('cost what the sale was paid, whichever month they fall in', () => {
    for (const plan of ['plan', 'plan-ytd']) expect(variable(pay('returns', [plan])[0]!)).toEqual([180, 180]);
  });
});

describe('tiers of a year’s quota paid monthly', () => {
  const of = (reading: string): string =>
    changed(
      'yearly-tiers',
      'plan',
      'accumulation: year-to-date',
      `accumulation: year-to-date, tiers-of: ${reading}`,
    );
  const paid = (reading: string, results: string): number =>
    JSON.parse(say([of(reading)], { results: join(FOLDER, 'yearly-tiers', results), json: true })).plans[0]
      .variable;

  test('must say which quota they are of', () => {
    expect(() => pay('yearly-tiers', ['plan'])).toThrow(/“tiers-of” is left out.*expected year or to-date/);
  });

  test('of the year begin when the year’s quota is sold', () => {
    // 330 at $25, the next 20 at $50; 200 of 330 in January at $25.
    expect([paid('year', 'results.csv'), paid('year', 'early-year.csv')]).toEqual([9_250, 5_000]);
  });

  test('of the months so far are paid early, and what was too much is owed', () => {
    // Ten months of 35 on 27.5 each: 275 at $25, 75 at $50. At the year’s end both readings are one.
    expect([paid('to-date', 'results.csv'), paid('to-date', 'early-year.csv')]).toEqual([10_625, 5_000]);
  });
});

describe('a payout table of a year-to-date plan', () => {
  test('bends at the year’s amounts, not at twelve times them', () => {
    const { curve } = JSON.parse(say([join(FOLDER, 'year-marks/plan.yaml')], { json: true }));
    expect(curve.marks).toEqual([330, 660]);
    const at = (level: number): number =>
      curve.levels.find((one: { level: number }) => one.level === level).pay;
    expect([at(330), at(660)]).toEqual([8_250, 24_750]);
    expect(curve.levels.at(-1).level).toBeLessThan(1_100);
  });
});

describe('a person’s own quota', () => {
  const table = (rows: string): string => {
    const file = join(emptyFolder(), 'results.csv');
    writeFileSync(file, `person,month,revenue,quota:revenue\n${rows}`);
    return file;
  };
  const plan = join(FOLDER, 'blank-quota/plan.yaml');

  test('that is blank is the plan’s', () => {
    const file = table('A,1,2000,\nB,1,2000,1000\n');
    const { plans } = JSON.parse(say([plan], { results: file, json: true }));
    // 1,000 at 5 %, 1,000 at 10 %.
    expect(variable(plans[0])).toEqual([150, 150]);
  });

  test('of nothing is refused where it stands', () => {
    expect(() => pay('blank-quota', ['plan'])).toThrow(
      /results\.csv:4:10: found “0”; expected a quota above 0, or a blank for the plan’s/,
    );
  });
});

describe('a decimal comma', () => {
  test('is refused in a table as it is in a plan', () => {
    expect(() => pay('decimal-comma', ['plan'])).toThrow(
      /2:5: found “12,50”; expected an amount.*\n.*3:5: found “1234,56”.*\n.*4:5: found “1,,5”/,
    );
  });
});

describe('what a comparison cannot pay', () => {
  const three = ['plain', 'with-extras', 'with-gift-draw'];
  const files = three.map((name) => join(FOLDER, 'extras', `${name}.yaml`));
  const results = join(FOLDER, 'extras/results.csv');

  test('is said, and an advance that is kept is paid', () => {
    const [plain, extras, gift] = pay('extras', three);
    expect([plain!.cost, extras!.cost, gift!.cost]).toEqual([1_500, 1_500, 12_000]);
    expect(variable(gift!)).toEqual([6_000, 6_000]);
    expect(say(files, { results })).toMatch(
      /Left out of with-extras: new, q1, first \(paid on single deals\)\./,
    );
    expect(say(files, { results, lang: 'zh' })).toMatch(
      /with-extras 未计入：new、q1、first（按单笔成交计）。/,
    );
    const { plans } = JSON.parse(say(files, { results, json: true }));
    expect(plans.map((one: { leftOut: unknown[] }) => one.leftOut.length)).toEqual([0, 3, 0]);
  });

  test('is said when a plan is costed, too; the advance costs what it pays', () => {
    const cost = (i: number) => say([files[i]!], { attainment: '95%±30%', people: 20 });
    expect(cost(1)).toMatch(/Left out of with-extras: new, q1, first/);
    const mean = (i: number): number =>
      JSON.parse(say([files[i]!], { attainment: '95%±30%', people: 20, json: true })).variable.mean;
    // 5 % of 120,000 a year is 500 a month on target, 2,000 only at 400 %: the advance is what 20 people are paid.
    expect(mean(0)).toBeCloseTo(20 * 0.05 * 120_000 * 0.95, -2);
    expect(mean(2)).toBeCloseTo(20 * 24_000, 0);
  });
});

describe('someone hired in October', () => {
  test('is refused where a plan has a ramp or guarantee and nobody says who was hired when', () => {
    expect(() => pay('hired', ['plan'])).toThrow(/found no column “hired”; expected a month such as 10/);
  });

  test('has three months’ salary, the ramp’s quota and the guarantee', () => {
    const [plan] = pay('hired', ['plan'], 'dated.csv');
    const [fresh, old] = plan!.pay;
    // October: a quarter of 10,000 is reached, and lifted to the guaranteed 1,000, as are the empty months.
    expect(fresh).toMatchObject({ person: 'new', salary: 3_000, variable: 3_000 });
    // Twelve months on 10,000 a month, one of them sold.
    expect(old).toMatchObject({ person: 'old', salary: 12_000, variable: 1_000 });
  });

  test('on a day within a month is there for the workdays from it on', () => {
    const file = join(emptyFolder(), 'r.csv');
    // October 2025 has 23 workdays, 11 of them from the 17th on.
    writeFileSync(
      file,
      'person,month,hired,bookings\nnew,2025-10,2025-10-17,0\nnew,2025-11,,0\nnew,2025-12,,0\n',
    );
    const { plans } = JSON.parse(say([join(FOLDER, 'hired/plan.yaml')], { results: file, json: true }));
    expect(plans[0].pay[0].salary).toBeCloseTo(2_000 + (1_000 * 11) / 23, 2);
  });

  test('owes the quota of the months that are left: 6,667 of 20,000 in March, 86,667 in the year', () => {
    const folder = emptyFolder();
    const plan = join(folder, 'p.yaml');
    const table = join(folder, 'r.csv');
    writeFileSync(
      plan,
      'currency: USD\nsalary: 0\ncomponents: { c: { measure: revenue, period: quarter, quota: { amount: 100000, seasonality: [20%, 20%, 20%, 40%] }, boundary: at-or-above, bonus: { 100%: $1k } } }\n',
    );
    const paid = (march: number): number => {
      const months = [march, 0, 0, 20_000, 0, 0, 20_000, 0, 0, 39_999];
      writeFileSync(
        table,
        `person,month,hired,revenue\n${months.map((sold, i) => `A,${i + 3},3,${sold}\n`).join('')}`,
      );
      return JSON.parse(say([plan], { results: table, json: true })).plans[0].variable;
    };
    expect([paid(6_666), paid(6_667)]).toEqual([2_000, 3_000]);
  });
});

describe('own quotas of teams', () => {
  test('are the teams’: 1.0 m of 1.2 m pays nothing, of 0.8 m the bonus', () => {
    expect(variable(pay('team-quota', ['plan'])[0]!)).toEqual([0, 0, 1_000, 1_000]);
  });
});
