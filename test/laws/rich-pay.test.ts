import { describe, expect, it } from 'vitest';
import type { Component, Measure, Plan } from '../../engine/incentive/language.ts';
import { AT_ONCE } from '../../engine/incentive/parts/timing.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import { inCurrency } from '../incentive/convert.ts';
import { full, withComponent } from '../incentive/plans.ts';
import { inCoins } from './coins.ts';
import { batchOf, bits, metric, monthly, PLAIN, type Setting, studyOf } from './setting.ts';

/** Plans that use the language to the full: every part of them tells, and none leaves traces where it should not. */

const SETTING: Setting = {
  reps: 8,
  teams: 2,
  scalars: {
    'customers.recurring': 0.5,
    'customers.upfront': 0.5,
    'customers.renewal': 126,
    'people.turnover': 1.2,
    'people.present-bias': 0.8,
    'people.patience-month': 0.98,
    'people.foresight': 0.5,
  },
  run: { horizonDays: 126 },
};

const ALWAYS = {
  customers: 'all',
  termMonthsAtLeast: null,
  prepaid: null,
  product: null,
  valueAtLeast: null,
  discountAtMost: null,
} as const;

const TARGET_CURVE: Component['payout'] = {
  kind: 'curve',
  axis: 'attainment',
  points: [
    [0.3, 0],
    [1, 1],
    [1.6, 2.5],
  ],
  interpolation: 'linear',
  below: 'nothing',
  above: 'level',
  in: 'target',
};

const BASE = full({ ...PLAIN.pay, quota: 350_000 });
const QUOTA = BASE.measures[0]!.quota!;

/** Bookings, margin and satisfaction, a gate, a contest, a kicker, and pay that reaches people in parts. */
const RICH: Plan = {
  ...withComponent(
    withComponent(
      withComponent(
        BASE,
        { id: 'margin', metric: 'margin', quota: { ...QUOTA, amount: 200_000 } },
        { weight: 0.4, payout: TARGET_CURVE },
      ),
      { id: 'feeling', metric: 'satisfaction', quota: { ...QUOTA, amount: 70 } },
      {
        weight: 0.2,
        payout: {
          kind: 'bonus',
          axis: 'attainment',
          steps: [{ at: 0.97, amount: 1 }],
          stack: 'highest',
          in: 'target',
        },
      },
    ),
    { id: 'race' },
    {
      payout: {
        kind: 'rank',
        axis: 'attainment',
        among: 'company',
        prizes: [9_000, 6_000],
        minimum: null,
        ties: 'share',
      },
    },
  ),
  id: 'rich',
  kickers: [{ id: 'large', when: { ...ALWAYS, valueAtLeast: 30_000 }, pays: { rate: 0.02 }, maxCount: 20 }],
  awards: [{ id: 'first', when: { ...ALWAYS, customers: 'new' }, amount: 50 }],
  timing: {
    ...AT_ONCE,
    draw: { amount: 2_000, recoverable: true, untilMonth: null },
    holdback: { share: 0.2 },
  },
};

const outcome = (pay: Plan, extra: Setting = {}): string => {
  const setting = { ...SETTING, ...extra, run: { ...SETTING.run, ...extra.run } };
  const batch = batchOf(studyOf(setting, { changed: { pay } }), 2);
  return batch.runs.map((run) => bits(run[1]!)).join();
};

