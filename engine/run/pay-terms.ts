import { fullPlan, mainMeasure } from '../incentive/full-plan.ts';
import { type PayMarks, payMarks } from '../incentive/pay-marks.ts';
import { DAYS_A_MONTH } from '../model/calendar.ts';
import { TENTHS } from '../model/tables/tally.ts';
import type { NormalStudy } from '../study/normal.ts';

/** What the plan of an alternative is told by. */
export interface PayTerms {
  /** Null where its main measure has no quota. */
  readonly marks: PayMarks | null;
  /** Share of the horizon's workdays in each tenth of the pay periods that people lived by. */
  readonly evenly: readonly number[];
}

/** The terms of the study's `alternative`-th alternative. */
export function payTerms(study: NormalStudy, alternative: number): PayTerms {
  const { currency, run } = study;
  const own = study.alternatives[alternative]!;
  const before = periodOf(study, 0);
  const after = periodOf(study, alternative);
  const days = new Array<number>(TENTHS).fill(0);
  for (let day = 0; day < run.horizonDays; day++) {
    const period = day < own.payStartDay ? before : after;
    days[Math.floor((TENTHS * (day % period)) / period)]! += 1;
  }
  return {
    marks: payMarks(fullPlan(own.pay, currency)),
    evenly: days.map((count) => count / run.horizonDays),
  };
}

/** Workdays of the period that an alternative's people live by. */
function periodOf(study: NormalStudy, alternative: number): number {
  const { pay, felt } = study.alternatives[alternative]!;
  return (mainMeasure(fullPlan(felt ?? pay, study.currency))?.months ?? 1) * DAYS_A_MONTH;
}
