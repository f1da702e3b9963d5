import { mark, partsOf, type Scale } from './compile-payout.ts';
import type { Component, Gate, Goals, Limit, Measure, Modifier, OwnPayout, Payout } from './language.ts';
import { constant, type Piecewise, piecewise } from './piecewise.ts';
import {
  atLeast,
  atMost,
  composed,
  heldFrom,
  joined,
  nothingBelow,
  raised,
  scaled,
  steepened,
} from './piecewise-algebra.ts';

/**
 * What one person's component is held against, for one period. For a year-to-date measure: for the year so far, or where
 * its tiers are of the year's quota, for the year.
 */
export interface Terms {
  /** Quota of the period by measure id, in the metric's unit; null where there is none. */
  readonly quotas: Readonly<Record<string, number | null>>;
  /** Target pay of the component over the span, in money. */
  readonly target: number;
  /** Salary over the span. */
  readonly salary: number;
  /** Earlier in the year, for measures that accumulate: credit, quota, and what the component paid. */
  readonly before: { readonly credit: number; readonly quota: number; readonly paid: number };
  /** Quota of the rest of the year after the period, for measures whose tiers are of the year's quota. */
  readonly ahead: number;
  /** Whether the year ends with this period. */
  readonly last: boolean;
}

/** A factor of a product: a function of one measure's credit. */
export interface Factor {
  readonly measure: string;
  readonly curve: Piecewise;
}

/** What a sum of products still goes through: at most `cap`, less what was paid; below 0 it is owed. */
export interface After {
  readonly cap: number;
  readonly paid: number;
}

/**
 * A component as a function of results: Σ over products of Π over factors, each a piecewise-linear function of one
 * measure. One evaluator and one closed form serve them all. Where two factors of a product look at the same measure, at
 * most one of them slopes anywhere.
 */
export interface CompiledComponent {
  readonly products: readonly (readonly Factor[])[];
  /** Null where nothing is left to do: always so without gates, modifiers and matrices. */
  readonly after: After | null;
}

const NOTHING: CompiledComponent = { products: [], after: null };

/** Whether a component's pay is a function of results alone, and not of what others do. */
export function isOwn(payout: Payout): payout is OwnPayout | Goals {
  return payout.kind !== 'rank' && payout.kind !== 'match' && payout.kind !== 'pool';
}

/**
 * Compiles a component for one person and period. Without a quota where one is needed, it pays nothing.
 *
 * @throws RangeError for a payout that depends on others (see `isOwn`)
 */
export function compileComponent(component: Component, measure: Measure, terms: Terms): CompiledComponent {
  if (!isOwn(component.payout)) throw new RangeError(`“${component.id}” depends on what others do`);
  const payout = component.payout.kind === 'goals' ? SCORE : component.payout;
  const quota = terms.quotas[measure.id] ?? null;
  const span = spanOf(measure, terms, quota);
  const unit = payout.axis === 'amount' ? 1 : span;
  if (unit === null || !(unit > 0)) return NOTHING;
  const across = payout.kind === 'matrix' ? unitOf(payout.acrossAxis, payout.across, terms) : 1;
  if (across === null) return NOTHING;
  const scale: Scale = {
    unit,
    acrossUnit: across,
    target: terms.target,
    salary: terms.salary,
    baseRate: span !== null && span > 0 ? terms.target / span : 0,
  };
  const inclusive = component.boundary === 'at-or-above';
  const products: Factor[][] = [];
  for (const accelerated of component.gates.some((gate) => gate.otherwise === 'no-accelerator')
    ? [true, false]
    : [true]) {
    for (const part of partsOf(payout, scale, inclusive)) {
      const bent = bend(part.own, component, accelerated, unit, terms.target);
      const own = overTime(bent, measure, terms, span, unit, payout.axis);
      products.push([
        { measure: measure.id, curve: own },
        ...(part.across === null ? [] : [{ measure: acrossOf(payout), curve: part.across }]),
        ...conditions(component, terms, accelerated),
      ]);
    }
  }
  return finish(products, component, measure, terms);
}

/** A weighted score of goals earns that share of target. */
const SCORE: OwnPayout = {
  kind: 'curve',
  axis: 'amount',
  points: [
    [0, 0],
    [1, 1],
  ],
  interpolation: 'linear',
  below: 'nothing',
  above: 'level',
  in: 'target',
};

function acrossOf(payout: OwnPayout): string {
  return payout.kind === 'matrix' ? payout.across : '';
}

/** The quota that results are held against: the year's, or the year's so far, where they accumulate. */
function spanOf({ accumulation }: Measure, { before, ahead }: Terms, quota: number | null): number | null {
  if (quota === null || accumulation.over !== 'year-to-date') return quota;
  return before.quota + quota + (accumulation.tiersOf === 'year' ? ahead : 0);
}

function unitOf(axis: 'attainment' | 'amount', measure: string, terms: Terms): number | null {
  if (axis === 'amount') return 1;
  const quota = terms.quotas[measure] ?? null;
  return quota !== null && quota > 0 ? quota : null;
}

