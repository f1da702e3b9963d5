import { describe, expect, it } from 'vitest';
import { learn } from '../../engine/model/phases/people.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import { batchOf, monthly, moved, type Setting, studyOf } from './setting.ts';

const WEEK = 5;

/** Colleagues who differ, and do not leave, in a market that stands still. */
const MIXED: Setting = {
  reps: 12,
  scalars: {
    'market.deal-spread': 0.2,
    'market.shift-rate': 0,
    'market.territory-spread': 0,
    'customers.base-per-rep': 0,
    'customers.purchase-rate': 0,
    'people.turnover': 0,
    'people.ability-spread': 0.6,
    'people.skill-effect': 1,
    'people.advice-pace': 3,
    'people.advice-fade': 0.6,
    'people.effort-elasticity': 0,
  },
};

describe('advice exchanged among colleagues', () => {
  it('teaches: after some months of it more is sold, and nothing where nobody differs', () => {
    const bookings = (setting: Setting): number[][] => {
      const batch = batchOf(studyOf(setting, { advice: { levers: [moved('peer-learning', 0.7)] } }), 12);
      return [0, 1].map((a) => [...monthly(batch, a, 'bookings', 6, 12)]);
    };
    // One-sided at 99.5 %; about +9 %, give or take 1.
    const [before, after] = bookings(MIXED);
    expect(pairedDifference(after!, before!, 1, 0.99).interval[0]).toBeGreaterThan(0);
    const alike = { ...MIXED.scalars, 'people.ability-spread': 0, 'people.ramp': 0.1 };
    const [same, advised] = bookings({ ...MIXED, scalars: alike });
    expect(advised).toEqual(same);
  });

  it('lasts: twenty weeks after the last meeting five eighths of it and more are left, of a course a half', () => {
    const study = studyOf(MIXED);
    const all = compileStudy(study, 0, new MixTables());
    const { model } = all.alternatives[0]!;
    const w = warmUp(study, all, new Work(), new KeyedRandom(replicationKey(all.key, 0)));
    w.reps.advice.fill(0.15);
    w.reps.trained.fill(0.15);
    for (let week = 0; week < 20; week++) learn(w, model, week * WEEK);
    for (const left of w.reps.advice) expect(left).toBeGreaterThan((0.15 * 5) / 8);
    for (const left of w.reps.trained) expect(left).toBeLessThan(0.15 / 2);
  });
});
