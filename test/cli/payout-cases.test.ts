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
