import { exp, log, pow } from '../../kernel/math.ts';
import { DAYS_A_MONTH, DAYS_A_WEEK, DAYS_A_YEAR } from '../calendar.ts';
import { SERVICE_CEILING, TRAINING_CEILING, UNPAID_DUTY, VACANT_SERVICE } from '../constants.ts';
import { leverAt } from '../levers.ts';
import type { Model } from '../model.ts';
import { skillOfRep } from '../skill.ts';
import type { World } from '../world.ts';
import { playbookGap } from './market.ts';
import {
  depthOfChange,
  displaced,
  givenUp,
  LEAST_NET,
  OVERTIME,
  overtimeFor,
  USE,
  WEEK_COLUMNS,
} from './week.ts';

const ADMIN = leverAt('admin-time');
const TRAVEL = leverAt('travel-time');
const MEETINGS = leverAt('overhead-hours');
const LOGGING = leverAt('logging-hours');
const OUTREACH = leverAt('outreach-hours');
const TRAINING = leverAt('training-days');
const SERVICE = leverAt('service-time');
const FOCUS = leverAt('retention-focus');
const TIER_SERVICE = leverAt('tier-service');
const KEY_COVER = leverAt('key-cover');
const FLOOR = leverAt('playbook-floor');
const TOUCH = leverAt('touch-quality');
const STAGE_SKILL = leverAt('stage-skill');

/** Largest share of the year's days spent in training. */
const MOST_TRAINING = 0.5;

/** Bounds of how far rewards move the hours of service. Assumed. */
const LEAST_SERVICE = 0.25;
const MOST_SERVICE = 2;

/**
 * The week's hours a day for each seat: what contracted hours × effort go to, and overtime (week.ts).
 *
 * Admin, travel and internal work take their shares of the days not spent in training; the rest is for customers:
 * service as far as the rep is moved to give it, and selling. New work that practices ask for takes the place of other
 * paperwork and meetings first, if it is of their kind; part of what is left is done in overtime, and for the rest every
 * use gives up the same share. Taking up new ways takes selling time alone.
 */
export function planHours(w: World, m: Model): void {
  const r = w.reps;
  const p = m.params;
  const weight = m.lever[TIER_SERVICE]!;
  for (let seat = 0; seat < m.seats; seat++) {
    if (r.active[seat] === 0) {
      r.sellHours[seat] = 0;
      r.serviceHours[seat] = 0;
      r.serviceRatio[seat] = VACANT_SERVICE * w.teams.filled[r.team[seat]!]!;
      r.carryHours[seat] = 0;
      r.strain[seat] = 0;
      m.week.fill(0, seat * WEEK_COLUMNS, (seat + 1) * WEEK_COLUMNS);
      continue;
    }
    // What practices save of paperwork and travel is free for customers; what they add of it is new work.
    const admin = Math.min(p.admin, m.lever[ADMIN]![seat]!);
    const travel = Math.min(p.travel, m.lever[TRAVEL]![seat]!);
    const fixed = admin + travel + p.internal;
    // A day of training takes the day as it is: reports and meetings of that day fall away with the selling.
    const attended = 1 - Math.min(MOST_TRAINING, m.lever[TRAINING]![seat]! / DAYS_A_YEAR);
    const given = p.hoursPerDay * r.time[seat]!;
    const present = given * attended;
    const free = present * Math.max(LEAST_NET, 1 - fixed);
    const taken = fixed > 0 ? (present - free) / fixed : 0;

    // What must be logged shrinks with the rest of the paperwork where a system does it.
    const typed = p.admin > 0 ? admin / p.admin : 1;
    const logged =
      (m.lever[LOGGING]![seat]! * typed * attended) / DAYS_A_WEEK +
      (m.lever[ADMIN]![seat]! - admin) * present;
    const inside = (m.lever[MEETINGS]![seat]! * attended) / DAYS_A_WEEK + logged;
    const inward = Math.max(0, inside);
    const farther = (m.lever[TRAVEL]![seat]! - travel) * present;
    const outward = (Math.max(0, m.lever[OUTREACH]![seat]!) * attended) / DAYS_A_WEEK + farther;
    const asked = inward + outward;
    const routine = taken * (admin + p.internal);
    const relief = Math.min(Math.max(0, -inside), routine);
    const instead = displaced(inward, routine, p.displacedWork);
    const overtime = overtimeFor(asked - instead, present, p.overtimeShare);
    const lost = givenUp(asked - instead - overtime, present - instead);
    const done = instead + overtime + lost * (present - instead);

    const net = (free + relief) * (1 - lost);
    const weighted =
      r.customersA[seat]! * weight[0]! * (1 - m.lever[KEY_COVER]![0]!) +
      r.customersB[seat]! * weight[1]! +
      r.customersC[seat]! * weight[2]!;
    const count = r.customersA[seat]! + r.customersB[seat]! + r.customersC[seat]!;
    const due = (p.serviceHours * count) / DAYS_A_MONTH;
    // Whoever takes it easy does so with customers too, in hours and in what an hour is worth to them.
    const usual =
      ((p.serviceHours * weighted) / DAYS_A_MONTH) *
      m.lever[SERVICE]![seat]! *
      m.lever[FOCUS]![seat]! *
      r.time[seat]!;
    const drive = serviceDrive(m, r.sellDrive[seat]!, r.repeatPaid[seat]!, r.servicePaid[seat]!);
    const served = divided(Math.min(usual * (1 - lost), SERVICE_CEILING * net), net, drive);
    const change = p.changeDip * depthOfChange(r.change[seat]!) * (net - served);
    r.serviceHours[seat] = served;
    // Per unit of tier weight, so that a tier's customers get ratio × weight of what they are due.
    r.serviceRatio[seat] =
      due > 0 && weighted > 0 ? (served / due) * (count / weighted) * exp(r.care[seat]!) : 1;
    r.sellHours[seat] = net - served - change;
    r.strain[seat] = p.overtimeStrain * (present > 0 ? overtime / present : 0);

    const week = m.week;
    const at = seat * WEEK_COLUMNS;
    const kept = taken * (1 - lost);
    const stays = kept * (routine > 0 ? 1 - (instead + relief) / routine : 1);
    const part = asked > 0 ? done / asked : 0;
    const records = Math.min(inward, Math.max(0, logged));
    week[at + USE.selling] = r.sellHours[seat]!;
    week[at + USE.service] = served;
    week[at + USE.travel] = kept * travel + part * farther;
    week[at + USE.admin] = stays * admin + part * records;
    week[at + USE.internal] = stays * p.internal + part * (inward - records);
    week[at + USE.outreach] = part * (outward - farther);
    week[at + USE.training] = given - present;
    week[at + USE.change] = change;
    week[at + OVERTIME] = overtime;
  }
}

