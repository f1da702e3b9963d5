import { describe, expect, it } from 'vitest';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import { batchOf, metric, moved, type Setting, studyOf } from './setting.ts';

/** Contracts that are renewed twice a year, of customers who are content or much alike. */
const CONTENT: Setting = {
  reps: 8,
  scalars: {
    'market.leads-per-rep-month': 4,
    'customers.base-per-rep': 80,
    'customers.recurring': 1,
    'customers.upfront': 0,
    'customers.renewal': 126,
    'customers.churn-alpha': 1,
    'customers.churn-beta': 9,
    'customers.satisfaction': 75,
    'customers.satisfaction-spread': 6,
    'customers.service-hours': 0.2,
    'customers.purchase-rate': 0,
    'people.turnover': 0,
    'people.effort-elasticity': 0,
  },
};

/** Change of churn within a year by a programme that approaches whoever seems about to leave; 99 % interval. */
function change(scalars: Setting['scalars']): readonly [number, number] {
  const setting = { ...CONTENT, scalars: { ...CONTENT.scalars, ...scalars } };
  const batch = batchOf(studyOf(setting, { approached: { levers: [moved('retention-program', 0.8)] } }), 20);
  const [before, after] = [0, 1].map((a) => [...metric(batch, a, 'churn')]);
  return pairedDifference(after!, before!, 1, 0.99).interval;
}

describe('a programme that approaches customers who seem about to leave', () => {
  it('drives away contented ones that it wakes: churn can rise', () => {
    expect(change({ 'customers.waking': 0.5 })[0]).toBeGreaterThan(0);
  });

  it('drives nobody away where nobody is woken', () => {
    expect(change({ 'customers.waking': 0 })[0]).toBeLessThanOrEqual(0);
  });

  it('keeps customers where many are unhappy and few are woken', () => {
    const unhappy = {
      'customers.satisfaction': 60,
      'customers.satisfaction-spread': 20,
      'customers.churn-slope': 0.2,
    };
    expect(change({ ...unhappy, 'customers.waking': 0.1 })[1]).toBeLessThan(0);
  });
});
