import { CHANGE, percent, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const SURVEYS = {
  grade: 'correlation',
  source: 'Mittal et al. 2023: satisfaction and retention over 535 correlations, 245 articles; shrunk',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'design assumption: 3/6/12 % more time for customers, softer closing',
} as const;

/** Scheme 17: customers' experience comes before this month's closing. */
export const customerExperience: Scheme = {
  id: 'customer-experience',
  kind: 'scheme',
  number: 17,
  name: { en: 'Customer experience', zh: '客户体验导向' },
  summary: {
    en: 'Feedback is asked for and acted on, promises are kept, and time goes to service before closing. Contented customers stay, buy and recommend, but only later; where they buy once and tell no one, the hours and the softer closing are a loss.',
    zh: '主动收集并响应反馈，兑现承诺，把时间先给服务再给成交。满意的客户会留下、复购、推荐，但见效较晚；一次性且不传口碑的生意里，多花的时间和放软的成交都是损失。',
  },
  options: {
    ambition: {
      default: 1,
      min: 0.1,
      max: 2.5,
      unit: 'multiple',
      name: { en: 'Size of the programme', zh: '投入力度' },
    },
  },
  shifts: (o) => {
    const a = o.ambition!;
    return [
      { lever: 'service-quality', by: prior(2 * a, 4 * a, 9 * a), evidence: SURVEYS },
      { lever: 'service-time', by: percent(5 * a, 12 * a, 25 * a), evidence: SURVEYS },
      { lever: 'retention-focus', by: percent(0, 8 * a, 20 * a), evidence: ASSUMED },
      { lever: 'promise-accuracy', by: prior(0, 2 * a, 5 * a), evidence: ASSUMED },
      { lever: 'referral-program', by: percent(0, 10 * a, 30 * a), evidence: ASSUMED },
      { lever: 'touch-quality', by: prior(-0.08 * a, -0.03 * a, 0), evidence: ASSUMED },
      { lever: 'overhead-hours', by: prior(0.3 * a, 0.7 * a, 1.5 * a), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: (o) => ({
    ...FREE,
    setup: times(prior(2_000, 6_000, 25_000), o.ambition!),
    setupPerRep: times(prior(150, 700, 2_750), o.ambition!),
    monthly: times(prior(150, 500, 2_000), o.ambition!),
    perRepMonth: times(prior(20, 80, 250), o.ambition!),
    // Asking, answering and making good.
    perCustomerMonth: times(prior(0.3, 1, 4), o.ambition!),
    managerHours: prior(1, 3, 6),
    managerHoursPerRep: prior(0.1, 0.25, 0.5),
  }),
  adoption: {
    monthsToHalf: prior(2, 4, 8),
    literacy: 0.1,
    failure: prior(0.08, 0.15, 0.3),
    change: CHANGE.medium,
  },
  known: {
    en: 'That contented customers stay is found in 245 articles. What a programme of one’s own changes is not known from trials.',
    zh: '满意的客户更易留下，有 245 篇文章支持。企业自己的改进计划能改变多少，没有试验。',
  },
  limits: [
    {
      en: 'Pays late: satisfaction moves slowly, renewals come once a year.',
      zh: '见效慢：满意度变化慢，续约一年才一次。',
    },
    {
      en: 'Little to gain where switching is hard or customers buy once.',
      zh: '客户难以更换或只买一次时收效甚微。',
    },
    {
      en: 'Pleasing the pleased: in the middle range more satisfaction changes little.',
      zh: '中间区间里，满意度再高一点作用也不大。',
    },
  ],
  suits: {
    en: 'Repeat business, rivals close by, buyers who listen to other buyers.',
    zh: '复购多、竞争激烈、口碑重要的行业。',
  },
  fits: [
    atLeast('repeat', 0.5, 'Contented customers buy again.', '满意的客户会再买。'),
    atLeast('service-share', 0.1, 'Care is a real part of the work.', '服务是工作的重要部分。'),
    atLeast('referrals', 0.05, 'Buyers listen to other buyers.', '客户口口相传。'),
  ],
  complements: ['customer-lifecycle', 'key-account', 'social-media', 'joint-selling'],
  conflicts: ['incentive-driven'],
};
