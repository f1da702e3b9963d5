import type { Localised } from '../kernel/quantity.ts';
import { DAYS_A_YEAR } from './calendar.ts';

/** What a metric is measured in. `money` is the study's currency; `days` are workdays. */
export type MetricUnit = 'share' | 'money' | 'days' | 'points' | 'ratio' | 'money-per-day';

/** One outcome of a replication, defined once for every table, file and page. */
export interface Metric {
  readonly id: string;
  readonly name: Localised;
  readonly unit: MetricUnit;
  /** Which direction is favourable; `none` where neither is. */
  readonly better: 'higher' | 'lower' | 'none';
  /** The formula in words, over the horizon unless said otherwise. */
  readonly formula: Localised;
}

const metric = (
  id: string,
  unit: MetricUnit,
  better: Metric['better'],
  en: string,
  zh: string,
  formulaEn: string,
  formulaZh: string,
): Metric => ({ id, unit, better, name: { en, zh }, formula: { en: formulaEn, zh: formulaZh } });

/** All metrics, in the order of every result. */
export const METRICS: readonly Metric[] = [
  metric(
    'net-value',
    'money',
    'higher',
    'Net value',
    '净价值',
    'net contribution + customer equity gained + pipeline value gained',
    '净贡献 + 客户资产增加 + 在途商机价值增加',
  ),
  metric(
    'net-contribution',
    'money',
    'higher',
    'Net contribution',
    '净贡献',
    'gross margin − pay cost − scheme cost − lead cost − turnover cost',
    '毛利 − 薪酬成本 − 方案成本 − 线索成本 − 人员流动成本',
  ),
  metric(
    'customer-equity',
    'money',
    'higher',
    'Customer equity gained',
    '客户资产增加',
    'what the customers held at the end are expected to contribute from then on − the same of those held at the start: discounted, over the years counted, each by its own chances to stay and to buy, as if all went on as today; margin less pay on old business and cost of care',
    '期末在册客户此后的预期贡献 − 期初在册客户的预期贡献：按折现率折现，计入规定年数，各按自身留存与购买概率，并假定此后一切如现状；为毛利减去老客户业务薪酬与维护成本',
  ),
  metric(
    'pipeline-value',
    'money',
    'higher',
    'Pipeline value gained',
    '在途商机价值增加',
    'open opportunities at the end, each at today’s odds of its stage × (first-period margin − pay + what such a customer contributes in its life) − the same at the start',
    '期末未结商机按所处阶段的现状赢率 ×（首期毛利 − 薪酬 + 此类客户的终身贡献）之和 − 期初的同一数额',
  ),
  metric(
    'attainment',
    'share',
    'higher',
    'Quota attainment',
    '目标达成率',
    'sales credited to reps as their plan counts them (renewals and repeat orders may count in part, bookings do not count renewals) ÷ sum of their quotas',
    '按方案计入销售人员业绩的销售额（续约与复购可按比例计入，签约额则不含续约）÷ 目标之和',
  ),
  metric(
    'reps-at-quota',
    'share',
    'higher',
    'Reps at quota',
    '达标人数占比',
    'rep-periods with credited sales ≥ quota ÷ rep-periods worked in full',
    '计入业绩达到目标的人次 ÷ 完整在岗的人次',
  ),
  metric(
    'follow-up-conversion',
    'share',
    'higher',
    'Follow-up conversion',
    '跟进转化率',
    'new-business wins ÷ leads followed up (touched at least once)',
    '新客成交数 ÷ 跟进过的线索数',
  ),
  metric(
    'win-rate',
    'share',
    'higher',
    'Win rate',
    '赢单率',
    'won ÷ (won + lost) of opportunities (past the first stage) closed',
    '赢单 ÷（赢单 + 输单），仅计通过首阶段的商机',
  ),
  metric(
    'cycle-days',
    'days',
    'lower',
    'Sales cycle',
    '销售周期',
    'mean workdays from opportunity created to won, of won new business',
    '新客赢单从商机建立到成交的平均工作日',
  ),
  metric('bookings', 'money', 'higher', 'Bookings', '签约额', 'value signed, after discount', '折后签约金额'),
  metric(
    'revenue',
    'money',
    'higher',
    'Revenue',
    '收入',
    'one-off value at signing + recurring value as it accrues month by month',
    '一次性金额签约时确认，经常性金额按月确认',
  ),
  metric(
    'nrr',
    'share',
    'higher',
    'Net revenue retention a year',
    '年净收入留存率',
    'yearly value, at the end, of those who were customers twelve months before ÷ what it was then; a shorter horizon counts from its start and is compounded to a year',
    '期末前十二个月的在册客户：期末年价值 ÷ 当时年价值；不足一年的从期初算起并按复利折算为一年',
  ),
  metric(
    'grr',
    'share',
    'higher',
    'Gross revenue retention a year',
    '年总收入留存率',
    'as net revenue retention, without expansion',
    '同净收入留存率，不计扩展',
  ),
  metric(
    'churn',
    'share',
    'lower',
    'Customer churn a year',
    '客户年流失率',
    'of those who were customers twelve months before the end, the share lost by the end; a shorter horizon counts from its start and is compounded to a year',
    '期末前十二个月的在册客户中，至期末流失的占比；不足一年的从期初算起并按复利折算为一年',
  ),
  metric(
    'repurchase-rate',
    'share',
    'higher',
    'Repurchase rate a year',
    '年复购率',
    'of those who were customers twelve months before the end, the share that bought or renewed again since; a shorter horizon counts from its start, and the part of contracts or of purchases that falls into it is brought to a year',
    '期末前十二个月的在册客户中，此后再次购买或续约者的占比；不足一年的从期初算起，按期内到期合同或购买的部分折算为一年',
  ),
  metric(
    'ltv',
    'money',
    'higher',
    'Customer lifetime value',
    '客户终身价值',
    'what the customers held at the end are expected to contribute from then on, discounted (see customer equity) ÷ their number',
    '期末在册客户此后的预期折现贡献（见客户资产）÷ 客户数',
  ),
  metric(
    'satisfaction',
    'points',
    'higher',
    'Customer satisfaction',
    '客户满意度',
    'mean over months of active customers’ satisfaction, 0–100',
    '在册客户满意度的月均值，0–100',
  ),
  metric(
    'collection-days',
    'days',
    'lower',
    'Collection period',
    '回款周期',
    'value-weighted workdays from signing or accrual to cash',
    '从签约或应计到回款的金额加权工作日',
  ),
  metric(
    'pay-cost',
    'money',
    'lower',
    'Pay cost',
    '薪酬成本',
    'salaries + variable pay of reps, on-costs included',
    '底薪 + 浮动薪酬（含附加成本）',
  ),
  metric(
    'pay-cost-share',
    'share',
    'lower',
    'Pay cost of revenue',
    '薪酬成本占收入比',
    'pay cost ÷ revenue',
    '薪酬成本 ÷ 收入',
  ),
  metric(
    'scheme-cost',
    'money',
    'lower',
    'Scheme cost',
    '方案成本',
    'set-up, running and manager-time cost of all schemes',
    '全部方案的建设、运行与管理者时间成本',
  ),
  metric(
    'gross-margin',
    'money',
    'higher',
    'Gross margin',
    '毛利',
    'revenue × margin − discounts − partner shares',
    '收入 × 毛利率 − 折让 − 渠道分成',
  ),
  metric(
    'rep-turnover',
    'share',
    'lower',
    'Rep turnover a year',
    '销售人员年流失率',
    'exits ÷ mean headcount, scaled to 252 workdays',
    '离职人数 ÷ 平均在岗人数，折算为 252 个工作日',
  ),
  metric(
    'ramp-days',
    'days',
    'lower',
    'Ramp',
    '新人成长期',
    'workdays from hire until a new hire reaches 80 % of own full skill',
    '从入职到达到自身技能上限 80% 的工作日',
  ),
  metric(
    'rep-gini',
    'ratio',
    'none',
    'Inequality among reps',
    '业绩基尼系数',
    'Gini coefficient of bookings per seat',
    '各席位签约额的基尼系数',
  ),
  metric(
    'top-quintile-share',
    'share',
    'none',
    'Top-fifth share',
    '前 20% 业绩占比',
    'share of bookings won by the best fifth of seats',
    '业绩最好的五分之一席位所占签约额',
  ),
  metric(
    'pipeline-coverage',
    'ratio',
    'none',
    'Pipeline coverage',
    '商机覆盖率',
    'mean of month-end open opportunity value ÷ quota of the period',
    '月末未结商机金额 ÷ 当期目标的均值',
  ),
  metric(
    'sales-velocity',
    'money-per-day',
    'higher',
    'Sales velocity',
    '销售速度',
    'opportunities opened a workday × win rate × mean deal value (by Little’s law, value won a day)',
    '每工作日新增商机 × 赢单率 × 平均单价',
  ),
  metric(
    'period-end-share',
    'share',
    'none',
    'Period-end share',
    '期末成交占比',
    'bookings in the last tenth of pay periods ÷ bookings',
    '考核期最后十分之一的签约额占比',
  ),
  metric(
    'discount-share',
    'share',
    'lower',
    'Discount share',
    '折扣占比',
    'discounts given ÷ list value of deals won',
    '让利 ÷ 成交标价',
  ),
];

/** Position of each metric in a result vector. */
export const METRIC_INDEX: ReadonlyMap<string, number> = new Map(METRICS.map((m, i) => [m.id, i]));

/** Workdays in which customers' loyalty is observed: the horizon's last year, or all of a shorter one. */
export function yearOf(horizonDays: number): number {
  return Math.min(DAYS_A_YEAR, horizonDays);
}

/** The metric a run is judged by unless the study names another. */
export const DEFAULT_PRIMARY = 'net-value';
