import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { expectedMarginal, expectedPayout, payout, payTable } from './pay-table.ts';

const QUOTA = 100_000;

/** Plans of every shape: thresholds below accelerators, caps anywhere above, bonuses or none. */
const plans: fc.Arbitrary<PayPlan> = fc
  .record({
    commission: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
    threshold: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 0.7, noNaN: true })),
    accelerator: fc.double({ min: 0.5, max: 4, noNaN: true }),
    acceleratorFrom: fc.double({ min: 0.8, max: 1.4, noNaN: true }),
    cap: fc.oneof(fc.constant(null), fc.double({ min: 1, max: 3, noNaN: true })),
    bonus: fc.oneof(fc.constant(0), fc.double({ min: 100, max: 50_000, noNaN: true })),
  })
  .map((shape) => ({
    id: 'any',
    salary: 5_000,
    quota: QUOTA,
    periodDays: 63,
    teamShare: 0,
    repeatRate: 1,
    ...shape,
  }));

const forecasts = fc.record({
  mean: fc.double({ min: -0.2 * QUOTA, max: 3 * QUOTA, noNaN: true }),
  sd: fc.double({ min: 0.02 * QUOTA, max: 1.5 * QUOTA, noNaN: true }),
});

/** Commission rate at attainment x, read off the plan in words. Below 0 the first segment goes on. */
function rateAt(plan: PayPlan, x: number): number {
  if (Math.max(0, x) < plan.threshold) return 0;
  if (plan.cap !== null && x >= plan.cap) return 0;
  return plan.commission * (x >= plan.acceleratorFrom ? plan.accelerator : 1);
}

/** Five-point Gauss–Legendre nodes and weights on [−1, 1] (Abramowitz & Stegun 25.4.30). */
const NODES = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664];
const WEIGHTS = [
  0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891,
];

/** ∫ f(x)·Normal(mean, sd²) dx over ± 9 sd, in steps of sd/8 that no kink of the plan falls into. */
function integrate(plan: PayPlan, mean: number, sd: number, f: (x: number) => number): number {
  const kinks = [0, plan.threshold, plan.acceleratorFrom, plan.cap ?? 0, 1].map((x) => x * QUOTA);
  const edges = [...Array.from({ length: 145 }, (_, i) => mean + ((i - 72) / 8) * sd), ...kinks]
    .filter((x) => Math.abs(x - mean) <= 9 * sd)
    .sort((a, b) => a - b);
  let sum = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const middle = (edges[i]! + edges[i + 1]!) / 2;
    const half = (edges[i + 1]! - edges[i]!) / 2;
    NODES.forEach((node, k) => {
      const x = middle + half * node;
      const z = (x - mean) / sd;
      sum += (WEIGHTS[k]! * half * f(x) * Math.exp(-0.5 * z * z)) / (sd * Math.sqrt(2 * Math.PI));
    });
  }
  return sum;
}

/** Variable pay at a credit, added up from the plan's words: the area under its rates, and the bonus. */
function payInWords(plan: PayPlan, credit: number): number {
  const x = credit / QUOTA;
  if (x < 0) return rateAt(plan, -1) * credit;
  const points = [0, plan.threshold, plan.acceleratorFrom, plan.cap ?? 0, x]
    .filter((p) => p <= x)
    .sort((a, b) => a - b);
  let sum = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    sum += rateAt(plan, (points[i]! + points[i + 1]!) / 2) * (points[i + 1]! - points[i]!) * QUOTA;
  }
  return x >= 1 ? sum + plan.bonus : sum;
}

describe('a pay table', () => {
  test('pays what the plan says, at any credit', () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 0, max: 4 * QUOTA, noNaN: true }), (plan, credit) => {
        expect(payout(payTable(plan), credit, QUOTA)).toBeCloseTo(payInWords(plan, credit), 6);
      }),
    );
  });

  test('never pays less for more', () => {
    fc.assert(
      fc.property(
        plans,
        fc.double({ min: 0, max: 4 * QUOTA, noNaN: true }),
        fc.double({ min: 0, max: QUOTA, noNaN: true }),
        (plan, credit, more) => {
          const table = payTable(plan);
          expect(payout(table, credit + more, QUOTA)).toBeGreaterThanOrEqual(
            payout(table, credit, QUOTA) - 1e-9,
          );
        },
      ),
    );
  });

  test('pays nothing below the threshold, nothing more above the cap, the bonus exactly from quota on', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const table = payTable(plan);
        expect(payout(table, 0.999 * plan.threshold * QUOTA, QUOTA)).toBe(0);
        if (plan.cap !== null) {
          const full = payout(table, plan.cap * QUOTA, QUOTA);
          expect(payout(table, 2 * plan.cap * QUOTA, QUOTA)).toBeCloseTo(full, 6);
        }
        const jump = payout(table, QUOTA, QUOTA) - payout(table, QUOTA * (1 - 1e-12), QUOTA);
        expect(jump).toBeCloseTo(plan.bonus, 4);
        expect(payout(table, QUOTA, 0)).toBe(0);
      }),
    );
  });

  test('has the expected marginal pay of numerical integration, to 1e-9', () => {
    fc.assert(
      fc.property(plans, forecasts, (plan, { mean, sd }) => {
        const z = (QUOTA - mean) / sd;
        const jump = (plan.bonus * Math.exp(-0.5 * z * z)) / (sd * Math.sqrt(2 * Math.PI));
        const right = integrate(plan, mean, sd, (x) => rateAt(plan, x / QUOTA)) + jump;
        expect(Math.abs(expectedMarginal(payTable(plan), mean, sd, QUOTA) - right)).toBeLessThan(1e-9);
      }),
    );
  });

  test('has the expected pay of numerical integration, to 1e-9 of quota', () => {
    fc.assert(
      fc.property(plans, forecasts, (plan, { mean, sd }) => {
        const right = integrate(plan, mean, sd, (x) => payInWords(plan, x));
        const wrong = expectedPayout(payTable(plan), mean, sd, QUOTA) - right;
        expect(Math.abs(wrong)).toBeLessThan(1e-9 * QUOTA);
      }),
    );
  });

  test('becomes certain as the forecast does: the rate where it stands', () => {
    const plan: PayPlan = {
      id: 'steps',
      salary: 0,
      commission: 0.1,
      threshold: 0.5,
      accelerator: 2,
      acceleratorFrom: 1,
      cap: 1.5,
      bonus: 1_000,
      quota: QUOTA,
      periodDays: 63,
      teamShare: 0,
      repeatRate: 1,
    };
    const table = payTable(plan);
    const at = (x: number): number => expectedMarginal(table, x * QUOTA, 0, QUOTA);
    expect([at(0.4), at(0.6), at(1.2), at(1.6)]).toEqual([0, 0.1, 0.2, 0]);
  });
});
