import { exp, pow } from '../kernel/math.ts';
import { bookMonth, bookSeat, bookSpread, SPREAD } from '../model/book.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR, ends } from '../model/calendar.ts';
import type { Model } from '../model/model.ts';
import { MONTH, REP_FIGURES, SEAT } from '../model/tables/tally.ts';
import type { World } from '../model/world.ts';
import { into } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import { type Marks, salaryTimes, throughLedger } from './ledger.ts';
import { addGroupPay } from './settle-groups.ts';
import { ownPay } from './settle-own.ts';
import { type Standings, takeStock } from './standing.ts';

/** Whether a plan is what is paid and booked, what is felt as pay, or both. */
export interface Use {
  readonly paid: boolean;
  readonly felt: boolean;
}

export const BOTH: Use = { paid: true, felt: true };
export const FELT: Use = { paid: false, felt: true };
export const PAID: Use = { paid: true, felt: false };

/** Presence from which a period counts as worked through. */
const WHOLE = 0.999;

/**
 * Pays salaries at a month's end, and variable pay of every measure whose period ends (pro rata when the horizon ends
 * within one), on-costs included; counts who made quota, and who has reason to feel underpaid.
 */
export function settle(
  w: World,
  m: Model,
  pay: PayInForce,
  day: number,
  lastDay: boolean,
  use: Use = BOTH,
): void {
  const r = w.reps;
  const onCosts = 1 + m.params.onCosts;
  if (use.paid && (ends(day, DAYS_A_MONTH) || lastDay)) {
    const share = (into(day, DAYS_A_MONTH) + 1) / DAYS_A_MONTH;
    for (let seat = 0; seat < m.seats; seat++) {
      if (r.active[seat] === 0) continue;
      const salary = pay.plan.salary * salaryTimes(w, pay, seat) * share;
      bookMonth(w, day, MONTH['pay-cost'], salary * onCosts);
      bookSeat(w, day, seat, SEAT.salary, salary);
    }
  }
  if (lastDay || ends(day, pay.statementDays)) settlePeriods(w, m, pay, day, lastDay, use);
}

/** Pays for the periods that `day` ends; with `all`, also for those it breaks off, pro rata. */
export function settlePeriods(
  w: World,
  m: Model,
  pay: PayInForce,
  day: number,
  all: boolean,
  use: Use = BOTH,
): void {
  const r = w.reps;
  const onCosts = 1 + m.params.onCosts;
  const { standings: at, variable } = pay.scratch;
  takeStock(w, m, pay, day, at);
  variable.fill(0);
  for (const component of pay.components) {
    if (!all && at.elapsed[component.measure] !== 1) continue;
    if (component.kind !== 'own') {
      addGroupPay(w, m, pay, component, at, variable);
      continue;
    }
    for (let seat = 0; seat < m.seats; seat++) {
      if (r.real[seat] === 1) variable[seat]! += ownPay(w, pay, component, seat, m.seats, day, at);
    }
  }
  for (let seat = 0; seat < m.seats; seat++) {
    if (r.real[seat] === 0) continue;
    const due = pay.side * m.seats + seat;
    const capped = variable[seat]! + w.extraDue[due]!;
    const awards = w.awardDue[due]!;
    w.extraDue[due] = 0;
    w.awardDue[due] = 0;
    let paid = capped + awards;
    let felt = paid;
    if (pay.ledgered) {
      const present = pay.measures.length > 0 ? at.present[seat]! : r.active[seat]!;
      const out = throughLedger(
        w,
        pay,
        seat,
        day,
        capped,
        awards,
        present,
        marksOf(w, m, pay, seat, day, at),
      );
      paid = out.paid;
      felt = out.earned + out.club;
    }
    if (use.paid) {
      bookMonth(w, day, MONTH['pay-cost'], paid * onCosts);
      bookSeat(w, day, seat, SEAT['variable-pay'], paid);
    }
    if (use.felt) r.earned[seat]! += felt;
  }
  w.sales[pay.side] = [];
  review(w, m, pay, day, at, all, use);
}

