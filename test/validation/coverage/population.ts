/** Draws of the real simulator, as a population out of which runs are picked: so the truth about them is known exactly. */
import { layoutOf } from '../../../engine/run/layout.ts';
import { UnitRunner } from '../../../engine/run/replicate.ts';
import { differencesOf } from '../../../engine/statistics/differences.ts';
import { mean, variance } from '../../../engine/statistics/moments.ts';
import { AMOUNT, COUNTED, engineStudy, HORIZON_DAYS } from './engine-study.ts';
import { OWN, REPLICATIONS, type World } from './worlds.ts';

/** Parameter draws of the population, and replications of each. */
export const POPULATION = 1000;
export const OF_EACH = 16;

/** What of it is counted: a metric each, and the one that decides when a run stops. */
export const ENGINE = [
  { id: 'engine-net-contribution', figure: 0, stops: 0, name: 'Net contribution' },
  { id: 'engine-bookings', figure: 1, stops: 0, name: 'Bookings' },
  { id: 'engine-win-rate', figure: 2, stops: 0, name: 'Win rate' },
  { id: 'engine-bookings-primary', figure: 1, stops: 1, name: 'Bookings as the primary metric' },
] as const;

/** Differences of the counted metrics in draws `from` to `to` (excluded): [metric][draw][replication]. */
export function simulated(from: number, to: number): number[][] {
  const study = engineStudy(OF_EACH);
  const units = new UnitRunner(study);
  const { metrics, size } = layoutOf(study);
  const differences: number[][] = COUNTED.map(() => []);
  for (let draw = from; draw < to; draw++) {
    const { data } = units.run(draw);
    COUNTED.forEach((id, i) => {
      const figure = metrics.indexOf(id);
      const side = (alternative: number): number[] =>
        Array.from({ length: OF_EACH }, (_, k) => data[(2 * k + alternative) * size + figure]!);
      differences[i]!.push(...differencesOf(side(1), side(0)));
    });
  }
  return differences;
}

/**
 * The metrics of such a population as worlds: a draw is one of its draws, a replication one of that draw's, each picked
 * at random and put back.
 *
 * @param population as `simulated` gives it, of all draws
 */
export function engineWorlds(population: readonly (readonly number[])[]): World[] {
  const figures = population.map((values, i) =>
    worldOf(values, i === 0 ? AMOUNT * (HORIZON_DAYS / 252) : undefined),
  );
  return ENGINE.map(({ id, name, figure, stops }) => ({
    ...figures[figure]!,
    id,
    name,
    ...(stops === figure ? {} : { stoppedAs: figures[stops]! }),
  }));
}

/** @param values [draw][replication]; a figure that is not defined in a replication is left out, as everywhere */
function worldOf(values: readonly number[], amount: number | undefined): World {
  const defined = Array.from({ length: values.length / OF_EACH }, (_, d) =>
    values.slice(d * OF_EACH, (d + 1) * OF_EACH).filter(Number.isFinite),
  );
  const means = defined.map(mean);
  return {
    id: 'engine',
    seed: 'engine',
    name: 'Simulator',
    law: 'the simulator’s own',
    ignorance: true,
    mean: mean(means),
    sd: Math.sqrt(variance(means) + mean(defined.map(variance)) / REPLICATIONS),
    ...(amount === undefined ? {} : { amount }),
    above: mean(means.map((x) => (x > 0 ? 1 : x === 0 ? 0.5 : 0))),
    drawn: (luck, draw) => Math.floor(luck.uniform(draw, OWN, 0) * means.length),
    expected: (d) => means[d]!,
    value: (luck, draw, k, d) => values[d * OF_EACH + Math.floor(luck.uniform(draw, k, 0) * OF_EACH)]!,
  };
}
