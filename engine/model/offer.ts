import { exp, log, pow } from '../kernel/math.ts';
import { ABILITIES, ABILITY_STEP } from './constants.ts';
import type { Params } from './model.ts';

/**
 * What a pay plan offers people of different ability beside what the plan people are used to would have paid them, and
 * who comes for it. Pay is a year's, as a share of what others pay a usual seller, at `ABILITIES`.
 */
export interface Offer {
  readonly pay: Float64Array;
  readonly usual: Float64Array;
  /** Whether the two pay everyone alike: then nobody's lot changes, to the bit. */
  readonly same: boolean;
  /** Pay below which nobody can live. */
  readonly living: number;
  /** Who applies for a vacancy, beside the number that usually do. */
  readonly applicants: number;
  /** The ability of who comes in standard deviations, by that of who would usually have come, at `PLACES`; null for the same. */
  readonly comes: Float64Array | null;
  /** Log ability won or lost by choosing among more or fewer. */
  readonly choice: number;
}

/** Standard normal scores, a step apart, at which who comes is tabled. */
export const PLACE_STEP = 0.125;
export const PLACES: readonly number[] = Array.from({ length: 65 }, (_, i) => -4 + PLACE_STEP * i);

/** Value of a table at evenly spaced points, on the straight line between them; the outermost beyond. */
export function between(table: Float64Array, first: number, step: number, x: number): number {
  const last = table.length - 1;
  const at = Math.min(last, Math.max(0, (x - first) / step));
  const low = Math.min(last - 1, Math.floor(at));
  return table[low]! + (at - low) * (table[low + 1]! - table[low]!);
}

/** Pay offered at an ability. @param table `pay` or `usual` of an offer */
export function payAt(table: Float64Array, ability: number): number {
  return between(table, ABILITIES[0]!, ABILITY_STEP, ability);
}

/** What someone could earn with others, as a share of what they pay a usual seller, by log skill. */
export function elsewhere(p: Params, logSkill: number): number {
  return exp(p.outsideSkill * logSkill);
}

/**
 * What is left of effort where a plan pays less than both what people were used to and what others pay:
 * e^(−κ·ln²(pay ÷ the lower of the two)). Near 1 for a small cut, little for a deep one; a raise moves nothing.
 */
export function fairness(p: Params, { pay, usual, same }: Offer, ability: number): number {
  if (same || p.fairness === 0) return 1;
  const expected = Math.min(payAt(usual, ability), elsewhere(p, ability));
  const short = log(Math.max(LEAST_PAY, payAt(pay, ability) / Math.max(1e-9, expected)));
  return short < 0 ? exp(-p.fairness * short * short) : 1;
}

/**
 * What a unit of money on top is felt as where a plan pays this ability other than people are used to:
 * u′(pay) ÷ u′(usual) = (pay ÷ usual)^−a, with the utility by which lumps are felt too (incentive/lump.ts). Who is well
 * paid already works less for more. Who is paid less does not work harder for it: cuts of pay lower effort in field
 * experiments (Kube, Maréchal & Puppe 2013), which is what fairness is for.
 */
export function moneyFelt(p: Params, { pay, usual, same }: Offer, ability: number): number {
  if (same || p.riskAversion === 0) return 1;
  const times = Math.max(LEAST_PAY, payAt(pay, ability)) / Math.max(LEAST_PAY, payAt(usual, ability));
  return times > 1 ? pow(times, -p.riskAversion) : 1;
}

/** Least pay, as a share of what it is compared with, that is told apart. */
export const LEAST_PAY = 0.01;
