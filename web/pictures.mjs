/** Takes the pictures of the page for the README: a small study, run and compared, in both languages. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'web/pictures');

const STUDY = `schemelab: 1
context: b2b-saas
title: { en: Should we lift the cap?, zh: 该取消封顶吗？ }
company: { reps: 12, teams: 3 }
baseline: { pay: { extends: context, cap: 120% } }
alternatives:
  uncapped: { name: { en: No cap, zh: 取消封顶 }, pay: { extends: baseline, cap: none } }
  trained:
    name: { en: No cap and training, zh: 取消封顶并培训 }
    pay: { extends: baseline, cap: none }
    schemes: { add: [{ training: { start: 2 months, ramp: 4 months } }] }
run: { replications: 100, seed: pictures }
`;

const WORDS = {
  en: { locale: 'en-GB', edit: 'Change this study' },
  zh: { locale: 'zh-CN', edit: '修改这份研究' },
};

const data = mkdtempSync(join(tmpdir(), 'schemelab-pictures-'));
const server = spawn(
  process.execPath,
  [join(root, 'engine/cli/bin.mjs'), 'serve', '--port', String(await freePort()), '--data', data, '--quiet'],
  { stdio: ['ignore', 'ignore', 'pipe'] },
);
let browser;
try {
  const url = await addressOf(server);
  const run = await finished(url);
  mkdirSync(folder, { recursive: true });
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const [language, words] of Object.entries(WORDS)) {
    const viewport = { width: 1080, height: 900 };
    const context = await browser.newContext({ locale: words.locale, viewport, colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto(`${url}/#/runs/${run}/compare`);
    await page.locator('.drawing svg').waitFor();
    await take(page, page.locator('.charts'), `compare-${language}`);
    await page.goto(`${url}/#/runs/${run}`);
    await page.getByRole('button', { name: words.edit }).click();
    await page.locator('.column .pay-chart .curve').first().waitFor();
    await take(page, page.locator('.column .pay-chart').first(), `alternatives-${language}`);
    await context.close();
  }
} finally {
  await browser?.close();
  server.kill();
  rmSync(data, { recursive: true, force: true });
}

/** A port nobody listens on just now. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Waits until the server says where it is. */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/\S+:\d+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`the server did not start: ${said}`)));
  });
}

/** Runs the study. @returns its id, once it is done */
async function finished(url) {
  const begun = await fetch(`${url}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ study: STUDY, options: { pay: true } }),
  });
  if (!begun.ok) throw new Error(`the study was refused: ${await begun.text()}`);
  const { id } = await begun.json();
  for (;;) {
    const { state } = await (await fetch(`${url}/api/v1/runs/${id}`)).json();
    if (state === 'done') return id;
    if (state !== 'running' && state !== 'queued') throw new Error(`the run is ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Pictures the page from its top to the foot of an element. */
async function take(page, to, name) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    document.activeElement?.blur();
    // Fixed to the window's foot, it would lie across a picture of the whole page.
    document.querySelector('.foot').style.position = 'static';
  });
  await page.waitForTimeout(300);
  const { y, height } = await to.boundingBox();
  const { width } = page.viewportSize();
  const clip = { x: 0, y: 0, width, height: Math.ceil(y + height) + 16 };
  const picture = await page.screenshot({ fullPage: true, clip });
  writeFileSync(join(folder, `${name}.webp`), await asWebp(page, picture));
}

/** The browser packs it far smaller than its own PNG. */
async function asWebp(page, png) {
  const packed = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  }, png.toString('base64'));
  return Buffer.from(packed, 'base64');
}
