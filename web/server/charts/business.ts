import { yearOf } from '../../../engine/model/metrics.ts';
import { pairedDifference } from '../../../engine/statistics/paired.ts';
import { quantile } from '../../../engine/statistics/quantiles.ts';
import type { NormalStudy } from '../../../engine/study/index.ts';
import type { ChartData, ChartStage } from '../../contract/charts.ts';
import { defined, minus, sorted } from './distribution.ts';
import type { Gathered } from './gather.ts';
import { Turns } from './pause.ts';

/** Steps of the cost quantiles, from 0 to 100 %. */
const STEPS = 50;

/** Yearly cost of selling — pay, schemes, leads and turnover, which is what gross margin exceeds net contribution by. */
export async function costs(
  run: Gathered,
  alternatives: number,
  study: NormalStudy,
): Promise<ChartData['cost']> {
  const { confidence, horizonDays } = study.run;
  const turns = new Turns();
  const told: ChartData['cost'] = { quantiles: [], means: [], dearer: [] };
  let today: Float64Array | null = null;
  for (let a = 0; a < alternatives; a++) {
    const column = minus(run.figure(a, 'gross-margin'), run.figure(a, 'net-contribution')).map(
      (x) => (x * 252) / horizonDays,
    );
    const ascending = sorted(column);
    told.quantiles.push(Array.from({ length: STEPS + 1 }, (_, k) => defined(quantile(ascending, k / STEPS))));
    told.means.push(defined(column.reduce((sum, x) => sum + x, 0) / column.length));
    if (today === null) today = column;
    else {
      const { probabilityAbove } = pairedDifference(column, today, run.replicationsPerDraw, confidence);
      told.dearer.push(defined(probabilityAbove));
    }
    await turns.rest();
  }
  return told;
}

/** Worlds in the thinnest group, at least, for its mean to say anything. */
const FEWEST_WORLDS = 4;

/** Groups that worlds are sorted into; the first, the middle and the last are told. */
const GROUPS = 5;

/** What a poor, a usual and a good year bring and cost: the same worlds for every alternative, sorted by today's bookings. */
export function years(run: Gathered, alternatives: number, horizonDays: number): ChartData['years'] {
  const today = run.figure(0, 'bookings');
  const each = Math.floor(today.length / GROUPS);
  if (each < FEWEST_WORLDS) return null;
  const order = Array.from(today.keys()).sort((i, j) => today[i]! - today[j]! || i - j);
  const mean = (values: Float64Array, of: readonly number[]): number =>
    of.reduce((sum, i) => sum + values[i]!, 0) / of.length;
  const all = mean(today, order);
  const middle = Math.floor((order.length - each) / 2);
  return (['poor', 'usual', 'good'] as const).map((kind, k) => {
    const worlds = order.slice([0, middle, order.length - each][k], [each, middle + each, order.length][k]);
    const told = (figure: string): (number | null)[] =>
      Array.from({ length: alternatives }, (_, a) =>
        defined((mean(run.figure(a, figure), worlds) * 252) / horizonDays),
      );
    return {
      kind,
      against: defined(mean(today, worlds) / all - 1),
      bookings: told('bookings'),
      pay: told('pay-cost'),
      contribution: told('net-contribution'),
    };
  });
}

/** What each stage lets through, and how long it takes, pooled over replications. */
export function stages(run: Gathered, alternatives: number, study: NormalStudy): ChartStage[] {
  return study.world.stages.map(({ id, name }) => {
    const total = (a: number, figure: string): number =>
      run.figure(a, `stage-${id}-${figure}`).reduce((sum, x) => sum + x, 0);
    const all = Array.from({ length: alternatives }, (_, a) => {
      const [entered, advanced, days] = [total(a, 'entered'), total(a, 'advanced'), total(a, 'days')];
      return { entered, advanced, days };
    });
    return {
      id,
      name,
      entered: all.map((one) => defined(((one.entered / run.replications) * 252) / study.run.horizonDays)),
      conversion: all.map((one) => defined(one.advanced / one.entered)),
      days: all.map((one) => defined(one.days / one.advanced)),
    };
  });
}

/** What becomes of customers in a year, by tier. */
export function tiers(run: Gathered, alternatives: number, horizonDays: number): ChartData['tiers'] {
  const times = 252 / yearOf(horizonDays);
  return ['a', 'b', 'c'].map((id) => {
    const total = (a: number, figure: string): number =>
      run.figure(a, `tier-${id}-${figure}`).reduce((sum, x) => sum + x, 0);
    const all = Array.from({ length: alternatives }, (_, a) => a);
    return {
      id,
      churned: all.map((a) => defined(1 - (1 - total(a, 'churned') / total(a, 'customers')) ** times)),
      repeatRevenue: all.map((a) =>
        defined(((total(a, 'repeat-revenue') / run.replications) * 252) / horizonDays),
      ),
    };
  });
}
