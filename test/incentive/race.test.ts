import { describe, expect, test } from 'vitest';
import { prizeOf } from '../../engine/incentive/evaluate-contest.ts';
import type { Rank } from '../../engine/incentive/language.ts';
import { Race } from '../../engine/incentive/race.ts';
import { normalQuantile } from '../../engine/kernel/normal.ts';
import { expectedPrize } from './marginal-rank.ts';
import { Dice } from './plan-random.ts';

/** Somebody in a race whose deals, of one size on average, still come at a rate. */
interface Entrant {
  readonly sofar: number;
  readonly deals: number;
}

/** Log standard deviation of deals whose mean is 1. */
const SPREAD = 0.5;
const LUMP = Math.exp(SPREAD * SPREAD);

function rank(prizes: readonly number[], minimum: number | null = null): Rank {
  return { kind: 'rank', axis: 'amount', among: 'company', prizes, minimum, ties: 'share' };
}

function gainsOf(field: readonly Entrant[], of: Rank, lump = LUMP): Float64Array {
  const race = new Race();
  race.clear(field.length);
  for (const { sofar, deals } of field) race.enter(sofar + deals, deals, 1, lump);
  const out = new Float64Array(field.length);
  race.gains(of.prizes, of.minimum, out);
  return out;
}

const poisson = (d: Dice, mean: number): number => {
  let n = -1;
  let until = 0;
  while (until < mean) {
    until -= Math.log(1 - d.from(0, 1));
    n++;
  }
  return n;
};
const deal = (d: Dice): number =>
  Math.exp(SPREAD * normalQuantile(d.from(1e-9, 1 - 1e-9)) - (SPREAD * SPREAD) / 2);

/** What one more deal brings each, as the contest is really paid: its mean over many ends, and that mean's error. */
function simulated(field: readonly Entrant[], of: Rank, times: number, seed: number) {
  const d = new Dice(seed);
  const sum = field.map(() => 0);
  const squares = field.map(() => 0);
  let all = 0;
  for (let k = 0; k < times; k++) {
    const ends = field.map(({ sofar, deals }) => {
      let x = sofar;
      for (let n = poisson(d, deals); n > 0; n--) x += deal(d);
      return x;
    });
    let together = 0;
    ends.forEach((mine, i) => {
      const others = ends.filter((_, j) => j !== i);
      const gain = prizeOf(of, mine + deal(d), others) - prizeOf(of, mine, others);
      sum[i]! += gain;
      squares[i]! += gain * gain;
      together += gain;
    });
    all += together * together;
  }
  const mean = sum.map((x) => x / times);
  const error = squares.map((x, i) => Math.sqrt((x / times - mean[i]! ** 2) / times));
  const whole = mean.reduce((a, b) => a + b, 0);
  return { mean, error, whole, wholeError: Math.sqrt((all / times - whole ** 2) / times) };
}

/** Half a deal to a dozen still to come; some have sold, some have not. */
function unlike(n: number, deals: number): Entrant[] {
  return Array.from({ length: n }, (_, i) => ({
    sofar: i % 3 === 0 ? deals * (0.4 + (i % 5) / 5) : 0,
    deals: deals * (0.3 + (1.4 * ((i * 5) % n)) / n),
  }));
}

