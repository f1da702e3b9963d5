import { exp, log, pow } from '../kernel/math.ts';
import { byRule, CHANGE, percent, prior, type Scheme, type SchemeContext, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atMost } from './fits.ts';

const CALLS = {
  grade: 'vendor',
  source: '6,000 monitored cold calls, 1–2 % success; China: 10–45 % reached, 1–8 % of them agree to meet',
} as const;
const ASSUMED = { grade: 'assumed', source: 'design assumption around surveys of inside sales' } as const;

/** Deal value beyond which buyers hardly open up to a stranger's call, in the study's currency. Assumed. */
const EASY_VALUE = 100_000;

/** What a dial by a hired caller costs, and the share of dials that give a lead. */
const DIAL_COST = 3;
const LEADS_A_DIAL = 0.006;

/** Fall of a called lead's log-odds for each factor of e by which deals are larger than what is easily sold so. */
const COLD = { low: -1.2, mode: -0.6, high: -0.25 } as const;

/** Deal value, in yuan, above which nobody hires callers: committees do not buy by phone. */
const TOO_LARGE = 300_000;

/** Whether a lead by phone is worth what the dials that it takes cost, twice over: it is won half as often as others. */
function callersPay({ firm, scalar }: SchemeContext): boolean {
  const value = scalar('market.deal-value');
  if (value > TOO_LARGE) return false;
  const worth = 0.5 * firm.leadWorth * exp(COLD.mode * beyondEasy(value));
  return worth * LEADS_A_DIAL >= 2 * DIAL_COST;
}

/** How far deals are larger than what is easily sold by phone, in logs. */
function beyondEasy(value: number): number {
  return Math.max(0, log(value / EASY_VALUE));
}

/** Leads by phone are at most such a share of the market's own: lists of those who may need it end. Assumed. */
const MOST_LEADS = 0.3;

/** Scheme 11: leads and the smallest customers are worked by telephone. */
export const telephone: Scheme = {
  id: 'telephone',
  kind: 'scheme',
  number: 11,
  name: { en: 'Telephone sales', zh: '电话销售' },
  summary: {
    en: 'Lists are called with a script, by the reps or by hired callers, and the smallest customers are looked after by phone. Contacts are many and cheap but colder than other leads; the calling wears people out and annoys some customers.',
    zh: '按名单和话术打电话开发线索，由销售自己打或另聘话务员打，小客户也改由电话维护。接触量大、成本低，但线索较冷；打电话消耗人，也会让部分客户反感。',
  },
  options: {
    dialsPerDay: {
      default: byRule(
        (context) => (callersPay(context) ? 30 : 15),
        '30 where hired callers pay, else 15 by the reps themselves',
        '聘话务员划算时 30 次，否则由销售自己打 15 次',
      ),
      min: 5,
      max: 200,
      unit: 'dials',
      name: { en: 'Dials a day, per rep of the team', zh: '按销售人数折算的每日拨号数' },
    },
    byCallers: {
      default: byRule(
        (context) => (callersPay(context) ? 0.5 : 0),
        'half where a lead by phone is worth what a hired caller costs, else none',
        '电话线索价值抵得过话务员成本时占一半，否则不聘',
      ),
      min: 0,
      max: 1,
      unit: 'share',
      name: { en: 'Share of dials made by hired callers', zh: '由专职话务员拨打的占比' },
    },
  },
  shifts: (o, context) => {
    const dials = o.dialsPerDay!;
    const own = dials * (1 - o.byCallers!);
    // Lists wear thin: twice the dials bring 1.6 times the leads. 30 a day are 630 a month.
    const supply = (630 * pow(dials / 30, 0.7)) / Math.max(0.1, context.scalar('market.leads-per-rep-month'));
    const found = (perDial: number): number => MOST_LEADS * (1 - exp((-supply * perDial) / MOST_LEADS));
    const cold = times(COLD, beyondEasy(context.scalar('market.deal-value')));
    return [
      {
        lever: 'lead-supply',
        at: 'telephone',
        by: prior(found(0.002), found(LEADS_A_DIAL), found(0.016)),
        evidence: CALLS,
      },
      { lever: 'lead-quality', at: 'telephone', by: cold, evidence: ASSUMED },
      // One to two minutes a dial, calls that get through included.
      { lever: 'outreach-hours', by: times(prior(0.083, 0.125, 0.167), own), evidence: ASSUMED },
      {
        lever: 'tail-coverage',
        by: times(prior(0.1, 0.25, 0.5), Math.min(2, dials / 30)),
        evidence: ASSUMED,
      },
      { lever: 'learning', by: percent(0, 6, 15), evidence: ASSUMED },
      { lever: 'service-quality', by: times(prior(-4, -1, 0), dials / 80), evidence: ASSUMED },
      { lever: 'strain', by: times(prior(0.25, 0.4, 0.7), own / 80), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: (o) => {
    const hired = 21 * o.dialsPerDay! * o.byCallers!;
    return {
      ...FREE,
      setup: prior(2_000, 5_000, 12_000),
      setupPerRep: prior(150, 500, 1_400),
      monthly: prior(200, 500, 1_500),
      // Lines and lists, and a caller at ¥9,000 a month for some 3,000 dials.
      perRepMonth: prior(100 + 2 * hired, 200 + 3 * hired, 475 + 5 * hired),
      managerHours: prior(1, 2, 4),
      managerHoursPerRep: prior(0.15, 0.4, 0.8),
    };
  },
  adoption: {
    monthsToHalf: prior(0.5, 1, 2),
    literacy: 0,
    failure: prior(0.05, 0.1, 0.2),
    change: CHANGE.medium,
  },
  known: {
    en: 'Counts by vendors: one or two calls in a hundred succeed. What hired callers bring beyond that was not studied.',
    zh: '厂商统计：每百次拨打成功一两次。聘用话务员的额外收益未见研究。',
  },
  limits: [
    { en: 'Cold leads crowd out warm ones where hours are short.', zh: '人手不足时，冷线索会挤占热线索。' },
    { en: 'Hardly opens doors to large deals.', zh: '难以打开大额交易的大门。' },
    { en: 'Lists wear out, callers leave, complaints come.', zh: '名单会用尽，话务员易流失，投诉会增加。' },
  ],
  suits: {
    en: 'Small deals, standard offers, hours to spare.',
    zh: '中低单价、产品标准、工时有富余的团队。',
  },
  fits: [
    atMost('deal-worth', 1, 'Small deals can be closed by phone.', '单小，电话可成交。'),
    atMost('complexity', 0.2, 'The offer can be told in a few minutes.', '几分钟讲得清。'),
    atMost('load', 0.8, 'There are hours to follow up.', '有工时跟进。'),
  ],
  complements: ['automation', 'structured', 'training', 'customer-tiering', 'event-marketing'],
  conflicts: ['channel'],
};
