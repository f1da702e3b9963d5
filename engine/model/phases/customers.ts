import { exp, log, logistic } from '../../kernel/math.ts';
import { normalCdf } from '../../kernel/normal.ts';
import { PURPOSES, purposeWord } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { bookMonth, bookTier, TIER } from '../book.ts';
import { DAYS_A_YEAR } from '../calendar.ts';
import {
  EXIT_POINTS,
  FIT_KEEPS,
  RELATIONSHIP_KEEPS,
  RELATIONSHIP_KEPT,
  USUAL_RELATIONSHIP,
} from '../constants.ts';
import { normalOf, slot, TABLE_SIZE } from '../draw.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import { MONTH } from '../tables/tally.ts';
import { RING, type World } from '../world.ts';
import { visibleTier } from './leads.ts';

const PROMISE = leverAt('promise-accuracy');
const QUALITY = leverAt('lead-quality');

/** Upper identity word of customers the company starts with. */
const START_IDENTITY = 4;

/** Points of satisfaction a customer loses per unit of discount pressed on it. Assumed. */
const PRESSURE_POINTS = 40;

/** Standard deviation of a new customer's first impression, in points. Assumed. */
const IMPRESSION_NOISE = 8;

/** Correlation between a customer's potential and its place among purchase rates. Assumed. */
const POTENTIAL_ZEAL = 0.6;

/** Ordinal of the gap before a new customer's first occasion; occasions themselves count from 0. */
const FIRST_GAP = -1;

/** Terms a starting customer may already have stayed: their drop-out mix has been thinned accordingly. */
export const TENURE_CLASSES = 4;

/** Adds to or takes from the owner's count of customers of a tier. */
export function countCustomer(w: World, seat: number, tier: number, by: number): void {
  const column = tier === 0 ? w.reps.customersA : tier === 1 ? w.reps.customersB : w.reps.customersC;
  column[seat]! += by;
}

/** Puts a customer into the bucket of its next renewal. */
export function scheduleRenewal(w: World, row: number): void {
  const at = w.customers.renewDay[row]! & (RING - 1);
  w.customers.renewNext[row] = w.renewBucket[at]!;
  w.renewBucket[at] = row;
}

/** Puts a customer into the bucket of its next purchase occasion: an exponential gap, by inversion of `word`. */
export function schedulePurchase(w: World, m: Model, day: number, row: number, word: number): void {
  const c = w.customers;
  const rate = c.rate[row]!;
  if (rate <= 0) return;
  const gap = Math.min(100_000, Math.max(1, Math.ceil(m.params.exponentialTable[slot(word)]! / rate)));
  c.buyDay[row] = day + gap;
  const at = c.buyDay[row]! & (RING - 1);
  c.buyNext[row] = w.buyBucket[at]!;
  w.buyBucket[at] = row;
}

/** Fills a customer row from its identity; `potential` places its potential, `value` is its first deal's net value. */
function portray(
  w: World,
  m: Model,
  random: Random,
  row: number,
  potential: number,
  tierNoise: number,
  value: number,
  tenureClass: number,
): void {
  const c = w.customers;
  const p = m.params;
  random.draw(c.idLow[row]!, purposeWord(PURPOSES['customer-traits'], c.idHigh[row]!), 0, 0);
  c.dropLogit[row] = p.dropTable[tenureClass * TABLE_SIZE + slot(random.w0)]!;
  c.woken[row] = 0;
  c.potential[row] = exp(p.potentialSpread * potential);
  // Customers of high potential buy more often; the mix of rates over all customers stays as stated.
  const zeal =
    POTENTIAL_ZEAL * potential + Math.sqrt(1 - POTENTIAL_ZEAL * POTENTIAL_ZEAL) * normalOf(p, random.w1);
  const place = Math.min(TABLE_SIZE - 1, Math.floor(normalCdf(zeal) * TABLE_SIZE));
  c.rate[row] = (p.purchaseRate / DAYS_A_YEAR) * p.rateTable[place]!;
  c.recurring[row] = value * p.recurring;
  c.orderValue[row] = value * p.repeatValue;
  c.unitValue[row] = p.recurring > 0 ? c.recurring[row]! : c.orderValue[row]!;
  c.logOrder[row] = log(Math.max(1e-9, c.orderValue[row]!));
  c.disposition[row] = p.satisfactionSpread * normalOf(p, random.w2);
  c.tierNoise[row] = tierNoise;
  c.tier[row] = visibleTier(m, potential, tierNoise);
}

