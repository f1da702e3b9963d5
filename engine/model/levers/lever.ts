import type { Localised } from '../../kernel/quantity.ts';

/**
 * How shifts add: `log` multiplies by e^shift; `odds` shifts log-odds of a share; `fisher` shifts atanh of a
 * correlation; `hours` and `level` add as they are.
 */
export type LeverScale = 'log' | 'odds' | 'fisher' | 'hours' | 'level';

/** What a lever has one value per: seat, customer tier (A, B, C), stage, channel, or the company. */
export type LeverIndex = 'rep' | 'tier' | 'stage' | 'channel' | 'company';

/** The only things a scheme can move. Outcomes are not in this list, and never will be. */
export interface Lever {
  readonly id: string;
  readonly index: LeverIndex;
  readonly scale: LeverScale;
  /** The total shift saturates smoothly: bound·tanh(sum/bound). */
  readonly bound: number;
  /** Unit of the lever's value. */
  readonly unit: string;
  /** Base value: a constant, or the scalar parameter (`section.key`) it starts from. */
  readonly base: number | string;
  readonly meaning: Localised;
}

/** A lever: id, index, scale, bound of its shift, base, unit and meaning (English, Chinese). */
export const lever = (
  id: string,
  index: LeverIndex,
  scale: LeverScale,
  bound: number,
  base: number | string,
  unit: string,
  en: string,
  zh: string,
): Lever => ({ id, index, scale, bound, base, unit, meaning: { en, zh } });
