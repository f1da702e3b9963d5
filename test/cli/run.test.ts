import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { METRICS } from '../../engine/model/metrics.ts';
import { bytesOf, emptyFolder, killWhen, SMALL, schemelab, writeStudy } from './command-line.ts';

const FILES = [
  'draws.parquet',
  'manifest.json',
  'replications.parquet',
  'reps.parquet',
  'result.json',
  'study.json',
  'study.yaml',
  'timeline.parquet',
];

/** Enough to have all there is to say. */
const FEWER = SMALL.replace('replications: 40', 'replications: 20');

describe('schemelab run', () => {
  test('prints verdicts and a table, and leaves a whole folder', async () => {
    const folder = emptyFolder();
    const { status, stdout, stderr } = await schemelab(
      ['run', writeStudy(folder, SMALL), '--out', 'out'],
      folder,
    );
    expect(stderr).toContain('Results are in out');
    expect(status).toBe(0);
    expect(stdout).toContain('A small study');
    expect(stdout).toContain('▸ Higher accelerator');
    expect(stdout).toMatch(/90 %\s+sure\s+the\s+expected\s+change\s+is\s+between/);
    // Both ends of the interval, which need not lie evenly about the change.
    expect(stdout).toMatch(/Net contribution +¥[\d.]+ [km] +[+−]¥[\d.]+ [km]? ?\([+−]¥[\d.]+ [km]? ?… [+−]¥/);
    for (const name of ['Net value', 'Customer equity gained', 'Pipeline value gained', 'Payback time'])
      expect(stdout).toContain(`\n${name} `);
    expect(stdout).not.toContain('±');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(FILES);
    expect(existsSync(join(folder, 'out.partial'))).toBe(false);
  });

  test('gives the same bytes twice, on one thread and on three, and after a renamed folder', async () => {
    const folder = emptyFolder();
    const study = writeStudy(folder, FEWER);
    const variants = [
      ['--out', 'a', '--threads', '1'],
      ['--out', 'b', '--threads', '3'],
      ['--out', 'c/deep', '--quiet'],
    ];
    for (const variant of variants) {
      expect((await schemelab(['run', study, ...variant], folder)).status).toBe(0);
    }
    const a = bytesOf(join(folder, 'a'));
    expect(bytesOf(join(folder, 'b'))).toEqual(a);
    expect(bytesOf(join(folder, 'c/deep'))).toEqual(a);
  });

  test('tells why and what is paid in the same bytes on one thread and on three', async () => {
    const folder = emptyFolder();
    const study = writeStudy(folder, FEWER);
    for (const threads of ['1', '3'])
      await schemelab(['run', study, '--pay', '--why', '--threads', threads, '--out', threads], folder);
    expect(bytesOf(join(folder, '3'))).toEqual(bytesOf(join(folder, '1')));
  });

  test('--json prints the result and nothing else; keys stand as promised', async () => {
    const folder = emptyFolder();
    const study = writeStudy(folder, SMALL);
    const { status, stdout } = await schemelab(['run', study, '--json', '--seed', 'other'], folder);
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(Object.keys(result).slice(0, 6)).toEqual([
      'schema',
      'engine',
      'study',
      'run',
      'alternatives',
      'comparisons',
    ]);
    expect(result.study.seed).toBe('other');
    expect(result.run).toMatchObject({ replications: 40, draws: 8, horizonDays: 63 });
    expect(result.alternatives.map((a: { id: string }) => a.id)).toEqual([
      'baseline',
      'uncapped',
      'structured',
    ]);
    expect(Object.keys(result.alternatives[0].metrics)).toEqual(METRICS.map((m) => m.id));
    const difference = result.comparisons[0].metrics['net-contribution'];
    expect(Object.keys(difference)).toEqual([
      'unit',
      'mean',
      'interval',
      'credible',
      'predictive',
      'probabilityBetter',
      'chanceBetter',
      'ignoranceShare',
      'correlation',
      'varianceReduction',
      'tied',
    ]);
    expect(difference.unit).toBe('CNY');
    // Without --out the folder is named after the study.
    expect(readdirSync(join(folder, 'runs'))[0]).toMatch(/^study-[0-9a-f]{8}$/);
  });

  test('speaks Chinese', async () => {
    const folder = emptyFolder();
    const { stdout, stderr } = await schemelab(
      ['run', writeStudy(folder, SMALL), '--lang', 'zh', '--replications', '10'],
      folder,
    );
    expect(stdout).toContain('净贡献');
    expect(stdout).toContain('参数抽样太少，还说不上有多大把握');
    expect(stdout).not.toMatch(/[a-z]{4,} [a-z]{4,} [a-z]{4,}/);
    expect(stderr).toContain('结果保存在');
  });

  test('--why shows the steps, which change nothing else', async () => {
    const folder = emptyFolder();
    const study = writeStudy(folder, FEWER);
    const plain = await schemelab(['run', study, '--json', '--out', 'plain'], folder);
    const why = await schemelab(['run', study, '--json', '--why', '--out', 'why'], folder);
    const { explanations, ...rest } = JSON.parse(why.stdout);
    const { study: _, ...others } = rest;
    expect(JSON.parse(plain.stdout)).toMatchObject(others);
    expect(explanations.map((one: { alternative: string }) => one.alternative)).toEqual([
      'uncapped',
      'structured',
    ]);
    const shown = await schemelab(['run', study, '--why', '--lang', 'zh', '--out', 'zh'], folder);
    expect(shown.stdout).toMatch(/薪酬方案 +[█░]+/);
  });

  test('--pay tells what every plan pays, which changes nothing else', async () => {
    const folder = emptyFolder();
    const study = writeStudy(folder, FEWER);
    const plain = await schemelab(['run', study, '--json', '--out', 'plain'], folder);
    const paid = await schemelab(['run', study, '--json', '--pay', '--out', 'paid'], folder);
    const { pay, paySplit, study: _, ...rest } = JSON.parse(paid.stdout);
    for (const { mechanics, behaviour, total } of paySplit) {
      const cost = rest.comparisons[0].metrics['pay-cost'];
      expect(total).toEqual({ mean: cost.mean, interval: cost.interval });
      expect((mechanics.mean + behaviour.mean) / total.mean).toBeCloseTo(1, 9);
    }
    expect(paySplit.map((one: { alternative: string }) => one.alternative)).toEqual(['uncapped']);
    expect(JSON.parse(plain.stdout)).toMatchObject(rest);
    expect(pay.map((one: { alternative: string }) => one.alternative)[0]).toBe('baseline');
    const shown = await schemelab(['run', study, '--pay', '--lang', 'zh', '--out', 'zh'], folder);
    expect(shown.stdout).toContain('各薪酬方案发多少、发给谁');
  });

  test('stops cleanly on Ctrl-C and goes on to the same bytes', async () => {
    const folder = emptyFolder();
    const study = writeStudy(folder, SMALL.replace('replications: 40', 'replications: 100'));
    const journal = join(folder, 'cut.partial/journal.bin');
    const begun = (): boolean => existsSync(journal) && statSync(journal).size > 40_000;
    const cut = await killWhen(['run', study, '--out', 'cut', '--lang', 'en'], folder, 'SIGINT', begun);
    expect(cut.status).toBe(130);
    expect(cut.stderr).toContain('schemelab run --resume cut');
    expect(existsSync(join(folder, 'cut'))).toBe(false);
    const listed = await schemelab(['runs', '.'], folder);
    expect(listed.stdout).toContain('stopped: --resume goes on');
    expect((await schemelab(['run', '--resume', 'cut'], folder)).status).toBe(0);
    expect((await schemelab(['run', study, '--out', 'whole', '--threads', '1'], folder)).status).toBe(0);
    expect(bytesOf(join(folder, 'cut'))).toEqual(bytesOf(join(folder, 'whole')));
    expect((await schemelab(['runs', '.'], folder)).stdout).toMatch(/cut +finished +100/);
    const again = await schemelab(['run', '--resume', 'cut', '--json'], folder);
    expect(again).toMatchObject({ status: 0, stdout: readFileSync(join(folder, 'cut/result.json'), 'utf8') });
  });
});

describe('bad calls', () => {
  const BAD: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no study', ['run'], /Which study\?/],
    ['missing file', ['run', 'none.yaml'], /none\.yaml/],
    ['a folder', ['run', '.'], /found a folder/],
    ['unknown option', ['run', 'study.yaml', '--treads', '2'], /unknown option/],
    ['unknown command', ['simulate'], /unknown command/],
    ['zero threads', ['run', 'study.yaml', '--threads', '0'], /whole number from 1/],
    ['fractional replications', ['run', 'study.yaml', '--replications', '2.5'], /whole number/],
    ['blank seed', ['run', 'study.yaml', '--seed', ' '], /1 to 200 characters/],
    ['bad language', ['run', 'study.yaml', '--lang', 'de'], /Allowed choices are en, zh/],
    ['resume and study', ['run', 'study.yaml', '--resume', 'x'], /neither a study/],
    ['nothing to resume', ['run', '--resume', 'nowhere'], /nothing to resume/],
    ['unknown practice', ['schemes', 'structurd'], /Did you mean “structured”/],
  ];
  test.each(BAD)('%s: status 2, a reason, nothing written', async (_, args, reason) => {
    const folder = emptyFolder();
    writeStudy(folder, SMALL);
    const { status, stdout, stderr } = await schemelab(args, folder);
    expect(stderr).toMatch(reason);
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual(['study.yaml']);
  });

  test('an existing folder is never overwritten', async () => {
    const folder = emptyFolder();
    const study = writeStudy(folder, SMALL);
    const { status, stderr } = await schemelab(['run', study, '--out', '.'], folder);
    expect(stderr).toMatch(/exists already/);
    expect(status).toBe(2);
  });

  test('a wrong study points at the place', async () => {
    const folder = emptyFolder();
    writeStudy(folder, SMALL.replace('teams: 2', 'taems: 2'), 'wrong.yaml');
    for (const verb of ['run', 'validate']) {
      const { status, stderr } = await schemelab([verb, 'wrong.yaml'], folder);
      expect(stderr).toMatch(/^wrong\.yaml:4:21: company\.taems: .*Did you mean “teams”\?/m);
      expect(status).toBe(2);
    }
    expect(readdirSync(folder)).toEqual(['wrong.yaml']);
  });
});

