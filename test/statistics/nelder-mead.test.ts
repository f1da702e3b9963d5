import { describe, expect, test } from 'vitest';
import { minimise } from '../../engine/statistics/nelder-mead.ts';

describe('the downhill simplex', () => {
  test('finds the bottom of Rosenbrock’s valley', () => {
    const found = minimise(([x, y]) => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2, [-1.2, 1], {
      tolerance: 1e-14,
    });
    expect(found.converged).toBe(true);
    expect(found.at[0]).toBeCloseTo(1, 5);
    expect(found.at[1]).toBeCloseTo(1, 5);
  });

  test('finds a quadratic’s minimum in five dimensions', () => {
    const found = minimise(
      (x) => x.reduce((sum, xi, i) => sum + (i + 1) * (xi - i) ** 2, 0),
      [9, 9, 9, 9, 9],
      {
        tolerance: 1e-14,
      },
    );
    for (const [i, xi] of found.at.entries()) expect(xi).toBeCloseTo(i, 5);
  });

  test('walks around where the function has no value', () => {
    const found = minimise(([x]) => x! - Math.log(x!), [5]);
    expect(found.at[0]).toBeCloseTo(1, 3);
  });

  test('says when its budget ran out', () => {
    const found = minimise(([x, y]) => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2, [-1.2, 1], { budget: 20 });
    expect(found.converged).toBe(false);
    expect(found.evaluations).toBeLessThan(30);
  });

  test('refuses to start where there is no value', () => {
    expect(() => minimise(() => Number.NaN, [0])).toThrow(RangeError);
  });
});
