import { pow } from '../kernel/math.ts';
import { byRule, CHANGE, prior, type Scheme } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const HELP = {
  grade: 'vendor',
  source:
    'several contacts per deal: causal lift ×1.05/1.15/1.35 after shrinking; team-scaling lab study for hours',
} as const;
const MEETINGS = {
  grade: 'experiment',
  source:
    'Sandvik, Saouma, Seegert & Stanton 2020, US call-centre reps: knowledge meetings +15 % for 20 weeks',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source:
    'coordination c·n^.7 hours a week on complex deals, c .3/.5/.9; the first hour of meetings is in the effect, which the trial found net of it',
} as const;

/**
 * Scheme 14: colleagues help on single deals and meet to learn from each other.
 *
 * It moves the levers of the team-based plan type, deal by deal: the owner keeps the deal, so that nothing is handed
 * over, and simple deals are left alone.
 */
export const teamCollaboration: Scheme = {
  id: 'team-collaboration',
  kind: 'scheme',
  number: 14,
  name: { en: 'Team collaboration', zh: '团队协作型管理' },
  summary: {
    en: 'Owners of complex deals call in colleagues, and the team meets regularly to trade what works. Difficult deals and weaker reps gain; meetings and briefings take hours from everyone, for nothing where deals are simple and reps alike.',
    zh: '复杂商机由负责人邀请同事协助，团队定期开会交流有效做法。难单和较弱的销售受益；会议与沟通占用所有人的时间，交易简单、水平相近时得不偿失。',
  },
  options: {
    helpersPerDeal: {
      default: byRule(
        ({ firm }) => (firm.dealMargin >= 2 * firm.repMonth ? 2 : 1),
        'one; two where a deal brings two months of a rep’s cost',
        '1 人；单笔毛利达 2 个月人力成本时 2 人',
      ),
      min: 0,
      max: 8,
      unit: 'people',
      name: { en: 'Colleagues called into a complex deal', zh: '复杂商机的协助人数' },
    },
    meetingHours: {
      default: 1,
      min: 0,
      max: 6,
      unit: 'hours a week',
      name: { en: 'Hours a week of meetings to learn from each other', zh: '每周经验交流会时长' },
    },
  },
  shifts: (o, context) => {
    const n = o.helpersPerDeal!;
    const reach = Math.min(1.5, n / 3);
    const often = Math.sqrt(o.meetingHours!);
    const complex = context.scalar('market.complexity');
    // The trial's meetings took an hour a week at most, and what it found is net of them; what is beyond is not.
    const meetings = Math.max(0, o.meetingHours! - 1);
    const hours = (c: number): number => complex * c * pow(n, 0.7) + meetings;
    return [
      { lever: 'helpers', by: prior(0.15 * reach, 0.5 * reach, 1.1 * reach), evidence: HELP },
      { lever: 'peer-learning', by: prior(0.3 * often, 0.7 * often, 1.2 * often), evidence: MEETINGS },
      { lever: 'overhead-hours', by: prior(hours(0.3), hours(0.5), hours(0.9)), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(500, 2_000, 5_000),
    setupPerRep: prior(75, 200, 500),
    perRepMonth: prior(0, 20, 60),
    managerHours: prior(1, 2, 4),
    managerHoursPerRep: prior(0.15, 0.3, 0.6),
  }),
  adoption: {
    monthsToHalf: prior(1, 2, 4),
    literacy: 0,
    failure: prior(0.08, 0.15, 0.3),
    change: CHANGE.small,
  },
  known: {
    en: 'One trial of meetings in which sellers exchange advice: +15 % for twenty weeks. Help on single deals is known from vendors only.',
    zh: '一项试验：销售互相交流经验的会议使销售提高 15%，持续二十周。单个商机上的协助只有厂商数据。',
  },
  limits: [
    { en: 'Talking takes time that simple deals never pay back.', zh: '沟通耗时，简单交易赚不回来。' },
    {
      en: 'Where pay is individual and goals badly split, help is grudging.',
      zh: '个人提成且目标分解不合理时，协助流于形式。',
    },
  ],
  suits: {
    en: 'Complex deals, stars beside beginners, pay that is partly shared.',
    zh: '交易复杂、强弱搭配、部分团队奖金。',
  },
  fits: [
    atLeast('complexity', 0.5, 'Complex deals are won by several heads.', '复杂交易靠众人之力。'),
    atLeast('ability', 0.4, 'Stars can lift the others.', '强弱差异大，可以互带。'),
    atLeast('reps', 8, 'There are colleagues to ask.', '有同事可求助。'),
  ],
  complements: ['project-based', 'key-account', 'cross-department', 'training'],
  conflicts: ['incentive-driven'],
};
