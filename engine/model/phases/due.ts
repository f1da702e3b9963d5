import { exp } from '../../kernel/math.ts';
import { PURPOSES, purposeWord } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { bookMonth, bookSum, bookTier, TIER } from '../book.ts';
import { DAYS_A_MONTH } from '../calendar.ts';
import { RELATIONSHIP_LOG_ODDS, USUAL_RELATIONSHIP } from '../constants.ts';
import { creditRenewal, creditSale, SALE } from '../credits.ts';
import { makeReady, schedule, takeDeal } from '../deal-lists.ts';
import { normalOf, slot } from '../draw.ts';
import type { Model, Random } from '../model.ts';
import { MONTH, SUM } from '../tables/tally.ts';
import { RING, type World } from '../world.ts';
import { prioritise } from './attention.ts';
import { DEAD, strikeOff } from './close.ts';
import { collect } from './collection.ts';
import { churn, dropsOut, schedulePurchase, scheduleRenewal } from './customers.ts';
import { KIND } from './leads.ts';
import { takeOver } from './routing.ts';

/** Median workdays a repeat occasion waits for a visit before the customer shrugs. Assumed. */
const OCCASION_DAYS = 8;

/**
 * Deals whose buyer is ready today go to their owner's ready list, those of an empty seat to a colleague; dead ones that
 * are to be cleaned up today come off the list.
 */
export function dueDeals(w: World, m: Model, random: Random, day: number): void {
  const d = w.deals;
  const at = day & (RING - 1);
  let row = w.dealBucket[at]!;
  w.dealBucket[at] = -1;
  while (row >= 0) {
    const next = d.next[row]!;
    if (d.readyDay[row]! > day) {
      schedule(w, row);
    } else if (d.coldDay[row] === DEAD) {
      strikeOff(w, day, row);
    } else {
      if (w.reps.active[d.owner[row]!] === 0) handOver(w, m, random, row);
      prioritise(w, m, row);
      makeReady(w, row);
    }
    row = next;
  }
}

/** Gives a deal to someone present on the team; what the buyer had with the old rep is partly lost. */
export function handOver(w: World, m: Model, random: Random, row: number): void {
  const d = w.deals;
  const team = w.reps.team[d.owner[row]!]!;
  const ordinal = 1 + d.touches[row]!;
  const seat = takeOver(w, m, random, team, d.idLow[row]!, d.idHigh[row]!, ordinal);
  if (seat === d.owner[row]) return;
  d.owner[row] = seat;
  d.edge[row]! -= HAND_OVER_LOSS * m.stage.perWin;
}

/** Log win chance lost when a deal changes hands. Assumed. */
const HAND_OVER_LOSS = 0.3;

/** Renewals due today: the customer leaves or stays another term. */
export function dueRenewals(w: World, m: Model, random: Random, day: number): void {
  const c = w.customers;
  const at = day & (RING - 1);
  let row = w.renewBucket[at]!;
  w.renewBucket[at] = -1;
  while (row >= 0) {
    const next = c.renewNext[row]!;
    if (c.state[row] === 1) {
      if (c.renewDay[row]! <= day) {
        random.draw(c.idLow[row]!, purposeWord(PURPOSES.renewal, c.idHigh[row]!), c.renewals[row]!, 0);
        if (dropsOut(w, m, row, random.w0)) {
          churn(w, day, row);
        } else {
          c.renewals[row]! += 1;
          c.woken[row] = 0;
          c.rebought[row] = 1;
          const seat = c.owner[row]!;
          if (w.reps.active[seat] === 1) creditRenewal(w, m, seat, c.tier[row]!, c.recurring[row]!);
          c.renewDay[row] = day + Math.max(1, Math.round(m.params.renewal));
        }
      }
      if (c.state[row] === 1) scheduleRenewal(w, row);
    }
    row = next;
  }
}

