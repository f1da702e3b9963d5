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

/** Words, each with the unit behind its number, single Chinese characters, and gaps. */
const PIECES =
  /[\u3000-\u9fff\uff00-\uffef]|(?:[^\s\u3000-\u9fff\uff00-\uffef]|(?<=\d) (?=(?:%|bn|m|k|pp|days|points)(?![a-z])))+|\s+/g;

/** Marks that no line begins with. */
const CLOSING = /^[、。，；：！？）》]/;

/** A paragraph broken into lines of at most `columns` columns, between words or Chinese characters. */
export function wrap(text: string, columns: number, indent = ''): string[] {
  const most = columns - width(indent);
  const lines: string[] = [];
  let line: string[] = [];
  const end = (): void => {
    const whole = line.join('').trimEnd();
    if (whole !== '') lines.push(indent + whole);
    line = [];
  };
  for (const piece of text.match(PIECES) ?? []) {
    if (line.length > 0 && width(line.join('') + piece.trimEnd()) > most) {
      // A closing mark takes along what it stands behind, unless that is the whole line.
      let along = line.length;
      if (CLOSING.test(piece)) {
        do along--;
        while (along > 0 && CLOSING.test(line[along]!));
        if (along === 0) along = line.length;
      }
      const taken = line.splice(along);
      end();
      line = taken;
    }
    if (line.length > 0 || piece.trim() !== '') line.push(piece);
  }
  end();
  return lines;
}
