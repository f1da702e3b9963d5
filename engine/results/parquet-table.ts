import { type ColumnSource, fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { ColumnMeaning } from './unit.ts';

/** A column of a table; doubles may be missing. */
export interface Column extends ColumnMeaning {
  readonly type: 'STRING' | 'INT32' | 'DOUBLE';
}

/** Values held back until a row group is written: a few MB, however long the table. */
const GROUP_VALUES = 250_000;

/** Looking for repeated doubles, for a dictionary, takes several times as long as writing them all and saves little. */
const ENCODING = 'PLAIN';

/**
 * Writes a Parquet file row by row, a row group at a time. The bytes depend on what it is given alone: the same
 * rows give the same file. What each column means stands in the file's key-value metadata, as JSON under
 * `schemelab.columns`: a list of `{name, unit, meaning, meaning_zh}`.
 */
export class ParquetTable {
  readonly #columns: readonly Column[];
  readonly #file: ParquetWriter;
  readonly #groupRows: number;
  /** Per column, the rows of the group being filled; doubles in typed arrays, NaN where missing. */
  readonly #values: ((string | number)[] | Float64Array)[];
  #rows = 0;

  /** @param about what the file says of itself, as key-value metadata */
  constructor(
    path: string,
    columns: readonly Column[],
    createdBy: string,
    about: Readonly<Record<string, string>>,
  ) {
    this.#columns = columns;
    this.#groupRows = Math.max(1, Math.floor(GROUP_VALUES / columns.length));
    this.#values = columns.map(({ type }) => (type === 'DOUBLE' ? new Float64Array(this.#groupRows) : []));
    this.#file = new ParquetWriter({
      writer: fileWriter(path),
      schema: schemaFromColumnData({ columnData: this.#sources() }),
      createdBy,
      kvMetadata: [
        ...Object.entries(about).map(([key, value]) => ({ key, value })),
        { key: 'schemelab.columns', value: JSON.stringify(columns.map(columnNote)) },
      ],
    });
  }

  /**
   * Adds a row: its first cells, then doubles from `figures`. NaN, which stands for a figure that is not defined, becomes
   * a missing value, and −0 becomes 0.
   */
  add(cells: readonly (string | number)[], figures: Float64Array): void {
    const values = this.#values;
    const row = this.#rows++;
    for (let i = 0; i < cells.length; i++) values[i]![row] = cells[i]!;
    for (let i = 0; i < figures.length; i++) values[cells.length + i]![row] = figures[i]! + 0;
    if (this.#rows === this.#groupRows) this.#writeGroup();
  }

  /** Writes what is left and the footer. */
  close(): void {
    if (this.#rows > 0) this.#writeGroup();
    // A file is written at once: what comes back is never a promise here, nor below.
    void this.#file.finish();
  }

  #writeGroup(): void {
    void this.#file.write({ columnData: this.#sources(), rowGroupSize: this.#rows });
    this.#rows = 0;
  }

  #sources(): ColumnSource[] {
    return this.#columns.map((column, i) => {
      const { name, type } = column;
      const values = this.#values[i]!.slice(0, this.#rows);
      if (!(values instanceof Float64Array)) return { name, type, data: values, nullable: false };
      const missing = values.some(Number.isNaN);
      const data = missing ? Array.from(values, (x) => (Number.isNaN(x) ? null : x)) : values;
      return { name, type, data, nullable: true, encoding: ENCODING };
    });
  }
}

function columnNote({ name, unit, meaning }: Column): Record<string, string> {
  return { name, unit, meaning: meaning.en, meaning_zh: meaning.zh };
}
