import type { PayInForce } from '../incentive/in-force.ts';
import { openPeriods } from '../incentive/open-period.ts';
import { learnPace, respond } from '../incentive/response.ts';
import { BOTH, FELT, PAID, settle } from '../incentive/settle.ts';
import { bookMonth, bookSeat } from '../model/book.ts';
import { DAYS_A_MONTH, DAYS_A_WEEK, ends, starts } from '../model/calendar.ts';
import { creditCash } from '../model/credits.ts';
import type { LeverTable } from '../model/lever-table.ts';
import type { Model, Random } from '../model/model.ts';
import { adopt } from '../model/phases/adoption.ts';
import { marketLeads, selfFoundLeads } from '../model/phases/arrivals.ts';
import { planAttention } from '../model/phases/attention.ts';
import { planCare } from '../model/phases/care.ts';
import { callContests } from '../model/phases/contests.ts';
import { runningCosts, setupCosts } from '../model/phases/costs.ts';
import { customerMonth } from '../model/phases/customer-month.ts';
import { retier } from '../model/phases/customers.ts';
import { dueDeals, duePurchases, dueRenewals } from '../model/phases/due.ts';
import { meetColleagues, planHours, planTouches } from '../model/phases/hours.ts';
import { creditTouches, readLevels } from '../model/phases/levels.ts';
import { followedUp } from '../model/phases/managers.ts';
import { marketMonth, revisePlaybooks } from '../model/phases/market.ts';
import { hire, learn, quits } from '../model/phases/people.ts';
import { readMonth } from '../model/phases/readings.ts';
import { bringForward } from '../model/phases/timing.ts';
import type { Work } from '../model/phases/work.ts';
import { MONTH, SEAT, SUM } from '../model/tables/tally.ts';
import type { World } from '../model/world.ts';

/** Everything that turns over one day of one alternative. */
export interface Running {
  readonly model: Model;
  readonly levers: LeverTable;
  readonly work: Work;
  /** The plan that is paid where the one at hand is only felt. */
  readonly paid?: PayInForce | null;
}

/**
 * One workday: the market's month, arrivals and due dates; on a week's first day what people adopt, learn and plan;
 * the day's work; at a week's, month's and period's end what closes then.
 *
 * @param lastDay true on the horizon's last day: a period still open is settled pro rata
 */
export function runDay(
  w: World,
  run: Running,
  pay: PayInForce,
  random: Random,
  day: number,
  lastDay: boolean,
): void {
  const m = run.model;
  if (starts(day, DAYS_A_MONTH)) marketMonth(w, m, random, day);
  setupCosts(w, m, day);
  hire(w, m, random, day);
  const paid = run.paid ?? null;
  if (starts(day, pay.statementDays)) openPeriods(w, m, pay, day);
  if (paid !== null && starts(day, paid.statementDays)) openPeriods(w, m, paid, day);
  if (starts(day, DAYS_A_WEEK)) {
    adopt(w, m, day, followedUp(w, m, day));
    callContests(w, m, day);
    run.levers.refresh(w, m, day);
    learn(w, m, day);
    meetColleagues(w, m);
    respond(w, m, pay, day);
    planHours(w, m);
    planTouches(w, m);
    planCare(w, m);
    planAttention(w, m);
  }
  marketLeads(w, m, random, day);
  dueRenewals(w, m, random, day);
  duePurchases(w, m, random, day);
  bringForward(w, m, random, day);
  dueDeals(w, m, random, day);
  run.work.run(w, m, random, day);
  creditCash(w, m, day);
  countDay(w, m, day);
  if (ends(day, DAYS_A_WEEK)) {
    selfFoundLeads(w, m, random, day);
    creditTouches(w, m);
    learnPace(w, m);
    revisePlaybooks(w, m, random, day);
  }
  const monthEnds = ends(day, DAYS_A_MONTH) || lastDay;
  if (monthEnds) {
    customerMonth(w, m, random, day);
    readLevels(w, m);
  }
  settle(w, m, pay, day, lastDay, paid === null ? BOTH : FELT);
  if (paid !== null) settle(w, m, paid, day, lastDay, PAID);
  if (ends(day, DAYS_A_MONTH)) {
    quits(w, m, random, day);
    if (ends(day, 3 * DAYS_A_MONTH)) retier(w, m);
  }
  if (monthEnds) {
    runningCosts(w, m, day);
    readMonth(w, m, day);
  }
}

/** Counts the day for everyone who is here, with the hours and the effort that go into it. */
function countDay(w: World, m: Model, day: number): void {
  const { active, daysHere, sellHours, effort } = w.reps;
  let count = 0;
  let hours = 0;
  let given = 0;
  for (let seat = 0; seat < active.length; seat++) {
    if (active[seat] === 0) continue;
    daysHere[seat]! += 1;
    bookSeat(w, day, seat, SEAT['days-active'], 1);
    bookSeat(w, day, seat, SEAT['selling-hours'], sellHours[seat]!);
    bookSeat(w, day, seat, SEAT.effort, effort[seat]!);
    hours += sellHours[seat]!;
    given += effort[seat]!;
    count++;
  }
  w.sums[SUM.headcountDays]! += count;
  if (day < 0 || count === 0) return;
  bookMonth(w, day, MONTH['selling-hours'], hours);
  // The mean over the month's days of what those present give: a last month that is cut short has fewer of them.
  const first = day - (day % DAYS_A_MONTH);
  bookMonth(w, day, MONTH.effort, given / count / Math.min(DAYS_A_MONTH, m.horizonDays - first));
}
