import { log } from '../kernel/math.ts';
import { byRule, CHANGE, prior, type Scheme, times, toStep } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast, atMost } from './fits.ts';

const CHANNELS = {
  grade: 'correlation',
  source:
    'Sa Vinhas & Anderson 2005: conflict falls with rules of engagement and with paying both; overlap on 5/15/30 % of deals assumed',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'reach ×1.3/1.9/3 at a 20 % margin, in proportion to partners’ effort, which follows the margin',
} as const;
const MARGINS = {
  grade: 'memory',
  source: 'margins of consumer-goods distributors 5–15 %, of software resellers 20–40 %; the firm sets it',
} as const;

/**
 * Scheme 8: partners sell as well. What they bring that we would have had anyway is taken from our own leads, so that
 * partners who reach nobody new bring nothing but their margin’s cost.
 */
export const channelSelling: Scheme = {
  id: 'channel',
  kind: 'scheme',
  number: 8,
  name: { en: 'Channel partners', zh: '渠道管理' },
  summary: {
    en: 'Distributors, agents and resellers sell too, for a share of the price. They reach customers we do not and do most of the work there; where both call on the same customer prices fall, and we see and steer less.',
    zh: '由经销商、代理商共同销售并分享差价。他们触达我们够不到的客户并承担大部分工作；双方撞到同一客户时价格下降，我方的了解和控制也减少。',
  },
  options: {
    margin: {
      default: byRule(
        ({ scalar }) => toStep(Math.min(0.2, scalar('market.gross-margin') / 3), 0.01),
        'a third of the gross margin, at most 20 %',
        '毛利率的三分之一，最多 20%',
      ),
      min: 0,
      max: 0.5,
      unit: 'share',
      name: { en: 'Partners’ share of a deal’s value', zh: '伙伴分成比例' },
    },
    overlap: {
      default: 0.15,
      min: 0,
      max: 1,
      unit: 'share',
      name: { en: 'Partner deals with customers we reach ourselves', zh: '与直销重叠的伙伴商机占比' },
    },
  },
  shifts: (o, context) => {
    // Partners sell what is easy to sell, as hard as it pays them.
    const pull = (o.margin! / 0.2) * (1 - 0.7 * context.scalar('market.complexity'));
    const met = Math.min(0.9, o.overlap! * 0.9 * pull);
    return [
      { lever: 'lead-supply', at: 'partner', by: times(prior(0.3, 0.9, 2), pull), evidence: ASSUMED },
      {
        lever: 'lead-rate',
        by: prior(log(1 - met) * 1.5, log(1 - met), log(1 - met) * 0.4),
        evidence: CHANNELS,
      },
      { lever: 'partner-share', at: 'partner', by: o.margin!, evidence: MARGINS },
      { lever: 'partner-work', at: 'partner', by: prior(0.4, 0.7, 0.9), evidence: ASSUMED },
      {
        lever: 'price-pressure',
        by: times(prior(0.02, 0.05, 0.1), o.overlap!),
        evidence: CHANNELS,
      },
      { lever: 'service-quality', by: prior(-2.5, -1, 0), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: () => ({
    ...FREE,
    setup: prior(3_000, 10_000, 30_000),
    setupPerRep: prior(350, 1_000, 3_500),
    monthly: prior(600, 1_500, 5_000),
    perRepMonth: prior(70, 225, 750),
    managerHours: prior(2, 5, 10),
    managerHoursPerRep: prior(0.4, 0.75, 1.5),
  }),
  adoption: {
    monthsToHalf: prior(3, 6, 12),
    literacy: 0,
    failure: prior(0.15, 0.25, 0.4),
    change: CHANGE.small,
  },
  known: {
    en: 'What lessens conflict between channels was studied in surveys; reach and margins are figures of the trade. No trial.',
    zh: '如何减少渠道冲突有调查研究；触达范围与分成为行业数据。没有试验。',
  },
  limits: [
    { en: 'Partners and own reps fight over the same customers.', zh: '渠道与直销争抢同一客户。' },
    { en: 'Partners’ margin is paid on every deal of theirs.', zh: '每一单都要让出渠道利润。' },
    { en: 'Partners give us part of their time and little news.', zh: '伙伴只投入部分精力，信息回传少。' },
  ],
  suits: {
    en: 'Scattered demand, small simple deals, easy service.',
    zh: '需求分散、单小而简单、服务容易的产品。',
  },
  fits: [
    atMost('deal-worth', 0.3, 'Sales too small to visit for oneself.', '单小，自己跑不划算。'),
    atMost('complexity', 0.2, 'Partners can sell it without much help.', '产品简单，伙伴卖得了。'),
    atLeast('customers', 1000, 'Demand is scattered over many buyers.', '需求分散在众多客户。'),
  ],
  complements: ['region-industry', 'joint-selling', 'digital'],
  conflicts: ['telephone'],
};
