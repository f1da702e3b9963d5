import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf } from './imports.ts';

interface Rule {
  readonly opens: readonly string[];
  readonly node?: boolean;
  readonly packages: readonly string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const { comment: _, ...rules } = JSON.parse(
  readFileSync(new URL('./web-rooms.json', import.meta.url), 'utf8'),
) as Record<string, Rule> & { comment: string };

const files = Object.keys(rules).flatMap((room) =>
  readdirSync(join(root, 'web', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `web/${room}/${file}`),
);

/** Why an import is not allowed, or null. */
function objection(file: string, name: string): string | null {
  const room = file.split('/')[1]!;
  const rule = rules[room]!;
  if (name.startsWith('.')) {
    const target = relative(root, join(root, dirname(file), name));
    if (target.startsWith(`web/${room}/`)) return null;
    const open = rule.opens.some((door) => target === door || target.startsWith(`${door}/`));
    return open ? null : `web/${room} may not import ${target}`;
  }
  if (name.startsWith('node:') || builtinModules.includes(name))
    return rule.node === true ? null : `web/${room} may not import from Node`;
  const pack = name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
  return rule.packages.includes(pack) ? null : `web/${room} may not import ${pack}`;
}

describe('doors of the page and its server', () => {
  test('every import goes through an open door', () => {
    expect(files.length).toBeGreaterThan(40);
    const broken = files.flatMap((file) =>
      importsOf(readFileSync(join(root, file), 'utf8')).flatMap(({ name, line }) => {
        const why = objection(file, name);
        return why === null ? [] : [`${file}:${line}: ${why} (“${name}”)`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('the test itself would notice', () => {
    expect(objection('web/client/a.ts', '../../engine/study/index.ts')).toMatch('may not import engine');
    expect(objection('web/contract/a.ts', 'node:fs')).toMatch('may not import from Node');
    expect(objection('web/server/a.ts', '../../engine/study/nodes.ts')).toMatch('may not import engine');
  });

  test('files stay under 350 lines, texts aside', () => {
    const long = files
      .filter((file) => !file.startsWith('web/client/texts/'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 350);
    expect(long).toEqual([]);
  });
});
