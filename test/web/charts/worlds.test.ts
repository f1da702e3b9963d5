import { describe, expect, test } from 'vitest';
import type { NormalStudy } from '../../../engine/study/index.ts';
import { b2bSaas } from '../../../engine/study/presets/b2b-saas.ts';
import { years } from '../../../web/server/charts/business.ts';
import type { Gathered } from '../../../web/server/charts/gather.ts';
import { people } from '../../../web/server/charts/people.ts';
import { together } from '../../../web/server/charts/together.ts';
import { studyOf } from '../../experiment/made-up.ts';

/** Figures made up: `of` gives that of an alternative in a world. */
function made(worlds: number, of: (alternative: number, name: string, world: number) => number): Gathered {
  return {
    replicationsPerDraw: 1,
    figure: (a: number, name: string) => Float64Array.from({ length: worlds }, (_, i) => of(a, name, i)),
  } as unknown as Gathered;
}

describe('poor, usual and good years', () => {
  test('are the same worlds for every alternative, sorted by today’s bookings', () => {
    // Twenty worlds, the later the poorer today; the change books as much everywhere, and costs what today books.
    const run = made(20, (a, name, i) =>
      name === 'bookings' ? (a === 0 ? 200 - i : 7) : name === 'pay-cost' ? 200 - i : 1,
    );
    const told = years(run, 2, 126)!;
    // Two halves of a year make one: amounts double.
    expect(told.map((one) => one.kind)).toEqual(['poor', 'usual', 'good']);
    expect(told.map((one) => one.bookings)).toEqual([
      [2 * 182.5, 14],
      [2 * 190.5, 14],
      [2 * 198.5, 14],
    ]);
    expect(told.map((one) => one.pay[1])).toEqual([365, 381, 397]);
    expect(told[0]!.against).toBeCloseTo(182.5 / 190.5 - 1, 12);
    expect(told[1]!.against).toBeCloseTo(0, 12);
  });

  test('are not told of a handful of worlds', () => {
    expect(
      years(
        made(19, () => 1),
        2,
        252,
      ),
    ).toBeNull();
  });
});

test('people who stayed are told one by one, and who is passed over', () => {
  // Three people of one company: the second sells most and is paid least; the third left before the end.
  const figures: Readonly<Record<string, readonly number[]>> = {
    'days-active': [126, 126, 100],
    exits: [0, 0, 1],
    quota: [1, 1, 1],
    bookings: [100, 200, 300],
    'variable-pay': [20, 10, 0],
  };
  const run = {
    detailed: 1,
    layout: { seats: 3 },
    seat: (_: number, name: string) => Float64Array.from(figures[name]!),
  } as unknown as Gathered;
  const study = { ...studyOf(['same'], { horizonDays: 126 }), reps: 3 };
  const told = { bookings: [200, 400], pay: [40, 20], passedOver: [false, true] };
  expect(people(run, study)).toEqual([told, told]);
});

describe('together or alone', () => {
  const practice = (scheme: string) => ({
    scheme,
    options: {},
    startDay: 0,
    stopDay: null,
    rampDays: 0,
    where: {},
  });
  /** Today, three single changes, two pairs, and all three; the second pair also starts one practice later. */
  function study(): NormalStudy {
    const from = studyOf(['a', 'b', 'pay', 'a-b', 'a-later-b', 'all'], { horizonDays: 252 });
    const pay = { ...b2bSaas.pay, commission: 0.2 };
    const [today, a, b, paid, both, later, all] = from.alternatives.map((one) => ({
      ...one,
      adoptions: [],
      pay: b2bSaas.pay,
    }));
    const [lean, digital] = [practice('lean'), practice('digital')];
    return {
      ...from,
      alternatives: [
        today!,
        { ...a!, adoptions: [lean] },
        { ...b!, adoptions: [digital] },
        { ...paid!, pay: { ...pay, id: 'richer' } },
        { ...both!, adoptions: [digital, lean] },
        { ...later!, adoptions: [{ ...lean, startDay: 63 }, digital] },
        { ...all!, adoptions: [lean, digital], pay: { ...pay, id: 'the same by another name' } },
      ],
    };
  }

  test('tells what a combination brings beyond its parts, where every part stands alone too', () => {
    const effects = [0, 10, 4, -2, 11, 50, 20];
    const told = together(
      made(8, (a, _, i) => 100 * i + effects[a]!),
      study(),
    );
    expect(told.map(({ alternative, parts }) => [alternative, [...parts].sort()])).toEqual([
      [4, [1, 2]],
      [6, [1, 2, 3]],
    ]);
    expect(told[0]!.extra.mean).toBeCloseTo(11 - 10 - 4, 9);
    expect(told[1]!.extra.mean).toBeCloseTo(20 - 10 - 4 + 2, 9);
    // The same in every world: there is nothing to be unsure of.
    expect(told[1]!.extra.interval[1]! - told[1]!.extra.interval[0]!).toBeCloseTo(0, 6);
  });
});
