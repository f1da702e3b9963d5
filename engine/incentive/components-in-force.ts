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
  /** Whether curves stay as they are when target pay and salary are cut to part of a period. */
  readonly lasting: boolean;
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
    return { kind: payout.kind, component, felt: payout, moneyPerFelt: 1, measure: at, place };
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
    lasting: one.after === null && sameCurves(one, draw(1, 0.5)),
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
    last: true,
  };
}

function sameCurves(a: CompiledComponent, b: CompiledComponent): boolean {
  return a.products.every((factors, i) =>
    factors.every(({ curve }, j) => scalingOf(curve, b.products[i]?.[j]?.curve, 1) === SCALING.none),
  );
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
