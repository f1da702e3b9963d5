import { DAYS_A_YEAR } from '../model/calendar.ts';
import type { PaidOn } from '../model/tables/pay.ts';
import type { Business } from './business.ts';
import type { ComponentInForce, GroupPay } from './components-in-force.ts';
import type { Forecasts } from './forecast.ts';
import type { Risk } from './lump.ts';
import { type MeasureInForce, SCOPE, type UsualResults } from './measures-in-force.ts';
import { feltPayAt, ownPayAt, payBySkill } from './pay-by-skill.ts';
import { perServiceHour } from './service-worth.ts';
import { addGains } from './worth.ts';

/** Pay as people are used to it, or as a plan usually pays. */
export interface Usual {
  /** Variable pay per unit of money of business, new and repeat in their usual proportion: what marginal pay is felt against. */
  readonly rate: number;
  /** Part of `rate` that is paid for touches, whatever comes of them. */
  readonly activity: number;
  /** What a rate is felt against: `rate`, or where that is 0 what a common mix of pay would come to. */
  readonly yardstick: number;
  /** What repeat business pays beside new business; 1 where neither pays. */
  readonly repeatPaid: number;
  /** What an hour of service pays by itself beside an hour of selling, and the latter in money. */
  readonly servicePaid: number;
  readonly hour: number;
  /** Variable pay in money, on average, per unit of money of each kind of business. */
  readonly paid: PaidOn;
  /** How often which part of variable pay comes: months between, and what it is a year. */
  readonly spans: readonly { readonly months: number; readonly share: number }[];
  /** Pay a year, salary included: what pay is compared with outside. */
  readonly pay: number;
  /** The same for people of different ability, at `ABILITIES` of `model/constants.ts`, lumps as they are felt. */
  readonly bySkill: Float64Array;
  /** What people bring under the plan they are used to. */
  readonly results: UsualResults;
}

/** Extra pay on single deals, by month, per unit of business. */
export interface ExtraWorth {
  readonly fresh: Float64Array;
  readonly repeat: Float64Array;
}

/** What a plan usually pays a year, in money: each component, and with salary and extras all of it. */
export interface UsualYear {
  readonly components: readonly number[];
  readonly all: number;
}

/** Variable pay ÷ salary of a common plan, 60 : 40: the yardstick where people are used to salary alone. */
const COMMON_MIX = 0.4 / 0.6;

/** Most that repeat business can appeal beside new business, however it is paid. */
const MOST_REPEAT = 2;

/** A plan's usual year: every component at what people bring, give or take. @param salary a month */
export function usualYear(
  salary: number,
  measures: readonly MeasureInForce[],
  components: readonly ComponentInForce[],
  extra: ExtraWorth,
  business: Business,
): UsualYear {
  const { newAYear, repeatAYear } = business;
  const extras = meanOf(extra.fresh) * newAYear + meanOf(extra.repeat) * repeatAYear;
  const yearly = components.map((component) => {
    const own = measures[component.measure]!;
    const pay =
      component.kind === 'own'
        ? ownPayAt(component, measures, () => 1)
        : usualPrize(component.component.payout, component, own, business);
    return (pay * DAYS_A_YEAR) / own.horizonDays;
  });
  return { components: yearly, all: salary * 12 + yearly.reduce((sum, x) => sum + x, extras) };
}

/**
 * What a plan usually pays as people feel it: rates with lumps as they are felt, years in money.
 *
 * @param components group pay with its prizes as they are felt
 * @param risks by component
 * @param share of new business in what effort brings
 */
