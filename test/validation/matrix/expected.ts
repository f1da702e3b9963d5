/**
 * What each practice alone should do to net value within two years, written down before any of it was computed: from
 * what is published of where a practice suits (its moderators), not from this engine. One letter for each context, in
 * the order of CONTEXTS: + helps, 0 changes little, − loses.
 */

/** Contexts, in the order of the letters below. */
export const CONTEXTS = [
  'insurance',
  'b2b-saas',
  'medical-devices',
  'fmcg',
  'real-estate',
  'custom-project',
] as const;

/** Reps of a company by size: a small one, one of the usual size of its trade, a large one. */
export const SIZES = { small: 8, usual: 24, large: 150 } as const;

/** What is expected of a practice in six contexts at each size, and why. */
export interface Expectation {
  readonly small: string;
  readonly usual: string;
  readonly large: string;
  readonly why: string;
}

/** By practice. */
export const EXPECTED: Readonly<Record<string, Expectation>> = {
  structured: {
    small: '0 0 0 0 0 -',
    usual: '+ + + + + 0',
    large: '+ + + + + 0',
    why: 'helps with newcomers, turnover and long cycles; fixed cost and little spread to remove in small teams; bespoke deals gain least',
  },
  agile: {
    small: '0 + 0 0 + -',
    usual: '0 + - 0 + -',
    large: '- 0 - - 0 -',
    why: 'pays where the market moves and cycles are short; long cycles give one learning loop a year; meetings grow with the team',
  },
  'customer-tiering': {
    small: '+ + 0 + 0 0',
    usual: '+ + + + 0 0',
    large: '+ + + + 0 0',
    why: 'needs many unlike accounts with repeat business and scarce hours',
  },
  'data-driven': {
    small: '0 0 - 0 0 -',
    usual: '0 + 0 0 + 0',
    large: '+ + 0 + + 0',
    why: 'needs more leads than hours and hundreds of closed deals to learn from',
  },
  'team-based': {
    small: '- 0 + - - +',
    usual: '- 0 + - - +',
    large: '- 0 + - - +',
    why: 'pays on large complex deals with several buyers; costs hours and blurs incentives on small simple ones',
  },
  'goal-oriented': {
    small: '+ + 0 + 0 0',
    usual: '+ + 0 + 0 0',
    large: '+ + 0 + 0 0',
    why: 'measurable output and short cycles; long cycles and few lumpy deals drown the goal in noise',
  },
  'process-control': {
    small: '+ 0 0 0 + -',
    usual: '+ + + + + -',
    large: '+ + + + + -',
    why: 'helps newcomers and long cycles; veterans and creative deals resent it',
  },
  'customer-lifecycle': {
    small: '+ + 0 0 - 0',
    usual: '+ + 0 0 - 0',
    large: '+ + 0 0 - 0',
    why: 'pays on contracts and repeat purchases with margin; nothing to keep where people buy once',
  },
  'region-industry': {
    small: '0 0 0 0 0 0',
    usual: '0 0 + + 0 +',
    large: '+ 0 + + 0 +',
    why: 'saves travel and balances work in field teams of ten and more; about nothing where leads come in by themselves',
  },
  'product-line': {
    small: '- - 0 - - -',
    usual: '- 0 + - - 0',
    large: '- 0 + - - 0',
    why: 'needs unlike, complex products; travel and contacts double where products are simple',
  },
  'project-based': {
    small: '- - 0 - - +',
    usual: '- - + - - +',
    large: '- - + - - +',
    why: 'a bid team pays only on large, custom deals',
  },
  'key-account': {
    small: '0 0 0 0 0 0',
    usual: '0 0 + 0 0 +',
    large: '0 + + 0 0 +',
    why: 'needs accounts large enough to carry a manager; where there are none, none is hired',
  },
  channel: {
    small: '0 0 - + 0 -',
    usual: '0 0 0 + 0 -',
    large: '0 0 0 + 0 -',
    why: 'reaches many small buyers of simple things; complex solutions lose by it',
  },
  automation: {
    small: '+ + 0 + + 0',
    usual: '+ + 0 + + 0',
    large: '+ + 0 + + 0',
    why: 'many inbound leads of low value a rep; few large deals have little to automate',
  },
  'social-media': {
    small: '+ 0 - 0 0 -',
    usual: '+ 0 - 0 0 -',
    large: '+ 0 - 0 0 -',
    why: 'individual sellers to consumers with hours to spare; committees do not buy by it; teams short of hours cannot follow up',
  },
  telephone: {
    small: '+ + - 0 0 -',
    usual: '+ + - 0 0 -',
    large: '+ + - 0 0 -',
    why: 'standard products of low or middling value; not deals above ¥300,000',
  },
  'event-marketing': {
    small: '0 0 0 0 0 0',
    usual: '0 0 + 0 0 +',
    large: '0 0 + 0 0 +',
    why: 'concentrated buyers and a team that has hours to follow up; elsewhere about what it costs',
  },
  'joint-selling': {
    small: '- - - - - -',
    usual: '0 0 0 0 0 0',
    large: '0 0 0 0 0 0',
    why: 'two partnerships in three bring nothing, and nobody of a small team can look after a partner',
  },
  'team-collaboration': {
    small: '- 0 + - - +',
    usual: '- 0 + - - +',
    large: '- 0 + - - +',
    why: 'help on single deals pays where they are complex and large',
  },
  'incentive-driven': {
    small: '+ 0 0 + 0 -',
    usual: '+ 0 0 + 0 -',
    large: '+ 0 0 + 0 -',
    why: 'contests work on frequent, measurable, individual results; on rare deals luck wins the prize, and teams split',
  },
  training: {
    small: '0 + + 0 0 0',
    usual: '0 + + 0 0 0',
    large: '0 + + 0 0 0',
    why: 'complex products and newcomers who stay; where most leave within a year the skill leaves with them',
  },
  'customer-experience': {
    small: '+ + 0 0 + 0',
    usual: '+ + 0 0 + 0',
    large: '+ + 0 0 + 0',
    why: 'repeat business, easy switching and word of mouth repay it; high switching costs do not',
  },
  lean: {
    small: '0 0 0 0 0 0',
    usual: '0 0 + 0 0 +',
    large: '0 0 + + 0 +',
    why: 'approvals, hand-overs and rework to remove; simple sales have none',
  },
  'cross-department': {
    small: '- - 0 - - 0',
    usual: '- 0 + - - +',
    large: '- 0 + - - +',
    why: 'complex custom deals need other departments; simple ones pay for the meetings only',
  },
  digital: {
    small: '- - - - - -',
    usual: '0 0 0 0 0 0',
    large: '0 + 0 + 0 0',
    why: 'alone it changes little: it lets other practices work; fixed cost weighs on few people',
  },
};

/**
 * Expectations beside the cells: practices help on average where they are expected to (+) and not where they are
 * expected to lose (−); no context in which more than four in five lose, or win; the rank order of practices
 * correlates below .8 between contexts; three to five practices chosen by expectation beat the best one and beat
 * twelve; automation is first in at most two of the six contexts.
 */
export const BESIDE = {
  mostOneSided: 0.8,
  mostRankCorrelation: 0.8,
  bestMixOf: [3, 5],
  automationFirstAtMost: 2,
} as const;
