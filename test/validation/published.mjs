/** `npm run published`: bundles write-published.ts as the command line is bundled, and runs it. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outfile = `${root}dist/node/published.js`;
await build({
  absWorkingDir: root,
  entryPoints: ['test/validation/write-published.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
process.argv[2] ??= `${root}scenarios/published`;
await import(pathToFileURL(outfile).href);
