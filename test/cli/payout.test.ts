import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, ROOT, schemelab } from './command-line.ts';

const plan = (name: string): string => join(ROOT, 'scenarios/plans', `${name}.yaml`);
const SAAS = plan('saas-marginal-accelerators');

/** Three people, a quarter, on quotas of 33,000 a month. */
const RESULTS = `person,team,month,bookings
Ann,east,1,40000
Ann,east,2,"60,000"
Ann,east,3,3.3万
Bo,east,1,10000
Bo,east,2,10000
Bo,east,3,10000
Cai,west,1,30000
Cai,west,2,16500
Cai,west,3,0
`;

describe('schemelab payout', () => {
  test('says a plan in words, pays it level by level, and draws it, in both languages; writes nothing', async () => {
    const folder = emptyFolder();
    const { stdout, stderr, status } = await schemelab(['payout', SAAS], folder);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/10% from 50% of quota to 100% of quota/);
    expect(stdout).toMatch(/^ +100% +\$29,700 +100% +\$59,400 +×1\.60$/m);
    expect(stdout).toMatch(/●/);
    expect(stdout).toMatch(/▃▃.*▆▆.*██/);
    const zh = await schemelab(['payout', SAAS, '--lang', 'zh'], folder);
    expect(zh.stdout).toMatch(/底薪每月 \$2,475/);
    expect(zh.stdout).not.toMatch(/[a-z]{4,} [a-z]{4,} [a-z]{4,}/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('shows where pay jumps, and what moves one measure only', async () => {
    const { stdout } = await schemelab(['payout', plan('executive-hurdle')], ROOT);
    expect(stdout).toMatch(/^ +70% +\$80,500 .*\+\$80,500$/m);
    expect(stdout).toMatch(/^ +110% +\$143,000 .*\+\$12,000$/m);
    const one = await schemelab(
      ['payout', plan('revenue-by-operating-income-grid'), '--measure', 'operating-income'],
      ROOT,
    );
    expect(one.stdout).toMatch(/^ +120% +\$126,000 +140%/m);
    const none = await schemelab(['payout', SAAS, '--measure', 'profit'], ROOT);
    expect([none.status, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toMatch(/it has bookings/);
  });

  test('as JSON gives the plan as understood and the curve', async () => {
    const { stdout } = await schemelab(['payout', SAAS, '--json'], ROOT);
    const { plan: full, curve } = JSON.parse(stdout);
    expect(full.components[0].payout).toMatchObject({ kind: 'rates', apply: 'marginal' });
    expect(curve.marks).toEqual([0.5, 1, 1.5]);
    const at = (level: number) => curve.levels.find((one: { level: number }) => one.level === level);
    expect(at(1.5).pay).toBe(53_460);
    expect(at(1).marginal).toBeCloseTo(47_520, 0);
  });

  test('knows industries’ usual plans, and flat plan files', async () => {
    const usual = await schemelab(['payout', 'b2b-saas'], ROOT);
    expect(usual.stdout).toMatch(/from 100% of quota on the rate is ×1\.5/i);
    const capped = await schemelab(['payout', plan('capped-commission')], ROOT);
    expect(capped.stdout).toMatch(/no more beyond 120% of quota/i);
  });

  test('compares plans over one table of results', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'results.csv'), RESULTS);
    const args = ['payout', SAAS, plan('saas-whole-period-tiers'), '--results', 'results.csv'];
    const { stdout, status } = await schemelab([...args, '--json'], folder);
    expect(status).toBe(0);
    const { plans, people, months } = JSON.parse(stdout);
    expect([people, months]).toEqual([3, 3]);
    const pay = (i: number) => plans[i].pay.map((one: { variable: number }) => one.variable);
    // By hand from the two tables: 3,315 + 6,030 + 2,475; 3 × 500; 2,175 + 825 + 0.
    expect(pay(0)).toEqual([11_820, 1_500, 3_000]);
    expect(pay(1)).toEqual([4_800 + 9_000 + 3_960, 1_500, 3_000 + 1_650]);
    expect([plans[1].winners, plans[1].losers]).toEqual([3, 0]);
    expect(plans[0].payForPerformance).toBeGreaterThan(0.9);
    const text = await schemelab([...args, '--lang', 'zh'], folder);
    expect(text.stdout).toMatch(/薪酬与业绩相关/);
    expect(text.stdout).toMatch(/Ann \+/);
  });

  test('pays teams and contests from the same table', async () => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'cash.csv'),
      '姓名,团队,月份,回款额\n甲,东,1,200000\n乙,东,1,180000\n丙,西,1,160000\n丁,西,1,100000\n',
    );
    const { stdout } = await schemelab(
      ['payout', plan('china-ladder-on-collected-cash'), '--results', 'cash.csv', '--json'],
      folder,
    );
    const pay = JSON.parse(stdout).plans[0].pay.map((one: { variable: number }) => one.variable);
    // Ladder 3,500 2,900 2,300 1,000; star 2,000 1,000 500 and none below 150,000; duel 300 300 −100 −100.
    expect(pay).toEqual([5_800, 4_200, 2_700, 900]);
  });

  test('costs a plan over a range and over a spread of attainments', async () => {
    const range = await schemelab(
      ['payout', SAAS, '--attainment', '0%..200%', '--people', '10', '--json'],
      ROOT,
    );
    const levels = JSON.parse(range.stdout).levels;
    expect(levels.find((one: { attainment: number }) => one.attainment === 1)).toMatchObject({
      variable: 297_000,
      total: 594_000,
      ofResults: 0.15,
    });
    const args = ['payout', SAAS, '--attainment', '100%±25%', '--people', '100', '--json'];
    const alone = JSON.parse((await schemelab([...args, '--correlation', '0%'], ROOT)).stdout);
    const shared = JSON.parse((await schemelab(args, ROOT)).stdout);
    // Half are at target, and the plan's steeper upper half makes the mean exceed the pay at the mean.
    expect(alone.reach.target.share).toBeCloseTo(0.5, 9);
    expect(alone.variable.mean).toBeGreaterThan(2_970_000);
    expect(shared.variable.mean).toBeCloseTo(alone.variable.mean, 2);
    // One hundred people by themselves: P90 is the mean and 1.2816 standard errors.
    const sd = 10 * alone.perPerson.sd;
    expect(alone.variable.p90).toBeCloseTo(alone.variable.mean + 1.2815515655446 * sd, 0);
    expect(shared.variable.p90).toBeGreaterThan(alone.variable.p90);
  });

  test.each<[string, string[], RegExp]>([
    [
      'a plan that cannot be read',
      [join(ROOT, 'scenarios/broken/plans/gap-between-tiers.yaml')],
      /:12:17: components\.commission\.rates\[1\]\.from: found “510万”/,
    ],
    ['no such plan', ['b2b-sass'], /b2b-sass:1:1: there is no such file.*Did you mean “b2b-saas”/],
    ['no such table', [SAAS, '--results', 'nowhere.csv'], /nowhere\.csv: there is no such file/],
    ['two plans to cost', [SAAS, SAAS, '--attainment', '0%..100%'], /costs one plan/],
    ['a range that is none', [SAAS, '--attainment', 'often'], /expected a range such as 0%\.\.200%/],
    ['a plan without quota', [plan('china-progressive-ladder'), '--attainment', '0%..100%'], /has no quota/],
    [
      'a correlation of one',
      [SAAS, '--attainment', '95%±30%', '--correlation', '100%'],
      /from 0% to below 100%/,
    ],
  ])('refuses %s with status 2', async (_, args, message) => {
    const { status, stdout, stderr } = await schemelab(['payout', ...args], ROOT);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('refuses a table where it is wrong, all at once', async () => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'bad.csv'),
      'person,month,bookings\nAnn,1,100\nAnn,1,200\n,2,300\nBo,13,400\nCai,1,many\n',
    );
    const { status, stderr } = await schemelab(['payout', SAAS, '--results', 'bad.csv'], folder);
    expect(status).toBe(2);
    expect(stderr.match(/bad\.csv:\d+:\d+/g)).toEqual([
      'bad.csv:3:1',
      'bad.csv:4:1',
      'bad.csv:5:4',
      'bad.csv:6:7',
    ]);
    writeFileSync(join(folder, 'other.csv'), 'person,month,revenue\nAnn,1,100\n');
    const other = await schemelab(['payout', SAAS, '--results', 'other.csv'], folder);
    expect(other.stderr).toMatch(/other\.csv:1:1: found no column “bookings”/);
  });
});
