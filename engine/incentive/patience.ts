import { exp } from '../kernel/math.ts';
import { DAYS_A_MONTH, monthOfYear } from '../model/calendar.ts';
import type { ComponentInForce } from './components-in-force.ts';
import { into } from './forecast.ts';
import type { PayInForce, Usual } from './in-force.ts';

/**
 * What a reward `months` away is felt as beside one at once: β·δ^t, where β sets in over the first month, so that what is
 * near is felt the more the nearer it comes.
 *
 * @param logBias ln β of the person
 * @param logPatience ln δ a month
 */
export function feltAs(months: number, logBias: number, logPatience: number): number {
  return exp(Math.min(1, months) * logBias + months * logPatience);
}

/** Mean of `feltAs` over a span whose reward comes at its end: what one who works through it feels on average. */
export function meanFelt(months: number, logBias: number, logPatience: number): number {
  const near = Math.min(1, months);
  const steep = logBias + logPatience;
  const first = integral(near, steep);
  // Beyond the first month only patience goes on wearing off.
  const rest = months > 1 ? exp(logBias) * (integral(months, logPatience) - integral(1, logPatience)) : 0;
  return (first + rest) / months;
}

/** ∫ from 0 to t of e^(a·s) ds. */
function integral(t: number, a: number): number {
  return Math.abs(a) < 1e-9 ? t : (exp(a * t) - 1) / a;
}

/** Months from `day` until a component's pay for what is done now arrives: its next statement. */
export function monthsUntil(pay: PayInForce, component: ComponentInForce, day: number): number {
  const length = pay.measures[component.measure]!.periodDays;
  return (length - into(day, length)) / DAYS_A_MONTH;
}

/** What of a reward that comes in so many months is felt, a deferred part later. */
export function feltReward(
  pay: PayInForce,
  months: number,
  day: number,
  logBias: number,
  logPatience: number,
): number {
  const { deferral } = pay.plan.timing;
  const soon = feltAs(months, logBias, logPatience);
  if (deferral === null) return soon;
  // The release is the first one at or after the statement.
  const statement = (monthOfYear(day) + Math.max(0, Math.ceil(months) - 1)) % 12;
  const wait = (deferral.releaseMonth - 1 - statement + 12) % 12;
  return (1 - deferral.share) * soon + deferral.share * feltAs(months + wait, logBias, logPatience);
}

/** What rewards are felt as on average under a plan, by what its components usually pay. */
export function usualPatience({ spans }: Usual, logBias: number, logPatience: number): number {
  let felt = 0;
  let all = 0;
  for (const { months, share } of spans) {
    felt += share * meanFelt(months, logBias, logPatience);
    all += share;
  }
  return all > 0 ? felt / all : 1;
}
