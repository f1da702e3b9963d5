import { readBytes } from './files.ts';
import { usageFailure } from './options.ts';

/** A cell of a table, and the column of the file in which it begins. */
export interface Cell {
  readonly text: string;
  readonly column: number;
}

/** A row of a table, and the line of the file in which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A table as text, cell by cell; `unclosed` where a quote begins that never ends. */
export interface Sheet {
  readonly rows: readonly Row[];
  readonly unclosed: { readonly line: number; readonly column: number } | null;
}

/**
 * The text of a table: UTF-8, UTF-16 with its mark, or else GB18030, in which spreadsheets in Chinese save.
 *
 * @throws Failure `usage` when there is no such file, or its bytes are no text
 */
export function tableText(path: string): string {
  const bytes = readBytes(path);
  if (bytes === null) throw usageFailure(`${path}: there is no such file.`, `${path}：没有此文件。`);
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  for (const encoding of [marked, 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw usageFailure(
    `${path}: found bytes that are no text; expected a table of comma-separated values in UTF-8 or GB18030.`,
    `${path}：发现非文本字节；应为 UTF-8 或 GB18030 编码的 CSV 表格。`,
  );
}

/** What may stand between cells; the first of them in the first line does. */
const SEPARATORS = [',', ';', '\t'];

/** Values separated by commas, semicolons or tabs, with quotes, as spreadsheets write them. Empty rows are left out. */
export function sheetOf(text: string): Sheet {
  const head = text.slice(0, Math.max(0, text.search(/[\r\n]/)) || text.length);
  const separator = [...head].find((c) => SEPARATORS.includes(c)) ?? ',';
  const rows: Row[] = [];
  let cells: Cell[] = [];
  let cell = '';
  let quoted = false;
  let [line, column, start, rowLine] = [1, 1, 1, 1];
  let opened = { line: 1, column: 1 };
  const endCell = (): void => {
    cells.push({ text: cell.trim(), column: start });
    cell = '';
    start = column + 1;
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one.text !== '')) rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += c;
      i++;
      column++;
    } else if (c === '"' && (quoted || cell.trim() === '')) {
      if (!quoted) opened = { line, column };
      quoted = !quoted;
    } else if (!quoted && c === separator) endCell();
    else if (!quoted && c === '\n') endRow();
    else if (c !== '\r') cell += c;
    column++;
    if (c === '\n') {
      line++;
      column = 1;
      start = quoted ? start : 1;
    }
  }
  if (cell !== '' || cells.length > 0) endRow();
  return { rows, unclosed: quoted ? opened : null };
}
