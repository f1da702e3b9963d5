import { CHANGE, prior, type Scheme } from '../contract.ts';
import { FREE } from '../costs.ts';
import { atLeast } from '../fits.ts';

const PANEL = {
  grade: 'correlation',
  source:
    'Homburg, Droll & Totzek 2008, 310 firms; territory studies: allocation is 71 % of +4.5 % contribution',
} as const;
const ASSUMED = { grade: 'assumed', source: 'design assumption around the same studies' } as const;

/** Plan type 3: customers are sorted by value, and time and service follow. */
export const customerTiering: Scheme = {
  id: 'customer-tiering',
  kind: 'plan-type',
  number: 3,
  name: { en: 'Customer tiering', zh: '客户分级' },
  summary: {
    en: 'Customers are sorted into A, B and C by estimated potential; attention and service follow the tier. It gains where customers differ and time is short, and loses the C customers it neglects.',
    zh: '按估计的价值与潜力把客户分成 A、B、C，时间与服务向高等级倾斜。客户差异大、人手紧时有利；被忽略的 C 类会流失。',
  },
  options: {
    focus: {
      default: 1,
      min: 0,
      max: 2,
      unit: 'multiple',
      name: { en: 'How strongly time follows the tier', zh: '时间向高等级倾斜的强度' },
    },
  },
  shifts: (o) => {
    const scale = (low: number, mode: number, high: number) =>
      prior(low * o.focus!, mode * o.focus!, high * o.focus!);
    return [
      { lever: 'tier-attention', at: 0, by: scale(0.2, 0.45, 0.8), evidence: PANEL },
      { lever: 'tier-attention', at: 2, by: scale(-0.7, -0.35, -0.15), evidence: PANEL },
      { lever: 'tier-service', at: 0, by: scale(0.15, 0.35, 0.6), evidence: PANEL },
      { lever: 'tier-service', at: 2, by: scale(-0.9, -0.5, -0.2), evidence: PANEL },
      { lever: 'tier-accuracy', by: prior(0.05, 0.15, 0.3), evidence: ASSUMED },
      {
        lever: 'overhead-hours',
        by: prior(0.2, 0.3, 0.4),
        evidence: {
          grade: 'assumed',
          source:
            'sorting customers anew each quarter takes .5–1 % of the week; the effects are stated without it',
        },
      },
    ];
  },
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(2_000, 6_000, 12_000),
    setupPerRep: prior(100, 200, 400),
    monthly: prior(0, 200, 800),
    perRepMonth: prior(0, 15, 60),
    managerHours: prior(1, 2, 4),
    managerHoursPerRep: prior(0.05, 0.1, 0.2),
  }),
  adoption: {
    monthsToHalf: prior(1, 2, 4),
    literacy: 0.3,
    failure: prior(0.05, 0.12, 0.25),
    change: CHANGE.small,
  },
  known: {
    en: 'A survey of 310 firms and studies of territories agree: top customers gain and little is lost below. How much hangs on how well tiers are told.',
    zh: '310 家企业的调查与区域研究结论一致：头部客户受益，底部损失不大。收益多少取决于分级准不准。',
  },
  limits: [
    {
      en: 'Good criteria are hard to find; a wrong tier sends time to the wrong account.',
      zh: '分级标准难定，分错则时间投错。',
    },
    { en: 'Low-value customers are neglected and leave.', zh: '低价值客户被忽略而流失。' },
  ],
  suits: {
    en: 'Many customers of very different value, long relationships, scarce time.',
    zh: '客户多、价值差异大、关系长、人手紧。',
  },
  fits: [
    atLeast(
      'customers-per-rep',
      30,
      'More customers than a rep can look after alike.',
      '客户多，无法一视同仁。',
    ),
    atLeast('spread', 0.6, 'Customers differ much in value.', '客户价值差异大。'),
    atLeast('load', 0.9, 'Time is scarce, so it matters where it goes.', '工时紧，投向哪里很重要。'),
  ],
  complements: ['data-driven', 'key-account', 'automation', 'telephone', 'customer-lifecycle'],
  conflicts: ['region-industry'],
};
