import { describe, expect, test } from 'vitest';
import { drivers } from '../../engine/experiment/drivers.ts';
import { normalQuantile } from '../../engine/kernel/normal.ts';
import { quantityQuantile } from '../../engine/random/distributions/quantity.ts';
import { runUnit } from '../../engine/run/index.ts';
import { drawnLevels, uncertainNumbers } from '../../engine/run/uncertain.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import { luck, studyOf } from './made-up.ts';

/** Today against a practice, with two numbers of the context uncertain; effects from their priors. */
function study(draws = 200): NormalStudy {
  const base = studyOf(['a']);
  const agile = { ...base.alternatives[1]!, adoptions: [] };
  return {
    ...base,
    world: {
      ...base.world,
      scalars: {
        ...base.world.scalars,
        'market.shift-rate': { low: 1, mode: 2, high: 4 },
        'market.gross-margin': { uniform: [0.4, 0.8] },
      },
    },
    alternatives: [base.alternatives[0]!, agile],
    run: { ...base.run, replicationsPerDraw: 2, minDraws: draws, maxDraws: draws },
  };
}

/** Differences made up from the drawn levels: `of` the scores of the numbers named, by draw. */
function madeUp(
  s: NormalStudy,
  draws: number,
  of: (score: (id: string) => number, draw: number, k: number) => number,
) {
  const numbers = uncertainNumbers(s);
  const values = new Float64Array(draws * 2);
  for (let draw = 0; draw < draws; draw++) {
    const levels = drawnLevels(s, numbers, draw);
    const score = (id: string): number =>
      normalQuantile(levels[numbers.findIndex((number) => number.id === id)]!);
    for (let k = 0; k < 2; k++) values[draw * 2 + k] = of(score, draw, k);
  }
  return values;
}

describe('what decides it', () => {
  test('lists every uncertain number once, with a name in both languages', () => {
    const numbers = uncertainNumbers(study());
    const ids = numbers.map((number) => number.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('market.shift-rate');
    expect(ids).toContain('market.gross-margin');
    for (const { name } of numbers) {
      expect(name.en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(name.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('finds the strengths that a made-up difference has, in size and direction', () => {
    const s = study();
    // Var = 9 + 1 + noise ½ (two replications of variance 1): shares 0.857, 0.095.
    const values = madeUp(
      s,
      400,
      (score, draw, k) => 3 * score('market.gross-margin') - score('market.shift-rate') + luck(draw, k, 7),
    );
    const [first, second, ...rest] = drivers(s, 1, values, 0.95);
    expect(first!.id).toBe('market.gross-margin');
    expect(first!.correlation).toBeCloseTo(Math.sqrt(9 / 10.5), 1);
    expect(first!.atHigh - first!.atLow).toBeCloseTo(3 * 2 * 1.2816, 0);
    expect([first!.low, first!.high]).toEqual([0.4 + 0.04, 0.4 + 0.36].map((x) => expect.closeTo(x, 9)));
    expect(second!.id).toBe('market.shift-rate');
    // Standard error of a correlation of .31 over 400 draws: .045; within three.
    expect(Math.abs(second!.correlation + Math.sqrt(1 / 10.5))).toBeLessThan(0.14);
    expect([first!.clear, second!.clear]).toEqual([true, true]);
    expect(rest.filter((one) => one.clear)).toEqual([]);
  });

  test('calls nothing clear where nothing matters, but for one study in twenty at most', () => {
    const s = study();
    let alarms = 0;
    // 60 studies of pure chance: more than 9 alarms at a rate of 5 % has probability 0.002.
    for (let i = 0; i < 60; i++) {
      const values = Float64Array.from({ length: 60 }, (_, j) => luck(j, i, 11));
      if (drivers(s, 1, values, 0.95).some((one) => one.clear)) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(9);
  });

  test('says nothing of a difference that does not vary, of too few draws, or where all is known', () => {
    const s = study();
    expect(drivers(s, 1, new Float64Array(80), 0.95)).toEqual([]);
    expect(drivers(s, 1, Float64Array.from([1, 2, 3, 4, 5, 6]), 0.95)).toEqual([]);
    const known = studyOf(['a']);
    expect(
      drivers(
        { ...known, run: { ...known.run, context: 'mode' } },
        1,
        Float64Array.from({ length: 80 }, (_, i) => i),
        0.95,
      ),
    ).toEqual([]);
  });

  test('draws the very numbers that replications are run with', () => {
    // A gross margin drawn at a level must give the same outcome as that margin stated outright.
    const s = study();
    const small: NormalStudy = {
      ...s,
      reps: 2,
      teamNames: ['east'],
      teamSizes: [2],
      run: { ...s.run, replicationsPerDraw: 1, horizonDays: 21, warmupDays: 63 },
    };
    const numbers = uncertainNumbers(small);
    const levels = drawnLevels(small, numbers, 3);
    const scalars = { ...small.world.scalars };
    numbers.forEach((number, i) => {
      if (number.kind === 'context') scalars[number.id] = quantityQuantile(number.quantity, levels[i]!);
    });
    const stated = { ...small, world: { ...small.world, scalars } };
    expect(Buffer.from(runUnit(stated, 3).data.buffer)).toEqual(Buffer.from(runUnit(small, 3).data.buffer));
  });
});
