import { modeOf } from '../engine/kernel/quantity.ts';
import { UnitRunner } from '../engine/run/replicate.ts';
import { draftStudy, teamSizes } from '../engine/study/draft.ts';
import type { NormalStudy } from '../engine/study/normal.ts';
import { b2bSaas } from '../engine/study/presets/b2b-saas.ts';

/** Sizes of a benchmark case; left out, those declared in DECLARATION.md. */
export interface CaseSize {
  readonly reps?: number;
  readonly customersPerRep?: number;
  readonly days?: number;
}

/** Leads a rep a month, and rep hours per touch relative to the preset, that make about eight touches a rep-day. */
const LEADS = 115;
const HOURS = 0.4;

/** The case of DECLARATION.md, in which one unit is one replication. */
export function declaredStudy({ reps = 50, customersPerRep = 40, days = 252 }: CaseSize = {}): NormalStudy {
  const draft = draftStudy(b2bSaas);
  return {
    ...draft,
    title: { en: 'Declared benchmark case', zh: '约定的基准算例' },
    reps,
    teamSizes: teamSizes(reps, draft.teamNames.length),
    world: {
      ...draft.world,
      scalars: {
        ...draft.world.scalars,
        'customers.base-per-rep': customersPerRep,
        'market.leads-per-rep-month': LEADS,
      },
      stages: draft.world.stages.map((stage) => ({ ...stage, hours: modeOf(stage.hours) * HOURS })),
    },
    run: { ...draft.run, horizonDays: days, warmupDays: 189, seed: 'bench', replicationsPerDraw: 1 },
  };
}

/** Runs replications `from` to `to` (excluded) of a study, giving each one's bytes to `use`. */
export function replications(
  study: NormalStudy,
  from: number,
  to: number,
  use: (data: Float64Array) => void,
): void {
  const units = new UnitRunner(study);
  for (let draw = from; draw < to; draw++) use(units.run(draw).data);
}
