import { mainMeasure } from './full-plan.ts';
import type { Plan } from './language.ts';
import { tidy } from './parts/rounding.ts';
import { type PayoutCurve, payoutCurve } from './payout-curve.ts';
import { payAtTarget } from './year.ts';

/** An attainment of the main measure from which something is said to be reached. */
export interface PayMark {
  readonly at: number;
  /** False where the plan names no such place and the usual one stands in. */
  readonly own: boolean;
}

/** By what a plan's own results are told. Attainments are shares of quota. */
export interface PayMarks {
  /** Where the main measure begins to pay. */
  readonly threshold: PayMark;
  /** Above quota: where the last accelerator or bonus begins, else where pay stops rising. */
  readonly excellence: PayMark;
  /** Variable pay a year on target; 0 for a plan that pays none. */
  readonly targetPay: number;
}

/** Where plans that name no such place are told by. A convention of reports, and no part of any pay. */
const USUAL_THRESHOLD = 0.5;
const USUAL_EXCELLENCE = 1.2;

/** Attainment beyond which no plan is expected to change its rates; where it pays flat, a limit has been reached. */
const FAR = 10;

/** Least change of pay that counts as one, relative to pay on target, and per unit of attainment for slopes. */
const NOTICED = 1e-4;

const KNOWN = new WeakMap<Plan, PayMarks | null>();

/** The marks of a plan; null where its main measure has no quota. Worked out once for each plan. */
export function payMarks(plan: Plan): PayMarks | null {
  let marks = KNOWN.get(plan);
  if (marks === undefined) KNOWN.set(plan, (marks = find(plan)));
  return marks;
}

function find(plan: Plan): PayMarks | null {
  const main = mainMeasure(plan);
  if (main === null || main.quota === null) return null;
  // A quarter and the year it is part of go together; results of different kinds do not.
  const together = plan.measures.every(
    ({ quota, metric, scope }) => quota === null || (metric === main.metric && scope === main.scope),
  );
  // An advance that is kept is no place of the plan's.
  const timing = { ...plan.timing, draw: null };
  const curve = payoutCurve({ ...plan, timing }, together ? null : main.id);
  const threshold = beginning(curve);
  const excellence = lastStep(curve) ?? ceiling(curve);
  const targetPay = plan.targetPay ?? [...payAtTarget(plan).values()].reduce((sum, one) => sum + one, 0);
  return {
    threshold: { at: threshold ?? USUAL_THRESHOLD, own: threshold !== null },
    excellence: { at: excellence ?? USUAL_EXCELLENCE, own: excellence !== null },
    targetPay,
  };
}

function noticed(curve: PayoutCurve): number {
  return NOTICED * Math.max(1, Math.abs(curve.pay(1)));
}

/** Lowest place where pay begins to rise; null where it does so from nothing on, or nowhere. */
function beginning(curve: PayoutCurve): number | null {
  const least = noticed(curve);
  if (curve.slope(0) > least) return null;
  return curve.marks.find((at) => curve.jump(at) > least || curve.slope(at) > least) ?? null;
}

/** Highest place above quota where pay jumps up or grows faster than before; null for none. */
function lastStep(curve: PayoutCurve): number | null {
  const least = noticed(curve);
  const above = curve.marks.filter((at) => at > 1);
  const faster = (at: number): boolean => curve.slope(at) > curve.slope(at * (1 - 1e-5)) + least;
  return above.reverse().find((at) => curve.jump(at) > least || faster(at)) ?? null;
}

/** Lowest place above quota from which pay rises no more; null where it does not stop, or stops at quota already. */
function ceiling(curve: PayoutCurve): number | null {
  const least = noticed(curve);
  const most = curve.pay(FAR);
  if (curve.slope(FAR) > least || curve.pay(1) > most - least) return null;
  let low = 1;
  let high = FAR;
  for (let halvings = 0; halvings < 40; halvings++) {
    const middle = (low + high) / 2;
    if (curve.pay(middle) >= most - 0.01) high = middle;
    else low = middle;
  }
  // A limit is written to the percent, or follows from amounts.
  return tidy(Math.round(high * 1e4) / 1e4);
}
