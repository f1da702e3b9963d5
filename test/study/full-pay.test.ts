import { describe, expect, it } from 'vitest';
import type { Plan } from '../../engine/incentive/language.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import { type NormalStudy, presetById } from '../../engine/study/index.ts';
import { problemsOf, study } from './sources.ts';

/** Plans in the full language, in a study: inline, in files, on top of one another and of other alternatives' plans. */

const LADDER = `currency: CNY
salary: ¥6,000
components:
  commission:
    measure: collected
    period: month
    axis: amount
    apply: marginal
    rates: { 0: 0%, 5万: 2%, 15万: 3% }
deferral: { share: 20%, release-month: 12 }
`;
const FILES = { 'plans/ladder.yaml': LADDER };

const BODY = `baseline: { pay: plans/ladder.yaml }
alternatives:
  steeper: { pay: { extends: baseline, patches: [{ path: 'components.commission.rates.15万', op: set, value: 6% }] } }
  richer: { pay: { extends: steeper, patches: [{ path: salary, op: scale, value: 2 }] } }
  filed: { pay: { extends: plans/ladder.yaml, patches: [{ path: deferral, op: remove }] } }
  same: { pay: richer }
  flat: { pay: { extends: context, cap: none } }
`;

const planOf = (s: NormalStudy, id: string): Plan => {
  const { pay } = s.alternatives.find((one) => one.id === id)!;
  if (!('measures' in pay)) throw new Error(`${id} is flat`);
  return pay;
};

const rates = (plan: Plan): number[] => {
  const { payout } = plan.components[0]!;
  return payout.kind === 'rates' ? payout.tiers.map(({ rate }) => rate) : [];
};

describe('a plan in the full language', () => {
  const s = study(BODY, FILES);

  it('is read from a file, and changed by patches to the file or to another alternative’s plan', () => {
    expect(rates(planOf(s, 'baseline'))).toEqual([0, 0.02, 0.03]);
    expect(rates(planOf(s, 'steeper'))).toEqual([0, 0.02, 0.06]);
    expect(rates(planOf(s, 'richer'))).toEqual([0, 0.02, 0.06]);
    expect(planOf(s, 'steeper').salary).toBe(6_000);
    expect(planOf(s, 'richer').salary).toBe(12_000);
    expect(planOf(s, 'filed').timing.deferral).toBeNull();
    expect(planOf(s, 'same')).toEqual(planOf(s, 'richer'));
  });

  it('stands beside flat plans, which stay as they are written', () => {
    expect(s.alternatives.at(-1)!.pay).toEqual({ ...presetById('b2b-saas')!.pay, id: 'flat', cap: null });
  });

  it('sets the warm-up in whole years where results accumulate over the year', () => {
    const yearly = `baseline:
  pay:
    salary: ¥6,000
    components:
      commission: { measure: bookings, quota: 100万, period: quarter, accumulation: year-to-date, tiers-of: to-date, rate: 5% }
`;
    expect(study(yearly).run.warmupDays % 252).toBe(0);
  });

  it('runs', () => {
    const { data } = new UnitRunner({ ...s, run: { ...s.run, horizonDays: 63, replicationsPerDraw: 1 } }).run(
      0,
    );
    expect(data.some((x) => x !== 0)).toBe(true);
  });
});

describe('is refused at its line', () => {
  it('when it extends itself or nothing known', () => {
    const one = (pay: string): string[] => problemsOf(`alternatives:\n  a: { pay: ${pay} }\n`, FILES);
    expect(one('{ extends: a, patches: [] }')).toEqual(['2:24 cyclic-extends']);
    expect(one('{ extends: nobody, patches: [] }')).toEqual(['2:24 no-file']);
  });

  it('when two extend each other', () => {
    const both = `alternatives:
  a: { pay: { extends: b, patches: [] } }
  b: { pay: { extends: a, patches: [] } }
`;
    expect(problemsOf(both)).toEqual(['2:24 cyclic-extends', '3:24 cyclic-extends']);
  });

  it('when it is an alternative’s that has it from another and is written nowhere itself', () => {
    const heir = `baseline: { pay: plans/ladder.yaml }
alternatives:
  heir: {}
  next: { pay: { extends: heir, cap: none } }
`;
    expect(problemsOf(heir, FILES)).toEqual(['4:27 not-flat']);
  });

  it('when it is in another currency than the study', () => {
    const foreign = { 'plans/dollars.yaml': LADDER.replace('CNY', 'USD').replace('¥', '$') };
    // At the head of the plan's file: lines count from the study's third.
    expect(problemsOf('baseline: { pay: plans/dollars.yaml }\n', foreign)).toEqual(['-1:1 wrong-currency']);
  });
});
