import type { PayCurve } from '../../contract/index.ts';
import { roughNumber } from '../study/written.ts';
import type { FlatKey, FlatValues } from './flat.ts';
import { payAt } from './spread.ts';

/** A mark on the payout curve that changes one key of the plan. */
export interface Handle {
  readonly key: 'threshold' | 'accelerator-from' | 'cap' | 'commission' | 'accelerator';
  /** Whether it moves along attainment or along pay. */
  readonly along: 'level' | 'pay';
  readonly level: number;
  readonly pay: number;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** One press of an arrow key. */
  readonly step: number;
}

/** Attainment at which the accelerator is taken hold of. */
const GRIP = 1.5;

const PERIODS: Readonly<Record<string, number>> = { month: 12, quarter: 4, year: 1 };

/** The marks of a flat plan's curve; those that would move nothing are left out. */
export function handlesOf(values: FlatValues, curve: PayCurve): Handle[] {
  const number = (key: FlatKey, none: number): number => roughNumber(values[key]) ?? none;
  const threshold = number('threshold', 0);
  const accelerator = number('accelerator', 1);
  const from = number('accelerator-from', 1);
  const cap = roughNumber(values.cap);
  const along = (key: 'threshold' | 'accelerator-from' | 'cap', level: number, min: number, max: number) => ({
    key,
    along: 'level' as const,
    level,
    pay: payAt(curve, level),
    value: level,
    min,
    max,
    step: 0.01,
  });
  const list: Handle[] = [along('threshold', threshold, 0, Math.min(1.9, (cap ?? 2) - 0.01))];
  if (cap === null || cap >= 1) {
    const commission = number('commission', 0);
    list.push({
      key: 'commission',
      along: 'pay',
      level: 1,
      pay: payAt(curve, 1),
      value: commission,
      min: 0,
      max: 1,
      step: 0.001,
    });
  }
  if (accelerator !== 1) list.push(along('accelerator-from', from, 0, 2));
  if (from < GRIP && (cap === null || cap > GRIP)) {
    const pay = payAt(curve, GRIP);
    list.push({
      key: 'accelerator',
      along: 'pay',
      level: GRIP,
      pay,
      value: accelerator,
      min: 0,
      max: 20,
      step: 0.1,
    });
  }
  if (cap !== null && cap <= 3) list.push(along('cap', cap, threshold + 0.01, cap > 2 ? 3 : 2));
  return list;
}

/** The value a mark's key takes when the mark is dragged to a place, in steps that people write. */
export function draggedTo(
  handle: Handle,
  level: number,
  pay: number,
  values: FlatValues,
  curve: PayCurve,
): number {
  const clamp = (x: number): number => Math.min(handle.max, Math.max(handle.min, x));
  if (handle.along === 'level') return clamp(Math.round(level * 100) / 100);
  const from = roughNumber(values['accelerator-from']) ?? 1;
  // Pay at a mark is what lies below it, plus what is proportional to the mark's own key.
  const lump = (roughNumber(values.bonus) ?? 0) * (PERIODS[String(values.period)] ?? 4);
  const fixed = handle.key === 'commission' ? lump : payAt(curve, Math.max(from, 0)) + (from < 1 ? lump : 0);
  const share = handle.pay - fixed;
  if (!(share > 0)) return clamp(pay > handle.pay ? handle.value + handle.step : handle.value);
  const scaled = (handle.value * (pay - fixed)) / share;
  const grid = handle.key === 'commission' ? 0.0005 : 0.05;
  return clamp(Number((Math.round(scaled / grid) * grid).toFixed(6)));
}

/** A mark's value as the study writes it. */
export function handleValue(key: Handle['key'], value: number): string | number {
  if (key === 'accelerator') return Number(value.toFixed(3));
  if (key === 'threshold' && value <= 0) return 'none';
  return `${Number((value * 100).toFixed(3))}%`;
}
