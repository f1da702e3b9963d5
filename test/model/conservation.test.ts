import { beforeAll, describe, expect, test } from 'vitest';
import { METRIC_INDEX, METRICS } from '../../engine/model/metrics.ts';
import { closeMonths, measure } from '../../engine/model/outcome.ts';
import { MONTH, REP_FIGURES, SEAT, STAGE_FIGURES, SUM, TIMELINE } from '../../engine/model/tables/tally.ts';
import { PRESETS } from '../../engine/study/presets/index.ts';
import { type Course, courseOf, openByStage } from './course.ts';

describe.each(PRESETS.map((preset) => [preset.id, preset] as const))('a year of %s', (_, preset) => {
  let course: Course;
  beforeAll(() => {
    course = courseOf(preset, 8);
  });

  const month = (k: number, figure: keyof typeof MONTH): number =>
    course.end.timeline[k * TIMELINE.length + MONTH[figure]]!;
  const year = (figure: keyof typeof MONTH): number =>
    Array.from({ length: 12 }, (_, k) => month(k, figure)).reduce((a, b) => a + b, 0);
  const seats = (figure: keyof typeof SEAT): number => {
    let sum = 0;
    for (let at = SEAT[figure]; at < course.end.seatTally.length; at += REP_FIGURES.length)
      sum += course.end.seatTally[at]!;
    return sum;
  };

  test('keeps every customer: those of day 0 and those won are active or churned', () => {
    const active = (w: Course['end']): number => w.customers.state.filter((state) => state === 1).length;
    expect(active(course.end)).toBe(active(course.start) + year('wins') - year('churned-customers'));
    expect(year('wins')).toBeGreaterThan(0);
    expect(month(11, 'active-customers')).toBe(active(course.end));
  });

  test('counts each seat’s customers by tier as they are', () => {
    const { customers, reps } = course.end;
    const counts = [reps.customersA, reps.customersB, reps.customersC].map(
      (column) => new Int32Array(column.length),
    );
    customers.state.forEach((state, row) => {
      if (state === 1) counts[customers.tier[row]!]![customers.owner[row]!]!++;
    });
    expect(counts).toEqual([reps.customersA, reps.customersB, reps.customersC].map((c) => c.slice()));
  });

  test('keeps every deal, stage by stage: entered = advanced + lost + never worked + more open', () => {
    const { end, start, model } = course;
    const before = openByStage(start, model.stages);
    const after = openByStage(end, model.stages);
    const stage = (s: number, figure: number): number => end.stageTally[s * STAGE_FIGURES.length + figure]!;
    for (let s = 0; s < model.stages; s++) {
      // A lead that is refused, or cools before the first touch, leaves the first stage as never worked.
      const entered = s === 0 ? year('leads') - end.sums[SUM.neverWorked]! : stage(s, 0);
      expect(entered - stage(s, 1) - stage(s, 2)).toBe(after[s]! - before[s]!);
      if (s > 0) expect(stage(s, 0)).toBe(stage(s - 1, 1));
    }
    expect(stage(model.stages - 1, 1)).toBe(year('wins'));
    expect(stage(0, 1)).toBe(year('opportunities'));
  });

  test('has every open row on exactly one list', () => {
    const { deals, dealBucket, reps, market } = course.end;
    const seen = new Set<number>();
    let listed = 0;
    for (const head of [...dealBucket, ...reps.readyHead, market.freeDeal[0]!]) {
      for (let row = head; row >= 0; row = deals.next[row]!) {
        seen.add(row);
        listed++;
      }
    }
    expect(listed).toBe(deals.next.length);
    expect(seen.size).toBe(listed);
  });

  test('adds up its money, month by month and seat by seat', () => {
    const { end, model } = course;
    const metrics = new Float64Array(METRICS.length);
    closeMonths(end);
    measure(end, model, 252, course.random, metrics, 0);
    let net = 0;
    for (let k = 0; k < 12; k++) {
      const costs = month(k, 'pay-cost') + month(k, 'scheme-cost') + month(k, 'lead-cost');
      const left = month(k, 'gross-margin') - costs - month(k, 'turnover-cost');
      expect(month(k, 'net-contribution')).toBeCloseTo(left, 2);
      expect(month(k, 'gross-margin')).toBeLessThan(month(k, 'revenue'));
      net += left;
    }
    expect(metrics[METRIC_INDEX.get('net-contribution')!]!).toBeCloseTo(net, 2);
    const close = (a: number, b: number): void => {
      expect(Math.abs(a - b)).toBeLessThan(1e-9 * Math.max(1, Math.abs(b)));
    };
    close(seats('bookings'), year('bookings'));
    close(seats('wins'), year('wins'));
    close((seats('salary') + seats('variable-pay')) * (1 + model.params.onCosts), year('pay-cost'));
    // What a leaver costs is due when the seat is filled again.
    const came = end.reps.occupant.reduce(
      (sum, one, seat) => sum + one - course.start.reps.occupant[seat]!,
      0,
    );
    close(came * model.params.replacementCost, year('turnover-cost'));
    // Where nothing recurs and all is due at signing, revenue is what was signed; else it lags.
    if (model.params.recurring === 0) close(year('revenue'), year('bookings'));
    // Cash of the year is also paid on invoices from before it; neither can be a fraction of the other.
    expect(year('cash')).toBeGreaterThan(0.5 * year('revenue'));
    expect(year('cash')).toBeLessThan(1.5 * year('revenue'));
  });

  test('leaves no figure that is not a number', () => {
    const { end } = course;
    for (const figures of [end.timeline, end.seatTally, end.stageTally, end.tierTally, end.sums])
      expect(figures.every(Number.isFinite)).toBe(true);
    for (const table of [end.reps, end.customers, end.deals, end.teams, end.market])
      for (const column of Object.values(table)) expect([...column].every(Number.isFinite)).toBe(true);
    expect(end.customers.satisfaction.every((s) => s >= 0 && s <= 100)).toBe(true);
    expect(end.customers.relationship.every((r) => r >= 0 && r <= 1)).toBe(true);
  });
});
