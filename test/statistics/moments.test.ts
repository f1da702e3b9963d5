import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialCdf, wilsonInterval } from '../../engine/statistics/binomial.ts';
import { correlation, covariance, mean, variance } from '../../engine/statistics/moments.ts';

test('moments of a sample done by hand', () => {
  const a = [2, 4, 4, 4, 5, 5, 7, 9];
  expect(mean(a)).toBe(5);
  expect(variance(a)).toBeCloseTo(32 / 7, 12);
  expect(covariance([1, 2, 3], [2, 4, 7])).toBeCloseTo(2.5, 12);
  // r = 2.5 ÷ √(1 · 6⅓)
  expect(correlation([1, 2, 3], [2, 4, 7])).toBeCloseTo(2.5 / Math.sqrt(19 / 3), 12);
});

test('too few values', () => {
  expect(mean([])).toBeNaN();
  expect(variance([3])).toBe(0);
  expect(covariance([3], [4])).toBe(0);
  expect(correlation([3, 3, 3], [1, 2, 3])).toBe(0);
});

test('correlation stays in [−1, 1] and ignores scale and origin', () => {
  const series = fc.array(
    fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })),
    {
      minLength: 3,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(series, (pairs) => {
      const a = pairs.map(([x]) => x);
      const b = pairs.map(([, y]) => y);
      const r = correlation(a, b);
      expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-12);
      expect(
        correlation(
          a.map((x) => 3 * x + 7),
          b.map((y) => -2 * y),
        ),
      ).toBeCloseTo(-r, 9);
    }),
    { seed: 12, numRuns: 200 },
  );
});

test('the binomial law sums its terms', () => {
  // (1 + 8 + 28) ÷ 256 for two or fewer of eight fair throws.
  expect(binomialCdf(2, 8, 0.5)).toBeCloseTo(37 / 256, 14);
  expect(binomialCdf(-1, 8, 0.5)).toBe(0);
  expect(binomialCdf(8, 8, 0.5)).toBe(1);
});

test('Wilson’s interval is the known one', () => {
  // 10 of 20 at 95 %: (.2993, .7007), as tabled for the score method.
  const [low, high] = wilsonInterval(10, 20, 1.959963984540054);
  expect(low).toBeCloseTo(0.2993, 4);
  expect(high).toBeCloseTo(0.7007, 4);
  expect(wilsonInterval(0, 0, 2)).toEqual([0, 1]);
  expect(wilsonInterval(0, 10, 1.96)[0]).toBe(0);
  expect(wilsonInterval(10, 10, 1.96)[1]).toBe(1);
});
