import { type Columns, copyRows, tableBytes, viewTable } from '../kernel/columns.ts';
import { CUSTOMERS } from './tables/customers.ts';
import { DEALS } from './tables/deals.ts';
import { REPS } from './tables/reps.ts';
import { REP_FIGURES, STAGE_FIGURES, SUMS, TIER_FIGURES, TIMELINE } from './tables/tally.ts';
import { MARKET, TEAMS } from './tables/teams.ts';

/** Workdays a day bucket looks ahead; later days go round again. A power of two. */
export const RING = 512;

/** Customer tiers: A, B, C. */
export const TIERS = 3;

/** How large a world is. Deals and customers grow; the rest is fixed by the study. */
export interface WorldSize {
  readonly seats: number;
  readonly teams: number;
  readonly stages: number;
  readonly months: number;
  readonly practices: number;
  readonly deals: number;
  readonly customers: number;
}

/**
 * All state of one simulated company, in one ArrayBuffer: copying the bytes copies the world. Phases read the
 * tables afresh each time they run, because growing replaces them.
 */
export class World {
  size: WorldSize;
  buffer: ArrayBuffer;
  reps!: Columns<typeof REPS>;
  teams!: Columns<typeof TEAMS>;
  market!: Columns<typeof MARKET>;
  customers!: Columns<typeof CUSTOMERS>;
  deals!: Columns<typeof DEALS>;
  /** [practice][seat]: how far a seat works the practice's way, 0–1. */
  adoption!: Float64Array;
  /** First deal due on a day, first customer renewing, first customer with a purchase occasion; −1 for none. */
  dealBucket!: Int32Array;
  renewBucket!: Int32Array;
  buyBucket!: Int32Array;
  /** [month][TIMELINE]. */
  timeline!: Float64Array;
  /** [seat][REP_FIGURES]. */
  seatTally!: Float64Array;
  /** [stage][STAGE_FIGURES]. */
  stageTally!: Float64Array;
  /** [tier][TIER_FIGURES]. */
  tierTally!: Float64Array;
  sums!: Float64Array;

  constructor(size: WorldSize, buffer?: ArrayBuffer) {
    this.size = size;
    this.buffer = buffer ?? new ArrayBuffer(worldBytes(size));
    this.#view();
    if (buffer === undefined) this.#empty();
  }

  /** A world with the same bytes, free to go its own way. */
  fork(): World {
    return new World(this.size, this.buffer.slice(0));
  }

  /** Makes room for at least this many deals and customers; rows keep their positions. */
  grow(deals: number, customers: number): void {
    if (deals <= this.size.deals && customers <= this.size.customers) return;
    const old: World = Object.assign(Object.create(World.prototype), this);
    const roomier = (have: number, want: number): number => {
      let rows = have;
      while (rows < want) rows *= 2;
      return rows;
    };
    this.size = {
      ...old.size,
      deals: roomier(old.size.deals, deals),
      customers: roomier(old.size.customers, customers),
    };
    this.buffer = new ArrayBuffer(worldBytes(this.size));
    this.#view();
    copyRows(REPS, old.reps, this.reps);
    copyRows(TEAMS, old.teams, this.teams);
    copyRows(MARKET, old.market, this.market);
    copyRows(CUSTOMERS, old.customers, this.customers);
    copyRows(DEALS, old.deals, this.deals);
    for (const name of ARRAYS) (this[name] as Float64Array).set(old[name] as Float64Array);
    this.#chainFreeDeals(old.size.deals);
  }

  #view(): void {
    const { size, buffer } = this;
    let at = 0;
    const table = <S extends Parameters<typeof viewTable>[0]>(spec: S, rows: number): Columns<S> => {
      const view = viewTable(spec, buffer, at, rows);
      at += tableBytes(spec, rows);
      return view;
    };
    const array = (type: 'f64' | 'i32', length: number): Float64Array | Int32Array =>
      table({ only: type }, length).only;
    this.reps = table(REPS, size.seats);
    this.teams = table(TEAMS, size.teams);
    this.market = table(MARKET, 1);
    this.adoption = array('f64', size.practices * size.seats) as Float64Array;
    this.timeline = array('f64', size.months * TIMELINE.length) as Float64Array;
    this.seatTally = array('f64', size.seats * REP_FIGURES.length) as Float64Array;
    this.stageTally = array('f64', size.stages * STAGE_FIGURES.length) as Float64Array;
    this.tierTally = array('f64', TIERS * TIER_FIGURES.length) as Float64Array;
    this.sums = array('f64', SUMS.length) as Float64Array;
    this.dealBucket = array('i32', RING) as Int32Array;
    this.renewBucket = array('i32', RING) as Int32Array;
    this.buyBucket = array('i32', RING) as Int32Array;
    this.customers = table(CUSTOMERS, size.customers);
    this.deals = table(DEALS, size.deals);
  }

  #empty(): void {
    this.reps.readyHead.fill(-1);
    this.dealBucket.fill(-1);
    this.renewBucket.fill(-1);
    this.buyBucket.fill(-1);
    this.market.freeDeal[0] = -1;
    this.#chainFreeDeals(0);
  }

  /** Puts rows from `first` on in front of the free list, lowest first. */
  #chainFreeDeals(first: number): void {
    const { next } = this.deals;
    const { freeDeal } = this.market;
    for (let row = this.size.deals - 1; row >= first; row--) {
      next[row] = freeDeal[0]!;
      freeDeal[0] = row;
    }
  }
}

const ARRAYS = [
  'adoption',
  'timeline',
  'seatTally',
  'stageTally',
  'tierTally',
  'sums',
  'dealBucket',
  'renewBucket',
  'buyBucket',
] as const;

/** Bytes of a world of this size. */
function worldBytes(size: WorldSize): number {
  const f64 = (n: number): number => tableBytes({ only: 'f64' }, n);
  const i32 = (n: number): number => tableBytes({ only: 'i32' }, n);
  return (
    tableBytes(REPS, size.seats) +
    tableBytes(TEAMS, size.teams) +
    tableBytes(MARKET, 1) +
    f64(size.practices * size.seats) +
    f64(size.months * TIMELINE.length) +
    f64(size.seats * REP_FIGURES.length) +
    f64(size.stages * STAGE_FIGURES.length) +
    f64(TIERS * TIER_FIGURES.length) +
    f64(SUMS.length) +
    3 * i32(RING) +
    tableBytes(CUSTOMERS, size.customers) +
    tableBytes(DEALS, size.deals)
  );
}
