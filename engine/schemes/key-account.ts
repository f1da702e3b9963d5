import { log } from '../kernel/math.ts';
import { normalCdf, normalQuantile } from '../kernel/normal.ts';
import { byRule, CHANGE, prior, type Scheme, type SchemeContext, times, toStep } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const PANEL = {
  grade: 'assumed',
  source:
    'Workman, Homburg & Jensen 2003, 385 firms: activity and resources help, form does not; Patatoukas 2012, 45,442 relationships; no causal study',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'attention to large accounts and care in choosing them, around the same studies',
} as const;

/** Share of customers in the top tier. */
const TOP = 0.2;

/** A manager of key accounts costs so many times what a rep costs. */
const COST = { low: 1.3, mode: 1.5, high: 1.8 } as const;

/** An account is worth a manager's part when it brings so many times what that costs: then a fifth more pays for it. */
const CARRIES = 5;

/** Fewest and most accounts that a manager is given by default: 4/8/15. */
const FEWEST = 4;
const MOST = 15;

/** Managers needed for each rep's customers. */
function managers(o: Readonly<Record<string, number>>, { scalar }: SchemeContext): number {
  return (o.coverage! * TOP * scalar('customers.base-per-rep')) / o.accountsPerManager!;
}

/** Accounts that together carry a manager, at what a mean account of the top tier brings. */
function carried({ firm, scalar }: SchemeContext): number {
  const spread = scalar('customers.potential-spread');
  const top = (firm.customerMargin * normalCdf(spread - normalQuantile(1 - TOP))) / TOP;
  const accounts = Math.ceil((CARRIES * COST.mode * 12 * firm.repMonth) / Math.max(1, top));
  return Math.min(MOST, Math.max(FEWEST, accounts));
}

/** Share of the top tier whose accounts bring enough to carry their part of a manager each. */
function worthIt(context: SchemeContext): number {
  const { firm, scalar } = context;
  const spread = Math.max(0.01, scalar('customers.potential-spread'));
  const least = (CARRIES * COST.mode * 12 * firm.repMonth) / carried(context);
  // Potential is lognormal around its mean.
  const above = log(Math.max(1, least) / Math.max(1, firm.customerMargin)) / spread + spread / 2;
  return Math.min(1, (1 - normalCdf(above)) / TOP);
}

/**
 * Scheme 7: managers of their own for key accounts. Shares the top tier's attention and the accuracy of tiers with
 * customer tiering. What the covered customers buy more and how much longer they stay follows from their service.
 */
export const keyAccount: Scheme = {
  id: 'key-account',
  kind: 'scheme',
  number: 7,
  name: { en: 'Key accounts', zh: '关键客户管理' },
  summary: {
    en: 'The largest customers get a manager of their own, a plan and access to the top. They stay longer and buy more, and they use their weight to press prices; the managers cost more than reps and look after few.',
    zh: '为最大的客户配专职经理、专门方案和高层通道。大客户留得更久、买得更多，也更会压价；专职经理成本高于普通销售，且每人只管少数客户。',
  },
  options: {
    coverage: {
      default: byRule(
        (context) => toStep(worthIt(context), 0.05),
        'the accounts that bring five times their part of a manager’s cost; none where there are none',
        '年毛利达到所摊经理成本五倍的客户；没有则不配',
      ),
      min: 0,
      max: 1,
      unit: 'share',
      name: { en: 'Share of the top tier given a manager', zh: '配专职经理的高等级客户占比' },
    },
    accountsPerManager: {
      default: byRule(carried, 'as many as carry a manager, 4 to 15', '足以养活一位经理的数量，4 至 15 个'),
      min: 2,
      max: 40,
      unit: 'accounts',
      name: { en: 'Accounts per manager', zh: '每位经理负责的客户数' },
    },
  },
  shifts: (o) => {
    // A manager of many is one in name only.
    const care = o.coverage! * Math.sqrt(Math.min(1, 8 / o.accountsPerManager!));
    return [
      { lever: 'key-cover', by: times(prior(0.5, 1, 1.2), care), evidence: PANEL },
      { lever: 'tier-attention', at: 0, by: prior(0, 0.05, 0.15), evidence: ASSUMED },
      // A plan for the account opens the doors of specialists and of the top.
      { lever: 'specialist-access', by: times(prior(0, 0.2, 0.4), o.coverage!), evidence: ASSUMED },
      { lever: 'tier-accuracy', by: prior(0, 0.1, 0.2), evidence: ASSUMED },
      {
        lever: 'price-pressure',
        // Up to half of sales go to the top tier: 1/3/6 points there.
        by: times(prior(0.003, 0.015, 0.03), o.coverage!),
        evidence: {
          grade: 'memory',
          source: 'Kalwani & Narayandas 1995: long relationships, lower margins; 1/3/6 points assumed',
        },
      },
    ];
  },
  policies: {},
  costs: (o, context) => {
    // 1.3–1.8 times what a rep costs here, for as many accounts as a manager looks after.
    const manager = times(COST, context.firm.repMonth);
    return {
      ...FREE,
      setup: prior(3_000, 8_000, 16_000),
      // Finding and introducing a manager takes a third of a month to two months of one.
      setupPerRep: times(prior(0.3, 0.8, 2), managers(o, context) * context.firm.repMonth),
      perTopCustomerMonth: times(manager, o.coverage! / o.accountsPerManager!),
      managerHours: prior(2, 4, 8),
      managerHoursPerRep: prior(0.1, 0.2, 0.4),
    };
  },
  adoption: {
    monthsToHalf: prior(3, 6, 12),
    literacy: 0.1,
    failure: prior(0.08, 0.15, 0.3),
    change: CHANGE.small,
  },
  known: {
    en: '385 firms and 45,000 supplier relationships: activity and resources for large customers help, form does not. What it brings was never measured causally.',
    zh: '385 家企业与 4.5 万对供销关系：对大客户的活动与资源有用，形式无用。其收益从未有过因果测量。',
  },
  limits: [
    { en: 'Loses money where accounts are small.', zh: '客户规模小则亏损，养不起专职经理。' },
    { en: 'Dependence on few customers, who know it.', zh: '依赖少数客户，议价权在对方。' },
    { en: 'Takes six months to two years to show.', zh: '见效需要半年到两年。' },
  ],
  suits: {
    en: 'A few customers with much of the revenue, long relationships.',
    zh: '少数客户占收入大头、关系长期的业务。',
  },
  fits: [
    atLeast('customer-worth', 1.5, 'Accounts are worth a manager’s time.', '客户价值足以配专职经理。'),
    atLeast('spread', 0.6, 'A few accounts hold much of the potential.', '少数客户占潜力大头。'),
  ],
  complements: ['customer-tiering', 'cross-department', 'customer-experience', 'project-based'],
  conflicts: ['product-line'],
};
