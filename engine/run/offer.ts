import type { PayInForce } from '../incentive/in-force.ts';
import { log } from '../kernel/math.ts';

/** Least yearly pay, as a share of what people of usual ability are used to, that offers are told apart by. */
const LEAST_PAY = 0.05;

/**
 * Log of what a plan may be expected to pay in a year, salary included, against what the plan people are used to would,
 * at `ABILITIES`; null where the two pay everyone alike.
 */
export function offerGain({ own, usual }: PayInForce): Float64Array | null {
  if (own.bySkill.every((pay, k) => pay === usual.bySkill[k])) return null;
  const least = Math.max(1e-9, LEAST_PAY * usual.pay);
  return own.bySkill.map((pay, k) => log(Math.max(least, pay)) - log(Math.max(least, usual.bySkill[k]!)));
}
