import type { ParameterUnit } from './parameters.ts';

/** What a value may be measured in when a study, a plan or a table is read. */
export type Unit = ParameterUnit;

/** Why a text is no number of the unit asked for. */
export type Misread = 'wrong-unit' | 'wrong-currency' | 'not-finite';

/** No number is written in more characters; a bound on the patterns' work. */
const LONGEST_NUMBER = 60;

/** Digits with thousands in groups of three, or without; a decimal point. A decimal comma is refused. */
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?`;
const MULTIPLE = 'k|m|bn|b|thousand|million|billion|千|万|百万|千万|亿';
const MONEY = new RegExp(
  String.raw`^([-+]?)\s*(¥|CNY|RMB|\$|US\$|USD|€|EUR|£|GBP)?\s*([-+]?)(${NUMBER})\s*(${MULTIPLE})?\s*(CNY|RMB|yuan|元|USD|EUR|GBP|dollars?)?$`,
  'i',
);
const COUNT = new RegExp(
  String.raw`^([-+]?)(${NUMBER})\s*(${MULTIPLE})?\s*(?:个|人|名|位|家|户|单|笔|台|件|套|次|people|persons?|reps|units?|deals?|customers?)?$`,
  'i',
);
const PLAIN = new RegExp(String.raw`^([-+]?)(${NUMBER})\s*(.*)$`, 'i');

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

/** What a share's suffix divides it by. */
const SHARES: Readonly<Record<string, number>> = { '%': 100, 个点: 100, 个百分点: 100 };

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
  个小时: 1,
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

/** Numbers written as one word before a unit: half a year, 半年, 三个月. */
const WORDS: Readonly<Record<string, number>> = {
  'half a ': 0.5,
  半: 0.5,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const WORD = new RegExp(
  `^(${Object.keys(WORDS).join('|')})(?=\\S)(?![${Object.keys(WORDS).slice(1).join('')}])`,
);

/** A text with full-width digits, signs and letters as plain ones: １２％ is 12%, ￥ is ¥, and every minus is a hyphen. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('\uFFE5', '¥')
    .replaceAll('\uFFE1', '£')
    .replaceAll('\u2212', '-');
}

/** A text as the patterns read it: half-width, a number in words before a unit in digits. */
export function inDigits(text: string): string {
  return halfWidth(text)
    .trim()
    .replace(WORD, (word) => String(WORDS[word]));
}

/**
 * Reads one number in a unit: the only reader of numbers that people write, in studies, plans and tables alike.
 *
 * @param value a number, taken as it is, or a text such as `¥80k`, `35%`, `3个点`, `12人`, `半年`
 * @param currency ISO code of the money expected
 */
export function parseNumber(value: unknown, unit: Unit, currency: string): number | Misread {
  if (typeof value === 'number') return Number.isFinite(value) ? value : 'not-finite';
  if (typeof value !== 'string') return 'wrong-unit';
  const text = value.trim();
  if (text.length > LONGEST_NUMBER) return /^\d+$/.test(text) ? 'not-finite' : 'wrong-unit';
  const found = unit === 'money' ? moneyIn(halfWidth(text), currency) : numberIn(inDigits(text), unit);
  return typeof found !== 'number' || Number.isFinite(found) ? found : 'not-finite';
}

function moneyIn(text: string, currency: string): number | Misread {
  const match = MONEY.exec(text);
  if (match === null) return 'wrong-unit';
  const [, before, symbol, after, number, multiple, name] = match;
  if (before !== '' && after !== '') return 'wrong-unit';
  for (const mark of [symbol, name])
    if (mark !== undefined && CURRENCY[mark.toUpperCase()] !== currency) return 'wrong-currency';
  return signed(`${before}${after}`, numberOf(number!) * timesOf(multiple));
}

function numberIn(text: string, unit: Unit): number | 'wrong-unit' {
  if (unit === 'count') {
    const match = COUNT.exec(text);
    return match === null ? 'wrong-unit' : signed(match[1]!, numberOf(match[2]!) * timesOf(match[3]));
  }
  const match = PLAIN.exec(text);
  if (match === null) return 'wrong-unit';
  const x = signed(match[1]!, numberOf(match[2]!));
  const suffix = match[3]!.trim().toLowerCase();
  if (suffix === '') return x;
  // Divided, not multiplied by 0.01: 95 % is then exactly 0.95.
  if (unit === 'share') return SHARES[suffix] === undefined ? 'wrong-unit' : x / SHARES[suffix]!;
  const scale = suffixScale(suffix, unit);
  return scale === undefined ? 'wrong-unit' : x * scale;
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function timesOf(multiple: string | undefined): number {
  return multiple === undefined ? 1 : MULTIPLES[multiple.toLowerCase()]!;
}

function signed(sign: string, size: number): number {
  return sign === '-' ? -size : size;
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
    default:
      return undefined;
  }
}

/** By unit, what a message asks for. */
export const EXAMPLES: Readonly<Record<Unit, readonly [en: string, zh: string]>> = {
  share: ['a share such as 35% or 0.35', '占比，如 35%、0.35 或 3个点'],
  count: ['a number', '数值'],
  ratio: ['a number', '数值'],
  money: ['an amount such as ¥80k, 80000 or 8万', '金额，如 ¥80k、80000 或 8万'],
  workdays: ['a time such as 90 days, 12 weeks or 3 months', '时长，如 90 天、12 周、3 个月或半年'],
  months: ['a time such as 5 months', '时长，如 5 个月'],
  hours: ['a time such as 42 hours or 20 min', '时长，如 42 小时或 20 分钟'],
  'per-year': ['a rate such as 1.5 per year', '频率，如 1.5 次/年'],
  'per-month': ['a rate such as 20 per month', '频率，如 20 次/月'],
  points: ['points from 0 to 100', '0–100 分'],
  'log-odds': ['a number (log-odds)', '数值（对数几率）'],
};
