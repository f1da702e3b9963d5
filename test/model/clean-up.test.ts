import { describe, expect, test } from 'vitest';
import { DAYS_A_MONTH } from '../../engine/model/calendar.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { SUM } from '../../engine/model/tables/tally.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { runDay } from '../../engine/run/day.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { studyOf } from '../laws/setting.ts';

const MONTHS = 6;

/** Losses of half a year by day of the month, and what was booked: in a market that needs no revising of playbooks. */
function half(cleanUp: number): { lost: number[]; bookings: number } {
  const scalars = {
    'people.clean-up': cleanUp,
    'people.playbook-rate': 0,
    'market.shift-rate': 0,
    'market.discount-authority': 0,
  };
  const study = studyOf({ reps: 10, scalars });
  const compiled = compileStudy(study, 0, new MixTables());
  const { model, levers, pay } = compiled.alternatives[0]!;
  const work = new Work();
  const random = new KeyedRandom(replicationKey(compiled.key, 0));
  const w = warmUp(study, compiled, work, random);
  const lost = new Array<number>(DAYS_A_MONTH).fill(0);
  for (let day = 0; day < MONTHS * DAYS_A_MONTH; day++) {
    const before = w.sums[SUM.opportunitiesLost]!;
    runDay(w, { model, levers, work }, pay, random, day, false);
    lost[day % DAYS_A_MONTH]! += w.sums[SUM.opportunitiesLost]! - before;
  }
  return { lost, bookings: w.sums[SUM.newBookings]! };
}

describe('lists of open opportunities', () => {
  const atOnce = half(0);
  const monthly = half(0.5);
  const total = (values: readonly number[]): number => values.reduce((a, b) => a + b);

  test('are cleaned up at the month’s end: half of the losses and the day’s own are booked then', () => {
    // Some 420 losses: a share of .52 has a standard error of .024; a false alarm 1 in 10,000.
    expect(total(monthly.lost)).toBeGreaterThan(400);
    expect(monthly.lost.at(-1)! / total(monthly.lost)).toBeGreaterThan(0.42);
    expect(monthly.lost.at(-1)! / total(monthly.lost)).toBeLessThan(0.62);
  });

  test('lose deals evenly where nobody cleans up, within what chance does', () => {
    const share = 1 / DAYS_A_MONTH;
    const n = total(atOnce.lost);
    expect(Math.abs(atOnce.lost.at(-1)! - n * share)).toBeLessThan(4 * Math.sqrt(n * share));
  });

  test('are only lists: the same deals are lost, and to the cent the same is sold', () => {
    expect(total(monthly.lost)).toBe(total(atOnce.lost));
    expect(monthly.bookings).toBe(atOnce.bookings);
  });
});
