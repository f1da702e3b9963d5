import type {
  Boundary,
  Component,
  Gate,
  Limit,
  Modifier,
  OwnPayout,
} from '../../engine/incentive/language.ts';
import { OTHER_QUOTA, QUOTA, SALARY, TARGET } from './plan-random.ts';

/**
 * A component's pay read off its words, case by case, without any of the machinery of the engine: slow, and independent
 * of it. Results in credit; quotas and money as in plan-random.ts.
 */
export function payInWords(component: Component, x: number, y: number): number {
  const open = component.gates.every((gate) => reached(gate, y));
  const fast = component.gates.every((gate) => gate.otherwise !== 'no-accelerator' || reached(gate, y));
  let pay = bounded(component, x, y, fast);
  if (!open) {
    for (const gate of component.gates) {
      if (reached(gate, y)) continue;
      if (gate.otherwise === 'nothing') pay = 0;
      else if (gate.otherwise !== 'no-accelerator') pay *= gate.otherwise.share;
    }
  }
  for (const modifier of component.modifiers) pay *= factorAt(modifier, y);
  for (const cap of component.capsAfter) pay = Math.min(pay, moneyOf(cap));
  return pay;
}

function moneyOf(cap: Limit): number {
  return cap.on === 'target'
    ? cap.times * TARGET
    : cap.on === 'money'
      ? cap.amount
      : Number.POSITIVE_INFINITY;
}

function reached(gate: Gate, y: number): boolean {
  return isAt(y / OTHER_QUOTA, gate.at, gate.boundary);
}

function isAt(x: number, mark: number, boundary: Boundary): boolean {
  return boundary === 'at-or-above' ? x >= mark : x > mark;
}

function factorAt({ points, interpolation, boundary }: Modifier, y: number): number {
  const at = y / OTHER_QUOTA;
  let k = -1;
  points.forEach(([mark], i) => {
    if (isAt(at, mark, boundary)) k = i;
  });
  if (k < 0) return points[0]![1];
  const [from, low] = points[k]!;
  const next = points[k + 1];
  if (interpolation === 'step' || next === undefined) return low;
  return low + ((next[1] - low) * (at - from)) / (next[0] - from);
}

function unitOf(payout: OwnPayout): number {
  return payout.axis === 'amount' ? 1 : QUOTA;
}

/** Components of these tests pay by a table of results, never by rank. */
function tableOf({ payout }: Component): OwnPayout {
  if (
    payout.kind === 'rates' ||
    payout.kind === 'curve' ||
    payout.kind === 'bonus' ||
    payout.kind === 'matrix'
  )
    return payout;
  throw new Error('no table');
}

/** Threshold, caps and floor around the payout. */
function bounded(component: Component, x: number, y: number, fast: boolean): number {
  const { threshold, boundary, caps, floor } = component;
  const payout = tableOf(component);
  const unit = unitOf(payout);
  const raw = (at: number): number => {
    if (threshold !== null) {
      if (!isAt(at / unit, threshold.at, boundary)) return 0;
      const just = threshold.at * unit * (1 - 1e-14);
      return (
        plain(component, at, y, fast) -
        (threshold.pays === 'from-first' ? 0 : plain(component, just, y, fast))
      );
    }
    return plain(component, at, y, fast);
  };
  let at = x;
  for (const cap of caps) if (cap.on === 'result') at = Math.min(at, cap.at * unit);
  let pay = raw(at);
  for (const cap of caps) if (cap.on !== 'result') pay = Math.min(pay, moneyOf(cap));
  return floor === null ? pay : Math.max(pay, floor);
}

