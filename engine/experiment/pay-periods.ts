import type { PayTerms } from '../run/pay-terms.ts';
import type { ResultLayout } from '../run/runner.ts';
import { seatFigures } from './pay-people.ts';

/** An attainment of the main measure, and the share of people's periods that reach it. */
export interface ReachedMark {
  readonly at: number;
  /** False where the plan names no such place and the usual one stands in: 50 % for a threshold, 120 % for excellence. */
  readonly own: boolean;
  readonly share: number;
}

/** Shares by bin; bin i is from edges[i] up to the next, the first holds what is below as well, the last is open. */
export interface Histogram {
  readonly edges: readonly number[];
  readonly shares: readonly number[];
}

/** What the periods say that people worked in full, each of them one case. Null where there is none. */
export interface PeriodsTold {
  readonly reached: {
    readonly threshold: ReachedMark;
    readonly target: ReachedMark;
    readonly excellence: ReachedMark;
  } | null;
  /** By credit ÷ quota of the main measure, and by variable pay paid in the period ÷ the plan's pay on target. */
  readonly attainmentShares: Histogram | null;
  readonly payoutShares: Histogram | null;
}

const COUNTED = ['periods', 'periods-at-threshold', 'periods-at-quota', 'periods-at-excellence'] as const;

/** Adds people's periods up over replications. */
export class Periods {
  readonly #layout: ResultLayout;
  readonly #counts = COUNTED.map(() => 0);
  readonly #spreads: readonly number[][];

  constructor(layout: ResultLayout) {
    this.#layout = layout;
    this.#spreads = layout.spreads.map(() => new Array<number>(layout.bins).fill(0));
  }

  /** @param at where the results of a replication of one alternative begin */
  add(data: Float64Array, at: number): void {
    const { seats, spreads, bins, size } = this.#layout;
    const place = seatFigures(this.#layout, at);
    COUNTED.forEach((figure, i) => {
      for (let seat = 0; seat < seats; seat++) this.#counts[i]! += data[place(seat, figure)]!;
    });
    const first = at + size - spreads.length * bins;
    this.#spreads.forEach((spread, i) => {
      for (let bin = 0; bin < bins; bin++) spread[bin]! += data[first + i * bins + bin]!;
    });
  }

  told({ marks }: PayTerms): PeriodsTold {
    const [periods, threshold, target, excellence] = this.#counts as [number, number, number, number];
    const mark = (at: number, own: boolean, count: number): ReachedMark => ({
      at,
      own,
      share: count / periods,
    });
    return {
      reached:
        marks === null || periods === 0
          ? null
          : {
              threshold: mark(marks.threshold.at, marks.threshold.own, threshold),
              target: mark(1, true, target),
              excellence: mark(marks.excellence.at, marks.excellence.own, excellence),
            },
      attainmentShares: this.#histogram('attainment'),
      payoutShares: this.#histogram('payout'),
    };
  }

  #histogram(name: string): Histogram | null {
    const counts = this.#spreads[this.#layout.spreads.indexOf(name)];
    const all = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
    if (counts === undefined || all === 0) return null;
    return { edges: counts.map((_, bin) => bin / 10), shares: counts.map((count) => count / all) };
  }
}
