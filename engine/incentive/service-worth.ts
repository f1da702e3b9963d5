import { pow } from '../kernel/math.ts';
import { DAYS_A_MONTH } from '../model/calendar.ts';
import { SATISFACTION_PACE, SERVICE_POINTS } from '../model/constants.ts';
import type { Business } from './business.ts';
import type { MeasureInForce } from './measures-in-force.ts';

/** How an agreed goal's score rises with the log of service given. Assumed. */
export const SCORE_SLOPE = 0.4;

/**
 * What an hour of service adds to a unit of a measure's result over its horizon: service lifts satisfaction by
 * `SERVICE_POINTS` per log unit, reached at a fifth of the rest each month, and satisfaction keeps customers.
 * 0 for whatever service does not move.
 */
export function perServiceHour(one: MeasureInForce, business: Business): number {
  const due = business.serviceAYear / 12;
  if (!(due > 0)) return 0;
  const months = one.horizonDays / DAYS_A_MONTH;
  // An hour more each month of the horizon raises log service by 1/due and takes `months` hours.
  const points = (SERVICE_POINTS * business.servedBySeller * reached(months)) / (due * months);
  switch (one.measure.metric) {
    case 'satisfaction':
      return points;
    case 'retention':
      return points * business.keptPerPoint;
    case 'renewals':
      return points * business.keptPerPoint * ((business.renewalsAYear / 12) * months) * one.perRenewal;
    case 'mbo':
      return SCORE_SLOPE / (due * months);
    default:
      return 0;
  }
}

/** Mean share of a lasting change that satisfaction has made over the first so many months. */
function reached(months: number): number {
  let sum = 0;
  for (let k = 1; k <= months; k++) sum += 1 - pow(1 - SATISFACTION_PACE, k);
  return months > 0 ? sum / months : 0;
}
