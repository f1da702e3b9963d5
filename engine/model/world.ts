import { type Columns, copyRows, tableBytes, viewTable } from '../kernel/columns.ts';
import type { Holdings } from './equity.ts';
import { CUSTOMERS } from './tables/customers.ts';
import { DEALS } from './tables/deals.ts';
import { PAY, type Sale } from './tables/pay.ts';
import { REPS } from './tables/reps.ts';
import {
  REP_FIGURES,
  SPREAD_BINS,
  SPREADS,
  STAGE_FIGURES,
  SUMS,
  TENTHS,
  TIER_FIGURES,
  TIMELINE,
} from './tables/tally.ts';
import { MARKET, TEAMS } from './tables/teams.ts';
import type { Today } from './today.ts';

/** Workdays a day bucket looks ahead; later days go round again. A power of two. */
export const RING = 512;

/** Customer tiers: A, B, C. */
export const TIERS = 3;

/** What the study fixes about a world's size. */
export interface WorldSize {
  readonly seats: number;
  readonly teams: number;
  readonly stages: number;
  readonly months: number;
  readonly practices: number;
  /** Things that pay plans measure, those of them that wait for cash, and most components and extras of a plan. */
  readonly measures: number;
  readonly cashRows: number;
  readonly components: number;
  readonly extras: number;
}

const ONE = { only: 'f64' } as const;
const INT = { only: 'i32' } as const;

/**
 * All state of one simulated company in three ArrayBuffers (the company, its customers, its deals): copying the bytes
 * copies the world, but for the records of pay that some plans need, which are shared and never changed. Customers and deals grow as needed, which replaces their columns: take them from the world anew
 * after anything that may add a customer or a deal.
 */
export class World {
  readonly size: WorldSize;
  readonly company: ArrayBuffer;
  readonly reps: Columns<typeof REPS>;
  readonly teams: Columns<typeof TEAMS>;
  readonly market: Columns<typeof MARKET>;
  customers: Columns<typeof CUSTOMERS>;
  deals: Columns<typeof DEALS>;
  /** [practice][seat]: how far a seat works the practice's way, 0–1. */
  readonly adoption: Float64Array;
  /** [measure × seats + seat]. */
  readonly pay: Columns<typeof PAY>;
  /** [(cash row × RING + day) × seats + seat]: cash that comes in on a day. */
  readonly cashDue: Float64Array;
  /** [component × seats + seat]: what an accumulating component has paid in the plan year. */
  readonly paidYear: Float64Array;
  /**
   * Extras: [extra × seats + seat] deals paid for in the plan year; [extra] money spent on it; [side × seats + seat] pay
   * since the last statement. Side 1 is a plan that is paid while another, side 0, is felt.
   */
  readonly extraCount: Float64Array;
  readonly extraSpent: Float64Array;
  readonly extraDue: Float64Array;
  readonly awardDue: Float64Array;
  /** [side × seats + seat]: what pay carries from statement to statement, where a plan has such things; records that never change. */
  readonly ledgers: (object | null)[];
  /** What the warm-up has shown of today's management; never changed. */
  today: Today | null = null;
  /** What the company held on the morning of day 0; never changed. */
  held: Holdings | null = null;
  /** [side]: sales to new customers since the last statement, where pay may hang on them. */
  readonly sales: (readonly Sale[])[] = [[], []];
  /** First deal due on a day, first customer renewing, first customer with a purchase occasion; −1 for none. */
  readonly dealBucket: Int32Array;
  readonly renewBucket: Int32Array;
  readonly buyBucket: Int32Array;
  /** [month][TIMELINE]. */
  readonly timeline: Float64Array;
  /** [seat][REP_FIGURES]. */
  readonly seatTally: Float64Array;
  /** [stage][STAGE_FIGURES]. */
  readonly stageTally: Float64Array;
  /** [tier][TIER_FIGURES]. */
  readonly tierTally: Float64Array;
  /** [tenth of the pay period]: bookings. */
  readonly tenthTally: Float64Array;
  /** [spread][bin]: people's pay periods. */
  readonly spreadTally: Float64Array;
  readonly sums: Float64Array;