/** Attainment by which club and promotion are told: of a period that ended today, and of the year that did. */
function marksOf(w: World, m: Model, pay: PayInForce, seat: number, day: number, at: Standings): Marks {
  const mark = (id: string | undefined, year: boolean): number | null => {
    const i = pay.measures.findIndex(({ measure }) => measure.id === id);
    if (i < 0 || at.elapsed[i] !== 1 || (year && !ends(day, DAYS_A_YEAR))) return null;
    const row = pay.measures[i]!.row * m.seats + seat;
    const from = i * m.seats + seat;
    const before = year ? w.pay.yearCredit[row]! : 0;
    const quota = at.quota[from]! + (year ? w.pay.yearQuota[row]! * pay.measures[i]!.quotaTimes : 0);
    return quota > 0 ? (before + at.result[from]!) / quota : null;
  };
  return { promotion: mark(pay.plan.promotion?.measure, false), club: mark(pay.plan.club?.measure, true) };
}

/** At the end of the main measure's period: attainment for the record, quotas missed, pay beside what others pay. */
function review(
  w: World,
  m: Model,
  pay: PayInForce,
  day: number,
  at: Standings,
  all: boolean,
  use: Use,
): void {
  const r = w.reps;
  const length = pay.periodDays;
  const whole = ends(day, length);
  if (!whole && !all) return;
  const from = (pay.main === null ? 0 : pay.measures.indexOf(pay.main)) * m.seats;
  const elapsed = into(day, length) + 1;
  // Reps remember more than the last period: the longer the period, the more it weighs.
  const weight = 1 - exp((-2 * length) / DAYS_A_YEAR);
  for (let seat = 0; seat < m.seats; seat++) {
    if (r.real[seat] === 0) continue;
    const paid = use.paid ? sinceReview(w, seat) : 0;
    const present = pay.main === null ? r.active[seat]! : at.present[from + seat]!;
    if (!(present > 0)) continue;
    const row = pay.main === null ? -1 : pay.main.row * m.seats + seat;
    const credit = row < 0 ? 0 : w.pay.credit[row]!;
    const quota = row < 0 ? 0 : w.pay.quota[row]! * pay.main!.quotaTimes * present * (elapsed / length);
    if (use.paid && quota > 0) {
      bookSeat(w, day, seat, SEAT.credit, credit);
      bookSeat(w, day, seat, SEAT.quota, quota);
      if (whole && present >= WHOLE) countPeriod(w, pay, day, seat, credit, quota, paid);
    }
    if (!whole || !use.felt) continue;
    if (r.active[seat] === 1) {
      r.missed[seat] = quota > 0 && credit < quota ? r.missed[seat]! + 1 : 0;
      const earned =
        pay.plan.salary * salaryTimes(w, pay, seat) * (length / DAYS_A_MONTH) * present + r.earned[seat]!;
      const others = m.params.marketPay * (length / DAYS_A_YEAR) * present;
      r.payRatio[seat] = felt(r.payRatio[seat]!, earned / others, weight, m.params.riskAversion);
    }
    r.earned[seat] = 0;
  }
}

/** Variable pay booked since a seat was last reviewed; it counts as reviewed from now on. */
function sinceReview(w: World, seat: number): number {
  const booked = w.seatTally[seat * REP_FIGURES.length + SEAT['variable-pay']]!;
  const paid = booked - w.reps.bookedBefore[seat]!;
  w.reps.bookedBefore[seat] = booked;
  return paid;
}

/** Counts a period worked in full: which of the plan's marks it reached, and where it lies among all. */
function countPeriod(
  w: World,
  { marks, periodDays }: PayInForce,
  day: number,
  seat: number,
  credit: number,
  quota: number,
  paid: number,
): void {
  bookSeat(w, day, seat, SEAT.periods, 1);
  if (credit >= quota) bookSeat(w, day, seat, SEAT['periods-at-quota'], 1);
  bookSpread(w, day, SPREAD.attainment, credit / quota);
  if (marks === null) return;
  if (credit >= marks.threshold.at * quota) bookSeat(w, day, seat, SEAT['periods-at-threshold'], 1);
  if (credit >= marks.excellence.at * quota) bookSeat(w, day, seat, SEAT['periods-at-excellence'], 1);
  const target = (marks.targetPay * periodDays) / DAYS_A_YEAR;
  if (target > 0) bookSpread(w, day, SPREAD.payout, paid / target);
}

/**
 * Pay as it is felt after one more period: the certainty equivalent of what was earned lately, beside what others pay,
 * under constant relative risk aversion. The same mean is felt as less the more it swings.
 *
 * @param aversion 0 for none, then the plain moving average; below 1
 */
function felt(before: number, earned: number, weight: number, aversion: number): number {
  const power = 1 - aversion;
  const was = pow(Math.max(0, before), power);
  return pow(Math.max(0, was + weight * (pow(Math.max(0, earned), power) - was)), 1 / power);
}
