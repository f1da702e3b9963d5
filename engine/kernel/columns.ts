/**
 * Typed-array tables laid out in one ArrayBuffer, so that a whole world is copied by copying its bytes.
 * Doubles and 32-bit integers only; every column starts on an 8-byte boundary.
 */

/** What a column holds. */
export type ColumnType = 'f64' | 'i32';

/** Names and types of a table's columns, in layout order. */
export type TableSpec = Readonly<Record<string, ColumnType>>;

/** The columns of a table as typed arrays, all of the same length. */
export type Columns<S extends TableSpec> = {
  readonly [K in keyof S]: S[K] extends 'f64' ? Float64Array : Int32Array;
};

/** Bytes one column of `rows` rows takes, padding included. */
function columnBytes(type: ColumnType, rows: number): number {
  const bytes = rows * (type === 'f64' ? 8 : 4);
  return (bytes + 7) & ~7;
}

/** Bytes a table of `rows` rows takes. */
export function tableBytes(spec: TableSpec, rows: number): number {
  let total = 0;
  for (const type of Object.values(spec)) total += columnBytes(type, rows);
  return total;
}

/** Views of a table's columns on `buffer` from byte `offset` on. */
export function viewTable<S extends TableSpec>(
  spec: S,
  buffer: ArrayBuffer,
  offset: number,
  rows: number,
): Columns<S> {
  let at = offset;
  const columns = Object.entries(spec).map(([name, type]) => {
    const column = type === 'f64' ? new Float64Array(buffer, at, rows) : new Int32Array(buffer, at, rows);
    at += columnBytes(type, rows);
    return [name, column] as const;
  });
  // Not by assigning to columns[name]: past a dozen such assignments V8 turns an object into a hash table, and every
  // read of a column in the day loop into a look-up.
  return Object.fromEntries(columns) as Columns<S>;
}

/** Copies the rows both tables have, column by column. */
export function copyRows<S extends TableSpec>(spec: S, from: Columns<S>, to: Columns<S>): void {
  for (const name of Object.keys(spec)) {
    const source = from[name] as Float64Array;
    const target = to[name] as Float64Array;
    target.set(source.length > target.length ? source.subarray(0, target.length) : source);
  }
}
