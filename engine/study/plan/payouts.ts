import type { OwnPayout, PaidIn, Payout, Rates } from '../../incentive/language.ts';
import { type Located, listed } from '../nodes.ts';
import { axisColumn, axisOf, type Reading } from './axis.ts';
import { readGoals, readMatch, readPool, readRank } from './contests.ts';
import { MOST, notSaid, type PlanValues } from './context.ts';
import { referTo } from './measures.ts';
import { type Column, readMarks, readTable, readTiers } from './tables.ts';

/** Keys of the ways to turn a result into pay; a component has exactly one. */
export const PAYOUT_KEYS = [
  'rate',
  'rates',
  'per-unit',
  'curve',
  'bonus',
  'matrix',
  'rank',
  'match',
  'pool',
  'goals',
] as const;

/** Keys that say how a table is read. */
export const TABLE_KEYS = [
  'axis',
  'apply',
  'excess-over',
  'boundary',
  'of',
  'in',
  'interpolation',
  'below',
  'above',
  'stack',
  'scoring',
];

/** Reads the one payout of a component; undefined, with problems noted, when there is none or more. */
export function readPayout(r: Reading): Payout | undefined {
  const written = PAYOUT_KEYS.filter((key) => r.keys.has(key));
  if (written.length === 0) {
    r.at.problem(
      'missing-key',
      { en: 'nothing says what it pays', zh: '未写明如何计酬' },
      { en: `expected one of ${listed(PAYOUT_KEYS)}`, zh: `应为其中之一：${listed(PAYOUT_KEYS, '、')}` },
    );
    return undefined;
  }
  if (written.length > 1) {
    r.keys
      .get(written[1]!)!
      .key.wrong(
        'two-payouts',
        `expected one payout in a component; “${written[0]}” is there already (make it two components)`,
        `每个组成只能有一种计酬方式，已有“${written[0]}”（请拆成两个组成）`,
      );
    return undefined;
  }
  const key = written[0]!;
  const at = r.keys.get(key)!;
  switch (key) {
    case 'rate':
    case 'per-unit':
    case 'rates':
      return readRates(key, at, r);
    case 'curve':
      return readCurve(at, r);
    case 'bonus':
      return readBonus(at, r);
    case 'matrix':
      return readMatrix(at, r);
    case 'rank':
      return readRank(at, r);
    case 'match':
      return readMatch(at, r);
    case 'pool':
      return readPool(at, r);
    case 'goals':
      return readGoals(at, r);
  }
}

function paidIn(r: Reading, usual: PaidIn): PaidIn {
  return r.values.choice(r.keys.get('in'), ['target', 'money', 'salary'], usual);
}

function payColumn(of: PaidIn | 'credit'): Column {
  return of === 'money' ? { unit: 'money', min: 0, max: MOST } : { unit: 'share', min: 0, max: 100 };
}

function readRates(key: 'rate' | 'rates' | 'per-unit', at: Located, r: Reading): Rates | undefined {
  const { currency } = r.values.values;
  const of =
    key === 'per-unit'
      ? 'unit'
      : r.values.choice(r.keys.get('of'), ['credit', 'base-rate', 'unit'], 'credit');
  const column: Column =
    of === 'unit'
      ? { unit: 'money', min: 0, max: MOST }
      : of === 'credit'
        ? { unit: 'share', min: 0, max: 10 }
        : { unit: 'ratio', min: 0, max: 100 };
  const axis = axisOf(r);
  const excessAt = r.keys.get('excess-over');
  const excessOver = excessAt === undefined ? 0 : r.values.onAxis(excessAt, axis, r.measure.metric, 0);
  const single = !at.isMap && !at.isList;
  if (single) {
    const rate = r.values.values.number(at, column.unit, 0, column.max, 0);
    return { kind: 'rates', axis, apply: 'marginal', of, tiers: [{ from: 0, rate }], excessOver };
  }
  const tiers = readTiers(at, axisColumn(axis, r.measure), column, currency);
  const apply = r.keys.get('apply')?.choice(['marginal', 'whole-period'] as const);
  if (tiers !== undefined && tiers.length > 1 && !r.keys.has('apply')) {
    notSaid(at, 'apply', ['marginal', 'whole-period'], {
      en: 'a rate may apply to the part of the result in its tier, or to all of it',
      zh: '费率可只用于本档部分，也可用于全部业绩',
    });
  }
  return tiers && { kind: 'rates', axis, apply: apply ?? 'marginal', of, tiers, excessOver };
}

