/** `npm run article`: builds the command line and its worker, bundles write-article.ts likewise, and runs it. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from '../../engine/cli/build.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outfile = `${root}dist/node/article.js`;
await build();
await bundle({
  absWorkingDir: root,
  entryPoints: ['test/validation/write-article.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
process.argv[2] ??= `${root}scenarios/article`;
await import(pathToFileURL(outfile).href);
