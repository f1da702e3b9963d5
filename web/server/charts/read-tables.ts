import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { TABLES } from '../../../engine/results/index.ts';
import { columnName } from '../../../engine/run/index.ts';
import { Columns, type Gathered, type Shape } from './gather.ts';
import { Turns } from './pause.ts';

const [REPLICATIONS, TIMELINE, REPS] = TABLES;

/** The tables that are read. */
export const READ = [REPLICATIONS, TIMELINE, REPS] as const;

/** Puts the value of a row in its place. */
type Place = (row: number, value: number) => void;

/**
 * Gathers the figures of a finished run from its Parquet tables, a row group at a time.
 *
 * @param of alternatives that the run's tables hold, in rows that take turns
 * @param onShare told again and again what share of the values has been read
 */
export async function gatherTables(
  dir: string,
  shape: Shape,
  of: number,
  onShare: (share: number) => void = () => {},
): Promise<Gathered> {
  const { layout, alternatives } = shape;
  const { months, seats } = layout;
  const columns = new Columns(shape);
  /** Rows take turns between alternatives, then within each replication over months or seats. */
  const place =
    (kind: 'figure' | 'month' | 'seat', width: number) =>
    (name: string): Place => {
      const to = Array.from({ length: alternatives }, (_, a) => columns[kind](a, name));
      return (row, value) => {
        const part = row % width;
        const turn = (row - part) / width;
        const a = turn % of;
        if (a < alternatives) to[a]![((turn - a) / of) * width + part] = value;
      };
    };
  const detailed = columns.detailed * of;
  const tables = [
    {
      file: REPLICATIONS,
      names: [...layout.metrics, ...layout.details],
      rows: columns.replications * of,
      place: place('figure', 1),
    },
    { file: TIMELINE, names: layout.timeline, rows: detailed * months, place: place('month', months) },
    { file: REPS, names: layout.reps, rows: detailed * seats, place: place('seat', seats) },
  ];
  const all = tables.reduce((sum, { names, rows }) => sum + names.length * rows, 0);
  let before = 0;
  for (const table of tables) {
    const { names, rows } = table;
    await readTable(join(dir, table.file), table, (done) => onShare((before + names.length * done) / all));
    before += names.length * rows;
  }
  return columns;
}

/** Reads figures by their ids, rows 0 … rows − 1; missing values are NaN. */
async function readTable(
  path: string,
  { names, rows, place }: { names: readonly string[]; rows: number; place: (name: string) => Place },
  onRows: (done: number) => void,
): Promise<void> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const ids = new Map(names.map((id) => [columnName(id), id]));
  const turns = new Turns();
  let start = 0;
  for (const group of metadata.row_groups) {
    if (start >= rows) break;
    const end = start + Number(group.num_rows);
    await parquetRead({
      file,
      metadata,
      columns: [...ids.keys()],
      rowStart: start,
      rowEnd: Math.min(end, rows),
      onChunk({ columnName: column, columnData, rowStart }) {
        const put = place(ids.get(column)!);
        const size = Math.min(columnData.length, rows - rowStart);
        for (let i = 0; i < size; i++) put(rowStart + i, columnData[i] ?? Number.NaN);
      },
    });
    start = end;
    onRows(Math.min(start, rows));
    await turns.rest();
  }
}
