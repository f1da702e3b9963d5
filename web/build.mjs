/** Builds everything that runs: the command line, worker threads and server with esbuild, the page with Vite. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildNode, newestUnder } from '../engine/cli/build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const page = join(root, 'dist/web');
const stamp = join(page, '.built');

/** What the page is made of. */
const SOURCES = ['web/client', 'web/contract', 'web/charts', 'web/vite.config.ts', 'package-lock.json'];

/** Builds the page if it is missing or older than its sources; does nothing in an installed package. */
export async function buildPage({ force = false, quiet = true, building = () => {} } = {}) {
  if (!existsSync(join(root, 'web/client/index.html'))) return;
  const newest = Math.max(...SOURCES.map((one) => newestUnder(join(root, one))));
  const built = existsSync(stamp) ? Number(readFileSync(stamp, 'utf8')) : 0;
  if (!force && built >= newest && existsSync(join(page, 'index.html'))) return;
  building();
  const { build } = await import('vite');
  await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: quiet ? 'warn' : 'info' });
  mkdirSync(page, { recursive: true });
  writeFileSync(stamp, String(newest));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildNode();
  await buildPage({ force: true, quiet: false });
}
