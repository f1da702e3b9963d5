import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkpoints, column, compare } from '../../engine/experiment/compare.ts';
import { DEFAULT_PRIMARY } from '../../engine/model/metrics.ts';
import { meanInterval } from '../../engine/statistics/mean-interval.ts';
import { nestedVariance } from '../../engine/statistics/nested.ts';
import { LAYOUT, luck, MadeUpRunner, studyOf, type Values } from './made-up.ts';

/** Noise of ±10 around 100, alternatives 1 and 2 above it by a little with noise of their own: never decided. */
const NOISY: Values = (draw, k, a, metric) =>
  100 + 0.05 * a + 10 * luck(draw, k, metric) + 3 * luck(draw, k + 100 * a, metric + 1000);

describe('checkpoints', () => {
  test('start at the least number of draws, grow by a quarter and end at the most', () => {
    expect(checkpoints(20, 60)).toEqual([20, 25, 32, 40, 50, 60]);
    expect(checkpoints(20, 20)).toEqual([20]);
    expect(checkpoints(30, 12)).toEqual([12]);
  });

  test('rise, and never pass the most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2000 }), (least, most) => {
        const list = checkpoints(least, most);
        expect(list[list.length - 1]).toBe(most);
        list.forEach((at, i) => {
          if (i > 0) expect(at).toBeGreaterThan(list[i - 1]!);
        });
      }),
      { seed: 14 },
    );
  });
});

/** Position of the metric that the made-up studies are judged by. */
const PRIMARY = LAYOUT.metrics.indexOf(DEFAULT_PRIMARY);

