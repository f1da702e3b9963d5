import { mainMeasure, payoutCurve } from '../incentive/payout-curve.ts';
import type { Plan } from '../incentive/language.ts';
import { exp, log } from '../kernel/math.ts';
import { USUAL_ATTAINMENT } from '../model/constants.ts';
import { ABILITIES, OFFER_POINTS } from '../model/phases/hiring.ts';

/** What plans offer whom, by the plans' terms: a cache of pure values, since a study asks anew with every draw. */
const known = new Map<string, Float64Array>();

/** Offers kept; a process that meets more studies than that forgets the first. */
const MOST_KNOWN = 256;

/**
 * Log of what a plan would pay a settled person in a year against what the usual plan would, at the abilities of
 * `ABILITIES`: someone e^a times as able as most attains e^a times as much. Salary included; 0 throughout where the two
 * pay alike. Plans that compare nothing with a quota are read at the usual plan's.
 */
export function offerGain(plan: Plan, usual: Plan): Float64Array {
  const key = JSON.stringify([plan, usual]);
  let gain = known.get(key);
  if (gain === undefined) {
    if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!);
    const quota = mainMeasure(usual)?.quota?.amount ?? mainMeasure(plan)?.quota?.amount ?? 0;
    const [offered, had] = [yearly(plan, quota), yearly(usual, quota)];
    gain = Float64Array.from({ length: OFFER_POINTS }, (_, i) => log(offered[i]! / had[i]!));
    known.set(key, gain);
  }
  return gain;
}

/** Yearly pay of a settled person at each ability, at least a little. */
function yearly(plan: Plan, quota: number): Float64Array {
  const salary = 12 * plan.salary;
  const curve = plan.components.length > 0 ? payoutCurve(plan) : null;
  const scale = curve?.axis === 'amount' ? quota : 1;
  return Float64Array.from(ABILITIES, (ability) => {
    const variable = curve === null ? 0 : curve.pay(USUAL_ATTAINMENT * exp(ability) * scale);
    return Math.max(1, salary + variable);
  });
}
