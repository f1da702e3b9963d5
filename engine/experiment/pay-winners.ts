import type { Person } from './pay-people.ts';

/** What a change does to the yearly pay of one group of people. */
export interface GroupChange {
  /** Mean change of yearly pay, salary included; null where nobody can be compared. */
  readonly change: number | null;
  /** Share of people paid less, by more than one percent; null likewise. */
  readonly lose: number | null;
  /** Cases compared: people, in each replication anew. */
  readonly people: number;
}

/** Who gains and who loses; people as they stand in the baseline. */
export interface Winners {
  /** From the lowest fifth of the company to the highest. */
  readonly byAttainment: readonly GroupChange[];
  readonly byAbility: readonly GroupChange[];
  /** By tenure at the start of the horizon: under one year, one to three, over three. */
  readonly byTenure: readonly GroupChange[];
}

/** Groups of equal size that people are put into. */
const FIFTHS = 5;

/** Workdays of tenure that part novices from those who know the work, and these from veterans. */
const TENURES = [252, 756] as const;

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
    const people = this.#people;
    if (people === 0) return { change: null, lose: null, people };
    return { change: this.#change / people, lose: this.#lose / people, people };
  }
}

const groups = (count: number): Group[] => Array.from({ length: count }, () => new Group());

/** Adds up what a change does to whom: the same seat with the same luck is compared, person by person. */
export class Compensated {
  readonly #byAttainment = groups(FIFTHS);
  readonly #byAbility = groups(FIFTHS);
  readonly #byTenure = groups(TENURES.length + 1);

  /** Adds everyone who was there all along on both sides. */
  add(changed: readonly Person[], usual: readonly Person[]): void {
    const seats = usual.map((_, seat) => seat).filter((seat) => usual[seat]!.there && changed[seat]!.there);
    const into = (group: Group, seat: number): void => group.add(usual[seat]!.pay, changed[seat]!.pay);
    const byFifths = (by: (person: Person) => number, fifths: readonly Group[]): void => {
      const ranked = seats.filter((seat) => Number.isFinite(by(usual[seat]!)));
      ranked.sort((a, b) => by(usual[a]!) - by(usual[b]!) || a - b);
      ranked.forEach((seat, rank) => {
        into(fifths[Math.floor((rank * FIFTHS) / ranked.length)]!, seat);
      });
    };
    byFifths((one) => one.attainment, this.#byAttainment);
    byFifths((one) => one.ability, this.#byAbility);
    for (const seat of seats) {
      const older = TENURES.findIndex((days) => usual[seat]!.tenure < days);
      into(this.#byTenure[older < 0 ? TENURES.length : older]!, seat);
    }
  }

  told(): Winners {
    const told = (list: readonly Group[]): GroupChange[] => list.map((group) => group.told());
    return {
      byAttainment: told(this.#byAttainment),
      byAbility: told(this.#byAbility),
      byTenure: told(this.#byTenure),
    };
  }
}
