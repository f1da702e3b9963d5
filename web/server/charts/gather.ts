import type { UnitLayout, Units } from '../../../engine/results/index.ts';
import { Turns } from './pause.ts';

/** Replications, of each alternative, behind what is told by month and by seat: enough for quantiles of 5 %. */
const DETAILED = 1000;

/** A run's figures in columns. */
export interface Gathered {
  readonly draws: number;
  readonly replicationsPerDraw: number;
  /** Of every alternative. */
  readonly replications: number;
  /** Replications that months and seats were gathered of: the first so many. */
  readonly detailed: number;
  readonly layout: UnitLayout;
  /** A metric or detail of an alternative, [replication]. */
  figure(alternative: number, name: string): Float64Array;
  /** A monthly figure, [replication][month]. */
  month(alternative: number, name: string): Float64Array;
  /** A figure per seat, [replication][seat]. */
  seat(alternative: number, name: string): Float64Array;
}

/** What a run is made of, besides its figures. */
export interface Shape {
  readonly draws: number;
  readonly replicationsPerDraw: number;
  /** Alternatives to gather: the first so many of the run's. */
  readonly alternatives: number;
  readonly layout: UnitLayout;
}

/** Columns to be filled, then read. */
export class Columns implements Gathered {
  readonly draws: number;
  readonly replicationsPerDraw: number;
  readonly replications: number;
  readonly detailed: number;
  readonly layout: UnitLayout;
  readonly #columns: Readonly<
    Record<'figure' | 'month' | 'seat', readonly ReadonlyMap<string, Float64Array>[]>
  >;

  constructor(shape: Shape) {
    const { layout, draws, replicationsPerDraw } = shape;
    this.draws = draws;
    this.replicationsPerDraw = replicationsPerDraw;
    this.replications = draws * replicationsPerDraw;
    const detailedDraws = Math.min(draws, Math.max(1, Math.ceil(DETAILED / replicationsPerDraw)));
    this.detailed = detailedDraws * replicationsPerDraw;
    this.layout = layout;
    const room = (names: readonly string[], size: number) =>
      Array.from(
        { length: shape.alternatives },
        () => new Map(names.map((name) => [name, new Float64Array(size)])),
      );
    this.#columns = {
      figure: room([...layout.metrics, ...layout.details], this.replications),
      month: room(layout.timeline, this.detailed * layout.months),
      seat: room(layout.reps, this.detailed * layout.seats),
    };
  }

  figure(alternative: number, name: string): Float64Array {
    return this.#of('figure', alternative, name);
  }

  month(alternative: number, name: string): Float64Array {
    return this.#of('month', alternative, name);
  }

  seat(alternative: number, name: string): Float64Array {
    return this.#of('seat', alternative, name);
  }

  #of(kind: 'figure' | 'month' | 'seat', alternative: number, name: string): Float64Array {
    const column = this.#columns[kind][alternative]?.get(name);
    if (column === undefined) throw new RangeError(`no ${kind} named ${name} of alternative ${alternative}`);
    return column;
  }
}

/** Gathers the figures of finished draws, wherever they are kept. */
export async function gatherUnits(units: Units, alternatives: number): Promise<Gathered> {
  const { layout, draws, replicationsPerDraw } = units;
  const columns = new Columns({ layout, draws, replicationsPerDraw, alternatives });
  const turns = new Turns();
  const all = Array.from({ length: alternatives }, (_, a) => ({
    figures: [...layout.metrics, ...layout.details].map((name) => columns.figure(a, name)),
    months: layout.timeline.map((name) => columns.month(a, name)),
    seats: layout.reps.map((name) => columns.seat(a, name)),
  }));
  for (let draw = 0; draw < draws; draw++) {
    const { data } = units.read(draw);
    for (let k = 0; k < replicationsPerDraw; k++) {
      const replication = draw * replicationsPerDraw + k;
      for (let a = 0; a < alternatives; a++) {
        const { figures, months, seats } = all[a]!;
        let at = (k * units.alternatives.length + a) * layout.size;
        for (const column of figures) column[replication] = data[at++]!;
        if (replication >= columns.detailed) continue;
        for (let month = 0; month < layout.months; month++)
          for (const column of months) column[replication * layout.months + month] = data[at++]!;
        for (let seat = 0; seat < layout.seats; seat++)
          for (const column of seats) column[replication * layout.seats + seat] = data[at++]!;
      }
    }
    await turns.rest();
  }
  return columns;
}
