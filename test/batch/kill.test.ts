import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { peekJournal } from '../../engine/batch/index.ts';

/*
 * The real command line is killed with SIGKILL again and again and resumed each time: 10 kills at moments spread over
 * the whole length of a run, from before the folder exists to after it is finished, and 4 while the results are being
 * written. Whatever stands under a final name at each of these moments must be whole, and every run must end with the
 * bytes of an uninterrupted one.
 */
const KILLS_ANYWHERE = 10;
const KILLS_AT_THE_END = 4;

const STUDY = `schemelab: 1
title: Killed
context: b2b-saas
company: { reps: 6, teams: 2 }
alternatives:
  richer: { pay: { extends: baseline, accelerator: 2 } }
run: { horizon: 2 months, warm-up: 63 days, seed: killed, replications: 80, replications-per-draw: 4 }
`;

const root = mkdtempSync(join(tmpdir(), 'schemelab-kill-'));
const study = join(root, 'study.yaml');
/** An installation of its own, so that a build made meanwhile changes nothing between the runs compared. */
function install(): void {
  const top = join(import.meta.dirname, '../..');
  for (const name of ['package.json', 'dist/node/cli.js', 'dist/node/worker.js'])
    cpSync(join(top, name), join(root, name));
  symlinkSync(join(top, 'node_modules'), join(root, 'node_modules'));
}

const script = `import { main } from './dist/node/cli.js'; process.exitCode = await main(process.argv.slice(1));`;
afterAll(() => rmSync(root, { recursive: true }));

/** Uniform on 0–1, the same sequence each time (mulberry32). */
let state = 20;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

function start(args: readonly string[]): ChildProcess {
  const threads = random() < 0.5 ? '1' : '2';
  const options = [
    '--input-type=module',
    '-e',
    script,
    '--',
    'run',
    ...args,
    '--quiet',
    '--threads',
    threads,
  ];
  return spawn(process.execPath, options, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
}

interface Ended {
  readonly status: number | null;
  readonly killed: boolean;
  readonly stderr: string;
}

function ended(child: ChildProcess): Promise<Ended> {
  let stderr = '';
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', (status, signal) => resolve({ status, killed: signal === 'SIGKILL', stderr }));
  });
}

/** Starts or resumes a run in `dir` and kills it after `delay` ms, counted from the start or from when `from` holds. */
async function killAfter(dir: string, delay: number, from: () => boolean = () => true): Promise<Ended> {
  const begun = existsSync(join(`${dir}.partial`, 'manifest.json'));
  const child = start(begun ? ['--resume', dir] : [study, '--out', dir]);
  const result = ended(child);
  const watch = setInterval(() => {
    if (!from()) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), delay);
  }, 1);
  const end = await result;
  clearInterval(watch);
  return end;
}

const reference = new Map<string, string>();
let duration = 0;

/** A file's content; of a manifest only what is reproducible. */
function contentOf(dir: string, name: string): string {
  const bytes = readFileSync(join(dir, name));
  if (name !== 'manifest.json') return bytes.toString('base64');
  const { clock: _clock, machine: _machine, ...rest } = JSON.parse(bytes.toString('utf8'));
  return JSON.stringify(rest);
}

/** A finished folder is the reference to the byte; in an unfinished one whatever has its final name is whole. */
function expectSound(dir: string): void {
  if (existsSync(dir)) {
    expect(existsSync(`${dir}.partial`)).toBe(false);
    expect(readdirSync(dir).sort()).toEqual([...reference.keys()]);
    for (const [name, content] of reference) expect(contentOf(dir, name) === content, name).toBe(true);
  } else if (existsSync(`${dir}.partial`)) {
    for (const [name, content] of reference) {
      if (!existsSync(join(`${dir}.partial`, name))) continue;
      // A manifest under its name may be that of a run at work; it parses, or this throws.
      const found = contentOf(`${dir}.partial`, name);
      if (name !== 'manifest.json') expect(found === content, name).toBe(true);
    }
  }
}

beforeAll(async () => {
  install();
  writeFileSync(study, STUDY);
  const began = performance.now();
  const end = await ended(start([study, '--out', join(root, 'whole')]));
  duration = performance.now() - began;
  expect(end).toMatchObject({ status: 0 });
  for (const name of readdirSync(join(root, 'whole')).sort())
    reference.set(name, contentOf(join(root, 'whole'), name));
  expect(reference.size).toBe(8);
});

it('a run killed at any moment goes on and ends with the same bytes; no half-written file has its final name', async () => {
  let runs = 0;
  let dir = join(root, `killed-${runs}`);
  let resumedWithUnits = 0;
  const next = (): void => {
    runs += 1;
    dir = join(root, `killed-${runs}`);
  };
  for (let kills = 0, legs = 0; kills < KILLS_ANYWHERE; legs++) {
    expect(legs, 'the machine never gives a run the time to be killed').toBeLessThan(6 * KILLS_ANYWHERE);
    const end = await killAfter(dir, random() * duration);
    expectSound(dir);
    if (end.killed) kills += 1;
    else expect(end).toMatchObject({ status: 0 });
    if (existsSync(dir)) next();
    else if ((peekJournal(join(`${dir}.partial`, 'journal.bin'))?.units ?? 0) > 0) resumedWithUnits += 1;
  }
  expect(resumedWithUnits).toBeGreaterThan(2);
  const writing = (): boolean =>
    ['result.json.tmp', 'result.json'].some((name) => existsSync(join(`${dir}.partial`, name)));
  for (let kills = 0, legs = 0; kills < KILLS_AT_THE_END; legs++) {
    expect(legs, 'no run could be killed while writing its results').toBeLessThan(6 * KILLS_AT_THE_END);
    const end = await killAfter(dir, random() * 60, writing);
    expectSound(dir);
    if (end.killed) kills += 1;
    if (existsSync(dir)) next();
  }
  // The last one goes on undisturbed.
  const begun = existsSync(join(`${dir}.partial`, 'manifest.json'));
  const end = await ended(start(begun ? ['--resume', dir] : [study, '--out', dir]));
  expect(end.stderr).not.toMatch(/Error/);
  expect(existsSync(dir)).toBe(true);
  expectSound(dir);
});
