import { draftStudy, teamSizes } from '../../engine/study/draft.ts';
import type { NormalStudy, RunOptions } from '../../engine/study/normal.ts';
import { presetById } from '../../engine/study/presets/index.ts';

/** A study small enough for tests that run it many times: six reps, a quarter, baseline and one change of pay. */
export function tinyStudy(run: Partial<RunOptions> = {}): NormalStudy {
  const draft = draftStudy(presetById('b2b-saas')!);
  const baseline = draft.alternatives[0]!;
  return {
    ...draft,
    title: { en: 'Tiny', zh: '小' },
    reps: 6,
    teamNames: ['team-1', 'team-2'],
    teamSizes: teamSizes(6, 2),
    alternatives: [
      baseline,
      {
        ...baseline,
        id: 'richer',
        name: { en: 'Richer', zh: '更高提成' },
        pay: { ...baseline.pay, commission: 0.2 },
      },
    ],
    run: {
      ...draft.run,
      horizonDays: 63,
      warmupDays: 63,
      seed: 'tiny',
      replicationsPerDraw: 2,
      minDraws: 4,
      maxDraws: 8,
      ...run,
    },
  };
}
