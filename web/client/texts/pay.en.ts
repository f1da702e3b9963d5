/** Texts of charts by group, of what plans pay, and of when a change begins, in English. */
export const payEn = {
  'charts.answer': 'The answer',
  'charts.pay': 'Pay',
  'charts.business': 'The business',
  'chart.rules': 'Rules or behaviour',
  'chart.pay-year': 'Cost of a year',
  'chart.types': 'By kind of rep',
  'chart.reached': 'Threshold, target, excellence',
  'chart.spread': 'Attainment and payout',
  'chart.fairness': 'Pay for performance',
  'chart.tenths': 'Within the pay period',
  'roll.mark.start': '{name}: months until it starts',
  'roll.mark.ramp': '{name}: months to reach everyone',
  'roll.mark.stop': '{name}: months until it ends',
  'alt.start': 'Everything new starts after',
  'alt.payStart': 'New pay starts after',
  'alt.payStart.help': 'Must be the start of a pay period.',
} as const;
