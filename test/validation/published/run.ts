import { checkpoints } from '../../../engine/experiment/compare.ts';
import { METRIC_INDEX, METRICS } from '../../../engine/model/metrics.ts';
import { closeMonths, measure as metricsOf } from '../../../engine/model/outcome.ts';
import { Work } from '../../../engine/model/phases/work.ts';
import type { World } from '../../../engine/model/world.ts';
import { replicationKey } from '../../../engine/random/key.ts';
import { KeyedRandom } from '../../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../../engine/run/compile.ts';
import { MixTables } from '../../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../../engine/run/replicate.ts';
import type { NormalStudy } from '../../../engine/study/index.ts';
import { type Arm, type Arms, type Estimate, estimate, type Measure } from './measure.ts';

/** A measure, and how precisely it is wanted: the half-width of its interval, in its own terms. */
export interface Wanted {
  readonly measure: Measure;
  readonly within: number;
}

/** What a study gave. */
export interface Observed {
  readonly estimates: readonly Estimate[];
  readonly replications: number;
  /** Whether every measure is known as precisely as wanted. */
  readonly precise: boolean;
}

/**
 * Simulates a study as `schemelab run` does, replication for replication, and reads measures off the worlds it leaves,
 * which hold more than the results file: single customers, and the state of day 0. Stops at the first checkpoint at
 * which all measures are as precise as wanted, or at the study's largest number of draws.
 */
export function observe(study: NormalStudy, wanted: readonly Wanted[]): Observed {
  const { minDraws, maxDraws, replicationsPerDraw } = study.run;
  const values = wanted.map(({ measure }) => measure.ratios.map((): [number[], number[]] => [[], []]));
  const runs = new Replications(study);
  let draw = 0;
  for (const target of checkpoints(minDraws, maxDraws)) {
    for (; draw < target; draw++) {
      runs.each(draw, (arms) => {
        wanted.forEach(({ measure }, i) => {
          measure.ratios.forEach(({ numerator, denominator }, k) => {
            values[i]![k]![0].push(numerator(arms));
            values[i]![k]![1].push(denominator(arms));
          });
        });
      });
    }
    const estimates = wanted.map(({ measure }, i) => estimate(measure, values[i]!, replicationsPerDraw));
    const precise = estimates.every(({ interval: [low, high] }, i) => (high - low) / 2 <= wanted[i]!.within);
    if (precise || target === maxDraws)
      return { estimates, replications: target * replicationsPerDraw, precise };
  }
  throw new RangeError('a study has at least one parameter draw');
}

/** Runs a study's replications one by one, all alternatives of one at a time. */
export class Replications {
  readonly #study: NormalStudy;
  readonly #mixes = new MixTables();
  readonly #work = new Work();

  constructor(study: NormalStudy) {
    this.#study = study;
  }

  /** Simulates the replications of one parameter draw. */
  each(draw: number, see: (arms: Arms) => void): void {
    const study = this.#study;
    const compiled = compileStudy(study, draw, this.#mixes);
    const n = study.run.replicationsPerDraw;
    for (let k = 0; k < n; k++) {
      const random = new KeyedRandom(replicationKey(compiled.key, draw * n + k));
      const start = warmUp(study, compiled, this.#work, random);
      const arms = new Map<string, Arm>();
      compiled.alternatives.forEach((alternative, a) => {
        const world = start.fork();
        runHorizon(study, compiled, alternative, this.#work, world, random);
        arms.set(study.alternatives[a]!.id, armOf(study, alternative, start, world));
      });
      see((id) => {
        const arm = arms.get(id);
        if (arm === undefined) throw new RangeError(`no alternative ${id}`);
        return arm;
      });
    }
  }
}

function armOf(study: NormalStudy, { model }: Compiled, start: World, world: World): Arm {
  const metrics = new Float64Array(METRICS.length);
  closeMonths(world);
  metricsOf(world, model, study.run.horizonDays, metrics, 0);
  return {
    world,
    start,
    model,
    metric(id) {
      const at = METRIC_INDEX.get(id);
      if (at === undefined) throw new RangeError(`no metric ${id}`);
      return metrics[at]!;
    },
  };
}
