import { DAYS_A_YEAR } from '../model/calendar.ts';
import { type CompiledComponent, compileComponent, isOwn, type Terms } from './compile-component.ts';
import type { Component, Plan } from './language.ts';
import { together } from './marginal-component.ts';
import type { MeasureInForce } from './measures-in-force.ts';
import type { Pool, Rank, TeamMatch } from './parts/payout.ts';
import type { Piecewise } from './piecewise.ts';

/**
 * How a curve drawn for a full rep's quota becomes a seat's with k times that quota: `none` it is the same; `credit`
 * everything grows k-fold, pay too (rates on sales); `attainment` results grow, pay stays (pay by attainment); `seat` it
 * must be drawn anew (limits in money on rates).
 */
export const SCALING = { none: 0, credit: 1, attainment: 2, seat: 3 } as const;

/** A function of one measure's result that a component's pay is a product of. */
export interface FactorInForce {
  /** Position among the plan's measures. */
  readonly measure: number;
  /** For a full rep and a whole span. */
  readonly curve: Piecewise;
  readonly scaling: number;
}

/** A component whose pay follows from results: Σ over products of Π over factors, then at most `cap`. */
export interface OwnPay {
  readonly kind: 'own';
  readonly component: Component;
  readonly measure: number;
  readonly products: readonly (readonly FactorInForce[])[];
  readonly cap: number;
  /**
   * What becomes of pay when target pay and salary are cut to part of a period, a value of BROKEN: it stays as it is, it is
   * cut likewise, or its curves must be drawn anew.
   */
  readonly broken: number;
  /** Whether some curve must be drawn for each seat; then these are the seats', one list of products each. */
  readonly drawn: boolean;
  readonly bySeat: (CompiledComponent | null)[];
  /** Row among the plan's components. */
  readonly place: number;
}

/** A component whose pay depends on others. */
export interface GroupPay {
  readonly kind: 'rank' | 'match' | 'pool';
  readonly component: Component;
  /** The payout with its prizes as they are felt, and the money that a unit of what is felt stands for. */
  readonly felt: Rank | TeamMatch | Pool;
  readonly moneyPerFelt: number;
  readonly measure: number;
  readonly place: number;
  /** 1 for each seat that takes part this week; absent where everybody does. Kept up to date by whoever made it. */
  readonly entrants?: Uint8Array;
}

/** A component in force. */
export type ComponentInForce = OwnPay | GroupPay;

/** A component for full reps. */
export function componentInForce(
  plan: Plan,
  component: Component,
  place: number,
  measures: readonly MeasureInForce[],
  seats: number,
): ComponentInForce {
  const at = measures.findIndex((one) => one.measure.id === component.measure);
  const { payout } = component;
  if (!isOwn(payout))
    return {
      kind: payout.kind,
      component,
      felt: payout,
      moneyPerFelt: 1,
      measure: at,
      place,
    };
  const own = measures[at]!;
  const draw = (k: number, part = 1): CompiledComponent =>
    forForecasts(
      compileComponent(component, own.measure, fullTerms(plan, component, own, measures, k, part)),
    );
  const one = draw(1);
  const others = TRIAL_QUOTAS.map((k) => [k, draw(k)] as const);
  const index = (id: string): number => measures.findIndex(({ measure }) => measure.id === id);
  const products = one.products.map((factors, i) =>
    factors.map(({ measure, curve }, j): FactorInForce => {
      const scalings = others.map(([k, drawn]) => scalingOf(curve, drawn.products[i]?.[j]?.curve, k));
      const alike = scalings.every((one) => one === scalings[0]);
      return { measure: index(measure), curve, scaling: alike ? scalings[0]! : SCALING.seat };
    }),
  );
  const drawn =
    own.measure.accumulation.over === 'best-of' ||
    products.some((factors) => factors.some(({ scaling }) => scaling === SCALING.seat));
  return {
    kind: 'own',
    component,
    measure: at,
    products,
    cap: one.after?.cap ?? Number.POSITIVE_INFINITY,
    broken: brokenBy(one, (part) => draw(1, part)),
    drawn,
    bySeat: drawn ? new Array<CompiledComponent | null>(seats).fill(null) : [],
    place,
  };
}

