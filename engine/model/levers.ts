import type { Localised } from '../kernel/quantity.ts';

/**
 * How shifts add: `log` multiplies by e^shift; `odds` shifts log-odds of a share; `fisher` shifts atanh of a
 * correlation; `hours` and `level` add as they are.
 */
export type LeverScale = 'log' | 'odds' | 'fisher' | 'hours' | 'level';

/** What a lever has one value per: seat, customer tier (A, B, C), stage, channel, or the company. */
export type LeverIndex = 'rep' | 'tier' | 'stage' | 'channel' | 'company';

/** The only things a scheme can move. Outcomes are not in this list, and never will be. */
export interface Lever {
  readonly id: string;
  readonly index: LeverIndex;
  readonly scale: LeverScale;
  /** The total shift saturates smoothly: bound·tanh(sum/bound). */
  readonly bound: number;
  /** Unit of the lever's value. */
  readonly unit: string;
  /** Base value: a constant, or the scalar parameter (`section.key`) it starts from. */
  readonly base: number | string;
  readonly meaning: Localised;
}

const lever = (
  id: string,
  index: LeverIndex,
  scale: LeverScale,
  bound: number,
  base: number | string,
  unit: string,
  en: string,
  zh: string,
): Lever => ({ id, index, scale, bound, base, unit, meaning: { en, zh } });

