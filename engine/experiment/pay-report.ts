import type { ResultLayout, UnitResult } from '../run/runner.ts';
import { ascending, quantile } from '../statistics/quantiles.ts';
import type { NormalStudy } from '../study/normal.ts';
import { type GroupChange, paidToWhom, payGroups } from './pay-winners.ts';

/** Quantiles of a distribution, by percent. */
export type Quantiles = Readonly<Record<'5' | '25' | '50' | '75' | '95', number>>;

/** What a pay plan does, of one alternative. Money a year; shares as fractions; null where nothing can be told. */
export interface PayOutcome {
  readonly alternative: string;
  /** All pay with on-costs a year, averaged over the horizon: of the usual company, and of the dear one in ten. */
  readonly payCost: { readonly mean: number; readonly p50: number; readonly p90: number };
  /** Pay with on-costs per unit of bookings: the compensation cost of sales. */
  readonly costOfSales: number | null;
  /** Credit ÷ quota over the horizon, of people who were there all along. */
  readonly attainment: Quantiles | null;
  /** Variable pay of the same people. */
  readonly variablePay: Quantiles | null;
  /** Shares of them with attainment of at least half, of all, and of six fifths. */
  readonly reached: { readonly half: number; readonly target: number; readonly excellence: number } | null;
  readonly fairness: Fairness | null;
  /** Change of yearly pay against the baseline, same seat and same luck, by fifths; null for the baseline. */
  readonly winners: {
    readonly byAttainment: readonly GroupChange[];
    readonly byAbility: readonly GroupChange[];
  } | null;
}

/** How pay follows performance within one company, averaged over replications. */
export interface Fairness {
  /** Correlation of variable pay with bookings. */
  readonly correlation: number;
  /** Variable pay per unit of bookings, by least squares. */
  readonly slope: number;
  /** Share of pairs of people in which the one who booked more is paid less. */
  readonly inversions: number;
}

/** Replications told person by person: the first so many. More would change no digit that is shown. */
const MOST_REPLICATIONS = 2_000;

/** Attainment that counts as excellent. */
const EXCELLENCE = 1.2;

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
  const alternatives = study.alternatives.map((one) => new Gathering(one.id));
  const each = study.run.replicationsPerDraw;
  const years = study.run.horizonDays / 252;
  const most = Math.min(draws, Math.ceil(MOST_REPLICATIONS / each));
  for (let draw = 0; draw < most; draw++) {
    const { data } = read(draw);
    // Further alternatives, such as the steps of an explanation, may stand behind the study's own.
    const of = data.length / (each * layout.size);
    for (let k = 0; k < each; k++) {
      const people = alternatives.map((_, a) =>
        peopleOf(data, layout, (k * of + a) * layout.size, study, years),
      );
      alternatives.forEach((gathering, a) => {
        const at = (k * of + a) * layout.size;
        const metric = (id: string): number => data[at + layout.metrics.indexOf(id)]!;
        gathering.add(metric('pay-cost') / years, metric('bookings') / years, people[a]!, people[0]!);
      });
    }
  }
  return alternatives.map((gathering, a) => gathering.told(a > 0));
}

/** One person's horizon; of a seat that was not filled all along only `there` is told. */
export interface Person {
  readonly there: boolean;
  readonly attainment: number;
  readonly ability: number;
  readonly bookings: number;
  /** A year. */
  readonly variable: number;
  readonly pay: number;
}

function peopleOf(
  data: Float64Array,
  layout: ResultLayout,
  at: number,
  study: NormalStudy,
  years: number,
): Person[] {
  const first = at + layout.metrics.length + layout.details.length + layout.months * layout.timeline.length;
  const width = layout.reps.length;
  const place = (figure: string): number => layout.reps.indexOf(figure);
  const [active, exits] = [place('days-active'), place('exits')];
  const [credit, quota] = [place('credit'), place('quota')];
  const [ability, bookings, variable, salary] = ['ability', 'bookings', 'variable-pay', 'salary'].map(place);
  return Array.from({ length: study.reps }, (_, seat) => {
    const of = (figure: number): number => data[first + seat * width + figure]!;
    return {
      // Occupied every day and left by nobody: the same person throughout, and in every alternative.
      there: of(active) >= study.run.horizonDays && of(exits) === 0 && of(quota) > 0,
      attainment: of(credit) / of(quota),
      ability: of(ability!),
      bookings: of(bookings!),
      variable: of(variable!) / years,
      pay: (of(variable!) + of(salary!)) / years,
    };
  });
}

