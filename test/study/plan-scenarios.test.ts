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
    const pay = (sold: number, collected: number): number =>
      earned(one, { revenue: sold * 500_000, collection: collected });
    expect(pay(1, 1)).toBe(4_500);
    expect(pay(1.3, 0.96)).toBe(4_350);
    expect(pay(0.99, 1)).toBe(4_350);
    expect(pay(0.97, 0.95)).toBe(4_200);
    expect(pay(0.85, 0.75)).toBe(2_100);
    expect(pay(0.49, 1)).toBe(0);
    expect(pay(1, 0.29)).toBe(0);
  });

  it('china-individual-and-team: own excess and the team’s', () => {
    const one = plan('china-individual-and-team');
    // Quota 100,000: 20 % at 7 %, 10 % at 10 %; the team’s mean 25 % above: 20 % at 4 %, 5 % at 6 %.
    expect(earned(one, { margin: 130_000, team: 125_000 })).toBe(1_400 + 1_000 + 800 + 300);
    expect(earned(one, { margin: 100_000, team: 90_000 })).toBe(0);
  });

  it('quarter-or-year-bonus: either way of reaching plan', () => {
    const one = plan('quarter-or-year-bonus');
    let carry = NO_CARRY;
    const pays = [2_600_000, 1_500_000, 1_400_000, 2_500_000].map((result, i) => {
      const values = { revenue: result, 'retention-bonus': result };
      const statement = evaluate(one, { ...NO_RESULTS, month: 3 * (i + 1), values }, carry);
      carry = statement.carry;
      return statement.earned;
    });
    // 130 %: both, 2 % of 400,000 and 5 % of 200,000. 75 %, year 102.5 %: both. 70 %, year 91.7 %: none. 125 %: all.
    expect(pays).toEqual([43_000, 25_000, 0, 20_000 + 5_000 + 8_000 + 5_000]);
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

  it('salary-share-by-two-measures: each step behind its own gate', () => {
    const one = plan('salary-share-by-two-measures');
    const pay = (revenue: number, income: number): number =>
      earned(one, { revenue: revenue * 1e8, 'operating-income': income * 1e7 });
    expect(pay(1.1, 1.1)).toBe(144_000);
    expect(pay(1.1, 1)).toBe(96_000);
    expect(pay(1, 1.2)).toBe(96_000);
    expect(pay(0.95, 0.9)).toBe(48_000);
    expect(pay(1.2, 0.8)).toBe(0);
    expect(pay(0.89, 2)).toBe(0);
  });

  it('revenue-by-operating-income-grid: straight lines between the cells', () => {
    const one = plan('revenue-by-operating-income-grid');
    const pay = (revenue: number, income: number): number =>
      earned(one, { revenue: revenue * 5e7, 'operating-income': income * 5e6 });
    expect(pay(1, 1)).toBe(90_000);
    expect(pay(1.2, 1.2)).toBe(180_000);
    expect(pay(1.5, 1.5)).toBe(180_000);
    expect(pay(0.85, 0.8)).toBe(0.475 * 90_000);
    // Between four cells, 70, 85, 85 and 105 %: their mean in the middle.
    expect(pay(1.05, 0.85)).toBe(0.8625 * 90_000);
    expect(pay(0.79, 1)).toBe(0);
  });

  it('accelerator-behind-margin-gate', () => {
    const one = plan('accelerator-behind-margin-gate');
    // Quota 600,000: 24,000, then 25 % at 1.5 and 15 % at 2 times 4 %, or all at 4 %.
    expect(earned(one, { revenue: 840_000, margin: 200_000 })).toBe(24_000 + 9_000 + 7_200);
    expect(earned(one, { revenue: 840_000, margin: 199_999.99 })).toBe(33_600);
  });

  it('officer-goals: a weighted score beside a curve', () => {
    const one = plan('officer-goals');
    const goals = { goals: { pipeline: 1, hiring: 0.5, launch: 0, records: 1 } };
    expect(earned(one, { bookings: 750_000 }, { goals })).toBe(7_500 * 0.675 + 7_500);
  });

  it('spiff-per-win: a count, a budget, a window, a guarantee', () => {
    const one = plan('spiff-per-win');
    const wins = (n: number): Deal[] =>
      Array.from({ length: n }, (_, i) => ({ ...DEAL, id: `d${i}`, value: 1_000 }));
    expect(earned(one, { bookings: 50_000 }, { month: 9, deals: wins(3) })).toBe(5_000);
    expect(earned(one, { bookings: 50_000 }, { month: 10, deals: wins(3) })).toBe(8_000);
    expect(earned(one, { bookings: 50_000 }, { month: 10, deals: wins(15) })).toBe(17_000);
    expect(earned(one, { bookings: 0 }, { tenureMonths: 2 })).toBe(3_750);
    expect(earned(one, { bookings: 0 }, { tenureMonths: 3 })).toBe(0);
  });

  it('executive-team-revenue: of a year that ends after 8 months, 4/12 of its commission', () => {
    const one = plan('executive-team-revenue');
    const first = evaluate(one, { ...NO_RESULTS, month: 3, values: { bookings: 6_000_000 } }, NO_CARRY);
    // Plan 5,000,000 a quarter: 50,000 + 1.5 % of a million.
    expect(first.earned).toBe(65_000);
    const cancelled = [{ lot: 'month-3', monthsSince: 8, servedMonths: 8, termMonths: 12 }];
    const later = evaluate(
      one,
      { ...NO_RESULTS, month: 6, values: { bookings: 5_000_000 }, cancelled },
      first.carry,
    );
    // 11,000,000 on 10,000,000 so far: 115,000 less 65,000.
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
