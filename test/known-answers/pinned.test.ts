import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SCHEMES } from '../../engine/schemes/registry.ts';
import { draftStudy, teamSizes } from '../../engine/study/draft.ts';
import type { Alternative, NormalStudy } from '../../engine/study/normal.ts';
import type { Preset } from '../../engine/study/presets/contract.ts';
import { PRESETS } from '../../engine/study/presets/index.ts';
import { type Batch, batchOf, bits, metric, moved, use } from '../laws/setting.ts';

/**
 * Results of this engine version, to the bit: every practice alone and several plans in every industry, one small
 * replication each. Whoever changes what the engine computes sees here where, and renews the files on purpose
 * (`npx vitest run test/known-answers/pinned.test.ts -u`) with the engine's version raised.
 */

const SHOWN = ['net-value', 'bookings', 'pay-cost', 'win-rate', 'churn'] as const;

function changes({ pay }: Preset): Readonly<Record<string, Partial<Alternative>>> {
  return {
    ...Object.fromEntries(SCHEMES.map(({ id }) => [id, { adoptions: [use(id)] }])),
    'several practices': {
      adoptions: ['structured', 'digital', 'training', 'data-driven'].map((id) => use(id)),
    },
    'a pilot that stops': { adoptions: [use('agile', { startDay: 21, stopDay: 84, where: { share: 0.5 } })] },
    'a lever': { levers: [moved('internal-wait', -0.3)] },
    'half the salary': { pay: { ...pay, salary: pay.salary / 2 } },
    'commission and a half': { pay: { ...pay, commission: 1.5 * pay.commission } },
    'a cap': { pay: { ...pay, cap: 1.1 } },
    'a bonus by the month': { pay: { ...pay, bonus: pay.bonus + 5_000, periodDays: 21 } },
    'team pay': { pay: { ...pay, teamShare: 0.5 } },
    'a higher quota, late': { pay: { ...pay, quota: 1.3 * pay.quota }, payStartDay: 63 },
  };
}

function studyIn(preset: Preset): NormalStudy {
  const draft = draftStudy(preset);
  const baseline = draft.alternatives[0]!;
  return {
    ...draft,
    reps: 5,
    teamNames: ['one', 'two'],
    teamSizes: teamSizes(5, 2),
    alternatives: [
      baseline,
      ...Object.entries(changes(preset)).map(([id, change]) => ({ ...baseline, ...change, id })),
    ],
    run: { ...draft.run, seed: 'pinned', warmupDays: 63, horizonDays: 126, replicationsPerDraw: 1 },
  };
}

function line(study: NormalStudy, batch: Batch, a: number): string {
  const figures = SHOWN.map((id) => metric(batch, a, id)[0]!.toPrecision(9));
  const digest = createHash('sha256').update(bits(batch.runs[0]![a]!)).digest('hex').slice(0, 12);
  return `${study.alternatives[a]!.id},${figures.join(',')},${digest}`;
}

describe('results of this version', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s', async (id, preset) => {
    const study = studyIn(preset);
    const batch = batchOf(study, 1);
    const lines = study.alternatives.map((_, a) => line(study, batch, a));
    const file = [`alternative,${SHOWN.join(',')},all figures`, ...lines, ''].join('\n');
    await expect(file).toMatchFileSnapshot(`../fixtures/pinned/${id}.csv`);
  });
});
