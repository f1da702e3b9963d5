import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PayoutCommand, payoutText } from '../../engine/cli/payout.ts';
import type { ProblemsError } from '../../engine/kernel/problems.ts';
import { emptyFolder } from './command-line.ts';

/** A plan and a table in a folder of their own, paid. */
function run(plan: string, table: string | Uint8Array, options: Partial<PayoutCommand> = {}): string {
  const folder = emptyFolder();
  const [file, results] = [join(folder, 'p.yaml'), join(folder, 'r.csv')];
  writeFileSync(file, `currency: CNY\nsalary: ¥1k\n${plan}`);
  writeFileSync(results, table);
  return payoutText({ lang: 'en', ...options, plans: [file], results });
}

function paid(plan: string, table: string | Uint8Array): { salary: number; variable: number }[] {
  return JSON.parse(run(plan, table, { json: true })).plans[0].pay.map(
    ({ salary, variable }: { salary: number; variable: number }) => ({ salary, variable }),
  );
}

const variable = (plan: string, table: string | Uint8Array): number[] =>
  paid(plan, table).map((one) => one.variable);

/** What is wrong with a table, as line:column code. */
function wrong(plan: string, table: string): string[] {
  try {
    run(plan, table);
  } catch (error) {
    if (!('problems' in (error as object))) throw error;
    return (error as ProblemsError).problems.map((p) => `${p.line}:${p.column} ${p.code}`);
  }
  return [];
}

const TENTH = 'components: { c: { measure: bookings, period: month, rate: 10% } }\n';
const QUOTA = 'components: { c: { measure: bookings, quota: ¥12k, period: month, rate: 10% } }\n';

describe('numbers in a table', () => {
  test('are those of studies and plans', () => {
    const cells = ['"1,200"', '1.2k', '¥1200', '￥１，２００', '0.12万', '1200元', '1.2e3'];
    const rows = cells.map((cell, i) => `p${i},1,${cell.includes('，') ? `"${cell}"` : cell}\n`).join('');
    expect(new Set(variable(TENTH, `person,month,bookings\n${rows}`))).toEqual(new Set([120]));
  });

  test.each([
    ['$1200', 'wrong-currency'],
    ['"1,2"', 'not-a-number'],
    ['12 00', 'not-a-number'],
    ['1200%', 'not-a-number'],
    ['-', 'not-a-number'],
    ['', 'not-a-number'],
    ['9'.repeat(400), 'not-a-number'],
    ['1e300', 'out-of-range'],
  ])('%s is refused', (cell, code) => {
    expect(wrong(TENTH, `person,month,bookings\nA,1,${cell}\n`)).toEqual([`2:5 ${code}`]);
  });

  test('of other metrics have their own units', () => {
    const plan =
      'measures: { paid: { metric: collection-rate, period: month } }\ncomponents: { c: { measure: units, period: month, per-unit: ¥5, gates: [{ measure: paid, at-least: 80%, otherwise: nothing }] } }\n';
    const table = (rate: string, units: string): string => `person,month,units,paid\nA,1,${units},${rate}\n`;
    expect(variable(plan, table('80%', '12件'))).toEqual([60]);
    expect(variable(plan, table('0.79', '12'))).toEqual([0]);
    expect(wrong(plan, table('80', '¥12'))).toEqual(['2:5 not-a-number', '2:9 out-of-range']);
  });

  test('in GB18030, UTF-16 and behind a byte-order mark are read; bytes that are no text are not', () => {
    // 姓名,月份,签约额 / 张三,1,1200
    const gb = Uint8Array.from([
      ...[0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd4, 0xc2, 0xb7, 0xdd, 0x2c, 0xc7, 0xa9, 0xd4, 0xbc, 0xb6, 0xee],
      ...[0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x2c, 0x31, 0x32, 0x30, 0x30, 0x0a],
    ]);
    expect(variable(TENTH, gb)).toEqual([120]);
    const text = '\uFEFF姓名,月份,签约额\n张三,1,1200\n';
    expect(variable(TENTH, text)).toEqual([120]);
    expect(variable(TENTH, Buffer.from(text, 'utf16le'))).toEqual([120]);
    expect(() => run(TENTH, Uint8Array.from([0, 1, 2, 255, 254]))).toThrow(/bytes that are no text/);
  });

  test('may stand between semicolons or tabs', () => {
    for (const c of [';', '\t'])
      expect(variable(TENTH, `person${c}month${c}bookings\nA${c}1${c}1,200\n`)).toEqual([120]);
  });
});

