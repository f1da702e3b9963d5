import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PayoutCommand, payoutText } from '../../engine/cli/payout.ts';
import type { ProblemsError } from '../../engine/kernel/problems.ts';
import { emptyFolder, ROOT, schemelab } from './command-line.ts';

const plan = (name: string): string => join(ROOT, 'scenarios/plans', `${name}.yaml`);
const SAAS = plan('saas-marginal-accelerators');

/** What the command prints, without starting a process. */
function say(plans: string[], options: Partial<PayoutCommand> = {}): string {
  return payoutText({ lang: 'en', ...options, plans });
}

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
    expect(stdout).toMatch(/^ +100% +\$29,700 +100\.0 % +\$59,400 +×1\.60$/m);
    expect(stdout).toMatch(/●/);
    expect(stdout).toMatch(/▃▃.*▆▆.*██/);
    const zh = await schemelab(['payout', SAAS, '--lang', 'zh'], folder);
    expect(zh.stdout).toMatch(/底薪每月 \$2,475/);
    expect(zh.stdout).not.toMatch(/[a-z]{4,} [a-z]{4,} [a-z]{4,}/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('shows where pay jumps, and what moves one measure only', () => {
    const hurdle = say([plan('executive-hurdle')]);
    expect(hurdle).toMatch(/^ +70% +\$80,500 .*\+\$80,500$/m);
    expect(hurdle).toMatch(/^ +110% +\$143,000 .*\+\$12,000$/m);
    const one = say([plan('revenue-by-operating-income-grid')], { measure: 'operating-income' });
    expect(one).toMatch(/^ +120% +\$152,000 /m);
  });

  test('as JSON gives the plan as understood and the curve', () => {
    const { plan: full, curve } = JSON.parse(say([SAAS], { json: true }));
    expect(full.components[0].payout).toMatchObject({ kind: 'rates', apply: 'marginal' });
    expect(curve.marks).toEqual([0.5, 1, 1.5]);
    const at = (level: number) => curve.levels.find((one: { level: number }) => one.level === level);
    expect(at(1.5).pay).toBe(53_460);
    expect(at(1).marginal).toBeCloseTo(47_520, 0);
  });

  test('knows industries’ usual plans, and flat plan files', () => {
    expect(say(['b2b-saas'])).toMatch(/from 100% of quota on the rate is ×1\.5/i);
    expect(say([plan('capped-commission')])).toMatch(/no more beyond 120% of quota/i);
  });

  test.each(readdirSync(join(ROOT, 'scenarios/plans')).filter((name) => name.endsWith('.yaml')))(
    'says all of %s in both languages',
    (name) => {
      const en = say([join(ROOT, 'scenarios/plans', name)]);
      const zh = say([join(ROOT, 'scenarios/plans', name)], { lang: 'zh' });
      expect(`${en}${zh}`).not.toMatch(/undefined|NaN|\[object/);
      expect(en.split('\n').slice(1).join('\n')).not.toMatch(/\p{Script=Han}/u);
      expect(zh).not.toMatch(/[a-z]{4,} [a-z]{4,} [a-z]{4,}/);
    },
  );

  test('compares plans over one table of results', () => {
    const file = table(RESULTS);
    const both = [SAAS, plan('saas-whole-period-tiers')];
    const { plans, people, months } = JSON.parse(say(both, { results: file, json: true }));
    expect([people, months]).toEqual([3, 3]);
    const pay = (i: number) => plans[i].pay.map((one: { variable: number }) => one.variable);
    // By hand from the two tables: 3,315 + 6,030 + 2,475; 3 × 500; 2,175 + 825 + 0.
    expect(pay(0)).toEqual([11_820, 1_500, 3_000]);
    expect(pay(1)).toEqual([4_800 + 9_000 + 3_960, 1_500, 3_000 + 1_650]);
    expect([plans[1].winners, plans[1].losers]).toEqual([3, 0]);
    expect(plans[0].payForPerformance).toBeGreaterThan(0.9);
    const text = say(both, { results: file, lang: 'zh' });
    expect(text).toMatch(/薪酬与业绩相关/);
    expect(text).toMatch(/Ann \+/);
  });

  test('pays teams and contests from the same table, with Chinese columns', () => {
    const file = table(
      '姓名,团队,月份,回款额\n甲,东,1,200000\n乙,东,1,180000\n丙,西,1,160000\n丁,西,1,100000\n',
    );
    const { plans } = JSON.parse(
      say([plan('china-ladder-on-collected-cash')], { results: file, json: true }),
    );
    // Ladder 3,500 2,900 2,300 1,000; star 2,000 1,000 500 and none below 150,000; duel 300 300 −100 −100.
    expect(plans[0].pay.map((one: { variable: number }) => one.variable)).toEqual([5_800, 4_200, 2_700, 900]);
  });

  test('costs a plan over a range and over a spread of attainments', () => {
    const range = JSON.parse(say([SAAS], { attainment: '0%..200%', people: 10, json: true }));
    expect(range.levels.find((one: { attainment: number }) => one.attainment === 1)).toMatchObject({
      variable: 297_000,
      total: 594_000,
      ofResults: 0.15,
    });
    const spread = { attainment: '100%±25%', people: 100, json: true };
    const alone = JSON.parse(say([SAAS], { ...spread, correlation: '0%' }));
    const shared = JSON.parse(say([SAAS], spread));
    // Half are at target, and the plan's steeper upper half makes the mean exceed the pay at the mean.
    expect(alone.reach.target.share).toBeCloseTo(0.5, 9);
    expect(alone.variable.mean).toBeGreaterThan(2_970_000);
    expect(shared.variable.mean).toBeCloseTo(alone.variable.mean, 2);
    // One hundred people by themselves: P90 is the mean and 1.2816 standard errors.
    expect(alone.variable.p90).toBeCloseTo(alone.variable.mean + 12.815515655446 * alone.perPerson.sd, 0);
    expect(shared.variable.p90).toBeGreaterThan(alone.variable.p90);
    expect(say([SAAS], { attainment: '100%±25%', people: 100, lang: 'zh' })).toMatch(/P90：十年中约一年超过/);
  });

  test.each<[string, string[], Partial<PayoutCommand>, RegExp]>([
    ['no such plan', ['b2b-sass'], {}, /b2b-sass:1:1: there is no such file.*Did you mean “b2b-saas”/],
    ['no such measure', [SAAS], { measure: 'profit' }, /it has bookings/],
    ['no such table', [SAAS], { results: 'nowhere.csv' }, /nowhere\.csv: there is no such file/],
    ['two plans to cost', [SAAS, SAAS], { attainment: '0%..100%' }, /costs one plan/],
    ['a range that is none', [SAAS], { attainment: 'often' }, /expected a range such as 0%\.\.200%/],
    ['a plan without quota', [plan('china-progressive-ladder')], { attainment: '0%..100%' }, /has no quota/],
    ['a correlation of one', [SAAS], { attainment: '95%±30%', correlation: '100%' }, /from 0% to below 100%/],
  ])('refuses %s', (_, plans, options, message) => {
    expect(() => say(plans, options)).toThrow(message);
  });

  test('refuses a plan that cannot be read with status 2, its place, and nothing on stdout', async () => {
    const broken = join(ROOT, 'scenarios/broken/plans/gap-between-tiers.yaml');
    const { status, stdout, stderr } = await schemelab(['payout', broken, '--lang', 'zh'], ROOT);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/:12:17: components\.commission\.rates\[1\]\.from: 发现“510万”/);
  });

  test('refuses a table where it is wrong, all at once', () => {
    const places = (text: string): string[] => {
      try {
        say([SAAS], { results: table(text) });
      } catch (error) {
        return (error as ProblemsError).problems.map((p) => `${p.line}:${p.column} ${p.code}`);
      }
      return [];
    };
    const bad = 'person,month,bookings\nAnn,1,100\nAnn,1,200\n,2,300\nBo,13,400\nCai,1,many\n';
    expect(places(bad)).toEqual([
      '3:1 duplicate',
      '4:1 missing-value',
      '5:4 out-of-range',
      '6:7 not-a-number',
    ]);
    expect(places('person,month,revenue\nAnn,1,100\n')).toEqual(['1:1 missing-column']);
    expect(places('month,bookings\n1,100\n')).toEqual(['1:1 missing-column']);
    expect(places('person,bookings\n')).toEqual(['1:1 empty']);
  });
});

/** A table in a file of its own. */
function table(text: string): string {
  const file = join(emptyFolder(), 'results.csv');
  writeFileSync(file, text);
  return file;
}
