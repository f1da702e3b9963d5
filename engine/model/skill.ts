import { log } from '../kernel/math.ts';
import type { World } from './world.ts';

/** Log skill of a seat's occupant today, but for differences between areas. */
export function skillOfRep(w: World, seat: number): number {
  const r = w.reps;
  return r.ability[seat]! + log(r.proficiency[seat]!) + r.trained[seat]! + r.advice[seat]!;
}
