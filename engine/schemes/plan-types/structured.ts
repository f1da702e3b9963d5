import { log } from '../../kernel/math.ts';
import { CHANGE, percent, prior, type Scheme } from '../contract.ts';
import { FREE } from '../costs.ts';
import { atLeast, atMost } from '../fits.ts';

const LIKERT = {
  grade: 'correlation',
  source: 'formal sales process surveys (62 firms, self-ratings); role clarity meta-analysis β = .25',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'anchored on role-clarity and management-practice studies',
} as const;

/** Plan type 1: defined stages, exit criteria and owners. */
export const structured: Scheme = {
  id: 'structured',
  kind: 'plan-type',
  number: 1,
  name: { en: 'Structured', zh: '结构化' },
  summary: {
    en: 'Selling is cut into standard stages with exit criteria and an owner each. Fewer deals slip through, weaker reps are lifted to a common standard and newcomers ramp faster; the price is paperwork and a playbook that is revised seldom.',
    zh: '把销售流程拆成标准环节，每个环节有准出条件和责任人。漏跟减少，弱者被拉到统一水准，新人上手更快；代价是填报时间，以及打法更新缓慢。',
  },
  options: {
    reviewsPerYear: {
      default: 1.5,
      min: 0.5,
      max: 6,
      unit: 'revisions a year',
      name: { en: 'Playbook reviews a year', zh: '每年流程修订次数' },
    },
  },
  shifts: (o, context) => [
    { lever: 'leakage', by: percent(-60, -40, -20), evidence: LIKERT },
    { lever: 'playbook-floor', by: prior(0.1, 0.25, 0.4), evidence: ASSUMED },
    { lever: 'learning', by: percent(10, 25, 50), evidence: ASSUMED },
    { lever: 'records', by: prior(0.3, 0.7, 1.2), evidence: ASSUMED },
    {
      lever: 'logging-hours',
      by: prior(0.8, 1.6, 2.8),
      evidence: {
        grade: 'assumed',
        source: 'stage records take 2/4/7 % of the week; the other effects are stated without them',
      },
    },
    {
      lever: 'playbook-rate',
      by: log(o.reviewsPerYear! / Math.max(0.01, context.scalar('people.playbook-rate'))),
      evidence: { grade: 'assumed', source: 'formal processes are reviewed 1–3 times a year' },
    },
  ],
  policies: {},
  costs: () => ({
    ...FREE,
    // Half of 40/80/160 person-hours to design the process, the rest to teach it.
    setup: prior(4_000, 8_000, 16_000),
    setupPerRep: prior(200, 400, 800),
    perRepMonth: prior(0, 20, 60),
    managerHours: prior(2, 4, 8),
    managerHoursPerRep: prior(0.1, 0.2, 0.4),
  }),
  adoption: {
    monthsToHalf: prior(1, 2, 3),
    literacy: 0.1,
    failure: prior(0.05, 0.1, 0.2),
    change: CHANGE.large,
  },
  known: {
    en: 'Surveys link a formal process with growth, but they compare what firms say of themselves; clear roles go with better results in a meta-analysis. No trial in selling.',
    zh: '企业调查显示规范流程与增长相关，但依据自评；元分析显示角色清晰的人业绩较好。销售领域没有试验。',
  },
  limits: [
    { en: 'Slow to follow a market that moves.', zh: '对市场变化反应慢。' },
    { en: 'Activity that satisfies the gate rather than the buyer.', zh: '为过关而填报，不为客户。' },
  ],
  suits: {
    en: 'Teams of some size, many newcomers, long cycles, standard offers.',
    zh: '有一定规模、新人多、周期长、产品标准的团队。',
  },
  fits: [
    atLeast('reps', 15, 'A common process pays when many follow it.', '人多，统一流程才划算。'),
    atLeast('newcomers', 0.35, 'Newcomers learn from a process.', '新人靠流程上手。'),
    atMost('movement', 0.3, 'A fixed process lags a market that moves.', '市场多变时，固定流程跟不上。'),
  ],
  complements: ['data-driven', 'training', 'digital', 'process-control'],
  conflicts: ['agile'],
};
