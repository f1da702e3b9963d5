import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../engine/kernel/normal.ts';
import { KeyedRandom, unit53 } from '../../engine/random/threefry.ts';
import { mean, variance } from '../../engine/statistics/moments.ts';
import { nestedVariance } from '../../engine/statistics/nested.ts';

describe('variance of draws × replications', () => {
  test('splits a table done by hand', () => {
    // Means 2, 5, 8 with variance 9; within each ((−1)² + 1²) ÷ 1 = 2; between 9 − 2 ÷ 2 = 8.
    const split = nestedVariance([1, 3, 4, 6, 7, 9], 2);
    expect(split.mean).toBe(5);
    expect([...split.drawMeans]).toEqual([2, 5, 8]);
    expect(split.within).toBe(2);
    expect(split.ofMeans).toBe(9);
    expect(split.between).toBe(8);
  });

  test('finds nothing between draws that do not differ, and never less than nothing', () => {
    expect(nestedVariance([1, 3, 1, 3, 1, 3], 2).between).toBe(0);
    expect(nestedVariance([5, 5, 5, 5], 2)).toMatchObject({ between: 0, within: 0, ofMeans: 0 });
  });

  test('counts all as between when there is one replication a draw', () => {
    const split = nestedVariance([1, 2, 4], 1);
    expect(split.within).toBe(0);
    expect(split.between).toBeCloseTo(variance([1, 2, 4]), 12);
  });

  test('leaves out what is not finite, and draws that have nothing else', () => {
    const split = nestedVariance([1, 3, Number.NaN, 5, Number.NaN, Number.POSITIVE_INFINITY], 2);
    expect([...split.drawMeans]).toEqual([2, 5]);
    expect(split.within).toBe(2);
    // Noise of the means: 2 × (½ + 1) ÷ 2 = 1.5; variance of 2 and 5 is 4.5.
    expect(split.between).toBeCloseTo(3, 12);
    expect(nestedVariance([Number.NaN, Number.NaN], 2).mean).toBeNaN();
  });

  /**
   * 3,000 random-effects samples with variances 16 and 9: 10 draws × 4. The mean of an unbiased estimator is off by its
   * standard error; 4.5 of them are a false alarm 1 in 150,000 each. Kept at 0, `between` would be biased where it is
   * small: here it is below 0 about once in 200 samples, which adds less than .005.
   */
  test('is unbiased under random effects', () => {
    const random = new KeyedRandom([2, 7, 1, 8]);
    const normal = (a: number, b: number): number => {
      random.draw(a, 9, b, 0);
      return normalQuantile(unit53(random.w0, random.w1));
    };
    const between: number[] = [];
    const within: number[] = [];
    for (let s = 0; s < 3000; s++) {
      const values = Float64Array.from(
        { length: 40 },
        (_, i) => 4 * normal(2 * s, Math.floor(i / 4)) + 3 * normal(2 * s + 1, i),
      );
      const split = nestedVariance(values, 4);
      between.push(split.between);
      within.push(split.within);
    }
    const error = (values: number[]): number => Math.sqrt(variance(values) / values.length);
    expect(Math.abs(mean(between) - 16)).toBeLessThan(4.5 * error(between) + 0.005);
    expect(Math.abs(mean(within) - 9)).toBeLessThan(4.5 * error(within));
  });
});
