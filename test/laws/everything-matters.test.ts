import { describe, expect, it } from 'vitest';
import { modeOf } from '../../engine/kernel/quantity.ts';
import { LEVERS, POLICIES } from '../../engine/model/levers.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../engine/run/replicate.ts';
import type { Alternative } from '../../engine/study/normal.ts';
import { PARAMETERS } from '../../engine/study/parameters.ts';
import { batchOf, bits, moved, PLAIN, type Setting, studyOf, use } from './setting.ts';

/** A firm in which everything is going on: contracts and orders, quits, costs of leads, practices old and new. */
const RICH: Setting = {
  pay: { quota: 350_000, bonus: 40_000, periodDays: 21 },
  scalars: {
    'customers.base-per-rep': 40,
    'customers.satisfaction': 78,
    'customers.referral-rate': 0.3,
    'customers.recurring': 0.5,
    'customers.upfront': 0.5,
    'customers.renewal': 126,
    'people.turnover': 0.8,
    'people.playbook-rate': 6,
    'people.present-bias': 0.8,
    'people.patience-month': 0.98,
    'people.foresight': 0.5,
    'market.discount-slope': 20,
    'market.complexity': 0.6,
    // Fewer hours of managers than the practices ask for.
    'people.managed-share': 0.03,
  },
};

const habits = [use('data-driven', { startDay: -100_000 }), use('customer-tiering', { startDay: -100_000 })];

/** Practices in place, one being introduced, and our own waiting cut. */
const BUSY: Partial<Alternative> = {
  adoptions: [
    ...habits,
    use('structured', { startDay: -100_000 }),
    use('team-based'),
    use('training', { startDay: -100_000 }),
    use('incentive-driven', { startDay: -100_000 }),
  ],
  levers: [moved('internal-wait', -0.5)],
};

/** Metrics of the busy alternative in one replication. */
function outcomes(replication: number, setting: Setting, busy: Partial<Alternative>): string {
  const batch = batchOf(studyOf({ ...setting, run: { horizonDays: 126 } }, { busy }), [replication]);
  return bits(batch.runs[0]![1]!.slice(0, batch.layout.metrics.length));
}

/** Metrics of the firm as it is, by replication, for practices and levers it may start from. */
const known = new Map<string, string>();

function usual(replication: number, busy: Partial<Alternative>): string {
  const key = `${replication} ${JSON.stringify(busy)}`;
  if (!known.has(key)) known.set(key, outcomes(replication, RICH, busy));
  return known.get(key)!;
}

/** Whether some metric moves in one of three replications. */
function moves(
  setting: Setting,
  busy: Partial<Alternative> = BUSY,
  from: Partial<Alternative> = BUSY,
): boolean {
  return [0, 1, 2].some((r) => outcomes(r, setting, busy) !== usual(r, from));
}

describe('every parameter matters', () => {
  it.each(PARAMETERS.map((p) => [p.id, p] as const))('%s', (id, parameter) => {
    const scalars: Record<string, number> = { ...PLAIN.scalars, ...RICH.scalars };
    const now = scalars[id] ?? modeOf(parameter.fallback);
    const room = parameter.max - now;
    const to = now > 0 ? now + Math.min(0.5 * now, 0.5 * room) : Math.min(0.3, 0.5 * room);
    expect(to).not.toBe(now);
    expect(moves({ scalars: { ...RICH.scalars, [id]: to } })).toBe(true);
  });
});

describe('every part of a stage, a channel, the season and the pay plan matters', () => {
  const { stages, channels, seasonality } = PLAIN;
  const parts: Record<string, Setting> = {
    conversion: { stages: [{ ...stages[0]!, conversion: 0.3 }, ...stages.slice(1)] },
    days: { stages: [{ ...stages[0]!, days: 9 }, ...stages.slice(1)] },
    touches: { stages: [{ ...stages[0]!, touches: 3 }, ...stages.slice(1)] },
    hours: { stages: [{ ...stages[0]!, hours: 0.5 }, ...stages.slice(1)] },
    skill: { stages: [{ ...stages[0]!, skill: 'close' }, ...stages.slice(1)] },
    share: { channels: [{ ...channels[0]!, share: 0.3 }, ...channels.slice(1)] },
    quality: { channels: [{ ...channels[0]!, quality: 0.5 }, ...channels.slice(1)] },
    'warm days': { channels: [{ ...channels[0]!, warmDays: 9 }, ...channels.slice(1)] },
    'cost of a lead': { channels: [{ ...channels[0]!, costPerLead: 150 }, ...channels.slice(1)] },
    season: { seasonality: seasonality.map((x, i) => (i < 6 ? 0.8 * x : 1.2 * x)) },
    salary: { pay: { ...RICH.pay, salary: 9_000 } },
    commission: { pay: { ...RICH.pay, commission: 0.1 } },
    threshold: { pay: { ...RICH.pay, threshold: 0.4 } },
    accelerator: { pay: { ...RICH.pay, accelerator: 2 } },
    'accelerator from': { pay: { ...RICH.pay, acceleratorFrom: 0.8 } },
    cap: { pay: { ...RICH.pay, cap: 1.1 } },
    bonus: { pay: { ...RICH.pay, bonus: 9_000 } },
    quota: { pay: { ...RICH.pay, quota: 1.3 * RICH.pay!.quota! } },
    period: { pay: { ...RICH.pay, periodDays: 63 } },
    'team share': { pay: { ...RICH.pay, teamShare: 0.5 } },
    'repeat rate': { pay: { ...RICH.pay, repeatRate: 0.6 } },
  };
  it.each(Object.entries(parts))('%s', (_, part) => {
    expect(moves({ ...RICH, ...part })).toBe(true);
  });
});

describe('every lever matters', () => {
  /** Levers that act only beside another one. */
  const beside: Record<string, readonly [lever: string, by: number]> = {
    'tail-coverage': ['tier-service', -1],
    // Rivals in a contest help little: somebody must help at all.
    'specialist-access': ['helpers', 0.5],
  };

  it.each(LEVERS.map((lever) => [lever.id, lever] as const))('%s', (id, lever) => {
    const other = beside[id];
    const levers = other === undefined ? BUSY.levers! : [...BUSY.levers!, moved(...other)];
    const shifted = (by: number) => ({ ...BUSY, levers: [...levers, moved(id, by)] });
    const one = { ...BUSY, levers };
    // Down where up is already more than anyone uses.
    expect(moves(RICH, shifted(lever.bound / 3), one) || moves(RICH, shifted(-lever.bound / 3), one)).toBe(
      true,
    );
  });
});

describe('every rule for routing leads matters', () => {
  // Practices are lived in full.
  const study = studyOf(
    { ...RICH, scalars: { ...RICH.scalars, 'people.managed-share': 0.5 } },
    { busy: BUSY },
  );

  /** The world half a year on when the practices bring this rule. */
  function world(rule: number): string {
    const compiled = compileStudy(study, 0, new MixTables());
    const random = new KeyedRandom(replicationKey(compiled.key, 0));
    const work = new Work();
    const busy = compiled.alternatives[1]!;
    const practices = busy.model.practices.map((p) => ({ ...p, routing: rule }));
    const w = warmUp(study, compiled, work, random);
    runHorizon(study, { ...busy, model: { ...busy.model, practices } }, work, w, random, 126);
    return bits(w.timeline);
  }

  it('by lot, by skill or best leads to the best reps: three different half years', () => {
    const rules = POLICIES.routing.map((_, rule) => world(rule));
    expect(new Set(rules).size).toBe(POLICIES.routing.length);
    expect(world(-1)).toBe(rules[0]);
  });
});
