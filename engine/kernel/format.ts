/** Numbers as people read them, in English and Chinese. */
export type Language = 'en' | 'zh';

/**
 * A text as it may be shown anywhere: characters that would steer a terminal, reverse the text around them or hide stand
 * as a dot. Joiners, which emoji and some scripts need, stay.
 */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu, '·');
}

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

/** Money in short: ¥2.1 m, ¥80 k; 210 万, 1.2 亿. A minus sign comes first. */
export function formatMoney(amount: number, currency: string, language: Language): string {
  if (!Number.isFinite(amount)) return '–';
  const symbol = SYMBOLS[currency] ?? `${currency} `;
  const size = Math.abs(amount);
  const sign = amount < 0 ? '−' : '';
  if (language === 'zh') {
    if (size >= 1e8) return `${sign}${symbol}${digits(size / 1e8)} 亿`;
    if (size >= 1e4) return `${sign}${symbol}${digits(size / 1e4)} 万`;
    return `${sign}${symbol}${digits(size)}`;
  }
  if (size >= 1e9) return `${sign}${symbol}${digits(size / 1e9)} bn`;
  if (size >= 1e6) return `${sign}${symbol}${digits(size / 1e6)} m`;
  if (size >= 1e3) return `${sign}${symbol}${digits(size / 1e3)} k`;
  return `${sign}${symbol}${digits(size)}`;
}

/** Three significant digits, never in exponent form, thousands not grouped. */
export function digits(x: number): string {
  if (!Number.isFinite(x)) return '–';
  const size = Math.abs(x);
  const places = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return x.toFixed(places);
}

/** A share as a percentage: 43.2 %. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const percent = share * 100;
  const places = Math.abs(percent) >= 10 || percent === 0 ? 1 : 2;
  return `${percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(places)} %`;
}

/** A value with its metric's unit. */
export function formatValue(value: number, unit: string, currency: string, language: Language): string {
  switch (unit) {
    case 'money':
      return formatMoney(value, currency, language);
    case 'money-per-day':
      return `${formatMoney(value, currency, language)}${language === 'zh' ? '/日' : '/day'}`;
    case 'share':
      return formatShare(value);
    case 'days':
      return `${minus(digits(value))}${language === 'zh' ? ' 天' : ' days'}`;
    case 'points':
      return `${minus(digits(value))}${language === 'zh' ? ' 分' : ' points'}`;
    default:
      return minus(digits(value));
  }
}

/** A difference: as a value, with its sign; shares in percentage points. */
export function formatDifference(value: number, unit: string, currency: string, language: Language): string {
  const plus = value > 0 ? '+' : '';
  if (unit !== 'share') return plus + formatValue(value, unit, currency, language);
  if (!Number.isFinite(value)) return '–';
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${digits(Math.abs(value) * 100)} ${language === 'zh' ? '个百分点' : 'pp'}`;
}

/** The ends of a range of differences: +¥12.0 k … +¥1.30 m; a unit of words is said once: −1.20 … +3.00 pp. */
export function formatRange(
  range: readonly [number | null, number | null],
  unit: string,
  currency: string,
  language: Language,
): string {
  const [low, high] = range.map((x) =>
    x === null ? '–' : formatDifference(x, unit, currency, language),
  ) as [string, string];
  const word = / (?:pp|days|points|个百分点|天|分)$/.exec(low)?.[0] ?? '';
  return `${word !== '' && high.endsWith(word) ? low.slice(0, -word.length) : low} … ${high}`;
}

function minus(text: string): string {
  return text.replace('-', '−');
}

/** "9 in 10" for a probability, in tenths; never 0 or 10 of 10 unless it is that. */
export function outOfTen(p: number): string {
  const tenths = Math.min(p < 1 ? 9 : 10, Math.max(p > 0 ? 1 : 0, Math.round(p * 10)));
  return String(tenths);
}

/** A count and what is counted, in English: "1 team", "2 teams". */
export function counted(n: number | string, one: string, many = `${one}s`): string {
  return `${n} ${String(n) === '1' ? one : many}`;
}
