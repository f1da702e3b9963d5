import { describe, expect, it } from 'vitest';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import { full, LINEAR, withComponent } from '../incentive/plans.ts';
import { batchOf, metric, type Setting, seatFigure, studyOf } from './setting.ts';

/** Commission alone; and half of it with as much again for touches, so that all pay together hardly moves people. */
const COMMISSION = full(LINEAR);
const TOUCHES = withComponent(
  full({ ...LINEAR, commission: 0.5 * LINEAR.commission }),
  { id: 'touches', metric: 'activities', quota: null },
  {
    payout: {
      kind: 'rates',
      axis: 'amount',
      apply: 'marginal',
      of: 'unit',
      excessOver: 0,
      tiers: [{ from: 0, rate: 20 }],
    },
  },
);

/**
 * A firm with more leads than hours that sells to new customers only, and whose people come and go no more: nothing but
 * touches and wins moves.
 */
const HUNTERS = {
  'market.leads-per-rep-month': 120,
  'market.follow-up': 1,
  'people.turnover': 0,
  'people.foresight': 0,
  'people.multitask': 0,
  'customers.service-hours': 0,
  'market.discount-authority': 0,
  'customers.base-per-rep': 0,
  'customers.purchase-rate': 0,
  'customers.expansion-rate': 0,
};

/** Touches an hour sold, and the share of opportunities won, world by world under either plan. */
function outcomes(scalars: Setting['scalars']) {
  const study = studyOf({ reps: 10, scalars: { ...HUNTERS, ...scalars } }, { touches: { pay: TOUCHES } });
  const [usual, other] = study.alternatives;
  const batch = batchOf({ ...study, alternatives: [{ ...usual!, pay: COMMISSION }, other!] }, 16);
  const sum = (a: number, run: number, figure: string): number =>
    seatFigure(batch, run, a, figure).reduce((x, y) => x + y, 0);
  const of = (a: number) => ({
    perHour: batch.runs.map((_, run) => sum(a, run, 'touches') / sum(a, run, 'selling-hours')),
    winRate: [...metric(batch, a, 'win-rate')],
  });
  return { usual: of(0), touches: of(1) };
}

describe('pay for touches', () => {
  // Fixed seeds; one-sided at 99.5 % each. Both showed on six of six other seeds.
  it('makes them more and each of them worth less', () => {
    const { usual, touches } = outcomes({ 'people.box-ticking': 1 });
    expect(pairedDifference(touches.perHour, usual.perHour, 1, 0.99).interval[0]).toBeGreaterThan(0);
    expect(pairedDifference(touches.winRate, usual.winRate, 1, 0.99).interval[1]).toBeLessThan(0);
  });

  it('hurries nobody who does not tick boxes', () => {
    const { usual, touches } = outcomes({ 'people.box-ticking': 0, 'people.effort-elasticity': 0 });
    expect(touches).toEqual(usual);
  });
});
