/** Numbers as people read them; the same rules as the command line's tables. */
import { language } from './shell/preferences.ts';

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

/** The sign of a currency, or its code. */
export function currencySign(currency: string): string {
  return SYMBOLS[currency] ?? currency;
}

/** Three significant digits, never in exponent form. */
export function digits(x: number): string {
  if (!Number.isFinite(x)) return '–';
  const size = Math.abs(x);
  const places = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return x.toFixed(places).replace('-', '−');
}

/** Money in short, three digits at most and none that says nothing: ¥2.1 m, ¥80 k; 210 万, 1.2 亿. */
export function money(amount: number, currency: string): string {
  if (!Number.isFinite(amount)) return '–';
  const sign = SYMBOLS[currency] ?? `${currency} `;
  const size = Math.abs(amount);
  const steps: readonly (readonly [number, string])[] =
    language.value === 'zh'
      ? [
          [1e8, ' 亿'],
          [1e4, ' 万'],
        ]
      : [
          [1e9, ' bn'],
          [1e6, ' m'],
          [1e3, ' k'],
        ];
  const [by, word] = steps.find(([least]) => size >= least) ?? [1, ''];
  const number = digits(size / by)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return `${amount < 0 ? '−' : ''}${sign}${number}${word}`;
}

/** A share as a percentage: 43.2 %, without digits that say nothing. */
export function share(x: number): string {
  return Number.isFinite(x) ? `${plain(x * 100, 3)} %` : '–';
}

/** A number with at most so many significant digits, nothing trailing. */
export function plain(x: number, significant = 6): string {
  return String(Number(x.toPrecision(significant))).replace('-', '−');
}
