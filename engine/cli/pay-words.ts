/** Words of the pay tables; `today` is the baseline, as in the comparison. */
export const PAY_WORDS = {
  en: {
    title: 'What each pay plan pays, and to whom',
    today: 'today',
    cost: {
      single: 'Pay cost of a year',
      averaged: 'Pay cost by the year',
      usual: 'usual (P50)',
      dear: 'dear (P90)',
      sales: 'of bookings',
    },
    fairness: {
      slope: 'slope',
      correlation: 'correlation',
      inversions: 'inversions',
    },
    reached: {
      title: 'Periods reaching',
      threshold: 'threshold',
      target: 'quota',
      excellence: 'excellence',
    },
    spread: {
      title: 'Periods by',
      attainment: 'attainment',
      payout: 'pay ÷ target pay',
      scale: '0 %     100 %    200 %',
    },
    people: {
      title: 'People who stayed',
      attainment: 'attainment: middle (5–95 %)',
      variable: 'variable pay a year: middle (5–95 %)',
    },
    tenths: 'Bookings by tenth of the pay period, %',
    evenly: 'as the days come',
    split: {
      title: 'Change of pay cost over the horizon',
      mechanics: 'new rules',
      behaviour: 'behaviour',
      practices: 'other practices',
      total: 'together',
      change: 'change',
      range: 'interval',
    },
    winners: {
      title: 'Change of yearly pay; who loses',
      attainment: 'by attainment today',
      ability: 'by ability',
      tenure: 'by tenure at the start',
      fifths: ['lowest fifth', '2nd', '3rd', '4th', 'highest fifth'],
      tenures: ['under 1 year', '1 to 3 years', 'over 3 years'],
    },
    notes: {
      single:
        'Pay cost of a year: each single year of each replication is one case; one in ten is dearer than P90.',
      averaged:
        'Pay cost by the year: scaled up from the horizon, which is under a year, so what is paid once counts every time; each replication is one case, and one in ten is dearer than P90.',
      slope:
        'Slope: variable pay for one more unit of bookings, from person to person; correlation of the two; inversions: pairs of people in which who sold more is paid less.',
      reached:
        'Periods: pay periods that somebody worked in full, at the plan’s own marks: where it begins to pay, and where its last accelerator or its ceiling stands.',
      usual: '* the plan names no such place; the usual one, 50 % or 120 %, stands in.',
      tenths: (half: string) => `Shares of bookings are known to ±${half} points or better.`,
      split:
        'New rules: the same people doing the same, paid by the new plan. Behaviour: what they do otherwise because of it. Together: the change of pay cost above.',
      practices:
        'Other practices: the rest of what the alternative changes, on top of its plan; not an effect of pay.',
      winners:
        'People who stayed all along, the same people with the same luck on both sides; who loses is paid over 1 % less.',
    },
  },
  zh: {
    title: '各薪酬方案发多少、发给谁',
    today: '现状',
    cost: {
      single: '单年薪酬成本',
      averaged: '年均薪酬成本',
      usual: '常见（P50）',
      dear: '偏高（P90）',
      sales: '占签约额',
    },
    fairness: { slope: '斜率', correlation: '相关系数', inversions: '倒挂' },
    reached: {
      title: '考核期达到',
      threshold: '起付线',
      target: '目标',
      excellence: '优秀线',
    },
    spread: {
      title: '考核期分布',
      attainment: '达成率',
      payout: '浮动薪酬÷目标薪酬',
      scale: '0 %     100 %    200 %',
    },
    people: {
      title: '全程留任者',
      attainment: '达成率：中位（5–95 %）',
      variable: '年浮动薪酬：中位（5–95 %）',
    },
    tenths: '考核期各十分之一的签约额，%',
    evenly: '按工作日均摊',
    split: {
      title: '整个期间薪酬成本的变化',
      mechanics: '规则',
      behaviour: '行为',
      practices: '其他做法',
      total: '合计',
      change: '变化',
      range: '置信区间',
    },
    winners: {
      title: '年薪酬的变化；减少者占比',
      attainment: '按现状达成率',
      ability: '按能力',
      tenure: '按期初司龄',
      fifths: ['最低五分之一', '第二', '第三', '第四', '最高五分之一'],
      tenures: ['不足 1 年', '1 至 3 年', '3 年以上'],
    },
    notes: {
      single: '单年薪酬成本：每次模拟的每一年为一例，十例中有一例高于 P90。',
      averaged:
        '年均薪酬成本：期间不足一年，按比例折算为年，一次性支付的也随之放大；每次模拟为一例，十例中有一例高于 P90。',
      slope:
        '斜率：人与人之间每多签一元，多发多少浮动薪酬；相关系数同指二者；倒挂：卖得多反而拿得少的两人组合占比。',
      reached: '考核期：个人完整在岗的考核期，按方案自己的位置计：开始发放处，以及最后一档加速或封顶处。',
      usual: '* 方案未写明，按惯例取 50 % 或 120 %。',
      tenths: (half: string) => `签约额占比的误差不超过 ±${half} 个百分点。`,
      split:
        '规则：同样的人做同样的事，只按新方案发放。行为：因新方案而改变的做法。合计：即上表中薪酬成本的变化。',
      practices: '其他做法：该备选在方案之外的改变，叠加于方案之上，不是薪酬的作用。',
      winners: '仅含全程未离开者，两边是同样的人、同样的运气；少拿超过 1 % 计为减少。',
    },
  },
} as const;
