import { fullPlan } from '../../../engine/incentive/full-plan.ts';
import type { Plan } from '../../../engine/incentive/language.ts';
import type { PayPlan } from '../../../engine/incentive/plan.ts';
import { LeverTable } from '../../../engine/model/lever-table.ts';
import { leverAt } from '../../../engine/model/levers.ts';
import { METRIC_INDEX, METRICS } from '../../../engine/model/metrics.ts';
import type { Model, Random } from '../../../engine/model/model.ts';
import { closeMonths, measure } from '../../../engine/model/outcome.ts';
import { leave } from '../../../engine/model/phases/people.ts';
import { Work } from '../../../engine/model/phases/work.ts';
import type { World } from '../../../engine/model/world.ts';
import { replicationKey } from '../../../engine/random/key.ts';
import { PURPOSES } from '../../../engine/random/purposes.ts';
import { KeyedRandom } from '../../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../../engine/run/compile.ts';
import { MixTables } from '../../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../../engine/run/replicate.ts';
import { SCHEMES } from '../../../engine/schemes/registry.ts';
import { draftStudy } from '../../../engine/study/draft.ts';
import type { Adoption, Alternative, NormalStudy } from '../../../engine/study/normal.ts';
import type { Preset } from '../../../engine/study/presets/contract.ts';
import { PRESETS } from '../../../engine/study/presets/index.ts';
import { withComponent } from '../../incentive/plans.ts';
import { EXTREMES } from './expected.ts';

/** Workdays that are looked at: two years. */
export const HORIZON = 504;

/** How an extreme is made: a change that a study could write, of what a day is like, or something that happens on day 0. */
interface Making {
  readonly change?: (preset: Preset) => Partial<Alternative>;
  /** Sets levers' values before any practice. */
  readonly levers?: (base: readonly Float64Array[], model: Model) => void;
  readonly happens?: (w: World, m: Model, random: Random) => void;
}

const pay = (change: (plan: PayPlan) => Partial<PayPlan>): Making => ({
  change: ({ pay: plan }) => ({ pay: { ...plan, ...change(plan) } }),
});

const lever = (id: string, value: (usual: number) => number): Making => ({
  levers: (base) => {
    const values = base[leverAt(id)]!;
    for (let i = 0; i < values.length; i++) values[i] = value(values[i]!);
  },
});

/** Leads that the market brings, `times` as many. */
const leads = (times: number): Making => ({
  levers: (base, { channel }) => {
    const rate = base[leverAt('lead-rate')]!;
    for (let i = 0; i < rate.length; i++) if (channel.kind[i] === 0) rate[i]! *= times;
  },
});

/** Of every `n` seats the first is left on day 0. */
const leavers = (n: number): Making => ({
  happens: (w, m, random) => {
    for (let seat = 0; seat < m.seats; seat += n) {
      if (w.reps.active[seat] === 0) continue;
      random.draw(seat, PURPOSES.hire, w.reps.occupant[seat]!, 1);
      leave(w, m, random, seat, 0, random.w0);
    }
  },
});

const adopt = (scheme: string): Adoption => ({
  scheme,
  options: {},
  startDay: 0,
  stopDay: null,
  rampDays: 0,
  where: {},
});

/** A prize each quarter for the best of the company by attainment. */
function prized(plan: Plan, prize: number): Plan {
  return withComponent(
    plan,
    { id: 'race', months: 3 },
    {
      payout: {
        kind: 'rank',
        axis: 'attainment',
        among: 'company',
        prizes: [prize],
        minimum: null,
        ties: 'share',
      },
    },
  );
}

