/**
 * What extremes of management and pay should do within two years, written down before any of it was computed: from
 * common sense, what each trade pays and earns, and what is published of how people leave, come and work for more or
 * less. Ranges are wide: they hold sign and order of magnitude, not a forecast.
 */

/** Least and most. */
export type Range = readonly [low: number, high: number];

/** What is expected of an extreme in one context, against today. */
export interface Expectation {
  /** Changes in per cent of today's, over 24 months. Net value counts the customers held at the end too. */
  readonly bookings: Range;
  readonly contribution: Range;
  readonly value: Range;
  /** Exits a year ÷ today's. */
  readonly turnover: Range;
}

/** Expectations by context; `rest` is for those not named. */
export interface Extreme {
  readonly name: string;
  readonly why: string;
  /** Whether a sensible director would laugh at it: then it may beat today nowhere, but where it is excepted. */
  readonly absurd: boolean;
  /** Contexts where it is a thing that firms do. */
  readonly done?: readonly string[];
  readonly rest: Expectation;
  readonly contexts?: Readonly<Record<string, Partial<Expectation>>>;
}

const of = (bookings: Range, contribution: Range, value: Range, turnover: Range): Expectation => ({
  bookings,
  contribution,
  value,
  turnover,
});

const ANY = Number.POSITIVE_INFINITY;

/** Everyone leaves at once and nobody comes: what is under contract runs on for a while, unserved. */
const DESERTED: Expectation = of([-100, -75], [-160, -40], [-500, -20], [4, ANY]);
const CONTRACTS_RUN_ON: Readonly<Record<string, Partial<Expectation>>> = {
  insurance: { contribution: [-45, 15] },
  'b2b-saas': { contribution: [-35, 10] },
  'medical-devices': { contribution: [-75, -20] },
};