/** Every lever, in table order. */
export const LEVERS: readonly Lever[] = [
  // time
  lever(
    'admin-time',
    'rep',
    'log',
    2,
    'people.admin',
    'share of day',
    'Records, reports, approvals',
    '记录、报表、审批时间',
  ),
  lever('travel-time', 'rep', 'log', 2, 'people.travel', 'share of day', 'Travel', '差旅时间'),
  lever(
    'overhead-hours',
    'rep',
    'hours',
    20,
    0,
    'hours a week',
    'Meetings, logging, coordination, content',
    '会议、填报、协调、内容制作工时',
  ),
  lever('training-days', 'rep', 'hours', 40, 0, 'days a year', 'Days of training', '每年培训天数'),
  lever(
    'service-time',
    'rep',
    'log',
    1.5,
    1,
    'multiple',
    'Service cadence: hours a customer should get',
    '服务频次：客户应得工时倍数',
  ),
  // attention
  lever(
    'value-focus',
    'rep',
    'odds',
    3,
    'people.value-focus',
    'share',
    'How far attention follows perceived value per hour',
    '注意力随单位工时价值分配的程度',
  ),
  lever(
    'tier-attention',
    'tier',
    'log',
    2,
    1,
    'multiple',
    'Attention weight of a customer tier',
    '客户等级的注意力权重',
  ),
  lever(
    'tier-service',
    'tier',
    'log',
    2,
    1,
    'multiple',
    'Service weight of a customer tier',
    '客户等级的服务权重',
  ),
  lever(
    'tail-coverage',
    'company',
    'level',
    1,
    0,
    'share',
    'Share of the lowest tier’s service done by a cheap channel',
    '低等级客户由低成本渠道服务的占比',
  ),
  lever(
    'key-cover',
    'company',
    'level',
    1,
    0,
    'share',
    'Share of the top tier’s service done by dedicated managers beside the reps',
    '高等级客户由专职客户经理服务的占比',
  ),
  lever(
    'bid-gate',
    'rep',
    'level',
    0.95,
    0,
    'share',
    'Share of weak-looking leads dropped before work is put into an opportunity',
    '立项前主动放弃的弱商机占比',
  ),
  lever(
    'territory-balance',
    'company',
    'level',
    1,
    0,
    'share',
    'Share of leads shared out evenly within the team instead of by territory',
    '线索在团队内均分（而非按区域）的占比',
  ),
  lever(
    'follow-up',
    'rep',
    'odds',
    4,
    'market.follow-up',
    'share',
    'Share of market leads accepted for follow-up',
    '市场线索被跟进的占比',
  ),
  lever(
    'leakage',
    'rep',
    'log',
    3,
    'market.leakage',
    'share',
    'Touches after which no next step is set',
    '接触后未安排下一步的占比',
  ),
  lever(
    'retention-focus',
    'rep',
    'log',
    1.5,
    1,
    'multiple',
    'Priority of service commitments over selling',
    '服务承诺相对销售的优先度',
  ),
  // information
  lever(
    'triage',
    'rep',
    'fisher',
    1.5,
    'people.triage',
    'correlation',
    'Reps’ own feel for a deal’s quality',
    '销售对线索质量的判断',
  ),
  lever(
    'model-score',
    'rep',
    'level',
    1,
    0,
    'share',
    'Reliance on a scoring model that learns from closed deals',
    '对评分模型的依赖度',
  ),
  lever('records', 'rep', 'odds', 4, 'people.records', 'share', 'Completeness of records', '记录完整度'),
  lever(
    'tier-accuracy',
    'company',
    'fisher',
    1.5,
    'customers.tier-accuracy',
    'correlation',
    'Accuracy of customer tiers',
    '客户分级准确度',
  ),
  // response and waiting
  lever(
    'response-delay',
    'rep',
    'log',
    6,
    'market.response-hours',
    'hours',
    'Time before a lead reaches a rep',
    '线索到达销售的时间',
  ),
  lever(
    'internal-wait',
    'rep',
    'log',
    3,
    1,
    'multiple',
    'Our own share of waiting between touches',
    '我方造成的等待',
  ),
  lever(
    'rework',
    'rep',
    'log',
    3,
    'market.rework',
    'share',
    'Touches wasted on our own errors',
    '因我方差错浪费的接触',
  ),
  lever(
    'handoff-loss',
    'rep',
    'level',
    0.3,
    0,
    'share',
    'Deals dropped at a hand-off between roles',
    '角色交接时丢失的商机占比',
  ),
  // what a touch takes
  lever(
    'touch-hours',
    'stage',
    'log',
    2,
    1,
    'multiple',
    'Hours a touch in a stage takes',
    '阶段内单次接触所需工时',
  ),
  lever(
    'partner-work',
    'channel',
    'level',
    0.95,
    0,
    'share',
    'Share of the work on a channel’s deals that partners do',
    '渠道商机由伙伴承担的工作占比',
  ),
  // what a touch is worth
  lever('touch-quality', 'rep', 'level', 1, 0, 'log skill', 'Personal quality of a touch', '单次接触的质量'),
  lever('stage-skill', 'stage', 'level', 1, 0, 'log skill', 'Specialist skill in a stage', '阶段专业技能'),
  lever(
    'helpers',
    'rep',
    'level',
    1,
    0,
    'share',
    'Colleagues brought into complex deals',
    '复杂商机引入协作者',
  ),
  lever(
    'specialist-access',
    'company',
    'level',
    1,
    0,
    'share',
    'How much more help is worth because specialists of other departments and the top join in',
    '因其他部门专家和高层参与而提升的协作效果',
  ),
  lever(
    'relationship',
    'rep',
    'log',
    1.5,
    1,
    'multiple',
    'Speed at which relationships are built',
    '建立关系的速度',
  ),
  lever(
    'promise-accuracy',
    'rep',
    'level',
    15,
    0,
    'points',
    'How well delivery matches the promise',
    '交付与承诺的吻合度',
  ),
  // playbook
  lever(
    'playbook-rate',
    'rep',
    'log',
    3,
    'people.playbook-rate',
    'revisions a year',
    'How often a team revises its playbook',
    '打法更新频率',
  ),
  lever(
    'playbook-floor',
    'rep',
    'level',
    0.9,
    0,
    'share',
    'How far below-standard skill is lifted to the playbook',
    '低于标准的技能被打法拉齐的程度',
  ),
  lever(
    'playbook-evidence',
    'company',
    'log',
    2,
    1,
    'multiple',
    'Evidence weighed before a playbook changes',
    '更新打法所依据的证据量',
  ),
  // learning
  lever('learning', 'rep', 'log', 1.5, 1, 'multiple', 'Speed of learning while ramping', '成长期学习速度'),
  lever('forgetting', 'rep', 'log', 2, 'people.forgetting', 'per year', 'Fading of skill', '技能遗忘速度'),
  lever('coaching', 'rep', 'log', 1.5, 1, 'multiple', 'Coaching hours per rep', '人均辅导时间'),
  lever(
    'peer-learning',
    'rep',
    'level',
    1,
    0,
    'per year',
    'Rate at which reps learn from better colleagues',
    '向优秀同事学习的速率',
  ),
  // goals and motivation
  lever(
    'goal-salience',
    'rep',
    'level',
    1,
    0,
    'drive',
    'Drive from a goal within reach',
    '可达成目标带来的动力',
  ),
  lever(
    'monitoring',
    'rep',
    'level',
    1,
    0,
    'drive',
    'Effort floor from being observed',
    '被观察带来的努力下限',
  ),
  lever(
    'quota-error',
    'company',
    'log',
    2,
    'people.quota-error',
    'share',
    'Error of individual quotas',
    '个人目标误差',
  ),
  lever(
    'strain',
    'rep',
    'level',
    1.5,
    0,
    'log hazard',
    'Loss of autonomy, load and pressure felt',
    '自主性损失与压力',
  ),
  // leads
  lever(
    'lead-supply',
    'channel',
    'level',
    3,
    0,
    'share of market leads',
    'Further leads through a channel, as a share of the market’s own',
    '渠道新增线索，占原有市场线索的比例',
  ),
  lever('lead-rate', 'channel', 'log', 3, 1, 'multiple', 'Leads of a channel', '渠道线索量'),
  lever('lead-quality', 'channel', 'level', 2, 0, 'log-odds', 'Quality of a channel’s leads', '渠道线索质量'),
  lever(
    'lead-warmth',
    'channel',
    'log',
    2,
    1,
    'multiple',
    'How long a channel’s leads stay warm',
    '渠道线索保温时间',
  ),
  lever('lead-cost', 'channel', 'log', 2, 1, 'multiple', 'Cost per lead of a channel', '渠道线索成本'),
  lever(
    'partner-share',
    'channel',
    'level',
    0.6,
    0,
    'share',
    'Share of a deal’s value paid to partners',
    '支付给伙伴的分成',
  ),
  lever(
    'prospecting',
    'rep',
    'log',
    2,
    'people.prospecting-yield',
    'leads an hour',
    'Leads dug up per spare hour',
    '每空闲小时自拓线索',
  ),
  // customers
  lever(
    'service-quality',
    'rep',
    'level',
    20,
    0,
    'points',
    'Quality of service beyond its hours',
    '服务质量',
  ),
  lever(
    'retention-program',
    'company',
    'level',
    1,
    0,
    'share',
    'At-risk customers contacted before they leave',
    '流失预警客户的主动挽留',
  ),
  lever(
    'expansion-focus',
    'rep',
    'log',
    1.5,
    1,
    'multiple',
    'Expansion occasions that are noticed',
    '被发现的扩展机会',
  ),
  lever(
    'referral-program',
    'company',
    'log',
    2,
    'customers.referral-rate',
    'per year',
    'Referrals asked for',
    '主动索取转介绍',
  ),
  // price
  lever(
    'discount-authority',
    'rep',
    'level',
    0.3,
    'market.discount-authority',
    'share',
    'Largest discount a rep may give',
    '销售折扣权限',
  ),
  lever('price-pressure', 'rep', 'level', 0.3, 'market.list-discount', 'share', 'Usual discount', '常规折扣'),
  // people
  lever(
    'time-to-fill',
    'company',
    'log',
    2,
    'people.time-to-fill',
    'workdays',
    'Time a seat stays empty',
    '岗位空缺时间',
  ),
  lever('hiring-quality', 'company', 'level', 1, 0, 'log ability', 'Ability of new hires', '新人能力'),
  lever('data-literacy', 'rep', 'odds', 3, 'people.data-literacy', 'share', 'Data literacy', '数据素养'),
];

/** Position of each lever in LEVERS. */
export const LEVER_INDEX: ReadonlyMap<string, number> = new Map(LEVERS.map((one, i) => [one.id, i]));

/** Rules of which exactly one holds at a time; two practices choosing differently is an error in the study. */
export const POLICIES = {
  /** Who gets a lead: anyone on the team by lot; by skill in the first stages; the best reps first for the best-scored. */
  routing: ['round-robin', 'specialism', 'score'],
} as const;

export type PolicyName = keyof typeof POLICIES;

/** Position of a lever known by name; a misspelt name is a programming error. */
export function leverAt(id: string): number {
  const at = LEVER_INDEX.get(id);
  if (at === undefined) throw new Error(`no lever named ${id}`);
  return at;
}
