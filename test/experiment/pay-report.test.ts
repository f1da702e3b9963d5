import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairness } from '../../engine/experiment/pay-people.ts';
import { type PayOutcome, payReport } from '../../engine/experiment/pay-report.ts';
import { Compensated } from '../../engine/experiment/pay-winners.ts';
import type { Plan } from '../../engine/incentive/language.ts';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { payTerms } from '../../engine/run/pay-terms.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import { full } from '../incentive/plans.ts';
import { batchOf, metric, monthly, PLAIN, type Setting, seatFigure, studyOf } from '../laws/setting.ts';

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

describe('who gains and who loses', () => {
  const person = (attainment: number, pay: number, more: { there?: boolean; tenure?: number } = {}) => ({
    there: true,
    attainment,
    ability: -attainment,
    tenure: 0,
    bookings: 0,
    variable: 0,
    pay,
    ...more,
  });

  it('puts everyone into a fifth by the baseline, and counts who loses more than a hundredth', () => {
    const usual = [0.5, 0.1, 0.9, 0.3, 0.7, 0.2].map((x, i) => person(x, 100, { there: i !== 5 }));
    const changed = [110, 99.5, 80, 100, 130, 1].map((pay) => person(0, pay));
    const compensated = new Compensated();
    compensated.add(changed, usual);
    // In order of attainment: seats 1, 3, 0, 4, 2; seat 5 was not there.
    const fifths = [
      { change: -0.5, lose: 0, people: 1 },
      { change: 0, lose: 0, people: 1 },
      { change: 10, lose: 0, people: 1 },
      { change: 30, lose: 0, people: 1 },
      { change: -20, lose: 1, people: 1 },
    ];
    expect(compensated.told().byAttainment).toEqual(fifths);
    expect(compensated.told().byAbility).toEqual(fifths.toReversed());
  });

  it('parts novices, under a year here, from veterans, over three', () => {
    const tenures = [0, 251, 252, 755, 756, 2000];
    const usual = tenures.map((tenure) => person(1, 100, { tenure }));
    const changed = [90, 110, 100, 120, 130, 150].map((pay) => person(1, pay));
    const compensated = new Compensated();
    compensated.add(changed, usual);
    expect(compensated.told().byTenure).toEqual([
      { change: 0, lose: 0.5, people: 2 },
      { change: 10, lose: 0, people: 2 },
      { change: 40, lose: 0, people: 2 },
    ]);
  });
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
    const linearity = { ...copy.linearity, change: null };
    expect({ ...copy, alternative: '', winners: null, linearity }).toEqual({ ...today, alternative: '' });
    for (const group of copy.winners!.byAttainment) expect(group).toMatchObject({ change: 0, lose: 0 });
    for (const one of copy.linearity!.change!) expect(one).toEqual({ mean: 0, interval: [null, null] });
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
    const { threshold, target, excellence } = today.reached!;
    expect(threshold.share).toBeGreaterThanOrEqual(target.share);
    expect(target.share).toBeGreaterThanOrEqual(excellence.share);
  });

  it('tells who gains and how pay follows sales without any quota too, and attainment only where there is one', () => {
    const { quota: _, ...measure } = full(PLAIN.pay).measures[0]!;
    const plan = full({ ...PLAIN.pay, accelerator: 1, bonus: 0 });
    const open: Plan = {
      ...plan,
      id: 'open',
      measures: [{ ...measure, quota: null }],
      components: [
        {
          ...plan.components[0]!,
          payout: {
            kind: 'rates',
            axis: 'amount',
            apply: 'marginal',
            of: 'credit',
            excessOver: 0,
            tiers: [{ from: 0, rate: 0.1 }],
          },
        },
      ],
    };
    const study = studyOf(rigid, { open: { pay: open } });
    const runner = new UnitRunner(study);
    const [today, other] = payReport(study, layoutOf(study), 3, (draw) => runner.run(draw));
    expect(today!.attainment).not.toBeNull();
    expect(other!.attainment).toBeNull();
    expect(other!.reached).toBeNull();
    expect(other!.attainmentShares).toBeNull();
    expect(other!.variablePay!['50']).toBeGreaterThan(0);
    expect(other!.fairness!.correlation).toBeGreaterThan(0.9);
    const { byAttainment, byTenure } = other!.winners!;
    expect(byAttainment.reduce((sum, { people }) => sum + people, 0)).toBe(3 * 6);
    expect(byTenure.reduce((sum, { people }) => sum + people, 0)).toBe(3 * 6);
    // The other way round nobody can be put into a fifth by attainment.
    const back = studyOf({ ...rigid }, { closed: {} });
    const reversed = {
      ...back,
      alternatives: [{ ...back.alternatives[0]!, pay: open }, back.alternatives[1]!],
    };
    const runs = new UnitRunner(reversed);
    const { winners } = payReport(reversed, layoutOf(reversed), 2, (draw) => runs.run(draw))[1]!;
    expect(winners!.byAttainment[0]).toEqual({ change: null, lose: null, people: 0 });
    expect(winners!.byAbility[0]!.people).toBeGreaterThan(0);
  });

  it('tells periods by the marks of each plan itself', () => {
    // Only paid, not felt: results are the same, and marks lie on edges of bins.
    const pay = { ...PLAIN.pay, threshold: 0.8, cap: 1.4 };
    const study = studyOf({}, { other: { pay, felt: PLAIN.pay } });
    const runner = new UnitRunner(study);
    const [today, other] = payReport(study, layoutOf(study), 4, (draw) => runner.run(draw)) as [
      PayOutcome,
      PayOutcome,
    ];
    expect(today.reached).toMatchObject({
      threshold: { at: 0.5, own: false },
      target: { at: 1, own: true },
      excellence: { at: 1.2, own: false },
    });
    expect(other.reached).toMatchObject({
      threshold: { at: 0.8, own: true },
      excellence: { at: 1.4, own: true },
    });
    const { shares, edges } = today.attainmentShares!;
    expect(other.attainmentShares).toEqual(today.attainmentShares);
    const from = (x: number): number => shares.slice(edges.indexOf(x)).reduce((sum, one) => sum + one, 0);
    expect(today.reached!.threshold.share).toBeCloseTo(from(0.5), 12);
    expect(today.reached!.target.share).toBeCloseTo(from(1), 12);
    expect(other.reached!.target.share).toBe(today.reached!.target.share);
    expect(other.reached!.threshold.share).toBeCloseTo(from(0.8), 12);
    expect(other.reached!.excellence.share).toBeCloseTo(from(1.4), 12);
    for (const histogram of [today.payoutShares!, other.payoutShares!])
      expect(histogram.shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    // Below its threshold the plan pays nothing.
    expect(other.payoutShares!.shares[0]!).toBeGreaterThanOrEqual(1 - from(0.8) - 1e-9);
  });
});

