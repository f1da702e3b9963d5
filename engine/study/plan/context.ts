import type { Metric } from '../../incentive/language.ts';
import { PLAN_METRICS } from '../../incentive/parts/measure.ts';
import type { Axis } from '../../incentive/parts/payout.ts';
import type { Localised } from '../../kernel/quantity.ts';
import { type Located, listed } from '../nodes.ts';
import type { Values } from '../reading.ts';
import type { Unit } from '../units.ts';

/** Most money, credit or count a plan may name. */
export const MOST = 1e12;

/** Most rows of any table. */
export const LONGEST_TABLE = 200;

/** Reads the values of one plan. */
export class PlanValues {
  readonly values: Values;
  /** Credit for business with existing customers where the plan does not say: as is usual in the industry. */
  readonly usualRepeat: number;

  constructor(values: Values, usualRepeat: number) {
    this.values = values;
    this.usualRepeat = usualRepeat;
  }

  money(at: Located | undefined, fallback: number, most = MOST): number {
    return this.values.number(at, 'money', 0, most, fallback);
  }

  share(at: Located | undefined, fallback: number, most = 1): number {
    return this.values.number(at, 'share', 0, most, fallback);
  }

  /** A number on a table's axis. */
  onAxis(at: Located | undefined, axis: Axis, metric: Metric, fallback: number): number {
    const [unit, most] = axisUnit(axis, metric);
    return this.values.number(at, unit, 0, most, fallback);
  }

  /** Whole months. */
  months(at: Located | undefined, least: number, most: number, fallback: number): number {
    const months = this.values.number(at, 'months', least, most, fallback);
    if (at !== undefined && !Number.isInteger(months))
      at.wrong('not-whole', 'expected whole months', '应为整月');
    return Math.round(months);
  }

  choice<T extends string>(at: Located | undefined, names: readonly T[], fallback: T): T {
    return at === undefined ? fallback : (at.choice(names) ?? fallback);
  }
}

/** What an axis is read in, and how far it goes. */
export function axisUnit(axis: Axis, metric: Metric): readonly [Unit, number] {
  if (axis === 'attainment') return ['share', 20];
  switch (PLAN_METRICS[metric].unit) {
    case 'money':
      return ['money', MOST];
    case 'count':
      return ['count', MOST];
    case 'points':
      return ['points', 100];
    case 'share':
      return ['share', 10];
  }
}

/** Notes that something must be said, because a plan could mean either. */
export function notSaid(at: Located, key: string, choices: readonly string[], why: Localised): void {
  const either = listed(choices, ' or ');
  at.problem(
    'not-said',
    { en: `“${key}” is left out`, zh: `未写明“${key}”` },
    { en: `${why.en}: expected ${either}`, zh: `${why.zh}：应为 ${choices.join(' 或 ')}` },
  );
}

/** Notes a plan that cannot mean what it says. */
export function contradiction(at: Located, code: string, found: Localised, expected: Localised): void {
  at.problem(code, found, expected);
}

/** A title: the text given, or the id in both languages. */
export function titleOf(at: Located | undefined, id: string): Localised {
  return at?.localised() ?? { en: id, zh: id };
}
