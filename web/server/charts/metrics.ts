import type { Result } from '../../../engine/experiment/index.ts';
import { METRICS } from '../../../engine/model/metrics.ts';
import type { ChartMetric } from '../../contract/charts.ts';
import { binsOf, histogram, minus, sorted } from './distribution.ts';
import type { Gathered } from './gather.ts';
import { Turns } from './pause.ts';

/** Money that adds up over time, and so is told by the year; a customer's lifetime value is no such flow. */
const FLOWS = new Set(['net-contribution', 'bookings', 'revenue', 'pay-cost', 'scheme-cost', 'gross-margin']);

/** Factor from the horizon to a year. */
export function perYear(metric: string, horizonDays: number): number {
  return FLOWS.has(metric) ? 252 / horizonDays : 1;
}

type Range = readonly [number | null, number | null];

/** Every metric: its levels by alternative, its differences by change. Statistics are those of the result. */
export async function metricCharts(run: Gathered, result: Result): Promise<ChartMetric[]> {
  const turns = new Turns();
  const charts: ChartMetric[] = [];
  for (const { id, name, formula, unit, better } of METRICS) {
    const scale = perYear(id, result.run.horizonDays);
    const by = (x: number | null): number | null => (x === null ? null : x * scale);
    const range = (pair: Range): [number | null, number | null] => [by(pair[0]), by(pair[1])];
    const columns = result.alternatives.map((_, a) => run.figure(a, id).map((x) => x * scale));
    const levels = columns.map(sorted);
    await turns.rest();
    const differences = columns.slice(1).map((column) => sorted(minus(column, columns[0]!)));
    await turns.rest();
    const bins = binsOf(levels);
    const differenceBins = binsOf(differences);
    charts.push({
      id,
      name,
      formula,
      unit,
      better,
      perYear: FLOWS.has(id),
      bins,
      levels: result.alternatives.map(({ metrics }, a) => {
        const { mean, interval, quantiles } = metrics[id]!;
        return {
          mean: by(mean),
          interval: range(interval),
          quantiles: [quantiles['5'], quantiles['25'], quantiles['50'], quantiles['75'], quantiles['95']].map(
            by,
          ),
          counts: histogram(levels[a]!, bins),
        };
      }),
      differenceBins,
      differences: result.comparisons.map(({ metrics }, i) => {
        const { mean, interval, credible, predictive, probabilityBetter, chanceBetter } = metrics[id]!;
        return {
          mean: by(mean),
          interval: range(interval),
          credible: range(credible),
          predictive: range(predictive),
          probabilityBetter,
          chanceBetter,
          counts: histogram(differences[i]!, differenceBins),
        };
      }),
    });
  }
  return charts;
}