export function usualOf(
  salary: number,
  measures: readonly MeasureInForce[],
  components: readonly ComponentInForce[],
  extra: ExtraWorth,
  business: Business,
  share: number,
  year: UsualYear,
  risks: readonly Risk[],
): Omit<Usual, 'results'> & { readonly shared: number } {
  const paid = {
    fresh: meanOf(extra.fresh),
    expansion: meanOf(extra.repeat),
    repeat: meanOf(extra.repeat),
    renewal: 0,
    accrual: 0,
  };
  let newRate = meanOf(extra.fresh);
  let repeatRate = meanOf(extra.repeat);
  let touchRate = 0;
  const spans: { months: number; share: number }[] = [];
  let variable = newRate * business.newAYear + repeatRate * business.repeatAYear;
  let group = 0;
  let parts = 0;
  let groupParts = 0;
  components.forEach((component, c) => {
    const own = measures[component.measure]!;
    const aYear = year.components[c]!;
    variable += aYear;
    spans.push({ months: own.measure.months, share: aYear });
    parts += component.component.factor;
    if (own.scope !== SCOPE.individual || sharedAlike(component)) {
      group += aYear;
      groupParts += component.component.factor;
    }
    const [mean] = own.result;
    if (own.level || !(mean > 0)) return;
    const each = (aYear * own.horizonDays) / (DAYS_A_YEAR * mean);
    paid.fresh += each * own.perNew;
    paid.expansion += each * own.perExpansion;
    paid.repeat += each * own.perRepeat;
    paid.renewal += each * own.perRenewal;
    paid.accrual += each * own.perAccrual;
    const felt =
      component.kind === 'own'
        ? feltPayAt(component, measures, () => 1, risks[c]!)
        : usualPrize(component.felt, component, own, business);
    newRate += (felt / mean) * own.perNew;
    repeatRate += (felt / mean) * own.perRepeat;
    if (own.activity) touchRate += (felt / mean) * own.perNew;
  });
  const rate = share * newRate + (1 - share) * repeatRate;
  const common = (COMMON_MIX * salary * 12) / Math.max(1e-9, business.newAYear + business.repeatAYear);
  const yardstick = rate > 0 ? rate : common;
  const hour =
    ((newRate > 0 ? newRate : yardstick) * business.newAYear) / Math.max(1e-9, business.sellingAYear);
  return {
    rate,
    activity: rate > 0 ? touchRate / rate : 0,
    yardstick,
    repeatPaid: paidBeside(repeatRate, newRate, 1),
    servicePaid: hour > 0 ? serviceGain(measures, components, business, risks) / hour : 0,
    hour,
    paid,
    spans,
    pay: year.all,
    bySkill: payBySkill(components, measures, business, year, risks),
    // Where nothing is paid, the parts that the plan gives to groups and to each alone.
    shared: variable > 0 ? group / variable : parts > 0 ? groupParts / parts : 0,
  };
}

/** Pay for repeat business as a share of that for new; `otherwise` where neither is paid. */
export function paidBeside(repeat: number, fresh: number, otherwise: number): number {
  if (fresh > 0) return Math.min(MOST_REPEAT, repeat / fresh);
  return repeat > 0 ? MOST_REPEAT : otherwise;
}

/** What an hour of service usually is felt to pay by itself. */
function serviceGain(
  measures: readonly MeasureInForce[],
  components: readonly ComponentInForce[],
  business: Business,
  risks: readonly Risk[],
): number {
  const results = measures.map((one) => one.result);
  const ahead: Forecasts = {
    mean: Float64Array.from(results, ([mean]) => mean),
    sd: Float64Array.from(results, ([, sd]) => sd),
    times: new Float64Array(measures.length).fill(1),
    part: new Float64Array(measures.length).fill(1),
  };
  const gain = new Float64Array(measures.length);
  const felt = new Float64Array(measures.length);
  components.forEach((component, c) => {
    if (component.kind === 'own') addGains(component, 0, 1, ahead, risks[c]!, gain, felt);
  });
  return measures.reduce((sum, one, i) => sum + felt[i]! * perServiceHour(one, business), 0);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** Whether a component pays its members alike, whoever brought it. */
function sharedAlike({ component: { payout } }: ComponentInForce): boolean {
  return payout.kind === 'match' || (payout.kind === 'pool' && payout.divide === 'equally');
}

/** What a contest or pool brings each member on average. */
function usualPrize(
  payout: ComponentInForce['component']['payout'],
  { component: { factor } }: GroupPay,
  own: MeasureInForce,
  business: Business,
): number {
  const [mean] = own.result;
  switch (payout.kind) {
    case 'rank': {
      const field = payout.among === 'company' ? business.seats : business.teamSeats;
      return (
        (factor * payout.prizes.slice(0, field).reduce((sum, prize) => sum + prize, 0)) / Math.max(1, field)
      );
    }
    case 'match':
      return (factor * (payout.prize - payout.stake)) / 2;
    case 'pool': {
      const field = payout.among === 'company' ? business.seats : business.teamSeats;
      return (
        factor * ('money' in payout.size ? payout.size.money / Math.max(1, field) : payout.size.share * mean)
      );
    }
    default:
      return 0;
  }
}
