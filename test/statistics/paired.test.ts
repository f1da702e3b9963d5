import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { level, TOLD_QUANTILES } from '../../engine/statistics/level.ts';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import { ascending, quantile } from '../../engine/statistics/quantiles.ts';

describe('paired differences', () => {
  // Hours of extra sleep by two drugs, ten patients (Cushny & Peebles 1905; "Student" 1908).
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

  test('give the interval of the best-known paired t test', () => {
    // R: t.test(second, first, paired = TRUE) has mean 1.58 and 95 % interval .7001142 to 2.4598858.
    const d = pairedDifference(second, first, 1, 0.95);
    expect(d.mean).toBeCloseTo(1.58, 12);
    expect(d.interval[0]).toBeCloseTo(0.7001142, 7);
    // The right tail is the longer, so that side reaches further than t.
    expect(d.interval[1]).toBeGreaterThan(2.4598858);
    expect(d.correlation).toBeCloseTo(0.7951702, 7);
    // Var 3.200556 and 4.009 against 1.512889 of the differences.
    expect(d.varianceReduction).toBeCloseTo((3.200556 + 4.009) / 1.512889, 4);
    expect(d.shareAbove).toBe(0.95);
    // A new draw's expected difference by t with 9 degrees of freedom: 1.58 ÷ (1.23 √1.1) = 1.225, and below it .874.
    expect(d.probabilityAbove).toBeCloseTo(0.8742, 3);
    // One replication a draw: chance and ignorance cannot be told apart.
    expect(d.ignoranceShare).toBeNaN();
    expect(d.tied).toBe(0.1);
  });

  test('of equal series are exactly nothing', () => {
    const d = pairedDifference(first, first, 2, 0.95);
    expect(d).toMatchObject({
      mean: 0,
      interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      credible: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      probabilityAbove: Number.NaN,
      shareAbove: 0.5,
      tied: 1,
      varianceReduction: Number.NaN,
    });
    expect(d.correlation).toBeCloseTo(1, 12);
  });

  test('count what the simulation has not settled as well as what is not known', () => {
    const noise = [-6, 5, -7, 6, -6, 7, -5, 6, -4, 4, 3, -2];
    const known = pairedDifference([1, 1, 2, 2, 6, 6, 3, 3], new Array(8).fill(0), 2, 0.95);
    expect(known.ignoranceShare).toBeCloseTo(1, 9);
    const chance = pairedDifference(
      noise.map((x) => 10 + x),
      noise.map(() => 0),
      2,
      0.95,
    );
    expect(chance.ignoranceShare).toBeLessThan(0.5);
    expect(chance.credible[0]).toBeLessThan(chance.interval[0] + 2);
    expect(chance.predictive[0]).toBeLessThan(chance.credible[0]);
    // The same without uncertain numbers: only the mean is open.
    const alone = pairedDifference(
      noise.map((x) => 10 + x),
      noise.map(() => 0),
      2,
      0.95,
      false,
    );
    expect(alone.ignoranceShare).toBeNaN();
    expect(alone.credible[1] - alone.credible[0]).toBeGreaterThan(0);
    expect(alone.probabilityAbove).toBeGreaterThan(0.95);
  });

  test('range from the 5th to the 96th of 100 independent values, which a new one meets nine times in ten', () => {
    // Five of 100 are at or below the 5 % quantile: they are worth .05·.95·100 ÷ (.05·.95·100/99) = 99, of which the k-th
    // is passed with k ÷ 100. Rounding makes 98.99999999999922 of it.
    const values = Array.from({ length: 100 }, (_, i) => 1 + ((7 * i) % 100));
    expect(pairedDifference(values, new Array(100).fill(0), 1, 0.95).predictive).toEqual([5, 96]);
  });

  test('do not take rounding for a difference', () => {
    const base = Array.from({ length: 40 }, (_, i) => 1e8 + 1e6 * i);
    const d = pairedDifference(
      base.map((x, i) => x + (i % 2) * 1e-8),
      base,
      2,
      0.95,
    );
    expect(d).toMatchObject({ mean: 0, tied: 1, varianceReduction: Number.NaN });
  });

  test('leave out pairs of which one is not defined', () => {
    const d = pairedDifference([1, Number.NaN, 3, 4], [0, 1, Number.NaN, 2], 2, 0.95);
    expect(d.mean).toBeCloseTo(1.5, 12);
    expect(pairedDifference([Number.NaN], [1], 1, 0.95).mean).toBeNaN();
  });

  test('turn their sign, and nothing else, when the two are exchanged', () => {
    const value = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 6, maxLength: 30 }), (pairs) => {
        const even = pairs.slice(0, pairs.length - (pairs.length % 2));
        const a = even.map(([x]) => x);
        const b = even.map(([, y]) => y);
        const d = pairedDifference(a, b, 2, 0.9);
        const e = pairedDifference(b, a, 2, 0.9);
        expect(e.mean).toBeCloseTo(-d.mean, 9);
        if (!Number.isFinite(d.interval[0])) return;
        expect(e.interval[0]).toBeCloseTo(-d.interval[1], 9);
        expect(e.credible[0]).toBeCloseTo(-d.credible[1], 5);
        expect(e.predictive[1]).toBeCloseTo(-d.predictive[0], 9);
        expect(e.shareAbove).toBeCloseTo(1 - d.shareAbove, 9);
        if (!Number.isNaN(d.varianceReduction))
          expect(e.varianceReduction).toBeCloseTo(d.varianceReduction, 9);
        expect(d.interval[0]).toBeLessThanOrEqual(d.mean);
        expect(d.credible[0]).toBeLessThanOrEqual(d.credible[1]);
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});

describe('levels', () => {
  const values = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);

  test('tell mean, spread and quantiles of single replications', () => {
    const one = level(values, 1, 0.95);
    expect(one.mean).toBeCloseTo(50.5, 12);
    expect(one.sd).toBeCloseTo(Math.sqrt((100 * 101) / 12), 12);
    const sorted = ascending(values);
    expect(one.quantiles).toEqual(TOLD_QUANTILES.map((p) => quantile(sorted, p)));
  });

  test('tell how sure each quantile is', () => {
    const one = level(values, 1, 0.95);
    one.quantileIntervals.forEach(([low, high], i) => {
      expect(low).toBeLessThan(one.quantiles[i]!);
      expect(high).toBeGreaterThan(one.quantiles[i]!);
    });
    // The median of 1 … 100: 40th and 61st values.
    expect(one.quantileIntervals[2]).toEqual([40, 61]);
    // A hundred replications of one draw tell of that draw only.
    const single = level(values, 100, 0.95).quantileIntervals[2]!;
    expect(single).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});
