import { pow } from '../kernel/math.ts';
import { byRule, CHANGE, type Firm, prior, type Scheme, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast } from './fits.ts';

const BIDS = {
  grade: 'vendor',
  source:
    'contacts per deal (Gong): win ×1.1/1.25/1.5 against alone after shrinking; proposals won 38–44 % in building trades (SMPS 2015)',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source:
    'a bid or no-bid decision drops a quarter of the weakest; gates are followed .7/1/1.2 times as meant',
} as const;

/** People that a deal can carry: two, or more where it brings several months of a rep's cost. Assumed. */
function peopleFor({ dealMargin, repMonth }: Firm): number {
  const months = dealMargin / Math.max(1, repMonth);
  return months >= 5 ? 4 : months >= 2 ? 3 : 2;
}

/**
 * Scheme 6: a team for each large opportunity, behind a decision whether to bid. Shares help and coordination with
 * team-based selling; both gate and help presuppose deals complex enough to be bid for.
 */
export const projectBased: Scheme = {
  id: 'project-based',
  kind: 'scheme',
  number: 6,
  name: { en: 'Project-based', zh: '项目型管理' },
  summary: {
    en: 'Each large opportunity is run as a project: a decision whether to bid, a team of specialists, a plan. Complex bids are won more often and hopeless ones are not written; every bid costs money and ties up people.',
    zh: '每个大商机按项目运作：先决定是否投标，再组队、定计划。复杂项目赢率提高，无望的不投；每次投标都花钱并占用人手。',
  },
  options: {
    teamSize: {
      default: byRule(
        ({ firm }) => peopleFor(firm),
        'two; three where a deal brings two months of a rep’s cost, four from five months on',
        '2 人；单笔毛利达 2 个月人力成本时 3 人，达 5 个月时 4 人',
      ),
      min: 2,
      max: 8,
      unit: 'people',
      name: { en: 'People on a bid', zh: '项目组人数' },
    },
    gate: {
      default: 0.25,
      min: 0,
      max: 0.8,
      unit: 'share',
      name: { en: 'Share of opportunities not bid for', zh: '主动放弃投标的商机占比' },
    },
  },
  shifts: (o, context) => {
    const reach = Math.min(1.5, (o.teamSize! - 1) / 3);
    // Simple deals are not bid for: the gate opens fully from middling complexity on.
    const bids = o.gate! * Math.min(1, 2 * context.scalar('market.complexity'));
    return [
      { lever: 'helpers', by: times(prior(0.25, 0.7, 1.3), reach), evidence: BIDS },
      { lever: 'bid-gate', by: times(prior(0.7, 1, 1.2), bids), evidence: ASSUMED },
      {
        lever: 'overhead-hours',
        by: times(prior(0.3, 0.5, 0.9), pow(o.teamSize! - 1, 0.7)),
        evidence: {
          grade: 'computed',
          source:
            'coordination c·(n−1)^0.7 hours a week; what colleagues do for a deal is in the hours of its touches',
        },
      },
      { lever: 'records', by: prior(0, 0.3, 0.7), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: (o, context) => {
    // 1/2/4 % of a contract's value per bid, of which a tenth to a third is beyond what the team's own hours cost.
    const bid = context.firm.proposals * (1 - o.gate!) * context.scalar('market.deal-value');
    return {
      ...FREE,
      setup: prior(3_000, 8_000, 24_000),
      setupPerRep: prior(250, 600, 1_800),
      monthly: prior(200, 600, 2_000),
      perRepMonth: prior(15, 70, 200),
      perLead: times(prior(0.001, 0.004, 0.013), bid),
      managerHours: prior(3, 6, 12),
      managerHoursPerRep: prior(0.25, 0.5, 1),
    };
  },
  adoption: {
    monthsToHalf: prior(2, 4, 8),
    literacy: 0.2,
    failure: prior(0.1, 0.18, 0.3),
    change: CHANGE.medium,
  },
  known: {
    en: 'What bids cost and how many are won is known from trade surveys and vendors. No trial.',
    zh: '投标成本与中标率来自行业调查与厂商。没有试验。',
  },
  limits: [
    { en: 'Small deals do not carry the cost of a team.', zh: '小单养不起项目组。' },
    { en: 'Few large wins: results come in lumps.', zh: '单大而少，业绩起伏大。' },
    {
      en: 'A gate that cannot tell good from bad drops good ones too.',
      zh: '判断不准时，放弃投标也会丢掉好项目。',
    },
  ],
  suits: {
    en: 'Large, custom, complex deals with several deciders.',
    zh: '金额大、定制化、多人决策的复杂项目。',
  },
  fits: [
    atLeast('deal-worth', 5, 'A deal must carry a team.', '单笔毛利要养得起项目组。'),
    atLeast('complexity', 0.5, 'Several deciders, each with questions of their own.', '多人决策，问题各异。'),
    atLeast('reps', 8, 'A bid takes several people away from other work.', '投标要抽调多人。'),
  ],
  complements: ['cross-department', 'team-based', 'key-account', 'data-driven'],
  conflicts: [],
};
