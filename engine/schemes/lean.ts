import { CHANGE, percent, prior, type Scheme } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const CEILING = {
  grade: 'assumed',
  source:
    'Bloom et al. 2013, Indian textile plants +17 % by management practices: a ceiling, shrunk; 9 years on half of the practices were gone',
} as const;
const CASES = {
  grade: 'assumed',
  source: 'practitioner cases of lean selling, no trial found; shrunk',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'design assumption: trimming also removes useful checks',
} as const;

/** Months in which half of such gains are lost again. */
const HALF_LOST = 108;

/** Scheme 18: waste is removed from the way of selling. */
export const lean: Scheme = {
  id: 'lean',
  kind: 'scheme',
  number: 18,
  name: { en: 'Lean selling', zh: '精益销售' },
  summary: {
    en: 'Approvals, rework, waiting and needless reports are hunted down and removed, a little every month. It gains where there is waste; looking for it takes time, and cutting too deep takes useful checks away.',
    zh: '持续查找并去除多余的审批、返工、等待和报表。有浪费才有收获；找浪费要花时间，砍得过深会连有用的把关一起砍掉。',
  },
  options: {
    depth: {
      default: 1,
      min: 0.1,
      max: 2.5,
      unit: 'multiple',
      name: { en: 'How deep steps are cut', zh: '精简力度' },
    },
  },
  shifts: (o) => {
    const d = o.depth!;
    // The first cuts take the most obvious waste; what is useful goes only when cutting goes deep.
    const waste = Math.sqrt(d);
    const harm = d * d;
    return [
      {
        lever: 'rework',
        fades: HALF_LOST,
        by: percent(-50 * Math.min(1.5, waste), -30 * waste, -15 * waste),
        evidence: CASES,
      },
      {
        lever: 'internal-wait',
        fades: HALF_LOST,
        by: percent(-40 * Math.min(1.5, waste), -20 * waste, -8 * waste),
        evidence: CASES,
      },
      {
        lever: 'admin-time',
        fades: HALF_LOST,
        by: percent(-20 * waste, -10 * waste, -5 * waste),
        evidence: CEILING,
      },
      {
        lever: 'overhead-hours',
        by: prior(0.4, 0.8, 1.2),
        evidence: {
          grade: 'assumed',
          source: 'looking for waste takes 1–3 % of the week; what it saves is stated without it',
        },
      },
      { lever: 'triage', by: prior(-0.06 * harm, -0.02 * harm, 0), evidence: ASSUMED },
      { lever: 'touch-quality', by: prior(-0.06 * harm, -0.02 * harm, 0), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(4_000, 10_000, 30_000),
    setupPerRep: prior(300, 1_000, 3_500),
    monthly: prior(0, 200, 800),
    perRepMonth: prior(0, 15, 60),
    managerHours: prior(2, 4, 8),
    managerHoursPerRep: prior(0.2, 0.4, 0.8),
  }),
  adoption: {
    monthsToHalf: prior(3, 5, 9),
    literacy: 0.1,
    failure: prior(0.1, 0.2, 0.35),
    change: CHANGE.medium,
  },
  known: {
    en: 'Cases told by practitioners only. A trial in Indian textile plants gives a ceiling: +17 % by better management of all kinds.',
    zh: '只有实务案例。印度纺织厂的一项试验给出上限：各类管理改进合计 +17%。',
  },
  limits: [
    { en: 'Nothing to remove in small, simple teams.', zh: '小而简单的团队没有多少可精简。' },
    { en: 'Cut too deep, it removes slack and useful checks.', zh: '砍得过深会失去余量和必要的把关。' },
    {
      en: 'Gains fade: half of such practices are dropped over the years.',
      zh: '成果会消退：多年后约半数做法被放弃。',
    },
  ],
  suits: {
    en: 'Bureaucratic firms with many approvals, much rework and busy reps.',
    zh: '审批多、返工多、销售忙的企业。',
  },
  fits: [
    atLeast('overhead', 0.35, 'Much time goes into paperwork and meetings.', '行政与会议占时多。'),
    atLeast('load', 0.9, 'Busy reps use every hour set free.', '销售忙，省下的工时有用。'),
    atLeast('reps', 15, 'A small team has little to remove.', '小团队没多少可精简。'),
  ],
  complements: ['structured', 'automation', 'cross-department'],
  conflicts: ['agile', 'project-based'],
};
