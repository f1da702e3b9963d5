import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/incentive/evaluate.ts';
import { roundTo } from '../../engine/incentive/parts/rounding.ts';
import { payout, payTable } from '../../engine/incentive/pay-table.ts';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { NO_CARRY, NO_RESULTS } from '../../engine/incentive/results.ts';
import { fromSimple } from '../../engine/incentive/simple.ts';

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
            values: { bookings: mine!, 'team-bookings': ours! },
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
});
