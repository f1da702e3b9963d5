import type { PayPlan } from '../../engine/incentive/plan.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import type { ResultLayout } from '../../engine/run/runner.ts';
import { draftStudy, teamSizes } from '../../engine/study/draft.ts';
import type {
  Adoption,
  Alternative,
  Channel,
  LeverChange,
  NormalStudy,
  RunOptions,
  Stage,
} from '../../engine/study/normal.ts';
import { presetById } from '../../engine/study/presets/index.ts';

/** A setting that a test writes out: what it does not name is as in PLAIN. */
export interface Setting {
  readonly reps?: number;
  readonly teams?: number;
  readonly inertReps?: number;
  readonly scalars?: Readonly<Record<string, number>>;
  readonly stages?: readonly Stage[];
  readonly channels?: readonly Channel[];
  readonly seasonality?: readonly number[];
  readonly pay?: Partial<PayPlan>;
  readonly run?: Partial<RunOptions>;
}

const text = (en: string) => ({ en, zh: en });

/** A stage; days are medians, hours a touch. */
export function stage(
  id: string,
  conversion: number,
  days: number,
  touches: number,
  hours: number,
  skill: Stage['skill'],
): Stage {
  return { id, name: text(id), conversion, days, touches, hours, skill };
}

/** A channel. */
export function channel(
  id: string,
  kind: Channel['kind'],
  share: number,
  quality = 0,
  warmDays = 6,
  costPerLead = 0,
): Channel {
  return { id, name: text(id), kind, share, quality, warmDays, costPerLead };
}

/**
 * The plain firm of the tests: an invented business that sells once to new customers and repeatedly to old ones. All
 * its numbers stand here, so that calibrating a preset or a default moves no test.
 */
export const PLAIN = {
  scalars: {
    'market.leads-per-rep-month': 40,
    'market.deal-value': 20_000,
    'market.deal-spread': 0.7,
    'market.gross-margin': 0.5,
    'market.quality-spread': 1.2,
    'market.complexity': 0.3,
    'market.demand-volatility': 0.05,
    'market.competitor-volatility': 0.1,
    'market.shift-rate': 1,
    'market.shift-depth': 0.25,
    'market.controllable-wait': 0.4,
    'market.rework': 0.1,
    'market.response-hours': 42,
    'market.freshness': 0.2,
    'market.freshness-hours': 0.33,
    'market.leakage': 0.2,
    'market.follow-up': 0.8,
    'market.territory-spread': 0.3,
    'market.patience': 25,
    'market.list-discount': 0.05,
    'market.discount-authority': 0.1,
    'market.discount-slope': 8,
    'market.collection': 30,
    'customers.base-per-rep': 20,
    'customers.upfront': 1,
    'customers.recurring': 0,
    'customers.renewal': 252,
    'customers.churn-alpha': 0.6,
    'customers.churn-beta': 4.5,
    'customers.purchase-rate': 2,
    'customers.purchase-shape': 1,
    'customers.repeat-value': 0.5,
    'customers.repeat-hours': 1,
    'customers.repeat-conversion': 0.7,
    'customers.expansion-rate': 0.2,
    'customers.expansion-size': 0.3,
    'customers.referral-rate': 0.1,
    'customers.service-hours': 0.5,
    'customers.potential-spread': 0.8,
    'customers.tier-accuracy': 0.5,
    'customers.satisfaction': 70,
    'customers.satisfaction-spread': 14,
    'customers.churn-slope': 0.12,
    'customers.waking': 0,
    'people.hours-per-day': 8,
    'people.admin': 0.2,
    'people.travel': 0.12,
    'people.internal': 0.18,
    'people.displaced-work': 0.5,
    'people.shared-meetings': 0.3,
    'people.overtime-share': 0.25,
    'people.overtime-strain': 2,
    'people.change-dip': 0.1,
    'people.change-months': 4,
    'people.managed-share': 0.3,
    'people.prospecting-yield': 0.1,
    'people.ability-spread': 0.45,
    'people.skill-effect': 0.7,
    'people.ramp': 5,
    'people.start-skill': 0.35,
    'people.forgetting': 0.15,
    'people.turnover': 0.27,
    'people.time-to-fill': 45,
    'people.replacement-cost': 20_000,
    'people.effort-elasticity': 0.3,
    'people.effort-time': 0.5,
    'people.care-effect': 0.4,
    'people.fatigue': 0,
    'people.recovery': 20,
    'people.box-ticking': 0,
    'people.clean-up': 0,
    'people.playbook-teaching': 1,
    'people.rivalry': 6,
    'people.advice-pace': 1,
    'people.advice-fade': 1.8,
    'people.intrinsic': 0.5,
    'people.market-pay': 164_000,
    'people.outside-skill': 0.3,
    'people.quit-elasticity': 2.5,
    'people.applicant-elasticity': 1.5,
    'people.living-share': 0.25,
    'people.fairness': 1,
    'people.risk-aversion': 0.5,
    'people.multitask': 1,
    'people.present-bias': 1,
    'people.patience-month': 1,
    'people.foresight': 1,
    'people.loss-weight': 0,
    'people.triage': 0.4,
    'people.value-focus': 0.5,
    'people.data-literacy': 0.5,
    'people.playbook-rate': 2,
    'people.records': 0.4,
    'people.quota-error': 0.3,
    'people.span': 8,
    'people.coaching': 0.16,
    'people.manager-hour-cost': 200,
    'people.on-costs': 0.2,
  },
  stages: [
    stage('lead', 0.25, 5, 2, 0.4, 'prospect'),
    stage('demo', 0.6, 7, 1.5, 1.2, 'discover'),
    stage('proposal', 0.6, 10, 2, 1.2, 'propose'),
    stage('close', 0.5, 15, 2, 1, 'close'),
  ],
  channels: [
    channel('website', 'market', 0.6, 0.2, 6, 100),
    channel('fair', 'market', 0.4, -0.3, 5, 200),
    channel('own', 'self', 0, -0.1, 15),
    channel('friends', 'referral', 0, 0.9, 15),
  ],
  seasonality: Array<number>(12).fill(1),
  pay: {
    id: 'plain',
    salary: 8_000,
    commission: 0.08,
    threshold: 0,
    accelerator: 1.5,
    acceleratorFrom: 1,
    cap: null,
    bonus: 5_000,
    quota: 600_000,
    periodDays: 63,
    teamShare: 0,
    repeatRate: 0.3,
  },
} as const satisfies Setting;