/**
 * Of `net` hours, those given to service where `usual` would be at usual rewards: hours go to uses in proportion to
 * usual share × reward, so what one use loses the others share, and none gets more than there is.
 *
 * @param drive reward of service against selling, relative to the usual, to its power
 */
export function divided(usual: number, net: number, drive: number): number {
  return net > 0 ? (usual * drive * net) / (usual * drive + net - usual) : 0;
}

/**
 * How much more service weighs against selling than usual, in what hours are divided by: (reward of service ÷ reward of selling), relative
 * to the usual, to the power `multitask`. Repeat business that the plan pays a share of is wanted as much as selling
 * to that share; the rest of its reward is duty, which no plan or goal makes stronger. So a sharper drive to sell takes
 * hours from service where repeat business is unpaid, and none where it is paid in full.
 *
 * @param repeatPaid pay for repeat business as a share of that for new
 * @param servicePaid what service itself is paid (satisfaction, customers kept), beside a usual hour of selling
 */
export function serviceDrive(m: Model, sellDrive: number, repeatPaid: number, servicePaid: number): number {
  const paid = Math.min(1, repeatPaid);
  const reward = (1 - paid) * UNPAID_DUTY + paid * sellDrive + servicePaid;
  const ratio = reward / (sellDrive * m.serviceUsual);
  return Math.min(MOST_SERVICE, Math.max(LEAST_SERVICE, pow(ratio, m.params.multitask)));
}

/** Log skill a seat brings to an area that deviates from its ability by `area`, the playbook's floor included. */
function skillOf(w: World, m: Model, seat: number, area: number): number {
  const own = skillOfRep(w, seat) + area;
  // The standard is a median rep at full skill; what falls short of it is lifted part of the way, further of who was
  // taught it.
  const short = Math.min(0, own - log(m.params.fullSkill));
  const taught = 1 + (m.params.playbookTeaching * w.reps.trained[seat]!) / TRAINING_CEILING;
  const lifted = own - short * Math.min(1, m.lever[FLOOR]![seat]! * taught);
  return lifted + m.lever[TOUCH]![seat]!;
}

/** The log-odds every touch of the week starts from, seat by seat and stage by stage. */
export function planTouches(w: World, m: Model): void {
  const r = w.reps;
  const p = m.params;
  const areas = [r.prospect, r.discover, r.propose, r.close];
  const tells = m.stage.perWin * p.skillEffect;
  for (let seat = 0; seat < m.seats; seat++) {
    const gap = playbookGap(w, r.team[seat]!);
    const fit = m.stage.perWin * log(1 - p.shiftDepth * gap) - m.stage.usualFit;
    const care = m.stage.perWin * p.careEffect * r.care[seat]!;
    m.seatRepeat[seat] = m.stage.repeatBase + tells * skillOf(w, m, seat, 0) + care;
    const competition = m.stage.perWin * w.market.competitor[0]!;
    for (let s = 0; s < m.stages; s++) {
      const skill = skillOf(w, m, seat, areas[m.stage.skill[s]!]![seat]!) + m.lever[STAGE_SKILL]![s]!;
      m.seatStage[seat * m.stages + s] = m.stage.base[s]! + tells * skill + care + fit - competition;
    }
  }
}

/** Refreshes how far each team is filled, its mean log skill, and each rep's of the others present on the team. */
export function meetColleagues(w: World, m: Model): void {
  const r = w.reps;
  for (let team = 0; team < m.teams; team++) {
    const first = m.teamFirst[team]!;
    const end = m.teamFirst[team + 1]!;
    let sum = 0;
    let count = 0;
    let seats = 0;
    for (let seat = first; seat < end; seat++) {
      seats += r.real[seat]!;
      if (r.active[seat] === 0) continue;
      const own = skillOfRep(w, seat);
      r.colleagues[seat] = own;
      sum += own;
      count++;
    }
    w.teams.skill[team] = count > 0 ? sum / count : 0;
    w.teams.filled[team] = seats > 0 ? count / seats : 0;
    for (let seat = first; seat < end; seat++)
      if (r.active[seat] === 1)
        r.colleagues[seat] = count > 1 ? (sum - r.colleagues[seat]!) / (count - 1) : Number.NaN;
  }
}
