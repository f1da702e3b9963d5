import type { Paid } from './everyone.ts';

/** What one plan pays for a set of results, beside another. */
export interface PlanOutcome {
  /** Salaries and variable pay of everybody. */
  readonly cost: number;
  readonly variable: number;
  /** Cost as a share of the results it was paid for; null where there are none. */
  readonly costShare: number | null;
  /** Of one person's variable pay: the amounts a tenth, half and nine tenths of people stay under. */
  readonly quantiles: readonly [p10: number, p50: number, p90: number];
  /** Correlation of people's variable pay with their results; null where either is the same for all. */
  readonly payForPerformance: number | null;
  /** Pairs of people of whom the one with more results has less pay, as a share of all pairs. */
  readonly inversions: number;
  /** People who get more and less than under the other plan, by over 1 %. */
  readonly winners: number;
  readonly losers: number;
  readonly differences: readonly { readonly person: string; readonly difference: number }[];
}

/**
 * Sums up what a plan pays.
 *
 * @param results the results pay is judged by, person by person
 * @param reference what another plan pays the same people
 */
export function outcomeOf(
  paid: readonly Paid[],
  results: readonly number[],
  reference: readonly Paid[],
): PlanOutcome {
  const pay = paid.map((one) => one.variable);
  const total = (one: Paid): number => one.salary + one.variable;
  const cost = paid.reduce((sum, one) => sum + total(one), 0);
  const earned = results.reduce((sum, one) => sum + one, 0);
  const differences = paid.map((one, i) => ({
    person: one.person.id,
    difference: total(one) - total(reference[i]!),
    share: (total(one) - total(reference[i]!)) / Math.max(1e-9, total(reference[i]!)),
  }));
  return {
    cost,
    variable: pay.reduce((sum, one) => sum + one, 0),
    costShare: earned > 0 ? cost / earned : null,
    quantiles: [quantile(pay, 0.1), quantile(pay, 0.5), quantile(pay, 0.9)],
    payForPerformance: correlation(results, pay),
    inversions: inversions(results, pay),
    winners: differences.filter(({ share }) => share > 0.01).length,
    losers: differences.filter(({ share }) => share < -0.01).length,
    differences: differences
      .map(({ person, difference }) => ({ person, difference }))
      .sort((a, b) => b.difference - a.difference || (a.person < b.person ? -1 : 1)),
  };
}

/** Linear between the order statistics. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted.length === 0 ? 0 : sorted[low]! + (sorted[high]! - sorted[low]!) * (at - low);
}

/** Pearson's; null where one of the two does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length;
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    xx += (x[i]! - mx) ** 2;
    yy += (y[i]! - my) ** 2;
    xy += (x[i]! - mx) * (y[i]! - my);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

function inversions(results: readonly number[], pay: readonly number[]): number {
  let [wrong, pairs] = [0, 0];
  for (let i = 0; i < pay.length; i++) {
    for (let j = i + 1; j < pay.length; j++) {
      pairs++;
      if ((results[i]! - results[j]!) * (pay[i]! - pay[j]!) < 0) wrong++;
    }
  }
  return pairs > 0 ? wrong / pairs : 0;
}
