import { pow } from '../kernel/math.ts';
import { prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast, atMost } from './fits.ts';

const PULL = {
  grade: 'assumed',
  source: 'less than a standing goal; Lim, Ahearne & Ham 2009: several winners help, rank spread does not',
} as const;
const ASSUMED = { grade: 'assumed', source: 'rivals tell each other less, rankings press' } as const;

/**
 * Scheme 15: contests, prizes and recognition, which a manager adds to the pay plan; rates of pay change there. What they
 * take from service follows from the drive to sell.
 */
export const incentiveDriven: Scheme = {
  id: 'incentive-driven',
  kind: 'scheme',
  number: 15,
  name: { en: 'Incentive-driven', zh: '激励驱动' },
  summary: {
    en: 'Contests, prizes and public recognition sharpen the wish to sell, beside whatever the pay plan pays. Reps who respond work harder; service that no one pays for comes second, rivals share less of what they know, and the pressure drives some away.',
    zh: '在薪酬方案之外，用竞赛、奖品和公开表彰激发销售意愿。有反应的人会更拼；但不计酬的服务退居其次，同事之间少交流经验，压力也会逼走一些人。',
  },
  options: {
    contestsPerYear: {
      default: 4,
      min: 1,
      max: 12,
      unit: 'contests a year',
      name: { en: 'Contests a year', zh: '每年竞赛次数' },
    },
    prize: {
      default: 1_500,
      min: 0,
      max: 50_000,
      unit: 'CNY',
      name: { en: 'Prize of a winner', zh: '每位获奖者奖金' },
    },
    winners: {
      default: 0.3,
      min: 0.02,
      max: 1,
      unit: 'share',
      name: { en: 'Share of reps who win a prize', zh: '获奖人数占比' },
    },
  },
  shifts: (o) => {
    const often = Math.sqrt(o.contestsPerYear! / 4);
    // Recognition alone has half the pull; thirty times the prize makes it half as strong again.
    const pull = 0.5 + 0.5 * Math.min(2, pow(o.prize! / 1_500, 0.2));
    // Strongest when half of the reps can win: a prize for one or for everyone spurs half as much.
    const within = 4 * Math.min(0.5, o.winners!) * (1 - Math.max(0.5, o.winners!));
    const scale = often * pull * (0.5 + 0.5 * within);
    return [
      { lever: 'goal-salience', by: times(prior(0.06, 0.18, 0.4), scale), evidence: PULL },
      { lever: 'peer-learning', by: times(prior(-0.6, -0.3, -0.1), often), evidence: ASSUMED },
      { lever: 'strain', by: times(prior(0, 0.08, 0.2), often), evidence: ASSUMED },
      { lever: 'overhead-hours', by: times(prior(0.05, 0.1, 0.3), often), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: (o) => ({
    ...FREE,
    setup: prior(2_000, 5_000, 15_000),
    monthly: prior(0, 300, 1_000),
    perRepMonth: (o.contestsPerYear! * o.prize! * o.winners!) / 12,
    managerHours: times(prior(0.5, 1, 2), o.contestsPerYear!),
  }),
  adoption: { monthsToHalf: prior(0.5, 1, 2), literacy: 0, failure: prior(0.03, 0.08, 0.15) },
  limits: [
    {
      en: 'What no prize rewards is neglected: service, records, colleagues.',
      zh: '没有奖的事会被忽略：服务、记录、带新人。',
    },
    {
      en: 'Leaders coast and laggards give up once the race is decided.',
      zh: '胜负已定时，领先者松懈，落后者放弃。',
    },
    { en: 'Pressure makes people leave.', zh: '压力会加剧人员流失。' },
  ],
  suits: {
    en: 'Countable results, short cycles, customers who need little care afterwards.',
    zh: '结果可量化、周期短、售后维护少。',
  },
  fits: [
    atMost('cycle-days', 45, 'What one does today counts in this contest.', '周期短，当期努力当期见效。'),
    atLeast('sales-a-month', 0.5, 'Results can be counted from month to month.', '成果每月可量化。'),
    atMost('service-share', 0.25, 'Little care that a race could push aside.', '售后维护少，不怕被挤占。'),
  ],
  complements: ['goal-oriented'],
  conflicts: ['team-collaboration', 'team-based', 'customer-experience', 'joint-selling'],
};
