import { exp, log, pow } from '../../kernel/math.ts';
import { PURPOSES } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { bookMonth, bookSeat, bookSum } from '../book.ts';
import { DAYS_A_MONTH, DAYS_A_WEEK, DAYS_A_YEAR, periodOf } from '../calendar.ts';
import {
  QUIT_LUCK,
  QUIT_MEMORY,
  QUIT_MISSED,
  QUIT_NEW,
  QUIT_OLD,
  QUIT_PEERS,
  TRAINING_CEILING,
  TRAINING_FADE,
  TRAINING_GAIN,
  TRAINING_VETERAN,
} from '../constants.ts';
import { exponentialOf, normalOf } from '../draw.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import { LEAST_PAY, payAt } from '../offer.ts';
import { skillOfRep } from '../skill.ts';
import { FIRST_LEVEL } from '../tables/pay.ts';
import { MONTH, SEAT, SUM } from '../tables/tally.ts';
import type { World } from '../world.ts';
import { unsettleCustomers } from './customers.ts';
import { handOver } from './due.ts';
import { newcomerAbility, newcomerSkill, takeTerms } from './hiring.ts';
import { managerAttention } from './managers.ts';
import { playbookGap } from './market.ts';

const LEARNING = leverAt('learning');
const FORGETTING = leverAt('forgetting');
const COACHING = leverAt('coaching');
const TRAINING = leverAt('training-days');
const FLOOR = leverAt('playbook-floor');
const PEERS = leverAt('peer-learning');
const STRAIN = leverAt('strain');
const FILL = leverAt('time-to-fill');
const HIRING = leverAt('hiring-quality');

/** Spread of a rep's skill between areas, and of the taste for work, in logs: the latter .09 in effort. */
const AREA_SPREAD = 0.2;
const TASTE_SPREAD = 0.15;
const LITERACY_SPREAD = 0.2;

/** Share of full skill that counts as ramped. */
const RAMPED = 0.8;

/** Exponents by which coaching speeds learning and slows forgetting. Assumed. */
const COACHED_LEARNING = 0.3;
const COACHED_KEEPING = 0.5;

/** A newcomer's first idea of own pace, beside what the seat brought. Assumed. */
const NEWCOMER_PACE = 0.5;

/** A day that never comes. */
const NEVER = 0x7fffffff;

/** Someone takes a seat. Traits come from the seat and the ordinal of its occupant alone. */
export function seatOccupant(w: World, m: Model, random: Random, seat: number, day: number): void {
  const r = w.reps;
  const p = m.params;
  const ordinal = r.occupant[seat]!;
  random.draw(seat, PURPOSES['rep-traits'], ordinal, 0);
  r.ability[seat] = newcomerAbility(m, normalOf(p, random.w0)) + m.lever[HIRING]![0]!;
  r.taste[seat] = TASTE_SPREAD * normalOf(p, random.w1);
  r.literacy[seat] = LITERACY_SPREAD * normalOf(p, random.w2);
  r.lot[seat] = unit(random.w3);
  random.draw(seat, PURPOSES['rep-traits'], ordinal, 1);
  r.prospect[seat] = AREA_SPREAD * p.areaNoise * normalOf(p, random.w0);
  r.discover[seat] = AREA_SPREAD * p.areaNoise * normalOf(p, random.w1);
  r.propose[seat] = AREA_SPREAD * p.areaNoise * normalOf(p, random.w2);
  r.close[seat] = AREA_SPREAD * p.areaNoise * normalOf(p, random.w3);
  random.draw(seat, PURPOSES['rep-traits'], ordinal, 2);
  r.logBias[seat] = log(1 - 2 * (1 - p.presentBias) * unit(random.w0));
  r.planner[seat] = unit(random.w1) < p.foresight ? 1 : 0;
  r.usualPatience[seat] = 0;
  r.proficiency[seat] = newcomerSkill(m);
  r.trained[seat] = 0;
  r.advice[seat] = 0;
  r.ramped[seat] = 0;
  r.missed[seat] = 0;
  takeTerms(w, m, seat);
  r.strain[seat] = 0;
  r.change[seat] = 0;
  r.effort[seat] = 1;
  r.time[seat] = 1;
  r.care[seat] = 0;
  r.spent[seat] = 0;
  r.hurry[seat] = 0;
  r.hiredDay[seat] = day;
  r.active[seat] = 1;
}

