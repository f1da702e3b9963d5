/**
 * Builds dist/node/{cli,worker,server,…}.js with esbuild (tens of milliseconds), so that a checkout and an installed
 * package run the same code. Not tsx: it wraps every closure, which slows the engine many times.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Entry points by the name of the file they become under dist/node/. */
const entries = {
  cli: 'engine/cli/main.ts',
  worker: 'engine/batch/worker.ts',
  server: 'web/server/index.ts',
  'check-worker': 'web/server/check-worker.ts',
  'run-process': 'web/server/run-process.ts',
  'paper-process': 'web/server/paper-process.ts',
};

/** How this project's programs are bundled, wherever they are built. */
export const BUNDLE = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
};

/** What the entry points are made of, and for which build that was last looked at. */
const SOURCES = ['engine', 'web/server', 'web/contract', 'web/charts', 'package.json', 'package-lock.json'];
const stamp = join(root, 'dist/node/.built');

/** Time of the latest change in a file or folder, in milliseconds; a folder changes with what comes and goes in it. */
export function newestUnder(path) {
  if (!existsSync(path)) return 0;
  const at = statSync(path);
  if (!at.isDirectory()) return at.mtimeMs;
  return Math.max(at.mtimeMs, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}

/**
 * Builds every entry point that exists, unless nothing has changed since the last time. Throws esbuild's located error when
 * a source does not compile.
 */
export async function build() {
  const newest = String(Math.max(...SOURCES.map((one) => newestUnder(join(root, one)))));
  const whole = Object.keys(entries).every((name) => existsSync(join(root, `dist/node/${name}.js`)));
  if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === newest) return;
  const { build: bundle } = await import('esbuild');
  const present = Object.entries(entries).filter(([, source]) => existsSync(root + source));
  const { outputFiles } = await bundle({
    ...BUNDLE,
    entryPoints: Object.fromEntries(present),
    outdir: 'dist/node',
    sourcemap: 'linked',
    write: false,
  });
  for (const file of outputFiles) replace(file.path, file.contents);
  replace(stamp, Buffer.from(newest));
}

/** Puts a file in place whole, and only if it has changed: another process may be reading it. */
function replace(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
