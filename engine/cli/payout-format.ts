import { type Metric, PLAN_METRICS } from '../incentive/index.ts';
import type { Language } from '../kernel/format.ts';

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' };

/** An amount of money in full: ¥12,345.60; cents only where there are any. */
export function exactMoney(amount: number, currency: string): string {
  const symbol = SYMBOLS[currency] ?? `${currency} `;
  return `${amount < 0 ? '−' : ''}${symbol}${plain(Math.abs(amount))}`;
}

/** A number in full, thousands grouped; at most two places, and those only where they are needed. */
export function plain(x: number): string {
  const [whole, cents] = x.toFixed(2).split('.') as [string, string];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === '00' ? grouped : `${grouped}.${cents}`;
}

/** A share as it was written: 97 %, 12.5 %. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(8))}%`;
}

/** A result in its metric's unit. */
export function amountOf(x: number, metric: Metric, currency: string, language: Language): string {
  switch (PLAN_METRICS[metric].unit) {
    case 'money':
      return exactMoney(x, currency);
    case 'share':
      return percent(x);
    case 'points':
      return language === 'zh' ? `${plain(x)} 分` : `${plain(x)} points`;
    case 'count':
      return plain(x);
  }
}

/** Several things in a sentence. */
export function joined(parts: readonly string[], language: Language): string {
  if (language === 'zh') return parts.join('、');
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
