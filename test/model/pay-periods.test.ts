import { describe, expect, it } from 'vitest';
import { bookSpread, bookTenth, SPREAD } from '../../engine/model/book.ts';
import { SPREAD_BINS, TENTHS } from '../../engine/model/tables/tally.ts';
import { World } from '../../engine/model/world.ts';
import { type Batch, batchOf, bits, metric, PLAIN, seatFigure, studyOf } from '../laws/setting.ts';

const EMPTY = {
  seats: 1,
  teams: 1,
  stages: 1,
  months: 1,
  practices: 0,
  measures: 1,
  cashRows: 0,
  components: 0,
  extras: 0,
};
const empty = (): World => World.create(EMPTY, 2, 2);

describe('bookings by tenth of the pay period', () => {
  it('of a quarter of 63 workdays: the last tenth is its last six', () => {
    const w = empty();
    for (let day = -63; day < 126; day++) bookTenth(w, day, 63, 1);
    expect(Array.from(w.tenthTally)).toEqual([7, 6, 6, 7, 6, 6, 7, 6, 6, 6].map((days) => 2 * days));
  });

  it.each([21, 63, 252])(
    'add up to all bookings, and the last one to what comes at the period’s end (%i)',
    (periodDays) => {
      const pay = { ...PLAIN.pay, periodDays: periodDays as 21 | 63 | 252 };
      // A horizon that breaks off within a period.
      const study = studyOf(
        { pay, run: { horizonDays: 210 } },
        { other: { pay: { ...pay, periodDays: 21 } } },
      );
      const batch = batchOf(study, 2);
      for (const a of [0, 1]) {
        const tenths = Array.from({ length: TENTHS }, (_, i) => metric(batch, a, `bookings-tenth-${i + 1}`));
        metric(batch, a, 'bookings').forEach((bookings, run) => {
          const sum = tenths.reduce((total, one) => total + one[run]!, 0);
          expect(sum / bookings).toBeCloseTo(1, 12);
          expect(tenths[TENTHS - 1]![run]! / bookings).toBe(metric(batch, a, 'period-end-share')[run]!);
        });
      }
    },
  );

  it('where nobody works for the period’s end, come as its days do', () => {
    // Fixed seed; tenths that differ by chance alone miss by a tenth about once in a hundred seeds.
    const still = { 'people.foresight': 0, 'market.discount-authority': 0, 'people.effort-elasticity': 0 };
    const batch = batchOf(studyOf({ reps: 30, scalars: still, pay: { bonus: 0, accelerator: 1 } }), 8);
    const all = metric(batch, 0, 'bookings').reduce((a, b) => a + b, 0);
    const days = [7, 6, 6, 7, 6, 6, 7, 6, 6, 6];
    for (let tenth = 0; tenth < TENTHS; tenth++) {
      const share = metric(batch, 0, `bookings-tenth-${tenth + 1}`).reduce((a, b) => a + b, 0) / all;
      expect(share).toBeGreaterThan((days[tenth]! / 63) * 0.9);
      expect(share).toBeLessThan((days[tenth]! / 63) * 1.1);
    }
  });
});

describe('people’s pay periods', () => {
  /** A spread of one run. */
  const spread = (batch: Batch, run: number, a: number, which: number): Float64Array => {
    const data = batch.runs[run]![a]!;
    const from = data.length - (2 - which) * SPREAD_BINS;
    return data.slice(from, from + SPREAD_BINS);
  };
  const total = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

  it('fall into bins a tenth wide, the ends open', () => {
    const w = empty();
    for (const ratio of [-0.3, 0, 0.0999, 0.1, 0.95, 1, 1.0999, 1.99, 2, 17])
      bookSpread(w, 0, SPREAD.payout, ratio);
    bookSpread(w, -1, SPREAD.payout, 1);
    const bins = Array.from(w.spreadTally.subarray(SPREAD_BINS));
    expect(bins[0]).toBe(3);
    expect([bins[1], bins[9], bins[10], bins[19], bins[20]]).toEqual([1, 1, 2, 1, 2]);
    expect(total(bins)).toBe(10);
  });

  const threshold = { ...PLAIN.pay, threshold: 0.7, accelerator: 2, acceleratorFrom: 1.3 };
  const batch = batchOf(studyOf({ reps: 10, pay: threshold, scalars: { 'people.turnover': 0.6 } }), 4);

  it('are all in the spreads, and reach no higher mark more often than a lower', () => {
    batch.runs.forEach((_, run) => {
      const sum = (figure: string): number => total(seatFigure(batch, run, 0, figure));
      expect(sum('periods')).toBeGreaterThan(0);
      expect(total(spread(batch, run, 0, 0))).toBe(sum('periods'));
      expect(total(spread(batch, run, 0, 1))).toBe(sum('periods'));
      expect(total(spread(batch, run, 0, 0).slice(7))).toBe(sum('periods-at-threshold'));
      expect(total(spread(batch, run, 0, 0).slice(10))).toBe(sum('periods-at-quota'));
      expect(total(spread(batch, run, 0, 0).slice(13))).toBe(sum('periods-at-excellence'));
    });
  });

  it('pay what the plan pays: nothing below the threshold', () => {
    batch.runs.forEach((_, run) => {
      const [attained, paid] = [spread(batch, run, 0, 0), spread(batch, run, 0, 1)];
      expect(paid[0]!).toBeGreaterThanOrEqual(total(attained.slice(0, 7)));
    });
  });

  it('lie in the same bins by pay as by result where pay is proportional to it', () => {
    const straight = { threshold: 0, accelerator: 1, bonus: 0 };
    const scalars = { 'people.quota-error': 0, 'market.territory-spread': 0, 'people.turnover': 0 };
    const even = batchOf(studyOf({ reps: 10, pay: straight, scalars }), 3);
    even.runs.forEach((_, run) => {
      expect(bits(spread(even, run, 0, 1))).toBe(bits(spread(even, run, 0, 0)));
    });
  });

  it('tenure is told of whoever is there at the end', () => {
    const stay = batchOf(studyOf({ reps: 12, scalars: { 'people.turnover': 0 } }), 1);
    for (const tenure of seatFigure(stay, 0, 0, 'tenure')) expect(tenure).toBeGreaterThanOrEqual(252 + 126);
    const leave = batchOf(studyOf({ reps: 12, scalars: { 'people.turnover': 1.5 } }), 3);
    leave.runs.forEach((_, run) => {
      const days = seatFigure(leave, run, 0, 'days-active');
      const exits = seatFigure(leave, run, 0, 'exits');
      seatFigure(leave, run, 0, 'tenure').forEach((tenure, seat) => {
        if (exits[seat]! > 0) expect(tenure).toBeLessThan(252);
        else expect(tenure >= 252).toBe(days[seat] === 252);
      });
    });
    expect(bits(seatFigure(stay, 0, 0, 'exits'))).toBe(bits(new Float64Array(12)));
  });
});
