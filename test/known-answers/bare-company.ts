import { Work } from '../../engine/model/phases/work.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../engine/run/compile.ts';
import { runDay } from '../../engine/run/day.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { draftStudy } from '../../engine/study/draft.ts';
import type { NormalStudy, Stage } from '../../engine/study/normal.ts';
import { b2bSaas } from '../../engine/study/presets/b2b-saas.ts';

/** A step of a bare company's pipeline. */
export interface BareStage {
  readonly conversion: number;
  readonly touches: number;
  readonly hours: number;
  readonly days: number;
}

/** What a bare company still has. */
export interface BareCompany {
  readonly desks: number;
  readonly hoursPerDay: number;
  /** Leads a day and desk. */
  readonly arrivals: number;
  readonly stages: readonly BareStage[];
  /** Share of deals otherwise won that are forgotten. */
  readonly leakage?: number;
  readonly rework?: number;
}

/**
 * A study in which everything that makes people, deals and markets differ or change is switched off: equal deals of no
 * quality, equal reps without ramp, quits, admin or service, a still market, salaries only, no old customers. What is
 * left is arrivals, desks, touches and waiting, for which exact theory exists. Each desk is a team of its own.
 */
export function bareStudy(company: BareCompany): NormalStudy {
  const draft = draftStudy(b2bSaas);
  const { desks, arrivals } = company;
  return {
    ...draft,
    reps: desks,
    teamNames: Array.from({ length: desks }, (_, i) => `desk-${i}`),
    teamSizes: Array.from({ length: desks }, () => 1),
    world: {
      ...draft.world,
      scalars: {
        ...draft.world.scalars,
        'market.leads-per-rep-month': 21 * arrivals,
        'market.follow-up': 1,
        'market.quality-spread': 0,
        'market.territory-spread': 0,
        'market.demand-volatility': 0,
        'market.competitor-volatility': 0,
        'market.shift-rate': 0,
        'market.shift-depth': 0,
        'market.rework': company.rework ?? 0,
        'market.leakage': company.leakage ?? 0,
        'market.response-hours': 0,
        'market.freshness': 0,
        'market.discount-authority': 0,
        'market.collection': 0,
        'market.complexity': 0,
        'customers.base-per-rep': 0,
        'customers.recurring': 0,
        'customers.purchase-rate': 0,
        'customers.repeat-hours': 1,
        'customers.expansion-rate': 0,
        'customers.referral-rate': 0,
        'customers.service-hours': 0,
        'people.hours-per-day': company.hoursPerDay,
        'people.admin': 0,
        'people.travel': 0,
        'people.internal': 0,
        'people.ability-spread': 0,
        'people.skill-effect': 0,
        'people.turnover': 0,
        'people.effort-elasticity': 0,
      },
      stages: company.stages.map(
        (stage, i): Stage => ({
          id: `stage-${i}`,
          name: { en: `Stage ${i}`, zh: `阶段${i}` },
          skill: 'prospect',
          ...stage,
        }),
      ),
      channels: [
        {
          id: 'market',
          name: { en: 'Market', zh: '市场' },
          kind: 'market',
          share: 1,
          quality: 0,
          warmDays: 1e8,
          costPerLead: 0,
        },
      ],
      seasonality: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
    alternatives: [
      {
        ...draft.alternatives[0]!,
        // Salary only; at this team share colleagues' pull on effort is exactly nil.
        pay: { ...b2bSaas.pay, commission: 0, bonus: 0, accelerator: 1, cap: null, teamShare: 0.25 },
      },
    ],
    run: { ...draft.run, warmupDays: 0, horizonDays: 252, effects: 'mode', context: 'mode' },
  };
}

/** A bare company opened on the morning of day 0. */
export interface Opened {
  readonly world: World;
  readonly compiled: Compiled;
  /** Turns over one day. */
  day(day: number): void;
}

/** Opens a bare company; buyers have all the patience in the world, so that nothing goes cold while it queues. */
export function open(study: NormalStudy, replication: number, mixes: MixTables = new MixTables()): Opened {
  const drawn = compileStudy(study, 0, mixes);
  const baseline = drawn.alternatives[0]!;
  const model = { ...baseline.model, params: { ...baseline.model.params, patience: 1e8 } };
  const compiled: Compiled = { ...baseline, model };
  const random = new KeyedRandom(replicationKey(drawn.key, replication));
  const work = new Work();
  const world = warmUp(study, { ...drawn, alternatives: [compiled] }, work, random);
  const running = { model, levers: compiled.levers, work };
  return { world, compiled, day: (day) => runDay(world, running, compiled.pay, random, day, false) };
}
