import { mean, variance } from '../../engine/statistics/moments.ts';
import { studentQuantile } from '../../engine/statistics/student.ts';
import { type Batch, batchOf, monthly, moved, type Setting, studyOf, use } from '../laws/setting.ts';

/**
 * A firm that only hunts for new customers, in a market that stands still, with an experienced team whose members
 * hardly differ in effort: what a scheme does shows in gross margin within two years, little blurred by luck.
 */
export const HUNTER: Readonly<Record<string, number>> = {
  'market.deal-spread': 0.3,
  'market.demand-volatility': 0,
  'market.competitor-volatility': 0,
  'market.shift-rate': 0,
  'market.territory-spread': 0,
  'customers.base-per-rep': 0,
  'customers.purchase-rate': 0,
  'customers.expansion-rate': 0,
  'customers.referral-rate': 0,
  'customers.service-hours': 0,
  'people.turnover': 0.1,
  'people.effort-elasticity': 0,
};

/** The same where nobody differs, nobody leaves, nothing slips, nothing fades. */
export const ALIKE: Readonly<Record<string, number>> = {
  ...HUNTER,
  'market.leakage': 0,
  'people.turnover': 0,
  'people.ability-spread': 0,
  'people.forgetting': 0,
};

/** A gain in percent of the baseline's, with its 99 % interval (Student on paired replications). */
export interface Gain {
  readonly percent: number;
  readonly low: number;
  readonly high: number;
}

/** Alternatives of a trial: 0 baseline, 1 the scheme, 2 the baseline with nothing but the scheme's meetings. */
export interface Trial {
  readonly batch: Batch;
  /** The scheme against the baseline: what it brings less the hours it takes. */
  readonly kept: Gain;
  /** The scheme against its hours alone: what it brings. */
  readonly brought: Gain;
}

/** Difference of a monthly figure in the second year, as a share of the baseline's mean. */
export function gain(
  batch: Batch,
  changed: number,
  reference: number,
  figure = 'gross-margin',
  [from, to]: readonly [number, number] = [12, 24],
): Gain {
  const scale = 100 / Math.abs(mean(monthly(batch, 0, figure, from, to)));
  const a = monthly(batch, changed, figure, from, to);
  const b = monthly(batch, reference, figure, from, to);
  return interval(a.map((value, i) => scale * (value - b[i]!)));
}

/** Mean of paired differences with a 99 % interval. */
export function interval(differences: Float64Array): Gain {
  const n = differences.length;
  const percent = mean(differences);
  const half = studentQuantile(0.995, n - 1) * Math.sqrt(variance(differences) / n);
  return { percent, low: percent - half, high: percent + half };
}

/**
 * Two years of a scheme, in place for everyone from the day before day 0 on and sure to take root. Gains are those of
 * the second year, when the dip of its introduction is over; set-up and running costs in money are left out.
 *
 * @param hours what the scheme takes of each rep's week, by lever, as its file says
 */
export function trial(
  scheme: string,
  hours: Readonly<Record<string, number>>,
  setting: Setting,
  options: Readonly<Record<string, number>> = {},
  replications = 16,
): Trial {
  const study = studyOf(
    { reps: 12, ...setting, run: { horizonDays: 504, seed: 'plan types' } },
    {
      scheme: { adoptions: [use(scheme, { startDay: -1, options })] },
      hours: { levers: Object.entries(hours).map(([lever, by]) => moved(lever, by)) },
    },
  );
  const batch = batchOf(study, replications);
  return { batch, kept: gain(batch, 1, 0), brought: gain(batch, 1, 2) };
}
