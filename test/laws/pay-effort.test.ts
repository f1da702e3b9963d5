import { describe, expect, it } from 'vitest';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import { LINEAR } from '../incentive/plans.ts';
import { batchOf, PLAIN, type Setting, seatFigure, studyOf } from './setting.ts';

/** Fixed seeds throughout; bounds on paired differences are one-sided at 99.5 %. */

/** Nobody comes or goes, and quotas are what territories yield, so that the same seats are the best on both sides. */
const STEADY: Setting = {
  reps: 20,
  teams: 4,
  scalars: { 'people.turnover': 0, 'people.quota-error': 0.15 },
};

/** Mean effort a year of the seats that `choose` takes from the order of attainment under the first plan. */
function effortUnder(
  pay: Partial<PayPlan>,
  other: Partial<PayPlan>,
  choose: (ranked: readonly number[]) => readonly number[],
): [before: number[], after: number[]] {
  const study = studyOf({ ...STEADY, pay }, { other: { pay: { ...PLAIN.pay, ...pay, ...other } } });
  const batch = batchOf(study, 16);
  const efforts = [0, 1].map((a) =>
    batch.runs.map((_, run) => {
      const [credit, quota] = ['credit', 'quota'].map((figure) => seatFigure(batch, run, 0, figure));
      const ranked = [...credit!.keys()].sort((x, y) => credit![y]! / quota![y]! - credit![x]! / quota![x]!);
      const effort = seatFigure(batch, run, a, 'effort');
      const chosen = choose(ranked);
      return chosen.reduce((sum, seat) => sum + effort[seat]!, 0) / chosen.length;
    }),
  );
  return efforts as [number[], number[]];
}

describe('a cap that is lifted', () => {
  it('does not lower the effort of the best tenth: it raises it', () => {
    const topDecile = (ranked: readonly number[]): readonly number[] => ranked.slice(0, 2);
    const [capped, free] = effortUnder({ cap: 1.1 }, { cap: null }, topDecile);
    expect(pairedDifference(free, capped, 1, 0.99).interval[0]).toBeGreaterThan(0);
  });
});

describe('a quota', () => {
  const everyone = (ranked: readonly number[]): readonly number[] => ranked;

  it('moved twice out of reach lowers effort', () => {
    const bonus = { commission: 0.05, accelerator: 2, bonus: 20_000 };
    const [within, beyond] = effortUnder(bonus, { quota: 4 * PLAIN.pay.quota }, everyone);
    expect(pairedDifference(beyond, within, 1, 0.99).interval[1]).toBeLessThan(0);
  });

  it('that nothing hangs on moves nobody', () => {
    const [before, after] = effortUnder(LINEAR, { quota: 4 * PLAIN.pay.quota }, everyone);
    after.forEach((x, i) => {
      expect(x / before[i]!).toBeCloseTo(1, 6);
    });
  });
});

describe('pay by the part of a period', () => {
  it('adds up: seats that change hands, and a year that breaks off, are paid for all that was sold', () => {
    const scalars = { 'people.turnover': 1.5 };
    const batch = batchOf(studyOf({ reps: 12, scalars, pay: LINEAR, run: { horizonDays: 210 } }), 3);
    batch.runs.forEach((_, run) => {
      const [credit, paid, exits] = ['credit', 'variable-pay', 'exits'].map((figure) =>
        seatFigure(batch, run, 0, figure),
      );
      expect(exits!.some((x) => x > 0)).toBe(true);
      paid!.forEach((x, seat) => {
        expect(Math.abs(x - LINEAR.commission * credit![seat]!)).toBeLessThan(1e-6);
      });
    });
  });
});
