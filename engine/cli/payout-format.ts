import { type Axis, type Measure, type Metric, PLAN_METRICS, type Plan } from '../incentive/index.ts';
import type { Language } from '../kernel/format.ts';

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' };

/**
 * An amount of money in full, as a plan pays it: ¥12,345.60; cents only where there are any. Sums over people and estimates
 * are told in short, as everywhere (`formatMoney`).
 */
export function exactMoney(amount: number, currency: string): string {
  if (!Number.isFinite(amount)) return '–';
  const symbol = SYMBOLS[currency] ?? `${currency} `;
  return `${amount < 0 ? '−' : ''}${symbol}${plain(Math.abs(amount))}`;
}

const TWO_PLACES = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A number in full, thousands grouped; at most two places, and those only where they are needed. */
export function plain(x: number): string {
  return TWO_PLACES.format(x).replace(/\.00$/, '');
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

/** A measure inside a sentence about another. */
export function nameOf(measure: Measure, language: Language): string {
  const title: Readonly<Record<Measure['scope'], readonly [string, string]>> = {
    individual: ['own ', ''],
    team: ['the team’s ', '团队'],
    region: ['the region’s ', '区域'],
    company: ['the company’s ', '公司'],
  };
  return `${title[measure.scope][language === 'zh' ? 1 : 0]}${measure.title[language]}`;
}

/** A place on a table's axis. */
export function level(x: number, axis: Axis, measure: Measure, plan: Plan, language: Language): string {
  if (axis === 'amount') return amountOf(x, measure.metric, plan.currency, language);
  return language === 'zh' ? `目标的 ${percent(x)}` : `${percent(x)} of quota`;
}
