import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { level, pairedDifference, TOLD_QUANTILES } from '../../engine/statistics/paired.ts';
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
    expect(d.interval[1]).toBeCloseTo(2.4598858, 7);
    expect(d.correlation).toBeCloseTo(0.7951702, 7);
    // Var 3.200556 and 4.009 against 1.512889 of the differences.
    expect(d.varianceReduction).toBeCloseTo((3.200556 + 4.009) / 1.512889, 4);
    expect(d.shareAbove).toBe(0.95);
    // Ten draws leave the mean open by a tenth of their variance, so deviations grow by √1.1: the one tie falls below 0.
    expect(d.probabilityAbove).toBeCloseTo(9.5 / 11, 12);
    // One replication a draw: chance and ignorance cannot be told apart, all counts as ignorance.
    expect(d.ignoranceShare).toBe(1);
  });

  test('of equal series are exactly nothing', () => {
    const d = pairedDifference(first, first, 2, 0.95);
    expect(d).toMatchObject({
      mean: 0,
      interval: [0, 0],
      credible: [0, 0],
      predictive: [0, 0],
      probabilityAbove: 0.5,
      shareAbove: 0.5,
      ignoranceShare: 0,
      varianceReduction: 1,
    });
    expect(d.correlation).toBeCloseTo(1, 12);
  });

  test('keep chance out of the credible range and in the predictive one', () => {
    // Four draws that do not differ, wide chance within: what we do not know is only what four draws leave open.
    const noise = [-6, 6, -6, 6, -6, 6, -6, 6];
    const d = pairedDifference(
      noise.map((x) => 10 + x),
      noise.map(() => 0),
      2,
      0.95,
    );
    expect(d.mean).toBe(10);
    expect(d.credible).toEqual([10, 10]);
    expect(d.predictive).toEqual([4, 16]);
    expect(d.ignoranceShare).toBe(0);
    // Draws that differ, no chance within: all of it is ignorance.
    const known = pairedDifference([1, 1, 2, 2, 6, 6], [0, 0, 0, 0, 0, 0], 2, 0.95);
    expect(known.ignoranceShare).toBe(1);
    expect(known.predictive).toEqual([1, 6]);
    expect(known.credible[0]).toBeLessThan(1.2);
    expect(known.credible[1]).toBeGreaterThan(5.6);
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
        expect(e.interval[0]).toBeCloseTo(-d.interval[1], 9);
        expect(e.credible[0]).toBeCloseTo(-d.credible[1], 9);
        expect(e.predictive[1]).toBeCloseTo(-d.predictive[0], 9);
        expect(e.shareAbove).toBeCloseTo(1 - d.shareAbove, 9);
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