describe('a rich plan', () => {
  it('gives the same bytes whatever was run before, beside it, and in what order', () => {
    const flat = { ...PLAIN.pay, commission: 0.1 };
    const study = studyOf(SETTING, { rich: { pay: RICH }, flat: { pay: flat } });
    const other = studyOf(SETTING, { flat: { pay: flat }, rich: { pay: RICH } });
    const seen = batchOf(study, 2);
    const turned = batchOf(other, 2);
    seen.runs.forEach((run, i) => {
      expect(bits(turned.runs[i]![2]!)).toBe(bits(run[1]!));
      expect(bits(turned.runs[i]![1]!)).toBe(bits(run[2]!));
      expect(bits(turned.runs[i]![0]!)).toBe(bits(run[0]!));
    });
    // The second draw alone, by a runner that has done nothing yet, and the baseline without alternatives.
    expect(bits(new UnitRunner(study).run(1).data)).toBe(
      bits(Float64Array.from(seen.runs[1]!.flatMap((run) => [...run]))),
    );
    const alone = batchOf(studyOf(SETTING), 2);
    expect(bits(alone.runs[0]![0]!)).toBe(bits(seen.runs[0]![0]!));
  });

  it('in another currency gives identical behaviour', () => {
    const limited: Plan = { ...RICH, cap: { of: { money: 60_000 }, over: 'year' } };
    const one = batchOf(studyOf(SETTING, { changed: { pay: limited } }), 2);
    const many = batchOf(
      studyOf(inCoins(SETTING, 1024), { changed: { pay: inCurrency(limited, 1024, limited.currency) } }),
      2,
    );
    for (const figure of ['wins', 'losses', 'leads', 'followed-up', 'repeat-wins', 'churned-customers'])
      expect(bits(monthly(many, 1, figure)), figure).toBe(bits(monthly(one, 1, figure)));
    // A cent is a cent in either, where pay is rounded to it.
    const paid = metric(one, 1, 'pay-cost');
    metric(many, 1, 'pay-cost').forEach((x, i) => {
      expect(x / (1024 * paid[i]!)).toBeCloseTo(1, 6);
    });
  });

  it('pays the baseline’s people the same when it is the baseline itself', () => {
    const study = studyOf(SETTING);
    const both = {
      ...study,
      alternatives: [
        { ...study.alternatives[0]!, pay: RICH },
        { ...study.alternatives[0]!, id: 'same', pay: { ...RICH, id: 'by another name' } },
      ],
    };
    const batch = batchOf(both, 3);
    for (const run of batch.runs) expect(bits(run[1]!)).toBe(bits(run[0]!));
    expect(metric(batch, 0, 'pay-cost')[0]!).toBeGreaterThan(0);
  });
});

