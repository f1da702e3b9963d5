import { modeOf, type Quantity } from '../kernel/quantity.ts';
import { quantityQuantile } from '../random/distributions/quantity.ts';
import { PURPOSES } from '../random/purposes.ts';
import { type KeyedRandom, unit53 } from '../random/threefry.ts';

/**
 * Draws the uncertain numbers of one parameter draw. Each has a fixed place — a namespace and two ordinals — so its
 * value does not depend on which others are uncertain, nor on which alternatives ask for it.
 */
export class ParameterDraw {
  readonly #random: KeyedRandom;
  readonly #draw: number;

  /** @param random keyed for parameter draws (parameterKey) */
  constructor(random: KeyedRandom, draw: number) {
    this.#random = random;
    this.#draw = draw;
  }

  /** The value of `q` in this draw. `namespace` ≤ 255 tells contexts from schemes and lever changes. */
  value(q: Quantity, namespace: number, first: number, second: number): number {
    if (typeof q === 'number') return q;
    this.#random.draw(first, PURPOSES.parameter | (namespace << 8), this.#draw, second);
    return quantityQuantile(q, unit53(this.#random.w0, this.#random.w1));
  }
}

/** Where parameters live. */
export const NAMESPACE = { scalar: 1, stage: 2, channel: 3, scheme: 4, change: 5 } as const;

/** A draw that takes every quantity at its mode. */
export const AT_MODE = { value: (q: Quantity): number => modeOf(q) };

/** Either of the two. */
export interface Drawing {
  value(q: Quantity, namespace: number, first: number, second: number): number;
}
