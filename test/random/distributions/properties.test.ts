import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pertQuantile } from '../../../engine/random/distributions/pert.ts';
import { quantityQuantile } from '../../../engine/random/distributions/quantity.ts';
import { LAWS } from './laws.ts';

const uniform = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });

describe.each(Object.entries(LAWS))('%s', (_name, law) => {
  const parameters = fc.constantFrom(...law.examples);

  test('rises with u', () => {
    fc.assert(
      fc.property(parameters, uniform, uniform, (args, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const upper = law.quantile(high, ...args);
        // Newton stops within a few units in the last place of the root.
        const slack = 1e-12 * Math.abs(upper) + 1e-300;
        expect(law.quantile(low, ...args)).toBeLessThanOrEqual(upper + slack);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('F(F⁻¹(u)) is u, or for counts F(k − 1) < u ≤ F(k)', () => {
    fc.assert(
      fc.property(parameters, uniform, (args, u) => {
        const x = law.quantile(u, ...args);
        if (law.counts) {
          expect(Number.isInteger(x)).toBe(true);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(law.cdf(x, ...args)).toBeGreaterThanOrEqual(u - 1e-12);
          expect(law.cdf(x - 1, ...args)).toBeLessThanOrEqual(u + 1e-12);
        } else {
          expect(Math.abs(law.cdf(x, ...args) - u)).toBeLessThan(1e-12);
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('refuses parameters outside their range', () => {
    for (const args of law.refused)
      expect(() => law.quantile(0.5, ...args), String(args)).toThrow(RangeError);
  });

  test('gives a finite value at the ends of the uniform', () => {
    for (const args of law.examples) {
      for (const u of [1.1102230246251565e-16, 0.9999999999999999]) {
        expect(Number.isFinite(law.quantile(u, ...args)), `${args} at ${u}`).toBe(true);
      }
    }
  });
});

test('counts stay within their range', () => {
  const { quantile } = LAWS.binomial!;
  fc.assert(
    fc.property(
      uniform,
      fc.integer({ min: 0, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (u, n, p) => {
        const k = quantile(u, n, p);
        expect(k).toBeGreaterThanOrEqual(0);
        expect(k).toBeLessThanOrEqual(n);
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});

test('a Poisson count never falls when the mean rises: the same uniform adds leads and takes none away', () => {
  const { quantile } = LAWS.poisson!;
  fc.assert(
    fc.property(
      uniform,
      fc.double({ min: 0.001, max: 200, noNaN: true }),
      fc.double({ min: 1, max: 3, noNaN: true }),
      (u, mean, factor) => {
        expect(quantile(u, mean * factor)).toBeGreaterThanOrEqual(quantile(u, mean));
      },
    ),
    { seed: 4, numRuns: 1000 },
  );
});

test('a PERT distribution has mean (low + 4·mode + high) ÷ 6, with ends in either order', () => {
  for (const [low, mode, high] of [
    [0, 1, 4],
    [-0.1, -0.2, -0.3],
  ] as const) {
    let sum = 0;
    const n = 20_000;
    for (let i = 0; i < n; i++) sum += pertQuantile((i + 0.5) / n, low, mode, high);
    expect(sum / n).toBeCloseTo((low + 4 * mode + high) / 6, 5);
  }
  expect(pertQuantile(0.9, -0.1, -0.2, -0.3)).toBeLessThan(pertQuantile(0.1, -0.1, -0.2, -0.3));
});

test('every form of a quantity is read at its probability', () => {
  expect(quantityQuantile(7, 0.3)).toBe(7);
  expect(quantityQuantile({ low: 2, mode: 2, high: 2 }, 0.3)).toBe(2);
  expect(quantityQuantile({ low: 0, mode: 2, high: 4 }, 0.5)).toBeCloseTo(2, 12);
  expect(quantityQuantile({ normal: [5, 2] }, 0.975)).toBeCloseTo(5 + 2 * 1.959963984540054, 12);
  expect(quantityQuantile({ uniform: [1, 3] }, 0.25)).toBe(1.5);
  expect(quantityQuantile({ lognormal: [40, 0.5] }, 0.5)).toBe(40);
});
