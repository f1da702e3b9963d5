import type { Month, Person } from '../incentive/index.ts';
import { EXAMPLES, parseNumber } from '../study/index.ts';
import { type Column, keyOf } from './payout-columns.ts';
import type { Cell, Row } from './payout-csv.ts';
import { foundIn, type TableProblems } from './payout-problems.ts';
import type { Results } from './payout-results.ts';
import { type Calendar, calendarOf, type Stay, stayOf } from './payout-stays.ts';

/** Most money or credit that a cell may name, either way. */
const MOST = 1e12;

/** What rows are read with: the plans' currency, and the months between the statements of the plan that has most. */
export interface Setting {
  readonly currency: string;
  readonly shortest: number;
}

/** People and their months from a table's rows; problems are noted. */
export function peopleOf(
  columns: readonly (Column | undefined)[],
  rows: readonly Row[],
  setting: Setting,
  problems: TableProblems,
): Pick<Results, 'people' | 'lines' | 'dated' | 'span'> {
  return new Table(columns, setting, problems).people(rows);
}

/** Someone's rows so far. */
interface Begun {
  readonly months: Map<number, Omit<Month, 'present' | 'tenure'>>;
  readonly lines: Map<number, number>;
  readonly stay: Map<
    'hired' | 'left',
    { readonly text: string; readonly line: number; readonly column: number }
  >;
}

/** Rows becoming people. */
class Table {
  readonly #columns: readonly (Column | undefined)[];
  readonly #setting: Setting;
  readonly #problems: TableProblems;
  readonly #at: ReadonlyMap<string, number>;
  readonly #levels: ReadonlySet<string>;

