import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Course, moved, shifted } from '../../../web/client/alternatives/course.ts';

const HORIZON = 12;
const course: fc.Arbitrary<Course> = fc
  .record({
    start: fc.integer({ min: 0, max: HORIZON - 2 }),
    ramp: fc.integer({ min: 0, max: HORIZON }),
    length: fc.option(fc.integer({ min: 1, max: HORIZON })),
  })
  .map(({ start, ramp, length }) => ({
    start,
    ramp,
    stop: length === null || start + length >= HORIZON ? null : start + length,
  }));

test('a mark goes where it is put, and as far as it may', () => {
  const from: Course = { start: 2, ramp: 3, stop: 8 };
  expect(moved(from, 'start', 5, HORIZON)).toEqual({ ...from, start: 5 });
  expect(moved(from, 'start', 9, HORIZON).start).toBe(7);
  expect(moved(from, 'ramp', -1, HORIZON).ramp).toBe(0);
  expect(moved(from, 'stop', 1, HORIZON).stop).toBe(3);
  expect(moved(from, 'stop', HORIZON, HORIZON).stop).toBeNull();
  expect(shifted(from, 2, HORIZON)).toEqual({ start: 4, ramp: 3, stop: 10 });
  expect(shifted(from, -9, HORIZON)).toEqual({ start: 0, ramp: 3, stop: 6 });
});

test('whatever is moved, a practice begins within the horizon and ends after it began', () => {
  fc.assert(
    fc.property(
      course,
      fc.constantFrom('start', 'ramp', 'stop', 'bar'),
      fc.integer({ min: -30, max: 30 }),
      (from, mark, to) => {
        const { start, ramp, stop } =
          mark === 'bar' ? shifted(from, to, HORIZON) : moved(from, mark as keyof Course, to, HORIZON);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThan(HORIZON);
        expect(ramp).toBeGreaterThanOrEqual(0);
        if (stop !== null) expect(stop).toBeGreaterThan(start);
        if (mark === 'bar' && stop !== null) expect(stop - start).toBe(from.stop! - from.start);
      },
    ),
  );
});
