import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studentCdf, studentQuantile } from '../../engine/statistics/student.ts';

// Made by generate.py beside it, in 40-digit arithmetic.
const ROWS = JSON.parse(
  readFileSync(new URL('../fixtures/student/quantiles.json', import.meta.url), 'utf8'),
) as [number, number, number][];

describe('Student’s t', () => {
  test('agrees with the reference to 1e-9', () => {
    expect(ROWS).toHaveLength(96);
    for (const [p, df, t] of ROWS) {
      expect(Math.abs(studentQuantile(p, df) / t - 1), `t(${p}, ${df})`).toBeLessThan(1e-9);
      expect(Math.abs(studentCdf(t, df) - p), `F(${t}, ${df})`).toBeLessThan(1e-10);
    }
  });

  test('has the tabled 97.5 % points', () => {
    const tabled: [number, number][] = [
      [1, 12.706205],
      [2, 4.302653],
      [5, 2.570582],
      [9, 2.262157],
      [29, 2.04523],
      [99, 1.984217],
    ];
    for (const [df, t] of tabled) expect(studentQuantile(0.975, df)).toBeCloseTo(t, 6);
  });

  test('is symmetric, and its quantile undoes its distribution function', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 0.8, max: 5000, noNaN: true }),
        (p, df) => {
          const t = studentQuantile(p, df);
          expect(Math.abs(studentCdf(t, df) - p)).toBeLessThan(1e-10);
          expect(studentCdf(-t, df)).toBeCloseTo(1 - p, 9);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect(studentQuantile(0.9, 0)).toBeNaN();
  });
});
