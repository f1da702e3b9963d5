/** \`npm run baselines\`: bundles write-baselines.ts as the command line is bundled, and runs it. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outfile = `${root}dist/node/baselines.js`;
await build({
  absWorkingDir: root,
  entryPoints: ['test/validation/write-baselines.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
process.argv[2] ??= `${root}engine/model/baselines.md`;
await import(pathToFileURL(outfile).href);
