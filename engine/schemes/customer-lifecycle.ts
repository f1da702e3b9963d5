import { byRule, CHANGE, type Firm, percent, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const TRIALS = {
  grade: 'assumed',
  source:
    '10/25/40 % of churn preventable; Ascarza, Iyengar & Schleicher 2016: contacting customers at risk raised churn from 6 to 10 % in a trial',
} as const;
const SURVEY = {
  grade: 'vendor',
  source:
    'KeyBanc 2016, software firms: upselling costs $.28 per $1 of yearly value, new business $1.13–1.18; +10/+20/+40 % assumed',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'a quarter of an hour a contact; priority of service beside it: 10–20 % of rep time together',
} as const;

/** What planned contacts may cost of a customer's yearly margin, and hours a contact. Assumed. */
const CARE_SHARE = 0.02;
const HOURS_A_CONTACT = 0.2;

/** What an hour of a rep costs. */
function hourOf({ repMonth }: Firm): number {
  return repMonth / 168;
}

/** Scheme 3: customers are looked after from the first day to the renewal. New business pays for it in time. */
export const customerLifecycle: Scheme = {
  id: 'customer-lifecycle',
  kind: 'scheme',
  number: 3,
  name: { en: 'Customer lifecycle', zh: '客户生命周期管理' },
  summary: {
    en: 'Customers are welcomed, checked on, renewed and offered more on a schedule, and those who seem about to leave are contacted. It pays where customers buy again; the time comes out of winning new ones.',
    zh: '按客户所处阶段安排启用、回访、续约和增购，对有流失迹象的客户主动联系。重复购买多时有利；时间来自开发新客。',
  },
  options: {
    contactsPerYear: {
      default: byRule(
        ({ firm }) =>
          Math.max(
            1,
            Math.min(4, Math.floor((CARE_SHARE * firm.customerMargin) / (HOURS_A_CONTACT * hourOf(firm)))),
          ),
        'as many as cost 2 % of what a customer brings a year, one to four',
        '费用不超过每客户年毛利的 2%，1 至 4 次',
      ),
      min: 1,
      max: 12,
      unit: 'contacts a year',
      name: { en: 'Planned contacts per customer and year', zh: '每位客户每年计划联系次数' },
    },
  },
  shifts: (o, context) => {
    const reach = Math.min(1.5, Math.sqrt(o.contactsPerYear! / 4));
    const hours = (o.contactsPerYear! * context.scalar('customers.base-per-rep')) / 50;
    const week = (perContact: number) => Math.min(10, perContact * hours);
    return [
      { lever: 'retention-program', by: times(prior(0.15, 0.4, 0.65), reach), evidence: TRIALS },
      { lever: 'expansion-focus', by: times(percent(10, 20, 40), reach), evidence: SURVEY },
      { lever: 'retention-focus', by: prior(0.02, 0.1, 0.25), evidence: ASSUMED },
      { lever: 'relationship', by: percent(0, 10, 25), evidence: ASSUMED },
      { lever: 'outreach-hours', by: prior(week(0.1), week(0.2), week(0.4)), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(4_000, 10_000, 30_000),
    setupPerRep: prior(200, 500, 1_500),
    monthly: prior(200, 800, 2_400),
    perRepMonth: prior(0, 20, 60),
    // Messages, calls and small tokens.
    perCustomerMonth: prior(0.2, 1, 3),
    managerHours: prior(2, 4, 8),
    managerHoursPerRep: prior(0.1, 0.3, 0.6),
  }),
  adoption: {
    monthsToHalf: prior(2, 3, 6),
    literacy: 0.3,
    failure: prior(0.1, 0.15, 0.3),
    change: CHANGE.medium,
  },
  known: {
    en: 'That contented customers stay is found in hundreds of studies. That contacting those at risk keeps them is not sure: in one trial more left.',
    zh: '满意的客户更易留下，有数百项研究支持。主动联系有流失迹象的客户是否有效并不确定：一项试验中反而流失更多。',
  },
  limits: [
    { en: 'Gains nothing where customers buy once.', zh: '一次性购买的市场没有收益。' },
    {
      en: 'Contacting contented customers wakes some of them up.',
      zh: '联系本来满意的客户，可能反而唤起其离开的念头。',
    },
    { en: 'Pays back over a renewal cycle or more.', zh: '要一个续约周期以上才见效。' },
  ],
  suits: {
    en: 'Subscriptions, frequent repeat purchases, good margins.',
    zh: '订阅制、复购频繁、毛利高的业务。',
  },
  fits: [
    atLeast('repeat', 0.5, 'Customers who stay bring much of the business.', '老客户带来大量生意。'),
    atLeast('margin', 0.4, 'The margin pays for the care.', '毛利负担得起维护。'),
    atLeast('customers-per-rep', 20, 'Enough customers to run programmes for.', '客户够多，值得分阶段经营。'),
  ],
  complements: ['customer-experience', 'digital', 'customer-tiering', 'key-account'],
  conflicts: [],
};
