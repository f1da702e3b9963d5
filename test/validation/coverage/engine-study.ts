/** The small study on the real simulator that coverage is measured on. */
import { DEFAULT_RUN, draftStudy, teamSizes } from '../../../engine/study/draft.ts';
import type { NormalStudy } from '../../../engine/study/normal.ts';
import { b2bSaas } from '../../../engine/study/presets/b2b-saas.ts';

/** Its metrics that are counted: the one that decides when to stop, a sum, and a ratio. */
export const COUNTED = ['net-contribution', 'bookings', 'win-rate'] as const;

/** Its horizon, and the half-width of net contribution's difference that is precise enough, in yuan a year. */
export const HORIZON_DAYS = 63;
export const AMOUNT = 18_000;

/**
 * Four reps over a quarter after a quarter's warm-up, with effects drawn from their priors; the alternative takes up
 * agile management and a steeper plan.
 */
export function engineStudy(replicationsPerDraw: number): NormalStudy {
  const draft = draftStudy(b2bSaas);
  const baseline = draft.alternatives[0]!;
  return {
    ...draft,
    title: { en: 'Coverage of a difference', zh: '差异区间的覆盖率' },
    reps: 4,
    teamNames: ['team-1'],
    teamSizes: teamSizes(4, 1),
    alternatives: [
      baseline,
      {
        ...baseline,
        id: 'agile-steeper',
        adoptions: [{ scheme: 'agile', options: {}, startDay: 0, stopDay: null, rampDays: 0, where: {} }],
        pay: { ...baseline.pay, id: 'steeper', accelerator: 2.5 },
      },
    ],
    run: {
      ...DEFAULT_RUN,
      horizonDays: HORIZON_DAYS,
      warmupDays: 63,
      seed: 'coverage',
      primary: COUNTED[0],
      replicationsPerDraw,
      context: 'mode',
    },
  };
}
