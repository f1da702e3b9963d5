import { Work } from '../engine/model/phases/work.ts';
import { REP_FIGURES, SEAT } from '../engine/model/tables/tally.ts';
import { replicationKey } from '../engine/random/key.ts';
import { KeyedRandom } from '../engine/random/threefry.ts';
import { compileStudy } from '../engine/run/compile.ts';
import { MixTables } from '../engine/run/params.ts';
import { runHorizon, warmUp } from '../engine/run/replicate.ts';
import type { NormalStudy } from '../engine/study/normal.ts';
import { least, now } from './measure.ts';

/** Seconds of the two parts of a replication, and what happened in its horizon. */
export interface Course {
  readonly warmup: number;
  readonly horizon: number;
  readonly touches: number;
  /** Everything the seats did, for the hash. */
  readonly tally: Float64Array;
}

/** One replication after another of the baseline alone, the warm-up and the horizon timed apart. */
export class Courses {
  readonly #study: NormalStudy;
  readonly #compiled: ReturnType<typeof compileStudy>;
  readonly #work = new Work();
  #next = 0;

  constructor(study: NormalStudy) {
    this.#study = study;
    this.#compiled = compileStudy(study, 0, new MixTables());
  }

  run(): Course {
    const random = new KeyedRandom(replicationKey(this.#compiled.key, this.#next++));
    const start = now();
    const world = warmUp(this.#study, this.#compiled, this.#work, random);
    const middle = now();
    runHorizon(this.#study, this.#compiled.alternatives[0]!, this.#work, world, random);
    const end = now();
    let touches = 0;
    for (let seat = 0; seat < this.#study.reps; seat++)
      touches += world.seatTally[seat * REP_FIGURES.length + SEAT.touches]!;
    return { warmup: middle - start, horizon: end - middle, touches, tally: world.seatTally };
  }

  /** Least seconds of either part, and mean touches, over some replications after as many to warm up the compiler. */
  measure(times: number): { warmup: number; horizon: number; touches: number; tally: Float64Array } {
    const first = this.run();
    for (let k = 1; k < times; k++) this.run();
    const list = Array.from({ length: times }, () => this.run());
    return {
      warmup: least(list.map((one) => one.warmup)),
      horizon: least(list.map((one) => one.horizon)),
      touches: list.reduce((sum, one) => sum + one.touches, 0) / times,
      tally: first.tally,
    };
  }
}
