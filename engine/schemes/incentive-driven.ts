import type { PeriodMonths } from '../incentive/parts/measure.ts';
import { byRule, CHANGE, type Scheme, type SchemeContext, toStep } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast, atMost } from './fits.ts';

const CONTESTS = {
  grade: 'experiment',
  source:
    'Lim, Ahearne & Ham 2009: several winners beat one, ranks among prizes add nothing; Casas-Arce & Martínez-Jerez 2009: leaders coast, large fields spur less',
} as const;

/** Largest field in which everyone is held against everyone; larger firms hold a contest in each team. Assumed. */
const LARGEST_FIELD = 20;

/** Prizes of a contest: as many as stated of those who compete, all alike. */
function prizes(o: Readonly<Record<string, number>>, field: number): number[] {
  return new Array<number>(Math.max(1, Math.round(o.winners! * field))).fill(o.prize!);
}

/**
 * Scheme 15: contests for prizes. It is no practice beside the pay plan but a component of it: the same contest written
 * into a plan (`rank`) is felt, paid and counted alike, to the byte. What it takes from service follows from the drive to
 * sell, what colleagues keep from each other from the part of pay that goes by rank.
 */
export const incentiveDriven: Scheme = {
  id: 'incentive-driven',
  kind: 'scheme',
  number: 15,
  name: { en: 'Incentive-driven', zh: '激励驱动' },
  summary: {
    en: 'Contests for prizes come on top of whatever the pay plan pays. Who has a chance to win works harder; leaders and those far behind coast, service that no one pays for comes second, and rivals share less of what they know.',
    zh: '在薪酬方案之上另设竞赛奖金。有望获奖的人更拼；领先者和落后太多的人会松懈，不计酬的服务退居其次，同事之间少交流经验。',
  },
  options: {
    contestsPerYear: {
      default: 4,
      min: 1,
      max: 12,
      choices: [1, 2, 4, 12],
      unit: 'contests a year',
      name: { en: 'Contests a year', zh: '每年竞赛次数' },
    },
    prize: {
      default: byRule(
        ({ firm }) => toStep(0.1 * firm.repMonth, 50),
        'a tenth of what a rep costs a month',
        '每名销售月成本的十分之一',
      ),
      min: 50,
      max: 50_000,
      unit: 'CNY',
      name: { en: 'Prize of a winner', zh: '每位获奖者奖金' },
    },
    winners: {
      default: 0.3,
      min: 0.02,
      max: 1,
      unit: 'share',
      name: { en: 'Share of reps who win a prize', zh: '获奖人数占比' },
    },
  },
  shifts: () => [],
  contest: (o, context: SchemeContext) => {
    const within = context.covered > LARGEST_FIELD && context.coveredTeams > 1;
    const field = within ? context.covered / context.coveredTeams : context.covered;
    return {
      months: (12 / o.contestsPerYear!) as PeriodMonths,
      among: within ? 'team' : 'company',
      prizes: prizes(o, field),
      evidence: CONTESTS,
    };
  },
  policies: {},
  costs: () => FREE,
  adoption: { monthsToHalf: 0.1, literacy: 0, failure: 0, change: CHANGE.small },
  known: {
    en: 'Trials of contests: several winners beat one, ranks among prizes add nothing, leaders coast, large fields spur less. What contests add to sales in all is seldom measured.',
    zh: '竞赛试验：多人获奖胜过一人独得，奖金按名次拉开无用，领先者松懈，人多则激励弱。竞赛对总销售的作用很少测量。',
  },
  limits: [
    {
      en: 'What no prize rewards is neglected: service and colleagues.',
      zh: '没有奖的事会被忽略：服务、带同事。',
    },
    {
      en: 'Leaders coast and laggards give up once the race is decided.',
      zh: '胜负已定时，领先者松懈，落后者放弃。',
    },
    { en: 'Where deals are few and large, luck decides who wins.', zh: '单少而大时，谁获奖多半靠运气。' },
  ],
  suits: {
    en: 'Countable results, short cycles, customers who need little care afterwards.',
    zh: '结果可量化、周期短、售后维护少。',
  },
  fits: [
    atMost('cycle-days', 45, 'What one does today counts in this contest.', '周期短，当期努力当期见效。'),
    atLeast('sales-a-month', 0.5, 'Results can be counted from month to month.', '成果每月可量化。'),
    atMost('service-share', 0.25, 'Little care that a race could push aside.', '售后维护少，不怕被挤占。'),
  ],
  complements: ['goal-oriented'],
  conflicts: ['team-collaboration', 'team-based', 'customer-experience', 'joint-selling'],
};
