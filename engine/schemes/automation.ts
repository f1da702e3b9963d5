import { log } from '../kernel/math.ts';
import { CHANGE, percent, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast, atMost } from './fits.ts';
import { seatYear } from './systems.ts';

const RESPONSE = {
  grade: 'correlation',
  source:
    'Oldroyd et al. 2011: firms answer leads after 42 hours (mean of an audit); automatic routing within minutes to an hour',
} as const;
const BOTS = {
  grade: 'assumed',
  source:
    'generic touches −5/−15/−30 %; Luo et al. 2019: a bot that says so before the call sells 79.7 % less, 6,200 customers',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source:
    'admin −15/−30/−50 %, leakage −30/−60/−80 %; Moutot & Bascoul 2008: effects of sales automation are mixed',
} as const;

/** Share that is on record once it does the recording, where two fifths were: effects are stated at that. */
const RECORDED = 0.62;

/** Scheme 9: machines do the routine. Shares records with data-driven and leakage with structured selling. */
export const automation: Scheme = {
  id: 'automation',
  kind: 'scheme',
  number: 9,
  name: { en: 'Automation', zh: '销售自动化' },
  summary: {
    en: 'Software assigns leads within minutes, reminds, records and sends the first messages by itself. Admin shrinks and nothing is forgotten; licences cost per seat, people must learn it, and machine-made messages persuade less.',
    zh: '由系统在几分钟内分派线索、自动提醒、自动记录并发送首轮信息。行政工时减少、跟进不再遗忘；许可按人头收费，需要学习，机器发的信息说服力较弱。',
  },
  options: {
    automated: {
      default: 0.3,
      min: 0,
      max: 0.9,
      unit: 'share',
      name: { en: 'First-stage touches left to machines', zh: '首阶段接触由机器完成的占比' },
    },
    replyHours: {
      default: 0.5,
      min: 0.05,
      max: 24,
      unit: 'hours',
      name: { en: 'Hours until a lead reaches a rep', zh: '线索送达销售的时间（小时）' },
    },
  },
  shifts: (o, context) => {
    const usual = Math.max(0.05, context.scalar('market.response-hours'));
    const faster = (hours: number) => Math.min(0, log(hours / usual));
    const auto = o.automated!;
    return [
      {
        lever: 'admin-time',
        needs: 'records',
        by: times(percent(-50, -30, -15), 1 / RECORDED),
        evidence: ASSUMED,
      },
      {
        lever: 'response-delay',
        by: prior(faster(0.3 * o.replyHours!), faster(o.replyHours!), faster(3 * o.replyHours!)),
        evidence: RESPONSE,
      },
      {
        lever: 'leakage',
        needs: 'records',
        by: times(percent(-80, -60, -30), 1 / RECORDED),
        evidence: ASSUMED,
      },
      { lever: 'records', by: prior(0.3, 0.9, 1.6), evidence: ASSUMED },
      {
        lever: 'touch-hours',
        at: 0,
        by: prior(log(1 - 0.9 * auto), log(1 - 0.75 * auto), log(1 - 0.4 * auto)),
        evidence: ASSUMED,
      },
      // Buyers tire of it over the months.
      { lever: 'stage-skill', at: 0, builds: 6, by: times(prior(-0.8, -0.4, -0.1), auto), evidence: BOTS },
    ];
  },
  policies: {},
  costs: (_, context) => {
    const seat = seatYear(context);
    return {
      ...FREE,
      setup: prior(3_000, 10_000, 30_000),
      // 2/4/8 % of what a rep costs a year.
      setupPerRep: times(prior(0.02, 0.04, 0.08), 12 * context.firm.repMonth),
      monthly: prior(200, 600, 2_000),
      perRepMonth: times(prior(0.25, 1, 3.75), seat / 12),
      managerHours: prior(1, 3, 6),
      managerHoursPerRep: prior(0.1, 0.25, 0.5),
    };
  },
  adoption: {
    monthsToHalf: prior(3, 5, 9),
    literacy: 0.6,
    failure: prior(0.15, 0.25, 0.4),
    change: CHANGE.large,
  },
  known: {
    en: 'That quick answers and reminders matter is well observed. Studies of whole systems find mixed effects, and a bot that says it is one sold 80 % less in a trial.',
    zh: '快速响应与提醒有用，观察充分。对整套系统的研究结论不一；一项试验中，表明身份的机器人销售减少 80%。',
  },
  limits: [
    { en: 'Machine-made messages are generic and tire buyers.', zh: '机器信息千篇一律，易使客户疲劳。' },
    { en: 'Brings little where deals are few and large.', zh: '单少而大的业务收益有限。' },
    { en: 'Costs come first, and training decides the use.', zh: '先投入后见效，用得好坏取决于培训。' },
  ],
  suits: {
    en: 'Many inbound leads per rep, small deals, much routine.',
    zh: '人均线索多、单小、事务性工作多的团队。',
  },
  fits: [
    atLeast('leads-per-rep', 20, 'Many leads, much of it routine.', '线索多，事务性工作多。'),
    atLeast('load', 0.8, 'Hours saved are put to use at once.', '省下的工时马上有用。'),
    atMost('deal-worth', 3, 'Small deals bear impersonal messages.', '单小，可用标准化信息。'),
  ],
  complements: ['data-driven', 'telephone', 'digital', 'structured', 'social-media'],
  conflicts: [],
};
