/**
 * `npm run ablation`: writes engine/model/ablation.md. Every mechanism gets a bundle of its own, with the model's constants
 * replaced as `ablation/mechanisms.ts` says, and runs in a process of its own, two at a time.
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { BUNDLE } from '../../engine/cli/build.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = process.argv[2] ?? `${root}engine/model/ablation.md`;
const run = promisify(execFile);

/** Bundles a script of this folder; `constants` replace those of the model. */
async function bundle(name, entry, constants = {}) {
  const outfile = `${root}dist/node/ablation/${name}.js`;
  const replace = {
    name: 'constants',
    setup(step) {
      step.onLoad({ filter: /engine[\\/]model[\\/]constants\.ts$/ }, ({ path }) => {
        let contents = readFileSync(path, 'utf8');
        for (const [id, value] of Object.entries(constants)) {
          const before = contents;
          contents = contents.replace(new RegExp(`(export const ${id}) = [^;]+;`), `$1 = ${value};`);
          if (contents === before) throw new Error(`no constant ${id}`);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
  const entryPoints = [`test/validation/ablation/${entry}.ts`];
  await build({ ...BUNDLE, entryPoints, outfile, plugins: [replace] });
  return outfile;
}

const { MECHANISMS } = await import(await bundle('mechanisms', 'mechanisms'));
const { ablationPage } = await import(await bundle('page', 'page'));
const open = [{ id: 'none' }, ...MECHANISMS];
const total = open.length;
const results = new Map();
async function work() {
  for (let one = open.shift(); one !== undefined; one = open.shift()) {
    const file = await bundle(`without-${one.id}`, 'child', one.constants);
    const { stdout } = await run(process.execPath, [file, JSON.stringify(one.scalars ?? {})], {
      maxBuffer: 1 << 26,
    });
    results.set(one.id, JSON.parse(stdout));
    process.stderr.write(`without ${one.id}: ${results.size} of ${total}\n`);
  }
}
await Promise.all([work(), work()]);
writeFileSync(target, ablationPage(results.get('none'), results));
