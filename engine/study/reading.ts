import type { Quantity } from '../kernel/quantity.ts';
import type { Located } from './nodes.ts';
import { readQuantity } from './spread.ts';
import { readNumber, type Unit } from './units.ts';

/** Longest horizon, and earliest and latest day of anything, in workdays: ten years. */
export const LONGEST_DAYS = 2520;

/** Reads values of one study: like units.ts, with the study's currency and what is absent taken care of. */
export class Values {
  readonly currency: string;
  /** Yuan for one unit of it: what the catalogue's money is converted by. */
  readonly yuan: number;

  constructor(currency: string, yuan = 1) {
    this.currency = currency;
    this.yuan = yuan;
  }

  /** A number, or the fallback when it is absent or wrong (then noted). */
  number(at: Located | undefined, unit: Unit, min: number, max: number, fallback: number): number {
    if (at === undefined) return fallback;
    return readNumber(at, { unit, min, max, currency: this.currency }) ?? fallback;
  }

  /** A number or a distribution, or the fallback when it is absent or wrong (then noted). */
  quantity(at: Located | undefined, unit: Unit, min: number, max: number, fallback: Quantity): Quantity {
    if (at === undefined) return fallback;
    return readQuantity(at, { unit, min, max, currency: this.currency }) ?? fallback;
  }

  /** A whole number of workdays, or undefined when it is absent or wrong (then noted). */
  day(at: Located | undefined, min: number, max: number): number | undefined {
    if (at === undefined) return undefined;
    const days = readNumber(at, { unit: 'workdays', min, max, currency: this.currency });
    return days === undefined ? undefined : Math.round(days);
  }
}

/** A whole number in a range, or the fallback when it is absent or wrong (then noted). */
export function wholeOr(at: Located | undefined, min: number, max: number, fallback: number): number {
  return at?.whole(min, max) ?? fallback;
}
