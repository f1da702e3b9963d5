import { describe, expect, it } from 'vitest';
import { shiftOn } from '../../engine/model/lever-table.ts';
import { leverAt } from '../../engine/model/levers.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../engine/run/replicate.ts';
import { SCHEME_INDEX } from '../../engine/schemes/registry.ts';
import { readStudy } from '../../engine/study/index.ts';
import { memory } from '../study/sources.ts';

const MONTH = 21;

const STUDY = `schemelab: 1
context: real-estate
company: { reps: 4, teams: 1 }
alternatives:
  areas: { schemes: { add: [region-industry] } }
  goals: { schemes: { add: [goal-oriented] } }
  posts: { schemes: { add: [{ social-media: { hours-per-week: 2 } }] } }
run: { horizon: 24 months, seed: in time, effects: mode }
`;

const study = readStudy('s.yaml', memory({ 's.yaml': STUDY }));
const compiled = compileStudy(study, 0, new MixTables());
// A replication in which everything takes root; the tests would say so if it did not.
const random = new KeyedRandom(replicationKey(compiled.key, 2));
const warm = warmUp(study, compiled, new Work(), random);

/** A lever's first value in the week of `day`, and how far the first seat has adopted the practice. */
function at(id: string, scheme: string, lever: string, day: number): { value: number; adopted: number } {
  const { model, ...rest } = compiled.alternatives[study.alternatives.findIndex((one) => one.id === id)]!;
  const world = warm.fork();
  runHorizon(study, { model, ...rest }, new Work(), world, random, day + 1);
  return {
    value: model.lever[leverAt(lever)]![0]!,
    adopted: world.adoption[SCHEME_INDEX.get(scheme)! * study.reps]!,
  };
}

describe('a shift over time', () => {
  const entry = { shift: 2, startDay: 10, fading: 0, building: 0 };
  const half = Math.log(2) / (6 * MONTH);

  it('stays, fades by half in its half-time, or comes by half in its half-time', () => {
    const on = (more: object, day: number): number => shiftOn({ ...entry, ...more } as never, day);
    expect(on({}, 10_000)).toBe(2);
    expect(on({ fading: half }, 10)).toBe(2);
    expect(on({ fading: half }, 10 + 6 * MONTH)).toBeCloseTo(1, 12);
    expect(on({ fading: half }, 10 + 12 * MONTH)).toBeCloseTo(0.5, 12);
    expect(on({ building: half }, 10)).toBe(0);
    expect(on({ building: half }, 10 + 6 * MONTH)).toBeCloseTo(1, 12);
    expect(on({ building: half }, 10_000_000)).toBeCloseTo(2, 12);
  });

  it('ends: customers who have changed hands are back to themselves after a year', () => {
    const usual = at('baseline', 'region-industry', 'relationship', 300).value;
    const before = at('areas', 'region-industry', 'relationship', 12 * MONTH - 3);
    expect(before.adopted).toBeGreaterThan(0.8);
    expect(before.value).toBeLessThan(usual);
    expect(at('areas', 'region-industry', 'relationship', 12 * MONTH + 5).value).toBe(usual);
  });

  it('fades: of a goal’s pull the novelty wears off, the rest stays', () => {
    const early = at('goals', 'goal-oriented', 'goal-salience', 4 * MONTH);
    const late = at('goals', 'goal-oriented', 'goal-salience', 23 * MONTH);
    expect(late.adopted).toBeGreaterThanOrEqual(early.adopted);
    expect(late.value).toBeLessThan(early.value);
    expect(late.value).toBeGreaterThan(0.55 * early.value);
  });

  it('has faded by the time it is an old habit', () => {
    const habit = readStudy(
      's.yaml',
      memory({
        's.yaml': `schemelab: 1\ncontext: real-estate\ncompany: { reps: 4, teams: 1 }\nbaseline: { schemes: [goal-oriented] }\nrun: { effects: mode }\n`,
      }),
    );
    const old = compileStudy(habit, 0, new MixTables());
    const w = warmUp(habit, old, new Work(), random);
    const { model } = old.alternatives[0]!;
    expect(w.adoption[SCHEME_INDEX.get('goal-oriented')! * 4]).toBe(1);
    const entries = model.practices[0]!.entries.filter((one) => one.lever === leverAt('goal-salience'));
    const lasting = entries.find((one) => one.fading === 0)!;
    const full = entries.reduce((sum, one) => sum + one.shift, 0);
    expect(lasting.shift / full).toBeCloseTo(0.6, 12);
    const value = model.lever[leverAt('goal-salience')]![0]!;
    expect(value).toBeCloseTo(Math.tanh(lasting.shift), 9);
  });

  it('builds: an audience gathers over the months', () => {
    const channel = compiled.alternatives[0]!.model.channel.count - 5;
    const supply = (day: number): number => {
      const one = compiled.alternatives[study.alternatives.findIndex(({ id }) => id === 'posts')]!;
      const world = warm.fork();
      runHorizon(study, one, new Work(), world, random, day + 1);
      return one.model.lever[leverAt('lead-supply')]![channel]!;
    };
    const [first, middle, last] = [1, 7, 23].map((month) => supply(month * MONTH)) as [
      number,
      number,
      number,
    ];
    expect(first).toBeGreaterThan(0);
    expect(middle).toBeGreaterThan(3 * first);
    expect(last).toBeGreaterThan(1.4 * middle);
  });
});
