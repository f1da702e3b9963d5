import type { Axis, Measure } from '../../incentive/language.ts';
import type { Located } from '../nodes.ts';
import { axisUnit, type PlanValues } from './context.ts';
import type { Column } from './tables.ts';

/** A component as far as payouts look at it. */
export interface Reading {
  readonly at: Located;
  readonly keys: ReadonlyMap<string, Located>;
  readonly measure: Measure;
  /** All of the plan's, to refer to. */
  readonly measures: readonly Measure[];
  readonly values: PlanValues;
}

/** What a component's table is read by: attainment where there is a quota, unless it says. */
export function axisOf({ keys, measure, values }: Reading): Axis {
  const usual = measure.quota === null ? 'amount' : 'attainment';
  const axis = values.choice(keys.get('axis'), ['attainment', 'amount'], usual);
  if (axis === 'attainment' && measure.quota === null)
    keys
      .get('axis')
      ?.wrong('bad-plan', 'expected amount: the measure has no quota', '应为 amount：该指标没有目标');
  return axis;
}

/** The axis of a table as a column of numbers. */
export function axisColumn(axis: Axis, measure: Measure): Column {
  const [unit, max] = axisUnit(axis, measure.metric);
  return { unit, min: 0, max };
}