describe('what one more deal is worth in a race', () => {
  for (const [n, times] of [
    [3, 8_000],
    [10, 4_000],
    [30, 1_500],
  ] as const) {
    test(`among ${n} unlike each other is what it brings when the contest is paid`, () => {
      const fields = [unlike(n, 0.5), unlike(n, 3), unlike(n, 12)];
      fields.forEach((field, f) => {
        const payouts = n === 3 ? [rank([6]), rank([4, 2])] : [rank([6]), rank([2, 2, 2]), rank([3, 2, 1])];
        payouts.forEach((of, p) => {
          const gains = gainsOf(field, of);
          const { mean, error, whole, wholeError } = simulated(field, of, times, 100 * n + 10 * f + p);
          const top = Math.max(...mean);
          // 4.5 standard errors: one false alarm in 2,000 runs of all 350 comparisons.
          gains.forEach((gain, i) => {
            expect(Math.abs(gain - mean[i]!)).toBeLessThan(0.15 * top + 4.5 * error[i]!);
          });
          const sum = gains.reduce((a, b) => a + b, 0);
          expect(Math.abs(sum - whole)).toBeLessThan((n === 3 ? 0.08 : 0.07) * whole + 4.5 * wholeError);
        });
      });
    });
  }

  test('from a minimum on as well', () => {
    const field = unlike(10, 3);
    const of = rank([2, 2, 2], 3.5);
    const gains = gainsOf(field, of);
    const { mean, error } = simulated(field, of, 4_000, 7);
    gains.forEach((gain, i) => {
      expect(Math.abs(gain - mean[i]!)).toBeLessThan(0.15 * Math.max(...mean) + 4.5 * error[i]!);
    });
    expect(gainsOf(field, rank([2], 1e3)).every((gain) => gain === 0)).toBe(true);
  });

  test('between two with equal deals is what summing over both counts says', () => {
    const field = [0.4, 1.1].map((deals) => ({ sofar: 0, deals }));
    const chances = (mean: number): number[] => {
      const p = [Math.exp(-mean)];
      for (let k = 1; k < 30; k++) p.push((p[k - 1]! * mean) / k);
      return p;
    };
    const own = (i: number): number => {
      const mine = chances(field[i]!.deals);
      const theirs = chances(field[1 - i]!.deals);
      const wins = (x: number, y: number): number => (x > y ? 1 : x === y ? 0.5 : 0);
      let sum = 0;
      mine.forEach((p, x) => {
        theirs.forEach((q, y) => {
          sum += p * q * (wins(x + 1, y) - wins(x, y));
        });
      });
      return sum;
    };
    const gains = gainsOf(field, rank([1]), 1);
    for (const i of [0, 1]) expect(Math.abs(gains[i]! / own(i) - 1)).toBeLessThan(0.08);
  });

  test('of very many small deals is the slope of the expected prize between Normal results', () => {
    const field = [9_850, 10_000, 10_050, 10_250, 10_400].map((deals) => ({ sofar: 500, deals }));
    const of = rank([500, 300, 100]);
    const gains = gainsOf(field, of);
    const forecasts = field.map(({ sofar, deals }) => ({ mean: sofar + deals, sd: Math.sqrt(deals * LUMP) }));
    const race = new Race();
    race.clear(field.length);
    for (const { mean, sd } of forecasts) race.enterSmooth(mean, sd, 0);
    const smooth = new Float64Array(field.length);
    race.gains(of.prizes, null, smooth);
    const exact = forecasts.map(
      (own, i) =>
        expectedPrize(
          of,
          own,
          forecasts.filter((_, j) => j !== i),
        ).marginal,
    );
    const top = Math.max(...exact);
    exact.forEach((slope, i) => {
      expect(Math.abs(gains[i]! - slope)).toBeLessThan(0.04 * top);
      expect(Math.abs(smooth[i]! - slope)).toBeLessThan(0.04 * top);
    });
  });

  test('is nothing where everybody wins the same, or nobody is there to be beaten', () => {
    expect([...gainsOf(unlike(3, 2), rank([2, 2, 2]))].every((gain) => Math.abs(gain) < 1e-12)).toBe(true);
    expect([...gainsOf(unlike(1, 2), rank([6]))]).toEqual([0]);
  });

  test('is never negative, and does not change with the unit or with who is entered first', () => {
    const d = new Dice(41);
    for (let k = 0; k < 50; k++) {
      const n = d.whole(2, 12);
      const field = Array.from({ length: n }, () => ({ sofar: d.from(0, 4), deals: d.from(0.01, 6) }));
      const of = rank([5, 3, 1]);
      const gains = gainsOf(field, of);
      for (const gain of gains) expect(gain).toBeGreaterThanOrEqual(0);
      const back = gainsOf([...field].reverse(), of).reverse();
      const race = new Race();
      race.clear(n);
      for (const { sofar, deals } of field) race.enter(64 * (sofar + deals), 64 * deals, 64, 64 * LUMP);
      const scaled = new Float64Array(n);
      race.gains(of.prizes, null, scaled);
      gains.forEach((gain, i) => {
        expect(Math.abs(back[i]! - gain)).toBeLessThan(1e-9);
        expect(Math.abs(64 * scaled[i]! - gain)).toBeLessThan(1e-9);
      });
    }
  });
});
