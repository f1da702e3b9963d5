import type { Localised } from '../../kernel/quantity.ts';
import type { REP_FIGURES, STAGE_FIGURES, TIER_FIGURES, TIMELINE } from './tally.ts';

/**
 * What the tallies of tally.ts hold, figure by figure: the words of every table that is written from them. Whoever adds
 * a figure there is asked for its meaning here.
 */

/** What a figure is measured in. `money` is the study's currency, `share` has 1 for the whole, `measure` is what the main measure of the pay plan counts. */
export type FigureUnit = 'money' | 'share' | 'count' | 'ratio' | 'hours' | 'workdays' | 'points' | 'measure';

export interface Figure {
  readonly unit: FigureUnit;
  readonly meaning: Localised;
}

const figure = (unit: FigureUnit, en: string, zh: string): Figure => ({ unit, meaning: { en, zh } });

/** A month's figures: flows are of that month alone, standings are as its last day ends. */
export const MONTHLY: Readonly<Record<(typeof TIMELINE)[number], Figure>> = {
  bookings: figure('money', 'value signed, after discount', '折后签约金额'),
  revenue: figure(
    'money',
    'one-off value signed + recurring value accrued + orders placed without a visit',
    '一次性签约金额 + 按月确认的经常性收入 + 客户自行下单金额',
  ),
  cash: figure('money', 'money received from customers', '客户回款'),
  'gross-margin': figure('money', 'revenue × margin − partner shares', '收入 × 毛利率 − 渠道分成'),
  'pay-cost': figure(
    'money',
    'salaries + variable pay paid, on-costs included',
    '底薪 + 发放的浮动薪酬（含附加成本）',
  ),
  'scheme-cost': figure(
    'money',
    'set-up, running and manager-time cost of practices',
    '做法的建设、运行与管理者时间成本',
  ),
  'lead-cost': figure('money', 'cost of the leads that arrived', '新到线索的成本'),
  'turnover-cost': figure('money', 'replacement cost of those who left', '离职人员的替换成本'),
  'net-contribution': figure(
    'money',
    'gross margin − pay cost − scheme cost − lead cost − turnover cost',
    '毛利 − 薪酬成本 − 方案成本 − 线索成本 − 人员流动成本',
  ),
  leads: figure('count', 'leads that arrived, from all sources', '新到线索数（全部来源）'),
  'followed-up': figure('count', 'leads touched for the first time', '首次跟进的线索数'),
  opportunities: figure('count', 'deals that passed the first stage', '通过首阶段的商机数'),
  wins: figure('count', 'new-business deals won', '新客成交数'),
  losses: figure('count', 'opportunities lost', '输掉的商机数'),
  'repeat-wins': figure(
    'count',
    'repeat purchases, expansions and orders placed without a visit',
    '复购、扩展与客户自行下单数',
  ),
  'active-customers': figure('count', 'active customers as the month ends', '月末在册客户数'),
  'churned-customers': figure('count', 'customers lost', '流失客户数'),
  satisfaction: figure(
    'points',
    'mean satisfaction of active customers as the month ends, 0–100',
    '月末在册客户的平均满意度，0–100',
  ),
  'active-reps': figure('count', 'reps present as the month ends', '月末在岗销售人数'),
  effort: figure(
    'ratio',
    'mean effort of those present, day by day; 1 is usual',
    '在岗者逐日努力程度的均值，1 为平常水平',
  ),
  'playbook-fit': figure(
    'share',
    'how well the way of selling fits today’s market, mean of reps present as the month ends',
    '月末在岗者打法与当前市场的契合度均值',
  ),
  adoption: figure(
    'share',
    'adoption as the month ends, mean over practices in use',
    '月末采用程度，对在用做法取均值',
  ),
  'open-pipeline': figure(
    'money',
    'value of open new-business opportunities as the month ends',
    '月末未结新客商机金额',
  ),
  'selling-hours': figure('hours', 'hours left to sell in, all reps together', '全体销售可用于销售的工时'),
};

/** A seat's figures over the horizon; whoever sits there. */
export const PER_SEAT: Readonly<Record<(typeof REP_FIGURES)[number], Figure>> = {
  bookings: figure('money', 'value signed, after discount', '折后签约金额'),
  credit: figure(
    'measure',
    'result credited by the pay plan’s main measure, mostly money',
    '薪酬方案主指标计入的业绩，多为金额',
  ),
  quota: figure('measure', 'quota of the main measure for the time present', '在岗期间的主指标目标'),
  'variable-pay': figure('money', 'variable pay paid', '发放的浮动薪酬'),
  salary: figure('money', 'salary paid', '发放的底薪'),
  wins: figure('count', 'new-business deals won', '新客成交数'),
  touches: figure('count', 'touches made', '接触次数'),
  'selling-hours': figure('hours', 'hours left to sell in', '可用于销售的工时'),
  effort: figure(
    'workdays',
    'effort summed over the days present; ÷ days_active for the mean, of which 1 is usual',
    '在岗各日努力程度之和；除以 days_active 为均值，1 为平常水平',
  ),
  proficiency: figure('share', 'share of own full skill as the horizon ends', '期末技能占自身上限的比例'),
  ability: figure(
    'ratio',
    'logarithm of ability relative to the average rep, of whoever is here as the horizon ends',
    '期末在岗者能力相对平均水平的对数',
  ),
  periods: figure('count', 'pay periods worked in full', '完整在岗的考核期数'),
  'periods-at-quota': figure('count', 'of these, with credit of at least quota', '其中达到目标的考核期数'),
  exits: figure('count', 'people who left the seat', '该席位离职人次'),
  'days-active': figure('workdays', 'days on which someone was here', '有人在岗的天数'),
  customers: figure('count', 'customers of the seat as the horizon ends', '期末该席位的客户数'),
  'periods-at-threshold': figure(
    'count',
    'periods worked in full that reached the plan’s threshold, else 50 % of quota',
    '达到起付线（未约定则为目标的 50%）的完整考核期数',
  ),
  'periods-at-excellence': figure(
    'count',
    'periods worked in full that reached the plan’s mark of excellence, else 120 % of quota',
    '达到优秀线（未约定则为目标的 120%）的完整考核期数',
  ),
  tenure: figure(
    'workdays',
    'days since hire of whoever is here as the horizon ends; 0 where nobody is',
    '期末在岗者的入职天数；空缺为 0',
  ),
};

/** A stage's figures over the horizon, of new business. */
export const PER_STAGE: Readonly<Record<(typeof STAGE_FIGURES)[number], Figure>> = {
  entered: figure('count', 'deals that entered the stage', '进入该阶段的商机数'),
  advanced: figure('count', 'deals that passed it', '通过该阶段的商机数'),
  lost: figure('count', 'deals lost in it', '在该阶段失去的商机数'),
  days: figure(
    'workdays',
    'days in the stage of the deals that passed it, summed',
    '通过者在该阶段的天数之和',
  ),
};

/** A customer tier's figures over the horizon. */
export const PER_TIER: Readonly<Record<(typeof TIER_FIGURES)[number], Figure>> = {
  customers: figure(
    'count',
    'customers of the tier twelve months before the end, or at the start of a shorter horizon',
    '期末前十二个月（不足一年的为期初）该层级在册客户数',
  ),
  churned: figure(
    'count',
    'of the customers of that day, those lost from the tier since',
    '上述在册客户中此后自该层级流失数',
  ),
  'repeat-revenue': figure('money', 'revenue from customers of the tier', '该层级客户的复购与经常性收入'),
  satisfaction: figure('points', 'mean satisfaction as the horizon ends, 0–100', '期末平均满意度，0–100'),
};
