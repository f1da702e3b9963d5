import { type CompiledComponent, compileComponent, isOwn, type Terms } from './compile-component.ts';
import { matchPay, poolShare, prizeOf } from './evaluate-contest.ts';
import { type Component, type Goals, type Measure, measureOf, type Plan, type Rounding } from './language.ts';
import { roundTo, tidy } from './parts/rounding.ts';
import { valueAt, valueLookedUp } from './piecewise.ts';

/** Results by measure id. */
export type ResultsById = Readonly<Record<string, number>>;

/**
 * What a component pays, in money and not rounded; below nothing it is owed. The first factor of a product is the own
 * measure's.
 *
 * @param looked what results count as when they are looked up in a table
 * @param onCredit whether pay is a rate on the result itself, so that looking up only picks the rate
 * @throws RangeError for a result not given
 */
export function payOf(
  compiled: CompiledComponent,
  results: ResultsById,
  looked: ResultsById = results,
  onCredit = false,
): number {
  let sum = 0;
  for (const factors of compiled.products) {
    let product = 1;
    for (const [i, { measure, curve }] of factors.entries()) {
      const at = tidy(resultOf(looked, measure));
      product *=
        onCredit && i === 0 ? valueLookedUp(curve, tidy(resultOf(results, measure)), at) : valueAt(curve, at);
    }
    sum += product;
  }
  return compiled.after === null ? sum : Math.min(sum, compiled.after.cap) - compiled.after.paid;
}

/** A result that must be there. */
function resultOf(results: ResultsById, measure: string): number {
  const value = results[measure];
  if (value === undefined) throw new RangeError(`there is no result for the measure “${measure}”`);
  return value;
}

/** What a component is held against, and what happened: results by measure id, the others', the goals. */
export interface Case {
  readonly terms: Terms;
  readonly results: ResultsById;
  readonly others: readonly number[];
  readonly goals: ResultsById;
}

/** A component's pay for one period, in money and not rounded. */
export function componentPay(plan: Plan, component: Component, what: Case): number {
  const measure = measureOf(plan, component.measure);
  const { payout } = component;
  if (!isOwn(payout)) return contestPay(component, what);
  const compiled = compileComponent(component, measure, what.terms);
  const results =
    payout.kind === 'goals' ? { ...what.results, [measure.id]: scoreOf(payout, what.goals) } : what.results;
  const onCredit = payout.kind === 'rates' || (payout.kind === 'matrix' && payout.in === 'credit');
  return payOf(compiled, results, rounded(results, measure, what.terms, plan.rounding.attainment), onCredit);
}

/** Weighted score of goals, 0–1. */
export function scoreOf({ goals, scoring }: Goals, reached: ResultsById): number {
  let score = 0;
  for (const { id, weight } of goals) {
    const part = Math.min(1, Math.max(0, reached[id] ?? 0));
    score += weight * (scoring === 'proportional' || part === 1 ? part : 0);
  }
  return score;
}

/** Results as they are looked up: with the attainment rounded as the plan rounds it. */
function rounded(
  results: ResultsById,
  own: Measure,
  { quotas, before, ahead }: Terms,
  rounding: Rounding | null,
): ResultsById {
  if (rounding === null) return results;
  const neat: Record<string, number> = { ...results };
  for (const [id, value] of Object.entries(results)) {
    const quota = quotas[id] ?? null;
    if (quota === null || !(quota > 0)) continue;
    const period = (attained: number): number => attained * quota;
    const accumulation = id === own.id ? own.accumulation : { over: 'discrete' as const };
    if (accumulation.over === 'discrete') {
      neat[id] = period(roundTo(value / quota, rounding));
      continue;
    }
    const whole =
      before.quota +
      quota +
      (accumulation.over === 'year-to-date' && accumulation.tiersOf === 'year' ? ahead : 0);
    const sofar = (before.credit + value) / whole;
    const year = (attained: number): number => attained * whole - before.credit;
    if (accumulation.over === 'year-to-date') neat[id] = year(roundTo(sofar, rounding));
    else {
      const best = roundTo(Math.max(value / quota, sofar), rounding);
      neat[id] = Math.min(period(best), year(best));
    }
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
