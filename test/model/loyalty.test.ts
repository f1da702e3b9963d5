import { describe, expect, it } from 'vitest';
import { yearOf } from '../../engine/model/metrics.ts';
import { batchOf, metric, PLAIN, studyOf } from '../laws/setting.ts';

/**
 * A stationary company: customers alike in how they leave, twelve in a hundred at each yearly renewal, and served mostly by
 * others than the sellers, so that neither age nor numbers change what happens to them.
 */
const STEADY = {
  reps: 5,
  teams: 1,
  scalars: {
    ...PLAIN.scalars,
    'market.leads-per-rep-month': 10,
    'market.territory-spread': 0,
    'customers.base-per-rep': 400,
    'customers.upfront': 0,
    'customers.recurring': 1,
    'customers.purchase-rate': 0,
    'customers.churn-alpha': 60,
    'customers.churn-beta': 440,
    'customers.churn-slope': 0,
    'customers.satisfaction-spread': 0,
    'customers.expansion-rate': 0,
    'customers.service-elsewhere': 0.95,
    'customers.service-hours': 0.02,
    // So often do sellers go that a relationship is .7 on average, where its effects are nought.
    'people.turnover': 0.82,
    'people.time-to-fill': 1,
  },
};

const MONTHS = [3, 6, 12, 24, 60];
const REPLICATIONS = 6;

describe('customers’ loyalty over horizons of 3 to 60 months of one stationary company', () => {
  const told = MONTHS.map((months) => {
    // After a year everyone has been up for renewal once, so renewals are even over the year.
    const run = { horizonDays: 21 * months, warmupDays: 252, replicationsPerDraw: REPLICATIONS };
    const study = studyOf({ ...STEADY, run });
    const batch = batchOf(study, 1);
    const mean = (id: string): number => metric(batch, 0, id).reduce((a, b) => a + b, 0) / REPLICATIONS;
    return {
      churn: mean('churn'),
      nrr: mean('nrr'),
      grr: mean('grr'),
      again: mean('repurchase-rate'),
      ltv: mean('ltv'),
    };
  });

  // Of 6,000 customers and more .12 leave: a standard error of at most .0042 over a year and twice that over three months.
  // Compounding quarters to a year takes .005 off a loss that falls on one day of each customer's year. With the seed
  // free, a horizon would fall outside about once in 300 runs.
  it.each(MONTHS.map((months, i) => [months, i] as const))('%i months', (months, i) => {
    const { churn, nrr, grr, again } = told[i]!;
    const error = 3 * Math.sqrt((0.12 * 0.88) / (REPLICATIONS * 1000)) * Math.sqrt(12 / Math.min(12, months));
    expect(Math.abs(churn - 0.12)).toBeLessThan(0.005 + error);
    // By value, and values differ: about three times the variance of a count.
    expect(Math.abs(grr - 0.88)).toBeLessThan(0.005 + Math.sqrt(3) * error);
    expect(nrr).toBeCloseTo(grr, 9);
    expect(Math.abs(again - 0.88)).toBeLessThan(0.005 + error);
  });

  // Values are lognormal, .7 wide: the mean of 6,000 has a standard error of 1 %, and those of five horizons share most of
  // their customers.
  it('is worth the same: lifetime values lie within 4 % of each other', () => {
    const values = told.map(({ ltv }) => ltv);
    expect(Math.max(...values) / Math.min(...values)).toBeLessThan(1.04);
  });

  it('is told of the horizon’s last year: five years lose nobody twice', () => {
    // Scaled linearly, five years' losses would be 1 − .88⁵ = 47 % in all, or 9.4 % a year.
    expect(told[4]!.churn).toBeGreaterThan(0.1);
    expect(MONTHS.map((months) => yearOf(21 * months))).toEqual([63, 126, 252, 252, 252]);
  });
});

describe('a horizon that breaks off within a month', () => {
  const study = (days: number) => studyOf({ ...STEADY, run: { horizonDays: days } });
  const recurring = (days: number): number => metric(batchOf(study(days), 1), 0, 'revenue')[0]!;

  it('accrues the part of the month that is over', () => {
    const [month, part, two] = [recurring(21), recurring(26), recurring(42)];
    // Five of 21 days: few new customers come in so short a time.
    expect((part - month) / (two - month)).toBeCloseTo(5 / 21, 1);
  });
});
