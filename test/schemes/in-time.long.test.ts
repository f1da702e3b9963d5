import { describe, expect, it } from 'vitest';
import { leverAt } from '../../engine/model/levers.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../engine/run/replicate.ts';
import { mean } from '../../engine/statistics/moments.ts';
import type { Alternative } from '../../engine/study/normal.ts';
import { moved, type Setting, studyOf, use } from '../laws/setting.ts';

/** Every alternative's compiled form, its levers and what its reps see as they stand on the morning of `day`. */
function standing(setting: Setting, changes: Record<string, Partial<Alternative>>, day: number): Compiled[] {
  const study = studyOf(setting, changes);
  const compiled = compileStudy(study, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(compiled.key, 0));
  const work = new Work();
  const warm = warmUp(study, compiled, work, random);
  for (const alternative of compiled.alternatives) {
    runHorizon(study, alternative, work, warm.fork(), random, day);
  }
  return [...compiled.alternatives];
}

const lever = ({ model }: Compiled, id: string): number => mean(model.lever[leverAt(id)]!);
const seen = ({ model }: Compiled): number => mean(model.seen);

describe('records and scoring', () => {
  const small = { reps: 4, scalars: { 'market.leads-per-rep-month': 15, 'people.data-literacy': 0.9 } };
  const data = use('data-driven', { startDay: -1 });
  const agile = use('agile', { startDay: -1 });
  const [base, scored, both, mended] = standing(
    small,
    {
      scored: { adoptions: [data] },
      both: { adoptions: [data, agile] },
      mended: { adoptions: [data, agile], levers: [moved('records', 1)] },
    },
    250,
  ) as [Compiled, Compiled, Compiled, Compiled];

  it('agile keeps poorer records, and a model that learns from them sees less', () => {
    expect(lever(both, 'records')).toBeLessThan(lever(scored, 'records') - 0.1);
    expect(seen(both)).toBeLessThan(seen(scored) - 0.005);
    expect(seen(mended)).toBeGreaterThan(seen(both));
  });

  it('structured keeps better records, so the two together see more', () => {
    const stages = use('structured', { startDay: -1 });
    const [, alone, together, only] = standing(
      small,
      {
        alone: { adoptions: [data] },
        together: { adoptions: [stages, data] },
        only: { adoptions: [stages] },
      },
      250,
    ) as [Compiled, Compiled, Compiled, Compiled];
    expect(seen(together)).toBeGreaterThan(seen(alone) + 0.005);
    expect(seen(only)).toBe(0.4);
  });

  it('structured and agile together revise less often than agile alone, more often than structured alone', () => {
    const rate = (...ids: string[]) =>
      lever(
        standing(small, { one: { adoptions: ids.map((id) => use(id, { startDay: -1 })) } }, 250)[1]!,
        'playbook-rate',
      );
    expect(rate('structured', 'agile')).toBeLessThan(rate('agile'));
    expect(rate('structured', 'agile')).toBeGreaterThan(rate('structured'));
  });

  it('without a model nobody sees more than by own feel', () => {
    expect(seen(base)).toBe(0.4);
    expect(seen(scored)).toBeGreaterThan(0.4);
  });

  it('a model has little to go by where few deals are on record', () => {
    const crowd = { ...small, reps: 40, teams: 4 };
    const [, large] = standing(crowd, { scored: { adoptions: [data] } }, 60) as [Compiled, Compiled];
    const [, few] = standing(small, { scored: { adoptions: [data] } }, 60) as [Compiled, Compiled];
    expect(seen(large)).toBeGreaterThan(seen(few) + 0.05);
  });
});

describe('adoption', () => {
  const on = (id: string, day: number, more: Parameters<typeof use>[1] = {}) =>
    standing({}, { one: { adoptions: [use(id, { startDay: -1, ...more })] } }, day)[1]!;

  it('takes time, and half of it when the scheme says', () => {
    const shift = (day: number) => lever(on('structured', day), 'playbook-floor');
    const full = 0.9 * Math.tanh(0.25 / 0.9);
    expect(shift(1)).toBeLessThan(0.1 * full);
    // Two months to half, in weekly steps.
    expect(shift(42) / full).toBeGreaterThan(0.4);
    expect(shift(42) / full).toBeLessThan(0.6);
    expect(shift(250) / full).toBeGreaterThan(0.9);
  });

  it('reaches only those it covers', () => {
    const { model } = on('structured', 200, { where: { teams: [1] } });
    const floor = model.lever[leverAt('playbook-floor')]!;
    expect([...floor.slice(0, 3)]).toEqual([0, 0, 0]);
    for (const value of floor.slice(3)) expect(value).toBeGreaterThan(0.15);
  });

  it('fades once the scheme is dropped', () => {
    const kept = lever(on('structured', 200), 'playbook-floor');
    const dropped = lever(on('structured', 200, { stopDay: 100 }), 'playbook-floor');
    expect(dropped).toBeGreaterThan(0);
    expect(dropped).toBeLessThan(0.4 * kept);
  });

  it('slows when several schemes are taken up at once', () => {
    const together = standing(
      {},
      {
        all: {
          adoptions: ['structured', 'customer-tiering', 'team-based'].map((id) => use(id, { startDay: -1 })),
        },
      },
      63,
    )[1]!;
    expect(lever(together, 'playbook-floor')).toBeLessThan(
      0.9 * lever(on('structured', 63), 'playbook-floor'),
    );
  });
});

describe('a shift that sets in later', () => {
  it('acts only once its months have passed', () => {
    const study = studyOf({}, { one: { adoptions: [use('structured', { startDay: -1 })] } });
    const compiled = compileStudy(study, 0, new MixTables());
    const { model, ...rest } = compiled.alternatives[1]!;
    const practices = model.practices.map((p) => ({
      ...p,
      entries: p.entries.map((entry) => ({ ...entry, startDay: 105 })),
    }));
    const late = { ...rest, model: { ...model, practices } };
    const random = new KeyedRandom(replicationKey(compiled.key, 0));
    const warm = warmUp(study, compiled, new Work(), random);
    const floorOn = (day: number): number => {
      runHorizon(study, late, new Work(), warm.fork(), random, day);
      return lever(late, 'playbook-floor');
    };
    expect(floorOn(105)).toBe(0);
    expect(floorOn(106)).toBeGreaterThan(0.15);
  });
});
