import { describe, expect, it } from 'vitest';
import { Work } from '../../engine/model/phases/work.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, UnitRunner, warmUp } from '../../engine/run/replicate.ts';
import type { Alternative, NormalStudy } from '../../engine/study/normal.ts';
import { type Batch, batchOf, bits, moved, PLAIN, seatFigure, studyOf, use } from './setting.ts';

const HALF_YEAR = 126;
const { pay } = PLAIN;

/** Worlds of every alternative on the morning of `day`, as bytes. */
function morning(study: NormalStudy, day: number, replication = 0): string[] {
  const compiled = compileStudy(study, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(compiled.key, replication));
  const work = new Work();
  const warm = warmUp(study, compiled, work, random);
  return compiled.alternatives.map((alternative) => {
    const world = warm.fork();
    runHorizon(study, alternative, work, world, random, day);
    return worldBytes(world);
  });
}

function worldBytes(w: World): string {
  return [w.company, w.customers.state.buffer, w.deals.stage.buffer]
    .map((buffer) => Buffer.from(buffer as ArrayBuffer).toString('base64'))
    .join('|');
}

/** All results of one alternative, to the bit. */
function resultsOf(batch: Batch, alternative: number): string[] {
  return batch.runs.map((run) => bits(run[alternative]!));
}

const mix: Partial<Alternative> = {
  adoptions: [use('structured'), use('customer-tiering'), use('data-driven')],
};

describe('a null alternative', () => {
  it('equals the baseline to the bit, also under priors, so every paired difference is exactly 0', () => {
    const study = studyOf({ run: { effects: 'priors', replicationsPerDraw: 2 } }, { same: {} });
    const batch = batchOf(study, 3);
    expect(resultsOf(batch, 1)).toEqual(resultsOf(batch, 0));
    expect(new Set(resultsOf(batch, 0)).size).toBe(6);
  });

  it('equals a baseline that itself has practices and a lever moved', () => {
    const base: Partial<Alternative> = {
      adoptions: [use('agile', { startDay: -100_000 })],
      levers: [moved('coaching', 0.3)],
    };
    const study = studyOf({}, { one: base, other: base });
    const batch = batchOf(study, 2);
    expect(resultsOf(batch, 2)).toEqual(resultsOf(batch, 1));
    expect(resultsOf(batch, 1)).not.toEqual(resultsOf(batch, 0));
  });
});

describe('an alternative that starts at month 6', () => {
  const changes: Record<string, Partial<Alternative>> = {
    scheme: { adoptions: [use('team-based', { startDay: HALF_YEAR })] },
    'rolled-out': { adoptions: [use('agile', { startDay: HALF_YEAR, rampDays: 63 })] },
    'one-team': { adoptions: [use('structured', { startDay: HALF_YEAR, where: { teams: [1] } })] },
    pay: { pay: { ...pay, commission: 0.2, bonus: 0 }, payStartDay: HALF_YEAR },
    'other-period': { pay: { ...pay, periodDays: 21 }, payStartDay: HALF_YEAR },
    lever: { levers: [moved('lead-rate', 0.5, { startDay: HALF_YEAR })] },
  };
  const study = studyOf({}, changes);

  it('has the baseline’s world, byte for byte, on the morning of that day, and another one three months on', () => {
    const before = morning(study, HALF_YEAR);
    const after = morning(study, HALF_YEAR + 63);
    Object.keys(changes).forEach((id, i) => {
      expect(before[i + 1] === before[0], `${id} before`).toBe(true);
      expect(after[i + 1] === after[0], `${id} after`).toBe(false);
    });
  });

  it('has the baseline’s first six months in its timeline, and other months after', () => {
    const batch = batchOf(study, 2);
    const { metrics, details, timeline } = batch.layout;
    const from = metrics.length + details.length;
    const half = from + 6 * timeline.length;
    const end = from + 12 * timeline.length;
    for (const run of batch.runs) {
      for (let a = 1; a < run.length; a++) {
        expect(bits(run[a]!.slice(from, half))).toBe(bits(run[0]!.slice(from, half)));
        expect(bits(run[a]!.slice(half, end))).not.toBe(bits(run[0]!.slice(half, end)));
      }
    }
  });

  it('may start a pay plan within a period: what was earned until then is still paid', () => {
    const late = studyOf({}, { same: { pay: { ...pay, salary: pay.salary + 1e-9 }, payStartDay: 100 } });
    const batch = batchOf(late, 1);
    const variable = (a: number) => seatFigure(batch, 0, a, 'credit').reduce((x, y) => x + y, 0);
    // The two periods together credit everything sold, as the one period did; luck and effort differ a little after.
    expect(variable(1)).toBeGreaterThan(0.9 * variable(0));
  });
});

describe('alternatives do not touch each other', () => {
  const changes: Record<string, Partial<Alternative>> = {
    agile: { adoptions: [use('agile')] },
    richer: { pay: { ...pay, commission: 0.15 } },
    mixed: { ...mix, levers: [moved('triage', { low: 0, mode: 0.2, high: 0.4 })] },
  };
  const setting = { run: { effects: 'priors', replicationsPerDraw: 2 } } as const;

  it('adding one, or changing their order, changes no bit of the others', () => {
    const whole = batchOf(studyOf(setting, changes), 2);
    const two = batchOf(studyOf(setting, { agile: changes.agile!, mixed: changes.mixed! }), 2);
    const turned = batchOf(
      studyOf(setting, { mixed: changes.mixed!, richer: changes.richer!, agile: changes.agile! }),
      2,
    );
    expect(resultsOf(two, 0)).toEqual(resultsOf(whole, 0));
    expect(resultsOf(two, 1)).toEqual(resultsOf(whole, 1));
    expect(resultsOf(two, 2)).toEqual(resultsOf(whole, 3));
    expect(resultsOf(turned, 1)).toEqual(resultsOf(whole, 3));
    expect(resultsOf(turned, 2)).toEqual(resultsOf(whole, 2));
    expect(resultsOf(turned, 3)).toEqual(resultsOf(whole, 1));
  });

  it('the order of practices in a mix does not matter, nor that of changes of different levers', () => {
    const levers = [
      moved('triage', { low: 0, mode: 0.2, high: 0.4 }),
      moved('coaching', { low: 0, mode: 0.2, high: 0.4 }),
    ];
    const study = studyOf(setting, {
      one: { adoptions: mix.adoptions!, levers },
      other: { adoptions: mix.adoptions!.toReversed(), levers: levers.toReversed() },
    });
    const batch = batchOf(study, 2);
    expect(resultsOf(batch, 2)).toEqual(resultsOf(batch, 1));
    expect(resultsOf(batch, 1)).not.toEqual(resultsOf(batch, 0));
  });
});

