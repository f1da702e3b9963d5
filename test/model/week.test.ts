import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldTogether } from '../../engine/model/lever-table.ts';
import { leverAt } from '../../engine/model/levers.ts';
import type { Model, Params } from '../../engine/model/model.ts';
import { planHours } from '../../engine/model/phases/hours.ts';
import { followedUp, managerAttention } from '../../engine/model/phases/managers.ts';
import {
  afterDigesting,
  depthOfChange,
  displaced,
  givenUp,
  LEAST_NET,
  OVERTIME,
  overtimeFor,
  USE,
  USES,
  type Use,
  WEEK_COLUMNS,
} from '../../engine/model/phases/week.ts';
import { presetById } from '../../engine/study/presets/index.ts';
import { courseOf } from './course.ts';

const { start, model: drawn } = courseOf(presetById('b2b-saas')!, 4);
const model: Model = {
  ...drawn,
  params: { ...drawn.params, displacedWork: 0.5, overtimeShare: 0.25, changeDip: 0.1 },
};

type Levers = Readonly<Record<string, number>>;

/** Hours a day of the first seat, in a world where everyone gives usual effort. */
function week(
  levers: Levers = {},
  params: Partial<Params> = {},
  open = 0,
  effort = 1,
): Record<Use | 'overtime', number> {
  const w = start.fork();
  const lever = model.lever.map((values) => values.slice());
  for (const [id, value] of Object.entries(levers)) lever[leverAt(id)]!.fill(value);
  const m: Model = {
    ...model,
    lever,
    week: new Float64Array(model.seats * WEEK_COLUMNS),
    params: { ...model.params, ...params },
  };
  w.reps.effort.fill(effort);
  w.reps.time.fill(effort);
  w.reps.care.fill(0);
  w.reps.change.fill(open);
  w.reps.sellDrive.fill(1);
  planHours(w, m);
  expect(w.reps.sellHours[0]).toBe(m.week[USE.selling]);
  expect(w.reps.serviceHours[0]).toBe(m.week[USE.service]);
  expect(w.reps.strain[0]).toBeCloseTo(
    (m.params.overtimeStrain * m.week[OVERTIME]!) / (m.params.hoursPerDay * effort - m.week[USE.training]!),
    12,
  );
  return {
    ...(Object.fromEntries(USES.map((use) => [use, m.week[USE[use]]!])) as Record<Use, number>),
    overtime: m.week[OVERTIME]!,
  };
}

const total = (hours: Record<Use, number>): number => USES.reduce((sum, use) => sum + hours[use], 0);
const usual = week();

/** A day of 8 hours: 1.6 of paperwork, .8 on the road, 1.6 of internal work. */
describe('a day in which nothing is added', () => {
  test('is divided by the shares that the context states', () => {
    expect(usual.admin).toBeCloseTo(8 * 0.2, 12);
    expect(usual.travel).toBeCloseTo(8 * 0.1, 12);
    expect(usual.internal).toBeCloseTo(8 * 0.2, 12);
    expect(usual.selling + usual.service).toBeCloseTo(4, 12);
    expect([usual.outreach, usual.training, usual.change, usual.overtime]).toEqual([0, 0, 0, 0]);
  });
});

describe('meetings', () => {
  test('take half of their time from other internal work, an eighth from the evening, the rest from every use alike', () => {
    // One hour a day: half displaces, a quarter of the other half is overtime, .375 come out of 7.5 hours: 5 % of each.
    const met = week({ 'overhead-hours': 5 });
    expect(met.overtime).toBeCloseTo(0.125, 12);
    for (const use of ['selling', 'service', 'travel'] as const) {
      expect(met[use]).toBeCloseTo(0.95 * usual[use], 12);
    }
    // The half hour displaced halves between 1.6 h of paperwork and 1.6 h of meetings.
    expect(met.admin).toBeCloseTo(0.95 * 1.35, 12);
    expect(met.internal).toBeCloseTo(0.95 * 1.35 + 1, 12);
  });

  test('take no more of selling than their share of the day', () => {
    const met = week({ 'overhead-hours': 1.6 });
    expect(1 - met.selling / usual.selling).toBeLessThan(1.6 / 40);
    expect(1 - met.selling / usual.selling).toBeCloseTo(0.012 / 0.784, 12);
  });

  test('that fall away leave their time to selling', () => {
    expect(week({ 'overhead-hours': -2.5 }).selling).toBeCloseTo(usual.selling + 0.5, 12);
    expect(week({ 'overhead-hours': -2.5 }).service).toBeCloseTo(usual.service, 12);
    // No more falls away than there is.
    expect(week({ 'overhead-hours': -40 }).internal).toBe(0);
  });

  test('of several practices are partly held in one: the longest in full, .7 of the others', () => {
    expect(heldTogether(2, 2, 0.3)).toBe(2);
    expect(heldTogether(3.6, 2, 0.3)).toBeCloseTo(2 + 0.7 * 1.6, 12);
    expect(heldTogether(1, 2, 0.3)).toBe(1);
    expect(heldTogether(0, 0, 0.3)).toBe(0);
  });
});

