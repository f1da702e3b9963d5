import { log } from '../../kernel/math.ts';
import { type KeyedRandom, unit53 } from '../threefry.ts';
import { betaQuantile } from './beta.ts';
import { gammaQuantile } from './gamma.ts';

/**
 * Repeat purchases of one customer until `time` after its first under BG/NBD, by keyed draws: its purchase rate
 * Gamma(r, α) and drop-out chance Beta(a, b) from draw 0, its k-th gap and whether it stays after it from draw k. So the
 * same customer seen longer, or under another law, has the same luck.
 *
 * @param random the keyed generator of the replication
 * @param entity the customer, @param purpose what for (purposeWord), @param time length of the window
 */
export function bgNbdRepeats(
  random: KeyedRandom,
  entity: number,
  purpose: number,
  time: number,
  law: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number },
): number {
  random.draw(entity, purpose, 0, 0);
  const rate = gammaQuantile(unit53(random.w0, random.w1), law.r, law.alpha);
  // The drop-out chance is needed by those who buy at all: half of them never do.
  const dropHigh = random.w2;
  const dropLow = random.w3;
  let drop = Number.NaN;
  let at = 0;
  for (let count = 0; ; count++) {
    random.draw(entity, purpose, 0, count + 1);
    at -= log(unit53(random.w0, random.w1)) / rate;
    if (!(at <= time)) return count;
    if (count === 0) drop = betaQuantile(unit53(dropHigh, dropLow), law.a, law.b);
    if (unit53(random.w2, random.w3) < drop) return count + 1;
  }
}
