import { type Forecasts, forecasts } from './forecast.ts';
import { type Standings, standings } from './standing.ts';

/** Arrays that the response to a plan and its statements work in, made once a plan. Nothing in them outlives a call. */
export interface Scratch {
  readonly ahead: Forecasts;
  readonly coming: Forecasts;
  /** [seat]. */
  readonly money: Float64Array;
  readonly fresh: Float64Array;
  readonly repeat: Float64Array;
  readonly activity: Float64Array;
  readonly service: Float64Array;
  readonly toSell: Float64Array;
  readonly variable: Float64Array;
  /** [measure]. */
  readonly each: Float64Array;
  readonly lumpy: Float64Array;
  readonly gain: Float64Array;
  readonly felt: Float64Array;
  /** [component]. */
  readonly waits: Float64Array;
  /** [component][seat], for those that depend on others. */
  readonly groups: readonly (Float64Array | null)[];
  readonly standings: Standings;
}

/** Room for a plan of so many measures and a company of so many seats. @param groups per component, whether it depends on others */
export function scratchFor(measures: number, groups: readonly boolean[], seats: number): Scratch {
  const bySeat = (): Float64Array => new Float64Array(seats);
  const byMeasure = (): Float64Array => new Float64Array(measures);
  return {
    ahead: forecasts(measures, seats),
    coming: forecasts(measures, seats),
    money: bySeat(),
    fresh: bySeat(),
    repeat: bySeat(),
    activity: bySeat(),
    service: bySeat(),
    toSell: bySeat(),
    variable: bySeat(),
    each: byMeasure(),
    lumpy: byMeasure(),
    gain: byMeasure(),
    felt: byMeasure(),
    waits: new Float64Array(groups.length),
    groups: groups.map((group) => (group ? bySeat() : null)),
    standings: standings(measures, seats),
  };
}
