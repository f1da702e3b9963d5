/**
 * Runs every benchmark in a process of its own and prints one table: `npm run bench [NAME …]`. `quick` among the
 * arguments makes one tiny iteration of each, to show that they run. Writes nothing but dist/.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { BUNDLE, build } from '../engine/cli/build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const NAMES = ['draws', 'touch', 'plans', 'replications', 'threads', 'growth', 'memory'];

const words = process.argv.slice(2);
const quick = words.includes('quick');
const wanted = words.filter((word) => word !== 'quick');
const unknown = wanted.find((name) => !NAMES.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`no benchmark named ${unknown}; there are ${NAMES.join(', ')}\n`);
  process.exit(2);
}
const names = wanted.length > 0 ? wanted : NAMES;

if (names.includes('threads')) await build();
await bundle({
  ...BUNDLE,
  entryPoints: names.map((name) => `bench/${name}.ts`),
  outdir: 'dist/bench',
});

/** Runs one benchmark; its rows. */
function rowsOf(name) {
  const file = `${root}dist/bench/${name}.js`;
  const { status, stdout } = spawnSync(process.execPath, [file, ...(quick ? ['quick'] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`benchmark ${name} ended with ${status}`);
  return stdout.trim().split('\n').map(JSON.parse);
}

function figure(x) {
  return Math.abs(x) >= 1000 ? x.toFixed(0) : x.toPrecision(3);
}

const head = ['claim', 'value', 'calibration steps', 'aim', 'result hash'];
const rows = names
  .flatMap(rowsOf)
  .map((row) => [
    row.claim,
    `${figure(row.value)} ${row.unit}`.trim(),
    row.steps === undefined ? '' : figure(row.steps),
    row.aim === undefined ? '' : `${row.aim.text} ${row.aim.holds ? '✓' : '✗'}`,
    row.hash ?? '',
  ]);
const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
process.stdout.write(`${lines.join('\n')}\n`);
