import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learn } from '../../engine/model/phases/people.ts';
import { homeOf } from '../../engine/model/phases/routing.ts';
import { learningRate } from '../../engine/run/params.ts';
import { PRESETS } from '../../engine/study/presets/index.ts';
import { courseOf } from './course.ts';

describe('learning', () => {
  test('reaches 80 % of the level where it balances forgetting when the ramp is over', () => {
    fc.assert(
      fc.property(
        // Beyond these the stated ramp may be impossible: see the next test.
        fc.double({ min: 0.05, max: 0.35, noNaN: true }),
        fc.double({ min: 5, max: 250, noNaN: true }),
        fc.double({ min: 0, max: 0.15, noNaN: true }),
        (startSkill, rampDays, aYear) => {
          const fading = aYear / 252;
          const rate = learningRate(startSkill, rampDays, fading);
          const full = rate / (rate + fading);
          const reached = full - (full - startSkill) * Math.exp(-(rate + fading) * rampDays);
          expect(reached / full).toBeCloseTo(0.8, 9);
        },
      ),
    );
  });

  test('stays sensible where forgetting makes the stated ramp impossible', () => {
    const rate = learningRate(0.75, 1000, 1 / 252);
    expect(rate).toBeGreaterThan(0);
    expect(rate).toBeCloseTo(Math.log(0.25 / 0.2) / 1000, 12);
  });

  test.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    'brings a hire of %s to that level within two weeks of the stated ramp',
    (_, preset) => {
      const { end: w, model } = courseOf(preset, 4);
      w.reps.hiredDay[0] = 260;
      w.reps.proficiency[0] = model.params.startSkill;
      w.reps.ramped[0] = 0;
      w.reps.active[0] = 1;
      let day = 260;
      while (w.reps.ramped[0] === 0 && day < 2000) learn(w, model, (day += 5));
      expect(Math.abs(day - 260 - model.params.rampDays)).toBeLessThanOrEqual(10);
    },
  );
});

describe('territories', () => {
  const { start, model } = courseOf(PRESETS[1]!, 12);

  test('divide one market: their lead weights have mean 1, and so have the quotas they make fair', () => {
    const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(start.reps.leadWeight)).toBeCloseTo(1, 12);
    expect(mean(start.reps.quotaWeight)).toBeCloseTo(1, 12);
    const value = start.reps.leadWeight.reduce(
      (sum, w, i) => sum + w * Math.exp(start.reps.dealShift[i]!),
      0,
    );
    expect(value / start.reps.leadWeight.length).toBeCloseTo(1, 12);
    expect(new Set(start.reps.leadWeight).size).toBe(12);
  });

  test('receive leads in proportion to their weights, within the team', () => {
    const counts = new Float64Array(12);
    const n = 60_000;
    for (let i = 0; i < n; i++) counts[homeOf(start, model, (i + 0.5) / n)]! += 1;
    for (let team = 0; team < 2; team++) {
      const from = model.teamFirst[team]!;
      const to = model.teamFirst[team + 1]!;
      const total = start.reps.leadWeight.slice(from, to).reduce((a, b) => a + b, 0);
      for (let seat = from; seat < to; seat++) {
        const share = (start.reps.leadWeight[seat]! / total) * model.teamShare[team]!;
        expect(Math.abs(counts[seat]! / n - share)).toBeLessThan(2 / n);
      }
    }
  });
});
