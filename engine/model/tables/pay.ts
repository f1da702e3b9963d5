/** What pay plans measure, as the day loop counts it: a metric's code is its position. */
export const CREDIT_METRICS = [
  'bookings',
  'total-bookings',
  'revenue',
  'collected',
  'margin',
  'units',
  'new-logos',
  'renewals',
  'activities',
  'satisfaction',
  'retention',
  'mbo',
  'collection-rate',
  'margin-rate',
] as const;

/** Code of each metric. */
export const CREDIT: { readonly [K in (typeof CREDIT_METRICS)[number]]: number } = Object.fromEntries(
  CREDIT_METRICS.map((name, i) => [name, i]),
) as { [K in (typeof CREDIT_METRICS)[number]]: number };

/** Codes from here on are levels: their result is `credit` ÷ `base`, not `credit`. */
export const FIRST_LEVEL = CREDIT.satisfaction;

/** A sale that pay may still hang on: who sold what, and when its cash comes in. */
export interface Sale {
  readonly seat: number;
  readonly customer: number;
  readonly day: number;
  readonly cashDay: number;
  readonly net: number;
}

/** Whose business counts: a filter's code is its position. */
export const CREDIT_CUSTOMERS = ['all', 'new', 'existing', 'key'] as const;

/**
 * One row per measure and seat, measure by measure: row = measure × seats + seat. The measures are those of all plans of
 * the study together, so that every alternative finds its own measures learnt in the warm-up.
 */
export const PAY = {
  /** Credited in the running period, in the metric's unit; for a level the numerator of its ratio. */
  credit: 'f64',
  /** Denominator of a level's ratio; 0 for flows. */
  base: 'f64',
  /** Credit at the last weekly look, 0 after a period's end. */
  creditSeen: 'f64',
  /** Expected credit a workday, a moving average; for a level the level expected. */
  pace: 'f64',
  /** Quota of the running period. */
  quota: 'f64',
  /** Workdays that the seat had been occupied, in all, when the period began. */
  daysBefore: 'f64',
  /** Earlier periods of the running plan year: credit, and quota. */
  yearCredit: 'f64',
  yearQuota: 'f64',
  /** What the ratchet of past years has made of the seat's quota: a factor. */
  aim: 'f64',
} as const;

/** Variable pay in money, on average, per unit of money of each kind of business. */
export interface PaidOn {
  /** Signed with new customers, with old ones; ordered again; renewed for another term; recurring, as it accrues. */
  readonly fresh: number;
  readonly expansion: number;
  readonly repeat: number;
  readonly renewal: number;
  readonly accrual: number;
}
