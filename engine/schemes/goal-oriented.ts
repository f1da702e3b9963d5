import { byRule, CHANGE, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atMost } from './fits.ts';

const GOALS = {
  grade: 'experiment',
  source:
    'goal-setting meta-analyses: d = .34 over 141 papers; Wood, Mento & Locke 1987, .42 in complex to .76 in simple work, 125 studies; Asmus et al. 2015, +12–15 % in line work',
} as const;
const ASSUMED = { grade: 'assumed', source: 'pressure of being measured: size a design assumption' } as const;

const NEW = {
  grade: 'assumed',
  source:
    'Sandvik et al. 2020: incentives that taught nothing were transitory; Chung & Narayandas 2017: performance dips later; 40 % of the pull is taken to be novelty, half of it gone in six months',
} as const;

/** Part of a goal's pull that is novelty, and months in which half of that is gone. */
const NOVELTY = 0.4;
const NOVELTY_HALF = 6;

/**
 * Scheme 1: specific goals, split down to the person and reviewed. They spur the drive to sell, most where the goal is
 * within reach; what that takes from service follows from the drive. What is paid for reaching a goal stays in the pay
 * plan.
 */
export const goalOriented: Scheme = {
  id: 'goal-oriented',
  kind: 'scheme',
  number: 1,
  name: { en: 'Goal-oriented', zh: '目标导向' },
  summary: {
    en: 'Sales goals are split by person and period, kept in view and reviewed often. A goal within reach spurs; one out of reach or already passed does not, and and the sharper the wish to sell, the less time is left for service that no one pays for.',
    zh: '把销售目标分解到人、到期，公开进度并经常复盘。目标够得着时激发努力；够不着或已达成后则无效；越想成交，留给不计酬服务的时间越少。',
  },
  options: {
    emphasis: {
      default: 1,
      min: 0,
      max: 2,
      unit: 'multiple',
      name: { en: 'How hard goals are pressed', zh: '目标强调程度（倍）' },
    },
    reviewsPerMonth: {
      default: byRule(
        ({ firm }) => (firm.cycleDays <= 45 ? 4 : firm.cycleDays <= 130 ? 2 : 1),
        'weekly where deals take up to two months, fortnightly up to half a year, else monthly',
        '成交周期在两个月内每周一次，半年内每两周一次，更长则每月一次',
      ),
      min: 0.5,
      max: 20,
      unit: 'reviews a month',
      name: { en: 'Progress reviews a month', zh: '每月进度复盘次数' },
    },
  },
  shifts: (o) => {
    // A goal seldom looked at loses its pull; beyond weekly reviews nothing is added.
    const seen = Math.min(1, Math.sqrt(o.reviewsPerMonth! / 4));
    return [
      // Adds +4/+8/+12 % of effort at first to teams in which five to eight in ten make their goal.
      {
        lever: 'goal-salience',
        by: times(prior(0.35, 0.8, 1.5), (1 - NOVELTY) * seen * o.emphasis!),
        evidence: GOALS,
      },
      {
        lever: 'goal-salience',
        fades: NOVELTY_HALF,
        by: times(prior(0.35, 0.8, 1.5), NOVELTY * seen * o.emphasis!),
        evidence: NEW,
      },
      { lever: 'strain', by: times(prior(0, 0.04, 0.12), o.emphasis!), evidence: ASSUMED },
      {
        lever: 'overhead-hours',
        by: times(prior(0.1, 0.15, 0.2), o.reviewsPerMonth!),
        evidence: {
          grade: 'assumed',
          source: 'weekly reviews take 1–2 % of the week; the pull of goals is stated without them',
        },
      },
    ];
  },
  policies: {},
  costs: (o) => ({
    ...FREE,
    setup: prior(500, 2_000, 5_000),
    setupPerRep: prior(25, 100, 250),
    managerHours: prior(1, 2, 4),
    // Three minutes of a manager for each person and review.
    managerHoursPerRep: times(prior(0.025, 0.05, 0.1), o.reviewsPerMonth!),
  }),
  adoption: {
    monthsToHalf: prior(0.5, 1, 2),
    literacy: 0,
    failure: prior(0.05, 0.1, 0.2),
    change: CHANGE.small,
  },
  known: {
    en: 'Well supported: specific goals lift performance in over a hundred experiments, less in complex work. In selling most gains are known together with pay, and some fade.',
    zh: '依据充分：一百多项实验显示具体目标能提升绩效，复杂工作中较弱。销售中的效果多与薪酬一同测得，部分会消退。',
  },
  limits: [
    {
      en: 'Goals miss what a territory can yield, so luck decides who makes them.',
      zh: '目标与市场潜力常有偏差，是否达成部分靠运气。',
    },
    {
      en: 'Service that the pay plan does not pay for is crowded out.',
      zh: '薪酬方案不计酬的服务会被挤占。',
    },
    {
      en: 'Reps give up far from the goal and coast behind it.',
      zh: '离目标太远会放弃，达成之后会松懈。',
    },
  ],
  suits: {
    en: 'Small teams, measurable results, short cycles, effort to spare.',
    zh: '规模小、结果可量化、周期短、努力有余地的团队。',
  },
  fits: [
    atMost(
      'reps',
      12,
      'In a small team everyone’s goal can be followed in person.',
      '团队小，目标可逐人跟进。',
    ),
    atMost('cycle-days', 45, 'Effort shows within the goal’s period.', '周期短，努力在目标期内见效。'),
  ],
  complements: ['incentive-driven', 'process-control', 'region-industry'],
  conflicts: ['customer-experience'],
};