/** A week of learning on the job, of coaching and of forgetting. */
export function learn(w: World, m: Model, day: number): void {
  const r = w.reps;
  const p = m.params;
  const years = DAYS_A_WEEK / DAYS_A_YEAR;
  const usualRate = p.learningRate * DAYS_A_WEEK;
  const attention = managerAttention(w, m, day);
  // Most seats are coached alike: their powers are worked out once.
  let coached = 1;
  let quicken = 1;
  let keep = 1;
  for (let seat = 0; seat < m.seats; seat++) {
    if (r.active[seat] === 0) continue;
    const hours = Math.max(0.05, m.lever[COACHING]![seat]! * attention * m.coachingHours);
    if (hours !== coached) {
      coached = hours;
      quicken = pow(coached, COACHED_LEARNING);
      keep = pow(coached, -COACHED_KEEPING);
    }
    const learning = usualRate * m.lever[LEARNING]![seat]! * quicken;
    const k = r.proficiency[seat]!;
    const fade = m.lever[FORGETTING]![seat]! * keep * years;
    r.proficiency[seat] = Math.max(0.02, k + (1 - k) * (1 - exp(-learning)) - k * fade);
    const tenure = day - r.hiredDay[seat]!;
    if (r.ramped[seat] === 0 && r.proficiency[seat]! >= RAMPED * p.fullSkill) {
      r.ramped[seat] = 1;
      bookSum(w, SUM.rampDays, tenure);
      bookSum(w, SUM.rampCount, 1);
    }
    const gain = TRAINING_GAIN * (tenure < 2 * DAYS_A_YEAR ? 1 : TRAINING_VETERAN);
    const room = Math.max(0, 1 - (r.trained[seat]! + r.advice[seat]!) / TRAINING_CEILING);
    // A day teaches more where there is a playbook to teach that is not out of date.
    const playbook = m.lever[FLOOR]![seat]!;
    const current = playbook > 0 ? playbook * (1 - playbookGap(w, r.team[seat]!)) : 0;
    const trained = m.lever[TRAINING]![seat]! * years * gain * room * (1 + p.playbookTeaching * current);
    const taken = m.lever[PEERS]![seat]!;
    const taught =
      taken > 0 ? taken * (1 - m.rivalry) * p.advicePace * years * room * peersAhead(w, m, seat) : 0;
    const faded = r.trained[seat]! * TRAINING_FADE * keep * (DAYS_A_WEEK / DAYS_A_MONTH);
    r.trained[seat]! += trained - faded;
    r.advice[seat]! += taught - r.advice[seat]! * p.adviceFade * keep * years;
  }
}

