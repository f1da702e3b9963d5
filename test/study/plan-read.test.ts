import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../engine/incentive/language.ts';
import { fromSimple } from '../../engine/incentive/simple.ts';
import { ProblemsError } from '../../engine/kernel/problems.ts';
import { PRESETS } from '../../engine/study/index.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { memory } from './sources.ts';

const BASE = `currency: USD
salary: $5k
components:
  commission:
    measure: bookings
    quota: $1.2m
    period: quarter
    apply: marginal
    rates: { 0%: 5%, 100%: 8% }
  bonus: { measure: bookings, quota: $1.2m, boundary: at-or-above, bonus: { 100%: $5k } }
`;

function read(text: string, files: Record<string, string> = {}): Plan {
  return readPlan('p.yaml', memory({ 'p.yaml': text, ...files }));
}

/** A plan that extends BASE. */
function changed(rest: string): Plan {
  return read(`extends: base.yaml\n${rest}`, { 'base.yaml': BASE });
}

describe('reading a plan', () => {
  it('fills in what is left out, and lets components share a measure', () => {
    const plan = read(BASE);
    expect(plan.measures).toHaveLength(1);
    expect(plan.measures[0]).toMatchObject({
      id: 'bookings',
      months: 3,
      scope: 'individual',
      accumulation: { over: 'discrete' },
      quota: { amount: 1_200_000, seasonality: [0.25, 0.25, 0.25, 0.25] },
    });
    expect(plan.components[0]).toMatchObject({ boundary: 'at-or-above', threshold: null, weight: 0 });
    expect(plan.targetPay).toBeNull();
  });

  it('gives a component that measures differently a measure of its own', () => {
    const plan = changed('patches: [{ path: components.bonus.period, op: add, value: year }]\n');
    expect(plan.measures.map(({ id, months }) => [id, months])).toEqual([
      ['bookings', 3],
      ['bonus', 12],
    ]);
  });

  it.each([
    ['salary: $5k\ntarget-pay: $60k\n', 5_000, 60_000],
    ['salary: $6k\npay-mix: 60/40\n', 6_000, 48_000],
    ['target-total: $120k\npay-mix: 50/50\n', 5_000, 60_000],
    ['target-pay: $60k\npay-mix: 50/50\n', 5_000, 60_000],
    ['target-total: $120k\nsalary: $4k\n', 4_000, 72_000],
  ])('takes any two of salary, target and mix: %s', (head, salary, target) => {
    const rate = target / 1_000_000;
    const plan = read(
      `currency: USD\n${head}components: { sales: { measure: revenue, quota: $1m, rate: ${rate} } }\n`,
    );
    expect(plan.salary).toBeCloseTo(salary, 9);
    expect(plan.targetPay).toBeCloseTo(target, 9);
  });

  it('changes single places of another plan', () => {
    const plan = changed(`title: { en: Changed, zh: 已改 }
components:
  commission: { cap: 150% }
patches:
  - { path: components.commission.quota, op: scale, value: 110% }
  - { path: components.commission.rates.100%, op: set, value: 9% }
  - { path: components.commission.rates.150%, op: add, value: 12% }
  - { path: components.bonus, op: remove }
  - { path: salary, op: scale, value: 0.9 }
`);
    expect(plan.id).toBe('p');
    expect(plan.salary).toBe(4_500);
    expect(plan.components.map(({ id }) => id)).toEqual(['commission']);
    expect(plan.measures[0]!.quota!.amount).toBe(1_320_000);
    expect(plan.components[0]).toMatchObject({
      caps: [{ on: 'result', at: 1.5 }],
      payout: {
        tiers: [
          { from: 0, rate: 0.05 },
          { from: 1, rate: 0.09 },
          { from: 1.5, rate: 0.12 },
        ],
      },
    });
  });

  it('scales whole tables, and patches patched plans', () => {
    const files = {
      'base.yaml': BASE,
      'more.yaml':
        'extends: base.yaml\npatches: [{ path: components.commission.rates, op: scale, value: 2 }]\n',
    };
    const plan = read(
      'extends: more.yaml\npatches: [{ path: [components, commission, rates, 0%], op: set, value: 0% }]\n',
      files,
    );
    expect(plan.components[0]!.payout).toMatchObject({
      tiers: [
        { from: 0, rate: 0 },
        { from: 1, rate: 0.16 },
      ],
    });
  });

  it('scales numbers however they are written', () => {
    const scaled = (period: string): number | null =>
      read(`extends: base.yaml\npatches: [{ path: draw, op: scale, value: ５０％ }]\n`, {
        'base.yaml': `${BASE}draw: { amount: ＄４k, recoverable: yes, until: ${period} }\n`,
      }).timing.draw!.untilMonth;
    expect([scaled('12 months'), scaled('一年'), scaled('１２个月')]).toEqual([6, 6, 6]);
  });

  it('points into the patch when what it puts there is wrong', () => {
    try {
      changed('patches:\n  - { path: components.commission.quota, op: set, value: ¥3m }\n');
    } catch (error) {
      expect((error as ProblemsError).problems.map((p) => [p.file, p.line, p.column, p.path])).toEqual([
        ['p.yaml', 3, 58, 'components.commission.quota'],
      ]);
      return;
    }
    throw new Error('read without a problem');
  });

  it('knows industries’ plans and flat files, as their full form', () => {
    for (const preset of PRESETS)
      expect(readPlan(preset.id, memory({}))).toEqual(fromSimple(preset.pay, preset.currency));
    const flat = read('extends: b2b-saas\ncap: 120%\n');
    const saas = PRESETS.find(({ id }) => id === 'b2b-saas')!;
    expect(flat).toEqual(fromSimple({ ...saas.pay, id: 'p', cap: 1.2 }, 'CNY'));
  });

  it('offers an industry where the name of a file was meant to be one', () => {
    expect(() => readPlan('b2b-sass', memory({}))).toThrow('Did you mean “b2b-saas”?');
  });
});

describe('a plan file of any shape', () => {
  const keys = fc.constantFrom(
    ...['salary', 'target-pay', 'pay-mix', 'measures', 'components', 'kickers', 'spiffs', 'club', 'cap'],
    ...['draw', 'clawback', 'holdback', 'rounding', 'patches', 'extends', 'title'],
  );
  const inner = fc.constantFrom(
    ...['a', 'measure', 'quota', 'rates', 'rate', 'curve', 'bonus', 'matrix', 'rank', 'pool', 'goals'],
    ...['cap', 'gates', 'modifiers', 'threshold', 'path', 'op', 'value', 'amount', '0%', '100%', 'weight'],
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, 0, -1, 1e308, '35%', '¥80k', 'none', 'bookings', 'a', '', 'p.yaml', 'set'),
      fc.dictionary(inner, tie('any'), { maxKeys: 5 }),
      fc.array(tie('any'), { maxLength: 3 }),
    ),
  })).any;

  it('is read or refused with located problems, never anything else', () => {
    fc.assert(
      fc.property(fc.dictionary(keys, value, { maxKeys: 6 }), (body) => {
        const text = JSON.stringify({ components: { a: { measure: 'bookings', rate: '5%' } }, ...body });
        try {
          read(text);
        } catch (error) {
          if (!(error instanceof ProblemsError)) throw error;
          for (const p of error.problems) {
            expect(p.line).toBeGreaterThanOrEqual(1);
            expect(`${p.path}${p.found.en}`).not.toMatch(/undefined|\[object/);
          }
        }
      }),
      { seed: 1, numRuns: 1_500 },
    );
  });
});
