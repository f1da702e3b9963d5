import { type CompiledComponent, compileComponent, isOwn, type Terms } from './compile-component.ts';
import { matchPay, poolShare, prizeOf } from './evaluate-contest.ts';
import { type Component, type Goals, type Measure, measureOf, type Plan, type Rounding } from './language.ts';
import { roundTo, tidy } from './parts/rounding.ts';
import { valueAt } from './piecewise.ts';

/** What a component pays for results by measure id, in money and not rounded. @throws RangeError for a result not given */
export function payOf(compiled: CompiledComponent, results: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const factors of compiled.products) {
    let product = 1;
    for (const { measure, curve } of factors) product *= valueAt(curve, tidy(resultOf(results, measure)));
    sum += product;
  }
  if (compiled.after === null) return sum;
  return Math.max(0, Math.min(sum, compiled.after.cap) - compiled.after.paid);
}

/** A result that must be there. Results below nothing count as nothing. */
function resultOf(results: Readonly<Record<string, number>>, measure: string): number {
  const value = results[measure];
  if (value === undefined) throw new RangeError(`there is no result for the measure “${measure}”`);
  return Math.max(0, value);
}

/** What a component is held against, and what happened: results by measure id, the others', the goals. */
export interface Case {
  readonly terms: Terms;
  readonly results: Readonly<Record<string, number>>;
  readonly others: readonly number[];
  readonly goals: Readonly<Record<string, number>>;
}

/** A component's pay for one period, in money and not rounded. */
export function componentPay(plan: Plan, component: Component, what: Case): number {
  const measure = measureOf(plan, component.measure);
  const { payout } = component;
  if (!isOwn(payout)) return contestPay(component, what);
  const compiled = compileComponent(component, measure, what.terms);
  const results =
    payout.kind === 'goals' ? { ...what.results, [measure.id]: scoreOf(payout, what.goals) } : what.results;
  return payOf(compiled, rounded(results, measure, what.terms, plan.rounding.attainment));
}

/** Weighted score of goals, 0–1. */
export function scoreOf({ goals, scoring }: Goals, reached: Readonly<Record<string, number>>): number {
  let score = 0;
  for (const { id, weight } of goals) {
    const part = Math.min(1, Math.max(0, reached[id] ?? 0));
    score += weight * (scoring === 'proportional' || part === 1 ? part : 0);
  }
  return score;
}

/** Results with the attainment rounded as the plan rounds it. */
function rounded(
  results: Readonly<Record<string, number>>,
  own: Measure,
  { quotas, before }: Terms,
  rounding: Rounding | null,
): Readonly<Record<string, number>> {
  if (rounding === null) return results;
  const neat: Record<string, number> = { ...results };
  for (const [id, value] of Object.entries(results)) {
    const quota = quotas[id] ?? null;
    if (quota === null || !(quota > 0)) continue;
    const sofar =
      id === own.id && own.accumulation.over === 'year-to-date' ? before : { credit: 0, quota: 0 };
    const whole = sofar.quota + quota;
    neat[id] = roundTo((sofar.credit + value) / whole, rounding) * whole - sofar.credit;
  }
  return neat;
}

function contestPay({ payout, measure, factor }: Component, { terms, results, others }: Case): number {
  const result = results[measure];
  if (result === undefined) throw new RangeError(`there is no result for the measure “${measure}”`);
  const quota = terms.quotas[measure] ?? null;
  const attainment = quota !== null && quota > 0 ? tidy(result / quota) : 0;
  switch (payout.kind) {
    case 'rank':
      return factor * prizeOf(payout, payout.axis === 'amount' ? result : attainment, others);
    case 'match': {
      const [theirs] = others;
      if (theirs === undefined) return 0;
      return factor * matchPay(payout, payout.axis === 'amount' ? result : attainment, theirs);
    }
    case 'pool':
      return factor * poolShare(payout, payout.divide === 'by-attainment' ? attainment : result, others);
    default:
      return 0;
  }
}
