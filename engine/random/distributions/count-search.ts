/** A law over whole numbers 0…most, seen from both tails so that neither loses its small probabilities. */
export interface CountLaw {
  readonly most: number;
  /** P(X ≤ k). */
  below(k: number): number;
  /** P(X > k). */
  above(k: number): number;
  /** P(X = k). */
  chance(k: number): number;
  /** P(X = k + 1) ÷ P(X = k). */
  ratio(k: number): number;
}

/**
 * Smallest k with P(X ≤ k) ≥ u: one tail is worked out at a guess, then probabilities are added one by one. Above the
 * median the upper tail decides, because 1 − u is exact where u is near 1.
 *
 * @param guess about where k is; a bad one costs time, and accuracy in far tails
 */
export function smallestCount(u: number, guess: number, law: CountLaw): number {
  let k = Math.min(law.most, Math.max(0, Math.round(guess)));
  let term = law.chance(k);
  if (u > 0.5) {
    const tail = 1 - u;
    let above = law.above(k);
    while (above > tail && k < law.most) {
      term *= law.ratio(k++);
      above -= term;
    }
    while (k > 0 && above + term <= tail) {
      above += term;
      term /= law.ratio(--k);
    }
    return k;
  }
  let below = law.below(k);
  while (below < u && k < law.most) {
    term *= law.ratio(k++);
    below += term;
  }
  while (k > 0 && below - term >= u) {
    below -= term;
    term /= law.ratio(--k);
  }
  return k;
}

/** Cornish–Fisher guess of a count's quantile from its mean, standard deviation, skewness and normal quantile. */
export function guessCount(mean: number, sd: number, skewness: number, z: number): number {
  return mean + sd * (z + (skewness * (z * z - 1)) / 6);
}
