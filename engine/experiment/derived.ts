/**
 * Figures that statistics need beside a replication's metrics and details, worked out from its months and seats: the
 * course of net contribution, and who is paid much less or much more than today.
 */
import type { ResultLayout } from '../run/runner.ts';
import type { NormalStudy } from '../study/normal.ts';
import { seatFigures } from './pay-people.ts';

/** Loss of pay that hurts, as a share of today's; the gain that makes up for it is its mirror. */
export const HEAVY_LOSS = 0.2;

/** Where derived figures stand in a sample's row, behind metrics and details. */
export interface Derived {
  /** First of so many months: net contribution from the start to the end of each. */
  readonly course: number;
  readonly months: number;
  /** Share of those who stayed all along that are paid less than today by HEAVY_LOSS or more; of those that gain its mirror. */
  readonly losing: number;
  readonly gaining: number;
  /** Figures of a row, all told. */
  readonly figures: number;
}

export function derivedOf(layout: Pick<ResultLayout, 'metrics' | 'details' | 'months'>): Derived {
  const first = layout.metrics.length + layout.details.length;
  const { months } = layout;
  return {
    course: first,
    months,
    losing: first + months,
    gaining: first + months + 1,
    figures: first + months + 2,
  };
}

/**
 * Works out the derived figures of one replication of one alternative.
 *
 * @param at where its results begin in `data`
 * @param today where those of the baseline in the same replication begin
 * @param out the sample's row
 */
export function derive(
  data: Float64Array,
  layout: ResultLayout,
  at: number,
  today: number,
  study: NormalStudy,
  out: Float64Array,
): void {
  const to = derivedOf(layout);
  const net = layout.timeline.indexOf('net-contribution');
  let sum = 0;
  for (let month = 0; month < layout.months; month++) {
    const from = at + layout.metrics.length + layout.details.length + month * layout.timeline.length;
    sum += net < 0 ? Number.NaN : data[from + net]!;
    out[to.course + month] = sum;
  }
  const [losing, gaining] = shares(data, layout, at, today, study);
  out[to.losing] = losing;
  out[to.gaining] = gaining;
}

/** Shares of those who stayed all along, under both, that lose and that gain much; NaN where there are none. */
function shares(
  data: Float64Array,
  layout: ResultLayout,
  at: number,
  today: number,
  { reps, run }: NormalStudy,
): [number, number] {
  if (!['days-active', 'exits', 'variable-pay', 'salary'].every((figure) => layout.reps.includes(figure)))
    return [Number.NaN, Number.NaN];
  const [own, usual] = [seatFigures(layout, at), seatFigures(layout, today)];
  const stayed = (of: typeof own, seat: number): boolean =>
    data[of(seat, 'days-active')]! >= run.horizonDays && data[of(seat, 'exits')] === 0;
  const pay = (of: typeof own, seat: number): number =>
    data[of(seat, 'variable-pay')]! + data[of(seat, 'salary')]!;
  let people = 0;
  let lose = 0;
  let gain = 0;
  for (let seat = 0; seat < reps; seat++) {
    if (!stayed(own, seat) || !stayed(usual, seat)) continue;
    const after = pay(own, seat);
    const before = pay(usual, seat);
    people++;
    if (after < before && after <= (1 - HEAVY_LOSS) * before) lose++;
    else if (after > before && before <= (1 - HEAVY_LOSS) * after) gain++;
  }
  return [lose / people, gain / people];
}
