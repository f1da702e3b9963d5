import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BIN, bytesOf, emptyFolder, killWhen, schemelab, writeStudy } from './command-line.ts';

/** A study as small as they get. */
const TINY = `schemelab: 1
title: Tiny
context: b2b-saas
company: { reps: 2, teams: 1 }
alternatives: { uncapped: { pay: { extends: baseline, accelerator: 2 } } }
run: { horizon: 1 month, warm-up: 63 days, seed: tiny, replications: 4, replications-per-draw: 1 }
`;

const STACK = /\n {4}at |\bnode:internal|Unhandled/;

const folder = emptyFolder();
const study = writeStudy(folder, TINY);
const at = (...names: string[]): string => join(folder, ...names);

/** A run that was stopped after two draws, in a folder of its own. */
function stopped(name: string): string {
  cpSync(at('stopped.partial'), at(`${name}.partial`), { recursive: true });
  return name;
}

beforeAll(async () => {
  const whole = await schemelab(['run', study, '--out', 'whole', '--quiet', '--threads', '1'], folder);
  expect(whole).toMatchObject({ status: 0, stderr: '' });
  const long = writeStudy(folder, TINY.replace('replications: 4', 'replications: 100000'), 'long.yaml');
  const journal = at('stopped.partial/journal.bin');
  const begun = (): boolean => existsSync(journal) && statSync(journal).size > 20_000;
  const args = ['run', long, '--out', 'stopped', '--quiet', '--threads', '1', '--lang', 'en'];
  const cut = await killWhen(args, folder, 'SIGINT', begun);
  expect(cut.status).toBe(130);
  // At once, before the work has stopped.
  expect(cut.stderr).toMatch(/^Stopping at the end of the simulated day.*\nInterrupted\./);
  // What it was asked for in the first place, so that it can be finished soon.
  rmSync(at('stopped.partial'), { recursive: true });
  const four = await killWhen(
    ['run', study, '--out', 'stopped', '--quiet', '--threads', '1'],
    folder,
    'SIGKILL',
    () => existsSync(journal) && statSync(journal).size > 3_000,
  );
  expect(four.status).toBe(null);
});

