import { describe, expect, it } from 'vitest';
import type { Plan } from '../../engine/incentive/language.ts';
import { METRICS } from '../../engine/model/metrics.ts';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import { full, LINEAR, ratcheted, withComponent } from '../incentive/plans.ts';
import { inCoins } from './coins.ts';
import { batchOf, bits, metric, monthly, PLAIN, type Setting, studyOf } from './setting.ts';

/** Laws of how pay moves people, on whole simulations: what must change, what must not, and what may a little. */

describe('an identical plan in another currency', () => {
  it('gives identical behaviour: with every amount times 1,024 all counts are the same, and all figures but for rounding', () => {
    const one = batchOf(studyOf({ reps: 8 }), 3);
    const many = batchOf(studyOf(inCoins({ reps: 8 }, 1024)), 3);
    for (const figure of ['wins', 'losses', 'leads', 'followed-up', 'repeat-wins', 'churned-customers'])
      expect(bits(monthly(many, 0, figure)), figure).toBe(bits(monthly(one, 0, figure)));
    // Logs of money do not scale to the last bit.
    for (const { id, unit } of METRICS) {
      const k = unit.startsWith('money') ? 1024 : 1;
      const scaled = metric(one, 0, id);
      metric(many, 0, id).forEach((x, i) => {
        expect(Math.abs(x - k * scaled[i]!), id).toBeLessThanOrEqual(1e-9 * Math.abs(x));
      });
    }
  });
});

/** Nobody leaves, and nothing but pay can move effort. */
const STEADY: Setting = { reps: 12, scalars: { 'people.turnover': 0 }, pay: LINEAR };

describe('a linear commission', () => {
  it('paid by the month instead of the year changes next to nothing where nobody is biased to the present', () => {
    const study = studyOf(
      { ...STEADY, pay: { ...LINEAR, periodDays: 252 }, run: { warmupDays: 252 } },
      { monthly: { pay: { ...LINEAR, periodDays: 21 } } },
    );
    const batch = batchOf(study, 4);
    const [year, month] = [0, 1].map((i) => metric(batch, i, 'bookings'));
    month!.forEach((x, i) => {
      expect(Math.abs(x / year![i]! - 1)).toBeLessThan(0.01);
    });
  });
});

describe('at zero elasticity', () => {
  const rigid = {
    'people.effort-elasticity': 0,
    'people.multitask': 0,
    'market.discount-authority': 0,
    'people.foresight': 0,
  };
  const doubled = { twice: { pay: { ...LINEAR, commission: 2 * LINEAR.commission } } };

  it('pay is irrelevant except to exits: with nobody leaving, bookings are the same to the bit', () => {
    const batch = batchOf(studyOf({ ...STEADY, scalars: { ...STEADY.scalars, ...rigid } }, doubled), 3);
    for (const id of ['bookings', 'revenue', 'satisfaction', 'win-rate', 'cycle-days'])
      expect(bits(metric(batch, 1, id)), id).toBe(bits(metric(batch, 0, id)));
    expect(metric(batch, 1, 'pay-cost')[0]!).toBeGreaterThan(metric(batch, 0, 'pay-cost')[0]!);
  });

  it('better pay keeps people', () => {
    const batch = batchOf(studyOf({ reps: 24, pay: LINEAR, scalars: rigid }, doubled), 32);
    const change = pairedDifference(
      metric(batch, 1, 'rep-turnover'),
      metric(batch, 0, 'rep-turnover'),
      1,
      0.99,
    );
    expect(change.interval[1]).toBeLessThan(0);
  });
});

/** Service is a real part of the week, and satisfaction answers to it. */
const SERVED: Setting = {
  reps: 12,
  scalars: { 'customers.base-per-rep': 60, 'customers.service-hours': 0.6, 'customers.satisfaction': 60 },
  pay: { repeatRate: 0 },
};

function feelingBonus(base: Plan): Plan {
  return withComponent(
    { ...base, targetPay: 96_000 },
    { id: 'feeling', metric: 'satisfaction', quota: { ...base.measures[0]!.quota!, amount: 62 } },
    {
      weight: 0.5,
      payout: {
        kind: 'curve',
        axis: 'attainment',
        points: [
          [0.9, 0],
          [1.1, 2],
        ],
        interpolation: 'linear',
        below: 'nothing',
        above: 'level',
        in: 'target',
      },
    },
  );
}

/** One-sided 99.5 % bounds on paired differences, fixed seeds. */
describe('satisfaction paid for', () => {
  it('rises', () => {
    const base = full({ ...PLAIN.pay, repeatRate: 0 });
    const batch = batchOf(studyOf(SERVED, { paid: { pay: feelingBonus(base) } }), 16);
    const change = pairedDifference(
      metric(batch, 1, 'satisfaction'),
      metric(batch, 0, 'satisfaction'),
      1,
      0.99,
    );
    expect(change.interval[0]).toBeGreaterThan(0);
  });
});

describe('a ratchet', () => {
  it('costs bookings where everyone looks ahead', () => {
    const base = full(PLAIN.pay);
    const setting: Setting = { reps: 12, scalars: { 'people.foresight': 1 } };
    const batch = batchOf(studyOf(setting, { ratchet: { pay: ratcheted(base, 0.8, 0.4) } }), 32);
    const change = pairedDifference(metric(batch, 1, 'bookings'), metric(batch, 0, 'bookings'), 1, 0.99);
    expect(change.interval[1]).toBeLessThan(0);
  });
});
