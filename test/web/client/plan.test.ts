import { describe, expect, test } from 'vitest';
import type { PayPlan } from '../../../engine/incentive/plan.ts';
import { presetById } from '../../../engine/study/index.ts';
import { type FlatValues, flatValues, isFull, withKey } from '../../../web/client/plan/flat.ts';
import { draggedTo, handlesOf } from '../../../web/client/plan/handles.ts';
import { costOf, payAt, usualSpread } from '../../../web/client/plan/spread.ts';
import type { PayCurve } from '../../../web/contract/index.ts';
import { makeCatalogue } from '../../../web/server/catalogue.ts';
import { studyAnswer, studyOf } from '../../../web/server/written.ts';

const { presets } = makeCatalogue(1_000_000, false);
const saas = presets.find((one) => one.id === 'b2b-saas')!;
const known = new Map(presets.map((one) => [one.id, one]));

/** The engine's curve of a flat plan over the software industry's. */
function curveOf(changes: Record<string, string | number>): { curve: PayCurve; values: FlatValues } {
  const pay = { extends: 'context', ...changes };
  const text = JSON.stringify({ schemelab: 1, context: 'b2b-saas', baseline: { pay } });
  const { alternatives } = studyAnswer(studyOf(text), text);
  const values = flatValues({ baseline: { pay } }, 'baseline', known, saas)!;
  return { curve: alternatives[0]!.pay.curve!, values };
}

describe('the payout curve', () => {
  test('is read between its points as the engine pays, jumps included', () => {
    const { curve } = curveOf({ threshold: '40%', cap: '160%' });
    const { quota, commission, accelerator, acceleratorFrom, bonus } = presetById('b2b-saas')!.pay as PayPlan;
    const above = (x: number, from: number): number => Math.max(0, Math.min(x, 1.6) - from);
    for (let i = 0; i <= 400; i++) {
      const level = i / 200 + 0.0001;
      // Four quarters alike: commission above the threshold, more above the accelerator's start, a bonus at quota each.
      const exact =
        quota * commission * (above(level, 0.4) + (accelerator - 1) * above(level, acceleratorFrom)) +
        (level >= 1 ? 4 * bonus : 0);
      expect(Math.abs(payAt(curve, level) - exact), `${level}`).toBeLessThan(1);
    }
  });

  test('a mark dragged to a pay changes its key so that the plan pays about that', () => {
    for (const [key, level] of [
      ['commission', 1],
      ['accelerator', 1.5],
    ] as const) {
      const { curve, values } = curveOf({});
      const handle = handlesOf(values, curve).find((one) => one.key === key)!;
      const wanted = handle.pay * 1.2;
      const next = draggedTo(handle, level, wanted, values, curve);
      const after = curveOf({ [key]: key === 'accelerator' ? next : `${next * 100}%` }).curve;
      // Within what one step of the key's grid moves.
      expect(Math.abs(payAt(after, level) / wanted - 1), key).toBeLessThan(0.02);
    }
  });

  test('marks along attainment go where they are dragged, in whole per cents, within their bounds', () => {
    const { curve, values } = curveOf({ cap: '120%', threshold: '30%' });
    const handles = handlesOf(values, curve);
    const cap = handles.find((one) => one.key === 'cap')!;
    expect(draggedTo(cap, 1.4567, 0, values, curve)).toBe(1.46);
    expect(draggedTo(cap, 0.1, 0, values, curve)).toBeCloseTo(0.31, 9);
    expect(handles.find((one) => one.key === 'threshold')!.level).toBe(0.3);
  });

  test('a cap beyond twice the quota can be taken hold of, one beyond three times cannot', () => {
    const capOf = (cap: string): number | undefined => {
      const { curve, values } = curveOf({ cap });
      return handlesOf(values, curve).find((one) => one.key === 'cap')?.level;
    };
    expect(capOf('250%')).toBe(2.5);
    expect(capOf('301%')).toBeUndefined();
  });
});

test('the usual spread has the industry’s share at quota, and costs what it adds up to', () => {
  for (const preset of presets) {
    const spread = usualSpread(preset);
    expect(spread.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    const target = preset.targets['reps-at-quota'];
    const reach = spread.shares.slice(10).reduce((a, b) => a + b, 0);
    expect(reach).toBeCloseTo(target === undefined ? 0.5 : (target.low + target.high) / 2, 9);
  }
  const linear: PayCurve = {
    axis: 'attainment',
    target: 100,
    salary: 50,
    points: [{ level: 0, pay: 0, marginal: 100 }],
  };
  const even = { width: 0.1, shares: new Array(20).fill(0.05), source: 'usual' as const };
  expect(costOf(linear, even, 3, 1)).toBeCloseTo(3 * (50 + 100), 9);
  expect(costOf(linear, even, 3, 2)).toBeCloseTo(3 * (50 + 200), 9);
});

describe('what a plan extends', () => {
  const study = {
    baseline: { pay: { extends: 'context', cap: '120%' } },
    alternatives: {
      a: { pay: { extends: 'baseline', cap: 'none', accelerator: 2 } },
      b: { extends: 'a' },
      c: { pay: 'insurance' },
      d: { pay: { components: {}, salary: 1 } },
      e: { pay: { extends: 'd' } },
      loop: { pay: { extends: 'loop' } },
    },
  };
  const of = (id: string): FlatValues | null => flatValues(study, id, known, saas);

  test('is followed to the industry, and no further than it leads', () => {
    expect(of('baseline')!.cap).toBe('120%');
    expect(of('a')).toMatchObject({ cap: 'none', accelerator: 2, quota: saas.pay.quota });
    expect(of('b')).toEqual(of('a'));
    expect(of('c')!.quota).toBe(known.get('insurance')!.pay.quota);
    expect(of('d')).toBeNull();
    expect(of('e')).toBeNull();
    expect(of('loop')).toBeNull();
    expect(isFull(study.alternatives.d.pay)).toBe(true);
  });

  test('a key changed on a plan not written yet names what it is based on', () => {
    expect(withKey(undefined, 'baseline', 'cap', '150%')).toEqual({ extends: 'baseline', cap: '150%' });
    expect(withKey('insurance', 'baseline', 'cap', 'none')).toEqual({ extends: 'insurance', cap: 'none' });
    expect(withKey({ extends: 'a', cap: 'none' }, 'x', 'cap', undefined)).toEqual({ extends: 'a' });
  });
});
