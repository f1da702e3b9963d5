import { exp, log } from '../../kernel/math.ts';
import { PURPOSES, purposeWord } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import type { Model, Random } from '../model.ts';
import type { World } from '../world.ts';

/** Lead routing policies, as compiled. */
export const ROUTING = { lot: 0, specialism: 1, score: 2 } as const;

/** Log weight of one unit of early-stage skill (specialism) or of score times ability (score). Assumed. */
const ROUTING_FOCUS = 1.5;

/**
 * Chooses a seat of a team for a lead: a race with one keyed uniform per seat, so that a lead changes hands only when
 * the seat that won it loses weight, and an empty or inert seat changes nobody's luck.
 * Returns the team's first seat when nobody is there: the lead waits at an empty desk.
 *
 * @param ordinal tells apart several choices for one deal (first routing 0, reassignments after)
 */
export function route(
  w: World,
  m: Model,
  random: Random,
  team: number,
  idLow: number,
  idHigh: number,
  ordinal: number,
  perceived: number,
): number {
  const { active, real, prospect, ability, proficiency } = w.reps;
  const from = m.teamFirst[team]!;
  const to = m.teamFirst[team + 1]!;
  const purpose = purposeWord(ordinal === 0 ? PURPOSES['lead-route'] : PURPOSES.reassign, idHigh);
  let best = from;
  let bestKey = -1;
  let word = 0;
  for (let seat = from; seat < to; seat++) {
    const lane = (seat - from) & 3;
    if (lane === 0) random.draw(idLow, purpose, ordinal, seat - from);
    word = lane === 0 ? random.w0 : lane === 1 ? random.w1 : lane === 2 ? random.w2 : random.w3;
    if (active[seat] === 0 || real[seat] === 0) continue;
    let key = unit(word);
    if (m.routing[team] !== ROUTING.lot) {
      // The race u^(1/weight): the larger the weight, the nearer to 1.
      const skill = ability[seat]! + log(proficiency[seat]!);
      const lean = m.routing[team] === ROUTING.specialism ? prospect[seat]! + skill : perceived * skill;
      key = exp(log(key) / exp(ROUTING_FOCUS * lean));
    }
    if (key > bestKey) {
      bestKey = key;
      best = seat;
    }
  }
  return best;
}

/** The team whose territory a uniform falls into. */
export function territory(m: Model, u: number): number {
  let sum = 0;
  for (let team = 0; team < m.teams - 1; team++) {
    sum += m.teamShare[team]!;
    if (u < sum) return team;
  }
  return m.teams - 1;
}