/** What is gathered of one alternative. */
class Gathering {
  readonly #id: string;
  readonly #payCost: number[] = [];
  #bookings = 0;
  readonly #attainment: number[] = [];
  readonly #variable: number[] = [];
  readonly #fairness: Fairness[] = [];
  readonly #byAttainment = payGroups();
  readonly #byAbility = payGroups();

  constructor(id: string) {
    this.#id = id;
  }

  add(payCost: number, bookings: number, people: readonly Person[], usual: readonly Person[]): void {
    this.#payCost.push(payCost);
    this.#bookings += bookings;
    const there = people.filter((one) => one.there);
    for (const one of there) {
      this.#attainment.push(one.attainment);
      this.#variable.push(one.variable);
    }
    const fair = fairness(there);
    if (fair !== null) this.#fairness.push(fair);
    paidToWhom(people, usual, (one) => one.attainment, this.#byAttainment);
    paidToWhom(people, usual, (one) => one.ability, this.#byAbility);
  }

  told(changed: boolean): PayOutcome {
    const costs = ascending(this.#payCost);
    const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
    const share = (least: number): number =>
      this.#attainment.filter((x) => x >= least).length / this.#attainment.length;
    const people = this.#attainment.length > 0;
    const fair = this.#fairness;
    return {
      alternative: this.#id,
      payCost: { mean: mean(this.#payCost), p50: quantile(costs, 0.5), p90: quantile(costs, 0.9) },
      costOfSales: this.#bookings > 0 ? this.#payCost.reduce((sum, x) => sum + x, 0) / this.#bookings : null,
      attainment: people ? quantiles(this.#attainment) : null,
      variablePay: people ? quantiles(this.#variable) : null,
      reached: people ? { half: share(0.5), target: share(1), excellence: share(EXCELLENCE) } : null,
      fairness:
        fair.length === 0
          ? null
          : {
              correlation: mean(fair.map((one) => one.correlation)),
              slope: mean(fair.map((one) => one.slope)),
              inversions: mean(fair.map((one) => one.inversions)),
            },
      winners: changed
        ? {
            byAttainment: this.#byAttainment.map((group) => group.told()),
            byAbility: this.#byAbility.map((group) => group.told()),
          }
        : null,
    };
  }
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = ascending(values);
  const at = (p: number): number => quantile(sorted, p);
  return { '5': at(0.05), '25': at(0.25), '50': at(0.5), '75': at(0.75), '95': at(0.95) };
}

/**
 * How pay follows performance among people of one company; null where fewer than three can be compared, or all booked
 * or earned the same.
 */
export function fairness(people: readonly Pick<Person, 'bookings' | 'variable'>[]): Fairness | null {
  const n = people.length;
  if (n < 3) return null;
  const meanX = people.reduce((sum, one) => sum + one.bookings, 0) / n;
  const meanY = people.reduce((sum, one) => sum + one.variable, 0) / n;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  let pairs = 0;
  let inverted = 0;
  for (let i = 0; i < n; i++) {
    const dx = people[i]!.bookings - meanX;
    const dy = people[i]!.variable - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
    for (let j = 0; j < i; j++) {
      const more = people[i]!.bookings - people[j]!.bookings;
      if (more === 0) continue;
      pairs++;
      if (more * (people[i]!.variable - people[j]!.variable) < 0) inverted++;
    }
  }
  if (xx <= 0 || yy <= 0) return null;
  return { correlation: xy / Math.sqrt(xx * yy), slope: xy / xx, inversions: inverted / pairs };
}
