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
} as const;
