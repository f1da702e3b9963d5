/**
 * One row per seat. A seat keeps its customers and team; its occupant changes. `log` skills are natural logs of
 * skill relative to a fully ramped median rep.
 */
export const REPS = {
  /** Log ability of the occupant. */
  ability: 'f64',
  /** Log deviations from ability, by area. */
  prospect: 'f64',
  discover: 'f64',
  propose: 'f64',
  close: 'f64',
  /** Share of own full skill reached, 0–1. */
  proficiency: 'f64',
  /** Log skill gained by training, and by what colleagues showed; both fade, the latter slowly: it is used at once. */
  trained: 'f64',
  advice: 'f64',
  /** Individual taste for work: log multiplier of the drive. */
  taste: 'f64',
  /**
   * Time preference: log of what a reward beyond a month is felt as beside one at once; what rewards are usually felt as
   * under the plan people are used to (0: not worked out yet).
   */
  logBias: 'f64',
  usualPatience: 'f64',
  /** How far the occupant's data literacy departs from what is usual on the seat. */
  literacy: 'f64',
  /** Effort beside the usual, about 1; its part in time, a factor of contracted hours, and in care, a log. */
  effort: 'f64',
  time: 'f64',
  care: 'f64',
  /** Log of touches an hour beside the usual: what pay for touches makes of each. */
  hurry: 'f64',
  /** How much has been asked of late beyond the occupant's own usual: a moving mean of its squared log. */
  spent: 'f64',
  /** Mean log skill of the others present on the team, refreshed weekly; NaN where there are none. */
  colleagues: 'f64',
  /** Expected marginal pay for new business now, and at the start of the next period (money per money booked). */
  marginalNow: 'f64',
  marginalNext: 'f64',
  /**
   * What a unit of repeat business pays beside one of new business, and its log appeal in the order of work; what an
   * hour of service pays by itself beside a usual hour of selling.
   */
  repeatPaid: 'f64',
  repeatAppeal: 'f64',
  servicePaid: 'f64',
  /** Drive to sell that pay and goals give, relative to what the company is used to. */
  sellDrive: 'f64',
  /**
   * The seat's territory: weight by which leads fall to it (mean 1), log shift of its deals' values, and what a fair
   * quota makes of both (mean 1).
   */
  leadWeight: 'f64',
  /** Sum of the team's lead weights up to this seat and with it. */
  leadsUpTo: 'f64',
  dealShift: 'f64',
  quotaWeight: 'f64',
  /** The standard normal luck by which this seat's quotas miss its potential. */
  quotaLuck: 'f64',
  /** Workdays that the seat has been occupied so far. */
  daysHere: 'f64',
  /** Touches so far. */
  touched: 'f64',
  /** Variable pay since the last end of the main measure's period. */
  earned: 'f64',
  /** Variable pay of the horizon that was booked up to the last end of the main measure's period. */
  bookedBefore: 'f64',
  /** Pay as it is felt, a share of what others pay a usual seller: what was offered, then what came of it. */
  payRatio: 'f64',
  /** What is left of effort where the plan pays less than is fair (model/offer.ts). */
  fairness: 'f64',
  /** What a unit of money on top is felt as beside usual: less where the plan pays more (model/offer.ts). */
  moneyFelt: 'f64',
  /** What is still open of the changes that practices ask of the occupant, in whole programmes. */
  change: 'f64',
  /** Strain of overtime: log multiplier of the quit hazard. */
  strain: 'f64',
  /** Hours a day for selling, and for serving customers. */
  sellHours: 'f64',
  serviceHours: 'f64',
  /** Service delivered ÷ service due. */
  serviceRatio: 'f64',
  /** Selling hours not used since the last week's end, and carried over a part-done touch. */
  spareHours: 'f64',
  /** Share of selling hours that found nothing to do of late, 0–1. */
  idle: 'f64',
  carryHours: 'f64',
  /** Uniform that decides which shares of seats a partial roll-out covers. */
  lot: 'f64',
  team: 'i32',
  /** 1 while the seat has contracted hours; 0 for an inert seat. */
  real: 'i32',
  /** 1 while occupied. */
  active: 'i32',
  /** Ordinal of the occupant in this seat. */
  occupant: 'i32',
  hiredDay: 'i32',
  /** Workday a vacant seat is filled. */
  fillDay: 'i32',
  /** Consecutive pay periods below quota. */
  missed: 'i32',
  /** 1 for those who look past the running period. */
  planner: 'i32',
  /** 1 once the occupant has reached 80 % of own full skill. */
  ramped: 'i32',
  /** First ready deal, or −1. */
  readyHead: 'i32',
  /** Active customers by tier. */
  customersA: 'i32',
  customersB: 'i32',
  customersC: 'i32',
  /** Customers who have left since the last month's end. */
  lost: 'i32',
} as const;