describe('an inert rep', () => {
  it('changes nobody else’s figures and nothing of the market, whatever the alternative', () => {
    const changes: Record<string, Partial<Alternative>> = {
      mixed: mix,
      team: { pay: { ...pay, teamShare: 0.5 } },
    };
    // High turnover, so that colleagues' exits (which are felt by team size) matter.
    const scalars = { 'people.turnover': 1.5 };
    const without = batchOf(studyOf({ reps: 7, scalars }, changes), 2);
    const along = batchOf(studyOf({ reps: 7, scalars, inertReps: 1 }, changes), 2);
    const { metrics, details, timeline, months, reps, spreads, bins } = without.layout;
    const seatsFrom = metrics.length + details.length + months * timeline.length;
    for (let run = 0; run < 2; run++) {
      for (let a = 0; a < 3; a++) {
        const one = without.runs[run]![a]!;
        const other = along.runs[run]![a]!;
        const seatsEnd = one.length - spreads.length * bins;
        expect(bits(other.slice(0, seatsEnd)) === bits(one.slice(0, seatsEnd))).toBe(true);
        expect([...other.slice(seatsEnd, seatsEnd + reps.length)]).toEqual(Array(reps.length).fill(0));
        expect(bits(other.slice(seatsEnd + reps.length))).toBe(bits(one.slice(seatsEnd)));
        expect(other.length).toBe(one.length + reps.length);
        expect(seatsFrom).toBeLessThan(seatsEnd);
      }
      expect(seatFigure(along, run, 0, 'exits').reduce((x, y) => x + y, 0)).toBeGreaterThan(0);
    }
  });
});

describe('strength 0 is absent, to the bit', () => {
  const nothing: Record<string, Partial<Alternative>> = {
    'no shift': { levers: [moved('lead-rate', 0), moved('admin-time', 0), moved('tier-accuracy', 0)] },
    'never begins': { adoptions: [use('team-based', { startDay: 252 })] },
    'covers nobody': { adoptions: [use('data-driven', { where: { share: 0 } })] },
    'no such team': { adoptions: [use('data-driven', { where: { teams: [] } })] },
    'moves nobody': { levers: [moved('coaching', 1, { where: { share: 0 } })] },
    'begins after': { levers: [moved('lead-rate', 1, { startDay: 252 })] },
    'pays later': { pay: { ...pay, commission: 0.5 }, payStartDay: 252 },
  };
  const batch = batchOf(studyOf({}, nothing), 2);
  it.each(Object.keys(nothing).map((id, i) => [id, i + 1] as const))('%s', (_, alternative) => {
    expect(resultsOf(batch, alternative)).toEqual(resultsOf(batch, 0));
  });
});

describe('randomness', () => {
  const setting = { run: { effects: 'priors', replicationsPerDraw: 2, seed: 'one' } } as const;
  const study = studyOf(setting, { mixed: mix });

  it('a draw run alone equals the same draw of a batch, on a fresh runner or a used one', () => {
    const batch = batchOf(study, 4);
    const alone = batchOf(study, [3]);
    expect([...resultsOf(alone, 0), ...resultsOf(alone, 1)]).toEqual([
      ...resultsOf(batch, 0).slice(6),
      ...resultsOf(batch, 1).slice(6),
    ]);
    const used = new UnitRunner(study);
    used.run(2);
    expect(bits(used.run(3).data)).toBe(bits(new UnitRunner(study).run(3).data));
  });

  it('a replication run alone equals the same replication of a batch', () => {
    const batched = batchOf(studyOf({ run: { replicationsPerDraw: 4 } }, { mixed: mix }), 1);
    const alone = batchOf(studyOf({}, { mixed: mix }), [2]);
    expect(bits(alone.runs[0]![1]!)).toBe(bits(batched.runs[2]![1]!));
    expect(bits(alone.runs[0]![1]!)).not.toBe(bits(batched.runs[1]![1]!));
  });

  it('the same seed gives the same bytes, another seed others', () => {
    const again = batchOf(studyOf(setting, { mixed: mix }), 1);
    const other = batchOf(studyOf({ run: { ...setting.run, seed: 'two' } }, { mixed: mix }), 1);
    expect(resultsOf(again, 1)).toEqual(resultsOf(batchOf(study, 1), 1));
    expect(resultsOf(other, 1)).not.toEqual(resultsOf(again, 1));
  });

  it('effects at their mode differ from effects drawn, and only where there are effects', () => {
    const mode = batchOf(studyOf({ run: { ...setting.run, effects: 'mode' } }, { mixed: mix }), 2);
    const priors = batchOf(study, 2);
    expect(resultsOf(mode, 0)).toEqual(resultsOf(priors, 0));
    expect(resultsOf(mode, 1)).not.toEqual(resultsOf(priors, 1));
  });
});
