import { DAYS_A_MONTH, DAYS_A_YEAR } from '../model/calendar.ts';
import type { CreditRules } from '../model/credits.ts';
import type { ExtraRules } from '../model/extras.ts';
import { type Business, newShare } from './business.ts';
import { type ComponentInForce, componentInForce } from './components-in-force.ts';
import { rowOf } from './credit-rules.ts';
import { extraRules, extraWorth } from './extras-in-force.ts';
import type { Forecasts } from './forecast.ts';
import { mainMeasure } from './full-plan.ts';
import { type Plan, statementMonths } from './language.ts';
import { needsLedger } from './ledger.ts';
import { type MeasureInForce, measureInForce, SCOPE, usualResult } from './measures-in-force.ts';
import { ownPayAt, payBySkill } from './pay-by-skill.ts';
import { type PayMarks, payMarks } from './pay-marks.ts';
import { type Scratch, scratchFor } from './scratch.ts';
import { perServiceHour } from './service-worth.ts';
import { addGains } from './worth.ts';

/** A pay plan compiled for the day loop, with what the response to it needs. */
export interface PayInForce {
  readonly plan: Plan;
  readonly measures: readonly MeasureInForce[];
  readonly components: readonly ComponentInForce[];
  /** What quotas and attainment are told by: the first component's measure. Null where nothing is measured. */
  readonly main: MeasureInForce | null;
  /** By what attainment and pay are told; null where the main measure has no quota. */
  readonly marks: PayMarks | null;
  /** Workdays of the main measure's period, and between statements; a month where nothing is measured. */
  readonly periodDays: number;
  readonly statementDays: number;
  /** Workday from which the plan is in force. */
  readonly since: number;
  /** 1 for a plan that is only paid while another is felt, else 0; its components and extras come after the other's. */
  readonly side: number;
  readonly firstPlace: number;
  readonly firstExtra: number;
  /** Share of variable pay that depends on a group's result. */
  readonly shared: number;
  readonly business: Business;
  /** Share of new business in what effort brings. */
  readonly newShare: number;
  /** Extra pay on single deals, and by month what it usually adds to a unit of business. */
  readonly extras: ExtraRules;
  readonly extraWorth: { readonly fresh: Float64Array; readonly repeat: Float64Array };
  /** Whether pay goes through a ledger between being earned and paid, and whether it hangs on what becomes of sales. */
  readonly ledgered: boolean;
  readonly keepsSales: boolean;
  /** What this plan usually pays. */
  readonly own: Usual;
  /** By measure: what an hour of service adds to its result. */
  readonly perService: Float64Array;
  /** What people are used to, under the baseline's plan. */
  readonly usual: Usual;
  readonly scratch: Scratch;
}

/** Pay as people are used to it, or as a plan usually pays. */
export interface Usual {
  /** Variable pay per unit of money of business, new and repeat in their usual proportion: what marginal pay is felt against. */
  readonly rate: number;
  /** What a rate is felt against: `rate`, or where that is 0 what a common mix of pay would come to. */
  readonly yardstick: number;
  /** What repeat business pays beside new business; 1 where neither pays. */
  readonly repeatPaid: number;
  /** What an hour of service pays by itself beside an hour of selling, and the latter in money. */
  readonly servicePaid: number;
  readonly hour: number;
  /** How often which part of variable pay comes: months between, and what it is a year. */
  readonly spans: readonly { readonly months: number; readonly share: number }[];
  /** Pay a year, salary included: what pay is compared with outside. */
  readonly pay: number;
  /** The same for people of different ability, at `ABILITIES` of `model/constants.ts`. */
  readonly bySkill: Float64Array;
}

/** Variable pay ÷ salary of a common plan, 60 : 40: the yardstick where people are used to salary alone. */
const COMMON_MIX = 0.4 / 0.6;

/**
 * Compiles a plan.
 *
 * @param since workday from which it is in force
 * @param usual what people are used to; by default this plan itself
 * @param felt the plan that is felt where this one is only paid
 */