describe('other work that is added', () => {
  test('records shrink with the paperwork where a system writes it', () => {
    const byHand = week({ 'logging-hours': 5 });
    const bySystem = week({ 'logging-hours': 5, 'admin-time': 0.1 });
    // As much as one hour of meetings; at half of the paperwork, as much as half an hour.
    const met = week({ 'overhead-hours': 5 });
    expect(byHand.selling).toBeCloseTo(met.selling, 12);
    expect(byHand.admin).toBeCloseTo(met.admin + 1, 12);
    expect(byHand.internal).toBeCloseTo(met.internal - 1, 12);
    expect(bySystem.selling).toBeCloseTo(week({ 'overhead-hours': 2.5, 'admin-time': 0.1 }).selling, 12);
  });

  test('calls and events displace no meetings: a quarter is overtime, the rest comes from every use', () => {
    const called = week({ 'outreach-hours': 5 });
    expect(called.outreach).toBeCloseTo(1, 12);
    expect(called.overtime).toBeCloseTo(0.25, 12);
    for (const use of ['selling', 'service', 'travel', 'admin', 'internal'] as const) {
      expect(called[use]).toBeCloseTo((1 - 0.75 / 8) * usual[use], 12);
    }
  });

  test('paperwork that is added is work of its kind, travel that is added is not; what is saved of them is for selling', () => {
    const written = week({ 'admin-time': 0.325 });
    expect(written.selling).toBeCloseTo(week({ 'overhead-hours': 5 }).selling, 12);
    expect(written.admin).toBeCloseTo(week({ 'logging-hours': 5 }).admin, 12);
    const farther = week({ 'travel-time': 0.225 });
    expect(farther.selling).toBeCloseTo(week({ 'outreach-hours': 5 }).selling, 12);
    expect(farther.travel).toBeCloseTo((1 - 0.75 / 8) * usual.travel + 1, 12);
    const saved = week({ 'admin-time': 0.1, 'travel-time': 0.05 });
    expect(saved.selling).toBeCloseTo(usual.selling + 0.8 + 0.4, 12);
    expect(saved.service).toBeCloseTo(usual.service, 12);
  });

  test('a day of training takes the day as it is, with its meetings', () => {
    const taught = week({ 'training-days': 25.2, 'overhead-hours': 5 });
    const met = week({ 'overhead-hours': 5 });
    expect(taught.training).toBeCloseTo(0.8, 12);
    expect(taught.internal).toBeCloseTo(0.9 * met.internal, 12);
  });
});

