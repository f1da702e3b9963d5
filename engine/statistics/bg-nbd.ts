import { exp, lgamma, log, log1p, pow } from '../kernel/math.ts';
import { minimise } from './nelder-mead.ts';

/**
 * Repeat buying without a contract, BG/NBD (Fader, Hardie & Lee 2005, Marketing Science 24(2)): while alive, a customer
 * buys at a rate that differs between customers as Gamma(r, α); after each purchase it drops out with a chance that
 * differs as Beta(a, b). Times are in any one unit; α is in that unit.
 */
export interface BgNbd {
  /** Shape r > 0 and rate α > 0 of the purchase rates. */
  readonly r: number;
  readonly alpha: number;
  /** Shapes a, b > 0 of the drop-out chances. */
  readonly a: number;
  readonly b: number;
}

/** What is known of customers: repeat purchases x, time of the last one (0 for none), time observed, how many such. */
export interface PurchaseHistory {
  readonly repeats: number;
  readonly last: number;
  readonly observed: number;
  readonly customers: number;
}

/** Gauss's hypergeometric series ₂F₁(a, b; c; z) for 0 ≤ z < 1. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 1_000_000; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    // Terms may grow before they fall: they are done once they are small and falling.
    if (Math.abs(term) < 1e-16 * Math.abs(sum) && n > Math.abs(a) + Math.abs(b)) break;
  }
  return sum;
}

/** Expected repeat purchases of a customer until `time` after its first, E[X(t)]. Undefined (NaN) at a = 1. */
export function expectedRepeats(law: BgNbd, time: number): number {
  if (time <= 0) return 0;
  const { r, alpha, a, b } = law;
  const series = hypergeometric(r, b, a + b - 1, time / (alpha + time));
  return ((a + b - 1) / (a - 1)) * (1 - pow(alpha / (alpha + time), r) * series);
}

/** P(X(t) = count): the chance of exactly so many repeat purchases until `time`. */
export function repeatChance(law: BgNbd, time: number, count: number): number {
  const { r, alpha, a, b } = law;
  if (time <= 0) return count === 0 ? 1 : 0;
  const share = time / (alpha + time);
  const none = r * log1p(-share);
  const logBeta = lgamma(a) + lgamma(b) - lgamma(a + b);
  const alive =
    lgamma(a) +
    lgamma(b + count) -
    lgamma(a + b + count) -
    logBeta +
    logNegativeBinomial(r, share, none, count);
  if (count === 0) return exp(alive);
  let fewer = 0;
  for (let j = 0; j < count; j++) fewer += exp(logNegativeBinomial(r, share, none, j));
  const gone = lgamma(a + 1) + lgamma(b + count - 1) - lgamma(a + b + count) - logBeta;
  return exp(alive) + exp(gone) * Math.max(0, 1 - fewer);
}

/** ln of Γ(r+j)/(Γ(r)j!)·(1−share)^r·share^j. */
function logNegativeBinomial(r: number, share: number, none: number, j: number): number {
  return lgamma(r + j) - lgamma(r) - lgamma(j + 1) + none + j * log(share);
}

/** Log-likelihood of purchase histories. */
export function logLikelihood(law: BgNbd, histories: readonly PurchaseHistory[]): number {
  const { r, alpha, a, b } = law;
  const fixed = r * log(alpha) - lgamma(r) + lgamma(a + b) - lgamma(b);
  let sum = 0;
  for (const { repeats: x, last, observed, customers } of histories) {
    const shared = fixed + lgamma(r + x) + lgamma(b + x) - lgamma(a + b + x);
    const alive = -(r + x) * log(alpha + observed);
    if (x === 0) {
      sum += customers * (shared + alive);
      continue;
    }
    const gone = log(a / (b + x - 1)) - (r + x) * log(alpha + last);
    const top = Math.max(alive, gone);
    sum += customers * (shared + top + log(exp(alive - top) + exp(gone - top)));
  }
  return sum;
}

/** Maximum-likelihood law of purchase histories, searched on the logs of its four numbers. */
export function fitBgNbd(
  histories: readonly PurchaseHistory[],
  start: BgNbd = { r: 1, alpha: 10, a: 1, b: 2 },
): { readonly law: BgNbd; readonly logLikelihood: number; readonly converged: boolean } {
  const lawAt = (x: readonly number[]): BgNbd => ({
    r: exp(x[0]!),
    alpha: exp(x[1]!),
    a: exp(x[2]!),
    b: exp(x[3]!),
  });
  const found = minimise(
    (x) => -logLikelihood(lawAt(x), histories),
    [log(start.r), log(start.alpha), log(start.a), log(start.b)],
    { tolerance: 1e-12 },
  );
  return { law: lawAt(found.at), logLikelihood: -found.value, converged: found.converged };
}
