import type { Tier } from '../../incentive/language.ts';
import { tidy } from '../../incentive/parts/rounding.ts';
import type { Located } from '../nodes.ts';
import { readNumber, type Unit } from '../units.ts';
import { LONGEST_TABLE } from './context.ts';

/** How the numbers of a table are read. */
export interface Column {
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
}

/** A row of a table, and where it stands. */
export interface Row {
  readonly x: number;
  readonly y: number;
  readonly at: Located;
}

/**
 * A table written as a map, `50%: 10%`. Rows must rise; undefined, with problems noted, when they do not or are no
 * numbers.
 */
export function readTable(at: Located, x: Column, y: Column, currency: string): Row[] | undefined {
  const entries = [...at.own.entries()];
  if (!at.isMap) return undefined;
  if (entries.length === 0 || entries.length > LONGEST_TABLE) {
    at.wrong('bad-table', `expected 1 to ${LONGEST_TABLE} rows`, `应有 1 至 ${LONGEST_TABLE} 行`);
    return undefined;
  }
  const rows: Row[] = [];
  for (const [, value] of entries) {
    const from = readNumber(value.key, { ...x, currency });
    const to = readNumber(value, { ...y, currency });
    if (from !== undefined && to !== undefined) rows.push({ x: from, y: to, at: value.key });
  }
  if (rows.length !== entries.length) return undefined;
  return rising(rows) ? rows : undefined;
}

/** Whether each row lies above the one before; the first that does not is noted. */
function rising(rows: readonly Row[]): boolean {
  const wrong = rows.find((row, i) => i > 0 && row.x <= rows[i - 1]!.x);
  wrong?.at.wrong('not-rising', 'expected rows in rising order, each value once', '各行应由低到高，不得重复');
  return wrong === undefined;
}

/**
 * Tiers: a map from where each begins to its rate, or a list of `{from, to, rate}`. A list shows gaps and overlaps, and
 * these are refused: what lies between two tiers, or in both, has no rate.
 */
export function readTiers(at: Located, x: Column, y: Column, currency: string): Tier[] | undefined {
  if (!at.isList) {
    const rows = readTable(at, x, y, currency);
    if (rows === undefined) return undefined;
    const [first] = rows;
    if (first!.x !== 0) {
      first!.at.wrong(
        'tier-gap',
        'expected the first tier from 0: what lies below it has no rate (write 0: 0% if it earns nothing)',
        '第一档应从 0 开始，其下没有费率（无提成请写 0: 0%）',
      );
      return undefined;
    }
    return rows.map((row) => ({ from: row.x, rate: row.y }));
  }
  const tiers: Tier[] = [];
  let reached: number | null = 0;
  let sound = true;
  for (const item of at.items()) {
    const keys = item.entries(['from', 'to', 'rate']);
    const fromAt = keys.get('from');
    const rateAt = keys.get('rate');
    if (!item.isMap) return undefined;
    if (rateAt === undefined) item.missing('rate', 'expected the rate of this tier', '应写明本档费率');
    const from = fromAt === undefined ? (reached ?? 0) : readNumber(fromAt, { ...x, currency });
    const to = endOf(keys.get('to'), x, currency);
    const rate = rateAt === undefined ? undefined : readNumber(rateAt, { ...y, currency });
    if (from === undefined || to === undefined || rate === undefined) {
      sound = false;
      continue;
    }
    const place = fromAt ?? item;
    if (reached === null || from < reached) {
      const before = reached === null ? null : show(reached, x);
      place.wrong(
        'tier-overlap',
        before === null
          ? 'expected nothing after a tier without end'
          : `expected ${before}: the tier before ends there, and a result cannot have two rates`,
        before === null
          ? '上一档没有上限，其后不应再有档'
          : `应为 ${before}：上一档到此为止，同一业绩不能有两个费率`,
      );
      sound = false;
    } else if (from > reached) {
      const before = show(reached, x);
      place.wrong(
        'tier-gap',
        `expected ${before}: between ${before} and ${show(from, x)} no rate is given`,
        `应为 ${before}：${before} 与 ${show(from, x)} 之间没有费率`,
      );
      sound = false;
    }
    if (to !== null && to <= from) {
      (keys.get('to') ?? item).wrong(
        'not-rising',
        'expected the end of a tier above its start',
        '每档的上限应高于下限',
      );
      sound = false;
    }
    reached = to;
    tiers.push({ from, rate });
  }
  if (sound && tiers.length === 0) at.wrong('bad-table', 'expected at least one tier', '应至少有一档');
  if (sound && reached !== null) {
    at.problem(
      'tier-gap',
      { en: `the last tier ends at ${show(reached, x)}`, zh: `最后一档止于 ${show(reached, x)}` },
      {
        en: 'expected it without “to”: what lies above has no rate (a limit is written as a cap)',
        zh: '最后一档不应写 to，其上没有费率（封顶请用 cap）',
      },
    );
    return undefined;
  }
  return sound && tiers.length > 0 ? tiers : undefined;
}

/** The end of a tier; null when it has none. */
function endOf(at: Located | undefined, x: Column, currency: string): number | null | undefined {
  if (at === undefined || at.scalar === 'none') return null;
  return readNumber(at, { ...x, currency });
}

function show(value: number, { unit }: Column): string {
  return unit === 'share' ? `${tidy(value * 100)}%` : String(tidy(value));
}

/** A rising list of numbers: where the rows or columns of a matrix begin. */
export function readMarks(at: Located, x: Column, currency: string): number[] | undefined {
  const items = at.items();
  if (!at.isList) return undefined;
  const rows: Row[] = [];
  for (const item of items) {
    const value = readNumber(item, { ...x, currency });
    if (value !== undefined) rows.push({ x: value, y: 0, at: item });
  }
  if (rows.length !== items.length) return undefined;
  if (rows.length === 0 || rows.length > LONGEST_TABLE) {
    at.wrong('bad-table', `expected 1 to ${LONGEST_TABLE} values`, `应有 1 至 ${LONGEST_TABLE} 个值`);
    return undefined;
  }
  return rising(rows) ? rows.map((row) => row.x) : undefined;
}
