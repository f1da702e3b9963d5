import type { Localised } from '../kernel/quantity.ts';
import type { Located } from './nodes.ts';
import type { ParameterUnit } from './parameters.ts';

/** What a value may be measured in when a study is read. */
export type Unit = ParameterUnit;

/** No number is written in more characters; a bound on the patterns' work. */
const LONGEST_NUMBER = 60;

const NUMBER = String.raw`([-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+]?\d+)?)`;
const MONEY = new RegExp(
  String.raw`^(-?)\s*(¥|￥|CNY|RMB|\$|US\$|USD|€|EUR|£|GBP)?\s*${NUMBER}\s*(k|m|bn|b|thousand|million|billion|千|万|百万|千万|亿)?\s*(CNY|RMB|yuan|元|USD|EUR|GBP|dollars?)?$`,
  'i',
);
const PLAIN = new RegExp(`^${NUMBER}\\s*(.*)$`);

const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  千: 1e3,
  万: 1e4,
  m: 1e6,
  million: 1e6,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

const CURRENCY: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  '￥': 'CNY',
  CNY: 'CNY',
  RMB: 'CNY',
  YUAN: 'CNY',
  元: 'CNY',
  $: 'USD',
  US$: 'USD',
  USD: 'USD',
  DOLLAR: 'USD',
  DOLLARS: 'USD',
  '€': 'EUR',
  EUR: 'EUR',
  '£': 'GBP',
  GBP: 'GBP',
};

/** Workdays in a stated span: 5 a week, 21 a month, 252 a year; calendar days by 252 ÷ 365. */
const WORKDAYS: Readonly<Record<string, number>> = {
  day: 1,
  days: 1,
  d: 1,
  workday: 1,
  workdays: 1,
  天: 1,
  工作日: 1,
  个工作日: 1,
  'calendar day': 252 / 365,
  'calendar days': 252 / 365,
  自然日: 252 / 365,
  week: 5,
  weeks: 5,
  周: 5,
  month: 21,
  months: 21,
  月: 21,
  个月: 21,
  quarter: 63,
  quarters: 63,
  季度: 63,
  个季度: 63,
  year: 252,
  years: 252,
  年: 252,
};

const HOURS: Readonly<Record<string, number>> = {
  h: 1,
  hour: 1,
  hours: 1,
  小时: 1,
  min: 1 / 60,
  minute: 1 / 60,
  minutes: 1 / 60,
  分钟: 1 / 60,
};

const RATES: Readonly<Record<string, number>> = {
  'per year': 1,
  'a year': 1,
  '/year': 1,
  每年: 1,
  '次/年': 1,
  'per month': 12,
  'a month': 12,
  '/month': 12,
  每月: 12,
  '次/月': 12,
  'per quarter': 4,
  每季度: 4,
  'per week': 50.4,
  每周: 50.4,
};

const EXAMPLES: Readonly<Record<Unit, readonly [string, string]>> = {
  share: ['a share such as 35% or 0.35', '占比，如 35% 或 0.35'],
  count: ['a number', '数值'],
  ratio: ['a number', '数值'],
  money: ['an amount such as ¥80k, 80000 or 8万', '金额，如 ¥80k、80000 或 8万'],
  workdays: ['a time such as 90 days, 12 weeks or 3 months', '时长，如 90 天、12 周或 3 个月'],
  months: ['a time such as 5 months', '时长，如 5 个月'],
  hours: ['a time such as 42 hours or 20 min', '时长，如 42 小时或 20 分钟'],
  'per-year': ['a rate such as 1.5 per year', '频率，如 1.5 次/年'],
  'per-month': ['a rate such as 20 per month', '频率，如 20 次/月'],
  points: ['points from 0 to 100', '0–100 分'],
  'log-odds': ['a number (log-odds)', '数值（对数几率）'],
};

/** Reads one number in a unit, or says why not: `wrong-currency` or `wrong-unit`. */
function parse(
  value: unknown,
  unit: Unit,
  currency: string,
): number | 'wrong-unit' | 'wrong-currency' | 'not-finite' {
  if (typeof value === 'number') return Number.isFinite(value) ? value : 'not-finite';
  if (typeof value !== 'string') return 'wrong-unit';
  const text = value.trim();
  if (text.length > LONGEST_NUMBER) return 'wrong-unit';
  if (unit === 'money') {
    const m = MONEY.exec(text);
    if (m === null || !/\d/.test(m[3]!)) return 'wrong-unit';
    for (const mark of [m[2], m[5]]) {
      if (mark !== undefined && CURRENCY[mark.toUpperCase()] !== currency) return 'wrong-currency';
    }
    return (m[1] === '-' ? -1 : 1) * numberOf(m[3]!) * (MULTIPLES[(m[4] ?? '').toLowerCase()] ?? 1);
  }
  const m = PLAIN.exec(text);
  if (m === null || !/\d/.test(m[1]!)) return 'wrong-unit';
  const x = numberOf(m[1]!);
  const suffix = m[2]!.trim().toLowerCase();
  if (suffix === '') return x;
  // Divided, not multiplied by 0.01: 95 % is then exactly 0.95.
  if (unit === 'share' && (suffix === '%' || suffix === '％')) return x / 100;
  const scale = suffixScale(suffix, unit);
  return scale === undefined ? 'wrong-unit' : x * scale;
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', '').replace('−', '-'));
}

/** What a suffix multiplies by in a unit; undefined where it does not belong. */
function suffixScale(suffix: string, unit: Unit): number | undefined {
  switch (unit) {
    case 'workdays':
      return WORKDAYS[suffix];
    case 'months':
      return WORKDAYS[suffix] === undefined ? undefined : WORKDAYS[suffix]! / 21;
    case 'hours':
      return HOURS[suffix];
    case 'per-year':
      return RATES[suffix];
    case 'per-month':
      return RATES[suffix] === undefined ? undefined : RATES[suffix]! / 12;
    case 'points':
      return suffix === 'points' || suffix === '分' ? 1 : undefined;
    case 'share':
    case 'money':
    case 'count':
    case 'ratio':
    case 'log-odds':
      return undefined;
  }
}

/** Limits and unit of a value to be read. */
export interface Wanted {
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly currency: string;
}

/** Reads a single number; notes a problem and returns undefined when it is not one, or out of range. */
export function readNumber(at: Located, wanted: Wanted): number | undefined {
  const value = parse(at.scalar, wanted.unit, wanted.currency);
  const [en, zh] = EXAMPLES[wanted.unit];
  if (value === 'wrong-currency') {
    at.wrong(
      'wrong-unit',
      `expected ${wanted.currency}, the currency of this study`,
      `应为本研究的货币 ${wanted.currency}`,
    );
    return undefined;
  }
  if (value === 'not-finite' || value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
    at.wrong('not-finite', `expected ${en}`, `应为${zh}`);
    return undefined;
  }
  if (typeof value !== 'number' || Number.isNaN(value)) {
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
