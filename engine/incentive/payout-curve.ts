import type { Component, Measure, Plan } from './language.ts';
import { measureOf } from './language.ts';
import { PLAN_METRICS } from './parts/measure.ts';
import { CENT, tidy } from './parts/rounding.ts';
import { usualResult, withoutContests, yearlyPay } from './year.ts';

/** What a payout curve is drawn over: attainment of quota, or the result of a year where there is no quota. */
export interface PayoutCurve {
  readonly axis: 'attainment' | 'amount';
  /** The measure whose result the amounts are; for attainment every measure with a quota moves along. */
  readonly measure: Measure;
  /** Levels where the plan's own tables bend or jump, rising. */
  readonly marks: readonly number[];
  /** Variable pay a year at a level, rounded as the plan rounds. */
  readonly pay: (level: number) => number;
  /** Pay per unit of level just above it: a share of quota, or a unit of the result. */
  readonly slope: (level: number) => number;
  /** How far pay jumps at a level. */
  readonly jump: (level: number) => number;
}

/** Distance over which slopes are taken, relative to the level. */
const STEP = 1e-6;

/**
 * Variable pay a year as a function of how well it goes: the same attainment in every period and measure, for someone long
 * there. Contests, pools, and extras for single deals are left out. Rates without a quota are drawn over the result.
 *
 * @param only one measure that moves while the others stay on target; null moves all
 */
export function payoutCurve(plan: Plan, only: string | null = null): PayoutCurve {
  const settled = withoutContests(plan);
  const measure = only === null ? mainMeasure(plan) : measureOf(plan, only);
  if (measure === undefined) throw new RangeError(`plan “${plan.id}” measures nothing`);
  const axis = measure.quota === null ? 'amount' : 'attainment';
  // Rounding makes stairs of what rises: slopes and jumps are those without.
  const exact: Plan = { ...settled, rounding: { attainment: null, money: { ...CENT, step: 1e-9 } } };
  const at = (of: Plan, level: number): number =>
    yearlyPay(of, (one) => resultAt(plan, one, measure, axis, level, only));
  const scale = axis === 'attainment' ? 1 : Math.max(1, ...marksOf(settled, measure, axis, only));
  const step = STEP * scale;
  const typical = Math.max(1, Math.abs(at(exact, scale)));
  return {
    axis,
    measure,
    marks: marksOf(settled, measure, axis, only),
    pay: (level) => tidy(at(settled, level)),
    slope: (level) => (at(exact, level + 2 * step) - at(exact, level + step)) / step,
    jump: (level) => {
      const [b2, b1, a1, a2] = [-2, -1, 1, 2].map((k) => at(exact, Math.max(0, level + k * step)));
      // What the slopes on either side explain is no jump.
      const total = a1! - b1! - (b1! - b2!) - (a2! - a1!);
      return Math.abs(total) > 1e-4 * typical ? total : 0;
    },
  };
}

/** What a plan is mostly about: the first measure with a quota that is paid for, else the first that is paid for. */
export function mainMeasure(plan: Plan): Measure | undefined {
  const paid = plan.components.map(({ measure }) => measureOf(plan, measure));
  return paid.find(({ quota }) => quota !== null) ?? paid[0] ?? plan.measures[0];
}

/** A measure's attainment (or, without a quota, result of a period) at a level of the curve. */
function resultAt(
  plan: Plan,
  one: Measure,
  measure: Measure,
  axis: 'attainment' | 'amount',
  level: number,
  only: string | null,
): number {
  const moves = only === null || one.id === only;
  if (one.quota !== null) return moves && axis === 'attainment' ? level : 1;
  if (PLAN_METRICS[one.metric].kind === 'level') return moves && one === measure ? level : usualResult(one);
  const alike = (other: Measure): boolean => other.metric === one.metric && other.scope === one.scope;
  if (axis === 'amount') return alike(measure) && moves ? (level * one.months) / 12 : 0;
  // Without a quota of its own it follows the same metric where that has one.
  const twin = plan.measures.find((other) => other.quota !== null && alike(other));
  return twin === undefined ? 0 : (level * twin.quota!.amount * one.months) / 12;
}

function marksOf(plan: Plan, measure: Measure, axis: 'attainment' | 'amount', only: string | null): number[] {
  const marks = new Set<number>();
  for (const component of plan.components) {
    const own = measureOf(plan, component.measure);
    for (const { on, x, by } of placesOf(component)) {
      const of = on === null ? own : measureOf(plan, on);
      if (only !== null && of.id !== only) continue;
      if (axis === 'attainment') {
        if (by === 'attainment') marks.add(x);
        else if (of.quota !== null) marks.add(tidy((x * perYear(of)) / of.quota.amount));
      } else if (by === 'amount' && of.metric === measure.metric) marks.add(tidy(x * perYear(of)));
    }
  }
  return [...marks].filter((x) => x > 0).sort((a, b) => a - b);
}

/** How often a year a table of amounts is gone through: once a period, or once where the year so far is read. */
function perYear({ metric, accumulation, months }: Measure): number {
  return PLAN_METRICS[metric].kind === 'level' || accumulation.over === 'year-to-date' ? 1 : 12 / months;
}

interface Place {
  /** The measure looked at; null for the component's own. */
  readonly on: string | null;
  readonly x: number;
  readonly by: 'attainment' | 'amount';
}

/** Places where a component's words bend or jump. */
function placesOf(component: Component): Place[] {
  const { payout, threshold, rateChanges, caps, gates, modifiers } = component;
  const by = 'axis' in payout ? payout.axis : 'amount';
  const own: number[] = rateChanges.map(({ from }) => from);
  if (threshold !== null) own.push(threshold.at);
  for (const cap of caps) if (cap.on === 'result') own.push(cap.at);
  const places: Place[] = [];
  switch (payout.kind) {
    case 'rates':
      own.push(payout.excessOver, ...payout.tiers.map(({ from }) => from));
      break;
    case 'curve':
      own.push(...payout.points.map(([x]) => x));
      break;
    case 'bonus':
      own.push(...payout.steps.map(({ at }) => at));
      break;
    case 'matrix':
      own.push(...payout.rows);
      places.push(...payout.columns.map((x) => ({ on: payout.across, x, by: payout.acrossAxis })));
      break;
    default:
      break;
  }
  for (const gate of gates) places.push({ on: gate.measure, x: gate.at, by: gate.axis });
  for (const one of modifiers)
    places.push(...one.points.map(([x]) => ({ on: one.measure, x, by: one.axis })));
  return [...own.map((x) => ({ on: null, x, by })), ...places];
}
