import { exp, log } from '../../kernel/math.ts';
import { PURPOSES, purposeWord } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import type { World } from '../world.ts';

/** Lead routing policies, as compiled. */
export const ROUTING = { lot: 0, specialism: 1, score: 2 } as const;

/** Log weight of one unit of early-stage skill (specialism) or of score times ability (score). Assumed. */
const ROUTING_FOCUS = 1.5;

const BALANCE = leverAt('territory-balance');

/** Seats compete on equal terms, whatever the team's routing rule. */
const EQUAL = -1;

/**
 * A race of a team's seats for a lead with one keyed uniform u each: the highest log(u) ÷ weight wins, so a seat's
 * chance is its weight's share, a lead changes hands only when the seat that won it loses weight, and an empty or
 * inert seat changes nobody's luck.
 * Returns the team's first seat when nobody takes part: the lead waits at an empty desk.
 *
 * @param rule one of ROUTING, or EQUAL
 */
function race(
  w: World,
  m: Model,
  random: Random,
  team: number,
  idLow: number,
  purpose: number,
  ordinal: number,
  rule: number,
  perceived: number,
): number {
  const { active, real, prospect, ability, proficiency, leadWeight } = w.reps;
  const from = m.teamFirst[team]!;
  const to = m.teamFirst[team + 1]!;
  let best = from;
  let bestKey = Number.NEGATIVE_INFINITY;
  let word = 0;
  for (let seat = from; seat < to; seat++) {
    const lane = (seat - from) & 3;
    if (lane === 0) random.draw(idLow, purpose, ordinal, seat - from);
    word = lane === 0 ? random.w0 : lane === 1 ? random.w1 : lane === 2 ? random.w2 : random.w3;
    if (real[seat] === 0 || active[seat] === 0) continue;
    let weight = rule === EQUAL ? 1 : leadWeight[seat]!;
    if (rule === ROUTING.specialism || rule === ROUTING.score) {
      const skill = ability[seat]! + log(proficiency[seat]!);
      const lean = rule === ROUTING.specialism ? prospect[seat]! + skill : perceived * skill;
      weight *= exp(ROUTING_FOCUS * lean);
    }
    const key = log(unit(word)) / weight;
    if (key > bestKey) {
      bestKey = key;
      best = seat;
    }
  }
  return best;
}

/**
 * The seat in whose territory a lead arises, occupied or not: a uniform falls into a team by its share of leads and
 * there into a seat by its weight. Weights never change, so a lead's territory is the same in every alternative.
 */
export function homeOf(w: World, m: Model, u: number): number {
  const { real, leadsUpTo } = w.reps;
  let team = 0;
  let low = 0;
  while (team < m.teams - 1 && u >= low + m.teamShare[team]!) low += m.teamShare[team++]!;
  const from = m.teamFirst[team]!;
  const to = m.teamFirst[team + 1]!;
  const share = (u - low) / m.teamShare[team]!;
  const place = share * leadsUpTo[to - 1]!;
  // Weights differ by small factors: the seat is near where it would be if they were all the same.
  let home = Math.min(to - 1, from + Math.floor(share * (to - from)));
  while (home > from && place < leadsUpTo[home - 1]!) home--;
  while (home < to - 1 && place >= leadsUpTo[home]!) home++;
  while (home > from && real[home] === 0) home--;
  return home;
}

/** The seat that is to work a lead: the territory's own when the rule is by lot and someone sits there. */
export function route(
  w: World,
  m: Model,
  random: Random,
  idLow: number,
  idHigh: number,
  home: number,
  perceived: number,
): number {
  const team = w.reps.team[home]!;
  const rule = m.routing[team]!;
  if (rule === ROUTING.lot && w.reps.active[home] === 1) {
    const even = m.lever[BALANCE]![0]!;
    if (even <= 0) return home;
    random.draw(idLow, purposeWord(PURPOSES.territory, idHigh), 0, 0);
    if (unit(random.w0) >= even) return home;
    return race(w, m, random, team, idLow, purposeWord(PURPOSES['lead-route'], idHigh), 0, EQUAL, perceived);
  }
  return race(w, m, random, team, idLow, purposeWord(PURPOSES['lead-route'], idHigh), 0, rule, perceived);
}

/** A colleague who takes over a deal, on equal terms. @param ordinal tells apart hand-overs of one deal, from 1 */
export function takeOver(
  w: World,
  m: Model,
  random: Random,
  team: number,
  idLow: number,
  idHigh: number,
  ordinal: number,
): number {
  return race(w, m, random, team, idLow, purposeWord(PURPOSES.reassign, idHigh), ordinal, EQUAL, 0);
}
