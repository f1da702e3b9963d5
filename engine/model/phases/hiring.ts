import { exp } from '../../kernel/math.ts';
import { PURPOSES } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { ABILITIES, ABILITY_STEP } from '../constants.ts';
import { normalOf } from '../draw.ts';
import type { Model, Random } from '../model.ts';
import type { World } from '../world.ts';

/** Ordinal of the draws for people who might come instead. */
const RIVALS = 3;

/** How readily someone to whom the offer is better by a log unit comes in another's place. Assumed. */
const SORTING = 3;

/**
 * Who comes, of several who might: whoever the plan in force offers more, against what the plan people are used to would
 * have paid them, is the likelier to be the one who joins. So pay by results draws the able and even pay the others,
 * while under the usual plan newcomers are what they always were, to the bit.
 *
 * @returns log ability of the newcomer, without what hiring practices add
 */
export function whoJoins(w: World, m: Model, random: Random, seat: number, ability: number): number {
  const { offer } = m;
  if (offer === null) return ability;
  random.draw(seat, PURPOSES['rep-traits'], w.reps.occupant[seat]!, RIVALS);
  const rivals = [normalOf(m.params, random.w0), normalOf(m.params, random.w1)];
  const luck = [unit(random.w2), unit(random.w3)];
  let best = ability;
  rivals.forEach((z, i) => {
    const other = m.params.abilitySpread * z;
    const better = gainAt(offer, other) - gainAt(offer, best);
    if (luck[i]! < 1 - exp(-SORTING * Math.max(0, better))) best = other;
  });
  return best;
}

/** An offer's gain at an ability, on the straight line between the points around it. */
function gainAt(offer: Float64Array, ability: number): number {
  const last = ABILITIES.length - 1;
  const at = Math.min(last, Math.max(0, (ability - ABILITIES[0]!) / ABILITY_STEP));
  const low = Math.min(last - 1, Math.floor(at));
  return offer[low]! + (at - low) * (offer[low + 1]! - offer[low]!);
}
