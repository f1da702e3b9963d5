import { log } from '../../kernel/math.ts';
import { byRule, CHANGE, percent, prior, type Scheme } from '../contract.ts';
import { FREE } from '../costs.ts';
import { atLeast, atMost } from '../fits.ts';

const ASSUMED = {
  grade: 'assumed',
  source: 'no causal study of agile selling; adaptiveness meta-analysis β = .27; peer meetings +15 %',
} as const;

/** Plan type 2: short cycles of trying and adapting, and short daily meetings in which what is stuck comes up. */
export const agile: Scheme = {
  id: 'agile',
  kind: 'plan-type',
  number: 2,
  name: { en: 'Agile', zh: '敏捷' },
  summary: {
    en: 'Teams inspect and change how they sell every few weeks. They catch up with a moving market quickly, provided they are skilled enough to read small samples; stand-ups bring up what is stuck, but they cost time and records suffer.',
    zh: '团队每隔几周复盘并调整打法，能快速跟上市场；前提是团队能看懂小样本。站会让卡住的事早有回应，但占时间，记录变差。',
  },
  options: {
    cadenceWeeks: {
      default: byRule(
        ({ firm }) => Math.max(2, Math.min(8, Math.round(firm.cycleDays / 5 / 4))),
        'a quarter of the sales cycle, two to eight weeks',
        '销售周期的四分之一，2 至 8 周',
      ),
      min: 1,
      max: 26,
      unit: 'weeks',
      name: { en: 'Weeks between retrospectives', zh: '复盘间隔（周）' },
    },
  },
  shifts: (o, context) => [
    {
      lever: 'playbook-rate',
      // About six in ten retrospectives change something: every four weeks gives 8 revisions a year.
      by: log((0.62 * 52) / o.cadenceWeeks! / Math.max(0.01, context.scalar('people.playbook-rate'))),
      evidence: { grade: 'assumed', source: 'revisions a year 6/8/12 at a monthly to fortnightly rhythm' },
    },
    {
      lever: 'internal-wait',
      by: percent(-50, -30, -15),
      evidence: { grade: 'assumed', source: 'stand-ups shorten the queue for answers by 15/30/50 %' },
    },
    {
      lever: 'overhead-hours',
      by: prior(0.8, 1.6, 2.4),
      evidence: {
        grade: 'assumed',
        source:
          'stand-ups and retrospectives take 2/4/6 % of the week; the other effects are stated without them',
      },
    },
    { lever: 'records', by: prior(-1.5, -0.9, -0.4), evidence: ASSUMED },
  ],
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(1_000, 3_000, 8_000),
    setupPerRep: prior(100, 250, 600),
    managerHours: prior(2, 4, 6),
    managerHoursPerRep: prior(0.2, 0.4, 0.7),
  }),
  adoption: {
    monthsToHalf: prior(1, 2, 4),
    literacy: 0.1,
    failure: prior(0.1, 0.2, 0.35),
    change: CHANGE.medium,
  },
  known: {
    en: 'No trial of agile selling. That sellers who adapt do better is well supported; that a regular exchange of advice lifts sales was shown in one trial.',
    zh: '敏捷销售没有试验。善于调整的销售业绩较好，依据充分；定期交流经验能提升销售，有一项试验支持。',
  },
  limits: [
    {
      en: 'Needs skilled people: weak teams learn the wrong lesson from few deals.',
      zh: '对团队能力要求高：弱团队会从少量样本学错。',
    },
    { en: 'Hard to keep data and to review later.', zh: '数据记录与复盘难度大。' },
  ],
  suits: { en: 'Fast-moving markets, short cycles, skilled teams.', zh: '变化快、周期短、能力强的团队。' },
  fits: [
    atLeast('movement', 0.3, 'There is something new to learn often.', '市场常变，有新东西可学。'),
    atMost('cycle-days', 60, 'Short cycles show soon what works.', '周期短，很快知道什么有效。'),
    atMost('newcomers', 0.5, 'Skilled people draw the right lessons.', '熟手才学得对。'),
  ],
  complements: ['data-driven', 'digital', 'cross-department', 'training'],
  conflicts: ['structured', 'process-control'],
  excludes: [
    {
      id: 'structured',
      why: {
        en: 'one playbook is not revised once or twice a year and every few weeks',
        zh: '同一套打法不能既一年修订一两次，又每几周修订一次',
      },
    },
  ],
};
