import { fullPlan } from '../engine/incentive/full-plan.ts';
import type { Component, Measure, Plan } from '../engine/incentive/language.ts';
import { b2bSaas } from '../engine/study/presets/b2b-saas.ts';
import { Courses } from './course.ts';
import { declaredStudy } from './declared.ts';
import { hashOf, QUICK, report } from './measure.ts';

/** Claim: a plan that uses the language to the full costs at most 15 % of the horizon's time against the preset's own. */
const MOST_MORE = 1.15;

/** The preset's plan beside pay for margin and satisfaction, a gate, a kicker for large deals and a contest. */
function richPlan(): Plan {
  const base = fullPlan(b2bSaas.pay, b2bSaas.currency);
  const own = base.measures[0]!;
  const quota = own.quota!;
  const measure = (id: string, metric: Measure['metric'], amount: number): Measure => ({
    ...own,
    id,
    metric,
    quota: { ...quota, amount },
  });
  const part = (id: string, of: string, payout: Component['payout']): Component => ({
    ...base.components[0]!,
    id,
    measure: of,
    weight: 0.2,
    payout,
    threshold: null,
    rateChanges: [],
    caps: [],
  });
  return {
    ...base,
    id: 'rich',
    targetPay: 150_000,
    measures: [own, measure('margin', 'margin', 0.7 * quota.amount), measure('feeling', 'satisfaction', 70)],
    components: [
      {
        ...base.components[0]!,
        gates: [
          {
            measure: 'feeling',
            axis: 'amount',
            at: 62,
            boundary: 'at-or-above',
            otherwise: { share: 0.5 },
          },
        ],
      },
      ...base.components.slice(1),
      part('margin', 'margin', {
        kind: 'curve',
        axis: 'attainment',
        points: [
          [0.5, 0],
          [1, 1],
          [1.5, 2.5],
        ],
        interpolation: 'linear',
        below: 'nothing',
        above: 'level',
        in: 'target',
      }),
      part('feeling', 'feeling', {
        kind: 'bonus',
        axis: 'attainment',
        steps: [
          { at: 0.95, amount: 0.5 },
          { at: 1, amount: 1 },
        ],
        stack: 'highest',
        in: 'target',
      }),
      part('race', own.id, {
        kind: 'rank',
        axis: 'attainment',
        among: 'company',
        prizes: [20_000, 15_000, 10_000, 5_000, 5_000],
        minimum: null,
        ties: 'share',
      }),
    ],
    kickers: [
      {
        id: 'large',
        when: {
          customers: 'new',
          termMonthsAtLeast: null,
          prepaid: null,
          product: null,
          valueAtLeast: 100_000,
          discountAtMost: null,
        },
        pays: { rate: 0.01 },
        maxCount: 20,
      },
    ],
  };
}

const study = declaredStudy(QUICK ? { reps: 3, days: 21 } : {});
const rich = { ...study, alternatives: [{ ...study.alternatives[0]!, pay: richPlan() }] };
const times = QUICK ? 1 : 20;
// In turns, so that what else runs on the machine meets both.
const flat = new Courses(study);
const full = new Courses(rich);
const rounds = QUICK ? 1 : 3;
let least = { flat: Number.POSITIVE_INFINITY, full: Number.POSITIVE_INFINITY };
let hash = '';
for (let k = 0; k < rounds; k++) {
  const one = flat.measure(times);
  const other = full.measure(times);
  least = {
    flat: Math.min(least.flat, one.horizon / one.touches),
    full: Math.min(least.full, other.horizon / other.touches),
  };
  if (k === 0) hash = hashOf(other.tally);
}
const ratio = least.full / least.flat;
report([
  {
    claim: 'a plan of 3 measures, gate, kicker and contest against the preset’s, per rep-activity',
    value: ratio,
    unit: '×',
    aim: { text: `≤ ${MOST_MORE}`, holds: ratio <= MOST_MORE },
    hash,
  },
]);
