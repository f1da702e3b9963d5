import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  FILES as FILES_LISTED,
  type Manifest,
  RunFolder,
  readFinished,
  verifyRun,
} from '../../engine/results/index.ts';
import { CHECK, ending, newRun, STUDY, scratch } from './setting.ts';

const { newDir, remove } = scratch();
afterAll(remove);

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

const failure = (code: string): Error => expect.objectContaining({ name: 'Failure', code }) as Error;

function manifestOf(dir: string): Manifest {
  return JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
}

/** A run begun and left by a process that ended. */
function interrupted(): string {
  const dir = newDir();
  RunFolder.create(dir, newRun()).release();
  return dir;
}

describe('a run folder', () => {
  it('is absent until it is whole, then has all its files and nothing else', () => {
    const dir = newDir();
    const folder = RunFolder.create(dir, newRun());
    writeFileSync(folder.journalPath, 'units');
    expect(existsSync(dir)).toBe(false);
    folder.finish(ending());
    expect(existsSync(`${dir}.partial`)).toBe(false);
    expect(readdirSync(dir).sort()).toEqual(FILES);
    expect(readFileSync(join(dir, 'study.yaml'), 'utf8')).toBe('schemelab: 1 # 注释\n');
    expect(JSON.parse(readFileSync(join(dir, 'study.json'), 'utf8'))).toEqual(STUDY);
    expect(readFileSync(join(dir, 'result.json'), 'utf8')).toBe('{\n  "schema": 1,\n  "mean": 2.5\n}\n');
  });

  it('says in its manifest what it is, with size and hash of every other file', () => {
    const dir = newDir();
    RunFolder.create(dir, newRun()).finish(ending());
    const manifest = manifestOf(dir);
    expect(manifest).toMatchObject({
      schema: 1,
      engine: '0.1.0',
      study: { title: { en: 'Folder', zh: '文件夹' }, hash: newRun().hash, seed: 'seed' },
      options: { replications: 3 },
      state: 'finished',
      counts: { alternatives: 2, replicationsPerDraw: 1, draws: 2, replications: 2 },
      clock: { created: '2026-01-02T03:04:05.000Z', finished: '2026-01-02T04:00:00.000Z' },
      machine: { threads: 1 },
    });
    expect(manifest.files.map((f) => f.name)).toEqual(FILES.filter((name) => name !== 'manifest.json'));
    for (const file of manifest.files) {
      const bytes = readFileSync(join(dir, file.name));
      expect(file.bytes).toBe(bytes.length);
      expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('is the same each time, clock and machine aside', () => {
    const [one, two] = [newDir(), newDir()];
    RunFolder.create(one, newRun()).finish(ending());
    const later = newRun({ created: '2027-01-01T00:00:00.000Z', machine: { threads: 9 } });
    RunFolder.create(two, later).finish(ending({ machine: { threads: 9 } }));
    for (const name of FILES.filter((file) => file !== 'manifest.json'))
      expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true);
    const bare = (dir: string) => ({ ...manifestOf(dir), clock: null, machine: null });
    expect(bare(one)).toEqual(bare(two));
  });

  it('is read back by its name; what is unfinished, absent or damaged is not', () => {
    const dir = newDir();
    const folder = RunFolder.create(dir, newRun());
    expect(() => readFinished(dir)).toThrow(failure('run-missing'));
    folder.finish(ending());
    expect(readFinished(`${dir}/`)).toEqual({
      dir,
      manifest: manifestOf(dir),
      study: STUDY,
      result: { schema: 1, mean: 2.5 },
    });
    writeFileSync(join(dir, 'result.json'), '{\n  "schema": 1,\n  "mean": 2.6\n}\n');
    expect(() => readFinished(dir)).toThrow(/result\.json is not what was written/);
    expect(verifyRun(dir, FILES_LISTED)).toEqual([{ file: 'result.json', kind: 'changed' }]);
    rmSync(join(dir, 'result.json'));
    expect(() => readFinished(dir)).toThrow(failure('run-damaged'));
    writeFileSync(join(dir, 'draws.parquet'), 'x');
    expect(verifyRun(dir, [...FILES_LISTED, 'more.txt'])).toEqual([
      { file: 'more.txt', kind: 'unlisted' },
      { file: 'draws.parquet', kind: 'changed' },
      { file: 'result.json', kind: 'missing' },
    ]);
  });

  it('gives the study back as the file has it', () => {
    const study = { a: -0, b: undefined, c: 0.1 };
    const folder = RunFolder.create(newDir(), newRun({ study }));
    expect(Object.is((folder.study as { a: number }).a, 0)).toBe(true);
    expect(folder.study).toStrictEqual({ a: 0, c: 0.1 });
    folder.release();
  });
});

describe('beginning', () => {
  it('refuses a name that is taken, by whatever', () => {
    const dir = newDir();
    mkdirSync(dir);
    expect(() => RunFolder.create(dir, newRun())).toThrow(failure('run-exists'));
    const file = newDir();
    writeFileSync(file, '');
    expect(() => RunFolder.create(`${file}/`, newRun())).toThrow(failure('run-exists'));
    expect(() => RunFolder.create(join(file, 'below'), newRun())).toThrow(failure('run-unwritable'));
    expect(existsSync(`${dir}.partial`)).toBe(false);
  });

  it('leaves nothing behind when it fails half-way, nor the folders made for it', () => {
    const dir = join(newDir(), 'deep', 'run');
    // No JSON: the study file is written by then.
    expect(() => RunFolder.create(dir, newRun({ study: 1n }))).toThrow(TypeError);
    expect(existsSync(join(dir, '../..'))).toBe(false);
    RunFolder.create(dir, newRun()).release();
    expect(readdirSync(`${dir}.partial`).sort()).toEqual(['manifest.json', 'study.json', 'study.yaml']);
  });

  it('refuses a name that is a link leading nowhere', () => {
    const dir = newDir();
    symlinkSync('/nowhere/at/all', dir);
    expect(() => RunFolder.create(dir, newRun())).toThrow(failure('run-exists'));
  });

  it('refuses to overwrite an unfinished run, and leaves it alone', () => {
    const dir = interrupted();
    const before = readFileSync(join(`${dir}.partial`, 'manifest.json'), 'utf8');
    expect(() => RunFolder.create(dir, newRun({ seed: 'other' }))).toThrow(failure('run-unfinished'));
    expect(readFileSync(join(`${dir}.partial`, 'manifest.json'), 'utf8')).toBe(before);
    RunFolder.resume(dir, CHECK).release();
  });

  it('refuses a folder with somebody’s files in it', () => {
    const dir = newDir();
    mkdirSync(`${dir}.partial`);
    writeFileSync(join(`${dir}.partial`, 'thesis.doc'), 'x');
    expect(() => RunFolder.create(dir, newRun())).toThrow(failure('run-unfinished'));
    expect(readdirSync(`${dir}.partial`)).toEqual(['thesis.doc']);
  });

  it('begins again where a process died before the folder was a run', () => {
    const dir = newDir();
    mkdirSync(`${dir}.partial`);
    writeFileSync(join(`${dir}.partial`, 'study.yaml'), 'half');
    writeFileSync(join(`${dir}.partial`, 'manifest.json.tmp'), '{');
    expect(() => RunFolder.resume(dir, CHECK)).toThrow(failure('run-missing'));
    RunFolder.create(dir, newRun()).finish(ending());
    expect(readdirSync(dir).sort()).toEqual(FILES);
  });

  it('makes parents', () => {
    const dir = join(newDir(), 'a', 'b');
    RunFolder.create(dir, newRun()).finish(ending());
    expect(existsSync(join(dir, 'result.json'))).toBe(true);
  });
});

describe('resuming', () => {
  it('finds the run by either name, with its study, journal and source', () => {
    const dir = interrupted();
    for (const name of [dir, `${dir}/`, `${dir}.partial`, `${dir}.partial/`]) {
      const folder = RunFolder.resume(name, CHECK);
      expect(folder.dir).toBe(dir);
      expect(folder.study).toEqual(STUDY);
      expect(folder.source).toBe('schemelab: 1 # 注释\n');
      expect(folder.journalPath).toBe(join(`${dir}.partial`, 'journal.bin'));
      folder.release();
    }
  });

  it('ends as an uninterrupted run does, whatever temporary and result files a killed finish left', () => {
    const [dir, whole] = [interrupted(), newDir()];
    RunFolder.create(whole, newRun()).finish(ending());
    for (const name of FILES) writeFileSync(join(`${dir}.partial`, `${name}.tmp`), 'half');
    writeFileSync(join(`${dir}.partial`, 'result.json'), '{}');
    writeFileSync(join(`${dir}.partial`, 'journal.bin'), 'units');
    RunFolder.resume(dir, CHECK).finish(ending());
    expect(readdirSync(dir).sort()).toEqual(FILES);
    for (const name of FILES)
      expect(readFileSync(join(dir, name)).equals(readFileSync(join(whole, name)))).toBe(true);
  });

  it('is possible after a finish that failed half-way', () => {
    const dir = newDir();
    const folder = RunFolder.create(dir, newRun());
    const { units } = ending();
    const broken = {
      ...units,
      read: (draw: number) => {
        if (draw === 1) throw new Error('disk on fire');
        return units.read(draw);
      },
    };
    expect(() => folder.finish(ending({ units: broken }))).toThrow('disk on fire');
    folder.release();
    expect(existsSync(dir)).toBe(false);
    for (const name of ['replications.parquet', 'timeline.parquet', 'reps.parquet', 'draws.parquet'])
      expect(existsSync(join(`${dir}.partial`, name))).toBe(false);
    RunFolder.resume(dir, CHECK).finish(ending());
    expect(readdirSync(dir).sort()).toEqual(FILES);
  });

  it('completes a finish that lacked only the renaming, then says so', () => {
    const dir = newDir();
    RunFolder.create(dir, newRun()).finish(ending());
    renameSync(dir, `${dir}.partial`);
    writeFileSync(join(`${dir}.partial`, 'journal.bin'), 'units');
    expect(() => RunFolder.resume(dir, CHECK)).toThrow(failure('run-finished'));
    expect(readdirSync(dir).sort()).toEqual(FILES);
    expect(() => RunFolder.resume(dir, CHECK)).toThrow(failure('run-finished'));
  });

  it('refuses what is no run', () => {
    expect(() => RunFolder.resume(newDir(), CHECK)).toThrow(failure('run-missing'));
    const dir = newDir();
    mkdirSync(dir);
    expect(() => RunFolder.resume(dir, CHECK)).toThrow(failure('run-missing'));
  });

  it.each([
    ['manifest.json', '{"schema": 1'],
    ['manifest.json', '{"schema": 2}'],
    ['study.json', '{'],
    ['study.json', '{"title":"Folder","world":{"leads":0.2}}'],
    ['study.yaml', 'schemelab: 1 # 新注释\n'],
  ])('refuses a damaged or changed %s: %s', (name, text) => {
    const dir = interrupted();
    writeFileSync(join(`${dir}.partial`, name), text);
    expect(() => RunFolder.resume(dir, CHECK)).toThrow(failure('run-damaged'));
    // Refusing gives the lock up.
    expect(() => RunFolder.resume(dir, CHECK)).toThrow(failure('run-damaged'));
  });

  it('refuses a run of another engine', () => {
    const dir = interrupted();
    expect(() => RunFolder.resume(dir, { ...CHECK, engine: '0.2.0' })).toThrow(failure('run-foreign'));
  });

  it('a finish that finds its name taken keeps the results for later', () => {
    const dir = newDir();
    const folder = RunFolder.create(dir, newRun());
    mkdirSync(dir);
    expect(() => folder.finish(ending())).toThrow(failure('run-exists'));
    folder.release();
    rmSync(dir, { recursive: true });
    expect(() => RunFolder.resume(dir, CHECK)).toThrow(failure('run-finished'));
    expect(readdirSync(dir).sort()).toEqual(FILES);
  });
});

describe('the lock', () => {
  it('keeps a second run out while the first is alive', () => {
    const dir = newDir();
    const folder = RunFolder.create(dir, newRun());
    expect(() => RunFolder.resume(dir, CHECK)).toThrow(failure('run-in-use'));
    expect(() => RunFolder.create(dir, newRun())).toThrow(failure('run-in-use'));
    expect(() => RunFolder.create(dir, newRun())).toThrow(new RegExp(`process ${process.pid}\\b`));
    folder.release();
    RunFolder.resume(dir, CHECK).release();
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 30, started: '1' })],
    ['an older process with the same id', JSON.stringify({ pid: process.pid, started: '1' })],
    ['nobody', ''],
    ['nonsense', '{"pid":"x"}'],
  ])('left by %s is taken over', (_, content) => {
    // Only Linux tells when a process started.
    if (content.includes(`${process.pid}`) && process.platform !== 'linux') return;
    const dir = interrupted();
    writeFileSync(join(`${dir}.partial`, 'lock'), content);
    const folder = RunFolder.resume(dir, CHECK);
    expect(() => RunFolder.resume(dir, CHECK)).toThrow(failure('run-in-use'));
    folder.finish(ending());
    expect(readdirSync(dir).sort()).toEqual(FILES);
  });

  it('is the same lock by another path', () => {
    const dir = newDir();
    const folder = RunFolder.create(dir, newRun());
    symlinkSync(`${dir}.partial`, `${dir}-link.partial`);
    expect(() => RunFolder.resume(`${dir}-link`, CHECK)).toThrow(failure('run-in-use'));
    folder.release();
  });
});
