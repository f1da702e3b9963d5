import type { Usual } from '../incentive/in-force.ts';
import { exp, log } from '../kernel/math.ts';
import { normalCdf, normalQuantile } from '../kernel/normal.ts';
import type { Params } from '../model/model.ts';
import { LEAST_PAY, type Offer, PLACE_STEP, PLACES, payAt } from '../model/offer.ts';

/** Applicants who are looked at for a vacancy under usual pay: seven interviewed for one hired (trade survey). */
const USUALLY_LOOKED_AT = 7;

/** Correlation of what an employer sees of an applicant with ability: interviews .2–.58 in meta-analyses. */
const SEEN_OF_APPLICANTS = 0.4;

/**
 * What a plan offers, and who comes for it. Of people of an ability (pay ÷ usual pay)^ε times as many as usual apply, none
 * where they could not live on it; the employer chooses the best-looking of those who do.
 */
export function offerOf(own: Usual, usual: Usual, p: Params): Offer {
  const pay = own.bySkill.map((one) => one / p.marketPay);
  const before = usual.bySkill.map((one) => one / p.marketPay);
  const same = pay.every((one, k) => one === before[k]);
  const living = p.livingShare * Math.min(1, usual.pay / p.marketPay);
  const offer = { pay, usual: before, same, living };
  if (same) return { ...offer, applicants: 1, comes: null, choice: 0 };
  const weights = PLACES.map((z) => {
    const ability = p.abilitySpread * z;
    const now = payAt(pay, ability);
    const then = payAt(before, ability);
    // What people live on today can be lived on.
    if (now < Math.min(living, then)) return 0;
    return exp(p.applicantElasticity * log(Math.max(LEAST_PAY, now) / Math.max(LEAST_PAY, then)));
  });
  const chance = PLACES.map((z) => normalCdf(z + PLACE_STEP / 2) - normalCdf(z - PLACE_STEP / 2));
  const whole = chance.reduce((sum, x) => sum + x, 0);
  const applicants = chance.reduce((sum, x, i) => sum + x * weights[i]!, 0) / whole;
  const choice =
    SEEN_OF_APPLICANTS *
    p.abilitySpread *
    (bestOf(applicants * USUALLY_LOOKED_AT) - bestOf(USUALLY_LOOKED_AT));
  return { ...offer, applicants, comes: applicants > 0 ? whoComes(chance, weights) : null, choice };
}

/** Expected best of n standard normals (Blom 1958), n ≥ 1 and not only whole; whoever comes where fewer do. */
function bestOf(n: number): number {
  return n <= 1 ? 0 : normalQuantile((n - 0.375) / (n + 0.25));
}

/** Scores that hold the same places among those who come as `PLACES` do among those who would usually have come. */
function whoComes(chance: readonly number[], weights: readonly number[]): Float64Array {
  const total = chance.reduce((sum, x, i) => sum + x * weights[i]!, 0);
  const edges: number[] = [0];
  for (let i = 0; i < chance.length; i++) edges.push(edges[i]! + (chance[i]! * weights[i]!) / total);
  let cell = 0;
  return Float64Array.from(PLACES, (z) => {
    const place = normalCdf(z);
    while (cell < chance.length - 1 && edges[cell + 1]! < place) cell++;
    const within = (place - edges[cell]!) / Math.max(1e-12, edges[cell + 1]! - edges[cell]!);
    return PLACES[cell]! + PLACE_STEP * (Math.min(1, within) - 0.5);
  });
}