/** Rate changes, threshold, caps and floor: all on the own measure. */
function bend(
  own: Piecewise,
  component: Component,
  accelerated: boolean,
  unit: number,
  target: number,
): Piecewise {
  const changes = component.rateChanges.filter(({ times }) => accelerated || times <= 1);
  let f = own;
  if (changes.length > 0) {
    const from = changes.map((one) => mark(one.from, unit));
    f = steepened(
      f,
      from,
      changes.map(({ times }) => times),
    );
  }
  const { threshold, floor, factor } = component;
  if (threshold !== null) f = nothingBelow(f, mark(threshold.at, unit), threshold.pays);
  for (const cap of component.caps) f = capped(f, cap, unit, target);
  if (floor !== null) f = atLeast(f, floor);
  return factor === 1 ? f : scaled(f, factor);
}

function capped(f: Piecewise, cap: Limit, unit: number, target: number): Piecewise {
  switch (cap.on) {
    case 'result':
      return heldFrom(f, mark(cap.at, unit));
    case 'target':
      return atMost(f, cap.times * target);
    case 'money':
      return atMost(f, cap.amount);
  }
}

/** From a function of the span's result to one of this period's credit. */
function overTime(
  f: Piecewise,
  measure: Measure,
  { before, last }: Terms,
  span: number | null,
  unit: number,
  axis: 'attainment' | 'amount',
): Piecewise {
  const { accumulation } = measure;
  if (accumulation.over === 'year-to-date') {
    const held =
      last || accumulation.interimCap === null ? f : heldFrom(f, mark(accumulation.interimCap, span ?? 0));
    return before.credit === 0 ? held : composed(held, 1, before.credit);
  }
  if (accumulation.over === 'best-of' && axis === 'attainment' && before.quota > 0) {
    // The year's attainment is (C + x)/(Q + q), the period's x/q: the year's is better below x = q·C/Q.
    const year = composed(f, unit / (before.quota + unit), (before.credit * unit) / (before.quota + unit));
    return before.credit > 0 ? joined(year, f, (unit * before.credit) / before.quota) : f;
  }
  return f;
}

/** Gates and modifiers. Of gates that withhold acceleration the reader allows one: it splits a component in two products. */
function conditions(component: Component, terms: Terms, accelerated: boolean): Factor[] {
  const gates = component.gates.map((gate): Factor => {
    if (gate.otherwise === 'no-accelerator') {
      const [closed, open] = accelerated ? [0, 1] : [1, 0];
      return { measure: gate.measure, curve: gateAt(gate, terms, closed, open) };
    }
    const closed = gate.otherwise === 'nothing' ? 0 : gate.otherwise.share;
    return { measure: gate.measure, curve: gateAt(gate, terms, closed, 1) };
  });
  const modifiers = component.modifiers.map(
    (modifier): Factor => ({ measure: modifier.measure, curve: ofModifier(modifier, terms) }),
  );
  return [...gates, ...modifiers];
}

function gateAt(gate: Gate, terms: Terms, closed: number, open: number): Piecewise {
  const unit = unitOf(gate.axis, gate.measure, terms);
  // What has no quota cannot be missed.
  if (unit === null) return constant(open);
  return piecewise(
    [mark(gate.at, unit)],
    [
      { x: 0, y: closed, slope: 0 },
      { x: 0, y: open, slope: 0 },
    ],
    gate.boundary === 'at-or-above',
  );
}

function ofModifier(modifier: Modifier, terms: Terms): Piecewise {
  const unit = unitOf(modifier.axis, modifier.measure, terms);
  if (unit === null) return constant(1);
  const x = modifier.points.map(([at]) => mark(at, unit));
  const y = modifier.points.map(([, factor]) => factor);
  const lines = x.map((from, k) => {
    const next = x[k + 1];
    const linear = modifier.interpolation === 'linear' && next !== undefined;
    return { x: from, y: y[k]!, slope: linear ? (y[k + 1]! - y[k]!) / (next - from) : 0 };
  });
  return piecewise(x, [{ x: x[0]!, y: y[0]!, slope: 0 }, ...lines], modifier.boundary === 'at-or-above');
}

function finish(
  products: Factor[][],
  component: Component,
  measure: Measure,
  terms: Terms,
): CompiledComponent {
  const cap = component.capsAfter.reduce(
    (least, limit) =>
      Math.min(
        least,
        limit.on === 'target' ? limit.times * terms.target : limit.on === 'money' ? limit.amount : least,
      ),
    Number.POSITIVE_INFINITY,
  );
  const paid = measure.accumulation.over === 'year-to-date' ? terms.before.paid : 0;
  if (cap === Number.POSITIVE_INFINITY && paid === 0) return { products, after: null };
  const alone = products.length === 1 && products[0]!.length === 1 ? products[0]![0]! : null;
  if (alone === null) return { products, after: { cap, paid } };
  let curve = cap === Number.POSITIVE_INFINITY ? alone.curve : atMost(alone.curve, cap);
  if (paid !== 0) curve = raised(curve, -paid);
  return { products: [[{ measure: alone.measure, curve }]], after: null };
}
