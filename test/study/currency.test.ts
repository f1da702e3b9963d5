import { describe, expect, it } from 'vitest';
import { modeOf } from '../../engine/kernel/quantity.ts';
import { METRICS } from '../../engine/model/metrics.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import { HOME, inCurrency } from '../../engine/study/currency.ts';
import { presetById } from '../../engine/study/index.ts';
import { problemsOf, study } from './sources.ts';

/** A study in another currency: everything in it that is money is converted, and nobody behaves otherwise. */

const CHANGES = (sign: string, k: number) => `company: { reps: 8 }
baseline: { schemes: [digital] }
alternatives:
  raise: { pay: { extends: context, salary: ${sign}${16_000 / k}, bonus: ${sign}${8_000 / k} } }
  prizes: { schemes: { add: [project-based, { incentive-driven: { prize: ${2_000 / k} } }] } }
  insurers: { pay: insurance }
run: { horizon: 6 months, effects: mode, replications-per-draw: 1 }
`;

describe('the same study in yuan and in a currency of eight yuan', () => {
  const yuan = study(CHANGES('¥', 1));
  const other = study(`currency: { code: EUR, yuan: 8 }\n${CHANGES('€', 8)}`);
  const layout = layoutOf(yuan);
  const [a, b] = [yuan, other].map((s) => new UnitRunner(s).run(0).data);

  it('has the same counts, and figures of money an eighth, but for rounding', () => {
    for (let alternative = 0; alternative < 4; alternative++) {
      METRICS.forEach(({ id, unit }, i) => {
        const at = alternative * layout.size + i;
        const [x, y] = [a![at]!, b![at]! * (unit.startsWith('money') ? 8 : 1)];
        const same = Number.isNaN(x) ? Number.isNaN(y) : Math.abs(y - x) <= 1e-9 * Math.abs(x);
        expect(same, `${id} of ${alternative}: ${x} and ${y}`).toBe(true);
      });
    }
  });

  it('is told in its own currency', () => {
    expect([other.currency, other.yuan]).toEqual(['EUR', 8]);
    expect([yuan.currency, yuan.yuan]).toEqual(['CNY', 1]);
  });
});

describe('a preset in another currency', () => {
  const saas = presetById('b2b-saas')!;
  const dollars = inCurrency(saas, { code: 'USD', yuan: 7.2 });

  it('converts pay, costs and values, and nothing else', () => {
    expect(dollars.pay.quota).toBeCloseTo(saas.pay.quota / 7.2, 9);
    expect(dollars.pay.commission).toBe(saas.pay.commission);
    expect(modeOf(dollars.channels[0]!.costPerLead)).toBeCloseTo(
      modeOf(saas.channels[0]!.costPerLead) / 7.2,
      9,
    );
    const value = (id: string) => modeOf(dollars.scalars[id]!.value) / modeOf(saas.scalars[id]!.value);
    expect(value('market.deal-value')).toBeCloseTo(1 / 7.2, 12);
    expect(value('people.turnover')).toBe(1);
    expect(inCurrency(saas, HOME)).toBe(saas);
  });

  it('has every number that is money, those included that it left to the parameters', () => {
    expect(Object.keys(dollars.scalars)).toContain('people.manager-hour-cost');
  });
});

describe('what cannot be a currency', () => {
  it.each([
    ['currency: JPY\n', 'unknown-name'],
    ['currency: { yuan: 7 }\n', 'missing-key'],
    ['currency: { code: USD, yuan: 0 }\n', 'out-of-range'],
    ['currency: { code: CNY, yuan: 2 }\n', 'out-of-range'],
    ['currency: { code: USD, rate: 7 }\n', 'unknown-key'],
    ['currency: USD\nmarket: { deal-value: ¥5k }\n', 'wrong-unit'],
  ])('%s', (text, code) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(new RegExp(`^[-\\d]+:\\d+ ${code}$`))]);
  });
});
