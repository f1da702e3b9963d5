import { exp, log } from '../kernel/math.ts';
import { normalCdf } from '../kernel/normal.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR } from '../model/calendar.ts';
import { USUAL_ATTAINMENT, USUAL_SPREAD } from '../model/constants.ts';
import { CREDIT } from '../model/tables/pay.ts';
import type { Business } from './business.ts';
import { type Measure, PLAN_METRICS } from './parts/measure.ts';

/** Whose result a measure takes. A region is a team: the company has no other division. */
export const SCOPE = { individual: 0, team: 1, company: 2 } as const;

/** A measure of the plan in force, in numbers. */
export interface MeasureInForce {
  readonly measure: Measure;
  /** Row in the world's table of pay. */
  readonly row: number;
  readonly level: boolean;
  /** Whether it counts touches, whatever comes of them. */
  readonly activity: boolean;
  /** A value of SCOPE; a group's result is its members' total or their mean. */
  readonly scope: number;
  readonly total: boolean;
  readonly periodDays: number;
  /** Span over which a reward is decided: the year where results accumulate, else the period. */
  readonly horizonDays: number;
  readonly periods: number;
  /** Quota of a full rep: for a mean period, and over the horizon; a level's level; 0 for none. */
  readonly quota: number;
  readonly reference: number;
  /** Factor from the row's quota to this measure's: they differ where two measures of a plan share a row. */
  readonly quotaTimes: number;
  /** What an event adds to a flow's variance per unit of credit; a level's standard deviation over a period. */
  readonly lump: number;
  /** Credit of a mean event; 0 for a level. */
  readonly event: number;
  /** A rep's usual result by the context's numbers: of a flow a workday, of a level as it is. */
  readonly usual: number;
  /** Mean and standard deviation over the horizon of what a rep may be expected to bring. */
  readonly result: readonly [mean: number, sd: number];
  /** Credit per unit of money of new bookings, of repeat bookings, and of contracts renewed. */
  readonly perNew: number;
  readonly perRepeat: number;
  readonly perRenewal: number;
  /** Of expansions signed, and of recurring revenue as it accrues. */
  readonly perExpansion: number;
  readonly perAccrual: number;
}

/**
 * What people bring, as the plan they are used to tells it: its quotas are set by what was reached, so .95 of them is
 * reached. Another plan's quotas tell nothing of it.
 */
export interface UsualResults {
  /** By row in the table of pay: credit a workday. */
  readonly daily: ReadonlyMap<number, number>;
  /** Of what the context's numbers alone would say, the part that is brought. */
  readonly reach: number;
}

/** How far a period's level is usually off what is expected of it, by metric. Assumed. */
const LEVEL_SPREAD: Readonly<Record<string, number>> = {
  satisfaction: 2.5,
  retention: 0.06,
  mbo: 0.1,
  'collection-rate': 0.1,
  'margin-rate': 0.03,
};

/** What agreed goals usually reach. Assumed. */
export const USUAL_SCORE = 0.85;

/** Share of what was invoiced that is usually in. Assumed. */
const USUAL_COLLECTION = 0.95;

/**
 * A measure in numbers.
 *
 * @param row its row in the table of pay
 * @param rowQuota the period quota by which that row is kept; 0 where this measure is the first of the plan on it
 * @param results what people bring; by default what this plan's own quotas say
 */
export function measureInForce(
  measure: Measure,
  row: number,
  rowQuota: number,
  business: Business,
  results?: UsualResults,
): MeasureInForce {
  const level = PLAN_METRICS[measure.metric].kind === 'level';
  const periods = 12 / measure.months;
  const accumulates = measure.accumulation.over === 'year-to-date';
  const amount = measure.quota?.amount ?? 0;
  const quota = level ? amount : amount / periods;
  const per = creditOf(measure, business);
  const year =
    per.fresh * business.newAYear + per.repeat * business.repeatAYear + per.renewal * business.renewalsAYear;
  const flow = measure.metric === 'activities' ? business.touchesAYear : year;
  const horizonDays = accumulates ? DAYS_A_YEAR : measure.months * DAYS_A_MONTH;
  const reference = accumulates && !level ? amount : quota;
  const usual = level ? usualLevel(measure, business) : flow / DAYS_A_YEAR;
  const lump = level ? LEVEL_SPREAD[measure.metric]! : lumpOf(measure, business);
  const own = reference > 0 ? reference : usual * horizonDays;
  const daily = results?.daily.get(row) ?? (results?.reach ?? 0) * usual;
  const whole = results === undefined ? own : (daily * horizonDays) / USUAL_ATTAINMENT;
  return {
    measure,
    row,
    level,
    activity: measure.metric === 'activities',
    scope:
      measure.scope === 'individual'
        ? SCOPE.individual
        : measure.scope === 'company'
          ? SCOPE.company
          : SCOPE.team,
    total: measure.pooling === 'total',
    periodDays: measure.months * DAYS_A_MONTH,
    horizonDays,
    periods,
    quota,
    quotaTimes: rowQuota > 0 && quota > 0 ? quota / rowQuota : 1,
    reference,
    lump,
    event: level ? 0 : eventOf(measure, business),
    usual,
    result: level ? [usual, lump] : [USUAL_ATTAINMENT * whole, USUAL_SPREAD * whole],
    perNew: per.fresh,
    perRepeat: per.repeat,
    perRenewal: per.renewal,
    perExpansion: per.expansion,
    perAccrual: per.accrual,
  };
}

