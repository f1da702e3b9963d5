import { join } from 'node:path';
import { tableNotes } from '../../../engine/conduct/index.ts';
import { compare, summarise } from '../../../engine/experiment/index.ts';
import { ENGINE_VERSION } from '../../../engine/kernel/version.ts';
import { RunFolder } from '../../../engine/results/index.ts';
import { layoutOf } from '../../../engine/run/index.ts';
import { InlineRunner } from '../../../engine/run/inline.ts';
import type { UnitResult } from '../../../engine/run/runner.ts';
import { fingerprint } from '../../../engine/study/index.ts';
import { studyOf } from '../../../web/server/written.ts';

/** Draws that are simulated; all others repeat these. */
const SIMULATED = 10;

/** By how much a repetition differs from the one before: numbers that repeat would be stored and read faster than others. */
const DRIFT = 1e-6;

const EACH = 5;

/** Nine changes to a company of three reps. */
const ALTERNATIVES = {
  trained: { schemes: ['training'] },
  automated: { schemes: ['automation'] },
  both: { schemes: ['training', 'automation'] },
  structured: { 'plan-type': 'structured' },
  steep: { pay: { extends: 'baseline', accelerator: 2 } },
  steeper: { pay: { extends: 'baseline', accelerator: 3 } },
  steepest: { pay: { extends: 'baseline', accelerator: 4 } },
  easier: { pay: { extends: 'baseline', threshold: '20%' } },
  bonus: { pay: { extends: 'baseline', bonus: 5000 } },
};

/**
 * Leaves the folder of a finished run of 10 alternatives × `replications` in the data folder of a server that is not at
 * work.
 *
 * @returns the run's id
 */
export async function leaveLargest(data: string, replications: number): Promise<string> {
  const source = JSON.stringify({
    schemelab: 1,
    title: 'The largest run',
    context: 'b2b-saas',
    company: { reps: 3, teams: 1 },
    alternatives: ALTERNATIVES,
    run: { 'replications-per-draw': EACH, replications: SIMULATED * EACH, seed: 'largest' },
  });
  const study = studyOf(source);
  const draws = replications / EACH;
  const whole = { ...study, run: { ...study.run, minDraws: draws, maxDraws: draws } };
  const layout = layoutOf(study);
  const kept = new Map<number, UnitResult>();
  const compared = await compare(study, new InlineRunner(), layout, {
    onUnit: (unit) => kept.set(unit.draw, unit),
  });
  const id = 'largest22222';
  const hash = fingerprint(whole);
  const folder = RunFolder.create(join(data, id), {
    engine: ENGINE_VERSION,
    title: study.title,
    hash,
    seed: study.run.seed,
    source,
    study: whole,
    alternatives: study.alternatives.length,
    replicationsPerDraw: EACH,
    options: {},
    created: '2026-01-01T00:00:00.000Z',
    machine: {},
  });
  const small = summarise(study, compared, { engine: ENGINE_VERSION, hash });
  folder.finish({
    result: { ...small, run: { ...small.run, draws, replications } },
    units: {
      draws,
      replicationsPerDraw: EACH,
      alternatives: study.alternatives.map((one) => one.id),
      layout,
      read: (draw) => ({ data: kept.get(draw % SIMULATED)!.data.map((x) => x * (1 + draw * DRIFT)) }),
    },
    notes: tableNotes(study),
    finished: '2026-01-01T00:00:01.000Z',
    machine: {},
  });
  folder.release();
  return id;
}