function readCurve(at: Located, r: Reading): OwnPayout | undefined {
  const { keys, values } = r;
  const axis = axisOf(r);
  const of = paidIn(r, 'target');
  const rows = readTable(at, axisColumn(axis, r.measure), payColumn(of), values.values.currency);
  const interpolation = keys.get('interpolation')?.choice(['linear', 'step'] as const);
  if (!keys.has('interpolation')) {
    notSaid(at, 'interpolation', ['linear', 'step'], {
      en: 'between two points pay may rise with the result, or stay until the next point',
      zh: '两点之间可按直线递增，也可保持到下一点',
    });
  }
  const above = values.choice(keys.get('above'), ['level', 'onward'], 'level');
  if (above === 'onward' && (interpolation === 'step' || (rows !== undefined && rows.length < 2)))
    keys
      .get('above')!
      .wrong('bad-plan', 'expected level: there is no line to go on with', '应为 level：没有可延伸的直线');
  const [before, last] = rows?.slice(-2) ?? [];
  if (above === 'onward' && before !== undefined && last !== undefined && last.y < before.y) {
    keys
      .get('above')!
      .wrong(
        'bad-plan',
        'expected level: the last line falls, and would go on below nothing',
        '应为 level：最后一段下降，延伸后会低于零',
      );
  }
  return (
    rows && {
      kind: 'curve',
      axis,
      points: rows.map(({ x, y }) => [x, y] as const),
      interpolation: interpolation ?? 'linear',
      below: values.choice(keys.get('below'), ['nothing', 'level'], 'nothing'),
      above,
      in: of,
    }
  );
}

function readBonus(at: Located, r: Reading): OwnPayout | undefined {
  const axis = axisOf(r);
  const of = paidIn(r, 'money');
  const rows = readTable(at, axisColumn(axis, r.measure), payColumn(of), r.values.values.currency);
  const stack = r.keys.get('stack')?.choice(['highest', 'sum'] as const);
  if (rows !== undefined && rows.length > 1 && !r.keys.has('stack')) {
    notSaid(at, 'stack', ['highest', 'sum'], {
      en: 'whoever reaches several steps may get the highest, or all of them',
      zh: '达到多档时可只发最高一档，也可累加',
    });
  }
  return (
    rows && {
      kind: 'bonus',
      axis,
      steps: rows.map(({ x, y }) => ({ at: x, amount: y })),
      stack: stack ?? 'highest',
      in: of,
    }
  );
}

function readMatrix(at: Located, r: Reading): OwnPayout | undefined {
  const { values } = r;
  const { currency } = values.values;
  const keys = at.entries(['across', 'across-axis', 'rows', 'columns', 'cells']);
  if (!at.isMap) return undefined;
  const [across, rowsAt, columnsAt, cellsAt] = ['across', 'rows', 'columns', 'cells'].map((key) => {
    const one = keys.get(key);
    if (one === undefined) at.missing(key, 'expected it in a matrix', '矩阵中必须写明');
    return one;
  });
  const other = across === undefined ? undefined : referTo(across, r.measures);
  if (other === undefined || !rowsAt || !columnsAt || !cellsAt) return undefined;
  const axis = axisOf(r);
  const acrossAxis = values.choice(
    keys.get('across-axis'),
    ['attainment', 'amount'],
    other.quota === null ? 'amount' : 'attainment',
  );
  const of = values.choice(r.keys.get('in'), ['target', 'money', 'salary', 'credit'], 'target');
  const interpolation = r.keys.get('interpolation')?.choice(['step', 'linear'] as const);
  if (!r.keys.has('interpolation')) {
    notSaid(at, 'interpolation', ['step', 'linear'], {
      en: 'between two rows a cell may hold until the next, or pay may rise with the result',
      zh: '两行之间可保持本格，也可按直线递增',
    });
  }
  if (of === 'credit' && interpolation === 'linear')
    r.keys
      .get('in')!
      .wrong(
        'bad-plan',
        'expected step cells where they are rates of credit',
        '按业绩比例计酬的矩阵应为 step',
      );
  const rows = readMarks(rowsAt, axisColumn(axis, r.measure), currency);
  const columns = readMarks(columnsAt, axisColumn(acrossAxis, other), currency);
  if (rows === undefined || columns === undefined) return undefined;
  const cells = readCells(cellsAt, rows.length, columns.length, payColumn(of), values);
  return (
    cells && {
      kind: 'matrix',
      axis,
      rows,
      across: other.id,
      acrossAxis,
      columns,
      cells,
      interpolation: interpolation ?? 'step',
      in: of,
    }
  );
}

function readCells(
  at: Located,
  rows: number,
  columns: number,
  column: Column,
  values: PlanValues,
): number[][] | undefined {
  const lines = at.items();
  if (!at.isList) return undefined;
  if (lines.length !== rows) {
    at.wrong('bad-table', `expected ${rows} lists of cells, one a row`, `应为 ${rows} 个列表，每行一个`);
    return undefined;
  }
  let sound = true;
  const cells = lines.map((line) => {
    const items = line.items();
    if (line.isList && items.length !== columns) {
      line.wrong(
        'bad-table',
        `expected ${columns} cells, one a column`,
        `应为 ${columns} 个单元格，每列一个`,
      );
    }
    sound &&= line.isList && items.length === columns;
    return items.map((item) => values.values.number(item, column.unit, 0, column.max, 0));
  });
  return sound ? cells : undefined;
}

/** Whether exactly on a boundary of a payout more is paid than just below it. */
export function jumps(payout: Payout): boolean {
  switch (payout.kind) {
    case 'rates':
      return payout.apply === 'whole-period' && payout.tiers.length > 1;
    case 'curve':
      return payout.interpolation === 'step' || (payout.below === 'nothing' && payout.points[0]![1] !== 0);
    case 'bonus':
    case 'matrix':
      return true;
    default:
      return false;
  }
}
