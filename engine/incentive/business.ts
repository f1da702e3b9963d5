/**
 * What selling is like in a company, as far as people weigh pay by it: usual figures a rep, at the context's own
 * numbers. Money in the study's currency.
 */
export interface Business {
  /** Mean list value of a new deal, and what a deal adds to the variance of bookings per unit of bookings. */
  readonly deal: number;
  readonly lump: number;
  /** Median list value, and log standard deviation. */
  readonly median: number;
  readonly spread: number;
  /** Share of a list price that is usually given away. */
  readonly listDiscount: number;
  /** Of a new deal's net value: paid at once, and recurring each year. */
  readonly upfront: number;
  readonly recurring: number;
  readonly grossMargin: number;
  /** Share of business with key customers. */
  readonly keyShare: number;
  /** A rep's usual year: bookings with new customers, what repeat selling brings, contracts up for renewal. */
  readonly newAYear: number;
  readonly repeatAYear: number;
  readonly renewalsAYear: number;
  /** Of it, touches; hours for selling; and hours of service due to customers. */
  readonly touchesAYear: number;
  readonly sellingAYear: number;
  readonly serviceAYear: number;
  /** Part of the service a customer gets that its seller gives. */
  readonly servedBySeller: number;
  readonly satisfaction: number;
  /** Share of customers that stay a year, and how much more of them per point of satisfaction. */
  readonly retention: number;
  readonly keptPerPoint: number;
  /** Months from one renewal to the next; 0 where nothing is renewed. */
  readonly termMonths: number;
  /** Elasticity of sales to skill. */
  readonly skillEffect: number;
  /** Constant relative risk aversion of people towards pay. */
  readonly riskAversion: number;
  readonly seats: number;
  readonly teamSeats: number;
}

/** Share of the hours with customers that a usual rep's work with new customers takes: what effort is weighed by. */
export function newShare({ newAYear, repeatAYear }: Business): number {
  const all = newAYear + repeatAYear;
  return all > 0 ? newAYear / all : 1;
}
