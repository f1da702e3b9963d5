import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { buildPage } from '../../../web/build.mjs';
import { serve } from '../../../web/server/serve.ts';

/** Where pictures are kept. */
export const PICTURES = fileURLToPath(new URL('../../../test-artifacts/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where a Chromium is, or null: the tests of the page are then left out. */
export const CHROMIUM =
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;

/** How long a page is waited for, in milliseconds: only against what never comes. */
export const PATIENCE = 600_000;

/** A server with a browser before it. */
export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  /** A new page of its own context; whatever it complains of is kept in `complaints`. */
  page(options?: BrowserContextOptions): Promise<Page>;
  readonly complaints: string[];
  /** Ends the server and starts another on the same data folder and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts both on a fresh data folder. */
export async function setStage(): Promise<Stage> {
  await buildPage();
  const data = mkdtempSync(join(tmpdir(), 'schemelab-page-'));
  const begin = (port: number): ReturnType<typeof serve> =>
    serve({ port, host: '127.0.0.1', data, token: null, threads: 1, log: () => undefined });
  let serving = await begin(0);
  const { url } = serving;
  const browser = await chromium.launch({
    executablePath: CHROMIUM!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const complaints: string[] = [];
  return {
    url,
    browser,
    complaints,
    page: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        // A study with a mistake is answered by 400, which the browser logs by itself.
        if (message.type() === 'error' && !message.text().includes('400')) complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
          complaints.push(`asked elsewhere: ${request.url()}`);
      });
      return page;
    },
    restart: async () => {
      await serving.close();
      serving = await begin(Number(new URL(url).port));
    },
    close: async () => {
      await browser.close();
      await serving.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** What axe finds serious or critical on a page as it is. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (root: Document) => Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly target: readonly string[] }[];
    }
    const { violations } = await axe.run(document);
    return violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}

/** Whether a page is wider than its window. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

/** Keeps a picture of a page. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** Starts a run of a study by the API. @returns its id */
export async function startRun({ url }: Stage, study: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ study }),
  });
  return ((await answer.json()) as { id: string }).id;
}
