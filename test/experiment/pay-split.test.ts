import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Compared,
  compare,
  type PaySplit,
  type PaySplitPlan,
  paySplitStudy,
  paySplits,
  summarise,
} from '../../engine/experiment/index.ts';
import { METRICS } from '../../engine/model/metrics.ts';
import { REP_FIGURES, TIMELINE } from '../../engine/model/tables/tally.ts';
import { InlineRunner } from '../../engine/run/inline.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { type NormalStudy, readStudy } from '../../engine/study/index.ts';
import { full } from '../incentive/plans.ts';
import {
  type Batch,
  batchOf,
  bits,
  metric,
  monthly,
  moved,
  PLAIN,
  seatFigure,
  studyOf,
  use,
} from '../laws/setting.ts';

/** Figures of pay: what a plan that is only paid may move. */
const OF_PAY = new Set([
  'net-value',
  'net-contribution',
  'pay-cost',
  'pay-cost-share',
  'attainment',
  'reps-at-quota',
]);
const MONTHLY_PAY = new Set(['pay-cost', 'net-contribution']);
const SEAT_PAY = new Set([
  'credit',
  'quota',
  'variable-pay',
  'salary',
  'periods',
  'periods-at-threshold',
  'periods-at-quota',
  'periods-at-excellence',
]);

const LIVELY = {
  reps: 12,
  teams: 3,
  scalars: { 'people.turnover': 0.8, 'people.present-bias': 0.8, 'people.foresight': 0.5 },
};

/** Everything of alternative `a` that is not pay, against the baseline's, to the bit. */
function expectSameWorld(batch: Batch, a: number): void {
  for (const { id } of METRICS)
    if (!OF_PAY.has(id)) expect(bits(metric(batch, a, id)), id).toBe(bits(metric(batch, 0, id)));
  for (const figure of TIMELINE)
    if (!MONTHLY_PAY.has(figure))
      expect(bits(monthly(batch, a, figure)), figure).toBe(bits(monthly(batch, 0, figure)));
  for (const figure of REP_FIGURES)
    if (!SEAT_PAY.has(figure))
      batch.runs.forEach((_, run) => {
        expect(bits(seatFigure(batch, run, a, figure)), figure).toBe(bits(seatFigure(batch, run, 0, figure)));
      });
}

const base = full({ ...PLAIN.pay, accelerator: 2 });

/** A plan that uses every register of the world: accumulation, extras, a ledger, a contest, other measures. */
const OTHER = {
  ...base,
  id: 'other',
  targetPay: 90_000,
  measures: [
    {
      ...base.measures[0]!,
      accumulation: { over: 'year-to-date', tiersOf: 'to-date', interimCap: null } as const,
    },
    { ...base.measures[0]!, id: 'cash', metric: 'collected' as const, months: 1 as const, quota: null },
  ],
  components: [
    ...base.components,
    {
      ...base.components[0]!,
      id: 'cash',
      measure: 'cash',
      rateChanges: [],
      payout: {
        kind: 'rates' as const,
        axis: 'amount' as const,
        apply: 'marginal' as const,
        of: 'credit' as const,
        excessOver: 0,
        tiers: [{ from: 0, rate: 0.02 }],
      },
    },
  ],
  awards: [
    {
      id: 'first',
      amount: 80,
      when: {
        customers: 'new' as const,
        termMonthsAtLeast: null,
        prepaid: null,
        product: null,
        valueAtLeast: null,
        discountAtMost: null,
      },
    },
  ],
  timing: {
    ...base.timing,
    deferral: { share: 0.3, releaseMonth: 12 },
    holdback: { share: 0.2 },
    draw: { amount: 2_000, recoverable: true, untilMonth: null },
  },
};

describe('a plan that is paid but not felt', () => {
  test('leaves the world as it is to the bit, whatever registers either plan uses', () => {
    const flat = { ...PLAIN.pay, commission: 0.2, quota: 300_000, periodDays: 21 as const };
    for (const [felt, paid] of [
      [PLAIN.pay, flat],
      [PLAIN.pay, OTHER],
      [OTHER, PLAIN.pay],
      [OTHER, { ...OTHER, salary: 9_000, cap: { of: { money: 20_000 }, over: 'year' as const } }],
    ] as const) {
      const study = studyOf(LIVELY, {});
      const baseline = { ...study.alternatives[0]!, pay: felt };
      const alternatives = [baseline, { ...baseline, id: 'paid', pay: paid, felt }];
      const late = { ...baseline, id: 'later', pay: paid, felt, payStartDay: 126 };
      const batch = batchOf({ ...study, alternatives: [...alternatives, late] }, 3);
      expectSameWorld(batch, 1);
      expectSameWorld(batch, 2);
      expect(bits(metric(batch, 1, 'pay-cost'))).not.toBe(bits(metric(batch, 0, 'pay-cost')));
      expect(bits(metric(batch, 2, 'pay-cost'))).not.toBe(bits(metric(batch, 0, 'pay-cost')));
    }
  });

  test('pays exactly as the felt plan does where the two are one', () => {
    // What waits or is owed from before the first day is the old plan's own, so neither lets pay wait, nor is a year so far
    // paid too much.
    const { accumulation } = base.measures[0]!;
    const settled = {
      ...OTHER,
      timing: base.timing,
      measures: OTHER.measures.map((one) => ({ ...one, accumulation })),
    };
    for (const pay of [PLAIN.pay, settled]) {
      const study = studyOf(LIVELY, {});
      const baseline = { ...study.alternatives[0]!, pay };
      // From a plan year's start on, so that neither has a past in its first year.
      const batch = batchOf(
        {
          ...study,
          alternatives: [baseline, { ...baseline, id: 'paid', felt: pay }],
          run: { ...study.run, warmupDays: 252 },
        },
        3,
      );
      const [own, paid] = [0, 1].map((a) => metric(batch, a, 'pay-cost'));
      paid!.forEach((x, i) => {
        expect(x / own![i]!).toBeCloseTo(1, 12);
      });
    }
  });
});

