import { normalQuantile } from '../../../engine/kernel/normal.ts';
import { wilsonInterval } from '../../../engine/statistics/binomial.ts';
import { CONFIDENCE } from '../effects.ts';

/**
 * Share of respondents of whom something is true, given the share who say so: Rogan & Gladen 1978,
 * (said − wrongly) ÷ (rightly − wrongly), within 0 and 1.
 *
 * @param said share who say so
 * @param rightly share who say so of those of whom it is true
 * @param wrongly share who say so of those of whom it is not
 * @throws RangeError when those of whom it is true do not say so more often than the others: then nothing can be told
 */
export function trueShare(said: number, rightly: number, wrongly: number): number {
  if (!(rightly > wrongly))
    throw new RangeError('expected those of whom it is true to say so more often than the others');
  return Math.min(1, Math.max(0, (said - wrongly) / (rightly - wrongly)));
}

/** 90 % interval of a share found in a sample, by Wilson's score: what the sample's size alone leaves open. */
export function sampled(share: number, respondents: number): [number, number] {
  return wilsonInterval(share * respondents, respondents, normalQuantile((1 + CONFIDENCE) / 2));
}
