import { ends } from '../model/calendar.ts';
import { resultOf } from '../model/credits.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import { into } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import { type MeasureInForce, SCOPE } from './measures-in-force.ts';
import { quotaAhead } from './open-period.ts';

/** Where every seat stands on a day that ends some period: [measure × seats + seat]. */
export interface Standings {
  readonly result: Float64Array;
  /** Quota, cut to the part of the period that has passed and that the seat was occupied. */
  readonly quota: Float64Array;
  /** The same of earlier periods of the year. */
  readonly yearResult: Float64Array;
  readonly yearQuota: Float64Array;
  /** Quota of the rest of the year, for measures whose tiers are of the year's quota; else 0. */
  readonly ahead: Float64Array;
  /** Share of the period so far that the seat was occupied. */
  readonly present: Float64Array;
  /** By measure: share of the period that has passed; 1 where it ends today. */
  readonly elapsed: Float64Array;
}

/** Room for the standings of so many measures. */
export function standings(measures: number, seats: number): Standings {
  const size = measures * seats;
  const room = (): Float64Array => new Float64Array(size);
  return {
    result: room(),
    quota: room(),
    yearResult: room(),
    yearQuota: room(),
    ahead: room(),
    present: room(),
    elapsed: new Float64Array(measures),
  };
}

/** Takes stock of every measure at the end of `day`. */
export function takeStock(w: World, m: Model, pay: PayInForce, day: number, out: Standings): void {
  pay.measures.forEach((one, i) => {
    const gone = into(day, one.periodDays) + 1;
    const elapsed = ends(day, one.periodDays) ? 1 : gone / one.periodDays;
    out.elapsed[i] = elapsed;
    const from = i * m.seats;
    const { accumulation } = one.measure;
    const ofYear = accumulation.over === 'year-to-date' && accumulation.tiersOf === 'year';
    for (let seat = 0; seat < m.seats; seat++) {
      const at = one.row * m.seats + seat;
      const present = (w.reps.daysHere[seat]! - w.pay.daysBefore[at]!) / gone;
      out.present[from + seat] = present;
      out.result[from + seat] = resultOf(w, m.credits, one.row, at, one.usual);
      out.yearResult[from + seat] = w.pay.yearCredit[at]!;
      out.yearQuota[from + seat] = w.pay.yearQuota[at]! * one.quotaTimes;
      const whole = w.pay.quota[at]! * one.quotaTimes;
      const prorated = !one.level && one.measure.quota?.proration === 'workdays';
      out.quota[from + seat] = prorated ? whole * present * elapsed : whole;
      out.ahead[from + seat] = ofYear ? quotaAhead(w, m, one, seat, day) : 0;
    }
    if (one.scope === SCOPE.company) together(w, one, from, 0, m.seats, out);
    else if (one.scope === SCOPE.team) {
      for (let team = 0; team < m.teams; team++)
        together(w, one, from, m.teamFirst[team]!, m.teamFirst[team + 1]!, out);
    }
  });
}

/** Gives every member the group's results and quotas: the mean or the total over its seats. */
function together(
  w: World,
  one: MeasureInForce,
  from: number,
  first: number,
  end: number,
  out: Standings,
): void {
  const total = one.total && !one.level;
  pool(w, out.result, total, from, first, end);
  pool(w, out.yearResult, total, from, first, end);
  // A total's quota is the whole group's already.
  pool(w, out.quota, false, from, first, end);
  pool(w, out.yearQuota, false, from, first, end);
  pool(w, out.ahead, false, from, first, end);
}

function pool(
  w: World,
  values: Float64Array,
  total: boolean,
  from: number,
  first: number,
  end: number,
): void {
  let sum = 0;
  let n = 0;
  for (let seat = first; seat < end; seat++) {
    if (w.reps.real[seat] === 0) continue;
    sum += values[from + seat]!;
    n++;
  }
  const each = n > 0 ? sum / (total ? 1 : n) : 0;
  for (let seat = first; seat < end; seat++) values[from + seat] = each;
}