describe('columns', () => {
  test.each([
    ['an unknown one', 'person,month,bookings,quota:bokings\nA,1,1,1\n', '1:23 unknown-column'],
    ['a misspelt one', 'person,month,bookings,bokings\nA,1,1,1\n', '1:23 unknown-column'],
    ['two of a name', 'person,month,bookings,bookings\nA,1,1,1\n', '1:23 duplicate-column'],
    ['two of a meaning', 'person,姓名,month,bookings\nA,B,1,1\n', '1:8 duplicate-column'],
    ['a metric in two languages', 'person,month,bookings,签约额\nA,1,1,1\n', '1:23 duplicate-column'],
    ['a cell beyond the last', 'person,month,bookings\nA,1,1,7\n', '2:7 nameless-cell'],
    ['a cell under no name', 'person,month,,bookings\nA,1,7,1\n', '2:5 nameless-cell'],
    ['a row that is short', 'person,month,bookings\nA,1\n', '2:3 short-row'],
    ['quotas of what has none', 'person,month,bookings,quota:bookings\nA,1,1,1\n', '1:1 unused-quota'],
    ['a quote that does not end', 'person,month,bookings\n"A,1,1\n', '2:1 open-quote'],
  ])('%s is refused', (_, table, place) => {
    expect(wrong(TENTH, table)).toContain(place);
  });

  test('suggest what was meant, quotas too', () => {
    expect(() => run(QUOTA, 'person,month,bookings,quota:bokings\nA,1,1,1\n')).toThrow(
      /Did you mean “quota:bookings”\?/,
    );
  });

  test('that no plan looks at are named', () => {
    const text = run(TENTH, 'person,month,bookings,revenue,\nA,1,1,2,\n');
    expect(text).toMatch(/Columns that no plan looks at: revenue\./);
  });

  test('may be called by a measure’s title', () => {
    const plan =
      'measures: { income: { title: { en: operating income, zh: 营业利润 }, metric: margin, period: month } }\ncomponents: { c: { measure: income, rate: 10% } }\n';
    expect(variable(plan, '姓名,月份,营业利润\nA,1,50\n')).toEqual([5]);
  });
});

describe('people and months', () => {
  test('of a plan by team need a team each, and may change it', () => {
    const plan =
      'components: { t: { measure: revenue, scope: team, period: month, rate: 10% }, own: { measure: revenue, period: month, rate: 1% } }\n';
    expect(wrong(plan, 'person,month,revenue\nA,1,1\n')).toEqual(['2:1 missing-value']);
    const moved =
      'person,team,month,revenue\nA,e,1,100\nA,w,2,300\nB,e,1,500\nB,e,2,700\nC,w,1,0\nC,w,2,100\n';
    // A: (100 + 500) ÷ 2 in the east, (300 + 100) ÷ 2 in the west; B: 300 and 700; C: 0 and 200.
    expect(variable(plan, moved)).toEqual([30 + 20 + 4, 30 + 70 + 12, 0 + 20 + 1]);
  });

  test('without a row were not there: no salary, no quota, no part of a prize', () => {
    const plan =
      'components: { c: { measure: bookings, quota: ¥12k, period: quarter, boundary: at-or-above, bonus: { 100%: ¥100 } }, star: { measure: bookings, period: month, rank: { among: company, prizes: [¥50] } } }\n';
    const table = 'person,month,bookings\nA,1,1000\nA,2,1000\nA,3,1000\nB,1,1000\nB,3,1000\n';
    // B owes two thirds of 3,000 and reaches it. In January and March the prize is shared.
    expect(paid(plan, table)).toEqual([
      { salary: 3_000, variable: 100 + 25 + 50 + 25 },
      { salary: 2_000, variable: 100 + 25 + 25 },
    ]);
    expect(run(plan, table)).toMatch(/Months without a row count as not worked.*: B 2\./s);
  });

  test.each([
    ['two rows of a month', 'A,1,,1\nA,1,,1\n', '3:1 duplicate'],
    ['a month that is none', 'A,13,,1\n', '2:3 out-of-range'],
    ['months with a year and without', 'A,2025-01,,1\nA,2,,1\n', '3:3 contradiction'],
    ['two years', 'A,2025-12,,1\nA,2026-01,,1\n', '3:3 contradiction'],
    ['two dates of hiring', 'A,1,1,1\nA,2,2,1\n', '3:5 contradiction'],
    ['a row before hiring', 'A,1,2,1\n', '2:1 contradiction'],
    ['a date where months have no year', 'A,1,2025-01-01,1\n', '2:5 bad-date'],
    ['a day that is none', 'A,2025-02,2025-02-30,1\n', '2:11 bad-date'],
    ['a word', 'A,1,soon,1\n', '2:5 bad-date'],
  ])('%s is refused', (_, rows, place) => {
    expect(wrong(TENTH, `person,month,hired,bookings\n${rows}`)).toEqual([place]);
  });

  test('after someone left bring nothing', () => {
    const rows = 'A,1,,500\nA,2,2,500\nB,1,,0\nB,2,,0\nB,3,,0\n';
    const plan = `${TENTH}floor: { money: ¥20, over: statement }\n`;
    expect(paid(plan, `person,month,left,bookings\n${rows}`)).toEqual([
      { salary: 2_000, variable: 100 },
      { salary: 3_000, variable: 60 },
    ]);
  });

  test('of a year in one row are spread over the months worked', () => {
    const table = 'person,hired,bookings,quota:bookings\nA,,12000,12000\nB,7,6000,\n';
    const plan =
      'components: { c: { measure: bookings, quota: ¥12k, period: month, boundary: at-or-above, bonus: { 100%: ¥10 } } }\n';
    expect(paid(plan, table)).toEqual([
      { salary: 12_000, variable: 120 },
      { salary: 6_000, variable: 60 },
    ]);
    expect(run(plan, table)).toMatch(/results of 12 months, spread evenly/);
  });
});

