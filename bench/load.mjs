/**
 * Presses the server on this machine, each in a process of its own and failing beyond its limit:
 *
 * - `npm run load`: 200 clients watch four runs and read the API all the while, every tenth is cut off again and again.
 *   No event may be lost, and 99 of 100 reads take less than 100 ms.
 * - `npm run load -- --first`: for every industry and question the study that the page begins with shows a first rough
 *   result within a second.
 * - `npm run load -- --largest`: a run of 10 alternatives × 20,000 replications; its charts are made beside the server
 *   while that answers, and answer to a click in a browser within 200 ms.
 */
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { build as bundle } from 'esbuild';
import { BUNDLE, build } from '../engine/cli/build.mjs';
import { buildPage } from '../web/build.mjs';

const root = new URL('../', import.meta.url).pathname;
const programs = { '--first': 'bench/first.ts', '--largest': 'test/web/e2e/largest.ts' };
const program = programs[process.argv[2]] ?? 'bench/load.ts';
await build();
if (process.argv[2] === '--largest') await buildPage();
await bundle({
  ...BUNDLE,
  entryPoints: [program],
  outdir: 'dist/bench',
});
const { status } = spawnSync(process.execPath, [`${root}dist/bench/${basename(program, '.ts')}.js`], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