export function payInForce(
  plan: Plan,
  rules: CreditRules,
  business: Business,
  since: number,
  usual?: Usual,
  felt?: PayInForce,
): PayInForce {
  const side = felt === undefined ? 0 : 1;
  const firstPlace = felt?.components.length ?? 0;
  const measures: MeasureInForce[] = [];
  for (const measure of plan.measures) {
    const row = rowOf(rules, measure, side);
    const first = measures.find((one) => one.row === row && one.quota > 0);
    measures.push(measureInForce(measure, row, first?.quota ?? 0, business));
  }
  const components = plan.components.map((component, place) =>
    componentInForce(plan, component, firstPlace + place, measures, business.seats),
  );
  const first = mainMeasure(plan);
  const main = measures.find(({ measure }) => measure === first) ?? null;
  const share = newShare(business);
  const extras = extraRules(plan, business, side);
  const worth = extraWorth(extras, business);
  const { shared, ...own } = usualOf(plan, measures, components, worth, business, share);
  return {
    plan,
    measures,
    components,
    main,
    marks: payMarks(plan),
    periodDays: main?.periodDays ?? DAYS_A_MONTH,
    statementDays: statementMonths(plan) * DAYS_A_MONTH,
    since,
    side,
    firstPlace,
    firstExtra: felt?.extras.count ?? 0,
    shared,
    business,
    newShare: share,
    extras,
    extraWorth: worth,
    ledgered: needsLedger(plan),
    keepsSales: plan.timing.clawback !== null || plan.timing.holdback !== null,
    own,
    perService: Float64Array.from(measures, (one) => perServiceHour(one, business)),
    usual: usual ?? own,
    scratch: scratchFor(
      measures.length,
      components.map(({ kind }) => kind !== 'own'),
      business.seats,
    ),
  };
}

/** What a plan usually pays: every component at usual attainment, .95 of quota give or take .35. */
function usualOf(
  plan: Plan,
  measures: readonly MeasureInForce[],
  components: readonly ComponentInForce[],
  extra: PayInForce['extraWorth'],
  business: Business,
  share: number,
): Usual & { readonly shared: number } {
  let newRate = meanOf(extra.fresh);
  let repeatRate = meanOf(extra.repeat);
  let year = newRate * business.newAYear + repeatRate * business.repeatAYear;
  const spans: { months: number; share: number }[] = [];
  const yearly: number[] = [];
  let group = 0;
  let parts = 0;
  let groupParts = 0;
  for (const component of components) {
    const own = measures[component.measure]!;
    const [mean] = usualResult(own);
    const pay =
      component.kind === 'own'
        ? ownPayAt(component, measures, () => 1)
        : usualPrize(component, business, mean);
    const aYear = (pay * DAYS_A_YEAR) / own.horizonDays;
    year += aYear;
    yearly.push(aYear);
    spans.push({ months: own.measure.months, share: aYear });
    parts += component.component.factor;
    if (own.scope !== SCOPE.individual || sharedAlike(component)) {
      group += aYear;
      groupParts += component.component.factor;
    }
    if (own.level || !(mean > 0)) continue;
    newRate += (pay / mean) * own.perNew;
    repeatRate += (pay / mean) * own.perRepeat;
  }
  const rate = share * newRate + (1 - share) * repeatRate;
  const common = (COMMON_MIX * plan.salary * 12) / Math.max(1e-9, business.newAYear + business.repeatAYear);
  const yardstick = rate > 0 ? rate : common;
  const hour =
    ((newRate > 0 ? newRate : yardstick) * business.newAYear) / Math.max(1e-9, business.sellingAYear);
  return {
    rate,
    yardstick,
    repeatPaid: paidBeside(repeatRate, newRate, 1),
    servicePaid: hour > 0 ? serviceGain(measures, components, business) / hour : 0,
    hour,
    spans,
    pay: plan.salary * 12 + year,
    bySkill: payBySkill(components, measures, business, plan.salary * 12 + year, yearly),
    // Where nothing is paid, the parts that the plan gives to groups and to each alone.
    shared: year > 0 ? group / year : parts > 0 ? groupParts / parts : 0,
  };
}

/** Most that repeat business can appeal beside new business, however it is paid. */
const MOST_REPEAT = 2;

/** Pay for repeat business as a share of that for new; `otherwise` where neither is paid. */
export function paidBeside(repeat: number, fresh: number, otherwise: number): number {
  if (fresh > 0) return Math.min(MOST_REPEAT, repeat / fresh);
  return repeat > 0 ? MOST_REPEAT : otherwise;
}

/** What an hour of service usually pays by itself. */
function serviceGain(
  measures: readonly MeasureInForce[],
  components: readonly ComponentInForce[],
  business: Business,
): number {
  const results = measures.map(usualResult);
  const ahead: Forecasts = {
    mean: Float64Array.from(results, ([mean]) => mean),
    sd: Float64Array.from(results, ([, sd]) => sd),
    times: new Float64Array(measures.length).fill(1),
    part: new Float64Array(measures.length).fill(1),
  };
  const gain = new Float64Array(measures.length);
  for (const component of components) if (component.kind === 'own') addGains(component, 0, 1, ahead, 1, gain);
  return measures.reduce((sum, one, i) => sum + gain[i]! * perServiceHour(one, business), 0);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** Whether a component pays its members alike, whoever brought it. */
function sharedAlike({ component: { payout } }: ComponentInForce): boolean {
  return payout.kind === 'match' || (payout.kind === 'pool' && payout.divide === 'equally');
}

/** What a contest or pool brings each member on average. @param mean a member's usual result */
function usualPrize({ component }: ComponentInForce, business: Business, mean: number): number {
  const { payout, factor } = component;
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
