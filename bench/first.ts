import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { firstResults } from '../test/web/server/first.ts';
import { startApart } from '../test/web/server/load.ts';

/** Milliseconds within which a run must show a first rough result. */
const MOST = 1000;

const data = mkdtempSync(join(tmpdir(), 'schemelab-first-'));
const server = await startApart({ data });
try {
  // As long as anybody needs to describe a study.
  await pause(5000);
  const list = await firstResults(server.url);
  for (const { context, question, begun, rough, replications } of list)
    process.stdout.write(
      `${context} ${question}: begun ${begun.toFixed(0)} ms, rough ${rough.toFixed(0)} ms (${replications} worlds)\n`,
    );
  const sorted = list.map(({ rough }) => rough).sort((a, b) => a - b);
  const [median, worst] = [sorted[sorted.length >> 1]!, sorted.at(-1)!];
  process.stdout.write(
    `median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms, load average ${loadavg()[0]!.toFixed(1)}\n`,
  );
  process.exitCode = worst < MOST ? 0 : 1;
} finally {
  await server.end();
  rmSync(data, { recursive: true, force: true });
}
