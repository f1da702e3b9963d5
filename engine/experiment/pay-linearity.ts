import type { ResultLayout } from '../run/runner.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { nestedVariance } from '../statistics/nested.ts';
import { meanDifference } from '../statistics/paired.ts';
import type { RunOptions } from '../study/normal.ts';
import type { Effect } from './explain.ts';

/** How bookings come within the pay period, tenth by tenth. */
export interface Linearity {
  /** Share of the horizon's bookings; mean over replications, with its confidence interval. */
  readonly shares: readonly Effect[];
  /** Change of these shares against the baseline; null for the baseline. */
  readonly change: readonly Effect[] | null;
  /** Share of the workdays in each tenth: what bookings would be that come as days do. */
  readonly evenly: readonly number[];
}

/** Bookings by tenth of the pay period as shares of all, replication after replication. */
export class Tenths {
  readonly #first: number;
  readonly #shares: number[][];

  constructor(layout: ResultLayout) {
    const names = layout.details.filter((name) => name.startsWith('bookings-tenth-'));
    this.#first = layout.metrics.length + layout.details.indexOf(names[0] ?? '');
    this.#shares = names.map(() => []);
  }

  /** @param at where the results of a replication of one alternative begin */
  add(data: Float64Array, at: number): void {
    const bookings = this.#shares.map((_, tenth) => data[at + this.#first + tenth]!);
    const all = bookings.reduce((sum, one) => sum + one, 0);
    this.#shares.forEach((shares, tenth) => {
      shares.push(all > 0 ? bookings[tenth]! / all : Number.NaN);
    });
  }

  /** @param baseline what the baseline's people booked when; null for the baseline itself */
  told(baseline: Tenths | null, evenly: readonly number[], run: RunOptions): Linearity | null {
    const shares = this.#shares.map((one) => effectOf(one, run));
    if (shares.every(({ mean }) => mean === null)) return null;
    return { shares, change: baseline === null ? null : this.#against(baseline, run), evenly };
  }

  #against(baseline: Tenths, { replicationsPerDraw, confidence }: RunOptions): Effect[] {
    return baseline.#shares.map((reference, tenth) => {
      const { mean, interval } = meanDifference(
        this.#shares[tenth]!,
        reference,
        replicationsPerDraw,
        confidence,
      );
      return { mean: finite(mean), interval: [finite(interval[0]), finite(interval[1])] };
    });
  }
}

function effectOf(values: readonly number[], run: RunOptions): Effect {
  const { mean, drawMeans } = nestedVariance(values, run.replicationsPerDraw);
  const [low, high] = meanInterval(drawMeans, run.confidence);
  return { mean: finite(mean), interval: [finite(low), finite(high)] };
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
