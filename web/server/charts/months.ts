import type { ChartMonth, ChartUnit } from '../../contract/charts.ts';
import { CHART_PERCENTS } from '../../contract/charts.ts';
import { defined, minus, percents, sorted } from './distribution.ts';
import type { Gathered } from './gather.ts';
import { Turns } from './pause.ts';

/** Monthly figures that charts show, each a total of the month or its state at the end. */
const FIGURES: readonly (readonly [id: string, unit: ChartUnit])[] = [
  ['net-contribution', 'money'],
  ['revenue', 'money'],
  ['bookings', 'money'],
  ['cash', 'money'],
  ['pay-cost', 'money'],
  ['scheme-cost', 'money'],
  ['open-pipeline', 'money'],
  ['leads', 'count'],
  ['wins', 'count'],
  ['active-customers', 'count'],
  ['churned-customers', 'count'],
  ['active-reps', 'count'],
  ['satisfaction', 'points'],
  ['adoption', 'share'],
];

/** Quantiles of monthly figures and of their differences. */
export async function monthCharts(run: Gathered, alternatives: number): Promise<ChartMonth[]> {
  const turns = new Turns();
  const charts: ChartMonth[] = [];
  for (const [id, unit] of FIGURES) {
    const columns = Array.from({ length: alternatives }, (_, a) => run.month(a, id));
    const levels: (number | null)[][][] = [];
    for (const column of columns) {
      levels.push(fan(column, run.layout.months));
      await turns.rest();
    }
    const differences: (number | null)[][][] = [];
    for (const column of columns.slice(1)) {
      differences.push(fan(minus(column, columns[0]!), run.layout.months));
      await turns.rest();
    }
    charts.push({ id, unit, levels, differences });
  }
  return charts;
}

/** [quantile][month] of values [replication][month]. */
function fan(values: Float64Array, months: number): (number | null)[][] {
  const byMonth = Array.from({ length: months }, (_, month) =>
    percents(sorted(values.filter((_, i) => i % months === month))),
  );
  return CHART_PERCENTS.map((_, q) => byMonth.map((one) => one[q]!));
}

/**
 * Share of customers that would stay so long if each month's churn were met in turn, by month: as a period life table
 * tells survival.
 */
export function retention(run: Gathered, alternative: number): (number | null)[] {
  const { months } = run.layout;
  const active = run.month(alternative, 'active-customers');
  const churned = run.month(alternative, 'churned-customers');
  let staying = 1;
  return Array.from({ length: months }, (_, month) => {
    let lost = 0;
    let exposed = 0;
    for (let row = month; row < active.length; row += months) {
      lost += churned[row]!;
      exposed += active[row]! + churned[row]!;
    }
    staying *= exposed > 0 ? 1 - lost / exposed : 1;
    return defined(staying);
  });
}
