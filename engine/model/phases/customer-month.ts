import { exp, log } from '../../kernel/math.ts';
import { PURPOSES, purposeWord } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { bookMonth, bookSum, bookTier, TIER } from '../book.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR, periodOf } from '../calendar.ts';
import {
  EXPERIENCE_NOISE,
  RELATIONSHIP_PACE,
  SATISFACTION_FALL,
  SATISFACTION_PACE,
  SERVICE_POINTS,
} from '../constants.ts';
import { creditRevenue, SALE } from '../credits.ts';
import { normalOf } from '../draw.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import { MONTH, SUM, TIER_FIGURES } from '../tables/tally.ts';
import { TIERS, type World } from '../world.ts';
import { collect } from './collection.ts';
import { repeatDeal } from './due.ts';
import { KIND, spawnLead } from './leads.ts';

const TIER_SERVICE = leverAt('tier-service');
const TAIL = leverAt('tail-coverage');
const KEY_COVER = leverAt('key-cover');
const QUALITY = leverAt('service-quality');
const RELATION = leverAt('relationship');
const EXPANSION = leverAt('expansion-focus');
const REFERRAL = leverAt('referral-program');
const RETENTION = leverAt('retention-program');

/** Service a cheap channel gives the customers it covers, relative to what they are due. Assumed. */
const CHEAP_SERVICE = 0.8;

/** Service a dedicated manager gives the customers covered, relative to what they are due. Assumed. */
const KEY_SERVICE = 1.5;

/** Satisfaction around which customers begin to recommend, and how sharply. */
const RECOMMEND_AT = 80;
const RECOMMEND_WIDTH = 4;

/** Lift of an unhappy customer's experience by a timely contact, in points. Assumed. */
const RESCUE_POINTS = 15;

/** What programmes promise a customer comes in contacts that somebody makes: at most this many times the usual. Assumed. */
const MOST_CONTACT = 1.25;

/** Noise of a retention programme's idea of who is at risk, in points. Assumed. */
const RISK_NOISE = 15;

/** Upper identity bit of those referred by a customer: 24 bits, the highest set. */
const REFERRED = 0x800000;

/**
 * Month's end for every customer: satisfaction moves toward the service received, relationships grow, recurring
 * revenue accrues, and some ask for more or send a friend.
 */
export function customerMonth(w: World, m: Model, random: Random, day: number): void {
  const c = w.customers;
  const { accrues } = m.credits;
  const p = m.params;
  const rows = w.market.customers[0]!;
  const month = periodOf(day, DAYS_A_MONTH);
  // A horizon may break off within a month.
  const accruing = (day + 1 - month * DAYS_A_MONTH) / DAYS_A_YEAR;
  const retention = m.lever[RETENTION]![0]!;
  const referralRate = m.channel.referral >= 0 ? (m.feelings.keen * m.lever[REFERRAL]![0]!) / 12 : 0;
  const expansionRate = (m.feelings.wish * p.expansionRate) / 12;
  const expansionFocus = m.lever[EXPANSION]!;
  const { services, feelings } = serviceFelt(w, m);
  let active = 0;
  let satisfaction = 0;
  const content = new Float64Array(TIERS);
  const present = new Float64Array(TIERS);
  let accrued = 0;
  let margin = 0;
  let wished = 0;
  let served = 0;
  for (let row = 0; row < rows; row++) {
    if (c.state[row] !== 1) continue;
    const seat = c.owner[row]!;
    const tier = c.tier[row]!;
    random.draw(c.idLow[row]!, purposeWord(PURPOSES['customer-month'], c.idHigh[row]!), month, 0);
    const noise = normalOf(p, random.w0);
    const referralWord = random.w1;
    const expansionWord = random.w2;
    const otherWord = random.w3;

    const service = services[seat * TIERS + tier]!;
    const contact = service < MOST_CONTACT ? service : MOST_CONTACT;
    let felt = feelings[seat * TIERS + tier]! + c.disposition[row]! + EXPERIENCE_NOISE * noise;
    let now = c.satisfaction[row]!;
    if (retention > 0) {
      const seemsAtRisk = now + RISK_NOISE * normalOf(p, otherWord) < p.satisfaction - 10;
      if (seemsAtRisk) {
        // Who is content is only woken up: reminded that there is something to think over.
        if (now < p.satisfaction - 5) felt += retention * contact * RESCUE_POINTS;
        else c.woken[row] = Math.min(1, c.woken[row]! + retention * contact);
      }
    }
    now += SATISFACTION_PACE * (felt < now ? SATISFACTION_FALL : 1) * (felt - now);
    now = now < 0 ? 0 : now > 100 ? 100 : now;
    c.satisfaction[row] = now;
    const bond = c.relationship[row]!;
    c.relationship[row] =
      bond + RELATIONSHIP_PACE * m.lever[RELATION]![seat]! * (Math.min(1, service) - bond);
    served += Math.min(1, service);
    active++;
    satisfaction += now;
    content[tier]! += now;
    present[tier]! += 1;

    if (p.recurring > 0) {
      const amount = c.recurring[row]! * accruing;
      accrued += amount;
      margin += amount * c.marginRate[row]!;
      if (c.cohort[row] === 1) bookSum(w, SUM.cohortMargin, amount * c.marginRate[row]!);
      bookTier(w, day, tier, TIER.repeatRevenue, amount);
      collect(w, m, day, row, SALE.expansion, amount, otherWord);
      if (accrues && w.reps.active[seat] === 1) {
        creditRevenue(w, m, seat, SALE.expansion, tier, amount, amount * c.marginRate[row]!);
      }
    }
    // A chance 1 − e^−x is below x: most customers are told so without working out e.
    const referralUniform = unit(referralWord);
    if (referralUniform < referralRate) {
      if (referralUniform < 1 - exp(-referralRate * recommends(now))) refer(w, m, random, day, row, month);
    }
    const noticed = 1 + (expansionFocus[seat]! - 1) * contact;
    const wishes = expansionRate * expansionWish(now) * Math.min(4, c.potential[row]!);
    if (wishes > 0) wished += (1 - exp(-wishes)) * p.expansionSize * c.unitValue[row]!;
    const occasions = wishes * noticed;
    const occasionUniform = unit(expansionWord);
    if (occasionUniform < occasions && occasionUniform < 1 - exp(-occasions)) {
      // A further policy or department is like the first: contracts do not grow on what they have grown by.
      const value = c.unitValue[row]! * p.expansionSize;
      if (value > 0) {
        random.draw(c.idLow[row]!, purposeWord(PURPOSES.expansion, c.idHigh[row]!), month, 0);
        repeatDeal(w, m, random, day, row, KIND.expansion, value, log(value), m.expansionStage);
      }
    }
  }
  bookSum(w, SUM.wished, wished);
  bookSum(w, SUM.served, served);
  bookSum(w, SUM.customerMonths, active);
  bookMonth(w, day, MONTH.revenue, accrued);
  bookMonth(w, day, MONTH['gross-margin'], margin);
  bookMonth(w, day, MONTH['active-customers'], active);
  bookMonth(w, day, MONTH.satisfaction, active > 0 ? satisfaction / active : 0);
  // A standing, not a flow: the last month's end is what is told.
  for (let tier = 0; tier < TIERS && day >= 0; tier++) {
    const mean = present[tier]! > 0 ? content[tier]! / present[tier]! : Number.NaN;
    w.tierTally[tier * TIER_FIGURES.length + TIER.satisfaction] = mean;
  }
  if (active > 0) {
    bookSum(w, SUM.satisfaction, satisfaction / active);
    bookSum(w, SUM.satisfactionCount, 1);
  }
}

