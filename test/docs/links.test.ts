/**
 * Every relative link of a document leads to a file, in the repository and, where the document is in the published
 * package, in the package too; a link to a heading leads to one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });

const documents = run('git', 'ls-files', '--cached', '--others', '--exclude-standard', '*.md')
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const packed: string[] = JSON.parse(
  run('npm', 'pack', '--dry-run', '--json', '--ignore-scripts'),
)[0].files.map((file: { path: string }) => file.path);

/** GitHub's id of a heading: lower case, punctuation dropped, spaces as hyphens. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Links of a document that are not addresses of the web, code left out. */
function linksOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1]!).filter((link) => !/^[a-z]+:/.test(link));
}

it('links lead to files and headings', () => {
  const lost = documents.flatMap((path) =>
    linksOf(path).flatMap((link) => {
      const [file, anchor] = link.split('#') as [string, string | undefined];
      const target = file === '' ? path : normalize(join(dirname(path), decodeURIComponent(file)));
      if (!existsSync(join(root, target))) return [`${path}: ${link}`];
      if (anchor === undefined || statSync(join(root, target)).isDirectory()) return [];
      const headings = [...readFileSync(join(root, target), 'utf8').matchAll(/^#+ (.*)$/gm)];
      const found = headings.some((m) => anchorOf(m[1]!) === decodeURIComponent(anchor));
      return found ? [] : [`${path}: ${link}`];
    }),
  );
  expect(documents.length).toBeGreaterThan(5);
  expect(lost).toEqual([]);
});

it('links of packed documents lead to packed files', () => {
  const documentsPacked = documents.filter((path) => packed.includes(path));
  const lost = documentsPacked.flatMap((path) =>
    linksOf(path).flatMap((link) => {
      const file = link.split('#')[0]!;
      if (file === '') return [];
      const target = normalize(join(dirname(path), decodeURIComponent(file))).replace(/\/$/, '');
      const there = packed.some((one) => one === target || one.startsWith(`${target}/`));
      return there ? [] : [`${path}: ${link}`];
    }),
  );
  expect(documentsPacked).toContain('README.md');
  expect(packed).toContain('LICENSE');
  expect(lost).toEqual([]);
});
