/**
 * Presses the server on this machine: 200 clients watch four runs and read the API all the while, every tenth is cut
 * off again and again. `npm run load`. Fails when an event is lost or the 99th percentile of reads is 100 ms or more.
 */
import { spawnSync } from 'node:child_process';
import { build as bundle } from 'esbuild';
import { build } from '../engine/cli/build.mjs';

const root = new URL('../', import.meta.url).pathname;
await build();
await bundle({
  absWorkingDir: root,
  entryPoints: ['bench/load.ts'],
  outdir: 'dist/bench',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
process.exit(spawnSync(process.execPath, [`${root}dist/bench/load.js`], { stdio: 'inherit' }).status ?? 1);
