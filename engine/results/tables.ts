import { type Column, ParquetTable } from './parquet-table.ts';
import type { Units } from './unit.ts';

/** Names of the tables of a run. */
export const TABLES = ['replications.parquet', 'timeline.parquet', 'reps.parquet'] as const;

const text = (name: string): Column => ({ name, type: 'STRING' });
const count = (name: string): Column => ({ name, type: 'INT32' });
const figure = (name: string): Column => ({ name, type: 'DOUBLE' });

/**
 * Writes the three tables of a run in one pass over its units, one unit in memory at a time. Rows come by draw, then
 * replication, then alternative, then month or seat; all four count from 0, and `replication` within its draw.
 *
 * @param pathOf where to write the table of this name
 */
export function writeTables(units: Units, pathOf: (name: string) => string, engine: string): void {
  const { layout } = units;
  const createdBy = `schemelab ${engine}`;
  const who = [text('alternative'), count('draw'), count('replication')];
  const open = (name: string, columns: Column[]): ParquetTable =>
    new ParquetTable(pathOf(name), columns, createdBy);
  const replications = open(TABLES[0], [...who, ...[...layout.metrics, ...layout.details].map(figure)]);
  const timeline = open(TABLES[1], [...who, count('month'), ...layout.timeline.map(figure)]);
  const reps = open(TABLES[2], [...who, count('seat'), ...layout.reps.map(figure)]);
  const months = layout.metrics.length + layout.details.length;
  const seats = months + layout.months * layout.timeline.length;
  const end = seats + layout.seats * layout.reps.length;
  const stride = units.alternatives.length * layout.size;
  for (let draw = 0; draw < units.draws; draw++) {
    const { data } = units.read(draw);
    if (data.length !== units.replicationsPerDraw * stride)
      throw new RangeError(`draw ${draw}: ${data.length} doubles, not ${units.replicationsPerDraw * stride}`);
    for (let k = 0; k < units.replicationsPerDraw; k++) {
      units.alternatives.forEach((alternative, a) => {
        const at = k * stride + a * layout.size;
        const of = [alternative, draw, k];
        replications.add(of, data.subarray(at, at + months));
        addEach(timeline, of, data.subarray(at + months, at + seats), layout.months);
        addEach(reps, of, data.subarray(at + seats, at + end), layout.seats);
      });
    }
  }
  for (const table of [replications, timeline, reps]) table.close();
}

/** A row for each of `rows` months or seats. */
function addEach(
  table: ParquetTable,
  cells: readonly (string | number)[],
  data: Float64Array,
  rows: number,
): void {
  const width = data.length / rows;
  for (let row = 0; row < rows; row++)
    table.add([...cells, row], data.subarray(row * width, (row + 1) * width));
}
