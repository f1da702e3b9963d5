import { CHANGE, percent, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const MONITORED = {
  grade: 'structural',
  source:
    'activity-based incentives +6–9 % of sales, pharmaceutical reps, JMR 2021; Pierce, Snow & McAfee: monitoring +7 % of revenue, 392 restaurants',
} as const;
const EXPERIENCED = {
  grade: 'correlation',
  source:
    'Sabnis et al. 2013: monitoring of lead follow-up helps novices and backfires on old hands, 461 reps in 4 firms',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source:
    'leakage −15/−30/−50 %, logging 2/5/8 % of the week: design assumptions; more effort is stated without the logging',
} as const;

/** Scheme 2: activities are observed and required. Shares leakage, records and the lifted floor with structured selling. */
export const processControl: Scheme = {
  id: 'process-control',
  kind: 'scheme',
  number: 2,
  name: { en: 'Process control', zh: '过程管控' },
  summary: {
    en: 'Calls, visits and next steps are logged, checked and required, so that results are steered through what leads to them. Newcomers do more and drop less; logging takes time, and old hands resent being watched.',
    zh: '记录、检查并要求电话、拜访和下一步动作，通过过程管结果。新人做得更多、漏得更少；填报占时间，老销售反感被盯。',
  },
  options: {
    strictness: {
      default: 1,
      min: 0.25,
      max: 2,
      unit: 'multiple',
      name: { en: 'How closely activity is watched', zh: '管控严格程度（倍）' },
    },
  },
  shifts: (o) => {
    const k = o.strictness!;
    return [
      // A floor under the effort of those who give less than the norm: +2/+5/+8 % for newcomers.
      { lever: 'monitoring', tenure: 'novice', by: times(prior(0.15, 0.4, 0.7), k), evidence: MONITORED },
      { lever: 'monitoring', by: times(prior(0, 0.1, 0.25), k), evidence: MONITORED },
      {
        lever: 'touch-quality',
        tenure: 'veteran',
        by: times(prior(-0.1, -0.03, 0), k),
        evidence: EXPERIENCED,
      },
      { lever: 'strain', tenure: 'veteran', by: times(prior(0, 0.05, 0.18), k), evidence: EXPERIENCED },
      {
        lever: 'leakage',
        by: times(percent(-50, -30, -15), k),
        evidence: ASSUMED,
      },
      { lever: 'records', by: times(prior(0.2, 0.6, 1.1), k), evidence: ASSUMED },
      { lever: 'service-quality', by: times(prior(0, 1, 2.5), k), evidence: ASSUMED },
      { lever: 'logging-hours', by: times(prior(0.8, 2, 3.2), k), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(2_000, 4_000, 10_000),
    setupPerRep: prior(150, 400, 1_000),
    monthly: prior(0, 100, 400),
    perRepMonth: prior(0, 50, 180),
    managerHours: prior(1, 2, 4),
    managerHoursPerRep: prior(0.25, 0.6, 1),
  }),
  adoption: {
    monthsToHalf: prior(1, 2, 4),
    literacy: 0.1,
    failure: prior(0.1, 0.15, 0.3),
    change: CHANGE.medium,
  },
  known: {
    en: 'Field studies find 6 to 9 % more sales where activity is paid for or observed; watching how leads are followed up helps newcomers and backfires on old hands.',
    zh: '实地研究显示，为活动计酬或加以监测时销售增加 6%–9%；监督线索跟进对新人有效，对老手适得其反。',
  },
  limits: [
    {
      en: 'Invites activity that ticks boxes rather than moves buyers.',
      zh: '容易变成为打卡而做的无效动作。',
    },
    {
      en: 'Old hands lose autonomy, commitment and, some, their job.',
      zh: '老销售失去自主感，投入下降，部分离职。',
    },
    { en: 'Logging takes selling time.', zh: '填报占用销售时间。' },
  ],
  suits: {
    en: 'Many newcomers, long cycles, deals that slip through, regulated trades.',
    zh: '新人多、周期长、漏跟多、监管严的行业。',
  },
  fits: [
    atLeast('cycle-days', 40, 'Long cycles leave many steps to slip.', '周期长，容易漏跟。'),
    atLeast('newcomers', 0.4, 'Newcomers gain most from being guided.', '新人最需要过程指导。'),
    atLeast('reps', 15, 'Tracking pays when many are tracked.', '人多，管控才划算。'),
  ],
  complements: ['structured', 'training', 'digital', 'goal-oriented'],
  conflicts: ['agile'],
};
