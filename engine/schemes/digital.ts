import { CHANGE, percent, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';
import { seatYear } from './systems.ts';

const ROLLOUTS = {
  grade: 'assumed',
  source: 'no study of the whole; Ahearne et al. 2010, CRM for 400 pharma reps: a dip, then recovery',
} as const;
const PREDICTION = {
  grade: 'assumed',
  source: 'Brynjolfsson, Jin & McElheran 2020: +2–4 %, only with skilled staff and process',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source:
    'entry takes 2/5/8 % of the week; after half a year the system writes reports, and paperwork, entry included, is 3/8/15 % less than before',
} as const;

/** Share that is on record once it is in use, where two fifths were: effects are stated at that. */
const RECORDED = 0.75;

/** Months after which what is typed in begins to save reports. */
const PAYBACK_MONTHS = 8;

/**
 * Scheme 20: a customer system for all of selling.
 *
 * It moves the levers of the data-driven plan type and of automation, each less far: by itself it changes little, and
 * what it does saturates with theirs.
 */
export const digital: Scheme = {
  id: 'digital',
  kind: 'scheme',
  number: 20,
  name: { en: 'Digital sales management', zh: '数字化销售管理' },
  summary: {
    en: 'Customers, deals and activities live in one system that reminds, routes and reports. Records become complete and reports write themselves after some months; before that there is typing, money and, often, a system nobody uses.',
    zh: '客户、商机、活动集中在一个系统里，自动提醒、分配、出报表。几个月后记录完整、报表省时；在那之前是录入负担和费用，而且系统常常没人用。',
  },
  options: {
    use: {
      default: 0.8,
      min: 0,
      max: 1,
      unit: 'share',
      name: { en: 'Share of the work that goes through the system', zh: '通过系统完成的工作占比' },
    },
  },
  shifts: (o) => {
    const u = o.use!;
    return [
      { lever: 'records', by: prior(1 * u, 1.9 * u, 3 * u), evidence: ROLLOUTS },
      { lever: 'model-score', by: prior(0.05 * u, 0.25 * u, 0.5 * u), evidence: PREDICTION },
      { lever: 'response-delay', by: percent(-75 * u, -45 * u, -15 * u), evidence: ASSUMED },
      {
        lever: 'leakage',
        needs: 'records',
        by: times(percent(-50 * u, -30 * u, -10 * u), 1 / RECORDED),
        evidence: ASSUMED,
      },
      { lever: 'tier-accuracy', by: prior(0, 0.08 * u, 0.2 * u), evidence: PREDICTION },
      { lever: 'logging-hours', by: prior(0.8 * u, 2 * u, 3.2 * u), evidence: ASSUMED },
      {
        lever: 'admin-time',
        after: PAYBACK_MONTHS,
        needs: 'records',
        by: times(percent(-33 * u, -27 * u, -22 * u), 1 / RECORDED),
        evidence: ASSUMED,
      },
    ];
  },
  policies: {},
  costs: (_, context) => {
    const seat = seatYear(context);
    return {
      ...FREE,
      setup: prior(5_000, 15_000, 50_000),
      setupPerRep: times(prior(0.25, 1.4, 7), seat),
      monthly: prior(200, 800, 2_500),
      perRepMonth: times(prior(0.25, 0.9, 3.5), seat / 12),
      managerHours: prior(2, 4, 8),
      managerHoursPerRep: prior(0.1, 0.3, 0.6),
    };
  },
  adoption: {
    monthsToHalf: prior(3, 5, 10),
    literacy: 0.8,
    failure: prior(0.15, 0.3, 0.5),
    change: CHANGE.whole,
  },
  known: {
    en: 'A system for 400 reps brought a dip and then a recovery, not always beyond the start; gains need skilled people and good processes. Often it is not used.',
    zh: '400 名销售上线系统后先降后升，未必超过起点；收益有赖于人员素养与流程。系统常常没人用。',
  },
  limits: [
    { en: 'Costs first and helps later, if people use it at all.', zh: '先花钱后见效，前提是真的有人用。' },
    {
      en: 'By itself it changes little: decisions must follow what it shows.',
      zh: '系统本身改变不大，决策要跟着数据走。',
    },
    { en: 'Too much for a handful of people.', zh: '对几个人的小团队太重。' },
  ],
  suits: {
    en: 'Larger teams, many leads and customers, people at ease with data.',
    zh: '团队较大、线索与客户多、数据素养好。',
  },
  fits: [
    atLeast('reps', 15, 'The system’s cost is spread over many.', '系统成本由多人分摊。'),
    atLeast('customers-per-rep', 30, 'More customers than one keeps in mind.', '客户多，光靠记忆不行。'),
    atLeast('literacy', 0.4, 'People use what they understand.', '团队会用数据。'),
  ],
  complements: [
    'structured',
    'customer-tiering',
    'process-control',
    'customer-lifecycle',
    'training',
    'data-driven',
  ],
  conflicts: [],
};