/** How far the better half of the team is ahead of a seat, in log skill. */
function peersAhead(w: World, m: Model, seat: number): number {
  const r = w.reps;
  const team = r.team[seat]!;
  const own = skillOfRep(w, seat);
  let sum = 0;
  let count = 0;
  for (let other = m.teamFirst[team]!; other < m.teamFirst[team + 1]!; other++) {
    if (other === seat || r.active[other] === 0) continue;
    const ahead = skillOfRep(w, other) - own;
    if (ahead > 0) sum += ahead;
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/**
 * Month's end: who leaves. Those who earn less than one can live on leave at once. The others' hazard follows
 * (pay felt ÷ what they could earn elsewhere)^−ε, missed quotas, strain, tenure and colleagues' exits.
 *
 * The stated turnover is that of today's pay and load: the pressure at which it comes out is learnt during the warm-up
 * under the baseline and fixed from day 0 on for every alternative.
 */
export function quits(w: World, m: Model, random: Random, day: number): void {
  const r = w.reps;
  const month = periodOf(day, DAYS_A_MONTH);
  const { quitUsual, quitMonths } = w.market;
  for (let team = 0; team < m.teams; team++) w.teams.exits[team]! *= 2 / 3;
  const stated = m.params.turnover / 12;
  const base = stated * exp(-quitUsual[0]!);
  let expected = 0;
  let present = 0;
  for (let seat = 0; seat < m.seats; seat++) {
    if (r.active[seat] === 0) continue;
    const chance = r.payRatio[seat]! < m.offer.living ? 1 : 1 - exp(-base * pressure(w, m, seat, day));
    expected += chance;
    present++;
    random.draw(seat, PURPOSES.quit, r.occupant[seat]!, month);
    if (unit(random.w0) < chance) leave(w, m, random, seat, day, random.w1);
  }
  if (day >= 0 || present === 0 || !(stated > 0)) return;
  quitMonths[0]! += 1;
  const weight = Math.max(QUIT_MEMORY, 1 / quitMonths[0]!);
  quitUsual[0]! += weight * log(expected / present / (1 - exp(-stated)));
}

/**
 * What multiplies a rep's hazard to leave: what the plan offers people of this ability beside what others would pay for
 * this skill, own luck with it, and what else drives people away.
 */
function pressure(w: World, m: Model, seat: number, day: number): number {
  const r = w.reps;
  const p = m.params;
  const team = r.team[seat]!;
  const size = Math.max(1, realSeats(w, m, team));
  const tenure = day - r.hiredDay[seat]!;
  const age = tenure < DAYS_A_YEAR / 2 ? QUIT_NEW : tenure > 3 * DAYS_A_YEAR ? QUIT_OLD : 0;
  const ability = r.ability[seat]!;
  const offered = log(Math.max(LEAST_PAY, payAt(m.offer.pay, ability)));
  const lasting = offered - p.outsideSkill * ability;
  // What has not come of it yet, beside what someone who has not learnt the work yet would get elsewhere.
  const learnt = log(r.proficiency[seat]! / p.fullSkill);
  const luck = log(Math.max(LEAST_PAY, r.payRatio[seat]!)) - offered - p.outsideSkill * learnt;
  return exp(
    -p.quitElasticity * (lasting + QUIT_LUCK * luck) +
      QUIT_MISSED * (Math.min(4, r.missed[seat]!) - 1) +
      QUIT_PEERS * Math.min(2, (w.teams.exits[team]! * 8) / size) +
      m.lever[STRAIN]![seat]! +
      r.strain[seat]! +
      age,
  );
}

/** Seats of a team that have contracted hours. */
function realSeats(w: World, m: Model, team: number): number {
  let count = 0;
  for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) count += w.reps.real[seat]!;
  return count;
}

/** A rep leaves: deals go to colleagues, customers are unsettled, the seat is empty until filled. */
export function leave(w: World, m: Model, random: Random, seat: number, day: number, fillWord: number): void {
  const r = w.reps;
  r.active[seat] = 0;
  w.teams.exits[r.team[seat]!]! += 1;
  bookSum(w, SUM.exits, 1);
  bookSeat(w, day, seat, SEAT.exits, 1);
  // Whoever comes has to be found, and half of the wait is for those who apply.
  const wait = m.lever[FILL]![0]! * (0.5 + (0.5 * exponentialOf(fillWord)) / m.offer.applicants);
  r.fillDay[seat] = Math.min(NEVER, day + 1 + Math.floor(wait + 0.5));
  r.carryHours[seat] = 0;
  r.spareHours[seat] = 0;
  let row = r.readyHead[seat]!;
  r.readyHead[seat] = -1;
  while (row >= 0) {
    const next = w.deals.next[row]!;
    handOver(w, m, random, row);
    const owner = w.deals.owner[row]!;
    w.deals.next[row] = r.readyHead[owner]!;
    r.readyHead[owner] = row;
    row = next;
  }
  unsettleCustomers(w, seat);
}

/** Seats whose time has come are filled by a newcomer, unless the plan in force draws nobody. */
export function hire(w: World, m: Model, random: Random, day: number): void {
  const r = w.reps;
  if (m.offer.applicants === 0) return;
  for (let seat = 0; seat < m.seats; seat++) {
    if (r.active[seat] === 1 || r.real[seat] === 0 || r.fillDay[seat]! > day) continue;
    r.occupant[seat]! += 1;
    bookMonth(w, day, MONTH['turnover-cost'], m.params.replacementCost);
    seatOccupant(w, m, random, seat, day);
    const { rows, metric } = m.credits;
    for (let row = 0; row < rows; row++) {
      if (metric[row]! < FIRST_LEVEL) w.pay.pace[row * m.seats + seat]! *= NEWCOMER_PACE;
    }
  }
}
