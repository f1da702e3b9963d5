import { exp, log } from '../../kernel/math.ts';
import { PURPOSES } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { DAYS_A_MONTH, DAYS_A_WEEK, DAYS_A_YEAR, periodOf } from '../calendar.ts';
import { PLAYBOOK_ERROR, PLAYBOOK_PRIOR, PLAYBOOK_SKILL } from '../constants.ts';
import { normalOf } from '../draw.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import type { World } from '../world.ts';

const RATE = leverAt('playbook-rate');
const EVIDENCE = leverAt('playbook-evidence');

/** Month-to-month correlation of demand and of competitors' pressure. */
const MEMORY = 0.8;
const SHOCK = 0.6;

/** Size of a shift, and of the creep between shifts as a share of what shifts bring. Assumed. */
const JUMP_LOW = 0.8;
const JUMP_RANGE = 0.4;
const CREEP = 0.05;

/** How often labels of old deals lose their worth for scoring when the market jumps. Assumed. */
const LABELS_KEPT = 0.5;

/** The market moves at a month's start: demand, competitors, and the best way of selling. */
export function marketMonth(w: World, m: Model, random: Random, day: number): void {
  const p = m.params;
  const month = periodOf(day, DAYS_A_MONTH);
  const { demand, competitor, position, labelled } = w.market;
  random.draw(0, PURPOSES['market-month'], month, 0);
  const demandShock = normalOf(p, random.w0);
  const competitorShock = normalOf(p, random.w1);
  const creep = normalOf(p, random.w2);
  const logDemand = MEMORY * log(demand[0]!) + SHOCK * p.demandVolatility * demandShock;
  demand[0] = exp(logDemand);
  competitor[0] = MEMORY * competitor[0]! + SHOCK * p.competitorVolatility * competitorShock;
  if (p.shiftRate <= 0) return;
  position[0]! += CREEP * Math.sqrt(p.shiftRate) * creep;
  random.draw(0, PURPOSES['market-shift'], month, 0);
  if (unit(random.w0) < 1 - exp(-p.shiftRate / 12)) {
    const size = JUMP_LOW + JUMP_RANGE * unit(random.w2);
    position[0]! += unit(random.w1) < 0.5 ? -size : size;
    labelled[0]! *= LABELS_KEPT;
  }
}

/** How far a team's playbook is from the market's best, 0–1. */
export function playbookGap(w: World, team: number): number {
  return Math.min(1, Math.abs(w.market.position[0]! - w.teams.playbook[team]!));
}

/**
 * At a week's end, teams may revise how they sell: at the rate their practices set, toward what the deals closed since the last revision
 * seem to show. Few deals and weak reps give a poor reading, so hasty revisions can make things worse.
 */
export function revisePlaybooks(w: World, m: Model, random: Random, day: number): void {
  const { playbook, evidence, skill } = w.teams;
  const week = periodOf(day, DAYS_A_WEEK);
  const weigh = m.lever[EVIDENCE]![0]!;
  for (let team = 0; team < m.teams; team++) {
    const rate = meanOverTeam(w, m, team, m.lever[RATE]!);
    random.draw(team, PURPOSES['playbook-revision'], week, 0);
    if (unit(random.w0) >= 1 - exp((-rate * DAYS_A_WEEK) / DAYS_A_YEAR)) continue;
    const closed = evidence[team]! * weigh;
    if (closed < 1) continue;
    const unskilled = exp(-PLAYBOOK_SKILL * Math.min(0, skill[team]!));
    const error = (PLAYBOOK_ERROR * unskilled * normalOf(m.params, random.w1)) / Math.sqrt(closed);
    const gain = closed / (closed + PLAYBOOK_PRIOR * weigh);
    playbook[team]! += gain * (w.market.position[0]! + error - playbook[team]!);
    evidence[team] = 0;
  }
}

/** Mean of a per-seat lever over the team's real seats. */
function meanOverTeam(w: World, m: Model, team: number, values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) {
    if (w.reps.real[seat] === 0) continue;
    sum += values[seat]!;
    count++;
  }
  return count > 0 ? sum / count : 0;
}
