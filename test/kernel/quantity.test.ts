import { expect, test } from 'vitest';
import { modeOf } from '../../engine/kernel/quantity.ts';

test('with uncertainty off, a quantity is its mode, mean, middle or median', () => {
  expect(modeOf(3)).toBe(3);
  expect(modeOf({ low: 1, mode: 2, high: 5 })).toBe(2);
  expect(modeOf({ normal: [4, 1] })).toBe(4);
  expect(modeOf({ uniform: [2, 6] })).toBe(4);
  expect(modeOf({ lognormal: [7, 0.3] })).toBe(7);
});