describe('every part of a plan matters', () => {
  const usual = outcome(RICH);
  const measure = (id: string, change: Partial<Measure>): Plan => ({
    ...RICH,
    measures: RICH.measures.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });
  const component = (id: string, change: Partial<Component>): Plan => ({
    ...RICH,
    components: RICH.components.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });
  const own = RICH.measures[0]!;
  const gate = { measure: 'feeling', axis: 'attainment', at: 1, boundary: 'at-or-above' } as const;
  const when = { ...ALWAYS, valueAtLeast: 30_000 };
  const variants: Record<string, Plan> = {
    salary: { ...RICH, salary: RICH.salary + 500 },
    'target pay': { ...RICH, targetPay: 120_000 },
    'collected instead of margin': measure('margin', { metric: 'collected' }),
    'revenue instead of margin': measure('margin', { metric: 'revenue' }),
    'units instead of margin': measure('margin', { metric: 'units', quota: { ...QUOTA, amount: 20 } }),
    'new customers instead of margin': measure('margin', {
      metric: 'new-logos',
      quota: { ...QUOTA, amount: 12 },
    }),
    'renewals instead of margin': measure('margin', { metric: 'renewals' }),
    'activities instead of margin': measure('margin', {
      metric: 'activities',
      quota: { ...QUOTA, amount: 2_000 },
    }),
    'retention instead of satisfaction': measure('feeling', {
      metric: 'retention',
      quota: { ...QUOTA, amount: 0.9 },
    }),
    'goals instead of satisfaction': measure('feeling', { metric: 'mbo', quota: { ...QUOTA, amount: 0.8 } }),
    'margin rate instead of satisfaction': measure('feeling', {
      metric: 'margin-rate',
      quota: { ...QUOTA, amount: 0.4 },
    }),
    'collection rate instead of satisfaction': measure('feeling', {
      metric: 'collection-rate',
      quota: { ...QUOTA, amount: 0.8 },
    }),
    'only new customers': measure(own.id, { customers: 'new' }),
    'only existing customers': measure(own.id, { customers: 'existing' }),
    'only key customers': measure(own.id, { customers: 'key' }),
    'weight of repeat business': measure(own.id, { credit: { ...own.credit, repeat: 0.8 } }),
    'deal cap': measure(own.id, { credit: { ...own.credit, dealCap: 20_000 } }),
    'team scope': measure(own.id, { scope: 'team' }),
    'company scope': measure(own.id, { scope: 'company' }),
    period: measure(own.id, {
      months: 1,
      quota: { ...QUOTA, seasonality: Array<number>(12).fill(1 / 12) },
    }),
    season: measure(own.id, { quota: { ...QUOTA, seasonality: [0.4, 0.2, 0.2, 0.2] } }),
    ramp: measure(own.id, { quota: { ...QUOTA, ramp: [0, 0.5, 0.5, 1] } }),
    'no proration': measure(own.id, { quota: { ...QUOTA, proration: 'none' } }),
    ratchet: measure(own.id, { quota: { ...QUOTA, ratchet: { up: 0.5, down: 0.2 } } }),
    'year to date': measure(own.id, {
      accumulation: { over: 'year-to-date', tiersOf: 'to-date', interimCap: null },
    }),
    'best of': measure(own.id, { accumulation: { over: 'best-of' } }),
    factor: component('margin', { factor: 0.5 }),
    weight: component('margin', { weight: 0.5 }),
    threshold: component('margin', { threshold: { at: 0.8, pays: 'from-threshold' } }),
    accelerator: component('margin', { rateChanges: [{ from: 0.9, times: 2 }] }),
    'cap on money': component('margin', { caps: [{ on: 'money', amount: 3_000 }] }),
    'cap after gates': component('margin', { capsAfter: [{ on: 'money', amount: 3_000 }] }),
    floor: component('margin', { floor: 1_000 }),
    gate: component('commission', { gates: [{ ...gate, otherwise: 'nothing' }] }),
    'gate on the accelerator': component('commission', { gates: [{ ...gate, otherwise: 'no-accelerator' }] }),
    modifier: component('commission', {
      modifiers: [
        {
          measure: 'feeling',
          axis: 'attainment',
          points: [
            [0.8, 0.5],
            [1.1, 1.2],
          ],
          interpolation: 'linear',
          boundary: 'at-or-above',
        },
      ],
    }),
    match: component('race', { payout: { kind: 'match', axis: 'attainment', prize: 2_000, stake: 500 } }),
    pool: component('race', {
      payout: { kind: 'pool', among: 'team', size: { money: 8_000 }, divide: 'by-result' },
    }),
    'more winners': component('race', {
      payout: {
        kind: 'rank',
        axis: 'attainment',
        among: 'company',
        prizes: [5_000, 5_000, 5_000],
        minimum: 0.5,
        ties: 'share',
      },
    }),
    'kicker’s rate': { ...RICH, kickers: [{ id: 'large', when, pays: { rate: 0.05 }, maxCount: 20 }] },
    'kicker’s count': { ...RICH, kickers: [{ id: 'large', when, pays: { rate: 0.02 }, maxCount: 1 }] },
    'no award': { ...RICH, awards: [] },
    spiff: {
      ...RICH,
      spiffs: [
        { id: 's', when, pays: { flat: 300 }, maxCount: 3, window: { from: 2, to: 4 }, budget: 2_000 },
      ],
    },
    draw: {
      ...RICH,
      timing: { ...RICH.timing, draw: { amount: 20_000, recoverable: true, untilMonth: null } },
    },
    holdback: { ...RICH, timing: { ...RICH.timing, holdback: { share: 0.5 } } },
    guarantee: { ...RICH, timing: { ...RICH.timing, guarantee: { months: 12, share: 0.9 } } },
    deferral: { ...RICH, timing: { ...RICH.timing, deferral: { share: 0.3, releaseMonth: 12 } } },
    clawback: { ...RICH, timing: { ...RICH.timing, clawback: { windowMonths: 12, method: 'full' } } },
    'plan cap': { ...RICH, cap: { of: { money: 6_000 }, over: 'statement' } },
    'plan floor': { ...RICH, floor: { of: { money: 60_000 }, over: 'statement' } },
    promotion: {
      ...RICH,
      promotion: { measure: own.id, at: 0.5, periods: 1, salaryTimes: 1.2 },
    },
  };

  it.each(Object.entries(variants))('%s', (_, plan) => {
    expect(outcome(plan)).not.toBe(usual);
  });

  it('a club at the year’s end is felt, though not paid', () => {
    const year: Setting = { reps: 24, run: { horizonDays: 504 } };
    const club: Plan = { ...BASE, club: { measure: own.id, at: 0.3, value: 60_000 } };
    expect(outcome(club, year)).not.toBe(outcome(BASE, year));
  });
});
