import { log } from '../kernel/math.ts';
import { type KeyedRandom, unit53 } from './threefry.ts';

/**
 * Chooses one of several alternatives with chances in proportion to their weights: the Gumbel-max race, argmax of
 * ln wᵢ − ln(−ln uᵢ), with one keyed uniform per alternative. So the same decision under other weights changes its
 * mind only when the chosen alternative's weight falls relative to some other's, and an alternative of weight 0 changes
 * nothing.
 *
 * @param random the keyed generator of the replication
 * @param entity who decides, @param purpose what for (purposeWord), @param time when or which one: the draw's counter
 * @param weights ≥ 0, one per alternative
 * @param ids whole numbers that stay with an alternative whatever the others are; its position when left out
 * @returns position of the chosen alternative; −1 when no weight is above 0
 * @throws RangeError for a negative, infinite or undefined weight
 */
export function chooseWeighted(
  random: KeyedRandom,
  entity: number,
  purpose: number,
  time: number,
  weights: ArrayLike<number>,
  ids?: ArrayLike<number>,
): number {
  let best = -1;
  let bestKey = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`weights must be 0 or more and finite, got ${weight} at ${i}`);
    if (weight === 0) continue;
    random.draw(entity, purpose, time, ids === undefined ? i : ids[i]!);
    const key = log(weight) - log(-log(unit53(random.w0, random.w1)));
    if (key > bestKey) {
      bestKey = key;
      best = i;
    }
  }
  return best;
}

/**
 * The ids in a random order, each order as likely as any other: sorted by one keyed uniform each, ties by id. Leaving
 * one out leaves the others in the same order.
 *
 * @param random the keyed generator of the replication
 * @param entity whose shuffle, @param purpose what for (purposeWord), @param time when or which one
 * @param ids distinct whole numbers
 */
export function shuffled(
  random: KeyedRandom,
  entity: number,
  purpose: number,
  time: number,
  ids: ArrayLike<number>,
): number[] {
  const keyed = Array.from(ids, (id) => {
    random.draw(entity, purpose, time, id);
    return { id, key: unit53(random.w0, random.w1) };
  });
  keyed.sort((a, b) => a.key - b.key || a.id - b.id);
  return keyed.map((one) => one.id);
}