const TEXT = `schemelab: 1
context: b2b-saas
company: { reps: 6, teams: 2 }
alternatives:
  steeper: { pay: { extends: baseline, commission: 14% } }
  renamed: { pay: { extends: baseline, id: another-name } }
  unpaid: { plan-type: agile }
  both: { plan-type: agile, pay: { extends: baseline, commission: 14% } }
run: { horizon: 3 months, warm-up: 63 days, replications: 8, replications-per-draw: 2, seed: split }
`;

describe('a change of pay cost', () => {
  let plan: PaySplitPlan;
  let compared: Compared;
  let splits: PaySplit[];
  let study: NormalStudy;

  beforeAll(async () => {
    study = readStudy('split.yaml', { read: (file) => ({ file, text: TEXT }) });
    plan = paySplitStudy(study);
    const layout = layoutOf(study);
    compared = await compare(plan.study, new InlineRunner(), layout, { judged: study.alternatives.length });
    splits = paySplits(plan, compared, layout);
  });

  test('is split for alternatives whose pay differs, and for no other', () => {
    expect(splits.map(({ alternative }) => alternative)).toEqual(['steeper', 'both']);
    expect(plan.study.alternatives.map(({ id }) => id)).toEqual([
      'baseline',
      'steeper',
      'renamed',
      'unpaid',
      'both',
      'steeper~mechanics',
      'both~mechanics',
      'both~plan',
    ]);
  });

  test('is what the comparison tells, exactly, and its parts add up to it', () => {
    const { comparisons } = summarise(study, compared, { engine: 'x', hash: 'x' });
    for (const { alternative, mechanics, behaviour, practices, total } of splits) {
      const cost = comparisons.find((one) => one.alternative === alternative)!.metrics['pay-cost']!;
      expect(total).toEqual({ mean: cost.mean, interval: cost.interval });
      const parts = [mechanics.mean!, behaviour.mean!, practices?.mean ?? 0];
      // The sums differ by the rounding of their last digits alone.
      const size = Math.max(...parts.map(Math.abs));
      const sum = parts.reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - total.mean!)).toBeLessThan(1e-12 * size);
    }
  });

  test('twice the commission on the same sales costs more by itself', () => {
    expect(splits[0]!.mechanics.interval[0]).toBeGreaterThan(0);
  });

  test('does not call behaviour what practices do', () => {
    const [steeper, both] = splits as [PaySplit, PaySplit];
    expect(steeper.practices).toBeNull();
    // The same plan over the same practices: whoever adopts more besides has the same two parts, to the bit.
    expect(both.mechanics).toEqual(steeper.mechanics);
    expect(both.behaviour).toEqual(steeper.behaviour);
    expect(both.practices!.mean).not.toBe(0);
  });

  test('lever changes are told apart from the plan as practices are, and a plan of the same name is not', () => {
    const twice = { ...PLAIN.pay, commission: 2 * PLAIN.pay.commission };
    const changed = studyOf(
      {},
      {
        levers: { pay: twice, levers: [moved('discipline', 0.1)] },
        bare: { pay: twice },
      },
    );
    expect(paySplitStudy(changed).parts).toEqual([
      { alternative: 'levers', own: 1, mechanics: 3, plan: 4 },
      { alternative: 'bare', own: 2, mechanics: 5, plan: null },
    ]);
  });

  test('is all mechanics where nobody answers to pay', () => {
    const rigid = {
      'people.effort-elasticity': 0,
      'people.multitask': 0,
      'people.foresight': 0,
      'people.turnover': 0,
      'market.discount-authority': 0,
    };
    const linear = { ...PLAIN.pay, accelerator: 1, bonus: 0 };
    const study = studyOf(
      { reps: 8, scalars: rigid, pay: linear },
      {
        twice: { pay: { ...linear, commission: 2 * linear.commission } },
        scheme: { adoptions: [use('agile')] },
      },
    );
    const split = paySplitStudy(study);
    const batch = batchOf(split.study, 3);
    const { own, mechanics } = split.parts[0]!;
    expect(bits(metric(batch, own, 'pay-cost'))).toBe(bits(metric(batch, mechanics, 'pay-cost')));
  });
});