/** A study in a setting; every alternative but the baseline is given by what it changes. */
export function studyOf(
  setting: Setting,
  changes: Readonly<Record<string, Partial<Alternative>>> = {},
): NormalStudy {
  const draft = draftStudy(presetById('b2b-saas')!);
  const reps = setting.reps ?? 6;
  const teams = setting.teams ?? 2;
  const baseline: Alternative = {
    id: 'baseline',
    name: null,
    adoptions: [],
    levers: [],
    pay: { ...PLAIN.pay, ...setting.pay },
    payStartDay: 0,
  };
  return {
    ...draft,
    // No preset: what is usual in coaching comes from the parameters' own defaults.
    context: 'plain',
    reps,
    teamNames: Array.from({ length: teams }, (_, t) => `team-${t + 1}`),
    teamSizes: teamSizes(reps, teams),
    inertReps: setting.inertReps ?? 0,
    world: {
      scalars: { ...PLAIN.scalars, ...setting.scalars },
      stages: setting.stages ?? PLAIN.stages,
      channels: setting.channels ?? PLAIN.channels,
      seasonality: setting.seasonality ?? PLAIN.seasonality,
    },
    alternatives: [
      baseline,
      ...Object.entries(changes).map(([id, change]) => ({ ...baseline, ...change, id })),
    ],
    run: {
      horizonDays: 252,
      warmupDays: 126,
      seed: 'laws',
      primary: 'net-contribution',
      precision: { share: 0.02 },
      confidence: 0.95,
      discount: 0.1,
      customerYears: 10,
      replicationsPerDraw: 1,
      minDraws: 20,
      maxDraws: 400,
      effects: 'mode',
      context: 'mode',
      ...setting.run,
    },
  };
}

/** A scheme in use from day 0 on, for everyone. */
export function use(scheme: string, more: Partial<Adoption> = {}): Adoption {
  return { scheme, options: {}, startDay: 0, stopDay: null, rampDays: 0, where: {}, ...more };
}

/** A lever moved from day 0 on, for everyone. */
export function moved(
  lever: string,
  shift: LeverChange['shift'],
  more: Partial<LeverChange> = {},
): LeverChange {
  return { lever, shift, startDay: 0, where: {}, ...more };
}

/** Results of some draws of a study. */
export interface Batch {
  readonly layout: ResultLayout;
  /** [draw × replicationsPerDraw + replication][alternative]. */
  readonly runs: readonly (readonly Float64Array[])[];
}

/** Runs draws of a study: the first `draws`, or those listed. */
export function batchOf(study: NormalStudy, draws: number | readonly number[]): Batch {
  const layout = layoutOf(study);
  const runner = new UnitRunner(study);
  const list = typeof draws === 'number' ? Array.from({ length: draws }, (_, i) => i) : draws;
  const runs = list.flatMap((draw) => {
    const { data } = runner.run(draw);
    return Array.from({ length: study.run.replicationsPerDraw }, (_, k) =>
      study.alternatives.map((_, a) => {
        const from = (k * study.alternatives.length + a) * layout.size;
        return data.slice(from, from + layout.size);
      }),
    );
  });
  return { layout, runs };
}

function place(names: readonly string[], id: string): number {
  const at = names.indexOf(id);
  if (at < 0) throw new Error(`no figure named ${id}`);
  return at;
}

/** One metric, or whole-run figure per stage or tier, of one alternative over a batch. */
export function metric(batch: Batch, alternative: number, id: string): Float64Array {
  const at = place([...batch.layout.metrics, ...batch.layout.details], id);
  return Float64Array.from(batch.runs, (run) => run[alternative]![at]!);
}

/** A monthly figure of one alternative over a batch, summed over the months [from, to). */
export function monthly(
  batch: Batch,
  alternative: number,
  figure: string,
  from = 0,
  to = batch.layout.months,
): Float64Array {
  const { metrics, details, timeline } = batch.layout;
  const at = place(timeline, figure);
  return Float64Array.from(batch.runs, (run) => {
    let sum = 0;
    for (let m = from; m < to; m++) {
      sum += run[alternative]![metrics.length + details.length + m * timeline.length + at]!;
    }
    return sum;
  });
}

/** A per-seat figure of one run, by seat. */
export function seatFigure(batch: Batch, run: number, alternative: number, figure: string): Float64Array {
  const { metrics, details, timeline, reps, months, seats } = batch.layout;
  const from = metrics.length + details.length + months * timeline.length + place(reps, figure);
  return Float64Array.from(
    { length: seats },
    (_, seat) => batch.runs[run]![alternative]![from + seat * reps.length]!,
  );
}

/** The bits of a result or of a stretch of it, for exact comparison (NaN equals NaN). */
export function bits(values: Float64Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}
