import { METRICS } from '../model/metrics.ts';
import {
  REP_FIGURES,
  SPREAD_BINS,
  SPREADS,
  STAGE_FIGURES,
  TENTHS,
  TIER_FIGURES,
  TIMELINE,
} from '../model/tables/tally.ts';
import type { NormalStudy } from '../study/normal.ts';
import type { ResultLayout } from './runner.ts';

/** Customer tiers as columns name them. */
export const TIER_NAMES = ['a', 'b', 'c'];

/** Detail: attainment of the middle seat, each seat's credit over the horizon beside its quotas. */
export const MIDDLE_ATTAINMENT = 'middle-attainment';

/** Monthly flows whose sum over the horizon is kept as a detail. */
export const SUMMED = ['leads', 'followed-up', 'selling-hours'] as const;

/** How the doubles of one replication are laid out for a study. */
export function layoutOf(study: NormalStudy): ResultLayout {
  const metrics = METRICS.map((m) => m.id);
  const details = [
    ...study.world.stages.flatMap((stage) => STAGE_FIGURES.map((figure) => `stage-${stage.id}-${figure}`)),
    ...TIER_NAMES.flatMap((tier) => TIER_FIGURES.map((figure) => `tier-${tier}-${figure}`)),
    ...SUMMED.map((figure) => `all-${figure}`),
    ...Array.from({ length: TENTHS }, (_, tenth) => `bookings-tenth-${tenth + 1}`),
    MIDDLE_ATTAINMENT,
  ];
  const months = Math.ceil(study.run.horizonDays / 21);
  const seats = study.reps + study.inertReps;
  return {
    metrics,
    details,
    months,
    timeline: [...TIMELINE],
    seats,
    reps: [...REP_FIGURES],
    spreads: [...SPREADS],
    bins: SPREAD_BINS,
    size:
      metrics.length +
      details.length +
      months * TIMELINE.length +
      seats * REP_FIGURES.length +
      SPREADS.length * SPREAD_BINS,
  };
}
