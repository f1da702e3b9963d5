import { type KeyedRandom, unit53 } from '../threefry.ts';
import { betaQuantile } from './beta.ts';

/**
 * Renewals one customer makes before it leaves, at most `most`, under the shifted-beta-geometric law, by keyed draws:
 * its chance to leave Beta(α, β) from draw 0, its k-th renewal from draw k.
 *
 * @param random the keyed generator of the replication
 * @param entity the customer, @param purpose what for (purposeWord)
 */
export function sbgRenewals(
  random: KeyedRandom,
  entity: number,
  purpose: number,
  most: number,
  law: { readonly alpha: number; readonly beta: number },
): number {
  random.draw(entity, purpose, 0, 0);
  const leaves = betaQuantile(unit53(random.w0, random.w1), law.alpha, law.beta);
  for (let k = 0; k < most; k++) {
    random.draw(entity, purpose, 0, k + 1);
    if (unit53(random.w0, random.w1) < leaves) return k;
  }
  return most;
}
