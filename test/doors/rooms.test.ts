import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf } from './imports.ts';

interface Rule {
  readonly rooms: readonly string[];
  readonly node?: boolean;
  readonly packages?: readonly string[];
}

const engine = fileURLToPath(new URL('../../engine/', import.meta.url));
const { comment: _, ...rules } = JSON.parse(
  readFileSync(new URL('./rooms.json', import.meta.url), 'utf8'),
) as Record<string, Rule> & { comment: string };

/** Why an import is not allowed, or null. */
function objection(file: string, name: string): string | null {
  const room = file.split('/')[0]!;
  const rule = rules[room]!;
  if (name.startsWith('.')) {
    const target = relative(engine, join(engine, dirname(file), name));
    if (target.startsWith('..')) return file === 'cli/bin.mjs' ? null : 'leaves the engine';
    if (target.split('/')[0] === room) return null;
    const open = rule.rooms.some((door) => target === door || target.startsWith(`${door}/`));
    return open ? null : `${room} may not import ${target}`;
  }
  const bare = name.replace(/^node:/, '').split('/')[0]!;
  if (name.startsWith('#')) return room === 'batch' ? null : 'only batch reaches the worker';
  if (name.startsWith('node:') || builtinModules.includes(bare))
    return rule.node === true ? null : `${room} may not import from Node`;
  const pack = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : bare;
  return rule.packages?.includes(pack) === true ? null : `${room} may not import ${pack}`;
}

const files = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|mjs)$/.test(file))
  .sort();

describe('doors between rooms', () => {
  test('finds the sources', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(
      files.flatMap((file) => importsOf(readFileSync(join(engine, file), 'utf8'))).length,
    ).toBeGreaterThan(200);
  });

  test('every import goes through an open door', () => {
    const broken = files.flatMap((file) =>
      importsOf(readFileSync(join(engine, file), 'utf8')).flatMap(({ name, line }) => {
        const why = objection(file, name);
        return why === null ? [] : [`engine/${file}:${line}: ${why} (“${name}”)`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('the test itself would notice', () => {
    expect(objection('model/phases/work.ts', '../../schemes/registry.ts')).toMatch(
      'model may not import schemes',
    );
    expect(objection('run/day.ts', 'node:fs')).toMatch('may not import from Node');
    expect(objection('batch/pool.ts', 'bullmq')).toMatch('may not import bullmq');
    expect(importsOf("import {\n  a,\n} from './x.ts';\nexport type { B } from '../y.ts';")).toEqual([
      { name: './x.ts', line: 3 },
      { name: '../y.ts', line: 4 },
    ]);
  });
});

describe('sizes', () => {
  test('source files stay under 350 lines, tables of data aside', () => {
    const tables = ['model/levers.ts', 'model/metrics.ts', 'study/parameters.ts'];
    const long = files
      .filter((file) => !tables.includes(file))
      .map((file) => ({ file, lines: readFileSync(join(engine, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 350);
    expect(long).toEqual([]);
  });
});
