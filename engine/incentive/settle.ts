import { exp } from '../kernel/math.ts';
import { bookMonth, bookSeat } from '../model/book.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR, ends } from '../model/calendar.ts';
import { leverAt } from '../model/levers.ts';
import type { Model } from '../model/model.ts';
import { MONTH, SEAT } from '../model/tables/tally.ts';
import type { World } from '../model/world.ts';
import { payout } from './pay-table.ts';
import { type PayInForce, periodQuota } from './response.ts';

const QUOTA_ERROR = leverAt('quota-error');

/** Share of a newcomer's first quota, and months until the quota is whole. Assumed. */
const RAMP_START = 0.3;

/** Opens a pay period: quotas by potential (missed by the seat's quota error), tenure and season. */
export function openPeriod(w: World, m: Model, pay: PayInForce, day: number): void {
  const r = w.reps;
  const error = m.lever[QUOTA_ERROR]![0]!;
  const whole = periodQuota(pay.plan) * seasonOf(m, day, pay.plan.periodDays);
  for (let seat = 0; seat < m.seats; seat++) {
    const tenure = Math.max(0, day - r.hiredDay[seat]!);
    const ramp = Math.min(1, RAMP_START + ((1 - RAMP_START) * tenure) / Math.max(1, 2 * m.params.rampDays));
    const fair = whole * r.quotaWeight[seat]!;
    r.quota[seat] = fair * exp(error * r.quotaLuck[seat]! - (error * error) / 2) * ramp;
    r.credit[seat] = 0;
    r.creditSeen[seat] = 0;
    r.periodDays[seat] = 0;
  }
}

/** Mean seasonal factor of the period that begins on `day`. */
function seasonOf(m: Model, day: number, length: number): number {
  const months = Math.max(1, Math.round(length / DAYS_A_MONTH));
  const first = Math.round(day / DAYS_A_MONTH);
  let sum = 0;
  for (let k = 0; k < months; k++) sum += m.seasonality[(((first + k) % 12) + 12) % 12]!;
  return sum / months;
}

/**
 * Pays salaries at a month's end and variable pay at a period's end (or pro rata when the horizon ends within one),
 * on-costs included; counts who made quota, and who has reason to feel underpaid.
 */
export function settle(w: World, m: Model, pay: PayInForce, day: number, lastDay: boolean): void {
  const r = w.reps;
  const onCosts = 1 + m.params.onCosts;
  if (ends(day, DAYS_A_MONTH) || lastDay) {
    const days = ((day % DAYS_A_MONTH) + DAYS_A_MONTH) % DAYS_A_MONTH;
    const share = (days + 1) / DAYS_A_MONTH;
    for (let seat = 0; seat < m.seats; seat++) {
      if (r.active[seat] === 0) continue;
      bookMonth(w, day, MONTH['pay-cost'], pay.plan.salary * share * onCosts);
      bookSeat(w, day, seat, SEAT.salary, pay.plan.salary * share);
    }
  }
  if (ends(day, pay.plan.periodDays) || lastDay) settlePeriod(w, m, pay, day);
}

/** Pays the variable pay of the period that `day` ends or breaks off: pro rata when its end is not reached. */
export function settlePeriod(w: World, m: Model, pay: PayInForce, day: number): void {
  const r = w.reps;
  const onCosts = 1 + m.params.onCosts;
  const length = pay.plan.periodDays;
  const whole = ends(day, length);
  const elapsed = (((day % length) + length) % length) + 1;
  for (let seat = 0; seat < m.seats; seat++) {
    if (r.real[seat] === 0) continue;
    const present = r.periodDays[seat]! / elapsed;
    const quota = r.quota[seat]! * present * (elapsed / length);
    if (quota <= 0) continue;
    const credit = r.credit[seat]!;
    const own = payout(pay.table, credit, quota);
    const shared = pay.plan.teamShare > 0 ? teamPayout(w, m, pay, seat, elapsed) : own;
    const variable = (1 - pay.plan.teamShare) * own + pay.plan.teamShare * shared * present;
    bookMonth(w, day, MONTH['pay-cost'], variable * onCosts);
    bookSeat(w, day, seat, SEAT['variable-pay'], variable);
    bookSeat(w, day, seat, SEAT.credit, credit);
    bookSeat(w, day, seat, SEAT.quota, quota);
    if (!whole) continue;
    if (present >= 0.999) {
      bookSeat(w, day, seat, SEAT.periods, 1);
      if (credit >= quota) bookSeat(w, day, seat, SEAT['periods-at-quota'], 1);
    }
    if (r.active[seat] === 1) {
      r.missed[seat] = credit >= quota ? 0 : r.missed[seat]! + 1;
      const earned = pay.plan.salary * (length / DAYS_A_MONTH) * present + variable;
      const ratio = earned / Math.max(1e-9, pay.usualPay * present);
      // Reps remember more than the last period: the longer the period, the more it weighs.
      const weight = 1 - exp((-2 * length) / DAYS_A_YEAR);
      r.payRatio[seat]! += weight * (ratio - r.payRatio[seat]!);
    }
  }
}

/** Payout on the team's mean credit against its mean quota. */
function teamPayout(w: World, m: Model, pay: PayInForce, seat: number, elapsed: number): number {
  const r = w.reps;
  const team = r.team[seat]!;
  let credit = 0;
  let quota = 0;
  let n = 0;
  for (let other = m.teamFirst[team]!; other < m.teamFirst[team + 1]!; other++) {
    if (r.real[other] === 0) continue;
    credit += r.credit[other]!;
    quota += (r.quota[other]! * r.periodDays[other]!) / pay.plan.periodDays;
    n++;
  }
  return n > 0 && quota > 0 && elapsed > 0 ? payout(pay.table, credit / n, quota / n) : 0;
}
