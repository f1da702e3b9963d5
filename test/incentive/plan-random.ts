import type { Terms } from '../../engine/incentive/compile-component.ts';
import type {
  Boundary,
  Component,
  Gate,
  Limit,
  Measure,
  Modifier,
  OwnPayout,
} from '../../engine/incentive/language.ts';

/** A small generator of its own for tests: xorshift32, uniform on [0, 1). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2654435761) >>> 0 || 1;
    for (let i = 0; i < 8; i++) this.next();
  }

  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state / 4294967296;
  }

  from(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A decimal with so many places. */
  decimal(low: number, high: number, places: number): number {
    const scale = 10 ** places;
    return Math.round(this.from(low, high) * scale) / scale;
  }

  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)]!;
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  /** Rising decimals in a range, each at least .05 above the one before. */
  marks(count: number, low: number, high: number): number[] {
    const set = new Set<number>();
    while (set.size < count) set.add(Math.round(this.from(low, high) * 20) / 20);
    return [...set].sort((a, b) => a - b);
  }
}

/** A quota that is neither round nor small. */
export const QUOTA = 250_000;
export const OTHER_QUOTA = 80_000;
export const TARGET = 12_000;
export const SALARY = 30_000;

export const TERMS: Terms = {
  quotas: { own: QUOTA, other: OTHER_QUOTA },
  target: TARGET,
  salary: SALARY,
  before: { credit: 0, quota: 0, paid: 0 },
  ahead: 0,
  last: true,
};

export function measure(id: string): Measure {
  return {
    id,
    title: { en: id, zh: id },
    metric: 'revenue',
    customers: 'all',
    scope: 'individual',
    pooling: 'mean',
    credit: { repeat: 1, splits: 'recorded', overlay: 0, dealCap: null },
    months: 3,
    quota: {
      amount: QUOTA * 4,
      seasonality: [0.25, 0.25, 0.25, 0.25],
      ramp: [],
      proration: 'workdays',
      ratchet: { up: 0, down: 0 },
    },
    accumulation: { over: 'discrete' },
  };
}

export const BARE: Omit<Component, 'payout'> = {
  id: 'c',
  title: { en: 'c', zh: 'c' },
  measure: 'own',
  weight: 1,
  factor: 1,
  boundary: 'at-or-above',
  threshold: null,
  rateChanges: [],
  caps: [],
  floor: null,
  gates: [],
  modifiers: [],
  capsAfter: [],
};

function rates(d: Dice): OwnPayout {
  const marks = [0, ...d.marks(d.whole(0, 4), 0.2, 2)];
  const of = d.pick(['credit', 'base-rate', 'unit'] as const);
  return {
    kind: 'rates',
    axis: d.pick(['attainment', 'attainment', 'amount'] as const),
    apply: d.pick(['marginal', 'whole-period'] as const),
    of,
    tiers: marks.map((from) => ({
      from,
      rate: of === 'base-rate' ? d.decimal(0, 2, 1) : d.decimal(0, 0.3, 3),
    })),
    excessOver: d.chance(0.2) ? d.pick([0.5, 1]) : 0,
  };
}

function curve(d: Dice): OwnPayout {
  const count = d.whole(1, 5);
  const marks = d.marks(count, 0, 2);
  const interpolation = d.pick(['linear', 'step'] as const);
  return {
    kind: 'curve',
    axis: 'attainment',
    points: marks.map((x) => [x, d.decimal(0, 2, 2)] as const),
    interpolation,
    below: d.pick(['nothing', 'level'] as const),
    above: interpolation === 'linear' && count > 1 ? d.pick(['level', 'onward'] as const) : 'level',
    in: d.pick(['target', 'salary'] as const),
  };
}

function bonus(d: Dice): OwnPayout {
  return {
    kind: 'bonus',
    axis: 'attainment',
    steps: d.marks(d.whole(1, 4), 0.3, 2).map((at) => ({ at, amount: d.decimal(0, 1, 2) })),
    stack: d.pick(['highest', 'sum'] as const),
    in: 'target',
  };
}

function matrix(d: Dice): OwnPayout {
  const rows = d.marks(d.whole(1, 4), 0.3, 1.5);
  const columns = d.marks(d.whole(1, 4), 0.3, 1.5);
  const interpolation = d.pick(['step', 'linear'] as const);
  const inCredit = interpolation === 'step' && d.chance(0.3);
  return {
    kind: 'matrix',
    axis: 'attainment',
    rows,
    across: 'other',
    acrossAxis: 'attainment',
    columns,
    cells: rows.map(() => columns.map(() => (inCredit ? d.decimal(0, 0.2, 3) : d.decimal(0, 2, 2)))),
    interpolation,
    in: inCredit ? 'credit' : 'target',
  };
}

/** A random payout on one measure. */
export function randomPayout(d: Dice): OwnPayout {
  return d.pick([rates, rates, curve, bonus])(d);
}

/** A random component on its own measure, bent and bounded at random. */
export function randomComponent(d: Dice): Component {
  const payout = randomPayout(d);
  const amounts = payout.axis === 'amount';
  // On an amount axis the marks are money.
  const unit = amounts ? QUOTA : 1;
  const scaled: OwnPayout =
    amounts && payout.kind === 'rates'
      ? {
          ...payout,
          excessOver: payout.excessOver * unit,
          tiers: payout.tiers.map((tier) => ({ ...tier, from: tier.from * unit })),
        }
      : payout;
  const marginal =
    (scaled.kind === 'rates' && scaled.apply === 'marginal') ||
    (scaled.kind === 'curve' && scaled.interpolation === 'linear');
  const caps: Limit[] = [];
  if (d.chance(0.3)) caps.push({ on: 'result', at: d.decimal(1, 2.5, 2) * unit });
  if (d.chance(0.2)) caps.push({ on: 'target', times: d.decimal(0.5, 3, 1) });
  return {
    ...BARE,
    payout: scaled,
    boundary: d.pick<Boundary>(['at-or-above', 'above']),
    threshold: d.chance(0.3)
      ? { at: d.decimal(0.1, 0.9, 2) * unit, pays: d.pick(['from-threshold', 'from-first'] as const) }
      : null,
    rateChanges:
      marginal && d.chance(0.5)
        ? d.marks(d.whole(1, 2), 0.5, 1.8).map((from) => ({ from: from * unit, times: d.decimal(0, 3, 1) }))
        : [],
    caps,
    floor: d.chance(0.1) ? d.whole(0, 3_000) : null,
  };
}

/** A random component with a matrix, a gate or a modifier on another measure. */
export function randomPair(d: Dice): Component {
  const kind = d.whole(0, 3);
  if (kind === 0) return { ...BARE, payout: matrix(d), boundary: d.pick<Boundary>(['at-or-above', 'above']) };
  const base = randomComponent(d);
  const gate = (): Gate => ({
    measure: 'other',
    axis: 'attainment',
    at: d.decimal(0.3, 1.5, 2),
    boundary: d.pick<Boundary>(['at-or-above', 'above']),
    otherwise: d.pick(['nothing', 'no-accelerator', { share: 0.4 }] as const),
  });
  const modifier = (): Modifier => ({
    measure: 'other',
    axis: 'attainment',
    points: d.marks(d.whole(1, 4), 0.2, 1.6).map((x) => [x, d.decimal(0, 1.5, 2)] as const),
    interpolation: d.pick(['linear', 'step'] as const),
    boundary: 'at-or-above',
  });
  return {
    ...base,
    gates: kind === 1 || kind === 3 ? [gate()] : [],
    modifiers: kind >= 2 ? [modifier()] : [],
  };
}
