import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emptyFolder, SMALL, schemelab, writeStudy } from './command-line.ts';

describe('schemelab advise', () => {
  test('says why and what speaks against, in both languages, and writes nothing', async () => {
    const folder = emptyFolder();
    const study = writeStudy(folder, SMALL);
    const en = await schemelab(['advise', study], folder);
    expect(en.status).toBe(0);
    expect(en.stdout).toMatch(/▸ customer-lifecycle .*\([123] of 3 conditions hold\)\n +for: /);
    expect(en.stdout).toMatch(/limit: /);
    const zh = await schemelab(['advise', study, '--lang', 'zh'], folder);
    expect(zh.stdout).toMatch(/3 项条件满足 [123] 项/);
    expect(zh.stdout).not.toMatch(/[a-z]{4,} [a-z]{4,} [a-z]{4,}/);
    expect(readdirSync(folder)).toEqual(['study.yaml']);
  });

  test('--simulate runs the shortlist, the same on any number of threads', async () => {
    const folder = emptyFolder();
    const study = writeStudy(folder, SMALL);
    const run = (threads: string) =>
      schemelab(
        ['advise', study, '--simulate', '--json', '--replications', '5', '--threads', threads],
        folder,
      );
    const one = await run('1');
    expect(one.status).toBe(0);
    const { advice, alternatives } = JSON.parse(one.stdout);
    const list = advice.shortlist.map((each: { id: string }) => each.id);
    expect(alternatives.map((each: { id: string }) => each.id)).toEqual([
      'baseline',
      ...list,
      'all-at-once',
      'one-a-quarter',
    ]);
    expect((await run('2')).stdout).toBe(one.stdout);
  });

  test('options of a simulation without one are refused', async () => {
    const folder = emptyFolder();
    const { status, stderr } = await schemelab(['advise', writeStudy(folder, SMALL), '--seed', 'x'], folder);
    expect(stderr).toMatch(/belong to --simulate/);
    expect(status).toBe(2);
  });

  test('schemes --context puts what fits first', async () => {
    const { stdout, status } = await schemelab(['schemes', '--context', 'fmcg'], emptyFolder());
    expect(status).toBe(0);
    const place = (text: string): number => stdout.indexOf(text);
    expect(place('▸ channel')).toBeGreaterThan(place('Fits:'));
    expect(place('▸ channel')).toBeLessThan(place('Fits less well:'));
    expect(place('▸ project-based')).toBeGreaterThan(place('Fits less well:'));
    expect((await schemelab(['schemes', '--context', 'mars'], emptyFolder())).status).toBe(2);
  });
});
