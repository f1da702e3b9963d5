import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type MacroRun, macroRuns, type Truth, truthOf } from './coverage.count.ts';
import { addTruths, coverageRows, page, passes, table } from './coverage.report.ts';

/**
 * Coverage of the paired interval, as a program: `npm run coverage:interval [MACRO-RUNS [TRUTH-DRAWS]]`. Splits the
 * work over a process for each core, prints the table, and at full size writes engine/experiment/coverage.md.
 * Exit status 1 when a coverage is outside the band.
 */

const FULL_RUNS = 2000;
const FULL_TRUTH = 8_000;

/** Macro-runs in one message of a child, so that progress shows. */
const CHUNK = 25;

interface Part {
  readonly runs?: readonly MacroRun[];
  readonly truth?: Truth;
}

async function child(which: number, of: number, total: number, truthDraws: number): Promise<void> {
  const send = (part: Part): void => void process.send!(part);
  for (let from = which * CHUNK; from < total; from += of * CHUNK)
    send({ runs: await macroRuns(from, Math.min(total, from + CHUNK)) });
  const cut = (k: number): number => Math.floor((truthDraws * k) / of);
  send({ truth: truthOf(cut(which), cut(which + 1)) });
  process.disconnect();
}

async function parent(total: number, truthDraws: number): Promise<void> {
  const runs: MacroRun[] = [];
  const truths: Truth[] = [];
  const processes = availableParallelism();
  const finished = Array.from({ length: processes }, (_, which) => {
    const one: ChildProcess = fork(
      fileURLToPath(import.meta.url),
      ['child', which, processes, total, truthDraws].map(String),
    );
    one.on('message', (part: Part) => {
      if (part.runs) runs.push(...part.runs);
      if (part.truth) truths.push(part.truth);
      process.stderr.write(`${runs.length} of ${total} macro-runs\n`);
    });
    return new Promise<void>((resolve, reject) => {
      one.on('error', reject);
      one.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a child ended with ${code}`))));
    });
  });
  await Promise.all(finished);
  const rows = coverageRows(runs, addTruths(truths));
  process.stdout.write(`${table(rows)}\n`);
  if (total === FULL_RUNS && truthDraws === FULL_TRUTH) {
    const file = fileURLToPath(new URL('../../engine/experiment/coverage.md', import.meta.url));
    writeFileSync(file, page(rows, total, truthDraws));
  }
  process.exitCode = passes(rows) ? 0 : 1;
}

const [first, ...rest] = process.argv.slice(2);
if (first === 'child') {
  const [which, of, total, truthDraws] = rest.map(Number);
  await child(which!, of!, total!, truthDraws!);
} else {
  await parent(Number(first ?? FULL_RUNS), Number(rest[0] ?? FULL_TRUTH));
}
