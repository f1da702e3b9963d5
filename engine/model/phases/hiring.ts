import { exp } from '../../kernel/math.ts';
import type { Model } from '../model.ts';
import { between, fairness, moneyFelt, PLACE_STEP, PLACES, payAt } from '../offer.ts';
import type { World } from '../world.ts';

/** Most of own full skill that anyone brings along. */
const MOST_START = 0.79;

/**
 * Log ability of a newcomer: of those whom the plan in force draws, the one who holds the place `score` among them, and
 * what choosing among more or fewer applicants adds. Under the usual plan newcomers are what they always were, to the bit.
 *
 * @param score standard normal
 */
export function newcomerAbility(m: Model, score: number): number {
  const { comes, choice } = m.offer;
  const place = comes === null ? score : between(comes, PLACES[0]!, PLACE_STEP, score);
  return m.params.abilitySpread * place + choice;
}

/** Share of own full skill that a newcomer brings: who chooses among more hires the more experienced. */
export function newcomerSkill(m: Model): number {
  const { choice } = m.offer;
  return choice === 0 ? m.params.startSkill : Math.min(MOST_START, m.params.startSkill * exp(choice));
}

/** Someone takes a job at the terms offered. */
export function takeTerms(w: World, m: Model, seat: number): void {
  const ability = w.reps.ability[seat]!;
  w.reps.payRatio[seat] = payAt(m.offer.pay, ability);
  w.reps.fairness[seat] = fairness(m.params, m.offer, ability);
  w.reps.moneyFelt[seat] = moneyFelt(m.params, m.offer, ability);
}

/**
 * A new plan is announced: all know at once what it will pay them beside what they have known.
 *
 * @param known what the plan so far offered, at `ABILITIES`
 */
export function announceTerms(w: World, m: Model, known: Float64Array): void {
  const { ability, active, payRatio } = w.reps;
  for (let seat = 0; seat < m.seats; seat++) {
    if (active[seat] === 0) continue;
    const before = payAt(known, ability[seat]!);
    const now = payAt(m.offer.pay, ability[seat]!);
    if (now !== before) payRatio[seat] = before > 0 ? (payRatio[seat]! * now) / before : now;
    w.reps.fairness[seat] = fairness(m.params, m.offer, ability[seat]!);
    w.reps.moneyFelt[seat] = moneyFelt(m.params, m.offer, ability[seat]!);
  }
}
