/** What practices and pay do in a few trades, with a mechanism switched off or none. */
import type { PayPlan } from '../../../engine/incentive/plan.ts';
import { METRIC_INDEX } from '../../../engine/model/metrics.ts';
import { layoutOf, UnitRunner } from '../../../engine/run/index.ts';
import { SCHEMES } from '../../../engine/schemes/index.ts';
import { draftStudy, habit, type NormalStudy, presetById } from '../../../engine/study/index.ts';

/** Trades that live on contracts, on standard sales by many, and on few large bids. */
export const TRADES = ['b2b-saas', 'insurance', 'custom-project'] as const;

/** Replications of each, the same luck with and without. */
export const DRAWS = 8;

const REPS = 12;

/** Changes of pay that the answers are asked of beside the practices. */
const PAY: Readonly<Record<string, (plan: PayPlan) => Partial<PayPlan>>> = {
  'half the salary': ({ salary }) => ({ salary: salary / 2 }),
  'twice the commission': ({ commission }) => ({ commission: 2 * commission }),
  'a cap at quota': () => ({ cap: 1 }),
  'a quota half as high again': ({ quota }) => ({ quota: 1.5 * quota }),
};

/** Levels of the company as it is that are told. */
export const LEVELS = ['bookings', 'rep-turnover', 'churn', 'win-rate'] as const;

/** By trade: levels of the bare company, and by change net value ÷ mean gross margin beside it, each by replication. */
export interface Effects {
  readonly levels: Readonly<Record<string, readonly number[]>>;
  readonly changes: Readonly<Record<string, readonly number[]>>;
}

function studyOf(trade: string, scalars: Readonly<Record<string, number>>): NormalStudy {
  const draft = draftStudy(presetById(trade)!);
  const baseline = draft.alternatives[0]!;
  const plan = baseline.pay as PayPlan;
  return {
    ...draft,
    reps: REPS,
    teamNames: ['one', 'two'],
    teamSizes: [REPS / 2, REPS / 2],
    world: { ...draft.world, scalars: { ...draft.world.scalars, ...scalars } },
    alternatives: [
      baseline,
      ...SCHEMES.map(({ id }) => ({ ...baseline, id, adoptions: [{ ...habit(id), startDay: 0 }] })),
      ...Object.entries(PAY).map(([id, change]) => ({ ...baseline, id, pay: { ...plan, ...change(plan) } })),
    ],
    run: {
      ...draft.run,
      seed: 'ablation',
      horizonDays: 504,
      context: 'mode',
      effects: 'mode',
      replicationsPerDraw: 1,
    },
  };
}

export function effectsOf(trade: string, scalars: Readonly<Record<string, number>>): Effects {
  const study = studyOf(trade, scalars);
  const { size } = layoutOf(study);
  const runner = new UnitRunner(study);
  const read: Float64Array[][] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const { data } = runner.run(draw);
    read.push(study.alternatives.map((_, a) => data.slice(a * size, (a + 1) * size)));
  }
  const of = (a: number, id: string): number[] => read.map((draw) => draw[a]![METRIC_INDEX.get(id)!]!);
  const before = of(0, 'net-value');
  const margin = of(0, 'gross-margin').reduce((sum, x) => sum + x, 0) / DRAWS;
  return {
    levels: Object.fromEntries(LEVELS.map((id) => [id, of(0, id)])),
    changes: Object.fromEntries(
      study.alternatives
        .slice(1)
        .map(({ id }, i) => [id, of(i + 1, 'net-value').map((x, k) => (x - before[k]!) / margin)]),
    ),
  };
}

/** What a bundle of this script prints: the effects in every trade. */
export function printEffects(scalars: string): void {
  const all = Object.fromEntries(TRADES.map((trade) => [trade, effectsOf(trade, JSON.parse(scalars))]));
  process.stdout.write(JSON.stringify(all));
}
