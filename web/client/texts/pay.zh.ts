import type { payEn } from './pay.en.ts';

/** 图表分组、薪酬图表与生效时间的文字。 */
export const payZh: Readonly<Record<keyof typeof payEn, string>> = {
  'charts.answer': '结论',
  'charts.pay': '薪酬',
  'charts.business': '经营',
  'chart.worth': '值不值得',
  'chart.years': '差年份与好年份',
  'chart.together': '合用还是单用',
  'chart.rules': '规则还是行为',
  'chart.pay-year': '一年的成本',
  'chart.types': '按销售类型',
  'chart.reached': '起付点、目标、卓越',
  'chart.spread': '达成与实得',
  'chart.fairness': '薪酬与业绩',
  'chart.people': '逐人看',
  'chart.tenths': '考核期内节奏',
  'roll.mark.start': '{name}：几个月后开始',
  'roll.mark.ramp': '{name}：几个月覆盖全员',
  'roll.mark.stop': '{name}：几个月后结束',
  'alt.start': '新做法多久后开始',
  'alt.payStart': '新薪酬多久后开始',
  'alt.payStart.help': '应为考核期的起点。',
};
