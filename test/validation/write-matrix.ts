/**
 * Writes engine/schemes/matrix.md: every practice alone in every trade at three sizes, beside what was expected of it.
 * With `--row CONTEXT SIZE` it prints the cells of one row as JSON instead; the page is made of such rows, two at a time.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { type Cell, FORGOTTEN, type Size, simulateRow } from './matrix/cells.ts';
import { CONTEXTS, SIZES } from './matrix/expected.ts';
import { matrixPage } from './matrix/page.ts';

/** Two years of so many seats are simulated for every alternative of a row, at least. */
const SEATS = 300;

const drawsOf = (size: Size): number => Math.max(6, Math.ceil(SEATS / SIZES[size]));

if (FORGOTTEN.length > 0) throw new Error(`nothing is expected of ${FORGOTTEN.join(', ')}`);
const asked = process.argv.indexOf('--row');
if (asked >= 0) {
  const [context, size] = process.argv.slice(asked + 1) as [string, Size];
  process.stdout.write(JSON.stringify(simulateRow(context, size, drawsOf(size))));
} else {
  const run = promisify(execFile);
  const rows = new Map<string, Cell[]>();
  const open = CONTEXTS.flatMap((context) => (Object.keys(SIZES) as Size[]).map((size) => [context, size]));
  let done = 0;
  const total = open.length;
  const work = async (): Promise<void> => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const [context, size] = next as [string, Size];
      const made = await run(process.execPath, [import.meta.filename, '--row', context, size], {
        maxBuffer: 1 << 26,
      });
      rows.set(`${context} ${size}`, JSON.parse(made.stdout));
      process.stderr.write(`${context}, ${size}: ${++done} of ${total}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  writeFileSync(
    process.argv[2]!,
    matrixPage((context, size) => rows.get(`${context} ${size}`)!),
  );
}