  constructor(columns: readonly (Column | undefined)[], setting: Setting, problems: TableProblems) {
    this.#columns = columns;
    this.#setting = setting;
    this.#problems = problems;
    this.#levels = new Set(
      columns.flatMap((one) => (one !== undefined && 'level' in one && one.level ? [keyOf(one)] : [])),
    );
    this.#at = new Map(columns.flatMap((one, i) => (one === undefined ? [] : [[keyOf(one), i] as const])));
  }

  get #monthly(): boolean {
    return this.#at.has('month');
  }

  people(rows: readonly Row[]): Pick<Results, 'people' | 'lines' | 'dated' | 'span'> {
    const begun = new Map<string, Begun>();
    const month = this.#at.get('month');
    const calendar = calendarOf(
      month === undefined ? [] : rows.map((row) => ({ line: row.line, ...this.#cell(row, 'month') })),
      this.#problems,
    );
    for (const row of rows) this.#row(row, begun, calendar);
    this.#problems.check();
    const lines = new Map<Person, ReadonlyMap<number, number>>();
    const dated = new Set<Person>();
    const span = this.#span([...begun.values()]);
    const people = [...begun].map(([id, one]) => {
      const person = this.#person(id, one, calendar, span);
      lines.set(person, one.lines);
      if (one.stay.has('hired')) dated.add(person);
      return person;
    });
    return { people, lines, dated, span };
  }

  /** Months that a row covers: the year without a column of months; a period where only periods' last months have rows. */
  #span(begun: readonly Begun[]): number {
    if (!this.#monthly) return 12;
    const { shortest } = this.#setting;
    const ends = begun.every(({ months }) => [...months.keys()].every((month) => month % shortest === 0));
    return ends ? shortest : 1;
  }

  #cell(row: Row, key: string): Cell {
    const i = this.#at.get(key);
    return (i === undefined ? undefined : row.cells[i]) ?? { text: '', column: 1 };
  }

  #row(row: Row, begun: Map<string, Begun>, calendar: Calendar): void {
    this.#shape(row);
    const id = this.#cell(row, 'person');
    if (id.text === '')
      this.#problems.add(
        { line: row.line, column: id.column },
        'missing-value',
        { en: 'found no name', zh: '没有姓名' },
        { en: 'expected whose results these are', zh: '应写明是谁的业绩' },
      );
    const month = this.#monthly ? (calendar.months.get(row.line) ?? 0) : 12;
    const one: Begun = begun.get(id.text) ?? { months: new Map(), lines: new Map(), stay: new Map() };
    begun.set(id.text, one);
    if (one.months.has(month) && month > 0)
      this.#problems.add(
        { line: row.line, column: id.column },
        'duplicate',
        { en: `found a second row for “${id.text.slice(0, 60)}”`, zh: `“${id.text.slice(0, 60)}”重复出现` },
        {
          en: this.#monthly
            ? 'expected one row a person and month'
            : 'expected one row a person, or a column “month”',
          zh: this.#monthly ? '每人每月应只有一行' : '每人应只有一行，或加“month（月份）”列',
        },
      );
    for (const key of ['hired', 'left'] as const) {
      const cell = this.#cell(row, key);
      if (cell.text === '') continue;
      const before = one.stay.get(key);
      if (before !== undefined && before.text !== cell.text)
        this.#problems.add({ line: row.line, column: cell.column }, 'contradiction', foundIn(cell.text), {
          en: `expected ${before.text}, as in line ${before.line}`,
          zh: `应与第 ${before.line} 行的 ${before.text} 一致`,
        });
      else one.stay.set(key, { ...cell, line: row.line });
    }
    const [team, region] = [this.#cell(row, 'team').text, this.#cell(row, 'region').text];
    one.months.set(month, { team, region, values: this.#values(row) });
    one.lines.set(month, row.line);
  }

  /** A row must have a cell for each column, and no more that say something. */
  #shape({ line, cells }: Row): void {
    const count = this.#columns.length;
    const beyond = cells.find((cell, i) => cell.text !== '' && this.#columns[i] === undefined);
    if (beyond !== undefined)
      this.#problems.add({ line, column: beyond.column }, 'nameless-cell', foundIn(beyond.text), {
        en: 'expected a name for its column in the first line',
        zh: '首行应有此列的列名',
      });
    if (cells.length < count)
      this.#problems.add(
        { line, column: cells.at(-1)!.column },
        'short-row',
        { en: `found ${cells.length} cells`, zh: `本行只有 ${cells.length} 格` },
        { en: `expected ${count}, one a column`, zh: `应有 ${count} 格，每列一格` },
      );
  }

  #values(row: Row): Map<string, number> {
    const values = new Map<string, number>();
    this.#columns.forEach((column, i) => {
      const cell = row.cells[i];
      if (cell === undefined || (column?.kind !== 'result' && column?.kind !== 'quota')) return;
      // A level that was not measured leaves a blank, and a person without a quota of their own has the plan's.
      if (cell.text === '' && (column.level || column.kind === 'quota')) return;
      const value = this.#number(cell, row.line, column);
      if (value !== undefined) values.set(keyOf(column), value);
    });
    return values;
  }

  #number(cell: Cell, line: number, column: Column & { kind: 'result' | 'quota' }): number | undefined {
    const at = { line, column: cell.column };
    const value = parseNumber(cell.text, column.unit, this.#setting.currency);
    const [en, zh] = EXAMPLES[column.unit];
    const key = keyOf(column);
    if (typeof value !== 'number') {
      const money = value === 'wrong-currency';
      const blank = cell.text === '';
      this.#problems.add(
        at,
        value === 'wrong-currency' ? 'wrong-currency' : 'not-a-number',
        foundIn(cell.text),
        {
          en: `expected ${money ? this.#setting.currency : en} for “${key}”${blank ? ', 0 where there was nothing' : ''}`,
          zh: `“${key}”应为${money ? this.#setting.currency : zh}${blank ? '，没有业绩请写 0' : ''}`,
        },
      );
      return undefined;
    }
    const most = column.unit === 'points' ? 100 : column.unit === 'share' ? 10 : MOST;
    const least = column.level ? 0 : -MOST;
    if (column.kind === 'quota' && !(value > 0)) {
      this.#problems.add(at, 'out-of-range', foundIn(cell.text), {
        en: `expected a quota above 0, or a blank for the plan’s`,
        zh: '目标应大于 0；留空则按方案的目标',
      });
      return undefined;
    }
    if (value < least || value > most) {
      this.#problems.add(at, 'out-of-range', foundIn(cell.text), {
        en: `expected ${en} for “${key}”, from ${least} to ${most}`,
        zh: `“${key}”应为${zh}，范围 ${least} 至 ${most}`,
      });
      return undefined;
    }
    return value;
  }

  /** A person's months, once all rows are read: each row's results divided among the months it covers, levels as they are. */
  #person(id: string, { months, lines, stay }: Begun, calendar: Calendar, span: number): Person {
    const when: Stay = stayOf(stay, calendar, this.#problems);
    const done = new Map<number, Month>();
    for (const [month, row] of [...months].sort(([a], [b]) => a - b)) {
      const line = lines.get(month)!;
      const covered = Array.from({ length: span }, (_, k) => month - span + 1 + k);
      const worked = covered.filter((one) => when.present(one) > 0);
      if (worked.length === 0)
        this.#problems.add(
          { line, column: 1 },
          'contradiction',
          { en: `found results of “${id}”, who was not there`, zh: `“${id}”此时不在职，却有业绩` },
          { en: 'expected none before one is hired or after one has left', zh: '入职前、离职后不应有业绩' },
        );
      const values = new Map(
        [...row.values].map(([key, value]) => [key, this.#levels.has(key) ? value : value / worked.length]),
      );
      for (const one of worked) {
        done.set(one, { ...row, values, present: when.present(one), tenure: when.tenure(one) });
        lines.set(one, line);
      }
    }
    return { id, months: done, left: when.left };
  }
}
