import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The command line as a user calls it. */
export const BIN = fileURLToPath(new URL('../../engine/cli/bin.mjs', import.meta.url));

/** The repository's top folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `schemelab …args` in `cwd` to its end. */
export function schemelab(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { cwd, env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...env }, maxBuffer: 1 << 28 },
      (_, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

/** Starts `schemelab …args` and kills it with `signal` once `ready` says so of the folder, looked at every 5 ms. */
export function killWhen(
  args: readonly string[],
  cwd: string,
  signal: NodeJS.Signals,
  ready: () => boolean,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd });
    const seen = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (seen.stdout += chunk));
    child.stderr.on('data', (chunk) => (seen.stderr += chunk));
    const watch = setInterval(() => {
      if (!ready()) return;
      clearInterval(watch);
      child.kill(signal);
    }, 5);
    child.on('close', (status) => {
      clearInterval(watch);
      resolve({ status, ...seen });
    });
  });
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder of its own, removed when the tests of the file that asked for it are over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'schemelab-cli-'));
  folders.push(folder);
  return folder;
}

/** A study that takes a second: six reps, a quarter, two alternatives. */
export const SMALL = `schemelab: 1
title: A small study
context: b2b-saas
company: { reps: 6, teams: 2 }
alternatives:
  uncapped: { name: Higher accelerator, pay: { extends: baseline, accelerator: 2 } }
  structured: { plan-type: structured }
run: { horizon: 3 months, warm-up: 63 days, seed: small, replications: 40 }
`;

/** Writes a study into a folder and returns its name. */
export function writeStudy(folder: string, text: string, name = 'study.yaml'): string {
  writeFileSync(join(folder, name), text);
  return name;
}

/** Every file of a folder by name; what a manifest says of clock and machine is left out. */
export function bytesOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => {
        const bytes = readFileSync(join(folder, name));
        if (name !== 'manifest.json') return [name, bytes.toString('base64')];
        const { clock: _clock, machine: _machine, ...rest } = JSON.parse(bytes.toString());
        return [name, JSON.stringify(rest)];
      }),
  );
}
