import { normalQuantile } from '../../engine/kernel/normal.ts';
import { METRICS } from '../../engine/model/metrics.ts';
import { KeyedRandom, unit53 } from '../../engine/random/threefry.ts';
import type { ResultLayout, Runner, UnitResult } from '../../engine/run/runner.ts';
import { draftStudy } from '../../engine/study/draft.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import { b2bSaas } from '../../engine/study/presets/b2b-saas.ts';

/** A study with alternatives by name; what they are is up to the made-up runner. */
export function studyOf(names: readonly string[], run: Partial<NormalStudy['run']> = {}): NormalStudy {
  const draft = draftStudy(b2bSaas);
  const baseline = draft.alternatives[0]!;
  return {
    ...draft,
    title: { en: 'Made up', zh: '虚构' },
    alternatives: [baseline, ...names.map((id) => ({ ...baseline, id }))],
    run: { ...draft.run, replicationsPerDraw: 2, minDraws: 8, maxDraws: 40, ...run },
  };
}

export const LAYOUT: ResultLayout = {
  metrics: METRICS.map((metric) => metric.id),
  details: ['stage-lead-entered'],
  months: 1,
  timeline: ['bookings'],
  seats: 1,
  reps: ['bookings'],
  spreads: [],
  bins: 0,
  size: METRICS.length + 3,
};

/** Value of a figure: by draw, replication, alternative and the metric's position. */
export type Values = (draw: number, replication: number, alternative: number, metric: number) => number;

/** A runner that simulates nothing: figures come from a function. Units come back in the order a test asks for. */
export class MadeUpRunner implements Runner {
  readonly asked: number[][] = [];
  readonly #values: Values;
  readonly #order: (draws: readonly number[]) => readonly number[];

  constructor(values: Values, order: (draws: readonly number[]) => readonly number[] = (draws) => draws) {
    this.#values = values;
    this.#order = order;
  }

  unit(study: NormalStudy, draw: number): UnitResult {
    const { replicationsPerDraw } = study.run;
    const alternatives = study.alternatives.length;
    const data = new Float64Array(replicationsPerDraw * alternatives * LAYOUT.size);
    for (let k = 0; k < replicationsPerDraw; k++) {
      for (let a = 0; a < alternatives; a++) {
        const at = (k * alternatives + a) * LAYOUT.size;
        for (let i = 0; i < LAYOUT.size; i++) data[at + i] = this.#values(draw, k, a, i);
      }
    }
    return { draw, data };
  }

  async run(
    study: NormalStudy,
    draws: readonly number[],
    onUnit: (unit: UnitResult) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    this.asked.push([...draws]);
    for (const draw of this.#order(draws)) {
      signal?.throwIfAborted();
      onUnit(this.unit(study, draw));
    }
  }

  async close(): Promise<void> {}
}

const random = new KeyedRandom([1, 6, 1, 8]);

/** A standard normal that belongs to a place. */
export function luck(a: number, b: number, c: number): number {
  random.draw(a, 9, b, c);
  return normalQuantile(unit53(random.w0, random.w1));
}
