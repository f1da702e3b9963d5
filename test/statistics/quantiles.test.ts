import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../engine/kernel/normal.ts';
import { KeyedRandom, unit53 } from '../../engine/random/threefry.ts';
import { binomialCdf } from '../../engine/statistics/binomial.ts';
import {
  ascending,
  effectiveCount,
  quantile,
  quantileInterval,
  quantileRanks,
} from '../../engine/statistics/quantiles.ts';

const random = new KeyedRandom([3, 1, 4, 1]);

function normal(entity: number, index: number): number {
  random.draw(entity, 9, index, 0);
  return normalQuantile(unit53(random.w0, random.w1));
}

test('quantiles are of Hyndman & Fan’s type 7', () => {
  // numpy.quantile([1, 2, 4, 8], [0, .1, .25, .5, .9, 1])
  const sorted = ascending([8, 1, 4, 2]);
  const at = [0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => quantile(sorted, p));
  const numpy = [1, 1.3, 1.75, 3, 6.8, 8];
  at.forEach((q, i) => {
    expect(q).toBeCloseTo(numpy[i]!, 12);
  });
  expect(quantile([], 0.5)).toBeNaN();
  expect(quantile([5], 0.05)).toBe(5);
});

describe('intervals of quantiles', () => {
  test('ranks cover with at least the confidence wanted, and would not if they were closer', () => {
    for (const n of [6, 20, 59, 100, 500]) {
      for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
        for (const confidence of [0.8, 0.95]) {
          const [low, high] = quantileRanks(n, p, confidence);
          // The quantile lies in (X_low, X_high) when between low and high − 1 values are below it: exact binomial.
          const below = low === 0 ? 0 : binomialCdf(low - 1, n, p);
          const above = high > n ? 0 : 1 - binomialCdf(high - 1, n, p);
          const tail = (1 - confidence) / 2 + 1e-12;
          expect(below).toBeLessThanOrEqual(tail);
          expect(above).toBeLessThanOrEqual(tail);
          expect(binomialCdf(low, n, p)).toBeGreaterThan(tail - 2e-12);
          if (high > 1) expect(1 - binomialCdf(high - 2, n, p)).toBeGreaterThan(tail - 2e-12);
        }
      }
    }
  });

  test('are the tabled ones of a median', () => {
    // 95 % ranks for the median: 6th and 15th of 20, 1st and 6th of 6 (coverage .9688), none of 5.
    expect(quantileRanks(20, 0.5, 0.95)).toEqual([6, 15]);
    expect(quantileRanks(6, 0.5, 0.95)).toEqual([1, 6]);
    expect(quantileRanks(5, 0.5, 0.95)).toEqual([0, 6]);
  });

  test('do not lose a rank where a count or a chance is whole but for rounding', () => {
    // P(none of 7 below their median) = 1/128, exactly half the doubt of 63/64 confidence: the outermost ranks will do.
    expect(quantileRanks(7, 0.5, 63 / 64)).toEqual([1, 7]);
    // Worth nine values, of which 2nd and 8th bound the median (by the binomial law); eight would leave 1st and 8th.
    const nine = Float64Array.from({ length: 9 }, (_, i) => i + 1);
    expect(quantileInterval(nine, 0.5, 0.95, 8.999999999999998)).toEqual([2, 8]);
    expect(quantileInterval(nine.subarray(0, 8), 0.5, 0.95)).toEqual([1, 8]);
    // Draws wholly above or below: 6 of them, 1 below, p = ½ are worth ½·½·6 ÷ (1/6) = 9 values of their 12.
    const values = [1, 1.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5];
    const worth = effectiveCount(values, 2, 0.5, 2);
    expect(worth).toBeCloseTo(9, 12);
    expect(worth).not.toBe(9);
    // The 2nd and 8th of 9, spread over 12 and never nearer to the middle: the 2nd (2·13/10) from either end.
    expect(quantileInterval(values, 0.5, 0.95, worth)).toEqual([1.5, 7]);
    // Ends are told alike from above and from below.
    for (const n of [6, 20, 59, 100]) {
      for (const p of [0.05, 0.25, 0.5]) {
        const [low, high] = quantileRanks(n, p, 0.95);
        expect(quantileRanks(n, 1 - p, 0.95)).toEqual([n + 1 - high, n + 1 - low]);
      }
    }
  });

  test('have no end where the sample is too small to tell', () => {
    const sorted = ascending([1, 2, 3, 4, 5]);
    expect(quantileInterval(sorted, 0.5, 0.95)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(quantileInterval([], 0.5, 0.95)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    const sixty = Float64Array.from({ length: 60 }, (_, i) => i + 1);
    expect(quantileInterval(sixty, 0.05, 0.95)[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(quantileInterval(sixty, 0.05, 0.95)[1]).toBeLessThan(12);
    expect(quantileInterval(sixty, 0.5, 0.95)).toEqual([22, 39]);
  });

  // 2,000 samples: one standard deviation of a share near .95 is .5 points; 4.5 of them below is 1 in 300,000.
  test('cover the median of independent values', () => {
    let covered = 0;
    for (let s = 0; s < 2000; s++) {
      const sample = ascending(Float64Array.from({ length: 40 }, (_, i) => normal(s, i)));
      const [low, high] = quantileInterval(sample, 0.5, 0.95);
      if (low <= 0 && 0 <= high) covered++;
    }
    expect(covered / 2000).toBeGreaterThan(0.95 - 4.5 * 0.0049);
    expect(covered / 2000).toBeLessThan(0.99);
  });
});

describe('values that come in draws of replications', () => {
  const draws = 40;
  const replications = 5;

  /** Draw means with variance 1, replications around them with variance 1: half the variance is shared. */
  function nested(s: number): Float64Array {
    return Float64Array.from({ length: draws * replications }, (_, i) => {
      const draw = Math.floor(i / replications);
      return normal(10_000 + s, draw) + normal(20_000 + s, i);
    });
  }

  // As above: 1,500 samples, one standard deviation .6 points.
  test.each([0.25, 0.5])(
    'the interval of the %d quantile still covers, and would not if they were taken for independent',
    (p) => {
      const truth = Math.SQRT2 * normalQuantile(p);
      let covered = 0;
      let naive = 0;
      for (let s = 0; s < 1500; s++) {
        const values = nested(s);
        const sorted = ascending(values);
        const worth = effectiveCount(values, replications, p, quantile(sorted, p));
        const [low, high] = quantileInterval(sorted, p, 0.95, worth);
        if (low <= truth && truth <= high) covered++;
        const [a, b] = quantileInterval(sorted, p, 0.95);
        if (a <= truth && truth <= b) naive++;
      }
      expect(covered / 1500).toBeGreaterThan(0.92);
      expect(covered / 1500).toBeLessThan(0.99);
      expect(naive / 1500).toBeLessThan(0.9);
    },
  );

  test('one draw tells nothing, equal shares are worth all values', () => {
    expect(effectiveCount([1, 2, 3], 3, 0.5, 2)).toBe(0);
    expect(effectiveCount([1, 2, 1, 2, 1, 2], 2, 0.5, 1)).toBe(6);
    expect(effectiveCount([1, Number.NaN, 1, 2, Number.NaN, Number.NaN], 2, 0.5, 5)).toBe(3);
    // Draws that differ wholly: five draws of which two lie below are worth p(1 − p)·5 ÷ .3 values.
    expect(effectiveCount([1, 1, 1, 1, 3, 3, 3, 3, 3, 3], 2, 0.4, 2)).toBeCloseTo((0.24 * 5) / 0.3, 12);
  });
});
