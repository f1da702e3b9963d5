import { describe, expect, test } from 'vitest';
import { MONTH, REP_FIGURES, SEAT, TIMELINE } from '../../engine/model/tables/tally.ts';
import { presetById } from '../../engine/study/presets/index.ts';
import { courseOf } from './course.ts';

const { end: world } = courseOf(presetById('insurance')!, 12);
const months = Array.from({ length: 12 }, (_, month) => month * TIMELINE.length);
const perSeat = (figure: keyof typeof SEAT): number =>
  Array.from({ length: 12 }, (_, seat) => world.seatTally[seat * REP_FIGURES.length + SEAT[figure]]!).reduce(
    (a, b) => a + b,
    0,
  );

describe('the months of a year in which many leave and join', () => {
  test('hold the selling hours of every day, as the seats do', () => {
    const monthly = months.reduce((sum, at) => sum + world.timeline[at + MONTH['selling-hours']]!, 0);
    expect(perSeat('exits')).toBeGreaterThan(0);
    expect(monthly / perSeat('selling-hours')).toBeCloseTo(1, 12);
  });

  test('hold the mean effort of those present', () => {
    const monthly = months.reduce((sum, at) => sum + world.timeline[at + MONTH.effort]!, 0) / 12;
    // The same mean but for days on which more or fewer are present.
    expect(Math.abs(monthly / (perSeat('effort') / perSeat('days-active')) - 1)).toBeLessThan(0.002);
  });
});
