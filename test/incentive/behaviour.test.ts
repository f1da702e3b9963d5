import { describe, expect, test } from 'vitest';
import { openPeriods } from '../../engine/incentive/open-period.ts';
import { respond } from '../../engine/incentive/response.ts';
import { Work } from '../../engine/model/phases/work.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import type { Alternative } from '../../engine/study/normal.ts';
import { PLAIN, type Setting, studyOf } from '../laws/setting.ts';
import { contest, full, LINEAR, ratcheted, withComponent } from './plans.ts';

/** How a warmed-up firm weighs plans on one day: no chance enters but the firm's own, from one seed. */
class Firm {
  readonly #world: World;
  readonly #all: readonly Compiled[];

  constructor(setting: Setting, plans: readonly Alternative['pay'][]) {
    const study = studyOf(
      { reps: 24, teams: 4, ...setting },
      Object.fromEntries(plans.map((pay, i) => [`plan-${i}`, { pay }])),
    );
    const all = compileStudy(study, 0, new MixTables());
    this.#all = all.alternatives;
    this.#world = warmUp(study, all, new Work(), new KeyedRandom(replicationKey(all.key, 0)));
  }

  /** The world under the i-th plan (0: the one it is used to) as people see it on a day of the first period. */
  on(i: number, day: number, change: (w: World) => void = () => undefined): World {
    const { model, pay } = this.#all[i]!;
    const w = this.#world.fork();
    openPeriods(w, model, pay, 0);
    w.pay.credit.forEach((_, at) => {
      w.pay.credit[at] = w.pay.pace[at]! * day;
    });
    change(w);
    respond(w, model, pay, day);
    return w;
  }

  compiled(i: number): Compiled {
    return this.#all[i]!;
  }
}

const present = (w: World, values: Float64Array): number[] =>
  [...values].filter((_, seat) => w.reps.active[seat] === 1);
const effort = (w: World): number[] => present(w, w.reps.effort);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('pay shared by a team', () => {
  test('moves each the less the larger the team: nobody’s own doing decides it', () => {
    const shared = { ...PLAIN.pay, id: 'shared', teamShare: 1 };
    const inTeams = (teams: number): number => {
      const firm = new Firm({ reps: 24, teams }, [shared]);
      return mean(effort(firm.on(1, 20))) / mean(effort(firm.on(0, 20)));
    };
    const [pairs, sixes, all] = [12, 4, 1].map(inTeams);
    expect(pairs!).toBeGreaterThan(sixes! + 0.01);
    expect(sixes!).toBeGreaterThan(all! + 0.005);
    expect(pairs!).toBeLessThan(1);
  });
});

describe('a contest', () => {
  const base = full(PLAIN.pay);
  const firm = new Firm({ reps: 24, teams: 4 }, [
    base,
    contest(base, [60_000]),
    contest(base, [10_000, 10_000, 10_000, 10_000, 10_000, 10_000]),
  ]);
  const before = effort(firm.on(1, 40));
  const lifted = (i: number): number =>
    effort(firm.on(i, 40)).filter((e, seat) => e > 1.01 * before[seat]!).length;

  test('with several winners moves more people than one with a single prize of the same sum', () => {
    expect(lifted(3)).toBeGreaterThan(lifted(2));
    expect(lifted(2)).toBeGreaterThan(0);
  });

  test('lowers nobody’s effort', () => {
    effort(firm.on(3, 40)).forEach((e, seat) => {
      expect(e).toBeGreaterThanOrEqual(before[seat]! - 1e-12);
    });
  });
});