/** How far a customer is moved to recommend: 0–1, ½ at 80. */
export function recommends(satisfaction: number): number {
  return 1 / (1 + exp((RECOMMEND_AT - satisfaction) / RECOMMEND_WIDTH));
}

/** Wish to buy more, 1 at 75; none below 50. */
export function expansionWish(satisfaction: number): number {
  return Math.max(0, (satisfaction - 50) / 25);
}

/** What customers of each seat and tier get of the service due to them, and what they would feel but for chance. */
export function serviceFelt(w: World, m: Model): { services: Float64Array; feelings: Float64Array } {
  const weight = m.lever[TIER_SERVICE]!;
  const tail = m.lever[TAIL]![0]!;
  const key = m.lever[KEY_COVER]![0]!;
  const elsewhere = m.params.serviceElsewhere;
  const services = new Float64Array(m.seats * TIERS);
  const feelings = new Float64Array(m.seats * TIERS);
  for (let seat = 0; seat < m.seats; seat++) {
    for (let tier = 0; tier < TIERS; tier++) {
      let service = elsewhere + (1 - elsewhere) * w.reps.serviceRatio[seat]! * weight[tier]!;
      if (tier === 2 && tail > 0) service = Math.max(service, (1 - tail) * service + tail * CHEAP_SERVICE);
      if (tier === 0 && key > 0) service = (1 - key) * service + key * KEY_SERVICE;
      services[seat * TIERS + tier] = service;
      feelings[seat * TIERS + tier] =
        m.params.satisfaction +
        m.lever[QUALITY]![seat]! * Math.min(MOST_CONTACT, service) +
        SERVICE_POINTS * log(Math.max(0.1, Math.min(3, service)));
    }
  }
  return { services, feelings };
}

/** A customer sends a friend: a lead whose identity comes from the customer's and the month's. */
function refer(w: World, m: Model, random: Random, day: number, row: number, month: number): void {
  const c = w.customers;
  random.draw(c.idLow[row]!, purposeWord(PURPOSES['referral-identity'], c.idHigh[row]!), month, 0);
  const idLow = random.w0;
  const idHigh = (random.w1 >>> 9) | REFERRED;
  const seat = w.reps.active[c.owner[row]!] === 1 ? c.owner[row]! : -1;
  spawnLead(w, m, random, day, m.channel.referral, idLow, idHigh, seat);
}

/**
 * Marks the morning from which customers' loyalty is told: who is a customer now, and what they are worth a year. Marking
 * again starts the count afresh.
 */
export function markCustomers(w: World, m: Model): void {
  const c = w.customers;
  const rows = w.market.customers[0]!;
  w.sums[SUM.cohort] = 0;
  w.sums[SUM.cohortValue] = 0;
  for (let tier = 0; tier < TIERS; tier++) {
    w.tierTally[tier * TIER_FIGURES.length + TIER.customers] = 0;
    w.tierTally[tier * TIER_FIGURES.length + TIER.churned] = 0;
  }
  for (let row = 0; row < rows; row++) {
    c.rebought[row] = 0;
    c.cohort[row] = c.state[row] === 1 ? 1 : 0;
    if (c.state[row] !== 1) continue;
    c.expanded[row] = 0;
    c.valueAtStart[row] = yearlyValue(w, m, row);
    w.sums[SUM.cohort]! += 1;
    w.sums[SUM.cohortValue]! += c.valueAtStart[row]!;
    w.tierTally[c.tier[row]! * TIER_FIGURES.length + TIER.customers]! += 1;
  }
}

/** Expected yearly value of a customer: what recurs and what it tends to order. */
export function yearlyValue(w: World, m: Model, row: number): number {
  const c = w.customers;
  const p = m.params;
  return c.recurring[row]! + c.rate[row]! * 252 * c.orderValue[row]! * p.repeatConversion;
}
