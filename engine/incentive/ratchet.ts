import { normalCdf } from '../kernel/normal.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR, periodOf } from '../model/calendar.ts';
import { FORECAST_CONFIDENCE } from '../model/constants.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import { type Forecasts, into } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import type { MeasureInForce } from './measures-in-force.ts';
import { feltAs } from './patience.ts';
import { expectedPay } from './worth.ts';

/** Relative step of the derivative of next year's pay by its quota. */
const STEP = 0.01;

/** Whether a plan's quotas follow results, so that someone with foresight has a reason to hold back. */
export function hasRatchet(pay: PayInForce): boolean {
  return pay.measures.some(({ measure }) => measure.quota !== null && movesQuota(measure.quota.ratchet));
}

function movesQuota({ up, down }: { readonly up: number; readonly down: number }): boolean {
  return up !== 0 || down !== 0;
}

/**
 * What one more unit of a measure's result costs a planner by next year's quota: the chance that the year ends above this
 * year's quota times `up`, plus the chance that it ends below times `down`, times what a higher quota takes from next
 * year's expected pay, felt as a reward from the middle of next year.
 *
 * @param coming forecasts of a period of next year (room is overwritten)
 */
export function ratchetCost(
  w: World,
  m: Model,
  pay: PayInForce,
  i: number,
  seat: number,
  day: number,
  coming: Forecasts,
  logBias: number,
  logPatience: number,
): number {
  const one = pay.measures[i]!;
  const ratchet = one.measure.quota?.ratchet;
  if (ratchet === undefined || !movesQuota(ratchet) || one.level || !(one.reference > 0)) return 0;
  const row = one.row * m.seats + seat;
  const left = DAYS_A_YEAR - into(day, DAYS_A_YEAR);
  const year = yearAhead(w, one, row, day, left);
  const above = normalCdf((year.mean - year.quota) / Math.max(year.sd, 1e-9));
  const rise = above * ratchet.up + (1 - above) * ratchet.down;
  if (rise === 0) return 0;
  const at = i * m.seats + seat;
  const times = year.quota / (one.quota * one.periods);
  const pace = w.pay.pace[row]!;
  coming.mean[at] = pace * one.horizonDays;
  coming.sd[at] = FORECAST_CONFIDENCE * Math.sqrt(Math.max(1e-12, pace * one.horizonDays * one.lump));
  const payAt = (k: number): number => {
    coming.times[at] = k;
    let sum = 0;
    for (const component of pay.components) {
      if (component.kind === 'own' && component.measure === i)
        sum += expectedPay(component, seat, m.seats, coming);
    }
    return sum;
  };
  // A year's quota moves each of its horizons by their part, so one horizon's derivative is the year's.
  const slope = (payAt(times * (1 + STEP)) - payAt(times)) / (STEP * times * one.reference);
  coming.times[at] = times;
  return -slope * rise * feltAs(left / DAYS_A_MONTH + 6, logBias, logPatience);
}

function yearAhead(
  w: World,
  one: MeasureInForce,
  row: number,
  day: number,
  left: number,
): { mean: number; sd: number; quota: number } {
  const { credit, quota, yearCredit, yearQuota, pace } = w.pay;
  const period = periodOf(into(day, DAYS_A_YEAR), one.periodDays);
  return {
    mean: yearCredit[row]! + credit[row]! + pace[row]! * left,
    sd: FORECAST_CONFIDENCE * Math.sqrt(Math.max(0, pace[row]! * left * one.lump)),
    quota: (yearQuota[row]! + quota[row]! * (one.periods - period)) * one.quotaTimes,
  };
}
