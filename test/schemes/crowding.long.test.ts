import { describe, expect, it } from 'vitest';
import { PLAIN } from '../laws/setting.ts';
import { interaction, type Part, SLACK } from './interaction.ts';

/**
 * Goals and contests sharpen the wish to sell. What that takes from service, and with it from programmes for customers,
 * comes out of the plan: where it does not pay for repeat business, such a programme brings less beside them than
 * alone; where it pays for it in full, nothing is taken. Rows are 99 % intervals (Student, paired replications) of
 * gain(A+B) − gain(A) − gain(B) in second-year gross margin, in percent of the firm without either: a claim that holds
 * fails at most one seed in two hundred.
 */

/**
 * Customers who grow if they are contented, served in nearly a fifth of the day; hours to spare, so that what service gives
 * up is worth nothing elsewhere; deals that are nearly sure, so that luck does not blur the sign.
 */
const GROWING = {
  scalars: {
    ...SLACK,
    'market.leads-per-rep-month': 1,
    'market.complexity': 0,
    'market.territory-spread': 0,
    'market.quality-spread': 0.3,
    'customers.base-per-rep': 20,
    'customers.purchase-rate': 0.5,
    'customers.repeat-conversion': 0.95,
    'customers.expansion-rate': 4,
    'customers.expansion-size': 1,
    'customers.service-hours': 1.5,
    'customers.potential-spread': 0.1,
    'customers.churn-slope': 0.2,
    'customers.churn-alpha': 0.3,
    'customers.churn-beta': 9,
    'customers.satisfaction': 65,
    'people.ability-spread': 0.1,
    'people.quota-error': 0.05,
    'people.turnover': 0.1,
    'people.multitask': 1.5,
  },
  stages: PLAIN.stages.map((stage, i) => (i < 2 ? stage : { ...stage, conversion: 0.95, hours: 0.3 })),
};

/** Quotas within reach under either plan: what an average rep is credited with a year. */
const UNPAID = { ...GROWING, pay: { repeatRate: 0, quota: 350_000 } };
const PAID = { ...GROWING, pay: { repeatRate: 1, quota: 450_000 } };

const GOALS: Part = ['goal-oriented', { emphasis: 2 }];
const PRIZES: Part = ['incentive-driven', { contestsPerYear: 12, winners: 0.5, prize: 50_000 }];

describe('what spurs to sell beside what serves customers', () => {
  it.each([
    ['goals × customer experience', GOALS, ['customer-experience']],
    ['goals × customer lifecycle', GOALS, ['customer-lifecycle']],
    ['contests × customer experience', PRIZES, ['customer-experience']],
    ['contests × customer lifecycle', PRIZES, ['customer-lifecycle']],
  ] satisfies [string, Part, Part][])('%s hinder each other unless repeat business is paid', (_, a, b) => {
    const pair = { sign: '−', a, b, where: '', replications: 48, introduced: true } as const;
    const unpaid = interaction({ ...pair, setting: UNPAID });
    const paid = interaction({ ...pair, setting: PAID });
    expect(unpaid.high).toBeLessThan(0);
    expect(paid.low).toBeGreaterThan(unpaid.high);
    // About gone: less than a percent either way.
    expect(paid.low).toBeGreaterThan(-1);
    expect(paid.high).toBeLessThan(1);
  });
});
