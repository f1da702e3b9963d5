import { DAYS_A_YEAR, periodOf } from '../model/calendar.ts';
import { FORECAST_CONFIDENCE } from '../model/constants.ts';
import { resultOf } from '../model/credits.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import type { PayInForce } from './in-force.ts';
import { type MeasureInForce, SCOPE } from './measures-in-force.ts';

/** Least variance of a forecast, so that it can be divided by. */
const LEAST_VARIANCE = 1e-12;

/** Least share of a level's usual spread that is left when its period is nearly over. Assumed. */
const LEVEL_REST = 0.05;

/**
 * What every seat expects of every measure of the plan, measure by measure: [measure × seats + seat]. A group's measure
 * has the group's result at each of its members.
 */
export interface Forecasts {
  /** The horizon's result as it looks now, Normal(mean, sd²). */
  readonly mean: Float64Array;
  readonly sd: Float64Array;
  /** The horizon's quota as a multiple of a full rep's; 1 where there is none. */
  readonly times: Float64Array;
  /** The part that one unit of the seat's own credit is of the result: 1 of one's own, 1 ÷ n of a group's mean. */
  readonly part: Float64Array;
}

/** Room for forecasts of so many measures. */
export function forecasts(measures: number, seats: number): Forecasts {
  const size = measures * seats;
  const room = (): Float64Array => new Float64Array(size);
  return { mean: room(), sd: room(), times: room(), part: room() };
}

/** Workdays into a span of `length` that `day` is. */
export function into(day: number, length: number): number {
  return ((day % length) + length) % length;
}

/** Whether a measure's horizon is over when the main measure's running period is. */
export function endsWithPeriod(pay: PayInForce, one: MeasureInForce, day: number): boolean {
  const next = (periodOf(day, pay.periodDays) + 1) * pay.periodDays;
  return next % one.horizonDays === 0;
}

/**
 * Looks ahead: flows go on at their pace, with a compound-Poisson variance; levels are what they were so far and then
 * as expected.
 *
 * @param next true for the period after this one, as far as a measure's horizon ends with the main measure's period
 */
export function lookAhead(
  w: World,
  m: Model,
  pay: PayInForce,
  day: number,
  next: boolean,
  out: Forecasts,
): void {
  pay.measures.forEach((one, i) => {
    const fresh = next && endsWithPeriod(pay, one, day);
    const at = i * m.seats;
    for (let seat = 0; seat < m.seats; seat++) {
      if (w.reps.active[seat] === 1) lookAt(w, m, one, day, seat, fresh, at + seat, out);
    }
    if (one.scope !== SCOPE.individual) together(w, m, one, at, out);
  });
}

function lookAt(
  w: World,
  m: Model,
  one: MeasureInForce,
  day: number,
  seat: number,
  fresh: boolean,
  at: number,
  out: Forecasts,
): void {
  const p = w.pay;
  const row = one.row * m.seats + seat;
  const pace = p.pace[row]!;
  const gone = fresh ? 0 : into(day, one.horizonDays);
  const left = one.horizonDays - gone;
  out.part[at] = 1;
  if (one.level) {
    const done = gone / one.horizonDays;
    const sofar = fresh ? pace : resultOf(w, m.credits, one.row, row, pace);
    out.mean[at] = done * sofar + (1 - done) * pace;
    out.sd[at] = one.lump * Math.max(LEVEL_REST, Math.sqrt(1 - done));
    out.times[at] = 1;
    return;
  }
  const accumulates = one.horizonDays > one.periodDays;
  const credit = fresh ? 0 : accumulates ? p.yearCredit[row]! + p.credit[row]! : p.credit[row]!;
  out.mean[at] = credit + pace * left;
  out.sd[at] = FORECAST_CONFIDENCE * Math.sqrt(Math.max(LEAST_VARIANCE, pace * left * one.lump));
  out.times[at] = one.reference > 0 ? quotaAhead(w, one, row, day, accumulates && !fresh) / one.reference : 1;
}

/** Quota of the horizon: the period's, or the year's with the rest of it like this period. */
function quotaAhead(w: World, one: MeasureInForce, row: number, day: number, running: boolean): number {
  const { quota, yearQuota } = w.pay;
  const now = quota[row]! * one.quotaTimes;
  if (one.horizonDays === one.periodDays) return now;
  const period = running ? periodOf(into(day, DAYS_A_YEAR), one.periodDays) : 0;
  const before = running ? yearQuota[row]! * one.quotaTimes : 0;
  return before + now * (one.periods - period);
}

/** Replaces each member's forecast by the group's. */
function together(w: World, m: Model, one: MeasureInForce, at: number, out: Forecasts): void {
  if (one.scope === SCOPE.company) {
    share(w, one, at, 0, m.seats, out);
    return;
  }
  for (let team = 0; team < m.teams; team++)
    share(w, one, at, m.teamFirst[team]!, m.teamFirst[team + 1]!, out);
}

function share(w: World, one: MeasureInForce, at: number, first: number, end: number, out: Forecasts): void {
  const { active } = w.reps;
  let mean = 0;
  let variance = 0;
  let times = 0;
  let n = 0;
  for (let seat = first; seat < end; seat++) {
    if (active[seat] === 0) continue;
    mean += out.mean[at + seat]!;
    variance += out.sd[at + seat]! * out.sd[at + seat]!;
    times += out.times[at + seat]!;
    n++;
  }
  if (n === 0) return;
  // A total's quota is the whole group's: as stated where everyone is a full rep. Nobody is over-confident about others.
  const divisor = one.total ? 1 : n;
  const sd = Math.sqrt(variance) / (divisor * (one.level ? 1 : FORECAST_CONFIDENCE));
  for (let seat = first; seat < end; seat++) {
    out.mean[at + seat] = mean / divisor;
    out.sd[at + seat] = sd;
    out.times[at + seat] = times / n;
    out.part[at + seat] = 1 / divisor;
  }
}
