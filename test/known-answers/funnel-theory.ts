/** Exact moments of a pipeline whose every touch is an independent trial, worked out without the engine. */

/** What one deal's touch does in a stage. */
export interface TouchChances {
  /** The deal goes to the next stage, or is won in the last. */
  readonly advance: number;
  /** It is lost, or nobody sets a next step. */
  readonly lose: number;
}

/** Mean and variance of something counted along a deal's life. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Chances of one touch. A touch resolves with chance `resolve`, and then advances with chance `pass`; one that leaves
 * the deal with us leaks with chance `leak`. A deal that has just advanced and leaks is lost in its next stage.
 */
export function touchChances(resolve: number, pass: number): TouchChances {
  return { advance: resolve * pass, lose: resolve * (1 - pass) };
}

/**
 * Touches in a whole life: the touches spent in each stage are geometric, later stages are reached by those who
 * advance and do not leak. Moments follow backwards from the last stage: a deal's remaining touches R are 1 with what
 * ends it, 1 + R with what leaves it here, 1 + R′ with what takes it on.
 */
export function touchesPerDeal(stages: readonly TouchChances[], leak: number): Moments {
  let next = { mean: 0, square: 0 };
  for (const { advance, lose } of [...stages].reverse()) {
    const stay = (1 - advance - lose) * (1 - leak);
    const on = advance * (1 - leak);
    const mean = (1 + on * next.mean) / (1 - stay);
    // E R² = 1 + 2(stay·E R + on·E R′) + stay·E R² + on·E R′².
    const square = (1 + 2 * (stay * mean + on * next.mean) + on * next.square) / (1 - stay);
    next = { mean, square };
  }
  return { mean: next.mean, variance: next.square - next.mean * next.mean };
}

/** Chance that a stage is passed: by any of its touches before one of them loses or leaks it. */
export function passes({ advance, lose }: TouchChances, leak: number, last: boolean): number {
  return (advance * (last ? 1 : 1 - leak)) / (1 - (1 - advance - lose) * (1 - leak));
}

/** Touches of those who advance out of a stage: geometric with this mean and variance, whatever their fate. */
export function touchesInStage({ advance, lose }: TouchChances, leak: number): Moments {
  const ends = 1 - (1 - advance - lose) * (1 - leak);
  return { mean: 1 / ends, variance: (1 - ends) / (ends * ends) };
}

/** A sum of a random number of independent equal terms. */
export function randomSum(count: Moments, term: Moments): Moments {
  return {
    mean: count.mean * term.mean,
    variance: count.mean * term.variance + count.variance * term.mean * term.mean,
  };
}
