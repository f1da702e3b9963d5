import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { TABLES, type Units, writeTables } from '../../engine/results/index.ts';
import { ParquetTable } from '../../engine/results/parquet-table.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import { tinyStudy } from '../batch/tiny-study.ts';

const folder = mkdtempSync(join(tmpdir(), 'schemelab-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

const study = tinyStudy();
const layout = layoutOf(study);
const runner = new UnitRunner(study);
const data = [0, 1, 2, 3].map((draw) => runner.run(draw).data);
// A figure that is not defined, and a zero with a sign, wherever they come from.
data[1]![0] = Number.NaN;
data[1]![1] = -0;

const units: Units = {
  draws: 3,
  replicationsPerDraw: study.run.replicationsPerDraw,
  alternatives: study.alternatives.map((a) => a.id),
  layout,
  read: (draw) => ({ data: data[draw]! }),
};

type Row = Record<string, string | number | null>;

async function rowsOf(path: string): Promise<Row[]> {
  return (await parquetReadObjects({ file: await asyncBufferFromFile(path) })) as Row[];
}

/** The rows a table must hold, straight from the layout's definition. */
function expectedRows(block: 'metrics' | 'timeline' | 'reps'): Row[] {
  const plain = [...layout.metrics, ...layout.details];
  const parts = {
    metrics: { names: plain, rows: 1, each: '', start: 0 },
    timeline: { names: layout.timeline, rows: layout.months, each: 'month', start: plain.length },
    reps: {
      names: layout.reps,
      rows: layout.seats,
      each: 'seat',
      start: plain.length + layout.months * layout.timeline.length,
    },
  };
  const { names, rows, each, start } = parts[block];
  const all: Row[] = [];
  for (let draw = 0; draw < 3; draw++) {
    for (let replication = 0; replication < study.run.replicationsPerDraw; replication++) {
      study.alternatives.forEach((alternative, a) => {
        for (let row = 0; row < rows; row++) {
          const one: Row = { alternative: alternative.id, draw, replication };
          if (each !== '') one[each] = row;
          names.forEach((name, i) => {
            const replicationAt = (replication * study.alternatives.length + a) * layout.size;
            const value = data[draw]![replicationAt + start + row * names.length + i]!;
            one[name] = Number.isNaN(value) ? null : value + 0;
          });
          all.push(one);
        }
      });
    }
  }
  return all;
}

describe('the tables of a run', () => {
  const write = (name: string): ((table: string) => string) => {
    const pathOf = (table: string): string => join(folder, `${name}-${table}`);
    writeTables(units, pathOf, '0.1.0');
    return pathOf;
  };

  it('hold the prefix of the units, row for row and bit for bit', async () => {
    const pathOf = write('a');
    expect(await rowsOf(pathOf('replications.parquet'))).toEqual(expectedRows('metrics'));
    expect(await rowsOf(pathOf('timeline.parquet'))).toEqual(expectedRows('timeline'));
    expect(await rowsOf(pathOf('reps.parquet'))).toEqual(expectedRows('reps'));
    const first = (await rowsOf(pathOf('replications.parquet'))).filter((row) => row.draw === 1)[0]!;
    expect(first[layout.metrics[0]!]).toBe(null);
    expect(first[layout.metrics[1]!]).toBe(0);
  });

  it('are the same bytes each time', () => {
    const one = write('b');
    const two = write('c');
    for (const name of TABLES) expect(readFileSync(one(name)).equals(readFileSync(two(name)))).toBe(true);
  });

  it('refuse a unit of the wrong size', () => {
    const wrong = { ...units, read: () => ({ data: new Float64Array(7) }) };
    expect(() => writeTables(wrong, (name) => join(folder, name), '0.1.0')).toThrow(/draw 0: 7 doubles/);
  });
});

describe('a table of many row groups', () => {
  it('reads back whole', async () => {
    const path = join(folder, 'long.parquet');
    const columns = [
      { name: 'who', type: 'STRING' },
      { name: 'n', type: 'INT32' },
      ...Array.from({ length: 98 }, (_, i) => ({ name: `x${i}`, type: 'DOUBLE' })),
    ] as ConstructorParameters<typeof ParquetTable>[1];
    const table = new ParquetTable(path, columns, 'test');
    const figures = new Float64Array(98);
    for (let row = 0; row < 5001; row++) table.add([`r${row % 3}`, row], figures.fill(row / 7));
    table.close();
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(path));
    expect(metadata.row_groups.map((g) => Number(g.num_rows))).toEqual([2500, 2500, 1]);
    const rows = await rowsOf(path);
    expect(rows.length).toBe(5001);
    for (const n of [0, 2499, 2500, 5000])
      expect(rows[n]).toMatchObject({ who: `r${n % 3}`, n, x0: n / 7, x97: n / 7 });
  });

  it('may be empty', async () => {
    const path = join(folder, 'empty.parquet');
    new ParquetTable(path, [{ name: 'x', type: 'DOUBLE' }], 'test').close();
    expect(await rowsOf(path)).toEqual([]);
  });
});
