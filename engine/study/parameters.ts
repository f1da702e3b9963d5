import type { Evidence, Localised, Quantity } from '../kernel/quantity.ts';

/** What a parameter is measured in; the study file must state money, durations and percentages with their unit. */
export type ParameterUnit =
  | 'share'
  | 'count'
  | 'ratio'
  | 'money'
  | 'workdays'
  | 'months'
  | 'hours'
  | 'per-year'
  | 'per-month'
  | 'points'
  | 'log-odds';

/** One scalar of the world: `section.key` in a study file, its meaning, legal range and default. */
export interface Parameter {
  readonly id: string;
  readonly unit: ParameterUnit;
  readonly min: number;
  readonly max: number;
  readonly fallback: Quantity;
  readonly name: Localised;
  readonly meaning: Localised;
  readonly evidence: Evidence;
}

const A = (source: string): Evidence => ({ grade: 'assumed', source });
const V = (source: string): Evidence => ({ grade: 'vendor', source });

const p = (
  id: string,
  unit: ParameterUnit,
  [min, max]: readonly [number, number],
  fallback: Quantity,
  name: readonly [string, string],
  meaning: readonly [string, string],
  evidence: Evidence = A('design assumption'),
): Parameter => ({
  id,
  unit,
  min,
  max,
  fallback,
  name: { en: name[0], zh: name[1] },
  meaning: { en: meaning[0], zh: meaning[1] },
  evidence,
});

