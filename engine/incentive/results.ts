/** A sale, as far as pay looks at it, from the point of view of one person credited with it. */
export interface Deal {
  readonly id: string;
  /** What the customer pays, in money. */
  readonly value: number;
  readonly margin: number;
  readonly units: number;
  readonly customer: 'new' | 'existing';
  readonly keyAccount: boolean;
  readonly renewal: boolean;
  /** This person's share on record, 0–1, and among how many sellers. */
  readonly share: number;
  readonly sellers: number;
  readonly owner: boolean;
  /** Credited as a specialist who helped, not as a seller. */
  readonly helper: boolean;
  readonly termMonths: number;
  readonly prepaid: boolean;
  readonly product: string;
  /** Share off the list price. */
  readonly discount: number;
}

/** A sale of earlier on that fell through. */
export interface Cancellation {
  /** The deal, or `month-n` for a statement without deals. */
  readonly lot: string;
  readonly monthsSince: number;
  readonly servedMonths: number;
  readonly termMonths: number;
}

/** What happened in one statement period, as one person's pay looks at it. */
export interface Results {
  /** Month of the plan year in which the period ends, 1–12. */
  readonly month: number;
  /** Whole months worked before the period. */
  readonly tenureMonths: number;
  /** Share of the period's workdays that the person was there. */
  readonly present: number;
  /**
   * Results by measure id, in the metric's unit, of whomever the measure is about, as members are paid on them (a team's
   * mean or total). An individual measure of what deals bring may be left out: the deals are then added up.
   */
  readonly values: Readonly<Record<string, number>>;
  /**
   * Quotas by measure id that differ from the plan's: a territory's own, or a team's. Of the measure's period, as far as it
   * has gone; and where tiers are of the year's quota, of the rest of the year.
   */
  readonly quotas?: Readonly<Record<string, number>>;
  readonly quotasAhead?: Readonly<Record<string, number>>;
  readonly deals: readonly Deal[];
  /**
   * By component id, results of the others over the component's period, on its axis: the rivals of a rank, the other team
   * of a match, the other members of a pool.
   */
  readonly others: Readonly<Record<string, readonly number[]>>;
  /** By component id and goal, how far each goal was reached, 0–1. */
  readonly goals: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By lot, the share of its cash that is in by now. */
  readonly collected: Readonly<Record<string, number>>;
  readonly cancelled: readonly Cancellation[];
}

/** A month in which nothing happened; a person who has been there for ten years. */
export const NO_RESULTS: Results = {
  month: 1,
  tenureMonths: 120,
  present: 1,
  values: {},
  deals: [],
  others: {},
  goals: {},
  collected: {},
  cancelled: [],
};

/** Pay on a sale, of which part may wait for cash. */
export interface Lot {
  readonly lot: string;
  readonly amount: number;
  /** Withheld until the cash is in, and of that what was released. */
  readonly held: number;
  readonly released: number;
}

/** What a measure has gathered: in its own period so far, and in the year before it. */
export interface Gathered {
  readonly credit: number;
  readonly months: number;
  readonly presence: number;
  readonly tenureMonths: number;
  /** Credit by deal in the period so far. */
  readonly deals: readonly (readonly [id: string, credit: number])[];
  readonly yearCredit: number;
  readonly yearQuota: number;
  /** Months that the person was there in the year before the period. */
  readonly yearMonths: number;
}

/** What one statement hands to the next. */
export interface Carry {
  readonly measures: Readonly<Record<string, Gathered>>;
  /** By component: paid in the year so far. */
  readonly paid: Readonly<Record<string, number>>;
  /** By extra: deals paid for, and money spent, in the year so far. */
  readonly extras: Readonly<Record<string, { readonly count: number; readonly spent: number }>>;
  /** Variable pay earned in the year so far, awards on the spot aside: what yearly limits are held against. */
  readonly earned: number;
  /** What the person owes: advances not earned, pay taken back. */
  readonly owed: number;
  readonly lots: readonly Lot[];
  readonly deferred: number;
  /** Periods in a row at or above the mark of promotion. */
  readonly streak: number;
  /** Factor on salary from promotions. */
  readonly salaryTimes: number;
}

/** A clean sheet. */
export const NO_CARRY: Carry = {
  measures: {},
  paid: {},
  extras: {},
  earned: 0,
  owed: 0,
  lots: [],
  deferred: 0,
  streak: 0,
  salaryTimes: 1,
};

/** What a line of a statement is about. */
export type LineKind =
  | 'salary'
  | 'component'
  | 'kicker'
  | 'spiff'
  | 'award'
  | 'plan-cap'
  | 'plan-floor'
  | 'guarantee'
  | 'clawback'
  | 'holdback'
  | 'release'
  | 'deferral'
  | 'deferral-release'
  | 'draw'
  | 'recovery'
  | 'carried'
  | 'club';

/** A line of a statement; deductions are negative. */
export interface Line {
  readonly kind: LineKind;
  /** The component or extra; empty for what concerns the whole plan. */
  readonly id: string;
  /** In money, rounded as the plan rounds. */
  readonly amount: number;
  /** What a component was paid on. */
  readonly result?: { readonly credit: number; readonly quota: number | null };
}

/** What a person gets for a period. */
export interface Statement {
  readonly lines: readonly Line[];
  /** Variable pay earned: components and extras, after the plan's cap, floor and guarantee. Below 0 it is owed. */
  readonly earned: number;
  /** What an advance that need not be earned adds to it. */
  readonly kept: number;
  /** Cash paid out: salary and what of variable pay is due now. */
  readonly paid: number;
  readonly carry: Carry;
}
