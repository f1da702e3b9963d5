import { log } from '../kernel/math.ts';
import { byRule, CHANGE, percent, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast, atMost } from './fits.ts';

const TRIAL = {
  grade: 'memory',
  source: 'De Grip & Sauermann 2012, call-centre experiment: a week of training lifts output some 10 %',
} as const;
const PEERS = {
  grade: 'experiment',
  source:
    'Sandvik, Saouma, Seegert & Stanton 2020: advice between peers +15 % for 20 weeks; structured help for half',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'coached skill lasts a year, uncoached weeks; hours as planned',
} as const;

/** What a day of training costs a month, beside what a rep costs a month; and what training may cost of a rep's margin. */
const DAY_COST = 0.0114;
const MARGIN_SHARE = 0.02;

/** Scheme 16: courses, coaching and mentors. */
export const training: Scheme = {
  id: 'training',
  kind: 'scheme',
  number: 16,
  name: { en: 'Training and growth', zh: '培训成长' },
  summary: {
    en: 'Courses, coaching and mentors raise skill, most of all that of newcomers, and shorten their ramp. Skill fades unless it is coached, leaves with those who quit, and is learnt in hours that would have been spent selling.',
    zh: '课程、辅导与师徒制提升能力，新人受益最大，上手更快。没有持续辅导，能力会消退，也会随离职者流失；学习占用本可销售的时间。',
  },
  options: {
    daysPerYear: {
      default: byRule(
        ({ firm }) =>
          Math.max(
            1,
            Math.min(5, Math.round((MARGIN_SHARE * firm.repMargin) / (12 * DAY_COST * firm.repMonth))),
          ),
        'as many as cost 2 % of the margin a rep brings, one to five',
        '费用不超过人均年毛利的 2%，1 至 5 天',
      ),
      min: 0,
      max: 40,
      unit: 'days a year',
      name: { en: 'Days of training a year', zh: '每年培训天数' },
    },
    coaching: {
      default: 1.5,
      min: 1,
      max: 4,
      unit: 'multiple',
      name: { en: 'Coaching hours, as a multiple of today’s', zh: '辅导工时（现状的倍数）' },
    },
  },
  shifts: (o) => {
    const more = log(o.coaching!);
    const coached = (hours: number): number => hours * (o.coaching! - 1) + 0.1;
    return [
      { lever: 'training-days', by: o.daysPerYear!, evidence: TRIAL },
      { lever: 'coaching', by: prior(0.5 * more, more, 1.2 * more), evidence: ASSUMED },
      { lever: 'learning', tenure: 'novice', by: percent(5, 15, 35), evidence: TRIAL },
      { lever: 'forgetting', by: percent(-40, -20, -5), evidence: ASSUMED },
      { lever: 'peer-learning', by: prior(0.05, 0.2, 0.4), evidence: PEERS },
      { lever: 'overhead-hours', by: prior(coached(0.3), coached(0.6), coached(1.2)), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: (o, context) => {
    const more = o.coaching! - 1;
    return {
      ...FREE,
      setup: prior(2_000, 5_000, 15_000),
      setupPerRep: prior(150, 500, 1_750),
      // Trainers, rooms and travel a day and head: ¥1,000–6,000 for a rep who costs ¥220,000 a year, less for one who
      // costs less.
      perRepMonth: times(prior(0.0045, DAY_COST, 0.0273), context.firm.repMonth * o.daysPerYear!),
      managerHours: prior(1, 2, 4),
      managerHoursPerRep: prior(0.05 + 0.5 * more, 0.1 + more, 0.2 + 2 * more),
    };
  },
  adoption: {
    monthsToHalf: prior(1, 2, 4),
    literacy: 0,
    failure: prior(0.05, 0.1, 0.2),
    change: CHANGE.small,
  },
  known: {
    en: 'One trial in a call centre: a week of training lifts output by a tenth. Advice between peers lasts in another. How fast people forget is a vendor’s figure.',
    zh: '一项呼叫中心试验：一周培训使产出提高一成。另一项试验中同事间的经验交流效果持久。遗忘速度为厂商数据。',
  },
  limits: [
    { en: 'Without coaching most of it is forgotten within weeks.', zh: '没有跟进辅导，几周后大多遗忘。' },
    { en: 'Veterans gain little.', zh: '老手受益有限。' },
    {
      en: 'Where people leave soon, what they learnt leaves with them.',
      zh: '人员流动大时，培训投入随人流失。',
    },
  ],
  suits: {
    en: 'Many newcomers, demanding products, managers with few people each.',
    zh: '新人多、产品复杂、管理幅度小的团队。',
  },
  fits: [
    atLeast('newcomers', 0.4, 'Newcomers learn most.', '新人学得最多。'),
    atLeast('complexity', 0.3, 'There is much to know.', '要懂的东西多。'),
    atMost('span', 9, 'Managers have time to coach.', '经理有时间辅导。'),
  ],
  complements: ['structured', 'process-control', 'product-line', 'data-driven', 'digital', 'agile'],
  conflicts: [],
};
