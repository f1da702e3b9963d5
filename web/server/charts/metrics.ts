import type { Result } from '../../../engine/experiment/index.ts';
import { METRICS } from '../../../engine/model/metrics.ts';
import type { ChartMetric } from '../../contract/charts.ts';
import { binsOf, histogram, minus, sorted } from './distribution.ts';
import type { Gathered } from './gather.ts';
import { Turns } from './pause.ts';

/** Money that adds up over the horizon, and is told over it as in verdicts; a customer's lifetime value does not. */
const SUMS = new Set([
  'net-value',
  'net-contribution',
  'customer-equity',
  'pipeline-value',
  'bookings',
  'revenue',
  'pay-cost',
  'scheme-cost',
  'gross-margin',
]);

/** Every metric: its levels by alternative, its differences by change. Statistics are those of the result. */
export async function metricCharts(run: Gathered, result: Result): Promise<ChartMetric[]> {
  const turns = new Turns();
  const charts: ChartMetric[] = [];
  for (const { id, name, formula, unit, better } of METRICS) {
    const columns = result.alternatives.map((_, a) => run.figure(a, id));
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
      overHorizon: SUMS.has(id),
      bins,
      levels: result.alternatives.map(({ metrics }, a) => {
        const { mean, interval, quantiles } = metrics[id]!;
        return {
          mean,
          interval: [...interval],
          quantiles: [quantiles['5'], quantiles['25'], quantiles['50'], quantiles['75'], quantiles['95']],
          counts: histogram(levels[a]!, bins),
        };
      }),
      differenceBins,
      differences: result.comparisons.map(({ metrics }, i) => {
        const { mean, interval, credible, predictive, probabilityBetter, chanceBetter } = metrics[id]!;
        return {
          mean,
          interval: [...interval],
          credible: [...credible],
          predictive: [...predictive],
          probabilityBetter,
          chanceBetter,
          counts: histogram(differences[i]!, differenceBins),
        };
      }),
    });
  }
  return charts;
}