export const EXTREMES: Readonly<Record<string, Extreme>> = {
  'no-pay': {
    name: 'pay nobody anything',
    why: 'nobody works for nothing: within weeks the desks are empty; customers under contract drop out in time',
    absurd: true,
    rest: DESERTED,
    contexts: CONTRACTS_RUN_ON,
  },
  'no-variable': {
    name: 'salaries alone',
    why: 'agents and brokers cannot live on what is left; elsewhere pay is a quarter to a half short of what others pay, and results are worth nothing',
    absurd: true,
    rest: of([-40, -3], [-35, 3], [-80, 0], [1.4, 4]),
    contexts: {
      insurance: { ...DESERTED, ...CONTRACTS_RUN_ON.insurance },
      'real-estate': DESERTED,
      'b2b-saas': { bookings: [-65, -15], contribution: [-20, 3], value: [-120, -3], turnover: [2.5, 9] },
      'medical-devices': { bookings: [-55, -10], turnover: [2, 8] },
    },
  },
  'no-salary': {
    name: 'commission alone',
    why: 'agents and brokers lose little by it and many firms do so; salesmen and engineers lose half to three quarters of their pay',
    absurd: true,
    done: ['insurance', 'real-estate'],
    rest: of([-100, -50], [-130, -30], [-400, -10], [3.5, ANY]),
    contexts: {
      insurance: of([-8, 1], [-5, 4], [-12, 4], [1, 1.6]),
      'real-estate': of([-25, -1], [-40, 30], [-45, 30], [1.2, 2.6]),
      'b2b-saas': of([-80, -20], [-30, 2], [-200, -5], [3, 20]),
      'medical-devices': of([-85, -20], [-50, -5], [-200, -5], [3, 25]),
    },
  },
  'half-salary': {
    name: 'half the salary',
    why: 'pay a quarter to a third below what others pay doubles to quadruples quits and finds fewer and weaker people; of what agents get, salary is nearly nothing',
    absurd: true,
    done: ['insurance', 'real-estate'],
    rest: of([-40, -4], [-30, 2], [-60, 0], [1.6, 6]),
    contexts: {
      insurance: of([-4, 1], [-3, 3], [-6, 3], [1, 1.3]),
      'real-estate': of([-12, 1], [-12, 20], [-15, 20], [1.05, 1.8]),
    },
  },
  'double-salary': {
    name: 'twice the salary',
    why: 'people stay and better ones come; it pays back at best slowly, and not at all where margins are thin beside pay',
    absurd: false,
    rest: of([0, 20], [-8, 6], [-10, 15], [0.1, 0.6]),
    contexts: {
      insurance: of([-1, 5], [-4, 2], [-4, 4], [0.7, 1]),
      fmcg: { bookings: [0, 15], contribution: [-22, -2], value: [-22, 0] },
      'real-estate': of([0, 12], [-42, -3], [-42, 0], [0.4, 0.9]),
    },
  },
  'pay-times-ten': {
    name: 'ten times the pay',
    why: 'nobody leaves and everyone works hard; the wage bill eats most of the margin or several times it',
    absurd: true,
    rest: of([0, 60], [-95, -25], [-95, -10], [0, 0.35]),
    contexts: {
      insurance: { contribution: [-400, -100], value: [-400, -60] },
      fmcg: { contribution: [-270, -130], value: [-270, -100] },
      'real-estate': { contribution: [-2500, -600], value: [-2500, -400] },
    },
  },
  'commission-times-five': {
    name: 'five times the commission',
    why: 'hours and hours to sell in are limited, and so is what the market gives: sales rise far less than pay',
    absurd: true,
    rest: of([0, 40], [-25, 5], [-30, 8], [0, 0.8]),
    contexts: {
      insurance: { contribution: [-140, -40], value: [-140, -15] },
      'real-estate': { contribution: [-800, -150], value: [-800, -100] },
      fmcg: { bookings: [0, 30] },
    },
  },
  'cap-at-a-tenth': {
    name: 'commission capped at a tenth of quota',
    why: 'as good as salaries alone: after the first days of a period nothing more can be earned',
    absurd: true,
    rest: of([-40, -3], [-35, 3], [-80, 0], [1.3, 4]),
    contexts: {
      insurance: { ...DESERTED, ...CONTRACTS_RUN_ON.insurance },
      'real-estate': { ...DESERTED, bookings: [-100, -50] },
      'b2b-saas': { bookings: [-65, -10], contribution: [-20, 3], value: [-120, -2], turnover: [2, 8] },
      'medical-devices': { bookings: [-55, -8], turnover: [1.7, 8] },
    },
  },
  'quota-out-of-reach': {
    name: 'a hundred times the quota',
    why: 'bonus and accelerator are gone, and with them a tenth of pay; where commission begins at a threshold all of it is',
    absurd: true,
    rest: of([-20, 0], [-12, 6], [-30, 4], [1, 2.2]),
    contexts: {
      'real-estate': { contribution: [-20, 22], value: [-25, 22] },
      'medical-devices': of([-55, -8], [-35, 3], [-80, 0], [2, 8]),
      'custom-project': of([-40, -3], [-30, 3], [-60, 0], [1.4, 4]),
    },
  },
  'quota-of-nothing': {
    name: 'a hundredth of the quota',
    why: 'everyone gets bonus and accelerator: dearer, and some stay longer; where pay is capped at twice the quota nothing is left to earn',
    absurd: false,
    rest: of([-4, 15], [-9, 8], [-10, 12], [0.4, 1.05]),
    contexts: {
      'real-estate': { contribution: [-45, 12], value: [-45, 15] },
      'medical-devices': of([-50, -4], [-30, 3], [-60, 0], [1.3, 6]),
      'custom-project': of([-35, -1], [-25, 3], [-50, 1], [1.05, 3]),
    },
  },
  'prize-of-a-year': {
    name: 'each quarter a year’s pay to the best seller',
    why: 'moves those who may win; among many its cost is small, among fifteen it is a quarter of all pay',
    absurd: false,
    rest: of([-5, 20], [-8, 8], [-8, 12], [0.3, 1.15]),
    contexts: { 'real-estate': { contribution: [-55, 10], value: [-55, 15] } },
  },
  'every-practice': {
    name: 'every practice at once',
    why: 'they cannot all be taken up, cost more than they bring and fill the week, but nobody stops selling',
    absurd: true,
    rest: of([-50, 30], [-60, -2], [-80, -2], [0.8, 3]),
    contexts: {
      insurance: { contribution: [-250, -5], value: [-250, -5] },
      fmcg: { contribution: [-100, -2] },
      'real-estate': { contribution: [-600, -20], value: [-600, -20] },
    },
  },
  'no-practice': {
    name: 'no practice',
    why: 'today has none: nothing changes',
    absurd: false,
    rest: of([0, 0], [0, 0], [0, 0], [1, 1]),
  },
  'no-leads': {
    name: 'no leads',
    why: 'what sellers dig up, customers order and friends send is left; routes live on the shops they have; whoever earns by results leaves',
    absurd: true,
    rest: of([-90, -20], [-85, -8], [-300, -5], [1, 8]),
    contexts: {
      insurance: { bookings: [-80, -10], contribution: [-35, 3], value: [-200, -2] },
      'b2b-saas': { contribution: [-40, 6] },
      fmcg: of([-25, -1], [-25, -0.5], [-40, -0.5], [0.95, 1.6]),
      'real-estate': { contribution: [-160, -15], value: [-160, -15] },
    },
  },
  'ten-times-leads': {
    name: 'ten times the leads, at their price',
    why: 'hours are what is short then: the best are picked; bought leads cost more than they bring',
    absurd: false,
    rest: of([5, 300], [-20, 200], [-20, 300], [0.2, 1.1]),
    contexts: {
      insurance: { bookings: [2, 150], contribution: [-15, 40], value: [-15, 150] },
      'b2b-saas': { bookings: [2, 80], contribution: [-80, -30], value: [-80, 30] },
      fmcg: { bookings: [0, 60], contribution: [0, 60], value: [0, 120], turnover: [0.6, 1.1] },
      'real-estate': { bookings: [5, 120], contribution: [-150, 120], value: [-150, 150] },
      'custom-project': { contribution: [-45, 150] },
    },
  },
  'meetings-all-day': {
    name: 'forty hours of meetings a week',
    why: 'nobody sells or serves; those paid by results leave',
    absurd: true,
    rest: of([-100, -60], [-150, -45], [-400, -20], [1, 15]),
    contexts: {
      insurance: { contribution: [-55, 5] },
      'b2b-saas': { contribution: [-45, -4] },
      'medical-devices': { contribution: [-80, -20] },
    },
  },
  'no-administration': {
    name: 'no administration',
    why: 'a fifth of the week comes free: a third more selling hours, a tenth more sales',
    absurd: false,
    rest: of([1, 22], [0, 22], [0, 40], [0.75, 1.05]),
    contexts: { 'real-estate': { contribution: [0, 50], value: [0, 60] } },
  },
  'nobody-shown': {
    name: 'nobody is shown the work: learning at a tenth of its speed',
    why: 'newcomers stay newcomers: it costs where many come and go',
    absurd: true,
    rest: of([-30, -1], [-30, 0], [-50, 0], [0.95, 2]),
    contexts: {
      insurance: { bookings: [-50, -5], contribution: [-20, 4], value: [-80, 0], turnover: [1, 2.5] },
      fmcg: { bookings: [-40, -2], contribution: [-45, 0] },
      'real-estate': of([-50, -5], [-90, 0], [-90, 0], [1, 2.5]),
    },
  },
  'half-leave': {
    name: 'half the force leaves on one day',
    why: 'a seat is empty for one to three months and learns for four to twelve: a tenth of two years of half the sales; and some customers go along',
    absurd: true,
    rest: of([-30, -3], [-20, 0], [-40, 0], [1.2, 4]),
    contexts: {
      insurance: { bookings: [-20, -1], contribution: [-10, 3], turnover: [1.15, 2] },
      fmcg: { bookings: [-20, -1] },
      'real-estate': of([-25, -1], [-35, 4], [-35, 3], [1.1, 2]),
    },
  },
  'all-leave': {
    name: 'everybody leaves on one day',
    why: 'twice and more of the same: there are no colleagues to take over',
    absurd: true,
    rest: of([-60, -8], [-45, -1], [-90, -1], [1.5, 8]),
    contexts: {
      insurance: { bookings: [-40, -4], contribution: [-20, 4], value: [-80, 0], turnover: [1.3, 3] },
      'real-estate': of([-50, -4], [-70, 4], [-70, 0], [1.2, 3]),
    },
  },
  'nobody-serves': {
    name: 'sellers do nothing for customers',
    why: 'hours come free for selling, and customers drop out: it costs where they stay and buy again',
    absurd: true,
    rest: of([-20, 10], [-20, 3], [-80, 0], [0.7, 1.5]),
    contexts: {
      fmcg: { bookings: [-35, 3], contribution: [-40, 0] },
      'real-estate': of([-8, 5], [-15, 8], [-20, 5], [0.7, 1.3]),
    },
  },
  'training-half-the-year': {
    name: 'every other day in training',
    why: 'half the selling days are gone; what is learnt fades and has a ceiling',
    absurd: true,
    rest: of([-45, 5], [-45, 3], [-80, 3], [0.8, 2.5]),
    contexts: {
      insurance: { contribution: [-30, 5] },
      'real-estate': { contribution: [-90, 20], value: [-90, 20] },
    },
  },
  'half-price': {
    name: 'half price for every new customer',
    why: 'more say yes, each pays half; where the margin is below a half every deal loses money',
    absurd: true,
    rest: of([-50, 60], [-80, -5], [-120, -10], [0.7, 4]),
    contexts: {
      insurance: { contribution: [-90, -5], value: [-300, -20] },
      fmcg: { contribution: [-250, -1], value: [-300, -2] },
      'real-estate': { contribution: [-150, -10], value: [-150, -10] },
      'custom-project': { contribution: [-250, -40], value: [-250, -40] },
    },
  },
};

/** What is expected of an extreme in a context. */
export function expectedIn(extreme: Extreme, context: string): Expectation {
  return { ...extreme.rest, ...extreme.contexts?.[context] };
}
