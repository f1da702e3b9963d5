import { describe, expect, test } from 'vitest';
import { compare } from '../../engine/experiment/compare.ts';
import { derive, derivedOf } from '../../engine/experiment/derived.ts';
import { type Payback, paybackOf } from '../../engine/experiment/payback.ts';
import { paybackText } from '../../engine/experiment/said.ts';
import { METRICS } from '../../engine/model/metrics.ts';
import type { ResultLayout, Runner, UnitResult } from '../../engine/run/runner.ts';
import { luck, studyOf } from './made-up.ts';

const MONTHS = 4;
const SEATS = 3;
const REPS = ['variable-pay', 'salary', 'exits', 'days-active'];
const METRIC_IDS = METRICS.map((metric) => metric.id);
const LAYOUT: ResultLayout = {
  metrics: METRIC_IDS,
  details: [],
  months: MONTHS,
  timeline: ['bookings', 'net-contribution'],
  seats: SEATS,
  reps: REPS,
  spreads: [],
  bins: 0,
  size: METRIC_IDS.length + 2 * MONTHS + SEATS * REPS.length,
};

/** Payback of a change that moves each month's net contribution by so much, give or take noise that draws share. */
async function paybackFor(monthly: readonly number[], noise: number): Promise<Payback> {
  const study = studyOf(['a'], { minDraws: 20, maxDraws: 20 });
  const runner: Runner = {
    async run(_, draws, onUnit) {
      for (const draw of draws) {
        const data = new Float64Array(4 * LAYOUT.size);
        for (let row = 0; row < 4; row++)
          for (let month = 0; month < MONTHS; month++)
            data[row * LAYOUT.size + METRIC_IDS.length + 2 * month + 1] =
              // What both sides share cancels.
              1e6 * luck(draw, row >> 1, month) +
              (row % 2) * (monthly[month]! + noise * luck(draw, row >> 1, 99));
        onUnit({ draw, data } satisfies UnitResult);
      }
    },
    async close() {},
  };
  const { sample, derived } = await compare(study, runner, LAYOUT);
  return paybackOf(sample, derived, 1, 0.95, true)!;
}

describe('payback', () => {
  test('is the month from which the mean course stays at or above today’s', async () => {
    expect(await paybackFor([-3, 1, 1, 2], 0.001)).toEqual({ months: 4, interval: [4, 4] });
    // Up once, down again, then up for good.
    expect((await paybackFor([-1, 2, -2, 3], 0.001)).months).toBe(4);
    expect((await paybackFor([-1, 2, 0, 0], 0.001)).months).toBe(2);
  });

  test('is 0 where the course is never behind, and null where it is at the end', async () => {
    expect(await paybackFor([1, 1, 1, 1], 0.001)).toEqual({ months: 0, interval: [0, 0] });
    expect(await paybackFor([0, 0, 0, 0], 0)).toEqual({ months: 0, interval: [0, 0] });
    expect(await paybackFor([3, -1, -1, -2], 0.001)).toEqual({ months: null, interval: [null, null] });
  });

  test('has an interval as wide as the course is uncertain', async () => {
    const { interval } = await paybackFor([-3, 1, 1, 1.2], 1);
    expect(interval[0]!).toBeLessThan(4);
    expect(interval[1]).toBeNull();
  });

  test('reads plainly', () => {
    expect(paybackText({ months: 14, interval: [11, 19] }, 'en')).toBe('14 months (11 … 19)');
    expect(paybackText({ months: 14, interval: [11, null] }, 'zh')).toBe('14 个月（11 … 期后）');
    expect(paybackText({ months: null, interval: [null, null] }, 'en')).toBe('not within the horizon');
    expect(paybackText({ months: null, interval: [9, null] }, 'en')).toBe('open (9 … later)');
    expect(paybackText(null, 'zh')).toBe('–');
  });
});

test('those who lose and gain much are counted among those who stayed all along', () => {
  const study = { ...studyOf(['a']), reps: SEATS };
  const { metrics, months } = LAYOUT;
  const data = new Float64Array(2 * LAYOUT.size);
  const seats = (side: number, pays: readonly number[], exits: readonly number[]): void =>
    pays.forEach((pay, seat) => {
      const at = side * LAYOUT.size + metrics.length + 2 * months + seat * REPS.length;
      data.set([pay / 4, (3 * pay) / 4, exits[seat]!, 252], at);
    });
  seats(0, [100, 100, 100], [0, 0, 0]);
  const shares = (pays: readonly number[], exits: readonly number[]): [number, number] => {
    seats(1, pays, exits);
    const out = new Float64Array(derivedOf(LAYOUT).figures);
    derive(data, LAYOUT, LAYOUT.size, 0, study, out);
    return [out[derivedOf(LAYOUT).losing]!, out[derivedOf(LAYOUT).gaining]!];
  };
  expect(shares([80, 81, 125], [0, 0, 0])).toEqual([1 / 3, 1 / 3]);
  expect(shares([80, 81, 20], [0, 0, 1])).toEqual([1 / 2, 0]);
  expect(shares([100, 100, 100], [1, 1, 1])).toEqual([Number.NaN, Number.NaN]);
});
