import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStudy } from '../../engine/study/index.ts';
import { emptyFolder, ROOT, schemelab } from './command-line.ts';
import { argsOf, partOf, samplesIn, withSamples } from './readme-samples.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

test('the study that the README shows is a sound one', () => {
  const blocks = [...README.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
  expect(blocks.length).toBe(1);
  const study = readStudy('README.yaml', { read: (file) => ({ file, text: blocks[0]! }) });
  expect(study.alternatives.map((one) => one.id)).toEqual([
    'baseline',
    'uncapped',
    'key-accounts-and-lifecycle',
  ]);
});

test('every command that the README names exists, and every file it links to', async () => {
  const help = (await schemelab(['--help'], ROOT)).stdout;
  const verbs = new Set([...README.matchAll(/`(?:npx )?schemelab ([a-z]+)/g)].map((match) => match[1]!));
  expect(verbs.size).toBeGreaterThanOrEqual(4);
  for (const verb of verbs) expect(help).toMatch(new RegExp(`^ +${verb} `, 'm'));
  for (const [, path] of README.matchAll(/\]\(([^)#:]+)\)/g)) {
    expect(() => readFileSync(join(ROOT, path!)), path).not.toThrow(/ENOENT/);
  }
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const [, script] of README.matchAll(/npm run ([a-z:]+)/g)) expect(scripts).toHaveProperty(script!);
});

describe('samples of output', () => {
  test('are what the commands print; after a change: npm run readme', async () => {
    const samples = samplesIn(README);
    expect(samples.length).toBeGreaterThanOrEqual(3);
    const folder = emptyFolder();
    const printed = new Map<string, string>();
    for (const sample of samples) {
      const words = sample.args.join(' ');
      if (!printed.has(words))
        printed.set(
          words,
          (await schemelab(argsOf(sample, join(folder, String(printed.size))), ROOT)).stdout,
        );
      expect(sample.shown).toBe(partOf(printed.get(words)!, sample));
    }
    rmSync(folder, { recursive: true });
  }, 240_000);

  test('are found, cut from an output, and put back', () => {
    const text =
      'a\n<!-- schemelab payout x.yaml | B | D -->\n```text\nold\n```\nb\n<!-- schemelab runs -->\n```text\n```\n';
    const [first, second] = samplesIn(text);
    expect(first).toMatchObject({ args: ['payout', 'x.yaml'], from: 'B', to: 'D', shown: 'old\n' });
    expect(second).toMatchObject({ args: ['runs'], from: null, to: null, shown: '' });
    expect(partOf('A\nB b\nC\n\nD\n', first!)).toBe('B b\nC\n');
    expect(partOf('A\nB\n\n', second!)).toBe('A\nB\n');
    expect(() => partOf('A\n', first!)).toThrow(RangeError);
    const fresh = withSamples(text, ({ args }) => `${args[0]}!\n`);
    expect(samplesIn(fresh).map(({ shown }) => shown)).toEqual(['payout!\n', 'runs!\n']);
    expect(fresh.replace(/(payout|runs)!\n/g, '')).toBe(text.replace('old\n', ''));
  });
});