describe('a comparison', () => {
  const study = studyOf(['a', 'b'], { precision: { amount: 3.5 } });

  test('stops at the first checkpoint that is precise enough, having asked for no draw beyond it', async () => {
    const runner = new MadeUpRunner(NOISY);
    const done = await compare(study, runner, LAYOUT);
    expect(done.stoppedBy).toBe('precision');
    expect(done.precision!.now).toBeLessThanOrEqual(3.5);
    const plan = checkpoints(8, 40);
    expect(plan).toContain(done.sample.draws);
    expect(done.sample.draws).toBeLessThan(40);
    expect(runner.asked.flat()).toEqual(Array.from({ length: done.sample.draws }, (_, d) => d));
  });

  test('looks at the widest half-width on draw means, and stops at the first checkpoint where it is small enough', async () => {
    const plan = checkpoints(8, 40);
    const widths = plan.map((draws) =>
      Math.max(
        ...[1, 2].map((a) => {
          const differences = Array.from({ length: draws * 2 }, (_, i) => {
            const [draw, k] = [Math.floor(i / 2), i % 2];
            return NOISY(draw, k, a, PRIMARY) - NOISY(draw, k, 0, PRIMARY);
          });
          const [low, high] = meanInterval(nestedVariance(differences, 2).drawMeans, 0.95);
          return (high - low) / 2;
        }),
      ),
    );
    // Asked for a hair more or less than each width there is: the stop must move past that checkpoint.
    for (const width of widths) {
      for (const wanted of [width * 1.0001, width * 0.9999]) {
        const one = await compare(
          studyOf(['a', 'b'], { precision: { amount: wanted } }),
          new MadeUpRunner(NOISY),
          LAYOUT,
        );
        const first = widths.findIndex((w) => w <= wanted);
        expect(one.sample.draws).toBe(plan[first < 0 ? plan.length - 1 : first]);
        expect(one.stoppedBy).toBe(first < 0 ? 'budget' : 'precision');
        expect(one.precision!.now).toBeCloseTo(first < 0 ? widths[widths.length - 1]! : widths[first]!, 9);
      }
    }
  });

  test('tells of every stretch of draws from 0 once, whatever the order, and is the same for being asked', async () => {
    const quiet = await compare(study, new MadeUpRunner(NOISY), LAYOUT);
    const shuffled = (draws: readonly number[]): readonly number[] =>
      [...draws].sort((a, b) => ((a * 7) % 11) - ((b * 7) % 11));
    const told: number[] = [];
    const asked = await compare(study, new MadeUpRunner(NOISY, shuffled), LAYOUT, {
      onDraws: (draws, interim) => {
        told.push(draws);
        const { sample, stoppedBy } = interim();
        expect(stoppedBy).toBe('unfinished');
        expect(column(sample, 1, 0)).toEqual(column(quiet.sample, 1, 0).subarray(0, draws * 2));
      },
    });
    expect(asked).toEqual(quiet);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(quiet.sample.draws);
  });

  test('does not care in which order units finish, nor which were done before', async () => {
    const straight = await compare(study, new MadeUpRunner(NOISY), LAYOUT);
    const backwards = await compare(study, new MadeUpRunner(NOISY, (draws) => [...draws].reverse()), LAYOUT);
    expect(backwards).toEqual(straight);

    const journal = new MadeUpRunner(NOISY);
    const resumed = new MadeUpRunner(NOISY);
    const done = new Set([0, 3, 4, 9, 39]);
    const again = await compare(study, resumed, LAYOUT, { done, read: (draw) => journal.unit(study, draw) });
    expect(again).toEqual(straight);
    for (const draw of done) expect(resumed.asked.flat()).not.toContain(draw);
  });

  test('spends its budget when precision is out of reach', async () => {
    const runner = new MadeUpRunner(NOISY);
    const done = await compare(studyOf(['a'], { precision: { amount: 1e-6 } }), runner, LAYOUT);
    expect(done.stoppedBy).toBe('budget');
    expect(done.sample.draws).toBe(40);
    expect(runner.asked.flat()).toHaveLength(40);
  });

  test('measures precision against the baseline’s pay cost, or the baseline’s own when it stands alone', async () => {
    const share = await compare(
      studyOf(['a'], { precision: { share: 0.03 } }),
      new MadeUpRunner(NOISY),
      LAYOUT,
    );
    const baseline = column(share.sample, 0, LAYOUT.metrics.indexOf('pay-cost'));
    const mean = nestedVariance(baseline, 2).mean;
    expect(share.precision!.wanted).toBeCloseTo(0.03 * mean, 9);

    const alone = await compare(studyOf([], { precision: { share: 0.05 } }), new MadeUpRunner(NOISY), LAYOUT);
    const own = nestedVariance(column(alone.sample, 0, PRIMARY), 2);
    const [low, high] = meanInterval(own.drawMeans, 0.95);
    expect(alone.precision!.now).toBeCloseTo((high - low) / 2, 9);
  });

  test('no change is decided when 300 replications all came out the same, and not before', async () => {
    const same: Values = (draw, k, _a, metric) => 100 + luck(draw, k, metric);
    const few = await compare(studyOf(['null']), new MadeUpRunner(same), LAYOUT);
    expect([few.stoppedBy, few.sample.draws]).toEqual(['budget', 40]);
    const enough = await compare(studyOf(['null'], { maxDraws: 400 }), new MadeUpRunner(same), LAYOUT);
    expect(enough.stoppedBy).toBe('decided');
    expect(enough.sample.draws).toBeGreaterThanOrEqual(150);
    expect(enough.sample.draws).toBeLessThan(320);
  });

  test('stops when every verdict is decided, on all draws and on their first half', async () => {
    const clear: Values = (draw, k, a, metric) => 100 + 20 * a + luck(draw, k + 100 * a, metric);
    const wide = { precision: { amount: 1e-9 } };
    const done = await compare(studyOf(['a', 'b'], wide), new MadeUpRunner(clear), LAYOUT);
    expect([done.stoppedBy, done.sample.draws]).toEqual(['decided', 8]);
    const half: Values = (draw, k, a, metric) => clear(draw, k, a === 2 ? 0 : a, metric);
    const open = await compare(studyOf(['a', 'b'], wide), new MadeUpRunner(half), LAYOUT);
    expect(open.stoppedBy).toBe('budget');
    const fixed = await compare(
      studyOf(['a'], { minDraws: 9, maxDraws: 9 }),
      new MadeUpRunner(clear),
      LAYOUT,
    );
    expect([fixed.stoppedBy, fixed.sample.draws]).toEqual(['fixed', 9]);
  });

  test('tells how far it is, and hands on every unit once', async () => {
    const seen: number[] = [];
    const units: number[] = [];
    await compare(study, new MadeUpRunner(NOISY), LAYOUT, {
      onUnit: (unit) => units.push(unit.draw),
      onProgress: (progress) => {
        seen.push(progress.finished);
        expect(progress.finished).toBeLessThanOrEqual(progress.target);
      },
    });
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(new Set(units).size).toBe(units.length);
  });

  test('stops where it is when told to', async () => {
    const stop = new AbortController();
    const units: number[] = [];
    const running = compare(study, new MadeUpRunner(NOISY), LAYOUT, {
      signal: stop.signal,
      onUnit: (unit) => {
        units.push(unit.draw);
        if (unit.draw === 5) stop.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(units).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
