import { type Person, type Plan, statementMonths } from '../incentive/index.ts';
import { nearest } from '../kernel/problems.ts';
import { type Column, Columns, keyOf } from './payout-columns.ts';
import { type Row, sheetOf } from './payout-csv.ts';
import { TableProblems } from './payout-problems.ts';
import { peopleOf } from './payout-rows.ts';

/** Most rows of a table of results. */
const MOST_ROWS = 200_000;

/** A table of results, read. */
export interface Results {
  readonly people: readonly Person[];
  /** Columns with results and own quotas, in order. */
  readonly columns: readonly string[];
  /** Months that each row covers, up to its own: spread evenly over those that were worked. */
  readonly span: number;
  /** The line of each person's month, to point at. */
  readonly lines: ReadonlyMap<Person, ReadonlyMap<number, number>>;
  /** Whether the table has a column that says when people were hired, and of whom it says so. */
  readonly hired: boolean;
  readonly dated: ReadonlySet<Person>;
}

/**
 * Reads people's results for some plans, from a table with one row per person and month, or per person for the whole year.
 *
 * @throws ProblemsError with the line and column of everything that is wrong
 */
export function readResults(file: string, text: string, plans: readonly Plan[]): Results {
  const problems = new TableProblems(file);
  const { rows, unclosed } = sheetOf(text);
  if (unclosed !== null)
    problems.add(
      unclosed,
      'open-quote',
      { en: 'found a quote that does not end', zh: '引号没有结束' },
      { en: 'expected a second one', zh: '应有另一个引号' },
    );
  const [head, ...body] = rows;
  const columns = headOf(head, plans, problems);
  if (body.length === 0)
    problems.add(
      { line: 1, column: 1 },
      'empty',
      { en: 'found no rows', zh: '没有数据行' },
      { en: 'expected a row for each person', zh: '每人应有一行' },
    );
  if (body.length > MOST_ROWS)
    problems.add(
      { line: body[MOST_ROWS]!.line, column: 1 },
      'too-long',
      { en: `found ${body.length} rows`, zh: `共 ${body.length} 行` },
      { en: `expected at most ${MOST_ROWS}`, zh: `最多 ${MOST_ROWS} 行` },
    );
  problems.check();
  const shortest = Math.min(...plans.map(statementMonths));
  const people = peopleOf(columns, body, { currency: plans[0]!.currency, shortest }, problems);
  problems.check();
  return {
    ...people,
    columns: columns.flatMap((one) => (one?.kind === 'result' || one?.kind === 'quota' ? [keyOf(one)] : [])),
    hired: columns.some((one) => one?.kind === 'hired'),
  };
}

/** What each column holds; undefined for one without a name. */
function headOf(
  head: Row | undefined,
  plans: readonly Plan[],
  problems: TableProblems,
): (Column | undefined)[] {
  const known = new Columns(plans);
  const seen = new Map<string, string>();
  const columns = (head?.cells ?? []).map((cell) => {
    if (cell.text === '') return undefined;
    const column = known.read(cell.text);
    const at = { line: head!.line, column: cell.column };
    if (column === undefined) {
      const names = ['person', 'team', 'region', 'month', 'hired', 'left', ...known.names];
      const quota = /^(quota|目标)\s*[:：]\s*/i.exec(cell.text)?.[0] ?? '';
      const meant = nearest(cell.text.slice(quota.length), names);
      problems.add(
        at,
        'unknown-column',
        { en: `found the column “${cell.text.slice(0, 60)}”`, zh: `发现“${cell.text.slice(0, 60)}”列` },
        {
          en: 'expected person, month, team, region, hired, left, a result such as bookings, or quota:bookings',
          zh: '应为 person（姓名）、month（月份）、team（团队）、region（区域）、hired（入职）、left（离职）、bookings 等业绩，或 quota:bookings（目标）',
        },
        meant === null ? null : `${quota}${meant}`,
      );
      return undefined;
    }
    const key = keyOf(column);
    const first = seen.get(key);
    if (first !== undefined)
      problems.add(
        at,
        'duplicate-column',
        { en: `found a second column for “${key}”`, zh: `“${key}”列重复` },
        { en: `expected one; “${first}” is there already`, zh: `应只有一列，已有“${first}”` },
      );
    seen.set(key, cell.text);
    return column;
  });
  if (!seen.has('person'))
    problems.add(
      { line: 1, column: 1 },
      'missing-column',
      { en: 'found no column “person”', zh: '没有“person（姓名）”列' },
      {
        en: 'expected a first line with person, month and results such as bookings',
        zh: '首行应有 person、month 及 bookings 等业绩列',
      },
    );
  return columns;
}
