import type { Localised } from '../kernel/quantity.ts';
import { type Column, ParquetTable } from './parquet-table.ts';
import type { ColumnMeaning, TableNotes, Units } from './unit.ts';

/** Names of the tables of a run. */
export const TABLES = ['replications.parquet', 'timeline.parquet', 'reps.parquet', 'draws.parquet'] as const;

const key = (name: string, type: Column['type'], en: string, zh: string): Column => ({
  name,
  type,
  unit: type === 'STRING' ? 'text' : 'number',
  meaning: { en, zh },
});

/** Columns that say which row it is. Numbers count from 0. */
export const KEYS = {
  alternative: key('alternative', 'STRING', 'id of the alternative', '备选的标识'),
  draw: key('draw', 'INT32', 'parameter draw', '参数抽样序号'),
  replication: key('replication', 'INT32', 'replication within the draw', '该组抽样内的模拟序号'),
  month: key('month', 'INT32', 'month of the horizon, 21 workdays each', '期间内的月份，每月 21 个工作日'),
  seat: key(
    'seat',
    'INT32',
    'seat of the sales force; seats of a team are neighbours',
    '销售席位，同一团队相邻',
  ),
} as const;

/** What a run's tables are about, for whoever finds one by itself. */
export interface TableSource {
  readonly engine: string;
  readonly title: Localised;
  /** SHA-256 of the study. */
  readonly hash: string;
  readonly seed: string;
}

/**
 * Writes the tables of a run in one pass over its units, one unit in memory at a time. Rows come by draw, then
 * replication, then alternative, then month or seat; all four count from 0, and `replication` within its draw.
 *
 * @param pathOf where to write the table of this name
 */
export function writeTables(
  units: Units,
  notes: TableNotes,
  source: TableSource,
  pathOf: (name: string) => string,
): void {
  const { layout } = units;
  const { alternative, draw: drawKey, replication, month, seat } = KEYS;
  const who = [alternative, drawKey, replication];
  const open = (name: string, keys: readonly Column[], figures: readonly ColumnMeaning[]): ParquetTable =>
    new ParquetTable(
      pathOf(name),
      [...keys, ...figures.map((one): Column => ({ ...one, type: 'DOUBLE' }))],
      `schemelab ${source.engine}`,
      aboutOf(source, notes.currency),
    );
  const { columns } = notes;
  const replications = open(TABLES[0], who, columns.replications);
  const timeline = open(TABLES[1], [...who, month], columns.timeline);
  const reps = open(TABLES[2], [...who, seat], columns.reps);
  const draws = open(TABLES[3], [drawKey], columns.draws);
  const months = layout.metrics.length + layout.details.length;
  const seats = months + layout.months * layout.timeline.length;
  const end = seats + layout.seats * layout.reps.length;
  const stride = units.alternatives.length * layout.size;
  for (let draw = 0; draw < units.draws; draw++) {
    const { data } = units.read(draw);
    if (data.length !== units.replicationsPerDraw * stride)
      throw new RangeError(`draw ${draw}: ${data.length} doubles, not ${units.replicationsPerDraw * stride}`);
    draws.add([draw], notes.drawn(draw));
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
  for (const table of [replications, timeline, reps, draws]) table.close();
}

/** What every table says of its run, as key-value pairs; its columns follow in another. */
function aboutOf({ engine, title, hash, seed }: TableSource, currency: string): Record<string, string> {
  return {
    'schemelab.engine': engine,
    'schemelab.study': title.en,
    'schemelab.study_zh': title.zh,
    'schemelab.study_hash': hash,
    'schemelab.seed': seed,
    'schemelab.currency': currency,
  };
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
