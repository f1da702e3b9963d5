import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairness, type PayOutcome, payReport } from '../../engine/experiment/pay-report.ts';
import { paidToWhom, payGroups } from '../../engine/experiment/pay-winners.ts';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import { PLAIN, type Setting, studyOf } from '../laws/setting.ts';

describe('how pay follows performance', () => {
  const people = (...pairs: [bookings: number, variable: number][]) =>
    pairs.map(([bookings, variable]) => ({ bookings, variable }));

  it('known answers', () => {
    expect(fairness(people([1, 10], [2, 20], [3, 30]))).toEqual({ correlation: 1, slope: 10, inversions: 0 });
    const back = fairness(people([1, 30], [2, 20], [3, 10]))!;
    expect(back).toEqual({ correlation: -1, slope: -10, inversions: 1 });
    // One of three pairs is inverted; ties in bookings are no pair.
    expect(fairness(people([1, 10], [2, 30], [3, 20]))!.inversions).toBeCloseTo(1 / 3, 12);
    expect(fairness(people([1, 10], [1, 30], [3, 40]))!.inversions).toBe(0);
  });

  it('is untold where nobody differs or too few are left', () => {
    expect(fairness(people([1, 1], [2, 2]))).toBeNull();
    expect(fairness(people([1, 5], [2, 5], [3, 5]))).toBeNull();
    expect(fairness(people([2, 1], [2, 2], [2, 3]))).toBeNull();
  });

  it('a straight commission follows bookings wholly, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 30 }),
        (list) => {
          const told = fairness(list.map((bookings) => ({ bookings, variable: 0.08 * bookings })))!;
          expect(told.correlation).toBeCloseTo(1, 9);
          expect(told.slope).toBeCloseTo(0.08, 9);
          expect(told.inversions).toBe(0);
        },
      ),
    );
  });
});

it('puts everyone into a fifth by the baseline, and counts who loses more than a hundredth', () => {
  const person = (attainment: number, pay: number, there = true) => ({
    there,
    attainment,
    ability: 0,
    bookings: 0,
    variable: 0,
    pay,
  });
  const usual = [0.5, 0.1, 0.9, 0.3, 0.7, 0.2].map((x, i) => person(x, 100, i !== 5));
  const changed = [110, 99.5, 80, 100, 130, 1].map((pay) => person(0, pay));
  const groups = payGroups();
  paidToWhom(changed, usual, (one) => one.attainment, groups);
  // In order of attainment: seats 1, 3, 0, 4, 2; seat 5 was not there.
  expect(groups.map((group) => group.told())).toEqual([
    { change: -0.5, lose: 0 },
    { change: 0, lose: 0 },
    { change: 10, lose: 0 },
    { change: 30, lose: 0 },
    { change: -20, lose: 1 },
  ]);
});

describe('a report of simulated firms', () => {
  const report = (setting: Setting, pay: Partial<PayPlan>): readonly PayOutcome[] => {
    const study = studyOf(setting, { other: { pay: { ...PLAIN.pay, ...pay } } });
    const runner = new UnitRunner(study);
    return payReport(study, layoutOf(study), 4, (draw) => runner.run(draw));
  };
  // Nobody leaves and nobody minds: pay changes nothing but pay.
  const rigid = { scalars: { 'people.turnover': 0, 'people.effort-elasticity': 0, 'people.multitask': 0 } };

  it('tells the same of a plan and its copy', () => {
    const [today, copy] = report({ scalars: { 'people.turnover': 0.2 } }, {}) as [PayOutcome, PayOutcome];
    expect({ ...copy, alternative: '', winners: null }).toEqual({ ...today, alternative: '' });
    for (const group of copy.winners!.byAttainment) expect(group).toEqual({ change: 0, lose: 0 });
  });

  it('a salary higher by 1,000 a month pays everyone 12,000 more a year, on-costs on top', () => {
    const [today, richer] = report(rigid, { salary: PLAIN.pay.salary + 1_000 }) as [PayOutcome, PayOutcome];
    for (const group of [...richer.winners!.byAttainment, ...richer.winners!.byAbility]) {
      expect(group.change).toBeCloseTo(12_000, 6);
      expect(group.lose).toBe(0);
    }
    expect(richer.payCost.mean - today.payCost.mean).toBeCloseTo(6 * 12_000 * 1.2, 4);
    expect(richer.variablePay).toEqual(today.variablePay);
  });

  it('half of the commission takes from those most who sell most', () => {
    const [today, lower] = report(rigid, { commission: PLAIN.pay.commission / 2 }) as [
      PayOutcome,
      PayOutcome,
    ];
    const changes = lower.winners!.byAttainment.map((group) => group.change!);
    expect(changes.every((x) => x < 0)).toBe(true);
    expect(changes[4]!).toBeLessThan(changes[0]!);
    expect(lower.costOfSales!).toBeLessThan(today.costOfSales!);
    expect(today.reached!.half).toBeGreaterThanOrEqual(today.reached!.target);
    expect(today.reached!.target).toBeGreaterThanOrEqual(today.reached!.excellence);
  });
});
