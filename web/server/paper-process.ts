/**
 * Chart data and reports of finished runs, one after the other, in a process beside the server: those of a large run take
 * seconds and hundreds of megabytes.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Failure } from '../../engine/kernel/failure.ts';
import type { ChartData } from '../contract/index.ts';
import { chartsOfRun } from './charts/index.ts';
import type { PaperNews, PaperTask } from './paper-task.ts';
import { serveParent } from './process.ts';
import { reportHtml, reportPdf } from './report/index.ts';

/** Milliseconds between two reports of progress. */
const SHARE_EVERY = 200;

const tell = serveParent<PaperNews>();

/** Makes the chart data if need be. Returns it, or null when it was there already. */
async function makeCharts({ number, dir, charts }: PaperTask): Promise<ChartData | null> {
  if (existsSync(charts)) return null;
  let last = performance.now();
  const data = await chartsOfRun(dir, (share) => {
    if (performance.now() - last < SHARE_EVERY) return;
    last = performance.now();
    tell({ kind: 'share', number, share });
  });
  writeFileSync(`${charts}.tmp`, JSON.stringify(data));
  renameSync(`${charts}.tmp`, charts);
  return data;
}

async function make(task: PaperTask): Promise<string | Uint8Array | null> {
  const { charts, report, dir } = task;
  const made = await makeCharts(task);
  if (report === null) return null;
  const data = made ?? (JSON.parse(readFileSync(charts, 'utf8')) as ChartData);
  const html = await reportHtml(dir, report, data);
  return report.pdf ? reportPdf(html) : html;
}

function failed(number: number, error: unknown): PaperNews {
  const failure = error instanceof Failure ? { code: error.code, text: error.text } : null;
  const log = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', number, failure, log };
}

let last: Promise<void> = Promise.resolve();

process.on('message', (task: PaperTask) => {
  last = last.then(async () => {
    try {
      tell({ kind: 'made', number: task.number, report: await make(task) });
    } catch (error) {
      tell(failed(task.number, error));
    }
  });
});
