import { DAYS_A_MONTH, DAYS_A_YEAR } from '../model/calendar.ts';
import type { CreditRules } from '../model/credits.ts';
import type { ExtraRules } from '../model/extras.ts';
import { type Business, newShare } from './business.ts';
import { type ComponentInForce, componentInForce } from './components-in-force.ts';
import { rowOf } from './credit-rules.ts';
import { extraRules, extraWorth } from './extras-in-force.ts';
import { mainMeasure } from './full-plan.ts';
import { type Plan, statementMonths } from './language.ts';
import { needsLedger } from './ledger.ts';
import { type Risk, withFeltPrizes } from './lump.ts';
import { type MeasureInForce, measureInForce, resultsOf } from './measures-in-force.ts';
import { type PayMarks, payMarks } from './pay-marks.ts';
import { type Scratch, scratchFor } from './scratch.ts';
import { perServiceHour } from './service-worth.ts';
import { type Usual, usualOf, usualYear } from './usual.ts';

export { paidBeside, type Usual } from './usual.ts';

/** A pay plan compiled for the day loop, with what the response to it needs. */
export interface PayInForce {
  readonly plan: Plan;
  readonly measures: readonly MeasureInForce[];
  readonly components: readonly ComponentInForce[];
  /** By component: how lumps are felt that it pays for one of its spans. */
  readonly risks: readonly Risk[];
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
    const row = rowOf(rules, plan, measure, side);
    const first = measures.find((one) => one.row === row && one.quota > 0);
    measures.push(measureInForce(measure, row, first?.quota ?? 0, business, usual?.results));
  }
  const inMoney = plan.components.map((component, place) =>
    componentInForce(plan, component, firstPlace + place, measures, business.seats),
  );
  const first = mainMeasure(plan);
  const main = measures.find(({ measure }) => measure === first) ?? null;
  const share = newShare(business);
  const extras = extraRules(plan, business, side);
  const worth = extraWorth(extras, business);
  const year = usualYear(plan.salary, measures, inMoney, worth, business);
  const risks = inMoney.map(
    ({ measure }): Risk => ({
      aversion: business.riskAversion,
      usual: ((usual?.pay ?? year.all) * measures[measure]!.horizonDays) / DAYS_A_YEAR,
    }),
  );
  const components = inMoney.map((one, c) => (one.kind === 'own' ? one : withFeltPrizes(one, risks[c]!)));
  const { shared, ...told } = usualOf(plan.salary, measures, components, worth, business, share, year, risks);
  const own: Usual = { ...told, results: usual?.results ?? resultsOf(measures, main) };
  return {
    plan,
    measures,
    components,
    risks,
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