describe('a period', () => {
  const quarter = 'components: { c: { measure: bookings, period: quarter, rate: 10% } }\n';

  test('that is not over is not paid', () => {
    expect(wrong(quarter, 'person,month,bookings\nA,1,1\nA,2,1\n')).toEqual(['1:1 open-period']);
    const both = `${TENTH.slice(0, -3)}, year: { measure: revenue, period: year, rate: 1% } }\n`;
    const text = run(both, 'person,month,bookings,revenue\nA,1,1,1\nA,2,1,1\n');
    expect(text).toMatch(/Left out of p: year \(its period is not over\)/);
  });

  test('may have one row, where the table has no other months', () => {
    const rows = 'person,month,bookings\nA,3,300\nA,6,600\nB,6,600\n';
    expect(paid(quarter, rows)).toEqual([
      { salary: 6_000, variable: 90 },
      { salary: 3_000, variable: 60 },
    ]);
    expect(run(quarter, rows)).toMatch(/Each row is taken as the results of 3 months/);
  });

  test('needs its levels measured once, and no more', () => {
    const plan =
      'measures: { care: { metric: satisfaction, period: quarter } }\ncomponents: { c: { measure: bookings, period: quarter, rate: 10%, gates: [{ measure: care, at-least: 80, otherwise: nothing }] } }\n';
    const table = (care: string): string => `person,month,bookings,care\nA,1,10,\nA,2,10,\nA,3,10,${care}\n`;
    expect(variable(plan, table('80'))).toEqual([3]);
    expect(wrong(plan, table(''))).toEqual(['4:1 missing-value']);
  });
});

describe('own quotas', () => {
  test('stand for the months they are given for, the plan’s for the others', () => {
    const plan =
      'components: { c: { measure: bookings, quota: ¥12k, period: quarter, boundary: at-or-above, bonus: { 100%: ¥100 } } }\n';
    const table = (sold: number): string =>
      `person,month,bookings,quota:bookings\nA,1,${sold},500\nA,2,0,\nA,3,0,\n`;
    expect([variable(plan, table(2_499)), variable(plan, table(2_500))]).toEqual([[0], [100]]);
  });

  test('of some members of a group that is measured in total, or for part of a year whose quota counts, are refused', () => {
    const total =
      'components: { t: { measure: revenue, scope: team, pooling: total, quota: ¥12k, period: month, boundary: at-or-above, bonus: { 100%: ¥1 } } }\n';
    const rows = 'person,team,month,revenue,quota:revenue\nA,e,1,1,5\nB,e,1,1,\n';
    expect(wrong(total, rows)).toEqual(['3:1 missing-value']);
    const year =
      'components: { c: { measure: revenue, quota: ¥12k, period: month, accumulation: year-to-date, tiers-of: year, rate: 10%, cap: 100% } }\n';
    expect(wrong(year, 'person,month,revenue,quota:revenue\nA,1,1,500\n')).toEqual(['2:1 missing-value']);
  });

  test('of a level are its mean, not its sum', () => {
    const plan =
      'measures: { care: { metric: satisfaction, quota: 90, period: quarter } }\ncomponents: { c: { measure: care, boundary: at-or-above, bonus: { 100%: ¥100 } } }\n';
    const table =
      'person,month,care,quota:care\nA,1,80,80\nA,2,80,80\nA,3,80,80\nB,1,80,\nB,2,80,\nB,3,80,\n';
    expect(variable(plan, table)).toEqual([100, 0]);
  });
});

describe('what is owed at the end', () => {
  test('is said, and what returns a table does not take back', () => {
    const rows = 'person,month,bookings\nA,1,1000\nA,2,-400\n';
    expect(run(TENTH, rows)).toMatch(/Owed at the end under p, to be taken from later variable pay: A ¥40\./);
    const bonus =
      'components: { c: { measure: bookings, quota: ¥12k, period: month, boundary: at-or-above, bonus: { 100%: ¥100 } } }\n';
    expect(run(bonus, rows)).toMatch(
      /Periods with results below 0 are read as the lowest row under p.*: A\./s,
    );
  });
});
