import { halfWidth, parseNumber } from '../study/index.ts';
import type { TableProblems } from './payout-problems.ts';

/** A place in a table, and what stands there. */
interface Place {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The months of a table's rows, by line: of the plan year, 1–12. */
export interface Calendar {
  /** The year that the months are of, where they are written with it (2026-01); then the plan year is that year. */
  readonly year: number | null;
  readonly months: ReadonlyMap<number, number>;
}

/** When someone was there. */
export interface Stay {
  /** The last month, where it is within the plan year. */
  readonly left: number | null;
  /** Share of a month's workdays. */
  readonly present: (month: number) => number;
  /** Whole months worked before a month. */
  readonly tenure: (month: number) => number;
}

/** Months of whoever is long there: more than any ramp has. */
const LONG = 120;

const YEAR_MONTH = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/;
const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** Reads the column of months: 1 to 12, or with a year, which then is the same in all rows. */
export function calendarOf(cells: readonly Place[], problems: TableProblems): Calendar {
  const months = new Map<number, number>();
  let year: number | null | undefined;
  for (const cell of cells) {
    const text = halfWidth(cell.text).trim();
    const dated = YEAR_MONTH.exec(text);
    const month = dated === null ? parseNumber(text.replace(/\s*月$/, ''), 'ratio', '') : Number(dated[2]);
    const of = dated === null ? null : Number(dated[1]);
    year ??= of === null && year === undefined ? null : (year ?? of);
    if (typeof month !== 'number' || !Number.isInteger(month) || month < 1 || month > 12)
      problems.add(
        cell,
        'out-of-range',
        { en: `found “${cell.text.slice(0, 60)}”`, zh: `发现“${cell.text.slice(0, 60)}”` },
        {
          en: 'expected a month of the plan year, 1 to 12, or such as 2026-01',
          zh: '应为方案年度的月份，1 至 12，或如 2026-01',
        },
      );
    else if (of !== year)
      problems.add(
        cell,
        'contradiction',
        { en: `found “${cell.text}”`, zh: `发现“${cell.text}”` },
        year === null
          ? { en: 'expected months without a year, as above', zh: '应与上文一致，不带年份' }
          : {
              en: `expected a month of ${year}, as above: a plan year is one year`,
              zh: `应与上文一致，为 ${year} 年的月份`,
            },
      );
    else months.set(cell.line, month);
  }
  return { year: year ?? null, months };
}

/** A day as months since the plan year began: its month, 1 for the first, and the part of that month's workdays before it. */
interface Day {
  readonly month: number;
  readonly gone: number;
}

/**
 * Reads when someone was hired and left. A month of the plan year (0 is the month before it) is meant whole; a date is the
 * first day, or the last. `before` is long before.
 */
export function stayOf(
  stay: ReadonlyMap<'hired' | 'left', Place>,
  calendar: Calendar,
  problems: TableProblems,
): Stay {
  const hired = stay.get('hired');
  const left = stay.get('left');
  const from =
    hired === undefined || /^(before|之前)$/i.test(hired.text)
      ? null
      : dayOf(hired, calendar, false, problems);
  const to = left === undefined ? null : dayOf(left, calendar, true, problems);
  return {
    left: to !== null && to.month <= 12 ? to.month : null,
    present: (month) => {
      const begins = from === null || from.month < month ? 0 : from.month > month ? 1 : from.gone;
      const ends = to === null || to.month > month ? 1 : to.month < month ? 0 : to.gone;
      return Math.max(0, ends - begins);
    },
    tenure: (month) =>
      from === null ? LONG : Math.max(0, month - from.month - (from.gone > 0 && month > from.month ? 1 : 0)),
  };
}

function dayOf(place: Place, { year }: Calendar, last: boolean, problems: TableProblems): Day | null {
  const text = halfWidth(place.text).trim();
  const wrong = (en: string, zh: string): null => {
    problems.add(
      place,
      'bad-date',
      { en: `found “${place.text.slice(0, 60)}”`, zh: `发现“${place.text.slice(0, 60)}”` },
      { en, zh },
    );
    return null;
  };
  const month = parseNumber(text.replace(/\s*月$/, ''), 'ratio', '');
  if (typeof month === 'number' && Number.isInteger(month) && month >= -600 && month <= 12)
    return { month, gone: last ? 1 : 0 };
  const dated = DATE.exec(text);
  const monthly = YEAR_MONTH.exec(text);
  if (dated === null && monthly === null)
    return wrong(
      last
        ? 'expected the last month, such as 6, or the last day, such as 2026-06-15'
        : 'expected the first month, such as 10, the first day, such as 2026-10-15, or “before”',
      last
        ? '应为最后月份（如 6）或最后一天（如 2026-06-15）'
        : '应为首月（如 10）、首日（如 2026-10-15）或“之前”',
    );
  if (year === null)
    return wrong(
      'expected a month of the plan year; dates can be placed only where months are written with their year, such as 2026-10',
      '应为方案年度的月份；月份列写明年份（如 2026-10）时才可写日期',
    );
  const [y, m, d] = (dated ?? monthly)!.slice(1).map(Number) as [number, number, number | undefined];
  const days = new Date(Date.UTC(y, m, 0)).getUTCDate();
  const day = d ?? (last ? days : 1);
  if (m < 1 || m > 12 || day < 1 || day > days)
    return wrong('expected a day that there is', '应为存在的日期');
  const at = (y - year) * 12 + m;
  const whole = workdays(y, m, 1, days);
  // Someone who is hired on a day works it, and so does someone who leaves on it.
  return { month: at, gone: workdays(y, m, 1, last ? day : day - 1) / whole };
}

/** Mondays to Fridays from one day of a month to another, both included. */
function workdays(year: number, month: number, from: number, to: number): number {
  let count = 0;
  for (let day = from; day <= to; day++) {
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    if (weekday >= 1 && weekday <= 5) count++;
  }
  return count;
}