function plain(component: Component, x: number, y: number, fast: boolean): number {
  const { boundary, rateChanges } = component;
  const payout = tableOf(component);
  const unit = unitOf(payout);
  const at = x / unit;
  const times = (mark: number): number => {
    let factor = 1;
    for (const change of rateChanges)
      if ((fast || change.times <= 1) && change.from <= mark) factor = change.times;
    return factor;
  };
  const per = (of: 'target' | 'money' | 'salary'): number =>
    of === 'target' ? TARGET : of === 'salary' ? SALARY : 1;
  switch (payout.kind) {
    case 'rates': {
      const base = payout.of === 'base-rate' ? TARGET / QUOTA : 1;
      const rateAt = (mark: number): number => {
        let rate = payout.tiers[0]!.rate;
        for (const tier of payout.tiers) if (tier.from <= mark) rate = tier.rate;
        return rate * base;
      };
      if (payout.apply === 'marginal') {
        // The area under the rates, between every pair of neighbouring marks.
        const over = payout.excessOver;
        const slope = (mark: number): number => (mark < over ? 0 : rateAt(mark) * times(mark));
        if (at < 0) return over > 0 ? 0 : slope(0) * x;
        const marks = [0, over, ...payout.tiers.map((t) => t.from), ...rateChanges.map((c) => c.from), at]
          .filter((mark) => mark <= at)
          .sort((a, b) => a - b);
        let area = 0;
        for (let i = 0; i + 1 < marks.length; i++)
          area += slope(marks[i]!) * (marks[i + 1]! - marks[i]!) * unit;
        return area;
      }
      let rate = payout.tiers[0]!.rate * base;
      for (const tier of payout.tiers) if (isAt(at, tier.from, boundary)) rate = tier.rate * base;
      return payout.excessOver > 0 && at < payout.excessOver ? 0 : rate * (at - payout.excessOver) * unit;
    }
    case 'curve': {
      const { points, interpolation, below, above } = payout;
      let k = -1;
      points.forEach(([mark], i) => {
        if (isAt(at, mark, boundary)) k = i;
      });
      if (k < 0) return below === 'nothing' ? 0 : points[0]![1] * per(payout.in);
      if (interpolation === 'step') return points[k]![1] * per(payout.in);
      // Slopes from point to point, each with its factor.
      let value = points[0]![1];
      const marks = [...points.map(([mark]) => mark), ...rateChanges.map((c) => c.from), at]
        .filter((mark) => mark >= points[0]![0] && mark <= at)
        .sort((a, b) => a - b);
      for (let i = 0; i + 1 < marks.length; i++) {
        const j = points.filter(([mark]) => mark <= marks[i]!).length - 1;
        const next = points[j + 1];
        const from = next === undefined ? points[j - 1] : points[j];
        const to = next ?? points[j]!;
        const level = next === undefined && above === 'level';
        const slope = level || from === undefined ? 0 : (to[1] - from[1]) / (to[0] - from[0]);
        value += slope * times(marks[i]!) * (marks[i + 1]! - marks[i]!);
      }
      return value * per(payout.in);
    }
    case 'bonus': {
      const got = payout.steps.filter((step) => isAt(at, step.at, boundary)).map(({ amount }) => amount);
      const sum = payout.stack === 'sum' ? got.reduce((a, b) => a + b, 0) : (got.at(-1) ?? 0);
      return sum * per(payout.in);
    }
    case 'matrix': {
      const across = y / OTHER_QUOTA;
      const i = payout.rows.filter((mark) => isAt(at, mark, boundary)).length - 1;
      const j = payout.columns.filter((mark) => isAt(across, mark, boundary)).length - 1;
      if (i < 0 || j < 0) return 0;
      const cell = (r: number, c: number): number =>
        payout.cells[Math.min(r, payout.rows.length - 1)]![Math.min(c, payout.columns.length - 1)]!;
      if (payout.in === 'credit') return cell(i, j) * x;
      if (payout.interpolation === 'step') return cell(i, j) * per(payout.in);
      const along = (marks: readonly number[], k: number, value: number): number =>
        k + 1 < marks.length ? (value - marks[k]!) / (marks[k + 1]! - marks[k]!) : 0;
      const [u, v] = [along(payout.rows, i, at), along(payout.columns, j, across)];
      const top = cell(i, j) * (1 - v) + cell(i, j + 1) * v;
      const bottom = cell(i + 1, j) * (1 - v) + cell(i + 1, j + 1) * v;
      return (top * (1 - u) + bottom * u) * per(payout.in);
    }
  }
}

/** Places where the words can bend or jump, in credit of the own measure and of the other. */
export function bendsInWords(component: Component): { own: number[]; other: number[] } {
  const { threshold, rateChanges, caps, gates, modifiers } = component;
  const payout = tableOf(component);
  const unit = unitOf(payout);
  const own: number[] = [...rateChanges.map((c) => c.from)];
  const other: number[] = [
    ...gates.map((g) => g.at),
    ...modifiers.flatMap((m) => m.points.map(([at]) => at)),
  ];
  if (threshold !== null) own.push(threshold.at);
  for (const cap of caps) if (cap.on === 'result') own.push(cap.at);
  if (payout.kind === 'rates') own.push(payout.excessOver, ...payout.tiers.map((t) => t.from));
  if (payout.kind === 'curve') own.push(...payout.points.map(([at]) => at));
  if (payout.kind === 'bonus') own.push(...payout.steps.map((s) => s.at));
  if (payout.kind === 'matrix') {
    own.push(...payout.rows);
    other.push(...payout.columns);
  }
  return { own: own.map((x) => x * unit), other: other.map((x) => x * OTHER_QUOTA) };
}
