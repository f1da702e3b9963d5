/** One term for one thing, and full-width marks, in every Chinese text that a person reads. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const HAN = '[\\u3400-\\u9fff]';

const lines = execFileSync('git', ['ls-files', 'engine', 'web', 'README.md', 'scenarios'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(ts|tsx|md)$/.test(path))
  .flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .map((text, i) => ({ place: `${path}:${i + 1}`, text })),
  );
const where = (pattern: RegExp, unless = /$^/): string[] =>
  lines.filter(({ text }) => pattern.test(text) && !unless.test(text)).map(({ place }) => place);

it('plan types, today and commission have one name each', () => {
  expect(where(/方案类型/)).toEqual([]);
  expect(where(/基准方案/)).toEqual([]);
  // 佣金 is the fee that a client pays a broker's firm; what people are paid is 提成.
  expect(where(/佣金/, /每单佣金|佣金扣除|佣金折让|佣金高|用佣金/)).toEqual([]);
});

it('marks between Chinese characters are full-width', () => {
  expect(where(new RegExp(`${HAN}[,;!?]${HAN}`))).toEqual([]);
  // Outside code: file names, links and regular expressions keep half-width brackets.
  expect(where(new RegExp(`${HAN}\\(${HAN}|${HAN}\\)${HAN}`), /`|]\(|\/\^/)).toEqual([]);
});
