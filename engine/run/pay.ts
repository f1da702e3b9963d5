import type { Business } from '../incentive/business.ts';
import { bothExtras } from '../incentive/extras-in-force.ts';
import { fullPlan } from '../incentive/full-plan.ts';
import { type PayInForce, payInForce } from '../incentive/in-force.ts';
import type { Plan } from '../incentive/language.ts';
import { CLOSING_REACH } from '../model/constants.ts';
import type { CreditRules } from '../model/credits.ts';
import type { Model } from '../model/model.ts';
import type { Alternative, NormalStudy } from '../study/normal.ts';
import { offerGain } from './offer.ts';

/** What plans are compiled with: what the company is like, what is counted, and the baseline's pay, which people are used to. */
export interface PayContext {
  readonly business: Business;
  readonly credits: CreditRules;
  readonly usual: PayInForce;
}

/** An alternative's plan in force. The baseline's is what people are used to; who keeps it is under it since the warm-up. */
export function payOf(study: NormalStudy, alternative: Alternative, drawn: PayContext): PayInForce {
  const { credits, business, usual } = drawn;
  const plan = fullPlan(alternative.felt ?? alternative.pay, study.currency);
  const kept = sameTerms(plan, usual.plan);
  return payInForce(plan, credits, business, kept ? usual.since : alternative.payStartDay, usual.own);
}

/** The plan that an alternative is only paid by, beside the one it feels. */
export function paidOf(
  study: NormalStudy,
  alternative: Alternative,
  felt: PayInForce,
  { credits, business, usual }: PayContext,
): PayInForce | null {
  if (alternative.felt === undefined) return null;
  const plan = fullPlan(alternative.pay, study.currency);
  return payInForce(plan, credits, business, alternative.payStartDay, usual.own, felt);
}

/** Whether two plans pay alike whatever they are called. */
function sameTerms(a: Plan, b: Plan): boolean {
  return JSON.stringify({ ...a, id: '', title: null }) === JSON.stringify({ ...b, id: '', title: null });
}

/** Puts a pay plan into force in a model, beside it one that is paid in its place. */
export function usePay(model: Model, pay: PayInForce, paid: PayInForce | null): void {
  model.offer = offerGain(pay);
  model.periodDays = pay.periodDays;
  const reach = Math.max(1, Math.round(CLOSING_REACH * model.cycleDays));
  model.reachDays = Math.min(reach, pay.periodDays);
  model.mainRow = pay.main?.row ?? -1;
  model.sharedPay = pay.shared;
  model.extras = paid === null ? pay.extras : bothExtras(pay.extras, paid.extras);
  model.keepsSales = [pay.keepsSales, paid?.keepsSales ?? false];
}
