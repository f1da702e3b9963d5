import { type Advised, type Measured, text } from './claims.ts';

const industry = (
  study: string,
  alternative: string,
  claim: readonly [string, string],
  why: readonly [string, string],
): Advised => ({
  id: 'D12',
  study,
  kind: 'advice',
  alternative,
  text: text(claim[0], claim[1]),
  why: text(why[0], why[1]),
});

/** Advice by industry. */
export const INDUSTRIES: readonly Advised[] = [
  industry(
    'd12-fmcg',
    'channel',
    ['Consumer goods: channels', '快消：渠道'],
    [
      'Partners reach outlets that reps do not, for a share of the value and at the price of some overlap.',
      '伙伴能触达销售覆盖不到的网点，但要分成，且与直销有所重叠。',
    ],
  ),
  industry(
    'd12-b2b',
    'relationship',
    ['Business customers: relations', '企业客户：客户关系'],
    [
      'Contacts with customers take hours from new business and bring what customers who would leave or grow are worth.',
      '维系客户占用开拓新业务的工时，换来的是可能流失或可能增购的客户价值。',
    ],
  ),
  industry(
    'd12-internet',
    'internet',
    ['Internet: automation, data, lifecycle', '互联网：自动化、数据驱动、生命周期'],
    [
      'Automation gives hours back and answers sooner; the other two work on what it leaves, and three changes slow each other down.',
      '自动化释放工时、加快响应；另两种只能作用于余下部分，三项变革又互相拖慢。',
    ],
  ),
  industry(
    'd12-traditional',
    'traditional',
    ['Traditional: structure, goals, channels', '传统企业：结构化、目标导向、渠道'],
    [
      'A standard lifts the weak and newcomers and plugs leaks; complex goods are hard to sell for partners, who take their share.',
      '标准流程托起弱者与新人、减少漏跟；复杂产品伙伴难以销售，还要分成。',
    ],
  ),
];

const execution = (
  study: string,
  alternative: string,
  against: string,
  en: string,
  zh: string,
  why: readonly [string, string],
): Measured => ({
  id: 'D16',
  study,
  kind: 'sign',
  alternative,
  against,
  metric: 'attainment',
  told: 'relative',
  claim: 1,
  text: text(en, zh),
  ...(study === 'd16-execution-projects' ? { note: text('people come and go', '人员流动大') } : {}),
  why: text(why[0], why[1]),
  beside: ['net-contribution'],
});

/** What is said to raise execution, in two industries. */
export const EXECUTION: readonly Measured[] = ['d16-execution', 'd16-execution-projects'].flatMap((study) => [
  execution(
    study,
    'process',
    'results',
    'Execution: manage the process, not the result (attainment)',
    '执行力：过程管理优于结果管理（达成率）',
    [
      'Watching helps those who give less than the norm and plugs leaks; goals help where they are within reach; both take hours.',
      '管控帮助投入不足者并减少漏跟；目标在够得着时有效；两者都占工时。',
    ],
  ),
  execution(
    study,
    'results',
    'seldom',
    'Execution: frequent feedback (goals reviewed weekly rather than monthly)',
    '执行力：及时反馈（目标每周而非每月复盘）',
    [
      'A goal looked at more often pulls harder; each review takes time from everybody.',
      '目标看得越勤拉力越大；每次复盘都占用所有人的时间。',
    ],
  ),
  execution(study, 'contests', 'baseline', 'Execution: contests between teams', '执行力：团队 PK', [
    'A prize within reach spurs; rivals share less of what they know.',
    '够得着的奖励能激励；竞争者之间分享减少。',
  ]),
  execution(
    study,
    'mentoring',
    'baseline',
    'Execution: mentoring (training and coaching)',
    '执行力：传帮带（培训与辅导）',
    [
      'Newcomers learn faster and forget less; days of training and coaching are days not sold.',
      '新人学得快、忘得慢；培训与辅导的日子不能销售。',
    ],
  ),
  execution(
    study,
    'together',
    'baseline',
    'Execution: process, goals, contests and mentoring together',
    '执行力：过程、目标、PK、传帮带并用',
    [
      'Contests pay for results where the process is to be managed, and four changes at once slow each other down.',
      'PK 奖励结果，与过程管理相互牵制；四项变革同时进行会互相拖慢。',
    ],
  ),
]);

/** A size of firm: the studies of six industries, and the mix advised to it. */
export interface Size {
  readonly id: string;
  /** Beginning of the names of its studies. */
  readonly study: string;
  readonly alternative: string;
  readonly text: Advised['text'];
  readonly why: Advised['why'];
}

