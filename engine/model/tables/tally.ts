/** Counters of the horizon; zero at day 0. */

/** Figures kept per month, in the order of the timeline file. */
export const TIMELINE = [
  'bookings',
  'revenue',
  'cash',
  'gross-margin',
  'pay-cost',
  'scheme-cost',
  'lead-cost',
  'turnover-cost',
  'net-contribution',
  'leads',
  'followed-up',
  'opportunities',
  'wins',
  'losses',
  'repeat-wins',
  'active-customers',
  'churned-customers',
  'satisfaction',
  'active-reps',
  'effort',
  'playbook-fit',
  'adoption',
  'open-pipeline',
  'selling-hours',
] as const;

/** Figures kept per seat, in the order of the reps file. */
export const REP_FIGURES = [
  'bookings',
  'credit',
  'quota',
  'variable-pay',
  'salary',
  'wins',
  'touches',
  'selling-hours',
  'effort',
  'proficiency',
  'ability',
  'periods',
  'periods-at-quota',
  'exits',
  'days-active',
  'customers',
  'periods-at-threshold',
  'periods-at-excellence',
  'tenure',
] as const;

/** Figures kept per stage. */
export const STAGE_FIGURES = ['entered', 'advanced', 'lost', 'days'] as const;

/** Figures kept per customer tier: those marked as customers (customer-month.ts) and how many of them are gone; flows and the last standing of all. */
export const TIER_FIGURES = ['customers', 'churned', 'repeat-revenue', 'satisfaction'] as const;

/** Parts of the pay period by which bookings are kept: what is sold early in it, and what at the last moment. */
export const TENTHS = 10;

/** Distributions over people's pay periods worked in full: by result ÷ quota, and by variable pay ÷ target pay. */
export const SPREADS = ['attainment', 'payout'] as const;

/** Bins of a spread: each a tenth of what was aimed for wide; the first holds what is below 0 too, the last is open. */
export const SPREAD_BINS = 21;

/** Whole-run sums that metrics are made of. */
export const SUMS = [
  'leadsWorked',
  'newWins',
  'opportunitiesWon',
  'opportunitiesLost',
  'opportunitiesOpened',
  'cycleDays',
  'newBookings',
  'listValue',
  'discounts',
  'collectedLag',
  'collectedAmount',
  'exits',
  'headcountDays',
  'rampDays',
  'rampCount',
  'coverage',
  'coverageCount',
  'satisfaction',
  'satisfactionCount',
  'cohort',
  'cohortValue',
  'pulledIn',
  'heldOver',
  'wentCold',
  'leaked',
  'neverWorked',
  'expansions',
  'repeatsSigned',
  'repeatsWon',
  'repeatsLost',
  'wished',
  'served',
  'customerMonths',
  'expansionsOffered',
  'expansionsSigned',
  'expansionsWon',
  'expansionsLost',
  'cohortMargin',
] as const;

/** Position of each sum. */
export const SUM: { readonly [K in (typeof SUMS)[number]]: number } = Object.fromEntries(
  SUMS.map((name, i) => [name, i]),
) as { [K in (typeof SUMS)[number]]: number };

/** Position of each monthly figure. */
export const MONTH: { readonly [K in (typeof TIMELINE)[number]]: number } = Object.fromEntries(
  TIMELINE.map((name, i) => [name, i]),
) as { [K in (typeof TIMELINE)[number]]: number };

/** Position of each seat figure. */
export const SEAT: { readonly [K in (typeof REP_FIGURES)[number]]: number } = Object.fromEntries(
  REP_FIGURES.map((name, i) => [name, i]),
) as { [K in (typeof REP_FIGURES)[number]]: number };
