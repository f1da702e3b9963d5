import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';

/** A column of a table; doubles may be missing. */
export interface Column {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'DOUBLE';
}

/** Values held back until a row group is written: some 10 MB, however long the table. */
const GROUP_VALUES = 500_000;

/**
 * Writes a Parquet file row by row, a row group at a time. The bytes depend on the columns, the rows and `createdBy`
 * alone: the same rows give the same file.
 */
export class ParquetTable {
  readonly #columns: readonly Column[];
  readonly #file: ParquetWriter;
  readonly #groupRows: number;
  #values: (string | number | null)[][];
  #rows = 0;

  constructor(path: string, columns: readonly Column[], createdBy: string) {
    this.#columns = columns;
    this.#groupRows = Math.max(1, Math.floor(GROUP_VALUES / columns.length));
    this.#values = columns.map(() => []);
    this.#file = new ParquetWriter({
      writer: fileWriter(path),
      schema: schemaFromColumnData({ columnData: this.#sources() }),
      createdBy,
    });
  }

  /**
   * Adds a row: its first cells, then doubles from `figures`. NaN, which stands for a figure that is not defined, becomes
   * a missing value, and −0 becomes 0.
   */
  add(cells: readonly (string | number)[], figures: Float64Array): void {
    const values = this.#values;
    for (let i = 0; i < cells.length; i++) values[i]!.push(cells[i]!);
    for (let i = 0; i < figures.length; i++) {
      const figure = figures[i]!;
      values[cells.length + i]!.push(Number.isNaN(figure) ? null : figure + 0);
    }
    this.#rows += 1;
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
    this.#values = this.#columns.map(() => []);
    this.#rows = 0;
  }

  #sources() {
    return this.#columns.map((column, i) => ({
      name: column.name,
      type: column.type,
      data: this.#values[i]!,
      nullable: column.type === 'DOUBLE',
    }));
  }
}
