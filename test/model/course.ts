import type { Model } from '../../engine/model/model.ts';
import { Work } from '../../engine/model/phases/work.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../engine/run/compile.ts';
import { runDay } from '../../engine/run/day.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { draftStudy, teamSizes } from '../../engine/study/draft.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import type { Preset } from '../../engine/study/presets/contract.ts';

/** One simulated year of a preset's baseline, with the world as it was on the morning of day 0. */
export interface Course {
  readonly study: NormalStudy;
  readonly compiled: Compiled;
  readonly model: Model;
  readonly start: World;
  readonly end: World;
  readonly random: KeyedRandom;
}

/** Runs a preset's baseline for a year with so many reps in two teams. */
export function courseOf(preset: Preset, reps: number, replication = 0): Course {
  const draft = draftStudy(preset);
  const study: NormalStudy = {
    ...draft,
    reps,
    teamNames: ['north', 'south'],
    teamSizes: teamSizes(reps, 2),
    run: { ...draft.run, seed: 'course' },
  };
  const all = compileStudy(study, 0, new MixTables());
  const compiled = all.alternatives[0]!;
  const work = new Work();
  const random = new KeyedRandom(replicationKey(all.key, replication));
  const start = warmUp(study, all, work, random);
  const end = start.fork();
  for (let day = 0; day < 252; day++) {
    runDay(
      end,
      { model: compiled.model, levers: compiled.levers, work },
      compiled.pay,
      random,
      day,
      day === 251,
    );
  }
  return { study, compiled, model: compiled.model, start, end, random };
}

/** Open deals of new business by stage, counted along every list they can be on. */
export function openByStage(w: World, stages: number): number[] {
  const { next, stage, kind } = w.deals;
  const counts = new Array<number>(stages).fill(0);
  for (const head of [...w.dealBucket, ...w.reps.readyHead]) {
    for (let row = head; row >= 0; row = next[row]!) if (kind[row] === 0) counts[stage[row]!]!++;
  }
  return counts;
}
