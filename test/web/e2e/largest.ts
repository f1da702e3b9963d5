/** A run of the largest size: what its charts ask of the server, and of a browser. `npm run load -- --largest`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium as driven } from 'playwright-core';
import { findChromium } from '../../../web/server/report/print.ts';
import { leaveLargest } from '../server/largest.ts';
import { startApart } from '../server/load.ts';

/** Milliseconds that any other request may take meanwhile, and from a click on a chart's name until it is drawn. */
const MOST_READ = 100;
const MOST_CLICK = 200;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const since = (begun: number): number => performance.now() - begun;

const data = mkdtempSync(join(tmpdir(), 'schemelab-largest-'));
let sound = true;
try {
  let begun = performance.now();
  const id = await leaveLargest(data, 20_000);
  say(`a run of 10 alternatives × 20,000 replications left in ${(since(begun) / 1000).toFixed(1)} s`);
  const server = await startApart({ data, threads: 1 });
  try {
    const charts = `${server.url}/api/v1/runs/${id}/charts`;
    begun = performance.now();
    let making = true;
    const made = (async () => {
      for (;;) {
        const answer = await fetch(charts);
        const text = await answer.text();
        if (answer.status !== 202) return text.length;
        await pause(200);
      }
    })().finally(() => {
      making = false;
    });
    const reads: number[] = [];
    while (making) {
      const at = performance.now();
      await (await fetch(`${server.url}/api/v1/health`)).text();
      reads.push(since(at));
      await pause(20);
    }
    const size = await made;
    const took = since(begun);
    reads.sort((a, b) => a - b);
    const p99 = reads[Math.floor(reads.length * 0.99)]!;
    say(
      `chart data: ${(took / 1000).toFixed(1)} s, ${(size / 1e6).toFixed(2)} MB; ${reads.length} other reads meanwhile: p99 ${p99.toFixed(1)} ms, worst ${reads.at(-1)!.toFixed(1)} ms`,
    );
    begun = performance.now();
    await (await fetch(charts)).text();
    say(`again: ${since(begun).toFixed(0)} ms`);
    sound &&= p99 < MOST_READ;
    const chromium = findChromium();
    if (chromium === null) say('no Chromium found, so nothing was clicked');
    else sound = (await click(`${server.url}/#/runs/${id}/compare`, chromium)) && sound;
    say(`load average ${loadavg()[0]!.toFixed(1)}`);
  } finally {
    await server.end();
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
process.exitCode = sound ? 0 : 1;

/** Opens the charts in a browser and presses the name of each; whether all were drawn soon enough. */
async function click(url: string, executablePath: string): Promise<boolean> {
  const browser = await driven.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const begun = performance.now();
    await page.goto(url);
    await page.locator('section.charts svg').first().waitFor();
    say(`the charts show ${(since(begun) / 1000).toFixed(1)} s after the page was opened`);
    const times = await page.evaluate(async () => {
      const list: [string, number][] = [];
      for (const button of document.querySelectorAll<HTMLButtonElement>(
        'section.charts .chart-names button',
      )) {
        // The one that is shown already draws nothing.
        if (button.getAttribute('aria-pressed') === 'true') continue;
        const before = document.querySelector('section.charts svg');
        const at = performance.now();
        button.click();
        for (let i = 0; i < 300; i++) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const now = document.querySelector('section.charts svg');
          if (now !== null && now !== before) break;
        }
        list.push([button.textContent ?? '', performance.now() - at]);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      return list;
    });
    for (const [name, time] of times) say(`  ${name}: drawn ${time.toFixed(0)} ms after the click`);
    const sorted = times.map(([, time]) => time).sort((a, b) => a - b);
    say(`clicks: median ${sorted[sorted.length >> 1]!.toFixed(0)} ms, worst ${sorted.at(-1)!.toFixed(0)} ms`);
    return sorted.at(-1)! < MOST_CLICK;
  } finally {
    await browser.close();
  }
}
