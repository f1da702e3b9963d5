import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../../../web/build.mjs';
import { serve } from '../../../web/server/serve.ts';
import { CHROMIUM, overflows } from './browser.ts';

const TOKEN = 'correct horse battery staple';

describe.skipIf(CHROMIUM === null)('a server with a token', () => {
  let browser: Browser;
  let data: string;
  let serving: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    await buildPage();
    data = mkdtempSync(join(tmpdir(), 'schemelab-log-in-'));
    serving = await serve({
      port: 0,
      host: '127.0.0.1',
      data,
      token: TOKEN,
      threads: 1,
      log: () => undefined,
    });
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    if (data !== undefined) rmSync(data, { recursive: true, force: true });
  });

  test('lets a person in by the form alone, who then reads the API in either language on a phone', async () => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(serving.url);
    await page.getByLabel('Token').fill('a token that is not the one');
    await page.getByRole('button').click();
    expect(await page.getByRole('alert').innerText()).toContain('令牌不正确');
    await page.getByLabel('Token').fill(TOKEN);
    await page.getByRole('button').click();
    await page.getByRole('heading', { name: '您想弄清什么？' }).waitFor();
    await page.goto(`${serving.url}/api/docs`);
    await page.getByText('开始运行一份研究').waitFor();
    expect(await overflows(page)).toBe(false);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('Begin a run of a study').waitFor();
  });
});
