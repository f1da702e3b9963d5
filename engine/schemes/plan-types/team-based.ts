import { pow } from '../../kernel/math.ts';
import { byRule, CHANGE, prior, type Scheme } from '../contract.ts';
import { FREE } from '../costs.ts';
import { atLeast } from '../fits.ts';

const FIELD = {
  grade: 'vendor',
  source:
    'several contacts per deal: causal lift ×1.05/1.15/1.35 after shrinking; team-scaling lab study for hours',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'hand-off loss 2/5/12 % of deals, +1/3/7 days, at one boundary between roles',
} as const;

/** Hours a week of coordination in a pod of n: c·(n − 1)^0.7 with c .3/.5/.9, beyond a pair's. */
function coordination(n: number, c: number): number {
  return c * pow(n - 1, 0.7);
}

/**
 * Plan type 5: account manager, assistant and presales work a deal together.
 *
 * All its good comes through help on complex deals. Learning from peers is left to the team-collaboration scheme's
 * meetings: where deals are simple, only the cost of coordinating remains here.
 */
export const teamBased: Scheme = {
  id: 'team-based',
  kind: 'plan-type',
  number: 5,
  name: { en: 'Team-based', zh: '团队协作' },
  summary: {
    en: 'Deals are worked by small pods with roles. Complex deals gain from several specialists; every deal pays in coordination, and hand-offs between roles lose time and some buyers.',
    zh: '小组分工共同推进商机。复杂交易受益于多人专业支持；所有交易都要付出沟通成本，交接会耽误时间并丢失部分客户。',
  },
  options: {
    podSize: {
      default: byRule(
        ({ firm }) =>
          firm.dealMargin >= 5 * firm.repMonth ? 4 : firm.dealMargin >= 2 * firm.repMonth ? 3 : 2,
        'two; three where a deal brings two months of a rep’s cost, four from five months on',
        '2 人；单笔毛利达 2 个月人力成本时 3 人，达 5 个月时 4 人',
      ),
      min: 2,
      max: 12,
      unit: 'people',
      name: { en: 'People in a pod', zh: '小组人数' },
    },
  },
  shifts: (o, context) => {
    const n = o.podSize!;
    // One boundary between roles on a deal's way, wherever the pod draws it: spread over the steps between stages.
    const steps = Math.max(1, context.stages.length - 1);
    const reach = Math.min(1.5, (n - 1) / 3);
    return [
      { lever: 'helpers', by: prior(0.15 * reach, 0.5 * reach, 1.1 * reach), evidence: FIELD },
      { lever: 'handoff-loss', by: prior(0.02 / steps, 0.05 / steps, 0.12 / steps), evidence: ASSUMED },
      {
        lever: 'overhead-hours',
        by: prior(coordination(n, 0.3), coordination(n, 0.5), coordination(n, 0.9)),
        evidence: {
          grade: 'computed',
          source:
            'coordination c·(n−1)^0.7 hours a week; what colleagues do for a deal is in the hours of its touches',
        },
      },
    ];
  },
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(2_000, 4_000, 10_000),
    setupPerRep: prior(150, 400, 1_000),
    perRepMonth: prior(0, 50, 150),
    managerHours: prior(2, 4, 8),
    managerHoursPerRep: prior(0.2, 0.4, 0.8),
  }),
  adoption: {
    monthsToHalf: prior(2, 3, 6),
    literacy: 0.1,
    failure: prior(0.08, 0.15, 0.3),
    change: CHANGE.large,
  },
  known: {
    en: 'That several people win more deals is known from vendors only, and partly runs the other way: live deals gather people. That coordination grows with the team was measured in the laboratory.',
    zh: '多人协作赢单更多只有厂商数据，且部分是反向因果：有希望的单子才聚人。协调工时随人数上升有实验室测量。',
  },
  limits: [
    { en: 'Communication costs rise with the pod.', zh: '沟通成本随小组人数上升。' },
    { en: 'Badly split goals set colleagues against each other.', zh: '目标分解不合理会造成内耗。' },
  ],
  suits: { en: 'Large, complex or project-like deals.', zh: '大额、复杂或项目型交易。' },
  fits: [
    atLeast('complexity', 0.5, 'Complex deals need several skills.', '复杂交易需要多种技能。'),
    atLeast('deal-worth', 2, 'A deal must carry several people.', '单笔毛利要养得起多人。'),
    atLeast('reps', 8, 'Pods need people to form them.', '人够才能分组。'),
  ],
  complements: ['project-based', 'key-account', 'cross-department', 'training'],
  conflicts: ['incentive-driven'],
};
