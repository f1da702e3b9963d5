import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/incentive/evaluate.ts';
import type { Plan } from '../../engine/incentive/language.ts';
import { type Deal, NO_CARRY, NO_RESULTS, type Results } from '../../engine/incentive/results.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { disk } from './sources.ts';

const FOLDER = 'scenarios/plans';
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const plan = (name: string): Plan => readPlan(`${FOLDER}/${name}.yaml`, disk);

/** Variable pay earned in the first period of the year, for results by measure. */
function earned(one: Plan, values: Record<string, number>, more: Partial<Results> = {}): number {
  const month = Math.min(...one.measures.map(({ months }) => months));
  return evaluate(one, { ...NO_RESULTS, month, values, ...more }, NO_CARRY).earned;
}

describe('the plans of scenarios/plans', () => {
  it.each(names)('%s is sound, and in both languages where it names itself', (name) => {
    const { title, components, id } = readPlan(`${FOLDER}/${name}`, disk);
    expect(id).toBe(name.replace('.yaml', ''));
    for (const words of [title, ...components.map((one) => one.title)]) {
      if (words === null) continue;
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

/** Payouts worked out by hand from the published rules: plan, measure, result → pay, to the cent. */
const GOLDEN: readonly [string, string, readonly (readonly [number, number])[]][] = [
  [
    'saas-marginal-accelerators',
    'bookings',
    [
      [10_000, 500],
      [16_500, 825],
      [30_000, 2_175],
      [33_000, 2_475],
      [40_000, 3_315],
      [49_500, 4_455],
      [60_000, 6_030],
    ],
  ],
  [
    'saas-whole-period-tiers',
    'bookings',
    [
      [30_000, 3_000],
      [33_000, 3_960],
      [40_000, 4_800],
      [60_000, 9_000],
    ],
  ],
  [
    'manager-team-cliff',
    'bookings',
    [
      [90_000, 0],
      [150_000, 1_275],
      [198_000, 2_475],
      [250_000, 4_425],
      [400_000, 10_585],
    ],
  ],
  [
    'decelerated-payout-curve',
    'bookings',
    [
      [375_000, 0],
      [562_500, 15_000],
      [750_000, 30_000],
      [1_125_000, 90_000],
      [2_000_000, 90_000],
    ],
  ],
  [
    'field-quarterly-quota-cap',
    'revenue',
    [
      [150_000, 0],
      [300_000, 15_000],
      [399_000, 24_900],
      [900_000, 24_900],
    ],
  ],
  [
    'china-progressive-ladder',
    'revenue',
    [
      [4_000_000, 40_000],
      [5_000_000, 50_000],
      [8_000_000, 140_000],
    ],
  ],
];

describe('golden payouts', () => {
  it.each(GOLDEN)('%s', (name, measure, cases) => {
    const one = plan(name);
    for (const [result, pay] of cases) expect(earned(one, { [measure]: result }), `${result}`).toBe(pay);
  });

  it('executive-hurdle, a first quarter at plan 1,000,000', () => {
    const one = plan('executive-hurdle');
    // The over-plan components measure revenue by themselves: one discrete, one over the year.
    const pay = (result: number): number =>
      earned(one, { revenue: result, 'over-plan': result, 'over-year': result });
    expect(
      [690_000, 700_000, 850_000, 1_000_000, 1_040_000, 1_060_000, 1_120_000].map((x) => [x, pay(x)]),
    ).toEqual([
      [690_000, 0],
      [700_000, 20_125],
      [850_000, 24_437.5],
      [1_000_000, 28_750],
      [1_040_000, 29_150],
      [1_060_000, 29_950],
      [1_120_000, 34_750],
    ]);
  });

  it('executive-hurdle, a weak quarter made good by the year so far, and 2 % above the year', () => {
    const one = plan('executive-hurdle');
    const quarter = (result: number): Record<string, number> => ({
      revenue: result,
      'over-plan': result,
      'over-year': result,
    });
    let carry = NO_CARRY;
    const pays = [1_200_000, 600_000, 1_000_000, 1_400_000].map((result, i) => {
      const statement = evaluate(one, { ...NO_RESULTS, month: 3 * (i + 1), values: quarter(result) }, carry);
      carry = statement.carry;
      return statement.earned;
    });
    // 28,750 + 5 % of 200,000; 60 % in the quarter but 90 % so far; 28,750; 28,750 + 5 % of 400,000 + 2 % of 200,000.
    expect(pays).toEqual([38_750, 25_875, 28_750, 52_750]);
  });

  it('china-completion-by-collection', () => {
    const one = plan('china-completion-by-collection');
    // Coefficients of the published table, on 9,000 a quarter.
    const pay = (sold: number, collected: number): number =>
      earned(one, { revenue: sold * 1_500_000, collection: collected }) / 9_000;
    const cases: [number, number, number][] = [
      [1, 1, 1.5],
      [1.3, 0.96, 1.45],
      [0.99, 1, 1.45],
      [0.97, 0.95, 1.4],
      [0.85, 0.75, 0.9],
      [0.9, 0.55, 0.4],
      [1, 0.3, 0.2],
      [0.5, 1, 0.2],
      [0.52, 0.99, 0.2],
      [0.5, 0.99, 0],
      [0.49, 1, 0],
      [1, 0.29, 0],
    ];
    for (const [sold, collected, coefficient] of cases)
      expect(pay(sold, collected), `${sold} × ${collected}`).toBeCloseTo(coefficient, 9);
  });

  it('china-individual-and-team: own excess and the team’s', () => {
    const one = plan('china-individual-and-team');
    // Quota 100,000: 20 % at 7 %, 10 % at 10 %; the team’s mean 25 % above: 20 % at 4 %, 5 % at 6 %.
    expect(earned(one, { margin: 130_000, team: 125_000 })).toBe(1_400 + 1_000 + 800 + 300);
    expect(earned(one, { margin: 100_000, team: 90_000 })).toBe(0);
  });

  it('quarter-or-year-bonus: either way of reaching plan, clients kept, and the year’s excess at one rate', () => {
    const one = plan('quarter-or-year-bonus');
    const year = (results: number[], kept: number): number[] => {
      let carry = NO_CARRY;
      return results.map((result, i) => {
        const values = { bookings: result, 'over-plan': result, kept };
        const statement = evaluate(one, { ...NO_RESULTS, month: 3 * (i + 1), values }, carry);
        carry = statement.carry;
        return statement.earned;
      });
    };
    // The letter’s rows, on a board’s plan of 8 m and a sales plan of 9.2 m: a year at 130 % with clients kept at 70 %.
    const good = year([2_600_000, 2_600_000, 2_600_000, 2_600_000], 0.7);
    expect(good.reduce((sum, pay) => sum + pay, 0)).toBe(80_000 + 0.05 * 2_400_000);
    // 80 % of plan with clients kept at 75 %; a weak quarter behind a strong one; 2 % where the sales plan is missed.
    expect(year([1_600_000, 1_600_000, 1_600_000, 1_600_000], 0.75)).toEqual([5_000, 5_000, 5_000, 5_000]);
    expect(year([2_600_000, 1_500_000, 1_400_000, 2_700_000], 0.7)).toEqual([
      20_000,
      20_000,
      0,
      20_000 + 4_000,
    ]);
  });

  it('year-to-date-draw: 100 % at most until the year is over, and an advance against it', () => {
    const one = plan('year-to-date-draw');
    let carry = NO_CARRY;
    const rows = [200_000, 900_000, 400_000, 1_000_000].map((result, i) => {
      const statement = evaluate(
        one,
        { ...NO_RESULTS, month: 3 * (i + 1), values: { revenue: result } },
        carry,
      );
      carry = statement.carry;
      return [statement.earned, statement.paid - 18_000, carry.owed];
    });
    expect(rows).toEqual([
      // 8,000 earned; 6,000 of it are the advance.
      [8_000, 8_000, 0],
      // 1,100,000 on 1,000,000: 40,000 so far.
      [32_000, 32_000, 0],
      // 1,500,000 on 1,500,000.
      [20_000, 20_000, 0],
      // 2,500,000 on 2,000,000: 80,000 + 6 % of 500,000.
      [50_000, 50_000, 0],
    ]);
    const poor = evaluate(one, { ...NO_RESULTS, month: 3, values: { revenue: 50_000 } }, NO_CARRY);
    expect([poor.earned, poor.paid, poor.carry.owed]).toEqual([2_000, 24_000, 4_000]);
    const better = evaluate(one, { ...NO_RESULTS, month: 6, values: { revenue: 950_000 } }, poor.carry);
    expect([better.earned, better.paid, better.carry.owed]).toEqual([38_000, 18_000 + 34_000, 0]);
  });

  it('salary-share-by-two-measures: each step behind its own mark', () => {
    const one = plan('salary-share-by-two-measures');
    const pay = (revenue: number, income: number): number =>
      earned(one, { revenue: revenue * 1e8, 'operating-income': income * 1e7 }) / 240_000;
    expect([pay(1.2, 1.2), pay(1.12, 1.12), pay(1.06, 1.06), pay(1.02, 1.2)]).toEqual([1, 0.9, 0.85, 0.8]);
    // The mark of operating income missed: the highest step of which both are met.
    expect([pay(1.2, 1.02), pay(1.2, 0.96), pay(1.2, 0.95), pay(0.95, 2)]).toEqual([0.8, 0.5, 0, 0]);
  });

  it('revenue-by-operating-income-grid: the published grid, in percent of 40,000 a quarter', () => {
    const one = plan('revenue-by-operating-income-grid');
    const pay = (revenue: number, income: number): number =>
      earned(one, { revenue: revenue * 1.25e7, 'operating-income': income * 1.25e6 }) / 40_000;
    expect([pay(1, 1), pay(1, 1.01), pay(1.1, 1.2), pay(0.85, 0.95)]).toEqual([0.75, 0.85, 1, 0.3]);
    expect([pay(1.04, 0.85), pay(0.8, 0.8), pay(0.79, 1), pay(1, 0.79)]).toEqual([0.4, 0.2, 0, 0]);
  });

  it('accelerator-behind-margin-gate', () => {
    const one = plan('accelerator-behind-margin-gate');
    // Quota 600,000: 9,600 of 1.6 %, then 25 % at 1.5 and 15 % at 2 times that; margin on target pays 14,400.
    expect(earned(one, { revenue: 840_000, margin: 200_000 })).toBe(9_600 + 3_600 + 2_880 + 14_400);
    // 98.5 % of margin rounds to 99 %: no acceleration, and 29/30 of the margin’s bonus.
    expect(earned(one, { revenue: 840_000, margin: 197_000 })).toBe(13_440 + 13_920);
    // 99.5 % rounds to 100 %.
    expect(earned(one, { revenue: 840_000, margin: 199_000 })).toBe(9_600 + 3_600 + 2_880 + 14_400);
  });

  it('officer-goals: a weighted score by the half-year beside a curve by the quarter', () => {
    const one = plan('officer-goals');
    const goals = { goals: { pipeline: 1, hiring: 0.5, launch: 0, records: 1 } };
    const first = evaluate(one, { ...NO_RESULTS, month: 3, values: { bookings: 750_000 } }, NO_CARRY);
    expect(first.earned).toBe(7_500);
    const second = evaluate(
      one,
      { ...NO_RESULTS, month: 6, values: { bookings: 750_000 }, goals },
      first.carry,
    );
    expect(second.earned).toBe(15_000 * 0.675 + 7_500);
  });

  it('spiff-per-win: the contract’s tiers, its count of wins, a guarantee', () => {
    const one = plan('spiff-per-win');
    const wins = (n: number): Deal[] =>
      Array.from({ length: n }, (_, i) => ({ ...DEAL, id: `d${i}`, value: 1_000 }));
    expect(earned(one, { bookings: 80_000 })).toBe(6_400);
    expect(earned(one, { bookings: 110_000 })).toBe(6_400 + 2_400 + 1_500);
    expect(earned(one, { bookings: 50_000 }, { deals: wins(3) })).toBe(4_000 + 3_000);
    expect(earned(one, { bookings: 50_000 }, { deals: wins(15) })).toBe(4_000 + 12_000);
    expect(earned(one, { bookings: 0 }, { tenureMonths: 2 })).toBe(6_600);
    expect(earned(one, { bookings: 0 }, { tenureMonths: 3 })).toBe(0);
  });

  it('a SPIFF has a window and a budget', () => {
    const text =
      'currency: USD\nsalary: 0\ncomponents: { c: { measure: bookings, period: month, rate: 10% } }\nspiffs: { s: { when: { customers: new }, flat: $1k, window: [10, 12], budget: $2.5k } }\n';
    const one = readPlan('p.yaml', { read: () => ({ file: 'p.yaml', text }) });
    const deals = Array.from({ length: 4 }, (_, i) => ({ ...DEAL, id: `d${i}`, value: 0 }));
    expect(earned(one, {}, { month: 9, deals })).toBe(0);
    expect(earned(one, {}, { month: 10, deals })).toBe(2_500);
  });

  it('executive-team-revenue: of a year that ends after 8 months, 4/12 of its commission', () => {
    const one = plan('executive-team-revenue');
    const first = evaluate(
      one,
      { ...NO_RESULTS, month: 3, values: { 'total-bookings': 6_000_000 } },
      NO_CARRY,
    );
    // Plan 5,000,000 a quarter: 50,000 + 1.5 % of a million.
    expect(first.earned).toBe(65_000);
    const cancelled = [{ lot: 'month-3', monthsSince: 8, servedMonths: 8, termMonths: 12 }];
    const later = evaluate(
      one,
      { ...NO_RESULTS, month: 6, values: { 'total-bookings': 5_000_000 }, cancelled },
      first.carry,
    );
    expect(later.earned).toBe(50_000);
    expect(later.lines.find(({ kind }) => kind === 'clawback')?.amount).toBe(-21_666.67);
    expect(later.paid).toBe(60_000 + 50_000 - 21_666.67);
  });

  it('china-ladder-on-collected-cash: ladder, star, duel, and a fifth kept to the end of the year', () => {
    const one = plan('china-ladder-on-collected-cash');
    const others = { star: [300_000, 250_000], duel: [180_000] };
    const values = { collected: 280_000, duel: 190_000 };
    const { lines, earned: all, paid, carry } = evaluate(one, { ...NO_RESULTS, values, others }, NO_CARRY);
    expect(lines.filter(({ kind }) => kind === 'component').map(({ id, amount }) => [id, amount])).toEqual([
      ['commission', 2_000 + 3_900],
      ['star', 1_000],
      ['duel', 300],
    ]);
    expect([all, paid, carry.deferred]).toEqual([7_200, 6_000 + 5_760, 1_440]);
  });
});

const DEAL: Deal = {
  id: 'd',
  value: 10_000,
  margin: 4_000,
  units: 1,
  customer: 'new',
  keyAccount: false,
  renewal: false,
  share: 1,
  sellers: 1,
  owner: true,
  helper: false,
  termMonths: 12,
  prepaid: false,
  product: '',
  discount: 0,
};
