import { describe, expect, it } from 'vitest';
import { mean } from '../../engine/statistics/moments.ts';
import { batchOf, channel, monthly, stage, studyOf } from '../laws/setting.ts';

/**
 * A desk and nothing else: leads that wait long, one touch each that wins 20 % on average, hours for a share of them,
 * and reps who work the best they can see first. Log-odds of a win have slope 1.2 in a lead's quality.
 */
function desk(worked: number, accuracy: number): { readonly lift: number; readonly share: number } {
  const conversion = 0.2;
  // One stage: the slope is quality-spread ÷ (1 − conversion).
  const spread = 1.2 * (1 - conversion);
  const touchesADay = 8;
  const study = studyOf({
    reps: 8,
    teams: 1,
    stages: [stage('only', conversion, 1, 1, 1, 'close')],
    channels: [channel('any', 'market', 1, 0, 60)],
    scalars: {
      'market.leads-per-rep-month': (21 * touchesADay) / worked,
      'market.follow-up': 1,
      'market.quality-spread': spread,
      'market.deal-spread': 0,
      'market.complexity': 0,
      'market.demand-volatility': 0,
      'market.competitor-volatility': 0,
      'market.shift-rate': 0,
      'market.response-hours': 0,
      'market.freshness': 0,
      'market.leakage': 0,
      'market.discount-authority': 0,
      'market.territory-spread': 0,
      'customers.base-per-rep': 0,
      'customers.purchase-rate': 0,
      'customers.expansion-rate': 0,
      'customers.service-hours': 0,
      'people.admin': 0,
      'people.travel': 0,
      'people.internal': 0,
      'people.ability-spread': 0,
      'people.forgetting': 0,
      'people.turnover': 0,
      'people.effort-elasticity': 0,
      'people.triage': accuracy,
      'people.value-focus': 1,
    },
  });
  const batch = batchOf(study, 2);
  const touched = mean(monthly(batch, 0, 'followed-up', 3));
  const wins = mean(monthly(batch, 0, 'wins', 3));
  return { lift: wins / touched / conversion, share: touched / mean(monthly(batch, 0, 'leads', 3)) };
}

/**
 * Known answers: with score = ρz + √(1 − ρ²)ε and the best-scored share worked, how much more often worked leads are
 * won than all leads would be (logit slope 1.2, mean 20 %; by numerical integration, outside this project).
 *
 * About 24,000 touches a cell: standard error of the lift below .017; the tolerance of .06 is over three of them plus
 * what waiting adds (leads that grow cold before their turn, a threshold that swings with the day's arrivals).
 */
describe('ranked leads are won more often', () => {
  const table: readonly (readonly [accuracy: number, lift30: number, lift50: number, lift80: number])[] = [
    [0.2, 1.19, 1.12, 1.05],
    [0.4, 1.39, 1.25, 1.1],
    [0.6, 1.6, 1.38, 1.14],
    [0.8, 1.83, 1.5, 1.18],
  ];
  it.each(table)('seen with correlation %f', (accuracy, lift30, lift50, lift80) => {
    for (const [worked, known] of [
      [0.3, lift30],
      [0.5, lift50],
      [0.8, lift80],
    ] as const) {
      const { lift, share } = desk(worked, accuracy);
      expect(share).toBeCloseTo(worked, 1);
      expect(Math.abs(lift - known)).toBeLessThan(0.06);
    }
  });

  it('and not at all when all can be worked', () => {
    const { lift, share } = desk(1.3, 0.8);
    expect(share).toBeGreaterThan(0.97);
    expect(Math.abs(lift - 1)).toBeLessThan(0.06);
  });
});
