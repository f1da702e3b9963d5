/** What a simulated figure must lie in to agree with a published one. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * How an interval compares with a band: wholly inside, wholly outside, outside but on the published side of nothing, or
 * neither. "Sign only" is given just where the band itself says which side of nothing the effect is on.
 */
export type Verdict = 'hit' | 'miss' | 'sign only' | 'undecided';

/** A stated range. */
export const between = (low: number, high: number): Band => ({ low, high });

/** Within 35 % of the published figure. */
export const tight = (x: number): Band => ordered(0.65 * x, 1.35 * x);

/** Within a factor of two of the published figure. */
export const medium = (x: number): Band => ordered(0.5 * x, 2 * x);

/** Above nothing, or below it. */
export const sign = (toward: 1 | -1): Band =>
  toward > 0 ? { low: 0, high: Number.POSITIVE_INFINITY } : { low: Number.NEGATIVE_INFINITY, high: 0 };

/** Nothing, give or take. */
export const nothing = (within: number): Band => ({ low: -within, high: within });

function ordered(a: number, b: number): Band {
  return { low: Math.min(a, b), high: Math.max(a, b) };
}

/**
 * Judges the interval of a simulated figure against a band. Undecided means that more replications would tell, or that
 * the figure lies on the band's edge.
 */
export function judge([low, high]: readonly [number, number], band: Band): Verdict {
  // An interval that only touches a band, such as no effect at all against a sign, does not reach into it.
  if (high <= band.low || low >= band.high) {
    const onSide = (band.low >= 0 && low > 0) || (band.high <= 0 && high < 0);
    return onSide ? 'sign only' : 'miss';
  }
  return low >= band.low && high <= band.high ? 'hit' : 'undecided';
}
