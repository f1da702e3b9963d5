import { exp } from '../kernel/math.ts';
import { DAYS_A_YEAR, monthOfYear } from './calendar.ts';
import { applyShift } from './lever-algebra.ts';
import { LEVERS, leverAt } from './levers.ts';
import type { Entry, Model } from './model.ts';
import type { World } from './world.ts';

/** Tenure in workdays below which a rep counts as a novice, and above which as a veteran. */
const NOVICE_DAYS = 2 * DAYS_A_YEAR;
const VETERAN_DAYS = 5 * DAYS_A_YEAR;

const MEETINGS = leverAt('overhead-hours');
const RECORDS = leverAt('records');

/**
 * Works out every lever's value from what is adopted today: shifts of all practices add on the lever's natural scale,
 * weighted by how far each seat has adopted them, and saturate. Meetings of several practices are partly held in one. With
 * nothing adopted each lever is its base, to the bit.
 *
 * @param base the levers' values before any practice
 */
export class LeverTable {
  readonly #sums: readonly Float64Array[];
  readonly #base: readonly Float64Array[];
  readonly #bases: readonly number[];
  /** Per seat: hours of the practice or change that adds most meetings. */
  readonly #longest: Float64Array;

  constructor(base: readonly Float64Array[]) {
    this.#base = base;
    this.#bases = base.map((values) => values[0] ?? 0);
    this.#sums = base.map((values) => new Float64Array(values.length));
    this.#longest = new Float64Array(base[MEETINGS]!.length);
  }

  /** The base value of a lever, the same for all of its index. */
  baseOf(lever: number): number {
    return this.#bases[lever]!;
  }

  refresh(w: World, m: Model, day: number): void {
    chooseRouting(w, m);
    for (const sum of this.#sums) sum.fill(0);
    this.#longest.fill(0);
    const month = 1 << monthOfYear(day);
    // What is on record comes first: other shifts hang on it.
    this.#sum(w, m, day, month, true);
    this.#settle(m, RECORDS);
    this.#sum(w, m, day, month, false);
    const meetings = this.#sums[MEETINGS]!;
    for (let seat = 0; seat < meetings.length; seat++) {
      meetings[seat] = heldTogether(meetings[seat]!, this.#longest[seat]!, m.params.sharedMeetings);
    }
    for (let l = 0; l < this.#sums.length; l++) if (l !== RECORDS) this.#settle(m, l);
  }

  /** Adds up what shifts the lever of records, or every other. */
  #sum(w: World, m: Model, day: number, month: number, records: boolean): void {
    for (const practice of m.practices) {
      const row = w.adoption.subarray(practice.row * m.seats, (practice.row + 1) * m.seats);
      const mean = meanAdoption(w, row);
      if (mean <= 0) continue;
      for (const entry of practice.entries) {
        if ((entry.lever === RECORDS) === records && acts(entry, day, month))
          this.#add(w, m, entry, row, mean, day);
      }
    }
    for (const entry of m.changes) {
      if ((entry.lever === RECORDS) !== records || !acts(entry, day, month)) continue;
      const covered = entry.covered!;
      let count = 0;
      let real = 0;
      for (let seat = 0; seat < covered.length; seat++) {
        count += covered[seat]! * w.reps.real[seat]!;
        real += w.reps.real[seat]!;
      }
      this.#add(w, m, entry, covered, count / Math.max(1, real), day);
    }
  }

  /** Works out a lever's values from its shifts. */
  #settle(m: Model, lever: number): void {
    const { scale, bound } = LEVERS[lever]!;
    const sums = this.#sums[lever]!;
    const base = this.#base[lever]!;
    const value = m.lever[lever]!;
    for (let i = 0; i < sums.length; i++) {
      value[i] = sums[i] === 0 ? base[i]! : applyShift(scale, base[i]!, bound, sums[i]!);
    }
  }

  #add(w: World, m: Model, entry: Entry, strength: ArrayLike<number>, mean: number, day: number): void {
    const sums = this.#sums[entry.lever]!;
    const shift = shiftOn(entry, day);
    if (LEVERS[entry.lever]!.index !== 'rep') {
      if (entry.at >= 0) sums[entry.at]! += shift * mean;
      else for (let i = 0; i < sums.length; i++) sums[i]! += shift * mean;
      return;
    }
    const { hiredDay } = w.reps;
    const recorded = m.lever[RECORDS]!;
    for (let seat = 0; seat < sums.length; seat++) {
      const tenure = day - hiredDay[seat]!;
      if (entry.tenure === 1 && tenure >= NOVICE_DAYS) continue;
      if (entry.tenure === 2 && tenure <= VETERAN_DAYS) continue;
      const by = shift * strength[seat]! * (entry.recorded === 1 ? recorded[seat]! : 1);
      sums[seat]! += by;
      if (entry.lever === MEETINGS && by > this.#longest[seat]!) this.#longest[seat] = by;
    }
  }
}

/** Whether an entry acts on a day. @param month bit of its calendar month */
function acts(entry: Entry, day: number, month: number): boolean {
  return day >= entry.startDay && day < entry.endDay && (entry.months & month) !== 0;
}

/** How strong an entry's shift is on a day: in full, or what has come of it and what is left of it since it set in. */
export function shiftOn({ shift, startDay, fading, building }: Entry, day: number): number {
  if (fading === 0 && building === 0) return shift;
  const since = day - startDay;
  return shift * (building > 0 ? 1 - exp(-building * since) : 1) * exp(-fading * since);
}

/**
 * Hours of meetings where those of several practices would add up to `sum`: the longest is held in full, and of what the
 * others add to it the share `shared` is settled at the same table.
 */
export function heldTogether(sum: number, longest: number, shared: number): number {
  return sum > longest ? longest + (1 - shared) * (sum - longest) : sum;
}

/** A team routes by a practice's rule once at least half of it, on average, works that way; by lot otherwise. */
function chooseRouting(w: World, m: Model): void {
  m.routing.fill(0);
  for (const practice of m.practices) {
    if (practice.routing < 0) continue;
    for (let team = 0; team < m.teams; team++) {
      let sum = 0;
      let count = 0;
      for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) {
        if (w.reps.real[seat] === 0) continue;
        sum += w.adoption[practice.row * m.seats + seat]!;
        count++;
      }
      if (count > 0 && sum >= 0.5 * count) m.routing[team] = practice.routing;
    }
  }
}

/** Mean adoption over real seats. */
export function meanAdoption(w: World, row: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let seat = 0; seat < row.length; seat++) {
    if (w.reps.real[seat] === 0) continue;
    sum += row[seat]!;
    count++;
  }
  return count > 0 ? sum / count : 0;
}
