import { pow } from '../kernel/math.ts';
import { byRule, CHANGE, prior, type Scheme, times, toStep } from './contract.ts';
import { FREE } from './costs.ts';
import { atMost } from './fits.ts';

const AUDIENCE = {
  grade: 'vendor',
  source:
    'Implisit, ~500 US firms: social leads close 1.47 %, website ones 1.55 %; leads +10/+30/+80 % after some months assumed',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source:
    'content takes 5/10/15 % of the week, leads are stated without it; quality ×.5/.8/1; Guenzi & Nijssen 2020 survey without a dark side',
} as const;

/** Months until half of the audience is there: it loses 5/10/15 % a month, half of which is 14/7/5 months. */
const AUDIENCE_HALF = 7;

/**
 * Scheme 10: reps find buyers through social media. An audience takes months to gather while the hours are spent from
 * the first week; committees hardly buy this way. With no hour to spare the new leads only push out others.
 */
export const socialMedia: Scheme = {
  id: 'social-media',
  kind: 'scheme',
  number: 10,
  name: { en: 'Social media', zh: '社交媒体营销' },
  summary: {
    en: 'Reps post, answer and chat where buyers spend their time. Leads become plentiful and cheap after some months, and their intent is low; content eats selling time, and without capacity the new leads clog the queue.',
    zh: '销售在客户常用的社交平台发内容、回复和私聊。几个月后线索多而便宜，但意向偏低；做内容占销售时间，没有余力跟进时只会造成堵塞。',
  },
  options: {
    hoursPerWeek: {
      default: byRule(
        ({ scalar }) => Math.max(0.5, toStep(3 * (1 - scalar('market.complexity')), 0.5)),
        'three where one person decides, less the more complex deals are',
        '一人即可决定时 3 小时，交易越复杂越少',
      ),
      min: 0.5,
      max: 12,
      unit: 'hours a week',
      name: { en: 'Hours a rep and week on content', zh: '每人每周内容工时' },
    },
  },
  shifts: (o, context) => {
    // Audience grows less than in proportion to the hours put in.
    const crowd = pow(o.hoursPerWeek! / 3, 0.7) * (1 - 0.8 * context.scalar('market.complexity'));
    return [
      {
        lever: 'lead-supply',
        at: 'social',
        builds: AUDIENCE_HALF,
        by: times(prior(0.1, 0.3, 0.8), crowd),
        evidence: AUDIENCE,
      },
      { lever: 'lead-quality', at: 'social', by: prior(-0.47, 0, 0.22), evidence: ASSUMED },
      {
        lever: 'outreach-hours',
        by: times(prior(0.7, 1, 1.5), o.hoursPerWeek!),
        evidence: ASSUMED,
      },
    ];
  },
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(1_000, 2_000, 6_000),
    setupPerRep: prior(50, 200, 700),
    monthly: prior(200, 600, 2_500),
    perRepMonth: prior(15, 120, 475),
    managerHours: prior(1, 2, 4),
    managerHoursPerRep: prior(0.1, 0.3, 0.6),
  }),
  adoption: {
    monthsToHalf: prior(1, 2, 4),
    literacy: 0.2,
    failure: prior(0.2, 0.3, 0.45),
    change: CHANGE.medium,
  },
  known: {
    en: 'Surveys link its use with results; what its leads are worth is known from vendors. No trial.',
    zh: '调查显示使用与业绩相关；线索价值来自厂商数据。没有试验。',
  },
  limits: [
    { en: 'Leads are many and their intent is low.', zh: '线索量大但意向低。' },
    { en: 'Clogs a team that is busy already.', zh: '团队本已满负荷时只会造成堵塞。' },
    { en: 'Slow to build, quick to fade, hard to foresee.', zh: '见效慢、衰减快、波动大。' },
  ],
  suits: {
    en: 'Consumers and small tickets, young buyers, hours to spare.',
    zh: '面向个人或小额、客户年轻、有余力的团队。',
  },
  fits: [
    atMost('deal-worth', 0.5, 'Small tickets are bought on a post.', '小额，看内容就会买。'),
    atMost('complexity', 0.2, 'The offer explains itself.', '产品一看就懂。'),
    atMost('load', 0.8, 'There are hours for content and for the leads.', '有余力做内容、跟线索。'),
  ],
  complements: ['automation', 'customer-experience', 'data-driven'],
  conflicts: [],
};
