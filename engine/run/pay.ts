import type { Business } from '../incentive/business.ts';
import type { ComponentInForce } from '../incentive/components-in-force.ts';
import { withContest } from '../incentive/contest.ts';
import { bothExtras } from '../incentive/extras-in-force.ts';
import { fullPlan } from '../incentive/full-plan.ts';
import { type PayInForce, payInForce } from '../incentive/in-force.ts';
import type { Plan } from '../incentive/language.ts';
import { CLOSING_REACH } from '../model/constants.ts';
import type { CreditRules } from '../model/credits.ts';
import type { FieldOfContest, Model, Params } from '../model/model.ts';
import type { Offer } from '../model/offer.ts';
import type { Alternative, NormalStudy } from '../study/normal.ts';
import { offerOf } from './offer.ts';
import type { HeldContest } from './practices.ts';

/** What plans are compiled with: what the company is like, what is counted, and the baseline's pay, which people are used to. */
export interface PayContext {
  readonly business: Business;
  readonly credits: CreditRules;
  readonly usual: PayInForce;
}

/** A plan as it is written, and with the contests of practices in it. */
export interface CalledPlan {
  readonly written: Plan;
  readonly plan: Plan;
  /** By component. */
  readonly contests: ReadonlyMap<string, HeldContest>;
}

/** The plans of an alternative, each with the contests of its practices. */
export interface Plans {
  /** The baseline's, in force until the alternative's takes its place. */
  readonly before: CalledPlan;
  readonly felt: CalledPlan;
  /** What is paid where another is only felt. */
  readonly paid: CalledPlan | null;
}

/** @param contests of the alternative's practices */
export function plansOf(
  study: NormalStudy,
  { felt, pay }: Alternative,
  contests: readonly HeldContest[],
): Plans {
  const baseline = study.alternatives[0]!;
  const called = (plan: Alternative['pay']): CalledPlan => call(fullPlan(plan, study.currency), contests);
  return {
    before: called(baseline.felt ?? baseline.pay),
    felt: called(felt ?? pay),
    paid: felt === undefined ? null : called(pay),
  };
}

function call(written: Plan, contests: readonly HeldContest[]): CalledPlan {
  const byComponent = new Map<string, HeldContest>();
  let plan = written;
  for (const held of contests) {
    plan = withContest(plan, held.scheme.id, held.scheme.name, held.contest);
    byComponent.set(plan.components.at(-1)!.id, held);
  }
  return { written, plan, contests: byComponent };
}

/** A plan in force. Whoever keeps the baseline's is under it since the warm-up, whatever contests come on top. */
export function payOf(
  called: CalledPlan,
  start: number,
  baseline: CalledPlan,
  { credits, business, usual }: PayContext,
): PayInForce {
  const since = sameTerms(called.written, baseline.written) ? usual.since : start;
  return withEntrants(payInForce(called.plan, credits, business, since, usual.own), called);
}

/** A plan that is only paid, beside the one that is felt. */
export function paidOf(
  called: CalledPlan,
  start: number,
  felt: PayInForce,
  { credits, business, usual }: PayContext,
): PayInForce {
  return withEntrants(payInForce(called.plan, credits, business, start, usual.own, felt), called);
}

/** The plan with contests of practices for those only who take part. */
function withEntrants(pay: PayInForce, { contests }: CalledPlan): PayInForce {
  if (contests.size === 0) return pay;
  const components = pay.components.map((one): ComponentInForce => {
    const entrants = contests.get(one.component.id)?.entrants;
    return one.kind === 'own' || entrants === undefined ? one : { ...one, entrants };
  });
  return { ...pay, components };
}

/** Whether two plans pay alike whatever they are called. */
function sameTerms(a: Plan, b: Plan): boolean {
  return JSON.stringify({ ...a, id: '', title: null }) === JSON.stringify({ ...b, id: '', title: null });
}

/** A pay plan ready to be put into force, beside it one that is paid in its place, and the practices' contests in it. */
export interface PayPhase {
  readonly pay: PayInForce;
  readonly paid: PayInForce | null;
  readonly contests: readonly FieldOfContest[];
  /** Share of usual variable pay that goes by rank among colleagues, these contests aside. */
  readonly ranked: number;
  /** What the plan offers while practices' contests are on, and while they are not. */
  readonly offers: { readonly on: Offer; readonly off: Offer };
}

/** @param called the plan that is felt */
export function phaseOf(
  pay: PayInForce,
  paid: PayInForce | null,
  called: CalledPlan,
  { credits, business, usual }: PayContext,
  params: Params,
): PayPhase {
  const variable = pay.own.pay - 12 * pay.plan.salary;
  const contests: FieldOfContest[] = [];
  let ranked = 0;
  pay.components.forEach((one, c) => {
    if (one.kind !== 'rank' || pay.measures[one.measure]!.measure.scope !== 'individual') return;
    const share = variable > 0 ? pay.own.spans[c]!.share / variable : 0;
    const held = called.contests.get(one.component.id);
    if (held === undefined) ranked += share;
    else {
      const { practice, entrants } = held;
      contests.push({ practice, entrants, share, periodDays: pay.measures[one.measure]!.periodDays });
    }
  });
  const on = offerOf(pay.own, pay.usual, params);
  if (contests.length === 0) return { pay, paid, contests, ranked, offers: { on, off: on } };
  const without = payInForce(called.written, credits, business, pay.since, usual.own);
  return { pay, paid, contests, ranked, offers: { on, off: offerOf(without.own, pay.usual, params) } };
}

/** What a phase of pay offers on a day: contests that practices bring count while these are in use. */
export function offerOn({ contests, offers }: PayPhase, day: number): Offer {
  const on = contests.some(({ practice }) => practice.startDay <= day && day < practice.stopDay);
  return on ? offers.on : offers.off;
}

/** Puts a pay plan into force in a model. */
export function usePay(model: Model, phase: PayPhase, day: number): void {
  const { pay, paid, contests, ranked } = phase;
  model.offer = offerOn(phase, day);
  model.periodDays = pay.periodDays;
  const reach = Math.max(1, Math.round(CLOSING_REACH * model.cycleDays));
  model.reachDays = Math.min(reach, pay.periodDays);
  model.mainRow = pay.main?.row ?? -1;
  model.sharedPay = pay.shared;
  model.rankedPay = ranked;
  model.contests = contests;
  model.extras = paid === null ? pay.extras : bothExtras(pay.extras, paid.extras);
  model.keepsSales = [pay.keepsSales, paid?.keepsSales ?? false];
}
