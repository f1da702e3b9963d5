import { log1p } from '../kernel/math.ts';
import type { Quantity } from '../kernel/quantity.ts';
import { LEVER_INDEX, LEVERS } from '../model/levers.ts';
import { readWhere } from './coverage.ts';
import type { Located } from './nodes.ts';
import type { LeverChange } from './normal.ts';
import type { Values } from './reading.ts';
import { readNumber } from './units.ts';

/** Shifts beyond this saturate on every scale. */
const LARGEST_SHIFT = 100;

/**
 * Reads `levers: [{lever, shift, start, where}]`: direct changes for researchers. A shift is a number on the lever's
 * natural scale; where that is the log scale, a percentage such as `-20%` may be given.
 *
 * @param startDay when a change starts unless it says otherwise
 * @param lastDay the latest start
 */
export function readLevers(
  at: Located | undefined,
  startDay: number,
  lastDay: number,
  teamNames: readonly string[],
  values: Values,
): LeverChange[] {
  return (at?.items() ?? []).flatMap((item) => {
    const keys = item.entries(['lever', 'shift', 'start', 'where']);
    if (!item.isMap) return [];
    const name = keys.get('lever');
    const shift = keys.get('shift');
    if (name === undefined) item.missing('lever', 'expected the lever to move', '应写明要移动的杠杆');
    if (shift === undefined) item.missing('shift', 'expected by how much to move it', '应写明移动多少');
    const lever = name?.choice(LEVERS.map((one) => one.id));
    const by = lever === undefined || shift === undefined ? undefined : readShift(shift, lever, values);
    const start = values.day(keys.get('start'), 0, lastDay) ?? startDay;
    const where = readWhere(keys.get('where'), teamNames, values);
    return lever === undefined || by === undefined ? [] : [{ lever, shift: by, startDay: start, where }];
  });
}

function readShift(at: Located, lever: string, values: Values): Quantity {
  const { scale } = LEVERS[LEVER_INDEX.get(lever)!]!;
  if (scale === 'log' && typeof at.scalar === 'string' && /[%％]\s*$/.test(at.scalar)) {
    const change = readNumber(at, { unit: 'share', min: -0.99, max: 20, currency: values.currency });
    return change === undefined ? 0 : log1p(change);
  }
  return values.quantity(at, 'log-odds', -LARGEST_SHIFT, LARGEST_SHIFT, 0);
}
