import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CHROMIUM,
  overflows,
  PICTURES,
  picture,
  type Stage,
  seriousFaults,
  setStage,
  startRun,
} from './browser.ts';

const STUDY = `schemelab: 1
context: b2b-saas
title: { en: "Is a cap worth it?", zh: 封顶值得吗？ }
company: { reps: 8, teams: 2 }
alternatives:
  capped: { name: { en: Capped, zh: 封顶 }, pay: { extends: baseline, cap: 110% } }
  trained: { name: { en: Trained, zh: 培训 }, schemes: { add: [training] } }
run: { replications: 30, seed: page }
`;

const WORDS = {
  en: { locale: 'en-GB', all: 'All figures', table: 'As a table', about: 'What is this?', take: 'Take away' },
  zh: { locale: 'zh-CN', all: '全部指标', table: '以表格查看', about: '这是什么？', take: '带走' },
} as const;

describe.skipIf(CHROMIUM === null)('results', () => {
  let stage: Stage;
  let run: string;
  beforeAll(async () => {
    stage = await setStage();
    run = await startRun(stage, STUDY);
  });
  afterAll(async () => {
    await stage?.close();
  });

  const open = (page: Page, view = ''): Promise<unknown> => page.goto(`${stage.url}/#/runs/${run}${view}`);

  test('a run is watched until it is done, from its link alone', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await open(page);
    await page.getByRole('heading', { name: 'Is a cap worth it?' }).waitFor();
    await page.getByRole('button', { name: 'Compare' }).waitFor();
    expect(await page.locator('.bar-row').count()).toBe(2);
    expect(await page.locator('.verdicts li').count()).toBe(2);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'step-4-en');
    await page.reload();
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.locator('.drawing svg').waitFor();
    await page.goBack();
    await page.locator('.bar-row').first().waitFor();
    // The study behind a link can be taken up and changed; its pay curve then stands over what people reached.
    await page.getByRole('button', { name: 'Change this study' }).click();
    await page.getByRole('heading', { name: 'Alternatives', level: 1 }).waitFor();
    await page.getByText('in the last run of this study', { exact: false }).first().waitFor();
    await page.context().close();
  });

  for (const language of ['en', 'zh'] as const) {
    const words = WORDS[language];
    test(`every chart is drawn, told in words and as a table, ${language}`, async () => {
      const page = await stage.page({
        locale: words.locale,
        colorScheme: language === 'zh' ? 'dark' : 'light',
      });
      await open(page, '/compare');
      const names = page.locator('.chart-names button');
      await names.first().waitFor();
      const count = await names.count();
      expect(count).toBeGreaterThan(8);
      for (let i = 0; i < count; i++) {
        await names.nth(i).click();
        await page.locator('.drawing svg, .charts p.muted').first().waitFor();
        if ((await page.locator('.drawing').count()) === 0) continue;
        expect((await page.locator('.drawing').getAttribute('aria-label'))!.length).toBeGreaterThan(10);
        await page.getByText(words.table).first().click();
        expect(await page.locator('.charts tbody tr').count()).toBeGreaterThan(0);
        await page.getByText(words.about).first().click();
        // All charts stand in the same frame: one is looked at for all.
        if (i === 0) expect(await seriousFaults(page)).toEqual([]);
        await picture(page, `step-5-${language}-${i}`);
      }
      for (const kind of ['svg', 'png'] as const) {
        const saved = page.waitForEvent('download');
        await page.getByRole('button', { name: kind.toUpperCase() }).click();
        expect((await saved).suggestedFilename()).toMatch(new RegExp(`^[a-z-]+\\.${kind}$`));
        const bytes = readFileSync(await (await saved).path());
        expect(bytes.subarray(0, 8).toString('latin1')).toContain({ svg: '<svg', png: 'PNG' }[kind]);
        expect(bytes.length).toBeGreaterThan(1500);
      }
      await page.getByText(words.all).click();
      expect(await page.locator('details.all tbody tr').count()).toBeGreaterThan(20);
      expect(await seriousFaults(page)).toEqual([]);
      await page.locator('.foot').getByRole('button', { name: words.take }).click();
      await page.getByText('replications.parquet').waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'result.json' }).click();
      expect((await download).suggestedFilename()).toBe('result.json');
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, `step-6-${language}`);
      await page.context().close();
    });
  }

  test('on a phone nothing is wider than the screen', async () => {
    const page = await stage.page({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
    for (const view of ['', '/compare', '/take']) {
      await open(page, view);
      await page
        .locator(view === '' ? '.bar-row' : view === '/take' ? 'pre' : '.drawing svg')
        .first()
        .waitFor();
      if (view === '/compare') await page.locator('details.all > summary').click();
      expect(await overflows(page), view).toBe(false);
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, `results-phone${view.replace('/', '-')}`);
    }
    await page.context().close();
  });

  test('the report is one page without scripts, in both languages, and prints as PDF', async () => {
    for (const lang of ['en', 'zh'] as const) {
      const answer = await fetch(`${stage.url}/api/v1/runs/${run}/report?lang=${lang}`);
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(html.match(/<section>/g)!.length).toBeGreaterThan(8);
      expect(html).not.toMatch(/<script|<link|src=|url\(http/);
      const page = await stage.page();
      await page.goto(`${stage.url}/api/v1/runs/${run}/report?lang=${lang}`);
      expect(await page.locator('section svg').count()).toBeGreaterThan(8);
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, `report-${lang}`);
      await page.context().close();
      const pdf = await fetch(`${stage.url}/api/v1/runs/${run}/report.pdf?lang=${lang}`);
      expect(pdf.status).toBe(200);
      const bytes = Buffer.from(await pdf.arrayBuffer());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      mkdirSync(PICTURES, { recursive: true });
      writeFileSync(join(PICTURES, `report-${lang}.pdf`), bytes);
    }
  });

  test('a link to no run says so', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await page.goto(`${stage.url}/#/runs/none-such`);
    await page.getByRole('alert').waitFor();
    await page.context().close();
  });

  test('no complaint, and nothing asked of any other machine', () => {
    expect(stage.complaints.filter((one) => !one.includes('404'))).toEqual([]);
  });
});
