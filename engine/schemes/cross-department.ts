import { byRule, CHANGE, percent, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const ALIGNED = {
  grade: 'correlation',
  source:
    'Sabnis, Chatterjee, Grewal & Lilien 2013, 461 reps in 4 firms: 70 % of marketing leads not pursued; shrunk',
} as const;
const COOPERATION = {
  grade: 'correlation',
  source:
    'Ernst, Hoyer & Rübsaamen 2010, 106 projects: cooperation helps, differently by stage; shrunk by half',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'joint meetings take 2/4/8 % of the week of those concerned',
} as const;

/** Team from which departments no longer settle things in passing. Assumed. */
const INFORMAL_UNTIL = 15;

/** Scheme 19: sales, marketing, product and delivery work to one plan. */
export const crossDepartment: Scheme = {
  id: 'cross-department',
  kind: 'scheme',
  number: 19,
  name: { en: 'Cross-department work', zh: '跨部门协同' },
  summary: {
    en: 'Sales, marketing, product and delivery agree on what a lead is, answer each other quickly and promise what can be kept. Custom and complex business gains; where the product is standard or the firm so small that people talk anyway, the meetings are a loss.',
    zh: '销售、市场、产品、交付统一线索标准，快速互相支持，承诺可兑现。定制和复杂业务受益；产品标准或企业很小、平时就能沟通时，会议只是成本。',
  },
  options: {
    departments: {
      default: byRule(
        ({ reps }) => (reps < INFORMAL_UNTIL ? 2 : 4),
        'two where the team has fewer than 15 reps, else four',
        '销售不足 15 人时为 2 个，否则为 4 个',
      ),
      min: 1,
      max: 8,
      unit: 'departments',
      name: { en: 'Departments at the table, sales included', zh: '参与部门数（含销售）' },
    },
  },
  shifts: (o, context) => {
    const others = Math.min(1.5, (o.departments! - 1) / 3);
    const reach = others * Math.min(1, context.reps / INFORMAL_UNTIL);
    // Answers from product and delivery matter as far as a deal needs them.
    const complex = reach * context.scalar('market.complexity');
    const meetings = 0.25 + 0.75 * others;
    return [
      { lever: 'follow-up', by: prior(0.3 * reach, 0.7 * reach, 1.3 * reach), evidence: ALIGNED },
      {
        lever: 'internal-wait',
        by: percent(-60 * complex, -40 * complex, -20 * complex),
        evidence: COOPERATION,
      },
      { lever: 'rework', by: percent(-50 * complex, -30 * complex, -10 * complex), evidence: COOPERATION },
      { lever: 'helpers', by: prior(0.05 * reach, 0.2 * reach, 0.4 * reach), evidence: COOPERATION },
      { lever: 'specialist-access', by: prior(0.1 * reach, 0.3 * reach, 0.6 * reach), evidence: ASSUMED },
      { lever: 'promise-accuracy', by: prior(1 * complex, 4 * complex, 8 * complex), evidence: COOPERATION },
      {
        lever: 'overhead-hours',
        by: prior(0.5 * meetings, 1.2 * meetings, 2.4 * meetings),
        evidence: ASSUMED,
      },
    ];
  },
  policies: {},
  costs: (o) => ({
    ...FREE,
    setup: prior(4_000, 10_000, 25_000),
    setupPerRep: prior(300, 1_000, 2_750),
    // Time of the other departments: some of it for the table, most for the deals they help with.
    monthly: times(prior(150, 400, 1_000), o.departments!),
    perRepMonth: times(prior(25, 80, 225), o.departments!),
    managerHours: times(prior(0.5, 1, 2), o.departments!),
    managerHoursPerRep: times(prior(0.075, 0.15, 0.3), o.departments!),
  }),
  adoption: {
    monthsToHalf: prior(3, 5, 9),
    literacy: 0.1,
    failure: prior(0.15, 0.25, 0.4),
    change: CHANGE.medium,
  },
  known: {
    en: 'Surveys: most marketing leads are not pursued, and cooperation goes with new products that succeed. No trial.',
    zh: '调查显示多数市场线索无人跟进，部门合作与新品成功相关。没有试验。',
  },
  limits: [
    { en: 'Meetings cost every department, not only sales.', zh: '会议占用的不只是销售部门。' },
    {
      en: 'Little to gain with standard products or in small firms.',
      zh: '产品标准或企业规模小时收益有限。',
    },
    { en: 'Unclear ownership between departments stalls it.', zh: '部门之间权责不清会使协同停滞。' },
  ],
  suits: {
    en: 'Complex or custom offers, many unworked marketing leads, several departments.',
    zh: '方案复杂或定制、市场线索大量闲置、部门较多。',
  },
  fits: [
    atLeast('complexity', 0.5, 'Custom offers need other departments.', '定制方案离不开其他部门。'),
    atLeast('reps', 30, 'A firm large enough to have such departments.', '企业够大，部门才多。'),
  ],
  complements: ['project-based', 'key-account', 'team-based', 'customer-lifecycle', 'lean'],
  conflicts: [],
};
