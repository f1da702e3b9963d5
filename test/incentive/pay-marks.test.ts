import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyFiles } from '../../engine/cli/files.ts';
import { payMarks } from '../../engine/incentive/pay-marks.ts';
import { payoutCurve } from '../../engine/incentive/payout-curve.ts';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { readPlan } from '../../engine/study/index.ts';
import { PLAIN } from '../laws/setting.ts';
import { full, LINEAR, withComponent } from './plans.ts';

/** Threshold and excellence as a list: what the plan does not name itself in brackets. */
function told(plan: Partial<PayPlan>): (number | [number])[] {
  const { threshold, excellence } = payMarks(full({ ...LINEAR, ...plan }))!;
  return [threshold, excellence].map(({ at, own }) => (own ? at : [at]));
}

describe('where a plan says that something is reached', () => {
  it('is where it begins to pay, and where its last accelerator or its ceiling stands', () => {
    expect(told({})).toEqual([[0.5], [1.2]]);
    expect(told({ threshold: 0.4 })).toEqual([0.4, [1.2]]);
    expect(told({ threshold: 0.8, cap: 1.5 })).toEqual([0.8, 1.5]);
    expect(told({ accelerator: 2, acceleratorFrom: 1.1 })).toEqual([[0.5], 1.1]);
    // The accelerator comes before the ceiling, and one at quota is no more than quota.
    expect(told({ accelerator: 2, acceleratorFrom: 1.1, cap: 2 })).toEqual([[0.5], 1.1]);
    expect(told({ accelerator: 2, acceleratorFrom: 1 })).toEqual([[0.5], [1.2]]);
    expect(told({ accelerator: 2, acceleratorFrom: 1, cap: 1.75 })).toEqual([[0.5], 1.75]);
    // A slower rate above quota is no step up.
    expect(told({ accelerator: 0.5, acceleratorFrom: 1.1 })).toEqual([[0.5], [1.2]]);
    expect(told({ commission: 0, bonus: 5_000 })).toEqual([1, [1.2]]);
    expect(told({ commission: 0 })).toEqual([[0.5], [1.2]]);
  });

  it('follows a ceiling that is written in money', () => {
    const plan = full({ ...LINEAR, commission: 0.1, quota: 1_000_000 });
    const capped = { ...plan, cap: { of: { money: 140_000 }, over: 'year' as const } };
    expect(payMarks(capped)!.excellence).toEqual({ at: 1.4, own: true });
  });

  it('does not see what other measures pay', () => {
    const plan = full({ ...LINEAR, threshold: 0.6 });
    const more = withComponent(
      plan,
      { metric: 'new-logos' },
      { rateChanges: [{ from: 1.3, times: 3 }], threshold: null },
    );
    expect(payMarks(more)!.threshold).toEqual({ at: 0.6, own: true });
    expect(payMarks(more)!.excellence).toEqual({ at: 1.2, own: false });
  });

  it('is not told without a quota', () => {
    const plan = full(LINEAR);
    const measures = plan.measures.map((one) => ({ ...one, quota: null }));
    expect(payMarks({ ...plan, measures })).toBeNull();
  });

  it('knows what is paid on target', () => {
    expect(payMarks(full({ ...LINEAR, commission: 0.1, quota: 1_000_000 }))!.targetPay).toBe(100_000);
    expect(payMarks({ ...full(PLAIN.pay), targetPay: 77_000 })!.targetPay).toBe(77_000);
  });
});

it('nothing is earned below a threshold of one’s own, and more above; nothing more beyond a ceiling', () => {
  const percent = (min: number, max: number) => fc.integer({ min, max }).map((x) => x / 100);
  fc.assert(
    fc.property(
      fc.record({
        threshold: percent(0, 95),
        cap: fc.option(percent(105, 300)),
        commission: percent(1, 30),
        accelerator: fc.constantFrom(1, 1.5, 2),
        acceleratorFrom: percent(100, 104),
      }),
      (plan) => {
        const curve = payoutCurve(full({ ...LINEAR, ...plan }));
        const { threshold, excellence } = payMarks(full({ ...LINEAR, ...plan }))!;
        expect(threshold.own).toBe(plan.threshold > 0);
        if (threshold.own) {
          expect(curve.pay(threshold.at)).toBe(0);
          expect(curve.slope(threshold.at)).toBeGreaterThan(0);
        }
        if (excellence.own && plan.cap === excellence.at) {
          expect(curve.pay(excellence.at + 1)).toBe(curve.pay(excellence.at));
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('every plan of the collection has its marks in order', () => {
  const folder = join(import.meta.dirname, '../../scenarios/plans');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const marks = payMarks(readPlan(join(folder, file), studyFiles));
    if (marks === null) continue;
    expect(marks.threshold.at, file).toBeLessThanOrEqual(1);
    expect(marks.excellence.at, file).toBeGreaterThan(1);
  }
});
