import type { Plan, Rounding, Timing } from '../../incentive/language.ts';
import { CENT } from '../../incentive/parts/rounding.ts';
import type { Located } from '../nodes.ts';
import { notSaid, type PlanValues } from './context.ts';

/** Keys that say when pay reaches people. */
export const TIMING_KEYS = ['draw', 'guarantee', 'clawback', 'holdback', 'deferral'];

export function readTiming(keys: ReadonlyMap<string, Located>, values: PlanValues): Timing {
  return {
    draw: readDraw(present(keys, 'draw'), values),
    guarantee: readGuarantee(present(keys, 'guarantee'), values),
    clawback: readClawback(present(keys, 'clawback'), values),
    holdback: readHoldback(present(keys, 'holdback'), values),
    deferral: readDeferral(present(keys, 'deferral'), values),
  };
}

function present(keys: ReadonlyMap<string, Located>, key: string): Located | undefined {
  const at = keys.get(key);
  return at === undefined || at.scalar === 'none' ? undefined : at;
}

function readDraw(at: Located | undefined, values: PlanValues): Timing['draw'] {
  const keys = at?.entries(['amount', 'recoverable', 'until']);
  if (at === undefined || keys === undefined || !at.isMap) return null;
  if (!keys.has('amount')) at.missing('amount', 'expected the advance a month', '应写明每月预支金额');
  if (!keys.has('recoverable')) {
    notSaid(at, 'recoverable', ['yes', 'no'], {
      en: 'an advance that was not earned may be owed, or not',
      zh: '未挣足的预支可需偿还，也可不需',
    });
  }
  const until = keys.get('until');
  return {
    amount: values.money(keys.get('amount'), 0),
    recoverable: keys.get('recoverable')?.truth() ?? true,
    untilMonth: until === undefined ? null : values.months(until, 1, 600, 1),
  };
}

function readGuarantee(at: Located | undefined, values: PlanValues): Timing['guarantee'] {
  const keys = at?.entries(['for', 'share']);
  if (at === undefined || keys === undefined || !at.isMap) return null;
  if (!keys.has('for')) at.missing('for', 'expected for how long, such as 3 months', '应写明时长，如 3 个月');
  return {
    months: values.months(keys.get('for'), 1, 60, 1),
    share: values.share(keys.get('share'), 1, 10),
  };
}

function readClawback(at: Located | undefined, values: PlanValues): Timing['clawback'] {
  const keys = at?.entries(['within', 'method']);
  if (at === undefined || keys === undefined || !at.isMap) return null;
  if (!keys.has('within'))
    at.missing('within', 'expected the window, such as 12 months', '应写明追回期限，如 12 个月');
  if (!keys.has('method')) {
    notSaid(at, 'method', ['pro-rata', 'full'], {
      en: 'what is taken back may be all, or the part of the term not served',
      zh: '可全额追回，也可按未履行部分追回',
    });
  }
  return {
    windowMonths: values.months(keys.get('within'), 1, 120, 12),
    method: values.choice(keys.get('method'), ['pro-rata', 'full'], 'full'),
  };
}

function readHoldback(at: Located | undefined, values: PlanValues): Timing['holdback'] {
  return at === undefined ? null : { share: values.share(at, 0) };
}

function readDeferral(at: Located | undefined, values: PlanValues): Timing['deferral'] {
  const keys = at?.entries(['share', 'release-month']);
  if (at === undefined || keys === undefined || !at.isMap) return null;
  if (!keys.has('share')) at.missing('share', 'expected the share that waits', '应写明递延比例');
  return {
    share: values.share(keys.get('share'), 0),
    releaseMonth: keys.get('release-month')?.whole(1, 12) ?? 12,
  };
}

/** How attainment and money are rounded; money to the cent, half up, unless it says. */
export function readRounding(at: Located | undefined, values: PlanValues): Plan['rounding'] {
  const keys = at?.entries(['attainment', 'money']);
  return {
    attainment: one(keys?.get('attainment'), 'share', 0.01, values),
    money: one(keys?.get('money'), 'money', CENT.step, values) ?? CENT,
  };
}

function one(
  at: Located | undefined,
  unit: 'share' | 'money',
  usual: number,
  values: PlanValues,
): Rounding | null {
  if (at === undefined || at.scalar === 'none') return null;
  const keys = at.isMap ? at.entries(['to', 'mode']) : new Map([['to', at]]);
  return {
    step: values.values.number(keys.get('to'), unit, 1e-6, 1e6, usual),
    mode: values.choice(keys.get('mode'), ['half-up', 'half-even', 'down', 'up'], 'half-up'),
  };
}