/** A customer is there from now on. */
function settle(w: World, row: number): void {
  const c = w.customers;
  c.state[row] = 1;
  countCustomer(w, c.owner[row]!, c.tier[row]!, 1);
}

/** Satisfaction of a customer who has just met us: the usual, what sets it apart, and chance (standard normal). */
function firstImpression(m: Model, offset: number, chance: number): number {
  return Math.min(100, Math.max(0, m.params.satisfaction + offset + IMPRESSION_NOISE * chance));
}

/** The customers the company has when the warm-up begins, as stationary as their contracts allow. */
export function startingCustomers(w: World, m: Model, random: Random, day: number, seatCount: number): void {
  const p = m.params;
  let row = 0;
  for (let seat = 0; seat < seatCount; seat++) {
    const each = Math.round(p.basePerRep * w.reps.leadWeight[seat]!);
    const typical = p.dealValue * (1 - p.listDiscount) * exp(w.reps.dealShift[seat]!);
    for (let k = 0; k < each; k++, row++) {
      if (row >= w.customers.state.length) w.growCustomers();
      const c = w.customers;
      c.idLow[row] = seat * 65_536 + k;
      c.idHigh[row] = START_IDENTITY;
      c.owner[row] = seat;
      random.draw(c.idLow[row]!, purposeWord(PURPOSES['customer-traits'], START_IDENTITY), 0, 1);
      const valueScore = normalOf(p, random.w0);
      const potential = 0.6 * valueScore + 0.8 * normalOf(p, random.w1);
      const tierNoise = normalOf(p, random.w2);
      const phase = unit(random.w3);
      random.draw(c.idLow[row]!, purposeWord(PURPOSES['customer-traits'], START_IDENTITY), 0, 2);
      const tenureClass = Math.floor(unit(random.w0) * TENURE_CLASSES);
      const gapWord = random.w3;
      const impression = normalOf(p, random.w1);
      c.relationship[row] = USUAL_RELATIONSHIP + 0.4 * (unit(random.w2) - 0.5);
      c.marginRate[row] = p.grossMargin;
      const value = typical * exp(p.dealSpread * valueScore);
      portray(w, m, random, row, potential, tierNoise, value, tenureClass);
      settle(w, row);
      c.satisfaction[row] = firstImpression(m, c.disposition[row]!, impression);
      c.renewDay[row] = day + 1 + Math.floor(phase * p.renewal);
      if (p.recurring > 0) scheduleRenewal(w, row);
      schedulePurchase(w, m, day, row, gapWord);
    }
  }
  w.market.customers[0] = row;
}

/**
 * Draws on the next free row the customer that a deal's buyer would become if it were won: traits, what it thinks of us
 * at first (but for chance) and its first renewal. Returns the row, which stays free.
 */
export function becomes(
  w: World,
  m: Model,
  random: Random,
  day: number,
  deal: number,
  net: number,
  marginRate: number,
): number {
  const row = w.market.customers[0]!;
  if (row >= w.customers.state.length) w.growCustomers();
  const c = w.customers;
  const d = w.deals;
  const seat = d.owner[deal]!;
  c.idLow[row] = d.idLow[deal]!;
  c.idHigh[row] = d.idHigh[deal]!;
  c.owner[row] = seat;
  c.marginRate[row] = marginRate;
  portray(w, m, random, row, d.potential[deal]!, d.tierNoise[deal]!, net, 0);
  const channel = d.channel[deal]!;
  const fit =
    m.params.qualitySpread * d.quality[deal]! + m.channel.quality[channel]! + m.lever[QUALITY]![channel]!;
  c.dropLogit[row]! -= FIT_KEEPS * (fit - m.stage.usualCustomer);
  c.satisfaction[row] = firstImpression(m, c.disposition[row]!, 0);
  c.relationship[row] = 0.4;
  c.renewDay[row] = day + Math.max(1, Math.round(m.params.renewal));
  return row;
}

