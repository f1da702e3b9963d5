import { byRule, CHANGE, percent, prior, type Scheme, type SchemeContext, times } from './contract.ts';
import { FREE } from './costs.ts';
import { atLeast, atMost } from './fits.ts';

const FAIRS = {
  grade: 'assumed',
  source: 'trade bodies’ exhibition surveys; an event adds 1–6 weeks’ worth of leads',
} as const;
const BORROWED = {
  grade: 'structural',
  source: 'van Heerde, Leeflang & Wittink 2004: about a third of a promotion’s bump is sales moved in time',
} as const;
const ASSUMED = {
  grade: 'assumed',
  source: 'a day or two per rep of preparing and attending each event',
} as const;

/** Events a year where nobody says. */
const EVENTS = 4;

/** Weeks' worth of leads that an event with the usual budget brings, and the share of their worth that it costs. Assumed. */
const WEEKS = 3;
const COST_OF_WORTH = 0.5;

/** Most that a year's events may cost by default, as a share of the gross margin of those they are for. Assumed. */
const MARGIN_SHARE = 0.02;

/** Months in a week. */
const WEEK = 0.24;

/** Budget of an event at which it brings its usual leads: half of what these are worth. */
function usualBudget({ covered, firm, scalar }: SchemeContext): number {
  return COST_OF_WORTH * WEEK * WEEKS * scalar('market.leads-per-rep-month') * covered * firm.leadWorth;
}

function yearlyBudget({ covered, firm }: SchemeContext): number {
  return MARGIN_SHARE * covered * firm.repMargin;
}

/** However much is spent, an event brings at most so many times its usual leads. Assumed. */
const MOST_SCALE = 4;

/** Two significant digits. */
function readable(x: number): number {
  return Number(x.toPrecision(2));
}

/** Calendar months (0–11) of so many events, spread over the year. */
function calendar(events: number): number[] {
  return Array.from({ length: 12 }, (_, m) => m).filter(
    (m) => Math.floor(((m + 1) * events) / 12) > Math.floor((m * events) / 12),
  );
}

/** Scheme 12: fairs, launches and seminars bring leads in bursts. */
export const eventMarketing: Scheme = {
  id: 'event-marketing',
  kind: 'scheme',
  number: 12,
  name: { en: 'Event marketing', zh: '活动营销' },
  summary: {
    en: 'Fairs, launches and seminars bring many leads within a few weeks. Some would have come later anyway, and a team that cannot follow them up in time lets them go cold; the money is spent either way.',
    zh: '展会、发布会、沙龙在几周内带来大量线索。其中一部分本来稍后也会来；团队若来不及跟进，线索就会变冷，而费用照付。',
  },
  options: {
    eventsPerYear: {
      default: EVENTS,
      min: 1,
      max: 12,
      unit: 'events a year',
      name: { en: 'Events a year', zh: '每年活动场次' },
    },
    budgetPerEvent: {
      default: byRule(
        (context) => readable(Math.min(usualBudget(context), yearlyBudget(context) / EVENTS)),
        'half of what three weeks’ leads are worth, all events together at most 2 % of the yearly margin',
        '三周线索价值的一半；全年活动合计不超过年毛利的 2%',
      ),
      min: 500,
      max: 5_000_000,
      unit: 'CNY',
      name: { en: 'Budget of an event', zh: '单场预算' },
    },
  },
  shifts: (o, context) => {
    const months = calendar(Math.round(o.eventsPerYear!));
    const after = months.map((m) => (m + 1) % 12).toSorted((a, b) => a - b);
    // Four times the budget doubles the leads.
    const scale = Math.sqrt(o.budgetPerEvent! / Math.max(1, usualBudget(context)));
    const pulse = (weeks: number): number => WEEK * weeks * Math.min(MOST_SCALE, scale);
    const borrowed = (share: number): number => -100 * Math.min(0.9, share * pulse(WEEKS));
    return [
      {
        lever: 'lead-supply',
        at: 'event',
        months,
        by: prior(pulse(1), pulse(WEEKS), pulse(6)),
        evidence: FAIRS,
      },
      {
        lever: 'lead-rate',
        months: after,
        by: percent(borrowed(0.5), borrowed(0.33), borrowed(0.15)),
        evidence: BORROWED,
      },
      { lever: 'outreach-hours', months, by: prior(1.5, 3, 6), evidence: ASSUMED },
    ];
  },
  policies: {},
  costs: (o) => ({
    ...FREE,
    setup: prior(2_000, 5_000, 12_000),
    setupPerRep: prior(150, 500, 1_400),
    // The budget is spent whomever the event is for.
    monthly: (Math.round(o.eventsPerYear!) * o.budgetPerEvent!) / 12,
    managerHours: times(prior(0.2, 0.5, 1), o.eventsPerYear!),
    managerHoursPerRep: times(prior(0.025, 0.05, 0.1), o.eventsPerYear!),
  }),
  adoption: {
    monthsToHalf: prior(0.3, 0.7, 1.5),
    literacy: 0,
    failure: prior(0.03, 0.08, 0.15),
    change: CHANGE.small,
  },
  known: {
    en: 'Surveys by trade bodies, who have an interest. That a third of a promotion’s sales is only moved in time is well established for consumer goods.',
    zh: '行业协会的调查，本身有利益关系。促销销量约三分之一只是时间前移，在消费品中证据充分。',
  },
  limits: [
    { en: 'Part of what it sells is borrowed from later months.', zh: '部分成交只是从后几个月提前。' },
    { en: 'Leads rot where nobody has time to follow them up.', zh: '没有人手跟进时，线索会白白变冷。' },
    { en: 'Dear for small deals.', zh: '对小额交易来说太贵。' },
  ],
  suits: {
    en: 'New products, valuable deals, buyers who meet in one place, hours to follow up.',
    zh: '新产品、单价高、买方集中、有人手跟进。',
  },
  fits: [
    atLeast('deal-worth', 1, 'Deals are worth the price of an event.', '单笔毛利抵得过活动成本。'),
    atLeast('movement', 0.3, 'There is news to show.', '常有新品可展示。'),
    atMost('load', 0.8, 'There are hours to follow up what an event brings.', '有人手跟进活动线索。'),
  ],
  complements: ['automation', 'telephone', 'social-media', 'customer-experience'],
  conflicts: [],
};
