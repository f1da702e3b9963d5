import { DEFAULT_RUN, draftStudy, teamSizes } from '../../engine/study/draft.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import { b2bSaas } from '../../engine/study/presets/b2b-saas.ts';

/** Draws a macro-run of fixed size has, and the fewest a sequential one stops at. */
export const DRAWS = 20;

/** Replications of a draw, as every run has unless told otherwise. */
export const REPLICATIONS = DEFAULT_RUN.replicationsPerDraw;

/** Draws at which a sequential macro-run gives up. */
export const MOST_DRAWS = 40;

/** Half-width of net contribution's difference at which a sequential macro-run stops, in yuan. */
export const AMOUNT = 4_500;

/** Metrics whose coverage is counted: the one that decides when to stop, a sum, and a ratio. */
export const COUNTED = ['net-contribution', 'bookings', 'win-rate'] as const;

/**
 * A small study on the real simulator: four reps over a quarter after a quarter's warm-up, with effects drawn from
 * their priors; the alternative takes up agile management and a steeper plan.
 */
export function coverageStudy(seed: string): NormalStudy {
  const draft = draftStudy(b2bSaas);
  const baseline = draft.alternatives[0]!;
  return {
    ...draft,
    title: { en: 'Coverage of the paired interval', zh: '配对区间的覆盖率' },
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
      horizonDays: 63,
      warmupDays: 63,
      seed,
      primary: 'net-contribution',
      precision: { amount: AMOUNT },
      discount: 0.1,
      customerYears: 10,
      confidence: 0.95,
      replicationsPerDraw: REPLICATIONS,
      minDraws: DRAWS,
      maxDraws: MOST_DRAWS,
      effects: 'priors',
      context: 'mode',
    },
  };
}
