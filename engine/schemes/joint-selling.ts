import { byRule, CHANGE, percent, prior, type Scheme, times, toStep } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast, atMost } from './fits.ts';

const ALLIANCES = {
  grade: 'assumed',
  source: 'vendors’ partner surveys, shrunk; four in five partnerships bring no revenue',
} as const;
const ASSUMED = { grade: 'assumed', source: '2/5/10 hours a joint deal of agreeing' } as const;

/** Team below which nobody has time for more than one partner. Assumed. */
const SMALL = 16;

/** Share of alliance leads that become deals to agree on, and weeks a month. Assumed. */
const WORKED = 0.25;
const WEEKS = 4.2;

/** Scheme 13: firms with matching offers introduce their customers to each other and share the revenue. */
export const jointSelling: Scheme = {
  id: 'joint-selling',
  kind: 'scheme',
  number: 13,
  name: { en: 'Joint selling', zh: '联合销售' },
  summary: {
    en: 'Partners with matching offers introduce us to their customers, whose trust carries over. A share of each such deal is paid away, two teams must agree on every step, and customers we would have met anyway are no gain.',
    zh: '与互补企业互相引荐客户，信任随之转移。这类成交要分成，两个团队每一步都要协商；本来就会接触到的客户不算增量。',
  },
  options: {
    partners: {
      default: byRule(
        ({ reps }) => (reps < SMALL ? 1 : 2),
        'one up to 15 reps, who have nobody to look after more; else two',
        '15 人以内为 1 家（无人维护更多），否则为 2 家',
      ),
      min: 1,
      max: 10,
      unit: 'partners',
      name: { en: 'Partners', zh: '合作伙伴数' },
    },
    revenueShare: {
      default: byRule(
        ({ scalar }) => toStep(Math.min(0.15, scalar('market.gross-margin') / 3), 0.01),
        'a third of the gross margin, at most 15 %',
        '毛利率的三分之一，最多 15%',
      ),
      min: 0.02,
      max: 0.5,
      unit: 'share',
      name: { en: 'Share of a joint deal paid to the partner', zh: '联合成交的分成比例' },
    },
    overlap: {
      default: 0.25,
      min: 0,
      max: 1,
      unit: 'share',
      name: {
        en: 'Share of introduced customers we would have met anyway',
        zh: '引荐客户中本会接触到的占比',
      },
    },
  },
  shifts: (o, context) => {
    // Partners work for their share: four times the share doubles their introductions; so do four times the partners.
    const effort = Math.sqrt((o.partners! / 2) * (o.revenueShare! / 0.15));
    const joint = 0.15 * effort * context.scalar('market.leads-per-rep-month') * WORKED;
    const hours = (perDeal: number): number => (perDeal * joint) / WEEKS + 0.05 * o.partners!;
    const known = (leads: number): number => -100 * Math.min(0.9, leads * effort * o.overlap!);
    return [
      {
        lever: 'lead-supply',
        at: 'alliance',
        by: times(prior(0.05, 0.15, 0.35), effort),
        evidence: ALLIANCES,
      },
      { lever: 'lead-rate', by: percent(known(0.35), known(0.15), known(0.05)), evidence: ASSUMED },
      // An introduction to someone who knows us lends little trust.
      { lever: 'lead-quality', at: 'alliance', by: -0.4 * o.overlap!, evidence: ASSUMED },
      { lever: 'partner-share', at: 'alliance', by: o.revenueShare!, evidence: ASSUMED },
      { lever: 'overhead-hours', by: prior(hours(2), hours(5), hours(10)), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: (o) => ({
    ...FREE,
    // All of it goes with the partners, not with the reps who meet them.
    setup: times(prior(5_000, 15_000, 50_000), o.partners!),
    monthly: times(prior(0, 500, 2_000), o.partners!),
    managerHours: times(prior(2, 4, 8), o.partners!),
  }),
  adoption: {
    monthsToHalf: prior(3, 6, 9),
    literacy: 0,
    failure: prior(0.16, 0.42, 0.64),
    change: CHANGE.small,
  },
  known: {
    en: 'Vendors of partner software claim much, and say that most partnerships bring nothing. Referred customers stay longer in a study of one bank.',
    zh: '伙伴管理软件厂商宣称收益很大，也承认多数合作没有收益。一家银行的研究显示被推荐客户留得更久。',
  },
  limits: [
    { en: 'Most partnerships never bring revenue to speak of.', zh: '多数合作始终带不来像样的收入。' },
    { en: 'Margins are shared, and so is the credit.', zh: '毛利要分，功劳也要分。' },
    { en: 'Small teams have nobody to look after partners.', zh: '小团队没有专人维护伙伴。' },
  ],
  suits: {
    en: 'Good margins, matching offers, customers in common who have not met us.',
    zh: '毛利高、产品互补、客群重合但尚未接触我们。',
  },
  fits: [
    atLeast('margin', 0.5, 'Margin enough to share.', '毛利够分。'),
    atLeast('reps', 15, 'Somebody has time to look after partners.', '有人维护伙伴。'),
    atMost('load', 0.8, 'There are hours for introduced customers.', '有工时接引荐客户。'),
  ],
  complements: ['channel', 'key-account', 'social-media', 'customer-experience'],
  conflicts: ['incentive-driven'],
};
