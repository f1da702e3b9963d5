import fc from 'fast-check';
import { expect, it } from 'vitest';
import { best, top } from './grid.ts';
import { type Arms, relative, smallest } from './measure.ts';

it('finds the top of a parabola wherever the grid lies around it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 3.8, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { minLength: 3, maxLength: 8 }),
      (peak, steep, inner) => {
        const at = [0, ...inner.sort((a, b) => a - b).map((x) => x / 10), 4];
        const values = at.map((x) => 7 - steep * (x - peak) ** 2);
        const k = values.indexOf(Math.max(...values));
        const found = top(at, values);
        if (k === 0 || k === at.length - 1) expect(found).toBe(at[k]);
        else expect(found).toBeCloseTo(peak, 6);
      },
    ),
  );
});

it('is an end of the grid where the objective is highest there', () => {
  expect(top([1, 2, 3], [5, 4, 3])).toBe(1);
  expect(top([1, 2, 3], [3, 4, 5])).toBe(3);
});

it('reads the objective off the alternatives', () => {
  const value = { low: 3, mid: 4, high: 3 } as Record<string, number>;
  const arms = ((id: string) => ({ metric: () => value[id]! })) as unknown as Arms;
  const points = [
    { at: 0.1, arm: 'low' },
    { at: 0.2, arm: 'mid' },
    { at: 0.3, arm: 'high' },
  ];
  const measure = best(points, { value: (some, arm) => some(arm).metric('x'), per: () => 2 }, 'rate');
  const quotients = measure.ratios.map(({ numerator, denominator }) => numerator(arms) / denominator(arms));
  expect(quotients).toEqual([1.5, 2, 1.5]);
  expect(measure.combine(quotients)).toBeCloseTo(0.2, 12);
});

it('takes the least of several differences', () => {
  const change = (id: string) => relative(id, 'base', () => 1);
  const least = smallest([
    [change('a'), change('b')],
    [change('a'), change('c')],
  ]);
  // a +50 %, b +20 %, c +40 %: 30 and 10 points ahead.
  expect(least.ratios).toHaveLength(4);
  expect(least.combine([1.5, 1.2, 1.5, 1.4])).toBeCloseTo(0.1, 12);
});
