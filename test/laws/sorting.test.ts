import { describe, expect, it } from 'vitest';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { mean } from '../../engine/statistics/moments.ts';
import { interval } from '../schemes/gain.ts';
import { batchOf, bits, metric, PLAIN, seatFigure, studyOf } from './setting.ts';

/**
 * Who stays and who comes, by what a plan pays whom. Intervals are Student's at 99 %, over replications under the same
 * luck: a claim that holds fails about one seed in two hundred.
 */

/** Pay moves nobody's effort and nobody's service: what is left is who works here. */
const RIGID = {
  'people.effort-elasticity': 0,
  'people.multitask': 0,
  'people.turnover': 0.6,
  'people.time-to-fill': 15,
};

const plan = (change: Partial<PayPlan>): { pay: PayPlan } => ({ pay: { ...PLAIN.pay, ...change } });

/** What the plain plan pays a year at quota, beside salary. */
const AT_QUOTA = PLAIN.pay.commission * PLAIN.pay.quota + 4 * PLAIN.pay.bonus;

const PLANS = {
  copy: plan({}),
  // The same pay at quota: all of it by results, or none of it.
  steep: plan({
    salary: PLAIN.pay.salary - 4_000,
    commission: PLAIN.pay.commission + (12 * 4_000) / PLAIN.pay.quota,
  }),
  team: plan({ teamShare: 1 }),
  flat: plan({ salary: PLAIN.pay.salary + AT_QUOTA / 12, commission: 0, bonus: 0 }),
};

const REPLICATIONS = 24;
const batch = batchOf(
  studyOf({ reps: 16, teams: 2, scalars: RIGID, run: { horizonDays: 756, seed: 'sorting' } }, PLANS),
  REPLICATIONS,
);

/** Mean log ability of those in their seats at the end, by replication. */
const ability = (alternative: number): number[] =>
  Array.from({ length: REPLICATIONS }, (_, run) => mean(seatFigure(batch, run, alternative, 'ability')));

describe('who works here', () => {
  const [usual, copy, steep, team, flat] = [0, 1, 2, 3, 4].map(ability) as number[][] as [
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const against = (changed: number[]) => interval(Float64Array.from(changed, (x, i) => x - usual[i]!));

  it('a copy of the plan changes nobody', () => {
    expect(bits(Float64Array.from(copy))).toBe(bits(Float64Array.from(usual)));
  });

  it('a steeper plan that pays the same at quota draws and keeps the able', () => {
    expect(against(steep).low).toBeGreaterThan(0);
  });

  it('pay by the team’s results loses them', () => {
    expect(against(team).high).toBeLessThan(0);
  });

  it('the same pay for everyone loses them', () => {
    expect(against(flat).high).toBeLessThan(0);
  });
});

describe('risk', () => {
  it('pay that swings more drives more people away if they mind, and no more if they do not', () => {
    // Pay by the month on what one sells, or its mean as salary: leavers under the first less under the second.
    const swings = (aversion: number): number => {
      const scalars = { ...RIGID, 'people.ability-spread': 0, 'people.risk-aversion': aversion };
      const pay = { salary: 2_000, commission: 0.12, bonus: 0, accelerator: 1, periodDays: 21 as const };
      const study = studyOf(
        { reps: 16, scalars, pay, run: { horizonDays: 504, seed: 'risk' } },
        { even: plan({ salary: 2_000 + (0.12 * 0.95 * PLAIN.pay.quota) / 12, commission: 0, bonus: 0 }) },
      );
      const both = batchOf(study, 16);
      return mean(metric(both, 0, 'rep-turnover')) - mean(metric(both, 1, 'rep-turnover'));
    };
    expect(swings(0.9)).toBeGreaterThan(swings(0));
  });
});