/** A first deal is won: its buyer becomes a customer. Returns the row. */
export function welcome(
  w: World,
  m: Model,
  random: Random,
  day: number,
  deal: number,
  net: number,
  marginRate: number,
  impression: number,
  pressure: number,
): number {
  const row = becomes(w, m, random, day, deal, net, marginRate);
  w.market.customers[0] = row + 1;
  settle(w, row);
  const c = w.customers;
  const offset = c.disposition[row]! + m.lever[PROMISE]![c.owner[row]!]! - PRESSURE_POINTS * pressure;
  c.satisfaction[row] = firstImpression(m, offset, impression);
  if (m.params.recurring > 0) scheduleRenewal(w, row);
  random.draw(c.idLow[row]!, purposeWord(PURPOSES['repeat-occasion'], c.idHigh[row]!), FIRST_GAP, 0);
  schedulePurchase(w, m, day, row, random.w0);
  return row;
}

/**
 * Points of satisfaction that count against leaving: nearly flat between 50 and 75, steep beyond (zone of
 * indifference).
 */
export function leavingPoints(satisfaction: number): number {
  const flat = 0.3;
  if (satisfaction > 75) return flat * 5 + (satisfaction - 75);
  if (satisfaction < 50) return flat * -20 - 1.5 * (50 - satisfaction);
  return flat * (satisfaction - 70);
}

/** Shift of drop-out log-odds by satisfaction; the odds of the usual population are as stated. */
export function satisfactionShift(m: Model, satisfaction: number): number {
  return (-m.params.churnSlope * leavingPoints(satisfaction)) / 10 - m.feelings.leaving;
}

/** Whether a customer drops out at this renewal or after this purchase, by the uniform in `word`. */
export function dropsOut(w: World, m: Model, row: number, word: number): boolean {
  const c = w.customers;
  const odds =
    c.dropLogit[row]! +
    satisfactionShift(m, c.satisfaction[row]!) +
    m.params.waking * c.woken[row]! -
    RELATIONSHIP_KEEPS * (c.relationship[row]! - USUAL_RELATIONSHIP);
  return unit(word) < logistic(odds);
}

/** The customer is gone for good. */
export function churn(w: World, day: number, row: number): void {
  const c = w.customers;
  c.state[row] = 2;
  w.reps.lost[c.owner[row]!]! += 1;
  countCustomer(w, c.owner[row]!, c.tier[row]!, -1);
  bookMonth(w, day, MONTH['churned-customers'], 1);
  if (c.cohort[row] === 1) bookTier(w, day, c.tier[row]!, TIER.churned, 1);
}

/** What a rep's leaving does to the customers of the seat. */
export function unsettleCustomers(w: World, seat: number): void {
  const c = w.customers;
  const rows = w.market.customers[0]!;
  for (let row = 0; row < rows; row++) {
    if (c.state[row] !== 1 || c.owner[row] !== seat) continue;
    c.relationship[row]! *= RELATIONSHIP_KEPT;
    c.satisfaction[row] = Math.max(0, c.satisfaction[row]! + EXIT_POINTS);
  }
}

/** Sorts customers into tiers afresh by what is visible today, once a quarter. */
export function retier(w: World, m: Model): void {
  const c = w.customers;
  const rows = w.market.customers[0]!;
  const spread = m.params.potentialSpread;
  if (spread <= 0) return;
  for (let row = 0; row < rows; row++) {
    if (c.state[row] !== 1) continue;
    const tier = visibleTier(m, log(c.potential[row]!) / spread, c.tierNoise[row]!);
    if (tier === c.tier[row]) continue;
    countCustomer(w, c.owner[row]!, c.tier[row]!, -1);
    countCustomer(w, c.owner[row]!, tier, 1);
    c.tier[row] = tier;
  }
}

/** Sum over tiers of the owner's customers. */
export function customersOf(w: World, seat: number): number {
  return w.reps.customersA[seat]! + w.reps.customersB[seat]! + w.reps.customersC[seat]!;
}