/** Purchase occasions due today: served by a visit (a repeat deal on the owner's list) or by the customer itself. */
export function duePurchases(w: World, m: Model, random: Random, day: number): void {
  const c = w.customers;
  const p = m.params;
  const at = day & (RING - 1);
  let row = w.buyBucket[at]!;
  w.buyBucket[at] = -1;
  while (row >= 0) {
    const next = c.buyNext[row]!;
    if (c.state[row] === 1) {
      if (c.buyDay[row]! > day) {
        const later = c.buyDay[row]! & (RING - 1);
        c.buyNext[row] = w.buyBucket[later]!;
        w.buyBucket[later] = row;
      } else {
        const ordinal = c.occasions[row]!;
        c.occasions[row] = ordinal + 1;
        // One call serves the occasion: whether the customer stays, the deal's traits, and the gap to the next.
        random.draw(c.idLow[row]!, purposeWord(PURPOSES['repeat-occasion'], c.idHigh[row]!), ordinal, 0);
        if (!dropsOut(w, m, row, random.w0)) {
          c.woken[row] = 0;
          schedulePurchase(w, m, day, row, random.w3);
          if (p.repeatHours > 0) {
            repeatDeal(w, m, random, day, row, KIND.repeat, c.orderValue[row]!, c.logOrder[row]!, 0);
          } else if (unit(random.w1) < m.params.repeatConversion) {
            order(w, m, day, row, random.w2);
          } else {
            bookSum(w, SUM.repeatsLost, c.orderValue[row]!);
          }
        } else {
          churn(w, day, row);
        }
      }
    }
    row = next;
  }
}

/** The customer orders without a visit. */
function order(w: World, m: Model, day: number, row: number, cashWord: number): void {
  const c = w.customers;
  const value = c.orderValue[row]!;
  const seat = c.owner[row]!;
  c.rebought[row] = 1;
  if (w.reps.active[seat] === 1) {
    creditSale(w, m, seat, SALE.repeat, c.tier[row]!, value, value, value, value * c.marginRate[row]!);
  }
  bookSum(w, SUM.repeatsSigned, value);
  bookSum(w, SUM.repeatsWon, value);
  bookMonth(w, day, MONTH['repeat-wins'], 1);
  bookMonth(w, day, MONTH.revenue, value);
  bookMonth(w, day, MONTH['gross-margin'], value * c.marginRate[row]!);
  if (c.cohort[row] === 1) bookSum(w, SUM.cohortMargin, value * c.marginRate[row]!);
  bookTier(w, day, c.tier[row]!, TIER.repeatRevenue, value);
  collect(w, m, day, row, SALE.repeat, value, cashWord);
}

/**
 * An occasion to sell to a customer again lands on its owner's list. The generator holds the draw made for it: w1 its
 * quality, w2 how it is seen and how long it waits.
 */
export function repeatDeal(
  w: World,
  m: Model,
  random: Random,
  day: number,
  customer: number,
  kind: number,
  value: number,
  logValue: number,
  stage: number,
): void {
  const c = w.customers;
  const row = takeDeal(w);
  const d = w.deals;
  const qualityWord = random.w1;
  const lookWord = random.w2;
  // Occasions are even, expansions odd, the customer's first deal is 0 and occasions have moved on to 1 by now.
  const sequence =
    kind === KIND.repeat ? c.occasions[customer]! * 2 : 2 * Math.floor((day + 65_536) / DAYS_A_MONTH) + 1;
  const p = m.params;
  d.value[row] = value;
  d.logValue[row] = logValue;
  d.quality[row] = normalOf(p, qualityWord);
  d.noise[row] = normalOf(p, lookWord);
  d.whim[row] = normalOf(p, qualityWord << 10);
  d.edge[row] =
    m.stage.spread * p.qualitySpread * d.quality[row]! +
    RELATIONSHIP_LOG_ODDS *
      (c.relationship[customer]! - USUAL_RELATIONSHIP) *
      (kind === KIND.repeat ? 1 : m.stage.perWin);
  d.warmth[row] = 0;
  d.discount[row] = 0;
  d.complexity[row] =
    kind === KIND.repeat ? 0 : Math.min(1, p.complexity * exp(0.5 * (d.logValue[row]! - m.logUsualValue)));
  d.owner[row] = c.owner[customer]!;
  d.stage[row] = stage;
  d.kind[row] = kind;
  d.channel[row] = m.channel.home;
  d.tier[row] = c.tier[customer]!;
  d.customer[row] = customer;
  d.openedDay[row] = day;
  d.stageDay[row] = day;
  d.touches[row] = 0;
  d.idLow[row] = c.idLow[customer]!;
  d.idHigh[row] = c.idHigh[customer]!;
  d.sequence[row] = sequence;
  d.deskHours[row] = 0;
  d.readyDay[row] = day;
  const patience = kind === KIND.repeat ? OCCASION_DAYS : p.patience;
  d.coldDay[row] =
    day + 1 + Math.floor((patience * p.exponentialTable[slot(lookWord << 10)]!) / 0.6931471805599453);
  if (w.reps.active[d.owner[row]!] === 0) handOver(w, m, random, row);
  prioritise(w, m, row);
  makeReady(w, row);
  if (kind === KIND.expansion) {
    bookSum(w, SUM.expansions, 1);
    bookSum(w, SUM.expansionsOffered, value);
  }
}
