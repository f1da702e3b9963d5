import { exp, log } from '../kernel/math.ts';
import { normalCdf, normalDensity } from '../kernel/normal.ts';
import { DAYS_A_WEEK } from '../model/calendar.ts';
import { FORECAST_WEIGHT, PEER_INDIVIDUAL, PEER_TEAM, UNPAID_DUTY } from '../model/constants.ts';
import { leverAt } from '../model/levers.ts';
import type { Model, Params } from '../model/model.ts';
import { FIRST_LEVEL } from '../model/tables/pay.ts';
import type { World } from '../model/world.ts';
import { type Forecasts, into, lookAhead } from './forecast.ts';
import { type PayInForce, paidBeside } from './in-force.ts';
import { usualPatience } from './patience.ts';
import { relateDrive, usualColleagues } from './usual-drive.ts';
import { weigh } from './weigh.ts';

const GOAL = leverAt('goal-salience');
const MONITORING = leverAt('monitoring');

/** Least drive, so that its powers stay finite. */
const LEAST_DRIVE = 0.02;

/** Effort stays within what people can give. */
const LEAST_EFFORT = 0.4;
const MOST_EFFORT = 1.5;
const LOG_LEAST = log(LEAST_EFFORT);
const LOG_MOST = log(MOST_EFFORT);

/** Least part of the drive that pay can move, so that an elasticity to pay can be told. */
const LEAST_PAID = 0.2;

/** Differences that are none. */
const ROUNDING = 1e-12;

/** Density of a standard normal at 0: a goal's pull is told by its height. */
const PEAK = 0.3989422804014327;

/** Part of the drive that pay moves at usual pay: the scale on which a goal's pull adds to it. */
function paidPart(p: Params): number {
  return Math.max(LEAST_PAID, 1 - p.intrinsic);
}

/**
 * The week's effort of every rep, and how it is split. Each forecasts the plan's measures and weighs what one more unit
 * of business would bring against what is usual:
 * effort = (felt + monitoring·max(0, 1 − felt))^(γ ÷ paid) × peers × fairness,  felt = (intrinsic + paid·(marginal ÷ usual + goal)) × taste,
 * with paid = 1 − intrinsic, so that at usual pay effort answers to marginal pay with elasticity γ.
 * What pay brings is felt as less by who is paid more than usual (model/offer.ts).
 * Being watched lifts those who would give less than the norm. Peers pull by pay type: stars lift colleagues when pay is
 * shared, and dishearten them when it is individual. More than is usual for oneself tires, the more so the more it is: less is
 * left afterwards. Pay for touches makes them more and each of them less. Part of effort is time, the rest care: time = effort^share.
 */
export function respond(w: World, m: Model, pay: PayInForce, day: number): void {
  const r = w.reps;
  const p = m.params;
  const { usual, newShare } = pay;
  const { ahead, toSell } = pay.scratch;
  lookAhead(w, m, pay, day, false, ahead);
  weigh(w, m, pay, day);
  const now = pay.scratch;
  const patience = log(p.patienceMonth);
  const usualSkill = usualColleagues(w);
  const paidShare = paidPart(p);
  const power = p.effortElasticity / paidShare;
  const peerPull = PEER_INDIVIDUAL + (PEER_TEAM - PEER_INDIVIDUAL) * pay.shared;
  for (let seat = 0; seat < m.seats; seat++) {
    if (r.active[seat] === 0) continue;
    if (r.usualPatience[seat] === 0) r.usualPatience[seat] = usualPatience(usual, r.logBias[seat]!, patience);
    // Rewards are felt against those of the usual plan, which are felt as far away as they usually are.
    const fresh = now.fresh[seat]! / r.usualPatience[seat]!;
    const repeat = now.repeat[seat]! / r.usualPatience[seat]!;
    r.marginalNow[seat] = now.money[seat]!;
    const paid = paidBeside(repeat, fresh, pay.own.repeatPaid);
    if (Math.abs(paid - r.repeatPaid[seat]!) > ROUNDING) {
      r.repeatPaid[seat] = paid;
      r.repeatAppeal[seat] = repeatAppeal(paid);
    }
    r.servicePaid[seat] = now.service[seat]! / r.usualPatience[seat]! / usual.hour;
    let marginal = newShare * fresh + (1 - newShare) * repeat;
    marginal *= r.moneyFelt[seat]!;
    if (p.lossWeight > 0) marginal *= 1 + p.lossWeight * shortfall(pay, ahead, seat, m.seats);
    const relative = usual.rate > 0 ? marginal / usual.rate : 1 + marginal / usual.yardstick;
    let drive = p.intrinsic + (1 - p.intrinsic) * relative;
    // The pull of a goal: strongest where the next sale decides it, none once out of reach or behind us.
    const goal = m.lever[GOAL]![seat]!;
    if (goal !== 0) drive += paidShare * goal * goalPull(pay, ahead, seat, m.seats);
    toSell[seat] = Math.max(LEAST_DRIVE, drive);
    let felt = toSell[seat]! * exp(r.taste[seat]!);
    felt += m.lever[MONITORING]![seat]! * Math.max(0, 1 - felt);
    const better = r.colleagues[seat]! - usualSkill;
    const peers = Number.isNaN(better) ? 0 : peerPull * better;
    const rested = power * log(felt) + peers + log(r.fairness[seat]!);
    const effort = Math.min(LOG_MOST, Math.max(LOG_LEAST, rested - p.fatigue * r.spent[seat]!));
    const beyond = Math.max(0, effort - power * r.taste[seat]!);
    r.spent[seat]! += p.tiring * (beyond * beyond - r.spent[seat]!);
    r.effort[seat] = Math.min(MOST_EFFORT, Math.max(LEAST_EFFORT, exp(effort)));
    const activity = now.activity[seat]! / r.usualPatience[seat]!;
    const hurry =
      activity > 0 || usual.activity > 0 ? p.boxTicking * paidToHurry(pay, p, drive, activity) : 0;
    r.time[seat] = exp(p.effortTime * effort);
    r.hurry[seat] = hurry;
    r.care[seat] = (1 - p.effortTime) * effort - hurry;
  }
  if (closesSoon(m, pay, day)) {
    lookAhead(w, m, pay, day, true, ahead);
    weigh(w, m, pay, day - into(day, pay.periodDays) + pay.periodDays);
    r.marginalNext.set(now.money);
  }
  relateDrive(w, m, toSell, pay.periodDays, day);
}

