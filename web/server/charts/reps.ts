import { quantile } from '../../../engine/statistics/quantiles.ts';
import { ATTAINMENT_BANDS, type Bins, type ChartData, type ChartTenth } from '../../contract/charts.ts';
import { defined, sorted } from './distribution.ts';
import type { Gathered } from './gather.ts';

/** Attainment over the horizon, as far as charts show it. */
const BINS: Bins = { from: 0, to: 2.4, count: 24 };

/** Fewer rep-years than this tell no mean pay. */
const FEWEST = 10;

/** Groups by what a rep would attain under the baseline. */
const GROUPS = 10;

/**
 * Attainment of every rep of every world, their share in bands, and what those of each bin would be paid beside
 * salary with the average quota.
 */
export function attainment(
  run: Gathered,
  alternatives: number,
  horizonDays: number,
): ChartData['reachedQuota'] {
  const counts: number[][] = [];
  const pay: (number | null)[][] = [];
  const bands: (number | null)[][] = [];
  const usual = (meanOf(run.seat(0, 'quota')) * 252) / horizonDays;
  for (let a = 0; a < alternatives; a++) {
    const credit = run.seat(a, 'credit');
    const quota = run.seat(a, 'quota');
    const variable = run.seat(a, 'variable-pay');
    const count = new Array<number>(BINS.count).fill(0);
    const paid = new Array<number>(BINS.count).fill(0);
    const band = new Array<number>(ATTAINMENT_BANDS.length + 1).fill(0);
    let all = 0;
    for (let i = 0; i < credit.length; i++) {
      if (!(quota[i]! > 0)) continue;
      const x = credit[i]! / quota[i]!;
      const bin = Math.min(BINS.count - 1, Math.floor((x / BINS.to) * BINS.count));
      count[bin]!++;
      paid[bin]! += (variable[i]! / quota[i]!) * usual;
      band[ATTAINMENT_BANDS.filter((edge) => x >= edge).length]!++;
      all++;
    }
    counts.push(count);
    pay.push(count.map((n, bin) => (n < FEWEST ? null : paid[bin]! / n)));
    bands.push(band.map((n) => (all > 0 ? n / all : null)));
  }
  return { bins: BINS, counts, pay, bands };
}

/** How each tenth of the reps fares in pay under a change, against the same rep in the same world under the baseline. */
export function winners(run: Gathered, alternative: number, horizonDays: number): ChartTenth[] {
  const { seats } = run.layout;
  const credit = run.seat(0, 'credit');
  const quota = run.seat(0, 'quota');
  const salary = [run.seat(0, 'salary'), run.seat(alternative, 'salary')] as const;
  const variable = [run.seat(0, 'variable-pay'), run.seat(alternative, 'variable-pay')] as const;
  const groups: number[][] = [];
  for (let from = 0; from < credit.length; from += seats) {
    const ranked = Array.from({ length: seats }, (_, seat) => from + seat)
      .filter((i) => quota[i]! > 0)
      .sort((i, j) => credit[i]! / quota[i]! - credit[j]! / quota[j]! || i - j);
    ranked.forEach((i, rank) => {
      const group = Math.floor((rank * Math.min(GROUPS, ranked.length)) / ranked.length);
      const change = salary[1][i]! + variable[1][i]! - salary[0][i]! - variable[0][i]!;
      (groups[group] ??= []).push((change * 252) / horizonDays);
    });
  }
  return groups.map((changes) => {
    const ascending = sorted(changes);
    const share = (of: (x: number) => boolean): number | null =>
      defined(changes.filter(of).length / changes.length);
    return {
      mean: defined(changes.reduce((sum, x) => sum + x, 0) / changes.length),
      low: defined(quantile(ascending, 0.25)),
      high: defined(quantile(ascending, 0.75)),
      // A yuan a year is no change that anyone would call one.
      more: share((x) => x > 1),
      less: share((x) => x < -1),
    };
  });
}

/** Mean of the values above 0: seats that had a quota. */
function meanOf(values: Float64Array): number {
  const some = values.filter((x) => x > 0);
  return some.reduce((sum, x) => sum + x, 0) / Math.max(1, some.length);
}