describe('cost and bookings within the period', () => {
  const quarterly = studyOf(
    { run: { horizonDays: 567, replicationsPerDraw: 2 } },
    { monthly: { pay: { ...PLAIN.pay, periodDays: 21 } } },
  );
  const layout = layoutOf(quarterly);
  const runner = new UnitRunner(quarterly);
  const [today, monthlyPaid] = payReport(quarterly, layout, 3, (draw) => runner.run(draw));
  const batch = batchOf(quarterly, 3);

  it('every whole year of every replication is one case', () => {
    const years = [0, 12].flatMap((from) => [...monthly(batch, 0, 'pay-cost', from, from + 12)]);
    const { years: whole, mean, p50, p90 } = today!.payCostYear!;
    expect(whole).toBe(2);
    const sorted = years.toSorted((a, b) => a - b);
    expect(mean).toBeCloseTo(years.reduce((a, b) => a + b, 0) / 12, 6);
    expect(p50).toBeCloseTo((sorted[5]! + sorted[6]!) / 2, 6);
    // Type 7: between the 10th and the 11th of twelve.
    expect(p90).toBeCloseTo(sorted[9]! + 0.9 * (sorted[10]! - sorted[9]!), 6);
  });

  it('has no year where the horizon has none, and the same figures where it is one', () => {
    const told = (horizonDays: number): PayOutcome => {
      const study = studyOf({ run: { horizonDays } });
      const short = new UnitRunner(study);
      return payReport(study, layoutOf(study), 3, (draw) => short.run(draw))[0]!;
    };
    expect(told(126).payCostYear).toBeNull();
    const { payCost, payCostYear } = told(252);
    expect(payCostYear!.years).toBe(1);
    for (const figure of ['mean', 'p50', 'p90'] as const)
      expect(payCostYear![figure] / payCost[figure]).toBeCloseTo(1, 12);
  });

  it('bookings by tenth add up to all, beside what the days alone would bring', () => {
    for (const { linearity } of [today!, monthlyPaid!]) {
      const { shares, evenly } = linearity!;
      expect(shares.reduce((sum, { mean }) => sum + mean!, 0)).toBeCloseTo(1, 12);
      expect(evenly.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
      // Three draws are too few for an interval.
      for (const { interval } of shares) expect(interval).toEqual([null, null]);
    }
    // Five are not: an interval needs four that differ from the middle one.
    for (const { linearity } of payReport(quarterly, layout, 5, (draw) => runner.run(draw))) {
      for (const { mean, interval } of linearity!.shares) {
        expect(interval[0]!).toBeLessThan(mean!);
        expect(interval[1]!).toBeGreaterThan(mean!);
      }
    }
    expect(today!.linearity!.evenly[0]).toBeCloseTo(7 / 63, 12);
    expect(monthlyPaid!.linearity!.evenly[0]).toBeCloseTo(3 / 21, 12);
    expect(today!.linearity!.change).toBeNull();
    monthlyPaid!.linearity!.change!.forEach(({ mean }, i) => {
      expect(mean).toBeCloseTo(
        monthlyPaid!.linearity!.shares[i]!.mean! - today!.linearity!.shares[i]!.mean!,
        12,
      );
    });
    const last = metric(batch, 0, 'period-end-share');
    expect(today!.linearity!.shares[9]!.mean).toBeCloseTo(last.reduce((a, b) => a + b, 0) / 6, 12);
  });

  it('days fall into the tenths of the periods that people live by, before and after a new plan', () => {
    const monthlyPay = { ...PLAIN.pay, periodDays: 21 as const };
    const study = studyOf(
      {},
      { later: { pay: monthlyPay, payStartDay: 126 }, paid: { pay: monthlyPay, felt: PLAIN.pay } },
    );
    const [before, later, paid] = [0, 1, 2].map((a) => payTerms(study, a).evenly);
    expect(before![0]).toBeCloseTo(7 / 63, 12);
    expect(later![0]).toBeCloseTo((7 / 63 + 3 / 21) / 2, 12);
    expect(paid).toEqual(before);
  });

  it('pay per unit of bookings is by the year on both sides', () => {
    // Two years and a quarter at a straight 8 %, all of it credited.
    const straight = { ...PLAIN.pay, accelerator: 1, bonus: 0, repeatRate: 1 };
    const study = studyOf({ pay: straight, scalars: { 'people.turnover': 0 }, run: { horizonDays: 567 } });
    const long = new UnitRunner(study);
    const [only] = payReport(study, layoutOf(study), 2, (draw) => long.run(draw));
    expect(seatFigure(batchOf(study, 1), 0, 0, 'exits').every((x) => x === 0)).toBe(true);
    expect(only!.fairness!.slope).toBeCloseTo(0.08, 6);
    expect(only!.fairness!.correlation).toBeCloseTo(1, 6);
  });
});