/** How each extreme of `EXTREMES` is made. */
const MAKINGS: Readonly<Record<string, Making>> = {
  'no-pay': pay(() => ({ salary: 0, commission: 0, bonus: 0 })),
  'no-variable': pay(() => ({ commission: 0, bonus: 0 })),
  'no-salary': pay(() => ({ salary: 0 })),
  'half-salary': pay(({ salary }) => ({ salary: salary / 2 })),
  'double-salary': pay(({ salary }) => ({ salary: salary * 2 })),
  'pay-times-ten': pay(({ salary, commission, bonus }) => ({
    salary: salary * 10,
    commission: commission * 10,
    bonus: bonus * 10,
  })),
  'commission-times-five': pay(({ commission }) => ({ commission: commission * 5 })),
  'cap-at-a-tenth': pay(() => ({ cap: 0.1 })),
  'quota-out-of-reach': pay(({ quota }) => ({ quota: quota * 100 })),
  'quota-of-nothing': pay(({ quota }) => ({ quota: quota / 100 })),
  'prize-of-a-year': {
    change: (preset) => ({
      pay: prized(fullPlan(preset.pay, preset.currency), presetPay(preset)),
    }),
  },
  'every-practice': { change: () => ({ adoptions: SCHEMES.map(({ id }) => adopt(id)) }) },
  'no-practice': {},
  'no-leads': leads(0),
  'ten-times-leads': leads(10),
  'meetings-all-day': lever('overhead-hours', () => 40),
  'no-administration': lever('admin-time', () => 0),
  'nobody-shown': lever('learning', (usual) => usual / 10),
  'half-leave': leavers(2),
  'all-leave': leavers(1),
  'nobody-serves': lever('service-time', () => 0),
  'training-half-the-year': lever('training-days', () => 126),
  'half-price': lever('price-pressure', () => 0.5),
};

/** What others pay in a trade. */
function presetPay(preset: Preset): number {
  return preset.scalars['people.market-pay']!.value as number;
}

/** Results of today and of extremes: by extreme and metric the values of each replication, paired by luck. */
export interface Outcomes {
  of(extreme: string | null, metric: string): Float64Array;
}

/** Runs extremes of a context beside today, each from the same world and luck. */
export function simulateExtremes(
  context: string,
  extremes: readonly string[],
  replications: number,
): Outcomes {
  const preset = PRESETS.find(({ id }) => id === context)!;
  const draft = draftStudy(preset);
  const baseline = draft.alternatives[0]!;
  const study: NormalStudy = {
    ...draft,
    alternatives: [
      baseline,
      ...extremes.map((id) => ({ ...baseline, ...MAKINGS[id]!.change?.(preset), id })),
    ],
    run: { ...draft.run, seed: 'extremes', horizonDays: HORIZON, context: 'mode', effects: 'mode' },
  };
  const compiled = compileStudy(study, 0, new MixTables());
  const made = compiled.alternatives.map((one, i) => withLevers(one, MAKINGS[extremes[i - 1] ?? '']));
  const values = made.map(() => METRICS.map(() => new Float64Array(replications)));
  const work = new Work();
  for (let k = 0; k < replications; k++) {
    const random = new KeyedRandom(replicationKey(compiled.key, k));
    const warm = warmUp(study, compiled, work, random);
    made.forEach((one, i) => {
      const metrics = livedThrough(study, one, MAKINGS[extremes[i - 1] ?? ''], warm, work, random);
      for (let at = 0; at < metrics.length; at++) values[i]![at]![k] = metrics[at]!;
    });
  }
  return {
    of: (extreme, metric) =>
      values[extreme === null ? 0 : 1 + extremes.indexOf(extreme)]![METRIC_INDEX.get(metric)!]!,
  };
}

function withLevers(one: Compiled, making: Making | undefined): Compiled {
  if (making?.levers === undefined) return one;
  // Until a day is run, the model's levers are at their base.
  const base = one.model.lever.map((values) => values.slice());
  making.levers(base, one.model);
  return { ...one, levers: new LeverTable(base) };
}

function livedThrough(
  study: NormalStudy,
  one: Compiled,
  making: Making | undefined,
  warm: World,
  work: Work,
  random: KeyedRandom,
): Float64Array {
  const w = warm.fork();
  one.levers.refresh(w, one.model, 0);
  making?.happens?.(w, one.model, random);
  runHorizon(study, one, work, w, random);
  closeMonths(w);
  const metrics = new Float64Array(METRICS.length);
  measure(w, one.model, HORIZON, random, metrics, 0);
  return metrics;
}

for (const id of Object.keys(EXTREMES)) if (MAKINGS[id] === undefined) throw new Error(`no making of ${id}`);
