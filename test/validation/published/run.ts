import { checkpoints } from '../../../engine/experiment/compare.ts';
import { METRIC_INDEX, METRICS } from '../../../engine/model/metrics.ts';
import { closeMonths, measure as metricsOf } from '../../../engine/model/outcome.ts';
import { Work } from '../../../engine/model/phases/work.ts';
import type { World } from '../../../engine/model/world.ts';
import { replicationKey } from '../../../engine/random/key.ts';
import { KeyedRandom } from '../../../engine/random/threefry.ts';
import { type CompiledStudy, compileStudy } from '../../../engine/run/compile.ts';
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

/** Studies run beside the one a finding is about, by name: other settings of it, under the same luck. */
export type Beside = ReadonlyMap<string, NormalStudy>;

const NONE: Beside = new Map();

/**
 * Simulates a study as `schemelab run` does, replication for replication, and reads measures off the worlds it leaves,
 * which hold more than the results file: single customers, and the state of day 0. Stops at the first checkpoint at
 * which all measures are as precise as wanted, or at the study's largest number of draws.
 *
 * @param beside their alternatives are called “study/alternative”, and share the luck of the study's own
 * @throws RangeError when a study beside it has another seed or other replications a draw
 */
export function observe(study: NormalStudy, wanted: readonly Wanted[], beside: Beside = NONE): Observed {
  const { minDraws, maxDraws, replicationsPerDraw, seed } = study.run;
  for (const [name, { run }] of beside)
    if (run.seed !== seed || run.replicationsPerDraw !== replicationsPerDraw)
      throw new RangeError(`${name} does not share the luck of the study it stands beside`);
  const values = wanted.map(({ measure }) => measure.ratios.map((): [number[], number[]] => [[], []]));
  const own = new Replications(study);
  const others = [...beside].map(([name, other]) => ({ name, runs: new Replications(other) }));
  let draw = 0;
  for (const target of checkpoints(minDraws, maxDraws)) {
    for (; draw < target; draw++) {
      const along = others.map(({ name, runs }) => ({ name, worlds: runs.of(draw) }));
      for (const main of own.of(draw)) {
        const arms = joined(
          main,
          along.map(({ name, worlds }): [string, Arms] => [name, worlds.next().value as Arms]),
        );
        wanted.forEach(({ measure }, i) => {
          measure.ratios.forEach(({ numerator, denominator }, k) => {
            values[i]![k]![0].push(numerator(arms));
            values[i]![k]![1].push(denominator(arms));
          });
        });
      }
    }
    const estimates = wanted.map(({ measure }, i) => estimate(measure, values[i]!, replicationsPerDraw));
    const precise = estimates.every(({ interval: [low, high] }, i) => (high - low) / 2 <= wanted[i]!.within);
    if (precise || target === maxDraws)
      return { estimates, replications: target * replicationsPerDraw, precise };
  }
  throw new RangeError('a study has at least one parameter draw');
}

/** The alternatives of several studies in one replication. */
function joined(main: Arms, others: readonly (readonly [string, Arms])[]): Arms {
  return (id) => {
    const other = others.find(([name]) => id.startsWith(`${name}/`));
    return other === undefined ? main(id) : other[1](id.slice(other[0].length + 1));
  };
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
    for (const arms of this.of(draw)) see(arms);
  }

  /** The same, each replication when it is asked for. */
  *of(draw: number): Generator<Arms, void, undefined> {
    const study = this.#study;
    const compiled = compileStudy(study, draw, this.#mixes);
    const n = study.run.replicationsPerDraw;
    for (let k = 0; k < n; k++) {
      const random = new KeyedRandom(replicationKey(compiled.key, draw * n + k));
      const start = warmUp(study, compiled, this.#work, random);
      const arms = new Map<string, Arm>();
      study.alternatives.forEach(({ id }, a) => {
        arms.set(id, this.#arm(compiled, a, start, random));
      });
      yield (id) => {
        const arm = arms.get(id);
        if (arm === undefined) throw new RangeError(`no alternative ${id}`);
        return arm;
      };
    }
  }

  #arm(compiled: CompiledStudy, a: number, start: World, random: KeyedRandom): Arm {
    const study = this.#study;
    const alternative = compiled.alternatives[a]!;
    const { model } = alternative;
    const worldAt = (day: number): World => {
      const world = start.fork();
      runHorizon(study, alternative, this.#work, world, random, day);
      return world;
    };
    const world = worldAt(study.run.horizonDays);
    const metrics = new Float64Array(METRICS.length);
    closeMonths(world);
    metricsOf(world, model, study.run.horizonDays, random, metrics, 0);
    const mornings = new Map<number, World>();
    return {
      world,
      start,
      model,
      morning(day) {
        let found = mornings.get(day);
        if (found === undefined) mornings.set(day, (found = worldAt(day)));
        return found;
      },
      metric(id) {
        const at = METRIC_INDEX.get(id);
        if (at === undefined) throw new RangeError(`no metric ${id}`);
        return metrics[at]!;
      },
    };
  }
}
