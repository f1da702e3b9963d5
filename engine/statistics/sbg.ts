import { exp, lgamma, log } from '../kernel/math.ts';
import { minimise } from './nelder-mead.ts';

/**
 * Contracts renewed or not, shifted-beta-geometric (Fader & Hardie 2007, Journal of Interactive Marketing 21(1)): at
 * each renewal a customer leaves with a chance of its own, which differs between customers as Beta(α, β).
 */
export interface Sbg {
  readonly alpha: number;
  readonly beta: number;
}

/** Share of a cohort still there after `renewals` renewals: B(α, β + t) ÷ B(α, β). */
export function survival({ alpha, beta }: Sbg, renewals: number): number {
  return exp(logSurvival(alpha, beta, renewals));
}

/** Share of those who have stayed `renewal` − 1 times that stay the next: (β + t − 1) ÷ (α + β + t − 1), t from 1. */
export function retention({ alpha, beta }: Sbg, renewal: number): number {
  return (beta + renewal - 1) / (alpha + beta + renewal - 1);
}

/** Share of a cohort that leaves at its `renewal`-th renewal, counted from 1. */
export function churnAt(law: Sbg, renewal: number): number {
  return survival(law, renewal - 1) * (1 - retention(law, renewal));
}

function logSurvival(alpha: number, beta: number, t: number): number {
  return lgamma(beta + t) - lgamma(beta) + lgamma(alpha + beta) - lgamma(alpha + beta + t);
}

/**
 * Log-likelihood of a cohort.
 *
 * @param survivors customers at the start and after each renewal, never rising
 */
export function sbgLogLikelihood(law: Sbg, survivors: readonly number[]): number {
  let sum = 0;
  for (let t = 1; t < survivors.length; t++) {
    const lost = survivors[t - 1]! - survivors[t]!;
    if (lost > 0) sum += lost * log(churnAt(law, t));
  }
  const left = survivors[survivors.length - 1]!;
  return left > 0 ? sum + left * logSurvival(law.alpha, law.beta, survivors.length - 1) : sum;
}

/**
 * Maximum-likelihood law of a cohort, searched on the logs of its two numbers.
 *
 * @param survivors customers at the start and after each renewal: three numbers or more, never rising
 * @throws RangeError for fewer, or where the number of survivors rises
 */
export function fitSbg(survivors: readonly number[]): {
  readonly law: Sbg;
  readonly logLikelihood: number;
  readonly converged: boolean;
} {
  if (survivors.length < 3)
    throw new RangeError('a fit needs survivors at the start and after two renewals or more');
  for (let t = 1; t < survivors.length; t++) {
    if (!(survivors[t]! >= 0 && survivors[t]! <= survivors[t - 1]!))
      throw new RangeError(`survivors never rise, got ${survivors[t - 1]} and then ${survivors[t]}`);
  }
  const lawAt = (x: readonly number[]): Sbg => ({ alpha: exp(x[0]!), beta: exp(x[1]!) });
  const found = minimise((x) => -sbgLogLikelihood(lawAt(x), survivors), [0, 0], { tolerance: 1e-13 });
  return { law: lawAt(found.at), logLikelihood: -found.value, converged: found.converged };
}
