import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { tableNotes } from '../../engine/conduct/index.ts';
import { parameterKey, studyKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { TABLES, type Units, writeTables } from '../../engine/results/index.ts';
import { type Column, ParquetTable } from '../../engine/results/parquet-table.ts';
import { columnName } from '../../engine/run/columns.ts';
import { ParameterDraw } from '../../engine/run/draws.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { drawScalars } from '../../engine/run/params.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import { uncertainNumbers } from '../../engine/run/uncertain.ts';
import { tinyStudy } from '../batch/tiny-study.ts';

const folder = mkdtempSync(join(tmpdir(), 'schemelab-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

const study = tinyStudy();
const notes = tableNotes(study);
const SOURCE = { engine: '0.1.0', title: study.title, hash: 'ab'.repeat(32), seed: study.run.seed };
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
            one[columnName(name)] = Number.isNaN(value) ? null : value + 0;
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
    writeTables(units, notes, SOURCE, pathOf);
    return pathOf;
  };

  it('hold the prefix of the units, row for row and bit for bit', async () => {
    const pathOf = write('a');
    expect(await rowsOf(pathOf('replications.parquet'))).toEqual(expectedRows('metrics'));
    expect(await rowsOf(pathOf('timeline.parquet'))).toEqual(expectedRows('timeline'));
    expect(await rowsOf(pathOf('reps.parquet'))).toEqual(expectedRows('reps'));
    const first = (await rowsOf(pathOf('replications.parquet'))).filter((row) => row.draw === 1)[0]!;
    expect(first[columnName(layout.metrics[0]!)]).toBe(null);
    expect(first[columnName(layout.metrics[1]!)]).toBe(0);
  });

  it('hold the values drawn for every uncertain number', async () => {
    const rows = await rowsOf(write('d')('draws.parquet'));
    const numbers = uncertainNumbers(study);
    expect(numbers.length).toBeGreaterThan(3);
    expect(rows.map((row) => row.draw)).toEqual([0, 1, 2]);
    // The very values that a draw is compiled with, asked for at their places.
    for (const row of rows) {
      const key = new KeyedRandom(parameterKey(studyKey(study.run.seed)));
      const drawing = new ParameterDraw(key, row.draw as number);
      for (const { id, quantity, place } of numbers)
        expect(row[columnName(id)], id).toBe(drawing.value(quantity, ...place));
      const scalars = drawScalars(study, drawing);
      for (const { id, kind } of numbers)
        if (kind === 'context') expect(row[columnName(id)], id).toBe(scalars.get(id));
    }
    const [first] = numbers;
    expect(new Set(rows.map((row) => row[columnName(first!.id)])).size).toBe(3);
  });

  it('say which run they are of and what each column means', async () => {
    const pathOf = write('e');
    for (const name of TABLES) {
      const metadata = await parquetMetadataAsync(await asyncBufferFromFile(pathOf(name)));
      const about = new Map(metadata.key_value_metadata!.map(({ key, value }) => [key, value]));
      expect(about.get('schemelab.engine')).toBe('0.1.0');
      expect(about.get('schemelab.study_hash')).toBe(SOURCE.hash);
      expect(about.get('schemelab.seed')).toBe(study.run.seed);
      expect(about.get('schemelab.currency')).toBe(study.currency);
      expect(about.get('schemelab.study')).toBe(study.title.en);
      const columns = JSON.parse(about.get('schemelab.columns')!) as Record<string, string>[];
      expect(columns.map((one) => one.name)).toEqual(metadata.schema.slice(1).map((one) => one.name));
      for (const one of columns) {
        expect(one.name).toMatch(/^[a-z][a-z0-9_]*$/);
        for (const text of [one.unit, one.meaning, one.meaning_zh]) expect(text, one.name).toMatch(/\S/);
        expect(one.meaning_zh, one.name).toMatch(/\p{Script=Han}/u);
      }
      expect(new Set(columns.map((one) => one.name)).size).toBe(columns.length);
    }
  });

  it('are the same bytes each time', () => {
    const one = write('b');
    const two = write('c');
    for (const name of TABLES) expect(readFileSync(one(name)).equals(readFileSync(two(name)))).toBe(true);
  });

  it('refuse a unit of the wrong size', () => {
    const wrong = { ...units, read: () => ({ data: new Float64Array(7) }) };
    expect(() => writeTables(wrong, notes, SOURCE, (name) => join(folder, name))).toThrow(
      /draw 0: 7 doubles/,
    );
  });
});

const column = (name: string, type: Column['type']): Column => ({
  name,
  type,
  unit: 'count',
  meaning: { en: name, zh: name },
});

describe('a table of many row groups', () => {
  it('reads back whole', async () => {
    const path = join(folder, 'long.parquet');
    const columns = [
      column('who', 'STRING'),
      column('n', 'INT32'),
      ...Array.from({ length: 98 }, (_, i) => column(`x${i}`, 'DOUBLE')),
    ];
    const table = new ParquetTable(path, columns, 'test', {});
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
    new ParquetTable(path, [column('x', 'DOUBLE')], 'test', {}).close();
    expect(await rowsOf(path)).toEqual([]);
  });
});