describe('a run whose files were damaged', () => {
  test('a changed digit of its result is noticed when it is read, and by runs --verify', async () => {
    cpSync(at('whole'), at('a', 'changed'), { recursive: true });
    cpSync(at('whole'), at('a', 'sound'), { recursive: true });
    mkdirSync(at('a', 'broken'));
    writeFileSync(at('a', 'broken', 'manifest.json'), '{');
    const path = at('a', 'changed', 'result.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(/"mean": -?\d/, (found) => found.replace(/\d$/, (d) => `${(Number(d) + 1) % 10}`)),
    );

    const shown = await schemelab(['run', '--resume', 'a/changed', '--json'], folder);
    expect(shown.stderr).toMatch(/a\/changed: result\.json is not what was written/);
    expect(shown).toMatchObject({ status: 2, stdout: '' });

    const verified = await schemelab(['runs', 'a', '--verify'], folder);
    expect(verified.status).toBe(1);
    expect(verified.stdout).toMatch(/^a\/changed +result\.json is not what was written: its SHA-256/m);
    expect(verified.stdout).toMatch(/^a\/sound +every file is what was written$/m);
    expect(verified.stdout).toMatch(/^a\/broken +manifest\.json cannot be read/m);
    const one = await schemelab(['runs', 'a/sound', '--verify', '--json'], folder);
    expect(one.status).toBe(0);
    expect(JSON.parse(one.stdout)).toEqual([{ dir: 'a/sound', state: 'sound', faults: [] }]);

    // One that cannot be read does not keep the others from being listed.
    const listed = await schemelab(['runs', 'a'], folder);
    expect(listed.status).toBe(0);
    expect(listed.stdout).toMatch(/sound +finished/);
    expect(listed.stdout).toMatch(/Cannot be read.*a\/broken/);
  });

  test('a study edited in an unfinished run is refused, and one that is missing', async () => {
    const edited = stopped('edited');
    const file = at('edited.partial', 'study.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('reps: 2', 'reps: 3'));
    const first = await schemelab(['run', '--resume', edited], folder);
    expect(first.stderr).toMatch(/study\.yaml is not the one the run was begun with.*\n$/);
    expect(first.status).toBe(2);
    rmSync(file);
    const second = await schemelab(['run', '--resume', edited], folder);
    expect(second.stderr).toMatch(/study\.yaml is missing/);
    expect(second.stderr).not.toMatch(STACK);
    expect(second.status).toBe(2);
  });

  test('a wrong bit in the journal’s header costs nothing; a header that is gone has a way out', async () => {
    const flipped = stopped('flipped');
    const journal = at('flipped.partial', 'journal.bin');
    const bytes = readFileSync(journal);
    bytes[30]! ^= 4;
    writeFileSync(journal, bytes);
    const mended = await schemelab(['run', '--resume', flipped], folder);
    expect(mended.stderr).toMatch(/Going on with [1-9]\d* parameter draw/);
    expect(mended.status).toBe(0);
    expect(bytesOf(at('flipped'))).toEqual(bytesOf(at('whole')));

    const gone = stopped('gone');
    writeFileSync(at('gone.partial', 'journal.bin'), bytes.fill(0x78, 0, 128));
    const refused = await schemelab(['run', '--resume', gone], folder);
    expect(refused.stderr).toMatch(/its header is damaged.*Remove this file.*--resume/);
    expect(refused.status).toBe(2);
    rmSync(at('gone.partial', 'journal.bin'));
    expect((await schemelab(['run', '--resume', gone, '--quiet'], folder)).status).toBe(0);
    expect(bytesOf(at('gone'))).toEqual(bytesOf(at('whole')));
  });
});

describe('what the system refuses', () => {
  test('a link that leads nowhere is a name that is taken; a file is no folder of runs', async () => {
    symlinkSync('/nowhere/at/all', at('dangling'));
    const out = await schemelab(['run', study, '--out', 'dangling'], folder);
    expect(out.stderr).toMatch(/dangling exists already/);
    expect(out.status).toBe(2);
    const runs = await schemelab(['runs', study], folder);
    expect(runs.stderr).toMatch(/found a file; expected a folder of runs/);
    expect(runs.status).toBe(2);
    const deep = await schemelab(['run', study, '--out', `${study}/below/run`], folder);
    expect(deep.stderr).toMatch(/cannot write here: a part of the path is a file/);
    expect(deep.status).toBe(2);
    for (const one of [out, runs, deep]) expect(one.stderr).not.toMatch(STACK);
    expect(existsSync(at('dangling.partial'))).toBe(false);
  });

  test('a reader that closes the pipe gets what it wanted, and no stack trace', () => {
    const command = `"${process.execPath}" "${BIN}" schemes | head -1; echo "\${PIPESTATUS[0]}"`;
    const stdout = execFileSync('bash', ['-c', `(${command}) 2>&1`], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toMatch(/^structured .*\n0\n$/);
  });

  test.skipIf(!existsSync('/dev/full'))('a full output is told in a sentence, status 1', () => {
    const command = `"${process.execPath}" "${BIN}" schemes > /dev/full; echo "$?"`;
    const stdout = execFileSync('bash', ['-c', `(${command}) 2>&1`], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('schemelab: The output could not be written: the disk is full.\n1\n');
  });

  // Only root may mount a small disk.
  const disk = at('disk');
  const mounted = mountSmall(disk);
  afterAll(() => {
    if (mounted) execFileSync('umount', [disk]);
  });

  test.skipIf(!mounted)('a full disk: a sentence, status 1, and what is finished goes on later', async () => {
    const fill = join(disk, 'fill');
    writeFileSync(fill, Buffer.alloc(200 * 1024 - 24 * 1024));
    const cut = await schemelab(['run', study, '--out', 'disk/run', '--quiet', '--threads', '1'], folder);
    expect(cut.stderr).toMatch(
      /the disk is full\. What is finished is kept.*schemelab run --resume disk\/run\n$/,
    );
    expect(cut.stderr).not.toMatch(STACK);
    expect(cut.status).toBe(1);
    rmSync(fill);
    expect((await schemelab(['run', '--resume', 'disk/run', '--quiet'], folder)).status).toBe(0);
    expect(bytesOf(join(disk, 'run'))).toEqual(bytesOf(at('whole')));

    // So full that nothing can begin: nothing stays behind.
    rmSync(join(disk, 'run'), { recursive: true });
    writeFileSync(fill, Buffer.alloc(200 * 1024 - 8 * 1024));
    const none = await schemelab(['run', study, '--out', 'disk/deep/run'], folder);
    expect(none.stderr).toMatch(/deep\/run\.partial: cannot write here: the disk is full\.\n$/);
    expect(none.status).toBe(1);
    expect(readdirSync(disk)).toEqual(['fill']);
  });
});

test('a second Ctrl-C stops at once, and says how to go on', async () => {
  const long = writeStudy(folder, TINY.replace('replications: 4', 'replications: 100000'), 'longer.yaml');
  const child = spawn(process.execPath, [BIN, 'run', long, '--out', 'twice', '--threads', '1'], {
    cwd: folder,
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
    // The first is answered at once; the second may come before the day is over or after.
    if (stderr.includes('Stopping at the end')) child.kill('SIGINT');
  });
  const watch = setInterval(() => {
    if (!existsSync(at('twice.partial', 'journal.bin'))) return;
    clearInterval(watch);
    child.kill('SIGINT');
  }, 5);
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(status).toBe(130);
  expect(stderr).toMatch(/schemelab run --resume twice\n/);
});

/** Mounts 200 KB of memory as a disk; false where that is not allowed. */
function mountSmall(path: string): boolean {
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'none', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