/** The industries of each size; software has the size's own file. */
export const SIZE_INDUSTRIES = [
  '',
  '-insurance',
  '-real-estate',
  '-fmcg',
  '-medical-devices',
  '-custom-project',
] as const;

/** Advice by size of firm. */
export const SIZES: readonly Size[] = [
  {
    id: 'D09',
    study: 'd09-small',
    alternative: 'small-advice',
    text: text('Up to ten people: goals and tiered commission', '十人以内：目标导向加阶梯提成'),
    why: text(
      'Goals and a ladder cost little to run; a ladder pays less below quota and more above, where luck pays as well as effort.',
      '目标与阶梯运行成本低；阶梯在达标前付得少、达标后付得多，而超额既有努力也有运气。',
    ),
  },
  {
    id: 'D10',
    study: 'd10-mid',
    alternative: 'mid-advice',
    text: text(
      'Tens of people: standard process, territories, CRM, contests, target bonus',
      '几十人：流程标准化、分区、CRM、团队 PK、达标奖',
    ),
    why: text(
      'A standard lifts the weak and newcomers and territories balance the load, while five changes at once slow each other down.',
      '标准流程托起弱者与新人，分区均衡负荷；五项变革同时进行会互相拖慢。',
    ),
  },
  {
    id: 'D11',
    study: 'd11-large',
    alternative: 'large-advice',
    text: text('Large: projects, tiering, cross-department', '大公司：项目制、客户分级、跨部门协同'),
    why: text(
      'Project teams win more of complex deals and take hours from all others; tiering takes service from the small customers; meetings between departments take hours of everybody.',
      '项目组在复杂交易上赢面更大，但占用其他商机的工时；分级减少了小客户的服务；跨部门会议占用所有人的工时。',
    ),
  },
];

const limit = (
  study: string,
  alternative: string,
  metric: string,
  claim: 1 | -1,
  claimed: readonly [string, string],
  note: readonly [string, string],
  why: readonly [string, string],
): Measured => ({
  id: 'D17',
  study,
  kind: 'sign',
  alternative,
  against: 'baseline',
  metric,
  told: 'relative',
  claim,
  text: text(claimed[0], claimed[1]),
  note: text(note[0], note[1]),
  why: text(why[0], why[1]),
  beside: ['net-contribution'],
});

/** The limit that is stated for each plan type, where it should bite. */
export const LIMITS: readonly Measured[] = [
  limit(
    'd17-structured',
    'structured',
    'bookings',
    -1,
    ['Structured: slow to see the market change', '结构化：对市场变化不敏感'],
    [
      'the market jumps four times a year; able people who adapt by themselves',
      '市场每年剧变四次；团队能力强、会自行调整',
    ],
    [
      'A playbook reviewed one and a half times a year keeps people on the old way where they would find the new one themselves.',
      '流程每年只修订一次半，使本可自行找到新打法的人停留在旧打法上。',
    ],
  ),
  limit(
    'd17-agile',
    'agile',
    'bookings',
    -1,
    ['Agile: asks much of the team', '敏捷：对团队能力要求高'],
    ['the market jumps four times a year; newcomers who learn slowly', '市场每年剧变四次；新人多、学得慢'],
    [
      'The unskilled read the wrong lesson from few deals, and retrospectives take their hours.',
      '能力不足者会从少量成交中得出错误结论，复盘还占用工时。',
    ],
  ),
  limit(
    'd17-tiering',
    'tiering',
    'tier-c-churn',
    1,
    ['Tiering: small customers may be neglected', '客户分级：低价值客户可能被忽略'],
    ['satisfaction matters and service takes a fifth of the week', '满意度影响大、服务占五分之一工时'],
    [
      'Hours of service follow the tier, and the lowest tier gets the fewest.',
      '服务工时随等级分配，最低等级得到最少。',
    ],
  ),
  limit(
    'd17-data',
    'data-driven',
    'net-contribution',
    -1,
    ['Data-driven: costly to set up, asks for literacy', '数据驱动：建设成本高、要求数据素养'],
    ['five reps who read figures badly', '五名不善用数据的销售'],
    [
      'Set-up costs hardly shrink with the firm, and a model learns from the deals there are.',
      '建设成本不随公司变小，模型只能从已有成交中学习。',
    ],
  ),
  limit(
    'd17-team',
    'team-based',
    'all-selling-hours',
    -1,
    ['Team-based: communication costs', '团队协作：沟通成本高'],
    ['simple deals', '简单交易'],
    [
      'Coordination takes hours of everyone in a pod, and simple deals need no help.',
      '协调占用小组每个人的工时，而简单交易无需协作。',
    ],
  ),
];
