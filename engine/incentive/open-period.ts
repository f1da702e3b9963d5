import { exp } from '../kernel/math.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR, starts } from '../model/calendar.ts';
import { leverAt } from '../model/levers.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import type { PayInForce } from './in-force.ts';
import type { MeasureInForce } from './measures-in-force.ts';
import type { Quota } from './parts/measure.ts';
import { takenUp } from './quota.ts';
import { drawSeats } from './seat-curves.ts';

const QUOTA_ERROR = leverAt('quota-error');

/** Share of a newcomer's first quota where the plan names no ramp; months until it is whole follow the context's. Assumed. */
const RAMP_START = 0.3;

/** Bounds of what ratchets can make of a quota over the years. */
const LEAST_AIM = 0.25;
const MOST_AIM = 4;

/**
 * Opens the periods that begin on `day`: quotas by potential (missed by the seat's quota error), tenure and season; a new
 * plan year moves them by the plan's ratchet. On the day that a plan comes into force every measure begins anew.
 */
export function openPeriods(w: World, m: Model, pay: PayInForce, day: number): void {
  const { since } = pay;
  const anew = day === since;
  const done: number[] = [];
  for (const one of pay.measures) {
    if (done.includes(one.row) || !(anew || starts(day, one.periodDays))) continue;
    done.push(one.row);
    // Of those who share a row one may have no quota: the others' is opened.
    const opener = pay.measures.find(({ row, quota }) => row === one.row && quota > 0) ?? one;
    closeYear(w, m, opener, day, since);
    open(w, m, opener, day);
  }
  if (anew && pay.side === 0) w.reps.earned.fill(0);
  if (anew || starts(day, DAYS_A_YEAR)) {
    const { firstPlace, firstExtra } = pay;
    w.paidYear.fill(0, firstPlace * m.seats, (firstPlace + pay.components.length) * m.seats);
    w.extraCount.fill(0, firstExtra * m.seats, (firstExtra + pay.extras.count) * m.seats);
    w.extraSpent.fill(0, firstExtra, firstExtra + pay.extras.count);
  }
  if (done.length > 0) drawSeats(w, m, pay, day);
}

/** Adds the period that is over to the year's; a year that is over moves the next one's quotas and is forgotten. */
function closeYear(w: World, m: Model, one: MeasureInForce, day: number, since: number): void {
  const { credit, quota, yearCredit, yearQuota, aim } = w.pay;
  const ratchet = one.measure.quota?.ratchet;
  const yearOver = starts(day, DAYS_A_YEAR);
  for (let seat = 0; seat < m.seats; seat++) {
    const at = one.row * m.seats + seat;
    yearCredit[at]! += credit[at]!;
    yearQuota[at]! += quota[at]!;
    if (yearOver && ratchet !== undefined && day - since >= DAYS_A_YEAR && yearQuota[at]! > 0) {
      const over = yearCredit[at]! / yearQuota[at]! - 1;
      const moved = 1 + takenUp(ratchet, over);
      aim[at] = Math.min(MOST_AIM, Math.max(LEAST_AIM, aim[at]! * moved));
    }
    if (yearOver || day === since) {
      yearCredit[at] = 0;
      yearQuota[at] = 0;
    }
  }
}

function open(w: World, m: Model, one: MeasureInForce, day: number): void {
  const p = w.pay;
  for (let seat = 0; seat < m.seats; seat++) {
    const at = one.row * m.seats + seat;
    p.quota[at] = quotaFrom(w, m, one, seat, day);
    p.credit[at] = 0;
    p.base[at] = 0;
    p.creditSeen[at] = 0;
    p.daysBefore[at] = w.reps.daysHere[seat]!;
  }
}

/** A seat's quota for the period that begins on `day`. */
function quotaFrom(w: World, m: Model, one: MeasureInForce, seat: number, day: number): number {
  const r = w.reps;
  const plan = one.measure.quota;
  if (plan === null) return 0;
  if (one.level) return one.quota;
  const error = m.lever[QUOTA_ERROR]![0]!;
  const whole = one.quota * seasonOf(m, plan, day, one);
  const ramp = rampOf(m, plan, Math.max(0, day - r.hiredDay[seat]!));
  const fair = whole * r.quotaWeight[seat]! * w.pay.aim[one.row * m.seats + seat]!;
  return fair * exp(error * r.quotaLuck[seat]! - (error * error) / 2) * ramp;
}

/** A seat's quota for the periods of the plan year after the one that `day` is in, for whoever stays. */
export function quotaAhead(w: World, m: Model, one: MeasureInForce, seat: number, day: number): number {
  const into = ((day % DAYS_A_YEAR) + DAYS_A_YEAR) % DAYS_A_YEAR;
  const next = (Math.floor(into / one.periodDays) + 1) * one.periodDays;
  let sum = 0;
  for (let from = next; from < DAYS_A_YEAR; from += one.periodDays)
    sum += quotaFrom(w, m, one, seat, day - into + from);
  return sum;
}

/** Share of the full quota after so many days: the plan's, or by the context's own ramp. */
function rampOf(m: Model, { ramp }: Quota, tenure: number): number {
  if (ramp.length > 0) return ramp[Math.floor(tenure / DAYS_A_MONTH)] ?? 1;
  return Math.min(1, RAMP_START + ((1 - RAMP_START) * tenure) / Math.max(1, 2 * m.params.rampDays));
}

/** The period's part of the year beside an even one: the plan's, or where that is even, the market's mean season. */
function seasonOf(m: Model, { seasonality }: Quota, day: number, one: MeasureInForce): number {
  const period = Math.floor((((day % DAYS_A_YEAR) + DAYS_A_YEAR) % DAYS_A_YEAR) / one.periodDays);
  if (seasonality.some((share) => share !== seasonality[0])) return seasonality[period]! * one.periods;
  const months = Math.max(1, Math.round(one.periodDays / DAYS_A_MONTH));
  const first = Math.round(day / DAYS_A_MONTH);
  let sum = 0;
  for (let k = 0; k < months; k++) sum += m.seasonality[(((first + k) % 12) + 12) % 12]!;
  return sum / months;
}
