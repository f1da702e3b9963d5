import { byRule, CHANGE, percent, prior, type Scheme, times, toStep } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const ALIGNMENT = {
  grade: 'correlation',
  source:
    'Zoltners & Sinha: sales +2–7 % from alignment, 1,500 projects without controls; Sinha & Zoltners 2001: 55 % of territories too large or small',
} as const;
const ROUTES = {
  grade: 'vendor',
  source:
    'route planning in consumer goods: coverage +13–25 %, productive calls +21 %; travel −10/−20/−35 % after shrinking',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'knowledge of a trade: +3/+8/+15 % on win chances of complex deals',
} as const;

const HANDED = {
  grade: 'structural',
  source:
    'Shi, Sridhar, Grewal & Lilien 2017: accounts that change hands lose 13–18 % of sales for a year; here part of them do',
} as const;

/**
 * Scheme 4: customers are divided among reps by area or trade, evenly. Its gain is endogenous: less travel, and a
 * concave response to load. Knowledge of a trade counts only where deals are complex.
 */
export const regionIndustry: Scheme = {
  id: 'region-industry',
  kind: 'scheme',
  number: 4,
  name: { en: 'By region or industry', zh: '区域／行业管理' },
  summary: {
    en: 'Territories or industries are drawn so that each rep has a fair share of work close together. Less time is spent on the road, no one drowns while a neighbour idles, and knowledge of the trade grows; redrawing unsettles everyone for a while.',
    zh: '按区域或行业重新划分客户，使每人工作量相当、范围集中。路途减少，忙闲趋于均衡，行业知识加深；重新划分会带来一段时间的动荡。',
  },
  options: {
    industry: {
      default: byRule(
        ({ scalar }) => {
          const complex = scalar('market.complexity');
          const travel = 2 * scalar('people.travel');
          return complex + travel > 0 ? toStep(complex / (complex + travel), 0.05) : 0;
        },
        'by industry as far as deals are complex, by area as far as reps travel',
        '交易越复杂越按行业，差旅越多越按地域',
      ),
      min: 0,
      max: 1,
      unit: 'share',
      name: { en: 'Cut by industry (1) rather than by area (0)', zh: '按行业（1）而非按地域（0）划分的程度' },
    },
  },
  shifts: (o, context) => {
    const area = 1 - 0.8 * o.industry!;
    const trade = o.industry! * Math.min(2, 2 * context.scalar('market.complexity'));
    return [
      {
        lever: 'travel-time',
        by: times(percent(-35, -20, -10), area),
        evidence: ROUTES,
      },
      { lever: 'territory-balance', by: prior(0.2, 0.5, 0.8), evidence: ALIGNMENT },
      { lever: 'quota-error', by: percent(-30, -15, 0), evidence: ALIGNMENT },
      { lever: 'stage-skill', by: times(prior(0.03, 0.08, 0.15), trade), evidence: ASSUMED },
      // Customers who have changed hands get used to it within a year.
      { lever: 'relationship', until: 12, by: percent(-10, -5, 0), evidence: HANDED },
    ];
  },
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(5_000, 15_000, 40_000),
    setupPerRep: prior(500, 1_500, 5_000),
    monthly: prior(0, 200, 1_000),
    perRepMonth: prior(0, 15, 50),
    managerHours: prior(1, 2, 4),
    managerHoursPerRep: prior(0.1, 0.2, 0.4),
  }),
  adoption: {
    monthsToHalf: prior(2, 3, 6),
    literacy: 0.2,
    failure: prior(0.05, 0.12, 0.25),
    change: CHANGE.medium,
  },
  known: {
    en: '1,500 projects without controls report 2 to 7 % more sales; more than half of territories are too large or too small. No trial.',
    zh: '1,500 个无对照项目报告销售增加 2%–7%；半数以上区域过大或过小。没有试验。',
  },
  limits: [
    {
      en: 'Customers who change hands lose their contact: −5 to −15 % for a year.',
      zh: '换人的客户失去原有联系，一年内下降约 5–15%。',
    },
    { en: 'Brings next to nothing where nobody travels.', zh: '不出差的团队几乎没有收益。' },
    { en: 'A lead cannot go to whoever is best at it.', zh: '线索不能分给最合适的人。' },
  ],
  suits: {
    en: 'Field forces of ten or more, wide areas, uneven territories.',
    zh: '十人以上的外勤团队、地域广、区域不均。',
  },
  fits: [
    atLeast('reps', 12, 'Enough reps to divide the ground among.', '人够才能分区。'),
    atLeast('travel', 0.15, 'Time on the road can be saved.', '差旅时间可省。'),
    atLeast('customers', 500, 'Many customers over a wide area.', '客户多而分散。'),
  ],
  complements: ['goal-oriented', 'structured', 'channel'],
  conflicts: [],
};
