import type { Localised } from '../kernel/quantity.ts';

/**
 * What a company is like, as far as it decides whether a practice suits it. Worked out from a study, at the modes of
 * its numbers, in experiment/profile.ts.
 */
export const TRAITS = {
  reps: trait('count', 'reps', '销售人数'),
  'cycle-days': trait('days', 'median sales cycle in workdays', '销售周期中位数（工作日）'),
  'deal-worth': trait(
    'ratio',
    'margin of a median deal, in months of a rep’s cost',
    '单笔毛利相当于人力成本的月数',
  ),
  'customer-worth': trait(
    'ratio',
    'margin of a customer a year, in months of a rep’s cost',
    '每客户年毛利相当于人力成本的月数',
  ),
  repeat: trait('ratio', 'later business a year, relative to the first deal', '每年后续生意与首单之比'),
  'leads-per-rep': trait('count', 'market leads a month and rep', '每人每月市场线索数'),
  load: trait('share', 'work on hand, of the hours there are to sell', '待办工作占销售工时'),
  'service-share': trait('share', 'hours that customers’ care takes, of those to sell', '客户维护占销售工时'),
  'sales-a-month': trait(
    'ratio',
    'sales a month and rep, repeat orders included',
    '每人每月成交数（含复购）',
  ),
  complexity: trait('share', 'share of complex deals', '复杂交易占比'),
  newcomers: trait('share', 'reps with less than two years here', '入职不满两年者占比'),
  movement: trait('ratio', 'market shifts a year × their depth', '每年市场变动次数 × 幅度'),
  'customers-per-rep': trait('count', 'customers a rep', '每人客户数'),
  customers: trait('count', 'customers in all', '客户总数'),
  spread: trait('ratio', 'spread of customers’ potential (log)', '客户潜力离散度（对数）'),
  ability: trait('ratio', 'spread of reps’ ability', '销售能力离散度'),
  margin: trait('share', 'gross margin', '毛利率'),
  travel: trait('share', 'share of hours on the road', '差旅占工时'),
  overhead: trait('share', 'share of hours on paperwork and meetings', '行政与内部事务占工时'),
  literacy: trait('share', 'data literacy', '数据素养'),
  referrals: trait('ratio', 'referrals a customer-year', '每客户每年转介绍数'),
  span: trait('count', 'reps a manager', '每位经理所带人数'),
} as const;

/** Id of a trait. */
export type TraitId = keyof typeof TRAITS;

/** A trait's unit for printing and its name in a sentence. */
export interface Trait {
  readonly unit: 'count' | 'days' | 'ratio' | 'share';
  readonly name: Localised;
}

/** One condition under which a practice suits a company: a trait, where it begins to hold, and why it matters. */
export interface Fit {
  readonly trait: TraitId;
  /** Whether the trait should be at least, or at most, the threshold. */
  readonly side: 'at-least' | 'at-most';
  readonly threshold: number;
  /** Why it matters; whether the company meets it or not. */
  readonly why: Localised;
}

/** Suits companies in which a trait is at least so much. */
export function atLeast(trait: TraitId, threshold: number, en: string, zh: string): Fit {
  return { trait, side: 'at-least', threshold, why: { en, zh } };
}

/** Suits companies in which a trait is at most so much. */
export function atMost(trait: TraitId, threshold: number, en: string, zh: string): Fit {
  return { trait, side: 'at-most', threshold, why: { en, zh } };
}

/**
 * How far a condition holds, between 0 and 1: ½ at the threshold, ⅘ at twice (or half) of it. A threshold is a guess,
 * so nothing hangs on passing it by a hair.
 */
export function degree(fit: Fit, value: number): number {
  const ratio = fit.side === 'at-least' ? value / fit.threshold : fit.threshold / value;
  return value === 0 ? (fit.side === 'at-least' ? 0 : 1) : (ratio * ratio) / (1 + ratio * ratio);
}

function trait(unit: Trait['unit'], en: string, zh: string): Trait {
  return { unit, name: { en, zh } };
}
