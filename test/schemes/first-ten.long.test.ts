import { describe, expect, it } from 'vitest';
import { draftStudy, teamSizes } from '../../engine/study/draft.ts';
import type { Alternative, NormalStudy } from '../../engine/study/normal.ts';
import { presetById } from '../../engine/study/presets/index.ts';
import { type Batch, batchOf, moved, use } from '../laws/setting.ts';
import {
  type Firm,
  GIANTS,
  LOWERS,
  type Options,
  PLACEBOS,
  type Placebo,
  RAISES,
  type Row,
} from './first-ten.ts';
import { type Gain, gain } from './gain.ts';

/**
 * Schemes 1–10: where each adds to net contribution, where it takes from it, and a firm in which what it works on is
 * missing, so that nothing is left but its cost. All effects are at their modes; each row is a 99 % interval (Student,
 * paired replications) with a fixed seed, so that a claim that holds fails at most one seed in a hundred.
 */

/** Three years, so that set-up costs and slow starts weigh as they do in a firm. */
const YEARS = 3;

function studyIn(firm: Firm, changes: Readonly<Record<string, Partial<Alternative>>>): NormalStudy {
  const draft = draftStudy(presetById(firm.preset)!);
  const reps = firm.reps ?? 12;
  const baseline = { ...draft.alternatives[0]!, pay: { ...presetById(firm.preset)!.pay, ...firm.pay } };
  return {
    ...draft,
    reps,
    teamNames: ['north', 'south'],
    teamSizes: teamSizes(reps, 2),
    world: { ...draft.world, scalars: { ...draft.world.scalars, ...firm.scalars } },
    alternatives: [
      baseline,
      ...Object.entries(changes).map(([id, change]) => ({ ...baseline, ...change, id })),
    ],
    run: {
      ...draft.run,
      horizonDays: YEARS * 252,
      seed: 'first ten',
      replicationsPerDraw: 1,
      effects: 'mode',
      context: 'mode',
    },
  };
}

/** Introducing a scheme on day 0, with its dip, its costs and its chance of failure: net contribution of three years. */
function introduced(scheme: string, firm: Firm, options: Options, replications: number): Gain {
  const study = studyIn(firm, { scheme: { adoptions: [use(scheme, { options })] } });
  return gain(batchOf(study, replications), 1, 0, 'net-contribution', [0, 12 * YEARS]);
}

const named = (rows: readonly Row[]) => rows.map((row) => [row.scheme, row.where, row] as const);
const gainOf = ({ scheme, firm, options = {}, replications = 20 }: Row) =>
  introduced(scheme, firm, options, replications);

describe('raises net contribution', () => {
  it.each(named(RAISES))('%s: %s', (_, __, row) => {
    expect(gainOf(row).low).toBeGreaterThan(0);
  });
});

describe('lowers net contribution', () => {
  it.each(named(LOWERS))('%s: %s', (_, __, row) => {
    expect(gainOf({ replications: 10, ...row }).high).toBeLessThan(0);
  });
});

/**
 * From the day before day 0 on and sure to take root: gross margin of the last two years beyond the stated costs. Not
 * exactly zero where nothing is brought, since the dip of the first months leaves deals worked at other times.
 */
function brought({ scheme, firm, options = {}, costs, figure, replications = 12 }: Placebo): Gain {
  const batch: Batch = batchOf(
    studyIn(firm, {
      scheme: { adoptions: [use(scheme, { startDay: -1, options })] },
      costs: { levers: Object.entries(costs).map(([lever, shift]) => moved(lever, shift)) },
    }),
    replications,
  );
  return gain(batch, 1, 2, figure ?? 'gross-margin', [12, 12 * YEARS]);
}

describe('brings nothing but its cost', () => {
  it.each(PLACEBOS.map((row) => [row.scheme, row.where, row] as const))('%s: %s', (_, __, row) => {
    const result = brought(row);
    expect(result.low).toBeGreaterThanOrEqual(row.within[0]);
    expect(result.high).toBeLessThanOrEqual(row.within[1]);
  });
});

describe('key accounts', () => {
  const full = (scalars: Record<string, number>): Gain =>
    brought({
      scheme: 'key-account',
      where: 'large accounts or none',
      firm: { preset: 'b2b-saas', scalars: { ...GIANTS, ...scalars } },
      options: { coverage: 1 },
      costs: { 'price-pressure': 0.015 },
      within: [0, 0],
      replications: 40,
    });

  it('bring more where accounts differ in size than where they are all alike', () => {
    const giants = full({});
    const alike = full({ 'customers.potential-spread': 0 });
    expect(giants.low).toBeGreaterThan(alike.high);
  });
});
