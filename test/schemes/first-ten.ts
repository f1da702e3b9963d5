import type { PayPlan } from '../../engine/incentive/plan.ts';

/** A preset with what is different about the firm. */
export interface Firm {
  readonly preset: string;
  readonly reps?: number;
  readonly scalars?: Readonly<Record<string, number>>;
  readonly pay?: Partial<PayPlan>;
}

export type Options = Readonly<Record<string, number>>;

export interface Row {
  readonly scheme: string;
  readonly where: string;
  readonly firm: Firm;
  readonly options?: Options;
  readonly replications?: number;
}

/** Reps differ little and quotas are fair; there is more to do than time, and one buyer comes once. */
const FAIR_AND_BUSY = {
  'people.quota-error': 0.05,
  'people.ability-spread': 0.2,
  'people.effort-elasticity': 0.4,
  'market.territory-spread': 0.05,
  'market.leads-per-rep-month': 50,
};
/** Newcomers who let deals slip. */
const LEAKY_NOVICES = { 'people.turnover': 0.9, 'people.ramp': 9, 'market.leakage': 0.6 };
/** Customers who leave and grow, and few leads beside them. */
const FARM = {
  'customers.churn-alpha': 1.5,
  'customers.churn-beta': 4,
  'customers.satisfaction': 62,
  'customers.expansion-rate': 1,
  'market.leads-per-rep-month': 15,
};
/** A few large accounts that keep growing if well served; they feel much alike, so that service decides. */
export const GIANTS = {
  'customers.base-per-rep': 20,
  'customers.potential-spread': 2,
  'customers.tier-accuracy': 0.9,
  'customers.expansion-rate': 2.5,
  'customers.churn-alpha': 1.5,
  'customers.churn-beta': 4,
  'customers.satisfaction': 56,
  'customers.satisfaction-spread': 4,
  'market.deal-value': 1_000_000,
  'market.deal-spread': 0.5,
  'market.leads-per-rep-month': 1,
  'people.prospecting-yield': 0,
  'people.turnover': 0.1,
};
/** Few simple leads, large tickets, hours to spare. */
const IDLE = {
  'market.leads-per-rep-month': 9,
  'market.complexity': 0,
  'market.deal-value': 900_000,
  'people.prospecting-yield': 0,
  'people.quota-error': 0.1,
};
/** Bids with several deciders, hours to spare, and people who can tell good bids from bad. */
const BIDS = {
  'market.leads-per-rep-month': 1,
  'market.complexity': 1,
  'customers.base-per-rep': 2,
  'customers.service-hours': 0.1,
  'people.triage': 0.8,
  'people.quota-error': 0,
};
const AGENTS = { preset: 'insurance', reps: 6 };

export const RAISES: readonly Row[] = [
  {
    scheme: 'goal-oriented',
    where: 'fair quotas, busy brokers',
    firm: { preset: 'real-estate', scalars: FAIR_AND_BUSY },
    options: { reviewsPerMonth: 2 },
    replications: 40,
  },
  {
    scheme: 'process-control',
    where: 'newcomers who let deals slip',
    firm: { preset: 'b2b-saas', scalars: LEAKY_NOVICES },
    replications: 8,
  },
  {
    scheme: 'customer-lifecycle',
    where: 'subscribers who leave and grow',
    firm: { preset: 'b2b-saas', scalars: FARM },
    replications: 12,
  },
  {
    scheme: 'region-industry',
    where: 'much travel, uneven territories',
    firm: {
      preset: 'custom-project',
      scalars: { 'people.travel': 0.3, 'market.territory-spread': 0.6 },
    },
    options: { industry: 0 },
    replications: 24,
  },
  {
    scheme: 'product-line',
    where: 'unlike products, one per customer',
    firm: { preset: 'b2b-saas', scalars: { 'people.ramp': 12, 'people.turnover': 0.5 } },
    options: { shared: 0, lines: 5 },
    replications: 12,
  },
  {
    scheme: 'project-based',
    where: 'complex bids, hours to spare',
    firm: { preset: 'medical-devices', scalars: { ...BIDS, 'customers.purchase-rate': 0.2 } },
    options: { gate: 0.1, teamSize: 5 },
    replications: 40,
  },
  {
    scheme: 'key-account',
    where: 'giants that keep growing',
    firm: { preset: 'b2b-saas', scalars: { ...GIANTS, 'market.deal-value': 2_000_000 } },
    options: { coverage: 1, accountsPerManager: 20 },
    replications: 30,
  },
  {
    scheme: 'channel',
    where: 'few leads, simple large tickets',
    firm: {
      preset: 'real-estate',
      scalars: {
        'market.leads-per-rep-month': 12,
        'market.complexity': 0,
        'market.deal-value': 400_000,
      },
      pay: { quota: 3_600_000 },
    },
    replications: 30,
  },
  {
    scheme: 'automation',
    where: 'many inbound leads',
    firm: { preset: 'b2b-saas', reps: 6 },
    replications: 12,
  },
  {
    scheme: 'social-media',
    where: 'few simple leads, large tickets',
    firm: { preset: 'real-estate', scalars: IDLE, pay: { quota: 7_200_000 } },
    replications: 60,
  },
];

