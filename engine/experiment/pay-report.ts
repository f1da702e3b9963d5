import { type PayTerms, payTerms } from '../run/pay-terms.ts';
import type { ResultLayout, UnitResult } from '../run/runner.ts';
import { ascending, quantile } from '../statistics/quantiles.ts';
import type { NormalStudy, RunOptions } from '../study/normal.ts';
import { type Linearity, Tenths } from './pay-linearity.ts';
import { type Fairness, fairness, type Person, peopleOf } from './pay-people.ts';
import { Periods, type PeriodsTold } from './pay-periods.ts';
import { Compensated, type Winners } from './pay-winners.ts';

/** Quantiles of a distribution, by percent. */
export type Quantiles = Readonly<Record<'5' | '25' | '50' | '75' | '95', number>>;

/** The usual cost, and the dear one that one case in ten exceeds. */
export interface Cost {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
}

/** What a pay plan does, of one alternative. Money a year; shares as fractions; null where nothing can be told. */
export interface PayOutcome extends PeriodsTold {
  readonly alternative: string;
  /** All pay with on-costs a year, averaged over the horizon: each replication is one case. */
  readonly payCost: Cost;
  /** The same of single years: each year of each replication is one case. Null for a horizon under a year. */
  readonly payCostYear: (Cost & { readonly years: number }) | null;
  /** Pay with on-costs per unit of bookings: the compensation cost of sales. */
  readonly costOfSales: number | null;
  /** Credit ÷ quota over the horizon, of people who were there all along. */
  readonly attainment: Quantiles | null;
  /** Variable pay of the same people. */
  readonly variablePay: Quantiles | null;
  readonly linearity: Linearity | null;
  readonly fairness: Fairness | null;
  /** Change of yearly pay against the baseline, same seat and same luck; null for the baseline. */
  readonly winners: Winners | null;
}

/** Replications told person by person: the first so many. More would change no digit that is shown. */
const MOST_REPLICATIONS = 2_000;

/** Workdays and months of a year. */
const DAYS = 252;
const MONTHS = 12;

/**
 * Reads what every alternative paid, person by person, from finished draws.
 *
 * @param draws how many, from the first; read in order, so that sums do not depend on which finished first
 */
export function payReport(
  study: NormalStudy,
  layout: ResultLayout,
  draws: number,
  read: (draw: number) => UnitResult,
): readonly PayOutcome[] {
  const alternatives = study.alternatives.map((one) => new Gathering(one.id, layout));
  const each = study.run.replicationsPerDraw;
  const years = study.run.horizonDays / DAYS;
  const most = Math.min(draws, Math.ceil(MOST_REPLICATIONS / each));
  for (let draw = 0; draw < most; draw++) {
    const { data } = read(draw);
    // Further alternatives, such as the steps of an explanation, may stand behind the study's own.
    const of = data.length / (each * layout.size);
    for (let k = 0; k < each; k++) {
      const at = (a: number): number => (k * of + a) * layout.size;
      const people = alternatives.map((_, a) => peopleOf(data, layout, at(a), study, years));
      alternatives.forEach((gathering, a) => {
        gathering.add(data, at(a), years, people[a]!, people[0]!);
      });
    }
  }
  return alternatives.map((gathering, a) =>
    gathering.told(payTerms(study, a), a > 0 ? alternatives[0]! : null, study.run),
  );
}

/** What is gathered of one alternative. */
class Gathering {
  readonly #id: string;
  readonly #layout: ResultLayout;
  readonly #payCost: number[] = [];
  readonly #yearCost: number[] = [];
  #bookings = 0;
  readonly #attainment: number[] = [];
  readonly #variable: number[] = [];
  readonly #fairness: Fairness[] = [];
  readonly #periods: Periods;
  readonly #tenths: Tenths;
  readonly #compensated = new Compensated();

  constructor(id: string, layout: ResultLayout) {
    this.#id = id;
    this.#layout = layout;
    this.#periods = new Periods(layout);
    this.#tenths = new Tenths(layout);
  }

  /** Adds a replication, whose results begin at `at`. */
  add(
    data: Float64Array,
    at: number,
    years: number,
    people: readonly Person[],
    usual: readonly Person[],
  ): void {
    const metric = (id: string): number => data[at + this.#layout.metrics.indexOf(id)]!;
    this.#payCost.push(metric('pay-cost') / years);
    this.#bookings += metric('bookings') / years;
    this.#yearCost.push(...yearlyPayCost(data, at, this.#layout, Math.floor(years)));
    const there = people.filter((one) => one.there);
    for (const one of there) {
      if (Number.isFinite(one.attainment)) this.#attainment.push(one.attainment);
      this.#variable.push(one.variable);
    }
    const fair = fairness(there);
    if (fair !== null) this.#fairness.push(fair);
    this.#periods.add(data, at);
    this.#tenths.add(data, at);
    this.#compensated.add(people, usual);
  }

  told(terms: PayTerms, baseline: Gathering | null, run: RunOptions): PayOutcome {
    const fair = this.#fairness;
    const years = Math.floor(run.horizonDays / DAYS);
    return {
      alternative: this.#id,
      payCost: cost(this.#payCost),
      payCostYear: years > 0 ? { years, ...cost(this.#yearCost) } : null,
      costOfSales: this.#bookings > 0 ? this.#payCost.reduce((sum, x) => sum + x, 0) / this.#bookings : null,
      attainment: quantiles(this.#attainment),
      variablePay: quantiles(this.#variable),
      ...this.#periods.told(terms),
      linearity: this.#tenths.told(baseline === null ? null : baseline.#tenths, terms.evenly, run),
      fairness:
        fair.length === 0
          ? null
          : {
              correlation: mean(fair.map((one) => one.correlation)),
              slope: mean(fair.map((one) => one.slope)),
              inversions: mean(fair.map((one) => one.inversions)),
            },
      winners: baseline === null ? null : this.#compensated.told(),
    };
  }
}

/** Pay cost of each whole year of a replication. */
function yearlyPayCost(data: Float64Array, at: number, layout: ResultLayout, years: number): number[] {
  const first = at + layout.metrics.length + layout.details.length + layout.timeline.indexOf('pay-cost');
  return Array.from({ length: years }, (_, year) => {
    let sum = 0;
    for (let month = year * MONTHS; month < (year + 1) * MONTHS; month++)
      sum += data[first + month * layout.timeline.length]!;
    return sum;
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function cost(values: readonly number[]): Cost {
  const sorted = ascending(values);
  return { mean: mean(values), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}

function quantiles(values: readonly number[]): Quantiles | null {
  if (values.length === 0) return null;
  const sorted = ascending(values);
  const at = (p: number): number => quantile(sorted, p);
  return { '5': at(0.05), '25': at(0.25), '50': at(0.5), '75': at(0.75), '95': at(0.95) };
}
