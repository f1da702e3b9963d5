/** `half-up` rounds a half away from zero, `half-even` to the even neighbour, `down` toward zero, `up` away from it. */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up';

/** To multiples of `step`. */
export interface Rounding {
  readonly step: number;
  readonly mode: RoundingMode;
}

/** To the cent, half up. */
export const CENT: Rounding = { step: 0.01, mode: 'half-up' };

/** Digits of a double that a few sums and products leave intact. */
const TRUSTED_DIGITS = 13;

/**
 * A number without the dust of binary arithmetic: 1.005 × 100 is 100.5, not 100.49999999999999. Decimals of up to 13
 * significant digits come back as they were meant.
 */
export function tidy(x: number): number {
  return Number(x.toPrecision(TRUSTED_DIGITS));
}

/** Rounds as a person with paper would: a half is a half, however binary arithmetic got near it. */
export function roundTo(x: number, { step, mode }: Rounding): number {
  const sign = x < 0 ? -1 : 1;
  const count = tidy(Math.abs(x) / step);
  const below = Math.floor(count);
  const rest = count - below;
  let whole = below;
  switch (mode) {
    case 'half-up':
      whole += rest >= 0.5 ? 1 : 0;
      break;
    case 'half-even':
      whole += rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? 1 : 0;
      break;
    case 'up':
      whole += rest > 0 ? 1 : 0;
      break;
    case 'down':
      break;
  }
  // Adding zero turns −0 into 0.
  return tidy(sign * whole * step) + 0;
}
