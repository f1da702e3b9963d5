import { CHANGE, percent, prior, type Scheme, times } from '../contract.ts';
import { FREE } from '../costs.ts';
import { atLeast } from '../fits.ts';
import { seatYear } from '../systems.ts';

const TRIALS = {
  grade: 'structural',
  source:
    'win prediction: reps 66.8 % against models 69.3 %; model AUC .62/.70/.76 once ~120 wins are on record',
} as const;
const STALLS = {
  grade: 'assumed',
  source: 'a manager who sees stalls sooner cuts our own waiting by 5/15/30 %',
} as const;
const TIERS = {
  grade: 'assumed',
  source: 'what customers buy tells their worth better than a first impression: correlation +0/.1/.25',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source:
    'entering data takes 1/3/6 % of the week until a system does it; the other effects are stated without it',
} as const;

/**
 * Plan type 4: decisions follow recorded data. It acts through which deals are worked first, and through managers who see
 * stalls sooner.
 */
export const dataDriven: Scheme = {
  id: 'data-driven',
  kind: 'plan-type',
  number: 4,
  name: { en: 'Data-driven', zh: '数据驱动' },
  summary: {
    en: 'Activity and deals are recorded, scored and worked in the order the data suggest, and managers see stalls sooner. It gains where leads outnumber hours and enough deals are on record; the system costs money before it helps and needs people who can read it.',
    zh: '记录活动与商机，按数据评分安排先后，管理者更早发现停滞。线索多于工时且历史数据足够时有利；系统先花钱后见效，并要求团队懂数据。',
  },
  options: {
    reliance: {
      default: 0.85,
      min: 0,
      max: 1,
      unit: 'share',
      name: { en: 'How far reps are asked to follow the score', zh: '要求按评分行事的程度' },
    },
  },
  shifts: (o) => [
    {
      lever: 'model-score',
      by: prior(0.55 * o.reliance!, 0.9 * o.reliance!, 1.1 * o.reliance!),
      evidence: TRIALS,
    },
    { lever: 'internal-wait', by: percent(-30, -15, -5), evidence: STALLS },
    { lever: 'records', by: prior(0.5, 1.2, 2), evidence: ASSUMED },
    { lever: 'tier-accuracy', by: prior(0, 0.1, 0.25), evidence: TIERS },
    { lever: 'logging-hours', by: prior(0.4, 1.2, 2.4), evidence: ASSUMED },
  ],
  policies: {},
  costs: (_, context) => {
    const seat = seatYear(context);
    return {
      ...FREE,
      setup: prior(5_000, 15_000, 40_000),
      setupPerRep: times(prior(0.2, 0.6, 2), seat),
      monthly: prior(300, 1_000, 3_000),
      perRepMonth: times(prior(0.2, 0.6, 2.4), seat / 12),
      managerHours: prior(2, 4, 8),
      managerHoursPerRep: prior(0.1, 0.2, 0.4),
    };
  },
  adoption: {
    monthsToHalf: prior(3, 5, 9),
    literacy: 0.8,
    failure: prior(0.15, 0.25, 0.45),
    change: CHANGE.large,
  },
  known: {
    en: 'Firms that decide by data are more productive in large panels; scoring models tell deals apart only slightly better than sellers. Little is known of small firms.',
    zh: '大样本显示按数据决策的企业生产率较高；评分模型辨别商机只略优于销售本人。小企业的情况所知甚少。',
  },
  limits: [
    { en: 'High cost before any use.', zh: '前期系统建设成本高。' },
    { en: 'Depends on data literacy and on enough recorded deals.', zh: '依赖数据素养和足够的历史数据。' },
  ],
  suits: {
    en: 'More leads than hours, many similar deals, complex processes.',
    zh: '线索多于工时、交易同质且量大、流程复杂。',
  },
  fits: [
    atLeast('leads-per-rep', 20, 'Many leads, enough to learn from.', '线索多，数据足。'),
    atLeast('load', 0.9, 'More to do than hours, so the order matters.', '事多时少，先后次序很重要。'),
    atLeast('literacy', 0.4, 'People can read what the data say.', '团队看得懂数据。'),
  ],
  complements: ['structured', 'digital', 'automation', 'customer-tiering', 'training'],
  conflicts: [],
};