/**
 * How much more than usual the drive to do many touches is above the drive to do each well, in logs: pay for touches
 * moves the first alone.
 *
 * @param drive to work, all pay counted
 * @param activity what a unit of business brings for its touches alone
 */
function paidToHurry(pay: PayInForce, p: Params, drive: number, activity: number): number {
  const { rate, yardstick, activity: usually } = pay.usual;
  const part = ((1 - p.intrinsic) * activity) / (rate > 0 ? rate : yardstick);
  const worked = Math.max(LEAST_DRIVE, drive);
  return log(worked / Math.max(LEAST_DRIVE, worked - part)) + log(1 - (1 - p.intrinsic) * usually);
}

/** Whether some day of the week that begins is in the closing part of the period. */
function closesSoon(m: Model, pay: PayInForce, day: number): boolean {
  return into(day, pay.periodDays) + DAYS_A_WEEK > pay.periodDays - m.reachDays;
}

/** How many standard deviations the main measure's quota is above the forecast; null where there is no quota. */
function quotaAhead(pay: PayInForce, ahead: Forecasts, seat: number, seats: number): number | null {
  const { main } = pay;
  if (main === null || !(main.reference > 0)) return null;
  const at = pay.measures.indexOf(main) * seats + seat;
  return (ahead.times[at]! * main.reference - ahead.mean[at]!) / Math.max(ahead.sd[at]!, 1e-9);
}

/** How much of a goal's pull is felt: the height of the forecast at the quota. */
function goalPull(pay: PayInForce, ahead: Forecasts, seat: number, seats: number): number {
  const z = quotaAhead(pay, ahead, seat, seats);
  return z === null ? 0 : normalDensity(z) / PEAK;
}

/** Chance to fall short of quota, and so of target pay. */
function shortfall(pay: PayInForce, ahead: Forecasts, seat: number, seats: number): number {
  const z = quotaAhead(pay, ahead, seat, seats);
  return z === null ? 0 : normalCdf(z);
}

/** A week's credit sharpens each rep's idea of own pace. */
export function learnPace(w: World, m: Model): void {
  const { credit, creditSeen, pace } = w.pay;
  const { rows, metric } = m.credits;
  for (let row = 0; row < rows; row++) {
    if (metric[row]! >= FIRST_LEVEL) continue;
    for (let seat = 0; seat < m.seats; seat++) {
      const at = row * m.seats + seat;
      const earned = (credit[at]! - creditSeen[at]!) / DAYS_A_WEEK;
      if (w.reps.active[seat] === 1) pace[at]! += FORECAST_WEIGHT * (earned - pace[at]!);
      creditSeen[at] = credit[at]!;
    }
  }
}

/** Log appeal of repeat business beside new business: what is unpaid is not ignored, but comes second. */
export function repeatAppeal(paid: number): number {
  return log(UNPAID_DUTY + (1 - UNPAID_DUTY) * paid);
}
