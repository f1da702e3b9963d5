import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { TABLES } from '../../../engine/results/index.ts';
import { Columns, type Gathered, type Shape } from './gather.ts';
import { Turns } from './pause.ts';

const [REPLICATIONS, TIMELINE, REPS] = TABLES;

/**
 * Gathers the figures of a finished run from its Parquet tables, a row group at a time.
 *
 * @param of alternatives that the run's tables hold, in rows that take turns
 */
export async function gatherTables(dir: string, shape: Shape, of: number): Promise<Gathered> {
  const { layout } = shape;
  const columns = new Columns(shape);
  const figures = [...layout.metrics, ...layout.details];
  await readTable(join(dir, REPLICATIONS), figures, columns.replications * of, (name, row, value) => {
    const a = row % of;
    if (a < shape.alternatives) columns.figure(a, name)[(row - a) / of] = value;
  });
  const each =
    (kind: 'month' | 'seat', width: number) =>
    (name: string, row: number, value: number): void => {
      const part = row % width;
      const a = ((row - part) / width) % of;
      if (a >= shape.alternatives) return;
      const replication = ((row - part) / width - a) / of;
      columns[kind](a, name)[replication * width + part] = value;
    };
  const { months, seats, timeline, reps } = layout;
  const rows = columns.detailed * of;
  await readTable(join(dir, TIMELINE), timeline, rows * months, each('month', months));
  await readTable(join(dir, REPS), reps, rows * seats, each('seat', seats));
  return columns;
}

/** Reads columns of doubles, rows 0 … rows − 1; missing values are NaN. */
async function readTable(
  path: string,
  names: readonly string[],
  rows: number,
  set: (name: string, row: number, value: number) => void,
): Promise<void> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const turns = new Turns();
  let start = 0;
  for (const group of metadata.row_groups) {
    if (start >= rows) break;
    const end = start + Number(group.num_rows);
    await parquetRead({
      file,
      metadata,
      columns: [...names],
      rowStart: start,
      rowEnd: Math.min(end, rows),
      onChunk({ columnName, columnData, rowStart }) {
        for (let i = 0; i < columnData.length && rowStart + i < rows; i++)
          set(columnName, rowStart + i, columnData[i] ?? Number.NaN);
      },
    });
    start = end;
    await turns.rest();
  }
}
