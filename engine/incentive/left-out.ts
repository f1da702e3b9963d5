import { isOwn } from './compile-component.ts';
import { type Measure, measureOf, type Plan } from './language.ts';

/** Why a part of a plan is not in a figure. */
export type Reason =
  /** Kickers, SPIFFs and awards hang on single deals. */
  | 'single-deals'
  /** What is taken back or waits hangs on what becomes of sales. */
  | 'fate-of-sales'
  /** Splits and limits of credit hang on single deals: results count as they are given. */
  | 'credit'
  /** Contests and pools hang on what others do. */
  | 'others'
  /** Newcomers are treated otherwise. */
  | 'newcomers'
  /** A club is worth something, but no cash. */
  | 'no-cash'
  /** A promotion raises salary. */
  | 'salary'
  /** The period is not over when the results end. */
  | 'open-period'
  /** Several goals, one score for all of them. */
  | 'one-score';

/** A part of a plan that a figure leaves out: by the plan's own name for it, or the key that states it. */
export interface LeftOut {
  readonly id: string;
  readonly reason: Reason;
}

/** What a plan's pay from a table of monthly results leaves out. @param lastMonth where the results end */
export function leftOutOfTable(plan: Plan, lastMonth: number): LeftOut[] {
  const open = plan.components.filter(({ measure }) => lastMonth % measureOf(plan, measure).months !== 0);
  const goals = plan.components.filter(({ payout }) => payout.kind === 'goals' && payout.goals.length > 1);
  return [
    ...ofDeals(plan),
    ...plan.measures.filter(byDeal).map(({ id }) => as('credit', id)),
    ...open.map(({ id }) => as('open-period', id)),
    ...goals.map(({ id }) => as('one-score', id)),
    ...(plan.club === null ? [] : [as('no-cash', 'club')]),
  ];
}

/** What a plan's payout curve, and what is costed by it, leaves out. */
export function leftOutOfCurve(plan: Plan): LeftOut[] {
  const { guarantee, draw } = plan.timing;
  const ramps = plan.measures.some(({ quota }) => quota !== null && quota.ramp.length > 0);
  const drawn = draw !== null && !draw.recoverable && draw.untilMonth !== null;
  return [
    ...plan.components.filter(({ payout }) => !isOwn(payout)).map(({ id }) => as('others', id)),
    ...ofDeals(plan),
    ...(guarantee === null ? [] : [as('newcomers', 'guarantee')]),
    ...(ramps ? [as('newcomers', 'ramp')] : []),
    ...(drawn ? [as('newcomers', 'draw')] : []),
    ...(plan.club === null ? [] : [as('no-cash', 'club')]),
    ...(plan.promotion === null ? [] : [as('salary', 'promotion')]),
  ];
}

function as(reason: Reason, id: string): LeftOut {
  return { id, reason };
}

function ofDeals({ kickers, spiffs, awards, timing }: Plan): LeftOut[] {
  return [
    ...[...kickers, ...spiffs, ...awards].map(({ id }) => as('single-deals', id)),
    ...(timing.clawback === null ? [] : [as('fate-of-sales', 'clawback')]),
    ...(timing.holdback === null ? [] : [as('fate-of-sales', 'holdback')]),
  ];
}

/** Whether credit is shared or limited deal by deal. */
function byDeal({ credit }: Measure): boolean {
  return credit.splits !== 'recorded' || credit.overlay > 0 || credit.dealCap !== null;
}