describe('any day', () => {
  const levers = fc.record({
    'overhead-hours': fc.double({ min: -10, max: 40, noNaN: true }),
    'logging-hours': fc.double({ min: 0, max: 20, noNaN: true }),
    'outreach-hours': fc.double({ min: 0, max: 40, noNaN: true }),
    'training-days': fc.double({ min: 0, max: 40, noNaN: true }),
    'admin-time': fc.double({ min: 0, max: 1.5, noNaN: true }),
    'travel-time': fc.double({ min: 0, max: 1, noNaN: true }),
    'service-time': fc.double({ min: 0, max: 4, noNaN: true }),
  });
  const effort = fc.double({ min: 0.4, max: 1.5, noNaN: true });
  const open = fc.double({ min: 0, max: 20, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  test('adds up to contracted hours × effort in time and overtime, and no use is below zero', () => {
    fc.assert(
      fc.property(levers, effort, open, share, share, (moved, e, changing, displacedWork, overtimeShare) => {
        const hours = week(moved, { displacedWork, overtimeShare }, changing, e);
        for (const use of USES) expect(hours[use]).toBeGreaterThanOrEqual(-1e-12);
        expect(total(hours)).toBeCloseTo(8 * e + hours.overtime, 9);
        expect(hours.overtime).toBeLessThanOrEqual(0.2 * 8 * e + 1e-12);
        expect(hours.selling).toBeGreaterThan(0);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  test('has less of every use the more is added, and never less for customers than a fiftieth', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (some, more) => {
          for (const lever of ['overhead-hours', 'logging-hours', 'outreach-hours']) {
            const [a, b] = [week({ [lever]: some }), week({ [lever]: some + more })];
            for (const use of ['selling', 'service', 'travel'] as const) {
              expect(b[use]).toBeLessThanOrEqual(a[use] + 1e-12);
              expect(b[use]).toBeGreaterThanOrEqual(LEAST_NET * usual[use] - 1e-12);
            }
          }
        },
      ),
      { seed: 12, numRuns: 100 },
    );
  });

  test('new work fits in exactly unless there is no room left', () => {
    expect(displaced(1, 3, 0.5)).toBe(0.5);
    expect(displaced(8, 3, 0.5)).toBe(1.5);
    expect(overtimeFor(1, 8, 0.25)).toBe(0.25);
    expect(overtimeFor(8, 8, 0.5)).toBe(1.6);
    expect(givenUp(2, 8)).toBe(0.25);
    expect(givenUp(20, 8)).toBe(1 - LEAST_NET);
    expect(givenUp(0, 0)).toBe(0);
  });
});

describe('change', () => {
  const dip = (open: number): number => 1 - week({}, {}, open).selling / usual.selling;

  test('takes a tenth of selling for a whole programme, half of it for a quarter of one, and never more', () => {
    expect(dip(0)).toBe(0);
    expect(dip(0.25)).toBeCloseTo(0.05, 12);
    expect(dip(1)).toBeCloseTo(0.1, 12);
    expect(dip(12)).toBeCloseTo(0.1, 12);
    expect(week({}, {}, 1).service).toBe(usual.service);
    expect(week({}, {}, 1).change).toBeCloseTo(0.1 * usual.selling, 12);
  });

  /** Weeks until nothing is open, and programmes' worth of depth over them. */
  function course(open: number): { readonly weeks: number; readonly sum: number } {
    let left = open;
    let weeks = 0;
    let sum = 0;
    while (left > 0) {
      sum += depthOfChange(left);
      left = afterDigesting(left, 5, 84);
      weeks++;
    }
    return { weeks, sum };
  }

  test('is over after the stated time, sooner where it is small; several at once take as long as their sum', () => {
    expect(course(1).weeks).toBe(Math.ceil(84 / 5));
    expect(course(0.25).weeks).toBe(Math.ceil(42 / 5));
    // Three at once: two are worked off at full depth first, each in half of the time that one takes alone.
    expect(Math.abs(course(3).weeks - (84 + 84) / 5)).toBeLessThan(1.5);
  });

  test('costs in proportion to its size, whether at once or one after the other', () => {
    const one = course(0.5).sum;
    for (const together of [2, 3, 4, 6]) {
      // A week's steps blur it by half a week of depth at most.
      expect(Math.abs(course(0.5 * together).sum - together * one)).toBeLessThan(0.5 * together);
    }
  });
});

describe('managers', () => {
  /** Practices that ask so many hours of managers each, and nothing else. */
  const asking = (hours: readonly number[]) =>
    hours.map((managerHours) => ({
      startDay: 0,
      stopDay: 1,
      managerHours,
      managerHoursPerRep: 0,
      covered: new Uint8Array(model.seats),
    })) as unknown as Model['practices'];

  test('follow up all that is asked as long as they have the hours, and a part of it beyond', () => {
    const asked = (hours: readonly number[]): number => {
      return followedUp(start.fork(), { ...model, practices: asking(hours) }, 0);
    };
    const given = 160 * model.params.managedShare;
    expect(asked([])).toBe(1);
    expect(asked([given / 2, given / 2])).toBe(1);
    expect(asked([given, given, 2 * given])).toBeCloseTo(1 / 4, 12);
  });

  const attention = (open: number, hours: readonly number[]): number => {
    const w = start.fork();
    w.reps.change.fill(open);
    return managerAttention(w, { ...model, practices: asking(hours) }, 0);
  };

  test('coach as usual where nothing takes their time, and never stop', () => {
    expect(attention(0, [])).toBe(1);
    // One manager of four reps, 40 hours of which half displaces others: 160 hours make room for 20.
    expect(attention(0, [40])).toBeCloseTo(160 / 180, 12);
    expect(attention(1, [])).toBeCloseTo(160 / 180, 12);
    expect(attention(1, [40, 40])).toBeCloseTo(160 / 220, 12);
    expect(
      attention(
        9,
        Array.from({ length: 25 }, () => 40),
      ),
    ).toBeGreaterThan(0.2);
  });
});