  private constructor(size: WorldSize, company: ArrayBuffer, customers: ArrayBuffer, deals: ArrayBuffer) {
    this.size = size;
    this.company = company;
    let at = 0;
    const table = <S extends Parameters<typeof viewTable>[0]>(spec: S, rows: number): Columns<S> => {
      const view = viewTable(spec, company, at, rows);
      at += tableBytes(spec, rows);
      return view;
    };
    this.reps = table(REPS, size.seats);
    this.teams = table(TEAMS, size.teams);
    this.market = table(MARKET, 1);
    this.adoption = table(ONE, size.practices * size.seats).only;
    this.pay = table(PAY, size.measures * size.seats);
    this.cashDue = table(ONE, size.cashRows * RING * size.seats).only;
    this.paidYear = table(ONE, size.components * size.seats).only;
    this.extraCount = table(ONE, size.extras * size.seats).only;
    this.extraSpent = table(ONE, size.extras).only;
    this.extraDue = table(ONE, 2 * size.seats).only;
    this.awardDue = table(ONE, 2 * size.seats).only;
    this.ledgers = new Array<object | null>(2 * size.seats).fill(null);
    this.timeline = table(ONE, size.months * TIMELINE.length).only;
    this.seatTally = table(ONE, size.seats * REP_FIGURES.length).only;
    this.stageTally = table(ONE, size.stages * STAGE_FIGURES.length).only;
    this.tierTally = table(ONE, TIERS * TIER_FIGURES.length).only;
    this.tenthTally = table(ONE, TENTHS).only;
    this.spreadTally = table(ONE, SPREADS.length * SPREAD_BINS).only;
    this.sums = table(ONE, SUMS.length).only;
    this.dealBucket = table(INT, RING).only;
    this.renewBucket = table(INT, RING).only;
    this.buyBucket = table(INT, RING).only;
    this.customers = viewTable(CUSTOMERS, customers, 0, rowsIn(CUSTOMERS, customers));
    this.deals = viewTable(DEALS, deals, 0, rowsIn(DEALS, deals));
  }

  /** An empty world with room for these many customers and deals (even numbers); both grow by themselves. */
  static create(size: WorldSize, customers: number, deals: number): World {
    const bytes =
      tableBytes(REPS, size.seats) +
      tableBytes(TEAMS, size.teams) +
      tableBytes(MARKET, 1) +
      tableBytes(ONE, size.practices * size.seats) +
      tableBytes(PAY, size.measures * size.seats) +
      tableBytes(ONE, size.cashRows * RING * size.seats) +
      tableBytes(ONE, size.components * size.seats) +
      tableBytes(ONE, size.extras * size.seats) +
      tableBytes(ONE, size.extras) +
      2 * tableBytes(ONE, 2 * size.seats) +
      tableBytes(ONE, size.months * TIMELINE.length) +
      tableBytes(ONE, size.seats * REP_FIGURES.length) +
      tableBytes(ONE, size.stages * STAGE_FIGURES.length) +
      tableBytes(ONE, TIERS * TIER_FIGURES.length) +
      tableBytes(ONE, TENTHS) +
      tableBytes(ONE, SPREADS.length * SPREAD_BINS) +
      tableBytes(ONE, SUMS.length) +
      3 * tableBytes(INT, RING);
    const even = (rows: number): number => Math.max(2, rows + (rows & 1));
    const w = new World(
      size,
      new ArrayBuffer(bytes),
      new ArrayBuffer(tableBytes(CUSTOMERS, even(customers))),
      new ArrayBuffer(tableBytes(DEALS, even(deals))),
    );
    w.reps.readyHead.fill(-1);
    w.dealBucket.fill(-1);
    w.renewBucket.fill(-1);
    w.buyBucket.fill(-1);
    w.market.freeDeal[0] = -1;
    w.#chainFreeDeals(0);
    return w;
  }

  /** A world with the same bytes, free to go its own way. */
  fork(): World {
    const copy = new World(
      this.size,
      this.company.slice(0),
      this.customers.state.buffer.slice(0) as ArrayBuffer,
      this.deals.stage.buffer.slice(0) as ArrayBuffer,
    );
    this.ledgers.forEach((ledger, seat) => {
      copy.ledgers[seat] = ledger;
    });
    copy.today = this.today;
    copy.held = this.held;
    copy.sales[0] = this.sales[0]!;
    copy.sales[1] = this.sales[1]!;
    return copy;
  }

  /** Doubles the room for deals; rows keep their positions. */
  growDeals(): void {
    const old = this.deals;
    const rows = old.stage.length;
    this.deals = viewTable(DEALS, new ArrayBuffer(tableBytes(DEALS, 2 * rows)), 0, 2 * rows);
    copyRows(DEALS, old, this.deals);
    this.#chainFreeDeals(rows);
  }

  /** Doubles the room for customers; rows keep their positions. */
  growCustomers(): void {
    const old = this.customers;
    const rows = 2 * old.state.length;
    this.customers = viewTable(CUSTOMERS, new ArrayBuffer(tableBytes(CUSTOMERS, rows)), 0, rows);
    copyRows(CUSTOMERS, old, this.customers);
  }

  /** Puts rows from `first` on in front of the free list, lowest first. */
  #chainFreeDeals(first: number): void {
    const { next } = this.deals;
    const { freeDeal } = this.market;
    for (let row = next.length - 1; row >= first; row--) {
      next[row] = freeDeal[0]!;
      freeDeal[0] = row;
    }
  }
}

/** Rows of a table that fills a buffer; tables have an even number of rows, so no column is padded. */
function rowsIn(spec: Parameters<typeof tableBytes>[0], buffer: ArrayBuffer): number {
  return (buffer.byteLength / tableBytes(spec, 2)) * 2;
}
