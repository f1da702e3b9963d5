/** Bundles a script as the command line is bundled, and runs it: for the npm scripts that write pages of results. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE } from '../../engine/cli/build.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @param {string} name of the script's bundle under dist/node
 * @param {string} entry the script, under test/validation
 * @param {string} [target] where it writes when the caller names no other place, for one that takes a folder first
 */
export async function runBundled(name, entry, target) {
  const outfile = `${root}dist/node/${name}.js`;
  await build({
    ...BUNDLE,
    entryPoints: [`test/validation/${entry}`],
    outfile,
  });
  if (target !== undefined) process.argv[2] ??= root + target;
  await import(pathToFileURL(outfile).href);
}
