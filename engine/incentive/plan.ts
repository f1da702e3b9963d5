/**
 * A simple pay plan: salary, commission on credited bookings, a quota bonus, and what commonly bends them.
 * Money per period in the study's currency; shares as fractions of quota or of sales.
 */
export interface PayPlan {
  readonly id: string;
  /** Salary a month. */
  readonly salary: number;
  /** Share of credited bookings paid as commission. */
  readonly commission: number;
  /** Attainment below which no commission is paid; 0 for none. Commission from the first yuan once reached is not assumed: it is paid on the part above. */
  readonly threshold: number;
  /** Commission rate multiplier above `acceleratorFrom` attainment; 1 for none. */
  readonly accelerator: number;
  readonly acceleratorFrom: number;
  /** Attainment beyond which nothing more is paid, or null. */
  readonly cap: number | null;
  /** Amount paid once when the period's credit reaches quota. */
  readonly bonus: number;
  /** Quota of one fully ramped rep for a year; a period's quota is its share of it. */
  readonly quota: number;
  /** Pay and quota period in workdays: 21, 63 or 252. */
  readonly periodDays: 21 | 63 | 252;
  /** Share of variable pay that depends on the team's mean credit instead of one's own, 0–1. */
  readonly teamShare: number;
  /** Commission rate on renewals and repeat orders, relative to new business, 0–1. */
  readonly repeatRate: number;
}
