import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ExpectedDifference } from '../../engine/statistics/expected.ts';
import { countApart, meanInterval, skewness } from '../../engine/statistics/mean-interval.ts';
import type { NestedVariance } from '../../engine/statistics/nested.ts';
import { ascending } from '../../engine/statistics/quantiles.ts';

interface Reference {
  readonly nested: readonly {
    readonly draws: number;
    readonly replications: number;
    readonly mean: number;
    readonly ofMeans: number;
    readonly within: number;
    readonly range: readonly [number, number];
    readonly above: number;
    readonly ignoranceShare: number;
  }[];
  readonly skew: readonly {
    readonly values: readonly number[];
    readonly skewness: number;
    readonly interval: readonly [number, number];
  }[];
}

// Made by generate.py beside it: brute force over both variances with scipy.
const REFERENCE = JSON.parse(
  readFileSync(new URL('../fixtures/expected/reference.json', import.meta.url), 'utf8'),
) as Reference;

test('the range and chance of an expected difference agree with the posterior summed by brute force', () => {
  for (const {
    draws,
    replications,
    mean,
    ofMeans,
    within,
    range,
    above,
    ignoranceShare,
  } of REFERENCE.nested) {
    // Symmetric draw means, so that nothing is stretched; only their number and variance count.
    const drawMeans = Float64Array.from({ length: draws }, (_, i) => (i % 2 === 0 ? -1 : 1));
    const nested: NestedVariance = {
      mean,
      drawMeans,
      between: 0,
      within,
      freedom: draws * (replications - 1),
      perDraw: replications,
      ofMeans,
    };
    const found = new ExpectedDifference(nested, true);
    const scale = range[1] - range[0];
    expect(Math.abs(found.range[0] - range[0]) / scale).toBeLessThan(0.002);
    expect(Math.abs(found.range[1] - range[1]) / scale).toBeLessThan(0.002);
    expect(found.probabilityAbove).toBeCloseTo(above, 2);
    expect(found.ignoranceShare).toBeCloseTo(ignoranceShare, 2);
  }
});

test('the interval of a mean stretches the side of the longer tail, and shortens neither', () => {
  for (const { values, skewness: skew, interval } of REFERENCE.skew) {
    expect(skewness(values)).toBeCloseTo(skew, 10);
    const found = meanInterval(values, 0.95);
    expect(found[0]).toBeCloseTo(interval[0], 8);
    expect(found[1]).toBeCloseTo(interval[1], 8);
  }
});

test('nothing is said of a size where fewer than four values differ', () => {
  expect(countApart(ascending([0, 0, 0, 0, 5, 0, 7]))).toBe(2);
  expect(meanInterval([0, 0, 0, 0, 5, 0, 7], 0.95)).toEqual([
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
  expect(meanInterval([0, 0, 0, 0], 0.95)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(Number.isFinite(meanInterval([1, 2, 3, 4], 0.95)[0])).toBe(true);
});
