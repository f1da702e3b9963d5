import stringWidth from 'string-width';

/** How a column stands. */
export type Align = 'left' | 'right';

/** Columns a text takes in a terminal: Chinese characters take two. */
export function width(text: string): number {
  return stringWidth(text, { ambiguousIsNarrow: true });
}

/** A text filled up to `columns` columns of the terminal. */
export function pad(text: string, columns: number, align: Align): string {
  const fill = ' '.repeat(Math.max(0, columns - width(text)));
  return align === 'left' ? text + fill : fill + text;
}

/** Lines of a table: a head, a rule, the rows; cells two spaces apart. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[],
): string[] {
  const widths = head.map((cell, i) => Math.max(width(cell), ...rows.map((row) => width(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => pad(cell, widths[i]!, align[i] ?? 'left'))
      .join('  ')
      .trimEnd();
  const rule = widths.map((w) => '─'.repeat(w)).join('  ');
  return [line(head), rule, ...rows.map(line)];
}

/** A paragraph broken into lines of at most `columns` columns, between words or Chinese characters. */
export function wrap(text: string, columns: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+|\s+/g) ??
    []) {
    const closing = /^[、。，；：！？）》]/.test(piece);
    if (!closing && line !== '' && width(line + piece.trimEnd()) > columns - width(indent)) {
      lines.push(indent + line.trimEnd());
      line = piece.trimStart();
    } else {
      line += line === '' ? piece.trimStart() : piece;
    }
  }
  if (line.trim() !== '') lines.push(indent + line.trimEnd());
  return lines;
}