export const LOWERS: readonly Row[] = [
  {
    scheme: 'goal-oriented',
    where: 'quotas missed by far',
    firm: { ...AGENTS, pay: { quota: 3_000_000 } },
  },
  { scheme: 'process-control', where: 'agents who let little slip', firm: AGENTS },
  {
    scheme: 'customer-lifecycle',
    where: 'policies bought once, by people whom no contact keeps',
    firm: { ...AGENTS, scalars: { 'customers.churn-slope': 0, 'customers.expansion-rate': 0 } },
    options: { contactsPerYear: 12 },
    replications: 16,
  },
  { scheme: 'region-industry', where: 'a small team', firm: AGENTS },
  {
    scheme: 'product-line',
    where: 'customers who need several products',
    firm: { preset: 'b2b-saas', reps: 6 },
    options: { shared: 0.6 },
  },
  { scheme: 'project-based', where: 'small simple deals', firm: AGENTS },
  { scheme: 'key-account', where: 'small accounts', firm: AGENTS },
  { scheme: 'channel', where: 'six agents', firm: AGENTS },
  {
    scheme: 'automation',
    where: 'four reps on a route with hardly any paperwork, nothing forgotten',
    firm: { preset: 'fmcg', reps: 4, scalars: { 'people.admin': 0.02, 'market.leakage': 0 } },
    replications: 16,
  },
  { scheme: 'social-media', where: 'busy agents', firm: AGENTS },
];

/** Nobody leaves, nothing slips, no customers to look after, effort that no incentive moves. */
const BARE = {
  'customers.base-per-rep': 0,
  'customers.recurring': 0,
  'customers.upfront': 1,
  'customers.purchase-rate': 0,
  'customers.expansion-rate': 0,
  'customers.referral-rate': 0,
  'customers.service-hours': 0,
  'market.leakage': 0,
  'market.demand-volatility': 0,
  'market.deal-spread': 0.3,
  'people.turnover': 0,
  'people.effort-elasticity': 0,
  'people.prospecting-yield': 0,
};
/** Time enough for every lead. */
const SLACK = { ...BARE, 'market.leads-per-rep-month': 15, 'market.follow-up': 1 };

export interface Placebo extends Row {
  /** What the scheme costs that is not money: hours and prices, set against an alternative with nothing else. */
  readonly costs: Readonly<Record<string, number>>;
  readonly figure?: string;
  /** What it must bring beyond these costs, in percent. */
  readonly within: readonly [number, number];
}

export const PLACEBOS: readonly Placebo[] = [
  {
    scheme: 'goal-oriented',
    where: 'effort that nothing moves',
    firm: { preset: 'b2b-saas', scalars: BARE },
    costs: { 'overhead-hours': 0.6 },
    within: [-0.5, 0.5],
  },
  {
    scheme: 'process-control',
    where: 'everyone does what is required',
    firm: { preset: 'b2b-saas', scalars: BARE },
    costs: { 'logging-hours': 2 },
    within: [-5, 0.5],
  },
  {
    scheme: 'customer-lifecycle',
    where: 'customers buy once',
    firm: {
      preset: 'b2b-saas',
      scalars: { ...BARE, 'customers.base-per-rep': 20, 'customers.service-hours': 0.2 },
    },
    costs: { 'outreach-hours': 0.32, 'retention-focus': 0.1 },
    within: [-1.5, 1.5],
  },
  {
    scheme: 'region-industry',
    where: 'customers all alike, time to spare',
    firm: {
      preset: 'b2b-saas',
      scalars: {
        ...SLACK,
        'market.deal-spread': 0,
        'market.complexity': 0,
        'market.territory-spread': 0,
        'people.ability-spread': 0,
      },
    },
    costs: {},
    within: [-1, 1],
  },
  {
    scheme: 'product-line',
    where: 'one product',
    firm: { preset: 'b2b-saas', reps: 6 },
    options: { lines: 1 },
    costs: {},
    replications: 30,
    within: [-1, 1],
  },
  {
    scheme: 'project-based',
    where: 'deals without complexity',
    firm: { preset: 'b2b-saas', scalars: { ...BARE, 'market.complexity': 0 } },
    costs: { 'overhead-hours': 0.5 * 3 ** 0.7 },
    within: [-1, 1],
    replications: 24,
  },
  {
    scheme: 'key-account',
    where: 'no large accounts',
    firm: { preset: 'b2b-saas', scalars: { 'customers.potential-spread': 0 } },
    costs: { 'price-pressure': 0.003 },
    within: [-1, 1],
  },
  {
    scheme: 'channel',
    where: 'partners reach only whom we reach',
    firm: { preset: 'b2b-saas', scalars: { ...SLACK, 'market.complexity': 0 } },
    options: { overlap: 1, margin: 0.05 },
    costs: {},
    figure: 'wins',
    replications: 50,
    within: [-4, 4],
  },
  {
    scheme: 'automation',
    where: 'instant answers, no admin, nothing slips',
    firm: { preset: 'b2b-saas', scalars: { ...SLACK, 'people.admin': 0, 'market.response-hours': 0.4 } },
    options: { automated: 0 },
    costs: {},
    within: [-1, 1],
  },
  {
    scheme: 'social-media',
    where: 'not an hour to spare',
    firm: {
      preset: 'b2b-saas',
      reps: 6,
      scalars: {
        ...BARE,
        'market.leads-per-rep-month': 200,
        'people.value-focus': 0,
        'market.complexity': 0,
      },
    },
    costs: { 'outreach-hours': 3 },
    // Its leads are worth less than those whose place they take; luck blurs it by four percent.
    within: [-8, 4],
  },
];