function usualLevel({ metric }: Measure, business: Business): number {
  switch (metric) {
    case 'satisfaction':
      return business.satisfaction;
    case 'retention':
      return business.retention;
    case 'margin-rate':
      return business.grossMargin;
    case 'collection-rate':
      return USUAL_COLLECTION;
    default:
      return USUAL_SCORE;
  }
}

/** Credit per unit of money of each kind of business. */
interface CreditOf {
  readonly fresh: number;
  readonly repeat: number;
  readonly renewal: number;
  readonly expansion: number;
  readonly accrual: number;
}

const NOTHING: CreditOf = { fresh: 0, repeat: 0, renewal: 0, expansion: 0, accrual: 0 };

function creditOf(measure: Measure, business: Business): CreditOf {
  const { customers, credit, metric } = measure;
  const key = customers === 'key' ? business.keyShare : 1;
  const fresh = customers === 'existing' ? 0 : key * cappedShare(measure, business);
  const repeat = customers === 'new' ? 0 : key * credit.repeat;
  // Expansions, and what recurs, count in full.
  const old = customers === 'new' ? 0 : key;
  const expansion = old * cappedShare(measure, business);
  // A contract's revenue comes month by month: about half a year's of it in the year it is signed.
  const earned = business.upfront + business.recurring / 2;
  // Of an expansion, what does not recur is earned at once.
  const atOnce = business.recurring > 0 ? 0 : expansion;
  switch (metric) {
    case 'bookings':
      return { ...NOTHING, fresh, repeat, expansion };
    case 'total-bookings':
      return { ...NOTHING, fresh, repeat, renewal: repeat, expansion };
    case 'revenue':
    case 'collected':
      return { ...NOTHING, fresh: fresh * earned, repeat, expansion: atOnce, accrual: old };
    case 'margin': {
      const { grossMargin } = business;
      return {
        ...NOTHING,
        fresh: fresh * earned * grossMargin,
        repeat: repeat * grossMargin,
        expansion: atOnce * grossMargin,
        accrual: old * grossMargin,
      };
    }
    case 'units': {
      const unit = business.median * (1 - business.listDiscount);
      return { ...NOTHING, fresh: fresh / unit, repeat: repeat / unit, expansion: expansion / unit };
    }
    case 'new-logos':
      return { ...NOTHING, fresh: fresh / (business.deal * (1 - business.listDiscount)) };
    case 'renewals':
      return { ...NOTHING, renewal: repeat };
    case 'activities': {
      const all = business.newAYear + business.repeatAYear;
      const touches = all > 0 ? business.touchesAYear / all : 0;
      return { ...NOTHING, fresh: touches, repeat: touches };
    }
    default:
      return NOTHING;
  }
}

/** Share of the money in lognormal deals that lies below the most credit one deal can bring. */
function cappedShare({ credit, metric }: Measure, { median, spread, deal }: Business): number {
  const cap = capInMoney(credit.dealCap, metric, median);
  if (cap === null) return 1;
  if (!(spread > 0)) return Math.min(1, cap / deal);
  const z = log(cap / median) / spread;
  return normalCdf(z - spread) + (cap * (1 - normalCdf(z))) / deal;
}

function capInMoney(cap: number | null, metric: Measure['metric'], median: number): number | null {
  if (cap === null) return null;
  if (metric === 'units') return cap * median;
  const each: readonly Measure['metric'][] = ['bookings', 'total-bookings', 'revenue', 'margin'];
  return each.includes(metric) ? cap : null;
}

function lumpOf(measure: Measure, business: Business): number {
  const { median, grossMargin, upfront, recurring, listDiscount } = business;
  const cap = measure.credit.dealCap ?? Number.POSITIVE_INFINITY;
  // Credit is of what is paid; units are told by list value.
  const net = business.lump * (1 - listDiscount);
  switch (CREDIT[measure.metric]) {
    case CREDIT.units:
      return Math.min(cap, business.lump / median);
    case CREDIT['new-logos']:
    case CREDIT.activities:
      return 1;
    case CREDIT.margin:
      return Math.min(cap, net * upfront * grossMargin);
    case CREDIT.revenue:
    case CREDIT.collected:
      return Math.min(cap, net * upfront);
    case CREDIT.renewals:
      return net * recurring;
    default:
      return Math.min(cap, net);
  }
}

/** Of lognormal deals the mean is e^−σ² of the mean square ÷ the mean. */
function eventOf(measure: Measure, business: Business): number {
  const lump = lumpOf(measure, business);
  const metric = CREDIT[measure.metric];
  return metric === CREDIT['new-logos'] || metric === CREDIT.activities
    ? lump
    : lump * exp(-business.spread * business.spread);
}

/** What people bring under a plan they are used to, told by its measures. @param main by which its quotas are told */
export function resultsOf(measures: readonly MeasureInForce[], main: MeasureInForce | null): UsualResults {
  const daily = new Map<number, number>();
  for (const one of measures) {
    if (!one.level && !daily.has(one.row)) daily.set(one.row, one.result[0] / one.horizonDays);
  }
  const told = main !== null && !main.level && main.usual > 0;
  return { daily, reach: told ? main.result[0] / main.horizonDays / main.usual : USUAL_ATTAINMENT };
}
