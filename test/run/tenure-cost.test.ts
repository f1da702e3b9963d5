import { expect, it } from 'vitest';
import { Work } from '../../engine/model/phases/work.ts';
import { MONTH, TIMELINE } from '../../engine/model/tables/tally.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../engine/run/replicate.ts';
import { readStudy } from '../../engine/study/index.ts';
import { memory } from '../study/sources.ts';

const STUDY = `schemelab: 1
context: insurance
company: { reps: 8, teams: 2 }
alternatives:
  everyone: { schemes: { add: [digital] } }
  nobody: { schemes: { add: [{ digital: { where: { tenure: [400 months, 500 months] } } }] } }
run: { horizon: 12 months, seed: tenure, effects: mode }
`;

it('a practice for people of a tenure pays per head only for those: for nobody, set-up and monthly costs remain', () => {
  const study = readStudy('s.yaml', memory({ 's.yaml': STUDY }));
  const compiled = compileStudy(study, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(compiled.key, 0));
  const work = new Work();
  const warm = warmUp(study, compiled, work, random);
  const [everyone, nobody] = compiled.alternatives.slice(1).map((alternative) => {
    const world = warm.fork();
    runHorizon(study, compiled, alternative, work, world, random);
    let cost = 0;
    for (let month = 0; month < 12; month++)
      cost += world.timeline[month * TIMELINE.length + MONTH['scheme-cost']]!;
    return cost;
  }) as [number, number];
  const { model } = compiled.alternatives[1]!;
  const { setup, monthly, perRepMonth, managerHours } = model.practices[0]!;
  const fixed = setup + 12 * (monthly + managerHours * model.params.managerHourCost);
  expect(perRepMonth).toBeGreaterThan(0);
  expect(nobody).toBeCloseTo(fixed, 4);
  expect(everyone).toBeCloseTo(fixed + 12 * 8 * perRepMonth, 4);
});
