import type { Curve, Matrix, OwnPayout, Rates, StepBonus } from './parts/payout.ts';
import { tidy } from './parts/rounding.ts';
import { type Line, type Piecewise, piecewise } from './piecewise.ts';

/** What a payout's numbers are multiples of, for one person and span of time. */
export interface Scale {
  /** Credit per unit of the table's axis: the quota where it is read by attainment, 1 where by amount. */
  readonly unit: number;
  /** The same for a matrix's columns. */
  readonly acrossUnit: number;
  /** Money that `target` and `salary` stand for. */
  readonly target: number;
  readonly salary: number;
  /** Pay per credit that earns target pay at quota. */
  readonly baseRate: number;
}

/** A payout as a sum of products: a function of the own measure, times (for a matrix) one of another. */
export interface Part {
  readonly own: Piecewise;
  readonly across: Piecewise | null;
}

/** A place on a table's axis in credit: 110 % of 100 is 110, not a hair more. */
export function mark(x: number, unit: number): number {
  return tidy(x * unit);
}

/** A payout's function of credit, in money. */
export function partsOf(payout: OwnPayout, scale: Scale, inclusive: boolean): Part[] {
  switch (payout.kind) {
    case 'rates':
      return [{ own: ofRates(payout, scale, inclusive), across: null }];
    case 'curve':
      return [{ own: ofCurve(payout, scale, inclusive), across: null }];
    case 'bonus':
      return [{ own: ofSteps(payout, scale, inclusive), across: null }];
    case 'matrix':
      return ofMatrix(payout, scale, inclusive);
  }
}

function ofRates(rates: Rates, { unit, baseRate }: Scale, inclusive: boolean): Piecewise {
  const { apply, of } = rates;
  const perRate = of === 'base-rate' ? baseRate : 1;
  const start = mark(rates.excessOver, unit);
  const tiers = rates.tiers.map((tier) => ({ x: mark(tier.from, unit), slope: tier.rate * perRate }));
  const first = tiers.filter(({ x }) => x <= start).at(-1)!;
  const breaks: number[] = [];
  const lines: Line[] = [];
  if (start > 0) {
    breaks.push(start);
    lines.push({ x: start, y: 0, slope: 0 });
  }
  lines.push({ x: start, y: 0, slope: first.slope });
  for (const { x, slope } of tiers) {
    if (x <= start) continue;
    const below = lines.at(-1)!;
    const y = apply === 'marginal' ? below.y + below.slope * (x - below.x) : slope * (x - start);
    breaks.push(x);
    lines.push({ x, y, slope });
  }
  return piecewise(breaks, lines, inclusive);
}

function money(of: Curve['in'], { target, salary }: Scale): number {
  return of === 'target' ? target : of === 'salary' ? salary : 1;
}

function ofCurve(curve: Curve, scale: Scale, inclusive: boolean): Piecewise {
  const per = money(curve.in, scale);
  const points = curve.points.map(([x, y]) => ({ x: mark(x, scale.unit), y: y * per }));
  const first = points[0]!;
  const lines: Line[] = [{ x: first.x, y: curve.below === 'nothing' ? 0 : first.y, slope: 0 }];
  points.forEach((point, k) => {
    const next = points[k + 1];
    const before = points[k - 1];
    let slope = 0;
    if (curve.interpolation === 'linear') {
      if (next !== undefined) slope = (next.y - point.y) / (next.x - point.x);
      else if (curve.above === 'onward' && before !== undefined)
        slope = (point.y - before.y) / (point.x - before.x);
    }
    lines.push({ ...point, slope });
  });
  return piecewise(
    points.map(({ x }) => x),
    lines,
    inclusive,
  );
}

function ofSteps(bonus: StepBonus, scale: Scale, inclusive: boolean): Piecewise {
  const per = money(bonus.in, scale);
  let sum = 0;
  const lines: Line[] = [{ x: 0, y: 0, slope: 0 }];
  for (const { at, amount } of bonus.steps) {
    sum = bonus.stack === 'sum' ? sum + amount * per : amount * per;
    lines.push({ x: mark(at, scale.unit), y: sum, slope: 0 });
  }
  return piecewise(
    bonus.steps.map(({ at }) => mark(at, scale.unit)),
    lines,
    inclusive,
  );
}

/** Row by row: the row's weight at the own result, times the row's cells read at the other measure's. */
function ofMatrix(matrix: Matrix, scale: Scale, inclusive: boolean): Part[] {
  const rows = matrix.rows.map((x) => mark(x, scale.unit));
  const columns = matrix.columns.map((x) => mark(x, scale.acrossUnit));
  const per = matrix.in === 'credit' ? 1 : money(matrix.in, scale);
  return rows.map((_, i) => {
    const cells = matrix.cells[i]!.map((cell) => cell * per);
    const across =
      matrix.interpolation === 'step' ? stairs(columns, cells, inclusive) : chain(columns, cells, inclusive);
    if (matrix.interpolation === 'linear') {
      const weights = rows.map((__, j) => (i === j ? 1 : 0));
      return { own: chain(rows, weights, inclusive), across };
    }
    return { own: band(rows, i, matrix.in === 'credit', inclusive), across };
  });
}

/** y[k] from x[k] on, nothing below. */
function stairs(x: readonly number[], y: readonly number[], inclusive: boolean): Piecewise {
  return piecewise(x, [{ x: 0, y: 0, slope: 0 }, ...y.map((v) => ({ x: 0, y: v, slope: 0 }))], inclusive);
}

/** Lines from point to point, nothing below the first, level above the last. */
function chain(x: readonly number[], y: readonly number[], inclusive: boolean): Piecewise {
  const lines = x.map((from, k) => {
    const next = x[k + 1];
    return { x: from, y: y[k]!, slope: next === undefined ? 0 : (y[k + 1]! - y[k]!) / (next - from) };
  });
  return piecewise(x, [{ x: 0, y: 0, slope: 0 }, ...lines], inclusive);
}

/** 1 (or the credit itself) on row i, 0 elsewhere. */
function band(rows: readonly number[], i: number, ofCredit: boolean, inclusive: boolean): Piecewise {
  const nothing: Line = { x: 0, y: 0, slope: 0 };
  const whole: Line = ofCredit ? { x: 0, y: 0, slope: 1 } : { x: 0, y: 1, slope: 0 };
  const next = rows[i + 1];
  // Returns that leave less than nothing cost what the first row pays.
  const first = rows[i] === 0 && ofCredit ? whole : nothing;
  if (next === undefined) return piecewise([rows[i]!], [first, whole], inclusive);
  return piecewise([rows[i]!, next], [first, whole, nothing], inclusive);
}
