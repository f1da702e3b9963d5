import type { Person } from './pay-report.ts';

/** What a change does to the yearly pay of one fifth of the people. */
export interface GroupChange {
  /** Mean change of yearly pay, salary included; null where nobody can be compared. */
  readonly change: number | null;
  /** Share of people paid less, by more than one percent; null likewise. */
  readonly lose: number | null;
}

/** Groups that people are put into, from the lowest fifth to the highest. */
const GROUPS = 5;

/** Fall of pay, relative to what it was, from which somebody counts as losing. */
const NOTICED = 0.01;

/** Sums over one group. */
class Group {
  #people = 0;
  #change = 0;
  #lose = 0;

  add(before: number, after: number): void {
    this.#people++;
    this.#change += after - before;
    if (after < before * (1 - NOTICED)) this.#lose++;
  }

  told(): GroupChange {
    const n = this.#people;
    return n === 0 ? { change: null, lose: null } : { change: this.#change / n, lose: this.#lose / n };
  }
}

/** Empty groups. */
export function payGroups(): Group[] {
  return Array.from({ length: GROUPS }, () => new Group());
}

/**
 * Puts everyone who was there all along on both sides into a fifth of the company by how they stand in the baseline, and
 * adds what the change does to their pay. The same seat with the same luck is compared, person by person.
 */
export function paidToWhom(
  changed: readonly Person[],
  usual: readonly Person[],
  by: (person: Person) => number,
  groups: readonly Group[],
): void {
  const seats = usual.map((_, seat) => seat).filter((seat) => usual[seat]!.there && changed[seat]!.there);
  seats.sort((a, b) => by(usual[a]!) - by(usual[b]!) || a - b);
  seats.forEach((seat, rank) => {
    const group = Math.floor((rank * GROUPS) / seats.length);
    groups[group]!.add(usual[seat]!.pay, changed[seat]!.pay);
  });
}
