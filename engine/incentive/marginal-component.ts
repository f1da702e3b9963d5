import type { After, CompiledComponent, Factor } from './compile-component.ts';
import { integrate } from './integrate.ts';
import { expected, type Forecast } from './marginal.ts';
import { constant, type Piecewise, valueAt } from './piecewise.ts';
import { added, atMost, multiplied, raised, scaled } from './piecewise-algebra.ts';

/** Widest panel over another measure, in its standard deviations: a cap may turn a factor's slope into a steep step. */
const PANEL = 0.25;

/** Expected pay of a component, and by measure how much it rises per unit that the measure's mean rises. */
export interface ExpectedPay {
  readonly pay: number;
  readonly marginal: Readonly<Record<string, number>>;
}

/**
 * Expected pay of a component under independent Normal forecasts of its measures, by measure id.
 *
 * Exact to rounding wherever a component's pay is a sum of products of functions of one measure each: every table of one
 * measure, matrices, gates, modifiers. Where a cap (or what was paid before) holds after gates and modifiers, the other
 * measures are integrated over numerically, to about 1e-8 of the component's expected pay; the own measure stays exact.
 * Rounding of attainment is left out: it moves pay by at most one step's worth.
 *
 * @param own the component's own measure
 * @throws RangeError when a forecast is missing
 */
export function expectedPay(
  compiled: CompiledComponent,
  own: string,
  forecasts: Readonly<Record<string, Forecast>>,
): ExpectedPay {
  const measures = measuresOf(compiled, own);
  for (const id of measures)
    if (forecasts[id] === undefined) throw new RangeError(`there is no forecast for the measure “${id}”`);
  const products = compiled.products.map(together);
  if (compiled.after === null) return ofProducts(products, measures, forecasts);
  return limited(products, compiled.after, own, measures, forecasts);
}

/** One factor a measure: those of the same measure are multiplied out. Who gets what on a boundary has no chance. */
export function together(factors: readonly Factor[]): Factor[] {
  const result: Factor[] = [];
  for (const factor of factors) {
    const i = result.findIndex((one) => one.measure === factor.measure);
    if (i < 0) result.push(factor);
    else result[i] = { measure: factor.measure, curve: multiplied(result[i]!.curve, factor.curve) };
  }
  return result;
}

function measuresOf({ products }: CompiledComponent, own: string): string[] {
  return [...new Set([own, ...products.flatMap((factors) => factors.map(({ measure }) => measure))])];
}

/** E[Π f] = Π E[f] for independent measures, and the product rule for each measure's derivative. */
function ofProducts(
  products: readonly (readonly Factor[])[],
  measures: readonly string[],
  forecasts: Readonly<Record<string, Forecast>>,
): ExpectedPay {
  const marginal: Record<string, number> = Object.fromEntries(measures.map((id) => [id, 0]));
  let pay = 0;
  for (const factors of products) {
    const each = factors.map(({ measure, curve }) => expected(curve, forecasts[measure]!));
    pay += each.reduce((product, one) => product * one.pay, 1);
    factors.forEach(({ measure }, i) => {
      marginal[measure]! += each.reduce((product, one, j) => product * (i === j ? one.marginal : one.pay), 1);
    });
  }
  return { pay, marginal };
}

/**
 * E[min(Σ products, cap) − paid]: given the other measures, the sum is a function of the own one, which is clipped
 * and expected exactly; over the others it is integrated. A derivative by another mean comes from weighting with z/σ.
 */
function limited(
  products: readonly (readonly Factor[])[],
  after: After,
  own: string,
  measures: readonly string[],
  forecasts: Readonly<Record<string, Forecast>>,
): ExpectedPay {
  const others = measures.filter((id) => id !== own);
  const [other, ...rest] = others;
  if (other === undefined) {
    const { pay, marginal } = expected(clip(sumOf(products), after), forecasts[own]!);
    return { pay, marginal: { [own]: marginal } };
  }
  const forecast = forecasts[other]!;
  const given = (y: number): ExpectedPay =>
    limited(fixed(products, other, y), after, own, [own, ...rest], forecasts);
  if (!(forecast.sd > 0)) {
    const at = given(forecast.mean);
    return { pay: at.pay, marginal: { ...at.marginal, [other]: 0 } };
  }
  const bends = products.flatMap((factors) =>
    factors.filter(({ measure }) => measure === other).flatMap(({ curve }) => [...curve.at]),
  );
  const ids = [own, ...rest];
  const sums = integrate(forecast, bends, ids.length + 2, PANEL, (y) => {
    const { pay, marginal } = given(y);
    return [pay, (pay * (y - forecast.mean)) / forecast.sd ** 2, ...ids.map((id) => marginal[id]!)];
  });
  const marginal: Record<string, number> = { [other]: sums[1]! };
  ids.forEach((id, i) => {
    marginal[id] = sums[i + 2]!;
  });
  return { pay: sums[0]!, marginal };
}

/** The products with one measure known. */
function fixed(products: readonly (readonly Factor[])[], measure: string, value: number): Factor[][] {
  return products.map((factors) => {
    let times = 1;
    const left: Factor[] = [];
    for (const factor of factors) {
      if (factor.measure === measure) times *= valueAt(factor.curve, value);
      else left.push(factor);
    }
    const [first, ...more] = left;
    return first === undefined ? [] : [{ ...first, curve: scaled(first.curve, times) }, ...more];
  });
}

function sumOf(products: readonly (readonly Factor[])[]): Piecewise {
  const curves = products.flatMap(([factor]) => (factor === undefined ? [] : [factor.curve]));
  return curves.length === 0 ? constant(0) : curves.reduce(added);
}

function clip(f: Piecewise, { cap, paid }: After): Piecewise {
  return raised(cap === Number.POSITIVE_INFINITY ? f : atMost(f, cap), -paid);
}
