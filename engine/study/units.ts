import type { Localised } from '../kernel/quantity.ts';
import type { Located } from './nodes.ts';
import { EXAMPLES, parseNumber, type Unit } from './numbers.ts';

export type { Unit } from './numbers.ts';

/** Limits and unit of a value to be read. */
export interface Wanted {
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly currency: string;
}

/** Reads a single number; notes a problem and returns undefined when it is not one, or out of range. */
export function readNumber(at: Located, wanted: Wanted): number | undefined {
  const value = parseNumber(at.scalar, wanted.unit, wanted.currency);
  const [en, zh] = EXAMPLES[wanted.unit];
  if (value === 'wrong-currency') {
    at.wrong(
      'wrong-unit',
      `expected ${wanted.currency}, the currency of this study`,
      `应为本研究的货币 ${wanted.currency}`,
    );
    return undefined;
  }
  if (value === 'not-finite') {
    at.wrong('not-finite', `expected ${en}`, `应为${zh}`);
    return undefined;
  }
  if (typeof value !== 'number') {
    at.wrong('wrong-unit', `expected ${en}`, `应为${zh}`);
    return undefined;
  }
  if (value < wanted.min || value > wanted.max) {
    const range = limitsOf(wanted);
    at.wrong('out-of-range', `expected ${en}, ${range.en}`, `应为${zh}，范围 ${range.zh}`);
    return undefined;
  }
  return value;
}

/** Units that limits are stated in, where they are not plain. */
const LIMIT_UNITS: Readonly<Partial<Record<Unit, readonly [string, string]>>> = {
  workdays: [' workdays', ' 个工作日'],
  months: [' months', ' 个月'],
  hours: [' hours', ' 小时'],
  'per-year': [' a year', ' 次/年'],
  'per-month': [' a month', ' 次/月'],
};

/** The limits of a value, as a message says them. */
export function limitsOf(wanted: Wanted): Localised {
  return rangeOf(wanted.min, wanted.max, wanted.unit);
}

/** From one value to another, in words. */
export function rangeOf(from: number, to: number, unit: Unit): Localised {
  const [a, b] = [from, to].map((x) => (unit === 'share' ? `${tidy(x * 100)}%` : tidy(x)));
  const [unitEn, unitZh] = LIMIT_UNITS[unit] ?? ['', ''];
  return { en: `from ${a} to ${b}${unitEn}`, zh: `${a} 至 ${b}${unitZh}` };
}

/** A limit as a message says it. */
function tidy(x: number): string {
  if (!Number.isFinite(x)) return x < 0 ? '−∞' : '∞';
  return String(Math.abs(x) < 1e9 ? Math.round(x * 1e6) / 1e6 : Number(x.toPrecision(3)));
}
