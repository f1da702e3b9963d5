import { exp, pow } from '../../kernel/math.ts';
import { leverAt } from '../levers.ts';
import type { Model } from '../model.ts';
import type { World } from '../world.ts';

const LEAK = leverAt('leakage');
const RESPONSE = leverAt('response-delay');
const WAIT = leverAt('internal-wait');

/**
 * Chance that a deal is forgotten after a touch where the share `leakage` of deals otherwise won is lost by it over
 * `touches` of them: 1 − (1 − leakage)^(1/touches). As the number of touches varies from deal to deal, slightly fewer
 * than stated are lost: 1 % fewer at a tenth, 5 % at a half.
 */
export function forgetChance(leakage: number, touches: number): number {
  return leakage > 0 && touches > 0 ? 1 - pow(1 - Math.min(0.999, leakage), 1 / touches) : 0;
}

/**
 * How carefully each seat's deals are handled this week: what is forgotten, how soon a lead is answered, how long our
 * own share of the waiting takes, and how long a touch. The first three fall in proportion as care rises (assumed); what care does to the chance of a
 * touch and to the leads taken up is worked out beside those.
 */
export function planCare(w: World, m: Model): void {
  const ours = m.params.controllableWait;
  const { care, hurry } = w.reps;
  for (let seat = 0; seat < m.seats; seat++) {
    const haste = exp(-care[seat]!);
    m.seatForget[seat] = forgetChance(m.lever[LEAK]![seat]! * haste, m.stage.openTouches);
    m.seatReply[seat] = m.lever[RESPONSE]![seat]! * haste;
    m.seatPace[seat] = exp(-hurry[seat]!);
    m.seatWait[seat] = 1 - ours + ours * m.lever[WAIT]![seat]! * haste;
  }
}
