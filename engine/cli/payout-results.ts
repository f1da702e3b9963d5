import { columnsOf, type Person, PLAN_METRICS, type Plan } from '../incentive/index.ts';
import { nearest, type Problem, ProblemsError } from '../kernel/problems.ts';
import type { Localised } from '../kernel/quantity.ts';

/** Most rows of a table of results. */
const MOST_ROWS = 200_000;

/** Columns that say who and when, as they may be called. */
const KNOWN: Readonly<Record<string, string>> = {
  person: 'person',
  name: 'person',
  rep: 'person',
  姓名: 'person',
  销售: 'person',
  负责人: 'person',
  team: 'team',
  团队: 'team',
  部门: 'team',
  region: 'region',
  区域: 'region',
  month: 'month',
  月份: 'month',
  月: 'month',
};

/** Metrics by their Chinese names. */
const METRIC_ZH = new Map(Object.entries(PLAN_METRICS).map(([id, { name }]) => [name.zh, id]));

/**
 * Reads people's results from a table with one row per person and month, or per person for the whole year.
 *
 * @throws ProblemsError with the line and column of everything that is wrong
 */
export function readResults(file: string, text: string): Person[] {
  const problems: Problem[] = [];
  const add = (
    line: number,
    column: number,
    code: string,
    found: Localised,
    expected: Localised,
    suggestion: string | null = null,
  ): void => {
    if (problems.length < 50)
      problems.push({ file, line, column, path: '', code, found, expected, suggestion });
  };
  const rows = parseCsv(text.replace(/^\uFEFF/, ''));
  const head = (rows[0]?.cells ?? []).map((cell) => headOf(cell.text));
  if (!head.includes('person'))
    add(
      1,
      1,
      'missing-column',
      { en: 'found no column “person”', zh: '没有“person（姓名）”列' },
      {
        en: 'expected a first line with person, month and results such as bookings',
        zh: '首行应有 person、month 及 bookings 等业绩列',
      },
    );
  if (rows.length < 2)
    add(
      1,
      1,
      'empty',
      { en: 'found no rows', zh: '没有数据行' },
      { en: 'expected a row for each person', zh: '每人应有一行' },
    );
  if (rows.length > MOST_ROWS)
    add(
      MOST_ROWS,
      1,
      'too-long',
      { en: `found ${rows.length} rows`, zh: `共 ${rows.length} 行` },
      { en: `expected at most ${MOST_ROWS}`, zh: `最多 ${MOST_ROWS} 行` },
    );
  if (problems.length > 0) throw new ProblemsError(problems);
  const monthly = head.includes('month');
  const people = new Map<
    string,
    { team: string; region: string; months: Map<number, Map<string, number>> }
  >();
  for (const { line, cells } of rows.slice(1)) {
    if (cells.length === 1 && cells[0]!.text === '') continue;
    const get = (name: string): string => cells[head.indexOf(name)]?.text ?? '';
    const id = get('person');
    const month = monthly ? Number(get('month')) : 0;
    if (id === '')
      add(
        line,
        1,
        'missing-value',
        { en: 'found no name', zh: '没有姓名' },
        { en: 'expected whose results these are', zh: '应写明是谁的业绩' },
      );
    if (monthly && !(Number.isInteger(month) && month >= 1 && month <= 12))
      add(
        line,
        cells[head.indexOf('month')]?.column ?? 1,
        'out-of-range',
        { en: `found “${get('month')}”`, zh: `发现“${get('month')}”` },
        { en: 'expected a month of the plan year, 1 to 12', zh: '应为方案年度的月份，1 至 12' },
      );
    const values = new Map<string, number>();
    head.forEach((name, i) => {
      if (name === 'person' || name === 'team' || name === 'region' || name === 'month' || name === '')
        return;
      const cell = cells[i];
      const value = numberIn(cell?.text ?? '');
      if (value === null)
        add(
          line,
          cell?.column ?? 1,
          'not-a-number',
          {
            en: `found “${(cell?.text ?? '').slice(0, 60)}”`,
            zh: `发现“${(cell?.text ?? '').slice(0, 60)}”`,
          },
          { en: `expected a number for “${name}”`, zh: `“${name}”应为数值` },
        );
      else values.set(name, value);
    });
    const person = people.get(id) ?? { team: get('team'), region: get('region'), months: new Map() };
    if (person.months.has(monthly ? month : 1))
      add(
        line,
        1,
        'duplicate',
        { en: `found a second row for “${id}”`, zh: `“${id}”重复出现` },
        {
          en: monthly
            ? 'expected one row a person and month'
            : 'expected one row a person, or a column “month”',
          zh: monthly ? '每人每月应只有一行' : '每人应只有一行，或加“month（月份）”列',
        },
      );
    if (monthly) person.months.set(month, values);
    else for (let m = 1; m <= 12; m++) person.months.set(m, twelfth(values));
    people.set(id, person);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return [...people].map(([id, person]) => ({ id, ...person }));
}

/** Refuses a plan that measures what the table does not have. @throws ProblemsError */
export function checkColumns(file: string, people: readonly Person[], plans: readonly Plan[]): void {
  const row = [...(people[0]?.months.values() ?? [])][0];
  const names = [...(row?.keys() ?? [])];
  const missing = plans.flatMap((plan) =>
    plan.measures
      .filter((measure) => !columnsOf(measure).some((name) => names.includes(name)))
      .map((measure) => ({ plan, column: columnsOf(measure).at(-1)! })),
  );
  if (missing.length === 0) return;
  throw new ProblemsError(
    missing.map(({ plan, column }) => ({
      file,
      line: 1,
      column: 1,
      path: '',
      code: 'missing-column',
      found: {
        en: `found no column “${column}”, which plan “${plan.id}” pays for`,
        zh: `没有方案“${plan.id}”所计的“${column}”列`,
      },
      expected: { en: `expected it beside ${names.join(', ')}`, zh: `现有列：${names.join('、')}` },
      suggestion: nearest(column, names),
    })),
  );
}

function headOf(text: string): string {
  const trimmed = text.trim();
  const [first, ...rest] = trimmed.split(/[:：]/);
  if (first === 'quota' || first === '目标')
    return `quota:${rest.map((one) => METRIC_ZH.get(one.trim()) ?? one.trim()).join(':')}`;
  const known = KNOWN[trimmed.toLowerCase()] ?? METRIC_ZH.get(trimmed);
  return known ?? trimmed;
}

/** 12,000 · 85% · 1.2万 · blank for 0. */
function numberIn(text: string): number | null {
  const match = /^([-−]?\d[\d,]*(?:\.\d+)?)\s*(%|％|万|亿)?$/.exec(text.trim());
  if (text.trim() === '') return 0;
  if (match === null) return null;
  const value = Number(match[1]!.replaceAll(',', '').replace('−', '-'));
  const unit = match[2];
  return unit === '%' || unit === '％'
    ? value / 100
    : unit === '万'
      ? value * 1e4
      : unit === '亿'
        ? value * 1e8
        : value;
}

/** A month's part of a year's results: flows and their quotas divided, levels as they are. */
function twelfth(values: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    [...values].map(([name, value]) => {
      const metric = name.replace(/^quota:/, '').replace(/:.*$/, '');
      const level =
        Object.hasOwn(PLAN_METRICS, metric) &&
        PLAN_METRICS[metric as keyof typeof PLAN_METRICS].kind === 'level';
      return [name, level ? value : value / 12];
    }),
  );
}

interface Row {
  readonly line: number;
  readonly cells: readonly { readonly text: string; readonly column: number }[];
}

/** Comma-separated values with quotes, as spreadsheets write them. */
function parseCsv(text: string): Row[] {
  const rows: Row[] = [];
  let cells: { text: string; column: number }[] = [];
  let cell = '';
  let quoted = false;
  let [line, column, start, rowLine] = [1, 1, 1, 1];
  const endCell = (): void => {
    cells.push({ text: cell.trim(), column: start });
    cell = '';
    start = column + 1;
  };
  const endRow = (): void => {
    endCell();
    if (cells.length > 1 || cells[0]!.text !== '') rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += c;
      i++;
      column++;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ',') endCell();
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
  return rows;
}
