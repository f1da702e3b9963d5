/**
 * Mechanisms that can be switched off one at a time, and how: by numbers that a study can state, or by constants of the
 * model, replaced while the script is bundled.
 */

export interface Mechanism {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  /** Numbers of the study at which the mechanism does nothing. */
  readonly scalars?: Readonly<Record<string, number>>;
  /** The same of `engine/model/constants.ts`. */
  readonly constants?: Readonly<Record<string, number>>;
}

export const MECHANISMS: readonly Mechanism[] = [
  {
    id: 'effort',
    en: 'effort answers to pay',
    zh: '努力随薪酬变化',
    scalars: { 'people.effort-elasticity': 0 },
  },
  {
    id: 'care',
    en: 'part of effort is care, which wins deals',
    zh: '努力的一部分是用心，能提高赢单率',
    scalars: { 'people.effort-time': 1 },
  },
  { id: 'fatigue', en: 'a push tires', zh: '冲刺使人疲劳', scalars: { 'people.fatigue': 0 } },
  {
    id: 'fairness',
    en: 'underpaid people give less',
    zh: '薪酬不公则少出力',
    scalars: { 'people.fairness': 0 },
  },
  {
    id: 'risk',
    en: 'lumps, swings and riches are felt as less',
    zh: '一次性、波动与高薪的钱感受较低',
    scalars: { 'people.risk-aversion': 0 },
  },
  {
    id: 'patience',
    en: 'later pay counts less',
    zh: '迟来的薪酬打折扣',
    scalars: { 'people.present-bias': 1, 'people.patience-month': 1 },
  },
  {
    id: 'multitask',
    en: 'paid work takes hours from unpaid service',
    zh: '有酬工作挤占无酬服务',
    scalars: { 'people.multitask': 0 },
  },
  {
    id: 'box-ticking',
    en: 'touches paid for are done worse',
    zh: '按次计酬的接触质量下降',
    scalars: { 'people.box-ticking': 0 },
  },
  {
    id: 'quits',
    en: 'people leave and apply by pay',
    zh: '去留与应聘随薪酬变化',
    scalars: { 'people.quit-elasticity': 0, 'people.applicant-elasticity': 0, 'people.living-share': 0 },
  },
  {
    id: 'peers',
    en: 'colleagues pull one another',
    zh: '同事相互带动',
    constants: { PEER_INDIVIDUAL: 0, PEER_TEAM: 0 },
  },
  {
    id: 'rivalry',
    en: 'rivals do not help one another',
    zh: '相互竞争者不互助',
    scalars: { 'people.rivalry': 0 },
  },
  { id: 'advice', en: 'advice teaches', zh: '经验分享传授技能', scalars: { 'people.advice-pace': 0 } },
  {
    id: 'learning',
    en: 'newcomers ramp up',
    zh: '新人逐步成长',
    scalars: { 'people.start-skill': 0.79, 'people.forgetting': 0 },
  },
  {
    id: 'change',
    en: 'taking up a practice costs time',
    zh: '推行做法占用时间',
    scalars: { 'people.change-dip': 0 },
  },
  {
    id: 'displaced',
    en: 'new meetings displace old ones',
    zh: '新会议替代旧会议',
    scalars: { 'people.displaced-work': 0 },
  },
  {
    id: 'help',
    en: 'a helper raises the chance to win',
    zh: '同事协助提高赢单率',
    constants: { HELP_LOG_WIN: 0 },
  },
  {
    id: 'freshness',
    en: 'leads spoil within hours',
    zh: '线索数小时内变冷',
    scalars: { 'market.freshness': 0 },
  },
  { id: 'leakage', en: 'deals slip through', zh: '商机无声流失', scalars: { 'market.leakage': 0 } },
  {
    id: 'waiting',
    en: 'part of the waiting is our own',
    zh: '部分等待由自身造成',
    scalars: { 'market.controllable-wait': 0 },
  },
  {
    id: 'triage',
    en: 'sellers choose among leads',
    zh: '销售会挑选线索',
    scalars: { 'people.triage': 0, 'people.value-focus': 0 },
  },
  {
    id: 'scoring',
    en: 'models learn from closed deals',
    zh: '模型从已结商机学习',
    constants: { MODEL_CEILING: 0 },
  },
  {
    id: 'market',
    en: 'the market moves and playbooks age',
    zh: '市场变化，打法过时',
    scalars: { 'market.shift-rate': 0 },
  },
  {
    id: 'playbook-teaching',
    en: 'training teaches the playbook',
    zh: '培训传授打法',
    scalars: { 'people.playbook-teaching': 0 },
  },
  {
    id: 'territories',
    en: 'territories differ',
    zh: '区域潜力不一',
    scalars: { 'market.territory-spread': 0 },
  },
  {
    id: 'satisfaction',
    en: 'satisfaction decides who stays',
    zh: '满意度决定去留',
    scalars: { 'customers.churn-slope': 0 },
  },
  {
    id: 'relationship',
    en: 'customers stay with people they know',
    zh: '客户因关系而留下',
    constants: { RELATIONSHIP_KEEPS: 0, RELATIONSHIP_LOG_ODDS: 0 },
  },
  {
    id: 'waking',
    en: 'contact wakes contented customers',
    zh: '联系会惊动原本安稳的客户',
    scalars: { 'customers.waking': 0 },
  },
  {
    id: 'clean-up',
    en: 'dead deals are cleared at month end',
    zh: '月末清理已丢失商机',
    scalars: { 'people.clean-up': 0 },
  },
  {
    id: 'handover',
    en: 'deals lose time when sellers leave',
    zh: '销售离开使商机延误',
    constants: { HANDOFF_DAYS: 0 },
  },
];