/** Every scalar parameter, in the order a form shows them. Presets and studies override the fallback. */
export const PARAMETERS: readonly Parameter[] = [
  // market
  p(
    'market.leads-per-rep-month',
    'per-month',
    [0, 2000],
    20,
    ['Leads per rep-month', '每人每月线索数'],
    [
      'Market leads arriving a month per seat of the baseline’s sales force',
      '按基线席位折算的每月市场线索数',
    ],
  ),
  p(
    'market.deal-value',
    'money',
    [1, 1e10],
    40_000,
    ['Median deal value', '单价中位数'],
    [
      'Median list value of a new customer’s first deal (yearly value where it recurs)',
      '新客户首单标价中位数（经常性业务为年值）',
    ],
  ),
  p(
    'market.deal-spread',
    'ratio',
    [0, 2.5],
    0.7,
    ['Deal value spread', '单价离散度'],
    ['Standard deviation of the log of deal value', '单价对数的标准差'],
  ),
  p(
    'market.gross-margin',
    'share',
    [0, 1],
    0.5,
    ['Gross margin', '毛利率'],
    ['Margin on revenue before selling cost', '扣除销售成本前的毛利率'],
  ),
  p(
    'market.quality-spread',
    'log-odds',
    [0, 3],
    1.2,
    ['Lead quality spread', '线索质量离散度'],
    [
      'Standard deviation of a deal’s win log-odds that nobody sees for certain',
      '线索真实赢率对数几率的标准差',
    ],
    { grade: 'computed', source: 'reproduces the lift table of ranked leads; σ_z ≈ 1.2' },
  ),
  p(
    'market.complexity',
    'share',
    [0, 1],
    0.3,
    ['Deal complexity', '交易复杂度'],
    [
      'How much a deal needs several people: 0 a simple sale, 1 a buying committee and custom work',
      '交易需要多人协作的程度',
    ],
  ),
  p(
    'market.demand-volatility',
    'share',
    [0, 1],
    0.05,
    ['Demand volatility', '需求波动'],
    [
      'Standard deviation of monthly demand around its mean, month-to-month correlation 0.8',
      '月度需求标准差（自相关 0.8）',
    ],
  ),
  p(
    'market.competitor-volatility',
    'log-odds',
    [0, 2],
    0.1,
    ['Competitor volatility', '竞争波动'],
    [
      'Standard deviation of competitors’ pressure on win log-odds, month-to-month correlation 0.8',
      '竞争压力对赢单对数几率的标准差',
    ],
  ),
  p(
    'market.shift-rate',
    'per-year',
    [0, 24],
    1,
    ['Market shifts a year', '市场转折次数/年'],
    ['How often the best way of selling jumps', '最佳打法发生跳变的频率'],
  ),
  p(
    'market.shift-depth',
    'share',
    [0, 0.95],
    0.25,
    ['Depth of a shift', '转折幅度'],
    [
      'Share of wins lost while the playbook has not caught up with a shift',
      '打法未跟上转折时损失的成交占比',
    ],
  ),
  p(
    'market.controllable-wait',
    'share',
    [0, 1],
    0.4,
    ['Controllable share of waiting', '可控等待占比'],
    [
      'Share of the days between touches that is our own queue, hand-off and rework',
      '两次接触之间由我方造成的等待占比',
    ],
  ),
  p(
    'market.rework',
    'share',
    [0, 0.9],
    0.1,
    ['Rework', '返工率'],
    [
      'Share of touches after the first stage wasted on our own errors and missing input',
      '首阶段之后因我方差错而浪费的接触占比',
    ],
  ),
  p(
    'market.response-hours',
    'hours',
    [0, 2000],
    42,
    ['Response time', '首次响应时间'],
    ['Mean clock hours before a new lead reaches a rep’s desk', '新线索到达销售手中的平均小时数'],
    V('audit of 2,241 firms: mean 42 h'),
  ),
  p(
    'market.freshness',
    'ratio',
    [0, 2],
    0.2,
    ['Value of a fast response', '响应速度弹性'],
    ['Exponent k of contact odds in (1 + delay/τ)^−k', '接触几率随延迟衰减的指数 k'],
    { grade: 'correlation', source: 'lead-response studies, shrunk for selection: k .1/.2/.3' },
  ),
  p(
    'market.freshness-hours',
    'hours',
    [0.01, 2000],
    0.33,
    ['Freshness scale', '新鲜度时标'],
    ['Delay τ after which a lead’s freshness begins to fall', '线索新鲜度开始下降的时标 τ'],
  ),
  p(
    'market.leakage',
    'share',
    [0, 0.9],
    0.03,
    ['Leakage', '漏跟进率'],
    [
      'Share of touches after which nobody sets a next step, so that the deal goes cold',
      '接触后无人安排下一步而变冷的占比',
    ],
  ),
  p(
    'market.patience',
    'workdays',
    [1, 2000],
    25,
    ['Buyer patience', '买方耐心'],
    [
      'Median workdays an opportunity waits for our next touch before it goes cold',
      '商机等待我方跟进而不变冷的中位工作日',
    ],
  ),
  p(
    'market.list-discount',
    'share',
    [0, 0.6],
    0.05,
    ['Usual discount', '常规折扣'],
    ['Mean discount on a deal when nobody is under pressure', '无压力时的平均折扣'],
  ),
  p(
    'market.discount-authority',
    'share',
    [0, 0.6],
    0.1,
    ['Discount authority', '折扣权限'],
    ['Largest further discount a rep may give to pull a deal in', '销售为提前成交可再让的最大折扣'],
  ),
  p(
    'market.discount-slope',
    'ratio',
    [0, 30],
    8,
    ['Price response', '价格反应'],
    ['Rise of a closing touch’s log-odds per unit of discount', '每单位折扣对成交对数几率的提升'],
  ),
  p(
    'market.collection',
    'workdays',
    [0, 1000],
    30,
    ['Collection period', '回款天数'],
    ['Mean workdays from invoice to cash', '开票到回款的平均工作日'],
  ),
  p(
    'market.follow-up',
    'share',
    [0, 1],
    0.8,
    ['Leads accepted', '线索接收率'],
    [
      'Share of market leads that a rep without an idle hour takes up, the best-looking ones; with hours to spare more',
      '没有空闲时销售会跟进的市场线索占比（挑看起来最好的）；有空闲时会多接',
    ],
    V('40–85 % of marketing leads are never worked; part of it for lack of hours'),
  ),
  p(
    'market.territory-spread',
    'ratio',
    [0, 2],
    0.93,
    ['Territory spread', '区域潜力离散度'],
    [
      'Standard deviation of the log of what seats’ territories could yield: a quarter of it in the number of leads and customers, the rest in their size',
      '各席位所辖区域潜力对数的标准差：四分之一在线索与客户数量，其余在单值',
    ],
    {
      grade: 'computed',
      source:
        'what ability (σ .5) and luck (σ .3) leave of output σ .9–1.1 (top fifth 52–60 % of sales), of which a territory’s potential brings about .9',
    },
  ),
  // customers
  p(
    'customers.base-per-rep',
    'count',
    [0, 5000],
    40,
    ['Customers per rep', '人均客户数'],
    ['Active customers per seat when the warm-up begins', '预热开始时人均在册客户数'],
  ),
  p(
    'customers.upfront',
    'share',
    [0, 1],
    1,
    ['Upfront share', '一次性占比'],
    [
      'Share of the first deal’s value recognised at signing; 0 for pure subscriptions',
      '首单金额中签约即确认的占比，纯订阅为 0',
    ],
  ),
  p(
    'customers.recurring',
    'share',
    [0, 5],
    0,
    ['Recurring share', '经常性占比'],
    [
      'Yearly recurring value of an account as a share of its first deal’s value; 0 where nothing recurs',
      '客户年经常性金额占首单的比例',
    ],
  ),
  p(
    'customers.renewal',
    'workdays',
    [5, 2520],
    252,
    ['Contract term', '合同期'],
    ['Workdays between renewals of a recurring account', '经常性客户两次续约之间的工作日'],
  ),
  p(
    'customers.churn-alpha',
    'ratio',
    [0.01, 100],
    0.6,
    ['Churn mix α', '流失混合 α'],
    [
      'First shape of the Beta mix of customers’ drop-out chance at each renewal or purchase',
      '每次续约或购买后流失概率 Beta 分布的第一参数',
    ],
  ),
  p(
    'customers.churn-beta',
    'ratio',
    [0.01, 1000],
    4.5,
    ['Churn mix β', '流失混合 β'],
    ['Second shape of that mix', '该分布的第二参数'],
  ),
  p(
    'customers.purchase-rate',
    'per-year',
    [0, 300],
    0,
    ['Purchases a year', '年购买次数'],
    [
      'Mean repeat purchases of an active customer a year, apart from renewals',
      '在册客户年均重复购买次数（不含续约）',
    ],
  ),
  p(
    'customers.purchase-shape',
    'ratio',
    [0.05, 100],
    1,
    ['Purchase mix', '购买混合'],
    ['Gamma shape of purchase rates across customers; small is unequal', '客户购买率 Gamma 分布的形状参数'],
  ),
  p(
    'customers.repeat-value',
    'ratio',
    [0, 10],
    1,
    ['Repeat order value', '复购单值'],
    ['A repeat order’s value relative to the first deal', '复购订单相对首单的金额'],
  ),
  p(
    'customers.repeat-hours',
    'hours',
    [0, 40],
    1,
    ['Hours per repeat order', '复购单耗时'],
    [
      'Rep hours a repeat order takes; 0 when customers order by themselves',
      '复购订单所需工时，0 为客户自助下单',
    ],
  ),
  p(
    'customers.repeat-conversion',
    'share',
    [0, 1],
    0.7,
    ['Repeat conversion', '复购成交率'],
    ['Share of repeat occasions won when visited', '复购机会经拜访后的成交占比'],
  ),
  p(
    'customers.expansion-rate',
    'per-year',
    [0, 20],
    0.2,
    ['Expansion occasions a year', '年扩展机会'],
    ['Occasions a year on which a satisfied customer would buy more', '满意客户每年愿意加购的机会数'],
  ),
  p(
    'customers.expansion-size',
    'share',
    [0, 5],
    0.3,
    ['Expansion size', '扩展幅度'],
    ['Value of an expansion relative to the account’s value', '加购金额相对客户价值的比例'],
  ),
  p(
    'customers.referral-rate',
    'per-year',
    [0, 20],
    0.05,
    ['Referrals a year', '年转介绍'],
    ['Leads a year that a very satisfied customer sends', '非常满意的客户每年转介绍线索数'],
    { grade: 'assumed', source: 'word of mouth .02–.2 per customer-year' },
  ),
  p(
    'customers.service-hours',
    'hours',
    [0, 40],
    0.5,
    ['Service hours', '服务工时'],
    ['Rep hours a month an average customer should get', '平均客户每月应得的服务工时'],
  ),
  p(
    'customers.potential-spread',
    'ratio',
    [0, 2.5],
    0.8,
    ['Potential spread', '潜力离散度'],
    ['Standard deviation of the log of customers’ true potential', '客户真实潜力对数的标准差'],
  ),
  p(
    'customers.tier-accuracy',
    'share',
    [0, 1],
    0.5,
    ['Tier accuracy', '分级准确度'],
    ['Correlation between visible tier score and true potential', '可见分级得分与真实潜力的相关系数'],
  ),
  p(
    'customers.satisfaction',
    'points',
    [0, 100],
    70,
    ['Usual satisfaction', '常态满意度'],
    ['Mean satisfaction when service is as it should be', '服务到位时的平均满意度'],
  ),
  p(
    'customers.satisfaction-spread',
    'points',
    [0, 40],
    14,
    ['Satisfaction spread', '满意度离散度'],
    [
      'Standard deviation of what different customers feel, lastingly, under the same service',
      '同样服务下不同客户长期感受差异的标准差',
    ],
    A(
      'customer satisfaction scores commonly differ by 10–25 points between customers of one firm; 14 of 0–25',
    ),
  ),
  p(
    'customers.churn-slope',
    'log-odds',
    [0, 1],
    0.2,
    ['Churn response', '流失敏感度'],
    [
      'Fall of churn log-odds per 10 points of satisfaction outside the flat zone 50–75',
      '满意度每升 10 分流失对数几率的下降（50–75 分平缓区外）',
    ],
    {
      grade: 'correlation',
      source:
        'retention meta-analysis, shrunk by half: .07/.12/.2; the upper end, at which customers in the best and the worst tenth of satisfaction differ by .4–.6 in log-odds of staying, .5–1.3 being published',
    },
  ),
  // people
  p(
    'people.hours-per-day',
    'hours',
    [0, 16],
    8,
    ['Hours a day', '日工时'],
    ['Contracted hours a workday', '合同日工时'],
  ),
  p(
    'people.admin',
    'share',
    [0, 0.9],
    0.2,
    ['Admin share', '行政占比'],
    ['Share of the day spent on records, reports and approvals', '记录、报表、审批占用时间'],
    V('16–31 % in time studies'),
  ),
  p(
    'people.travel',
    'share',
    [0, 0.9],
    0.12,
    ['Travel share', '差旅占比'],
    ['Share of the day spent travelling', '差旅占用时间'],
  ),
  p(
    'people.internal',
    'share',
    [0, 0.9],
    0.18,
    ['Internal share', '内部事务占比'],
    ['Share of the day spent on internal meetings and other work', '内部会议与其他事务占用时间'],
  ),
  p(
    'people.prospecting-yield',
    'ratio',
    [0, 20],
    0.1,
    ['Prospecting yield', '自拓产出'],
    ['Leads an average rep digs up per spare hour', '平均销售每空闲小时自拓线索数'],
  ),
  p(
    'people.ability-spread',
    'ratio',
    [0, 1.5],
    0.5,
    ['Ability spread', '能力离散度'],
    ['Standard deviation of the log of reps’ ability', '销售能力对数的标准差'],
    { grade: 'computed', source: 'top-fifth share of .52–.62 implies .4–.6 beside luck and territory' },
  ),
  p(
    'people.skill-effect',
    'ratio',
    [0, 3],
    1,
    ['Effect of skill', '技能效应'],
    ['Elasticity of the chance to win a deal with respect to skill', '赢单概率对技能的弹性'],
    {
      grade: 'computed',
      source: 'skill is stated in output: a rep 10 % more able wins 10 % more of the same deals',
    },
  ),
  p(
    'people.ramp',
    'months',
    [0.1, 60],
    5,
    ['Ramp', '成长期'],
    ['Months from hire to 80 % of own full skill', '从入职到自身技能上限 80% 的月数'],
  ),
  p(
    'people.start-skill',
    'share',
    [0.05, 1],
    0.35,
    ['Skill on day one', '入职技能'],
    ['Share of own full skill on the first day', '入职首日技能占上限的比例'],
  ),
  p(
    'people.forgetting',
    'per-year',
    [0, 5],
    0.15,
    ['Forgetting', '遗忘率'],
    ['Rate a year at which skill above the routine level fades without coaching', '无辅导时技能衰减的年速率'],
  ),
  p(
    'people.turnover',
    'per-year',
    [0, 5],
    0.27,
    ['Turnover', '流失率'],
    ['Exits a year per rep under usual pay and load', '常态薪酬与负荷下人均年离职次数'],
    V('26–36 % a year'),
  ),
  p(
    'people.time-to-fill',
    'workdays',
    [0, 500],
    45,
    ['Time to fill', '招聘周期'],
    ['Mean workdays a seat stays empty', '岗位空缺的平均工作日'],
  ),
  p(
    'people.replacement-cost',
    'money',
    [0, 1e8],
    20_000,
    ['Replacement cost', '替换成本'],
    ['Hiring and onboarding cost per exit', '每次离职的招聘与入职成本'],
  ),
  p(
    'people.effort-elasticity',
    'ratio',
    [0, 2],
    0.3,
    ['Effort elasticity', '努力弹性'],
    ['Elasticity γ of effort to its reward', '努力对回报的弹性 γ'],
    { grade: 'assumed', source: 'piece-rate literature .2–.5' },
  ),
  p(
    'people.intrinsic',
    'share',
    [0, 1],
    0.5,
    ['Intrinsic motivation', '内在动机'],
    [
      'Share of the drive to work that does not come from variable pay, at usual pay',
      '常态下不来自浮动薪酬的工作动力占比',
    ],
  ),
  p(
    'people.multitask',
    'ratio',
    [0, 4],
    1,
    ['Multitask response', '任务取舍弹性'],
    [
      'Elasticity of hours for service to its reward relative to that of selling; 0: rewards move no hours from service',
      '服务工时对“服务回报÷销售回报”的弹性；0 表示回报不影响服务工时',
    ],
    A('multitask theory: time follows (reward)^(1/ε), ε .5–1, so 1–2'),
  ),
  p(
    'people.present-bias',
    'share',
    [0.5, 1],
    0.8,
    ['Present bias', '即时偏好'],
    [
      'What a reward beyond about a month is felt as beside one at once, on average over reps, who range from as far below 1 again to unbiased; 1: nobody is biased',
      '约一个月以后的回报相对即时回报的感受权重，为销售人员均值；个体从偏差加倍到无偏差不等；1 表示无人有偏差',
    ],
    A('quasi-hyperbolic discounting, β .6/.8/1'),
  ),
  p(
    'people.patience-month',
    'share',
    [0.9, 1],
    0.98,
    ['Patience a month', '每月耐心'],
    [
      'What a reward a month later is worth beside one now, apart from present bias',
      '除即时偏好外，晚一个月的回报相对现在的价值',
    ],
    A('monthly discount factor .96–.995'),
  ),
  p(
    'people.foresight',
    'share',
    [0, 1],
    0.5,
    ['Share of planners', '有远虑者占比'],
    [
      'Share of reps who look past the running period: at next year’s quota under a ratchet, and at holding deals over',
      '会看到本考核期之后的销售人员占比：顾及棘轮下的来年目标，并会把订单留到下期',
    ],
    A('.3–.8'),
  ),
  p(
    'people.loss-weight',
    'ratio',
    [0, 2],
    0,
    ['Loss weight', '损失权重'],
    [
      'How much more pay counts while one may fall short of quota; field experiments find about nothing',
      '可能达不到目标时，报酬额外受重视的程度；实地实验几乎未见此效应',
    ],
    {
      grade: 'experiment',
      source: 'meta-analysis of loss-framed incentives: .02 standard deviations in the field',
    },
  ),
  p(
    'people.triage',
    'share',
    [0, 1],
    0.4,
    ['Human triage', '人工判断准确度'],
    ['Correlation between reps’ feel for a deal and its true quality', '销售直觉与线索真实质量的相关系数'],
    { grade: 'vendor', source: 'AUC .55/.62/.68 of human triage' },
  ),
  p(
    'people.value-focus',
    'share',
    [0, 1],
    0.5,
    ['Value focus', '价值聚焦'],
    [
      'How far attention follows perceived value per hour: 0 first come first served, 1 wholly',
      '注意力随单位工时价值分配的程度',
    ],
  ),
  p(
    'people.data-literacy',
    'share',
    [0, 1],
    0.5,
    ['Data literacy', '数据素养'],
    ['Mean literacy of reps; new tools are adopted faster where it is high', '销售的平均数据素养'],
  ),
  p(
    'people.playbook-rate',
    'per-year',
    [0, 50],
    2,
    ['Playbook revisions', '打法更新次数'],
    [
      'Times a year a team revises how it sells without any formal practice',
      '无正式机制时团队每年更新打法的次数',
    ],
  ),
  p(
    'people.records',
    'share',
    [0.02, 1],
    0.4,
    ['Record completeness', '记录完整度'],
    ['Share of activity that is on record', '有记录的销售活动占比'],
  ),
  p(
    'people.quota-error',
    'share',
    [0, 1],
    0.3,
    ['Quota error', '目标误差'],
    [
      'Coefficient of variation of a rep’s quota around territory potential',
      '个人目标相对区域潜力的变异系数',
    ],
    { grade: 'assumed', source: '.15/.3/.5' },
  ),
  p(
    'people.span',
    'count',
    [1, 60],
    8,
    ['Span of control', '管理幅度'],
    ['Reps per manager', '每位管理者带的销售数'],
    V('mean 8.5, range 2–38'),
  ),
  p(
    'people.coaching',
    'share',
    [0, 1],
    0.16,
    ['Coaching share', '辅导时间占比'],
    ['Share of a manager’s time spent coaching', '管理者用于辅导的时间占比'],
    V('16 %, best practice 28 %'),
  ),
  p(
    'people.manager-hour-cost',
    'money',
    [0, 10_000],
    200,
    ['Manager hour', '管理者时薪'],
    ['Cost of a manager’s hour', '管理者每小时成本'],
  ),
  p(
    'people.on-costs',
    'share',
    [0, 1],
    0.2,
    ['On-costs', '附加人工成本'],
    ['Social insurance and similar cost on top of pay', '社保等附加在薪酬之上的比例'],
  ),
];

/** Parameters by id. */
export const PARAMETER: ReadonlyMap<string, Parameter> = new Map(PARAMETERS.map((one) => [one.id, one]));
