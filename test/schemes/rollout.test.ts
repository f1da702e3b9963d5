import { describe, expect, it } from 'vitest';
import { USE, WEEK_COLUMNS } from '../../engine/model/phases/week.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../engine/run/replicate.ts';
import { SCHEME_INDEX } from '../../engine/schemes/registry.ts';
import { mean } from '../../engine/statistics/moments.ts';
import type { Adoption, Alternative } from '../../engine/study/normal.ts';
import { batchOf, bits, monthly, type Setting, studyOf, use } from '../laws/setting.ts';

/** Rolling a practice out: whom it reaches when, how fast it takes root, what taking it up costs, and how it fades. */

/** Nobody leaves, so that a seat's adoption is one person's. */
const SETTING = { reps: 12, teams: 3, scalars: { 'people.turnover': 0 } };
const MONTH = 21;

interface Standing {
  /** Adoption of each practice by seat. */
  readonly of: (scheme: string) => number[];
  /** Tenure in months on day 0 by seat. */
  readonly tenure: number[];
  /** Share of selling time that taking up new ways takes, on average over seats. */
  readonly change: number;
}

/** Every alternative on the morning of a day. Only failure to take root is left to chance, and it is kept out. */
function standing(
  changes: Record<string, Partial<Alternative>>,
  day: number,
  setting: Setting = SETTING,
): Standing[] {
  const study = studyOf(setting, changes);
  const compiled = compileStudy(study, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(compiled.key, 0));
  const work = new Work();
  const warm = warmUp(study, compiled, work, random);
  const tenure = [...warm.fork().reps.hiredDay.subarray(0, study.reps)].map((hired) => -hired / MONTH);
  return compiled.alternatives.map((alternative) => {
    const world = warm.fork();
    const rooted = { ...alternative, failure: alternative.failure.map(() => 0) };
    runHorizon(study, rooted, work, world, random, day);
    const of = (scheme: string) => {
      const first = SCHEME_INDEX.get(scheme)! * study.reps;
      return [...world.adoption.subarray(first, first + study.reps)];
    };
    const { week } = rooted.model;
    const shares = Array.from({ length: study.reps }, (_, seat) => {
      const [selling, change] = [USE.selling, USE.change].map((use) => week[seat * WEEK_COLUMNS + use]!);
      return change! / (selling! + change!);
    });
    return { of, tenure, change: mean(shares) };
  });
}

const one = (id: string, adoptions: Adoption[], day: number): Standing =>
  standing({ [id]: { adoptions } }, day)[1]!;

const PILOT = use('structured', { startDay: 3 * MONTH, where: { teams: [0] } });
const STEPPED = use('structured', { rampDays: 6 * MONTH });
const BIG_BANG = use('structured');
const WAYS = {
  pilot: { adoptions: [PILOT] },
  stepped: { adoptions: [STEPPED] },
  bang: { adoptions: [BIG_BANG] },
};

describe('a pilot, a stepped roll-out and a big bang in one study', () => {
  const at = (day: number) =>
    standing(WAYS, day)
      .slice(1)
      .map((s) => s.of('structured'));

  it('before the pilot starts only the others have begun', () => {
    const [pilot, stepped, bang] = at(2 * MONTH) as [number[], number[], number[]];
    expect(pilot.every((x) => x === 0)).toBe(true);
    const begun = stepped.filter((x) => x > 0).length;
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(12);
    expect(bang.every((x) => x > 0)).toBe(true);
  });

  it('the pilot reaches its team and nobody else', () => {
    const [pilot] = at(8 * MONTH) as [number[]];
    expect(pilot.slice(0, 4).every((x) => x > 0.5)).toBe(true);
    expect(pilot.slice(4).every((x) => x === 0)).toBe(true);
  });

  it('the stepped roll-out reaches more people month by month, everyone at its end, and trails the big bang', () => {
    const reached = [0.5, 2, 4, 6.5].map((m) => at(m * MONTH)[1]!.filter((x) => x > 0).length);
    expect([...reached].sort((a, b) => a - b)).toEqual(reached);
    expect(reached[0]).toBeLessThan(reached[1]!);
    expect(reached[3]).toBe(12);
    const [, stepped, bang] = at(4 * MONTH) as [number[], number[], number[]];
    expect(mean(stepped)).toBeLessThan(mean(bang));
    expect(stepped.every((x, seat) => x <= bang[seat]!)).toBe(true);
  });

  it('half of the new way is in use after the months the practice states', () => {
    // structured: two months to half at average literacy, hardly dependent on it; steps are weekly.
    const [, , bang] = at(2 * MONTH) as [number[], number[], number[]];
    expect(mean(bang)).toBeGreaterThan(0.42);
    expect(mean(bang)).toBeLessThan(0.58);
  });

  it('covers a range of tenure, and a share drawn by lot', () => {
    // One week in, so that those who were here on day 0 still are; with leavers, so that some are new.
    const veterans = { old: { adoptions: [use('structured', { where: { tenureMonths: [24, 1_000] } })] } };
    const churning = { ...SETTING, scalars: { 'people.turnover': 0.4 } };
    const old = standing(veterans, 5, churning)[1]!;
    const adopted = old.of('structured');
    expect(adopted.map((x) => x > 0)).toEqual(old.tenure.map((months) => months >= 24));
    expect(adopted.some((x) => x > 0) && adopted.some((x) => x === 0)).toBe(true);
    const half = one('half', [use('structured', { where: { share: 1 / 2 } })], 100).of('structured');
    expect(half.filter((x) => x > 0)).toHaveLength(6);
  });
});

