import { byRule, CHANGE, percent, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const REVIEW = {
  grade: 'assumed',
  source:
    'skill +5/+12/+25 %; Zoltners, Sinha & Lorimer 2006: specialists need more heads and travel; no causal study',
} as const;
const LEARNING = {
  grade: 'memory',
  source:
    'Misra, Pinker & Shumsky 2004, experience-based sales-force design: more hours per product; +10/+25/+50 % assumed',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'lost cross-selling 10/20/40 % and doubled visits where customers need several lines',
} as const;

/** Scheme 5: each product line has its own reps. With one line there is nothing to divide, and nothing moves. */
export const productLine: Scheme = {
  id: 'product-line',
  kind: 'scheme',
  number: 5,
  name: { en: 'By product line', zh: '产品线管理' },
  summary: {
    en: 'Reps specialise in one product line each. They know it better and learn it sooner; customers who need several lines see several reps, who travel twice, coordinate, and leave cross-selling to each other.',
    zh: '销售按产品线分工，各管一条。对产品更懂、上手更快；需要多条产品线的客户要对接多人，差旅重复、协调增多，交叉销售无人负责。',
  },
  options: {
    lines: {
      default: byRule(
        ({ reps }) => Math.max(2, Math.min(3, Math.floor(reps / 8))),
        'one for every eight reps, two or three',
        '每 8 名销售一条，2 至 3 条',
      ),
      min: 1,
      max: 8,
      unit: 'lines',
      name: { en: 'Product lines with reps of their own', zh: '独立产品线数量' },
    },
    shared: {
      default: 0.3,
      min: 0,
      max: 1,
      unit: 'share',
      name: { en: 'Customers who need more than one line', zh: '需要多条产品线的客户占比' },
    },
  },
  shifts: (o) => {
    const depth = Math.min(1.5, (o.lines! - 1) / 2);
    const overlap = (depth * o.shared!) / 0.3;
    return [
      { lever: 'stage-skill', by: times(percent(5, 12, 25), depth), evidence: REVIEW },
      { lever: 'learning', by: times(percent(10, 25, 50), depth), evidence: LEARNING },
      { lever: 'expansion-focus', by: times(percent(-40, -20, -10), overlap), evidence: ASSUMED },
      { lever: 'travel-time', by: times(percent(10, 25, 50), overlap), evidence: REVIEW },
      { lever: 'service-quality', by: times(prior(-3, -1, 0), overlap), evidence: ASSUMED },
      { lever: 'overhead-hours', by: times(prior(0.3, 0.8, 2), overlap), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: (o) => ({
    ...FREE,
    setup: times(prior(1_000, 3_000, 8_000), o.lines!),
    setupPerRep: prior(300, 700, 2_200),
    perRepMonth: prior(0, 100, 400),
    managerHours: times(prior(1, 2, 4), o.lines!),
    managerHoursPerRep: prior(0.15, 0.3, 0.6),
  }),
  adoption: {
    monthsToHalf: prior(2, 4, 8),
    literacy: 0,
    failure: prior(0.05, 0.12, 0.25),
    change: CHANGE.large,
  },
  known: {
    en: 'Reviews by practitioners and theory only: specialists know more and need more people and travel. No causal study.',
    zh: '只有实务综述与理论：专人更懂产品，但需要更多人手与差旅。没有因果研究。',
  },
  limits: [
    { en: 'Several reps call on one customer.', zh: '同一客户由多人对接，容易混乱。' },
    { en: 'Cross-selling falls between the lines.', zh: '交叉销售落入产品线之间的空档。' },
    { en: 'Needs more people and travel.', zh: '需要更多人手和差旅。' },
  ],
  suits: {
    en: 'Unlike, demanding products; few customers who need several.',
    zh: '产品差异大、专业性强，且多数客户只需一条产品线。',
  },
  fits: [
    atLeast('complexity', 0.4, 'Demanding products need specialists.', '产品专业，需要专人。'),
    atLeast('reps', 25, 'Each line needs people of its own.', '每条产品线都要配人。'),
  ],
  complements: ['training', 'cross-department'],
  conflicts: ['customer-tiering', 'key-account'],
};
