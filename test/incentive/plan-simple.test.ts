import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileComponent, type Terms } from '../../engine/incentive/compile-component.ts';
import { evaluate } from '../../engine/incentive/evaluate.ts';
import { expectedPay } from '../../engine/incentive/marginal-component.ts';
import { roundTo } from '../../engine/incentive/parts/rounding.ts';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { NO_CARRY, NO_RESULTS } from '../../engine/incentive/results.ts';
import { fromSimple } from '../../engine/incentive/simple.ts';
import { expectedMarginal, payout, payTable } from './pay-table.ts';

const DAYS = { 21: 1, 63: 3, 252: 12 } as const;

const flat: fc.Arbitrary<PayPlan> = fc
  .record({
    salary: fc.integer({ min: 0, max: 50_000 }),
    commission: fc.integer({ min: 0, max: 4_000 }).map((x) => x / 10_000),
    threshold: fc.integer({ min: 0, max: 120 }).map((x) => x / 100),
    accelerator: fc.integer({ min: 0, max: 40 }).map((x) => x / 10),
    acceleratorFrom: fc.integer({ min: 0, max: 200 }).map((x) => x / 100),
    cap: fc.option(fc.integer({ min: 1, max: 300 })),
    bonus: fc.integer({ min: 0, max: 60_000 }),
    quota: fc.integer({ min: 1_000, max: 20_000_000 }),
    periodDays: fc.constantFrom(21 as const, 63 as const, 252 as const),
    teamShare: fc.integer({ min: 0, max: 10 }).map((x) => x / 10),
    repeatRate: fc.integer({ min: 0, max: 10 }).map((x) => x / 10),
  })
  .map((plan) => ({
    ...plan,
    id: 'flat',
    cap: plan.cap === null ? null : plan.threshold + plan.cap / 100,
  }));

describe('a flat plan in the full language', () => {
  test('pays what the flat plan pays, own and shared part, whatever the results', () => {
    fc.assert(
      fc.property(
        flat,
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (plan, own, team) => {
          const months = DAYS[plan.periodDays];
          const quota = (plan.quota * months) / 12;
          const [mine, ours] = [own * quota, team * quota].map((x) =>
            roundTo(x, { step: 0.01, mode: 'half-up' }),
          );
          const table = payTable(plan);
          const right =
            (1 - plan.teamShare) * payout(table, mine!, quota) + plan.teamShare * payout(table, ours!, quota);
          const full = fromSimple(plan, 'CNY');
          const results = {
            ...NO_RESULTS,
            month: months,
            values: { 'total-bookings': mine!, 'team-total-bookings': ours! },
          };
          const { earned, paid } = evaluate(full, results, NO_CARRY);
          // One line each for commission and bonus, own and shared: at most four roundings.
          expect(Math.abs(earned - right)).toBeLessThanOrEqual(0.0201);
          expect(paid).toBeCloseTo(plan.salary * months + earned, 6);
        },
      ),
      { seed: 1, numRuns: 2_000 },
    );
  });

  test('has the marginal pay of the flat plan under any forecast, to 1e-9', () => {
    fc.assert(
      fc.property(
        flat,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        (plan, mean, sd) => {
          const quota = (plan.quota * DAYS[plan.periodDays]) / 12;
          const forecast = { mean: mean * quota, sd: sd * quota };
          const right = expectedMarginal(payTable(plan), forecast.mean, forecast.sd, quota);
          const full = fromSimple({ ...plan, teamShare: 0 }, 'CNY');
          const terms: Terms = {
            quotas: { 'total-bookings': quota },
            target: 0,
            salary: 0,
            before: { credit: 0, quota: 0, paid: 0 },
            ahead: 0,
            last: true,
          };
          const sum = full.components.reduce((total, component) => {
            const compiled = compileComponent(component, full.measures[0]!, terms);
            return (
              total +
              expectedPay(compiled, 'total-bookings', { 'total-bookings': forecast }).marginal[
                'total-bookings'
              ]!
            );
          }, 0);
          expect(Math.abs(sum - right)).toBeLessThan(1e-9);
        },
      ),
      { seed: 2, numRuns: 2_000 },
    );
  });
});