/** A compiled component with no measure twice in a product, so that forecasts of its factors are independent. */
export function forForecasts(compiled: CompiledComponent): CompiledComponent {
  return { ...compiled, products: compiled.products.map(together) };
}

/** A full rep's terms over a component's whole horizon, with k times the quotas, and part of the pay. */
function fullTerms(
  plan: Plan,
  component: Component,
  own: MeasureInForce,
  measures: readonly MeasureInForce[],
  k: number,
  part: number,
): Terms {
  const share = (part * own.horizonDays) / DAYS_A_YEAR;
  return {
    quotas: Object.fromEntries(
      measures.map((one) => {
        const quota = one === own ? one.reference : one.quota;
        return [one.measure.id, one.measure.quota === null ? null : quota * k];
      }),
    ),
    target: (plan.targetPay ?? 0) * component.weight * share,
    salary: plan.salary * 12 * share,
    before: { credit: 0, quota: 0, paid: 0 },
    ahead: 0,
    last: true,
  };
}

/** Values of `OwnPay.broken`. */
export const BROKEN = { lasting: 0, partial: 1, redrawn: 2 } as const;

/** Parts of a period's target pay and salary at which it is tried what becomes of curves: half of it, and a day of a year. */
const TRIAL_PARTS = [1 / 2, 1 / DAYS_A_YEAR];

/** What becomes of a component's pay in parts of a period. @param draw the component with part of target pay and salary */
function brokenBy(one: CompiledComponent, draw: (part: number) => CompiledComponent): number {
  if (one.after !== null) return BROKEN.redrawn;
  const kinds = TRIAL_PARTS.map((part) => {
    const cut = draw(part);
    const cuts = one.products.map((factors, i) =>
      factors.reduce((sum, { curve }, j) => sum + cutBy(curve, cut.products[i]?.[j]?.curve, part), 0),
    );
    if (cuts.every((times) => times === 0)) return BROKEN.lasting;
    return cuts.every((times) => times === 1) ? BROKEN.partial : BROKEN.redrawn;
  });
  return kinds.every((kind) => kind === kinds[0]) ? kinds[0]! : BROKEN.redrawn;
}

/** 0 for a curve that stays as it is, 1 for one whose every value is cut to a part, and anything else is infinite. */
function cutBy(curve: Piecewise, cut: Piecewise | undefined, part: number): number {
  if (scalingOf(curve, cut, 1) === SCALING.none) return 0;
  const partial =
    cut !== undefined &&
    cut.at.length === curve.at.length &&
    times(curve.at, cut.at, 1) &&
    times(curve.value, cut.value, part) &&
    times(curve.slope, cut.slope, part);
  return partial ? 1 : Number.POSITIVE_INFINITY;
}

/** Quotas, as multiples of a full rep's, at which it is tried how a curve moves: wider apart than those of any seat. */
const TRIAL_QUOTAS = [1 / 64, 1 / 4, 2, 64];

/** How a curve has moved where all quotas are k-fold. */
function scalingOf(one: Piecewise, many: Piecewise | undefined, k: number): number {
  if (many === undefined || one.at.length !== many.at.length) return SCALING.seat;
  const grows = (at: number, value: number, slope: number): boolean =>
    times(one.at, many.at, at) && times(one.value, many.value, value) && times(one.slope, many.slope, slope);
  if (grows(1, 1, 1)) return SCALING.none;
  if (grows(k, k, 1)) return SCALING.credit;
  return grows(k, 1, 1 / k) ? SCALING.attainment : SCALING.seat;
}

/** Whether every element of b is k times a's, but for rounding. */
function times(a: Float64Array, b: Float64Array, k: number): boolean {
  return a.every((x, i) => Math.abs(b[i]! - k * x) <= 1e-9 * Math.abs(b[i]!));
}
