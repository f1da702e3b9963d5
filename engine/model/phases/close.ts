import { log } from '../../kernel/math.ts';
import { PURPOSES, purposeWord } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { bookMonth, bookSeat, bookStage, bookSum, bookTenth, bookTier, STAGE, TIER } from '../book.ts';
import { DAYS_A_MONTH } from '../calendar.ts';
import { creditSale, SALE } from '../credits.ts';
import { freeDeal, schedule } from '../deal-lists.ts';
import { normalOf } from '../draw.ts';
import { payExtras } from '../extras.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import { MONTH, SEAT, SUM } from '../tables/tally.ts';
import type { World } from '../world.ts';
import { collect } from './collection.ts';
import { welcome } from './customers.ts';
import { KIND } from './leads.ts';

const PRICE = leverAt('price-pressure');
const PARTNER = leverAt('partner-share');

/**
 * A deal is signed: price, credit, revenue, cash, and a customer who is new or knows us
 * better. For a repeat order the generator still holds the touch's draw, whose third word times the cash.
 */
export function win(w: World, m: Model, random: Random, day: number, row: number): void {
  const d = w.deals;
  const p = m.params;
  const seat = d.owner[row]!;
  const kind = d.kind[row]!;
  const value = d.value[row]!;
  let collectWord = random.w2;
  let usual = 0;
  let impression = 0;
  if (kind !== KIND.repeat) {
    random.draw(d.idLow[row]!, purposeWord(PURPOSES.discount, d.idHigh[row]!), d.sequence[row]!, 0);
    usual = m.lever[PRICE]![seat]! * 2 * unit(random.w0);
    collectWord = random.w1;
    impression = normalOf(p, random.w2);
  }
  const discount = Math.min(0.7, usual + d.discount[row]!);
  const net = value * (1 - discount);

  w.market.labelled[0]! += 1;
  if (m.extras.count > 0) payExtras(w, m, day, seat, kind, d.tier[row]!, net, discount);
  bookMonth(w, day, MONTH.bookings, net);
  bookSeat(w, day, seat, SEAT.bookings, net);
  bookSum(w, SUM.listValue, value);
  bookSum(w, SUM.discounts, value - net);
  bookTenth(w, day, m.periodDays, net);

  const marginRate = marginAt(m, discount, m.lever[PARTNER]![d.channel[row]!]!);
  if (kind === KIND.fresh) {
    bookMonth(w, day, MONTH.wins, 1);
    bookSeat(w, day, seat, SEAT.wins, 1);
    bookSum(w, SUM.newWins, 1);
    bookSum(w, SUM.newBookings, net);
    bookSum(w, SUM.opportunitiesWon, 1);
    bookSum(w, SUM.cycleDays, day - d.openedDay[row]!);
    const last = m.stages - 1;
    bookStage(w, last, STAGE.advanced, 1);
    bookStage(w, last, STAGE.days, day - d.stageDay[row]!);
    w.teams.evidence[w.reps.team[seat]!]! += 1;
    const upfront = net * p.upfront;
    bookMonth(w, day, MONTH.revenue, upfront);
    bookMonth(w, day, MONTH['gross-margin'], upfront * marginRate);
    creditSale(w, m, seat, SALE.fresh, d.tier[row]!, net, value, upfront, upfront * marginRate);
    const customer = welcome(w, m, random, day, row, net, marginRate, impression, d.discount[row]!);
    const lag = collect(w, m, day, customer, SALE.fresh, upfront, collectWord);
    for (let side = 0; side < 2; side++) {
      if (m.keepsSales[side] === true)
        w.sales[side] = [...w.sales[side]!, { seat, customer, day, cashDay: day + lag, net }];
    }
  } else {
    const customer = d.customer[row]!;
    const c = w.customers;
    bookMonth(w, day, MONTH['repeat-wins'], 1);
    c.rebought[customer] = 1;
    bookSum(w, kind === KIND.repeat ? SUM.repeatsSigned : SUM.expansionsSigned, net);
    bookSum(w, kind === KIND.repeat ? SUM.repeatsWon : SUM.expansionsWon, value);
    const later = kind === KIND.expansion && p.recurring > 0;
    const revenue = later ? 0 : net;
    creditSale(w, m, seat, kind, c.tier[customer]!, net, value, revenue, revenue * marginRate);
    if (later) {
      c.recurring[customer]! += net;
      c.expanded[customer]! += net;
    } else {
      if (kind === KIND.expansion) c.expanded[customer]! += net;
      bookMonth(w, day, MONTH.revenue, net);
      bookMonth(w, day, MONTH['gross-margin'], net * marginRate);
      if (c.cohort[customer] === 1) bookSum(w, SUM.cohortMargin, net * marginRate);
      bookTier(w, day, c.tier[customer]!, TIER.repeatRevenue, net);
      collect(w, m, day, customer, kind, net, collectWord);
    }
  }
  freeDeal(w, row);
}

/**
 * Margin of what is paid, at a discount off the list price: cost is a share of the list price, and the context's margin
 * holds at the usual discount.
 *
 * @param partner share that a partner takes
 */
export function marginAt(m: Model, discount: number, partner: number): number {
  const { grossMargin, listDiscount } = m.params;
  return 1 - ((1 - grossMargin) * (1 - listDiscount)) / (1 - discount) - partner;
}

/** Cold day of a deal that is lost but still on the list of open ones. */
export const DEAD = -0x80000000;

/**
 * A deal is lost, by the buyer's no, by being forgotten or by growing cold. Some of those on the list of opportunities
 * are left there, though nobody works on them, until lists are cleaned up on the month's last day.
 */
export function lose(w: World, m: Model, day: number, row: number): void {
  const d = w.deals;
  if (d.kind[row] === KIND.fresh && d.stage[row]! > 0 && d.tierNoise[row]! < m.params.lingering) {
    const left = DAYS_A_MONTH - 1 - (((day % DAYS_A_MONTH) + DAYS_A_MONTH) % DAYS_A_MONTH);
    if (left > 0) {
      d.coldDay[row] = DEAD;
      d.readyDay[row] = day + left;
      schedule(w, row);
      return;
    }
  }
  strikeOff(w, day, row);
}

/** A lost deal is taken off the list. */
export function strikeOff(w: World, day: number, row: number): void {
  const d = w.deals;
  if (d.kind[row] === KIND.fresh) {
    const stage = d.stage[row]!;
    if (stage > 0) {
      w.market.labelled[0]! += 1;
      w.teams.evidence[w.reps.team[d.owner[row]!]!]! += 1;
      bookSum(w, SUM.opportunitiesLost, 1);
      bookMonth(w, day, MONTH.losses, 1);
    }
    if (stage > 0 || d.touches[row]! > 0) {
      bookStage(w, stage, STAGE.lost, 1);
    } else {
      bookSum(w, SUM.neverWorked, 1);
    }
  } else {
    bookSum(w, d.kind[row] === KIND.repeat ? SUM.repeatsLost : SUM.expansionsLost, d.value[row]!);
  }
  freeDeal(w, row);
}

/** Log-odds left of a lead's freshness after `hours`, relative to the usual response: −k·ln(1 + t/τ). */
export function freshness(m: Model, hours: number): number {
  const p = m.params;
  return p.freshness * (log(1 + p.responseHours / p.freshnessHours) - log(1 + hours / p.freshnessHours));
}
