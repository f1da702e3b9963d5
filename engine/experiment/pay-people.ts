import type { ResultLayout } from '../run/runner.ts';
import type { NormalStudy } from '../study/normal.ts';

/** One person's horizon; of a seat that was not filled all along only `there` is told. */
export interface Person {
  readonly there: boolean;
  /** NaN where the plan sets no quota. */
  readonly attainment: number;
  readonly ability: number;
  /** Workdays here at the start of the horizon. */
  readonly tenure: number;
  /** A year, as all money is. */
  readonly bookings: number;
  readonly variable: number;
  readonly pay: number;
}

/** Where figures of seats stand in a replication's results. */
export function seatFigures(layout: ResultLayout, at: number): (seat: number, figure: string) => number {
  const first = at + layout.metrics.length + layout.details.length + layout.months * layout.timeline.length;
  const width = layout.reps.length;
  const places = new Map(layout.reps.map((figure, i) => [figure, i]));
  return (seat, figure) => first + seat * width + places.get(figure)!;
}

/** The people of one replication of one alternative, seat by seat. @param at where its results begin */
export function peopleOf(
  data: Float64Array,
  layout: ResultLayout,
  at: number,
  study: NormalStudy,
  years: number,
): Person[] {
  const place = seatFigures(layout, at);
  const { horizonDays } = study.run;
  return Array.from({ length: study.reps }, (_, seat) => {
    const of = (figure: string): number => data[place(seat, figure)]!;
    return {
      // Occupied every day and left by nobody: the same person throughout, and in every alternative.
      there: of('days-active') >= horizonDays && of('exits') === 0,
      attainment: of('quota') > 0 ? of('credit') / of('quota') : Number.NaN,
      ability: of('ability'),
      tenure: of('tenure') - horizonDays,
      bookings: of('bookings') / years,
      variable: of('variable-pay') / years,
      pay: (of('variable-pay') + of('salary')) / years,
    };
  });
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

/**
 * How pay follows performance among people of one company, over the same span; null where fewer than three can be
 * compared, or all booked or earned the same.
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