describe('schemelab validate, schemes and runs', () => {
  test('validate says what it understood', async () => {
    const folder = emptyFolder();
    const { status, stdout } = await schemelab(['validate', writeStudy(folder, SMALL)], folder);
    expect(status).toBe(0);
    expect(stdout).toContain('6 reps in 2 teams');
    expect(stdout).toMatch(/structured +structured +/);
  });

  test('schemes prints the catalogue and one in full, in both languages', async () => {
    const folder = emptyFolder();
    const all = await schemelab(['schemes'], folder);
    expect(all.stdout).toContain('customer-tiering  Customer tiering (Plan type 3)');
    const one = await schemelab(['schemes', 'team-based', '--lang', 'zh'], folder);
    expect(one.stdout).toContain('局限');
    expect(one.stdout).toMatch(/协作/);
    expect(one.stdout).toContain('每一道岗位交接损失 2/5/12% 的商机');
    expect(one.status).toBe(0);
  });

  test('schemes tells what a practice makes of a rep’s week, in a table and as JSON', async () => {
    const folder = emptyFolder();
    const { stdout } = await schemelab(['schemes', 'process-control', '--context', 'insurance'], folder);
    const row = (name: string): number[] =>
      new RegExp(`^${name} .*`, 'm')
        .exec(stdout)![0]
        .match(/[\d.]+/g)!
        .map(Number);
    expect(stdout).toContain('A rep’s week, in hours');
    const [before, starting, settled] = row('In all');
    expect(before).toBe(40);
    expect(starting).toBeGreaterThanOrEqual(40);
    expect(settled).toBeCloseTo(40 + row('of which overtime')[2]!, 1);
    const json = await schemelab(['schemes', 'process-control', '--context', 'insurance', '--json'], folder);
    const { week, context } = JSON.parse(json.stdout);
    expect(context).toBe('insurance');
    expect(week.before.hours.selling).toBeCloseTo(row('Selling')[0]!, 1);
    expect(week.settled.hours.selling).toBeCloseTo(row('Selling')[2]!, 1);
    expect((await schemelab(['schemes', '--json'], folder)).status).toBe(2);
  });

  test('runs of an empty folder', async () => {
    const { status, stdout } = await schemelab(['runs'], emptyFolder());
    expect(stdout).toContain('No runs in runs.');
    expect(status).toBe(0);
    const none = await schemelab(['runs', 'nowhere'], emptyFolder());
    expect(none).toMatchObject({ status: 2, stdout: '' });
    expect(none.stderr).toContain('nowhere: found nothing there');
  });
});