describe('a ratchet', () => {
  const base = full(PLAIN.pay);
  const all = [base, ratcheted(base, 0.8, 0.4)];

  test('makes those who look ahead hold back, and nobody else', () => {
    const far = new Firm({ scalars: { 'people.foresight': 1 } }, all);
    const near = new Firm({ scalars: { 'people.foresight': 0 } }, all);
    expect(mean(effort(far.on(2, 30)))).toBeLessThan(mean(effort(far.on(1, 30))) - 0.005);
    expect(effort(near.on(2, 30))).toEqual(effort(near.on(1, 30)));
  });

  test('moves next year’s quotas by the stated parts of what was above and below', () => {
    const firm = new Firm({}, all);
    const { model, pay } = firm.compiled(2);
    const w = firm.on(2, 0);
    for (const day of [63, 126, 189, 252]) {
      w.pay.credit.forEach((_, at) => {
        w.pay.credit[at] = w.pay.quota[at]! * (at % 2 === 0 ? 1.5 : 0.5);
      });
      openPeriods(w, model, pay, day);
    }
    for (let seat = 0; seat < model.seats; seat++) {
      expect(w.pay.aim[pay.main!.row * model.seats + seat]!).toBeCloseTo(seat % 2 === 0 ? 1.4 : 0.8, 9);
    }
  });
});

describe('time preference', () => {
  const monthly = { ...LINEAR, id: 'monthly', periodDays: 21 as const };
  const yearly = { ...LINEAR, id: 'yearly', periodDays: 252 as const };

  test('makes the impatient work harder when pay comes sooner; the unbiased do not care', () => {
    const sooner = (bias: number): number => {
      const scalars = { 'people.present-bias': bias, 'people.patience-month': 1 };
      const firm = new Firm({ scalars, pay: LINEAR }, [monthly, yearly]);
      // Over a month, so that where in it one stands does not matter.
      const days = [0, 5, 10, 15, 20];
      const under = (i: number): number => mean(days.map((day) => mean(effort(firm.on(i, day)))));
      return under(1) / under(2);
    };
    expect(sooner(1)).toBeCloseTo(1, 12);
    expect(sooner(0.8)).toBeGreaterThan(1.005);
    expect(sooner(0.6)).toBeGreaterThan(sooner(0.8));
  });

  test('makes effort rise toward the end of a period, and by nothing on average', () => {
    const firm = new Firm(
      { scalars: { 'people.present-bias': 0.7, 'people.intrinsic': 0 }, pay: LINEAR },
      [],
    );
    const weeks = Array.from({ length: 13 }, (_, week) => mean(effort(firm.on(0, Math.min(62, 5 * week)))));
    expect(weeks.at(-1)!).toBeGreaterThan(weeks[0]! * 1.02);
    const unbiased = new Firm({ scalars: { 'people.intrinsic': 0 }, pay: LINEAR }, []);
    expect(Math.abs(mean(weeks) / mean(effort(unbiased.on(0, 30))) - 1)).toBeLessThan(0.02);
  });
});

describe('losses', () => {
  test('weigh only where the study says so, and then lift those who may fall short', () => {
    const none = new Firm({}, []);
    const averse = new Firm({ scalars: { 'people.loss-weight': 1 } }, []);
    const short = (w: World): void => {
      w.pay.credit.fill(0);
    };
    expect(mean(effort(averse.on(0, 30, short)))).toBeGreaterThan(mean(effort(none.on(0, 30, short))));
  });
});

describe('pay for service', () => {
  const base = full(PLAIN.pay);
  const bonus = withComponent(
    base,
    { id: 'feeling', metric: 'satisfaction', quota: { ...base.measures[0]!.quota!, amount: 72 } },
    {
      weight: 1,
      payout: {
        kind: 'curve',
        axis: 'attainment',
        points: [
          [0.9, 0],
          [1.05, 1],
        ],
        interpolation: 'linear',
        below: 'nothing',
        above: 'level',
        in: 'target',
      },
    },
  );

  test('is felt as a reward of service, and not of selling', () => {
    const firm = new Firm({}, [base, bonus]);
    const without = firm.on(1, 30);
    const within = firm.on(2, 30);
    expect(Math.max(...present(without, without.reps.servicePaid))).toBe(0);
    expect(mean(present(within, within.reps.servicePaid))).toBeGreaterThan(0.1);
    expect(effort(within)).toEqual(effort(without));
  });
});