describe('change load', () => {
  const FOUR = ['structured', 'training', 'team-collaboration', 'customer-tiering'].map((id) => use(id));

  it('several practices at once take root more slowly than one alone', () => {
    const alone = mean(one('alone', [FOUR[0]!], 2 * MONTH).of('structured'));
    const pair = mean(one('pair', FOUR.slice(0, 2), 2 * MONTH).of('structured'));
    const four = mean(one('four', FOUR, 2 * MONTH).of('structured'));
    expect(pair).toBeLessThan(alone - 0.02);
    expect(four).toBeLessThan(pair - 0.02);
  });

  /** Share of selling time that change takes on a day, on average over seats. */
  const taken = (adoptions: Adoption[], day: number): number => one('change', adoptions, day).change;

  it('takes more of selling time than any of four alone, less than all in sum, and never above the dip of a programme', () => {
    const alone = FOUR.map((adoption) => taken([adoption], 1));
    const together = taken(FOUR, 1);
    expect(together).toBeGreaterThan(Math.max(...alone));
    expect(together).toBeLessThan(alone.reduce((a, b) => a + b, 0));
    // Half of a programme and three of .08: √.74 of a tenth.
    expect(together).toBeCloseTo(0.1 * Math.sqrt(0.74), 9);
    const many = ['digital', 'automation', 'data-driven', 'team-based'].map((id) => use(id));
    for (const day of [1, 21, 42, 84, 126]) expect(taken(many, day)).toBeLessThan(0.1 + 1e-12);
    expect(taken(many, 21)).toBeCloseTo(0.1, 9);
  });

  it('is over after four months for a whole programme, after two for a quarter of one, later for several', () => {
    const digital = [use('digital')];
    expect(taken(digital, 78)).toBeGreaterThan(0);
    expect(taken(digital, 90)).toBe(0);
    expect(taken([use('agile')], 36)).toBeGreaterThan(0);
    expect(taken([use('agile')], 48)).toBe(0);
    expect(taken([...digital, use('automation')], 90)).toBeGreaterThan(0);
  });
});

describe('stopping', () => {
  it('a practice that is dropped fades by half every two months', () => {
    const dropped = [use('structured', { stopDay: 6 * MONTH })];
    const [at6, at8, at10] = [6, 8, 10].map((m) => one('dropped', dropped, m * MONTH).of('structured'));
    for (const [seat, x] of at6!.entries()) {
      expect(x).toBeGreaterThan(0.5);
      // Weekly steps: within one week of fading of the exact half-life of 42 workdays.
      expect(Math.abs(Math.log2(x / at8![seat]!) - 1)).toBeLessThan(5.1 / 42);
      expect(Math.abs(Math.log2(at8![seat]! / at10![seat]!) - 1)).toBeLessThan(5.1 / 42);
    }
  });

  it('a practice that stops as it starts changes no bit', () => {
    const nothing = {
      stopped: { adoptions: [use('structured', { startDay: 60, stopDay: 60 })] },
    };
    const batch = batchOf(studyOf({ ...SETTING, run: { horizonDays: 126 } }, nothing), 2);
    for (const figure of ['gross-margin', 'selling-hours', 'wins']) {
      expect(bits(monthly(batch, 1, figure))).toBe(bits(monthly(batch, 0, figure)));
    }
  });
});
