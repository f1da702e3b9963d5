import type { Localised } from '../../kernel/quantity.ts';

/** What a baseline figure is measured in, for printing. */
export type FigureUnit =
  | 'share'
  | 'count'
  | 'ratio'
  | 'money'
  | 'days'
  | 'per-year'
  | 'per-month'
  | 'per-day';

/** A quantity that industries publish and that a baseline can be held against, beside the metrics of every result. */
export interface Figure {
  readonly id: string;
  readonly unit: FigureUnit;
  readonly name: Localised;
}

const figure = (id: string, unit: FigureUnit, en: string, zh: string): Figure => ({
  id,
  unit,
  name: { en, zh },
});

/** Figures that targets may name besides metric ids. A rep here is a seat that is filled, over 252 workdays. */
export const FIGURES: readonly Figure[] = [
  figure('leads-a-month', 'per-month', 'Leads per rep-month, all channels', '每人每月线索数（全部渠道）'),
  figure('never-worked', 'share', 'Market leads never worked', '从未跟进的市场线索占比'),
  figure('lead-to-opportunity', 'share', 'Lead to opportunity', '线索到商机转化率'),
  figure('lead-to-deal', 'share', 'Lead to deal', '线索到成交转化率'),
  figure(
    'first-channel-to-deal',
    'share',
    'Lead to deal, first channel of the list',
    '线索到成交（列表首个渠道）',
  ),
  figure('sphere-to-deal', 'share', 'Lead to deal, own circle', '线索到成交（人脉渠道）'),
  figure(
    'introduction-lift',
    'ratio',
    'Lead to deal, introductions against cold',
    '转介绍与陌拜的成交转化率之比',
  ),
  figure('tender-win', 'share', 'Won of tenders entered', '投标后的成交占比'),
  figure('proposal-win', 'share', 'Won of proposals handed in', '提交方案后的成交占比'),
  figure('deals-a-year', 'per-year', 'New deals per rep-year', '每人每年新成交数'),
  figure('bookings-a-year', 'money', 'Bookings per rep-year', '每人每年签约额'),
  figure('activity-rate', 'share', 'Rep-months with at least one sale', '月活动率（当月至少一单）'),
  figure('persistency-13', 'share', 'Persistency, month 13', '13 个月继续率'),
  figure('persistency-25', 'share', 'Persistency, month 25', '25 个月继续率'),
  figure('revenue-churn', 'share', 'Revenue churn a year', '收入年流失率'),
  figure('repeat-orders-a-year', 'per-year', 'Repeat sales per customer-year', '每客户每年重复成交数'),
  figure('visits-a-day', 'per-day', 'Calls per rep-day', '每人每日拜访数'),
  figure('productive-calls', 'share', 'Calls that end in an order', '有效拜访占比'),
  figure('order-value', 'money', 'Value of an order', '单笔订单金额'),
  figure('selling-share', 'share', 'Share of the week spent selling', '销售工时占比'),
  figure('pay-per-rep', 'money', 'Pay cost per rep-year, on-costs included', '每人每年薪酬成本（含附加）'),
  figure('variable-share', 'share', 'Variable share of pay', '浮动薪酬占比'),
  figure('acquisition-cost', 'ratio', 'Selling cost per unit of new bookings', '每单位新签约额的销售成本'),
  figure(
    'selling-cost',
    'share',
    'Pay, lead and turnover cost of revenue',
    '薪酬、线索与人员流动成本占收入比',
  ),
  figure('effort-elasticity', 'ratio', 'Elasticity of bookings to selling hours', '签约额对销售工时的弹性'),
];

/** A published range that a baseline should fall into. */
export interface Target {
  /** Low, mode and high. */
  readonly range: readonly [number, number, number];
  readonly source: string;
  /** True when the row is the stated value of a parameter: agreement then shows only that the model keeps it. */
  readonly input?: true;
  /** True when the published figure counts otherwise than the metric, so that a company may well lie outside. */
  readonly otherwise?: true;
}
