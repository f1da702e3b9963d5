import { column, compare, type Sample } from '../../engine/experiment/compare.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import type { ResultLayout, Runner } from '../../engine/run/runner.ts';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import { COUNTED, coverageStudy, DRAWS } from './coverage.study.ts';

/** One metric's interval in one macro-run. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** One macro-run: intervals by metric in the order of COUNTED, at the fixed size and where precision stopped it. */
export interface MacroRun {
  readonly fixed: readonly Interval[];
  readonly stopped: readonly Interval[];
  readonly draws: number;
}

/** Sum and sum of squares of draw means, by metric, over finite ones. */
export interface Truth {
  readonly count: readonly number[];
  readonly sum: readonly number[];
  readonly squares: readonly number[];
}

/** Runs units at once, without giving way to other events as a real run must. */
class PlainRunner implements Runner {
  async run(...[study, draws, onUnit]: Parameters<Runner['run']>): Promise<void> {
    const units = new UnitRunner(study);
    for (const draw of draws) onUnit(units.run(draw));
  }
  async close(): Promise<void> {}
}

function intervals(sample: Sample, layout: ResultLayout): Interval[] {
  return COUNTED.map((id) => {
    const figure = layout.metrics.indexOf(id);
    const { mean, interval } = pairedDifference(
      column(sample, 1, figure),
      column(sample, 0, figure),
      sample.replications,
      0.95,
    );
    return { mean, low: interval[0], high: interval[1] };
  });
}

/** Macro-runs `from` to `to` (excluded), each under a seed of its own. */
export async function macroRuns(from: number, to: number): Promise<MacroRun[]> {
  const runs: MacroRun[] = [];
  const runner = new PlainRunner();
  const layout = layoutOf(coverageStudy(''));
  for (let i = from; i < to; i++) {
    const { sample } = await compare(coverageStudy(`coverage-${i}`), runner, layout);
    // Draws are the same however many follow them: the fixed-size run is the first part of the sequential one.
    const size = sample.data.length / sample.draws;
    const first: Sample = { ...sample, draws: DRAWS, data: sample.data.subarray(0, DRAWS * size) };
    runs.push({
      fixed: intervals(first, layout),
      stopped: intervals(sample, layout),
      draws: sample.draws,
    });
  }
  return runs;
}

/** Draws `from` to `to` (excluded) of one long run under another seed. */
export function truthOf(from: number, to: number): Truth {
  const study = coverageStudy('truth of the coverage study');
  const units = new UnitRunner(study);
  const layout = layoutOf(study);
  const figures = COUNTED.map((id) => layout.metrics.indexOf(id));
  const count = figures.map(() => 0);
  const sum = figures.map(() => 0);
  const squares = figures.map(() => 0);
  for (let draw = from; draw < to; draw++) {
    const { data } = units.run(draw);
    figures.forEach((figure, i) => {
      let total = 0;
      let n = 0;
      for (let k = 0; k < study.run.replicationsPerDraw; k++) {
        const at = 2 * k * layout.size + figure;
        const difference = data[at + layout.size]! - data[at]!;
        if (!Number.isFinite(difference)) continue;
        total += difference;
        n++;
      }
      if (n === 0) return;
      count[i]! += 1;
      sum[i]! += total / n;
      squares[i]! += (total / n) ** 2;
    });
  }
  return { count, sum, squares };
}
