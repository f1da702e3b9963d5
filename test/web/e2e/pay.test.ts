import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHARTS } from '../../../web/charts/index.ts';
import { CHROMIUM, overflows, picture, type Stage, seriousFaults, setStage } from './browser.ts';

const STUDY = `schemelab: 1
context: b2b-saas
title: { en: "Is a cap worth it?", zh: 封顶值得吗？ }
company: { reps: 4, teams: 2 }
baseline: { pay: { extends: context, cap: 120% } }
alternatives:
  uncapped: { name: { en: No cap, zh: 不封顶 }, pay: { extends: baseline, cap: none } }
  trained:
    name: { en: No cap and training, zh: 不封顶并培训 }
    pay: { extends: baseline, cap: none }
    schemes: { add: [training] }
  coached: { name: { en: Training alone, zh: 只培训 }, schemes: { add: [training] } }
run: { replications: 12, replications-per-draw: 2, seed: page }
`;

const CHARTS_OF_PAY = CHARTS.filter((one) => one.group === 'pay').length;

const WORDS = {
  en: { locale: 'en-GB', pay: 'Pay', rules: 'Rules or behaviour', table: 'As a table' },
  zh: { locale: 'zh-CN', pay: '薪酬', rules: '规则还是行为', table: '以表格查看' },
} as const;

describe.skipIf(CHROMIUM === null)('what plans pay', () => {
  let stage: Stage;
  /** The run, once it has been begun from the page. */
  let run = '';
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  /** Opens the study file and goes to its alternatives. */
  async function openStudy(page: Page): Promise<void> {
    await page.goto(stage.url);
    await page.getByLabel('Open a study file').check();
    const buffer = Buffer.from(STUDY);
    await page.getByLabel('Choose a file').setInputFiles({ name: 'cap.yaml', mimeType: 'text/yaml', buffer });
    await page.getByRole('button', { name: 'Next: alternatives' }).click();
    await page.getByRole('heading', { name: 'Alternatives', level: 1 }).waitFor();
  }

  test('a rollout is dragged, moved by arrow keys, typed and taken back; pay has its own beginning', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await openStudy(page);
    interface Stored {
      readonly alternatives: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }
    const stored = (key: string, id = 'coached'): Promise<unknown> =>
      page
        .evaluate(() => {
          const draft = /study\/(\w+)/.exec(location.hash)![1];
          return JSON.parse(localStorage.getItem(`schemelab.draft.${draft}`)!).study as Stored;
        })
        .then((study) => study.alternatives[id]![key]);
    const column = page.getByRole('article', { name: 'Training alone' });
    const bar = column.locator('.timeline .bar');
    await bar.scrollIntoViewIfNeeded();
    const box = (await bar.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + box.width / 4, y, { steps: 5 });
    await page.mouse.up();
    expect(await stored('schemes')).toEqual({ add: [{ training: { start: '3 months' } }] });
    const mark = column.getByRole('slider', { name: 'Training and growth: months to reach everyone' });
    await mark.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await stored('schemes')).toEqual({ add: [{ training: { start: '3 months', ramp: '2 months' } }] });
    await picture(page, 'rollout-en');
    await column.getByText('when it starts, for whom').click();
    await column.getByRole('textbox', { name: 'Starts after', exact: true }).fill('6');
    expect(await stored('schemes')).toEqual({ add: [{ training: { start: '6 months', ramp: '2 months' } }] });
    expect(await column.locator('.timeline').textContent()).toContain('starts after 6 months');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(() => stored('schemes'))
      .not.toEqual({
        add: [{ training: { start: '6 months', ramp: '2 months' } }],
      });
    const paid = page.getByRole('article', { name: 'No cap', exact: true });
    const begins = paid.getByRole('textbox', { name: 'New pay starts after' });
    await begins.fill('1');
    await paid.getByText('to be the start of a pay period', { exact: false }).waitFor();
    await begins.fill('3');
    await expect.poll(() => stored('pay-start', 'uncapped')).toBe('3 months');
    await expect.poll(() => page.locator('.foot button.first').isEnabled()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('is asked for by the page itself, and the command line says so', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await openStudy(page);
    const begin = page.locator('.foot').getByRole('button', { name: 'Run', exact: true });
    await expect.poll(() => begin.isEnabled()).toBe(true);
    await begin.click();
    await page.waitForURL(/#\/runs\//);
    run = page.url().split('/').at(-1)!;
    await page.getByRole('button', { name: 'Compare' }).waitFor();
    await page.goto(`${stage.url}/#/runs/${run}/take`);
    await page.getByText(/^schemelab run study\.yaml .*--pay$/).waitFor();
    await page.context().close();
  });

  /** Goes through every chart of the pay group. */
  async function throughCharts(page: Page, language: 'en' | 'zh', name: string): Promise<void> {
    const words = WORDS[language];
    await page.goto(`${stage.url}/#/runs/${run}/compare`);
    const group = page.getByRole('group', { name: words.pay, exact: true });
    const tabs = group.getByRole('button');
    await tabs.first().waitFor();
    expect(await tabs.count()).toBe(CHARTS_OF_PAY);
    expect(await tabs.first().textContent()).toBe(words.rules);
    for (let i = 0; i < CHARTS_OF_PAY; i++) {
      await tabs.nth(i).click();
      const drawing = page.locator('.drawing');
      await drawing.locator('svg').waitFor();
      const told = (await drawing.getAttribute('aria-label'))!;
      expect(told).toMatch(/\d/);
      if (language === 'zh') expect(await drawing.textContent()).toMatch(/[\u4e00-\u9fff]/);
      await page.getByText(words.table).first().click();
      expect(await page.locator('.charts tbody tr').count()).toBeGreaterThan(1);
      expect(await overflows(page)).toBe(false);
      await picture(page, `${name}-${i}`);
    }
    const side = page.locator('.pay-table tbody tr');
    expect(await side.count()).toBe(13);
    await side.first().locator('summary').click();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, `${name}-table`);
  }

  test('is drawn, told in words and as a table', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await throughCharts(page, 'en', 'pay-en');
    // Of the three alternatives the third pays as today: there is nothing to split.
    await page.getByRole('button', { name: WORDS.en.rules }).click();
    const names = page.getByLabel('Alternative').locator('option');
    expect(await names.allTextContents()).toEqual(['No cap', 'No cap and training']);
    await page.context().close();
  });

  test('is drawn in Chinese, in the dark, on a phone', async () => {
    const viewport = { width: 390, height: 844 };
    const page = await stage.page({ locale: 'zh-CN', colorScheme: 'dark', viewport });
    await throughCharts(page, 'zh', 'pay-phone-zh');
    await page.context().close();
  });

  test('stands side by side in the report, beside the charts of every alternative', async () => {
    const html = await (await fetch(`${stage.url}/api/v1/runs/${run}/report?lang=zh`)).text();
    expect(html).toContain('<h2>各薪酬方案并排比较</h2>');
    expect(html.match(/<h2 class="own"/g)).toHaveLength(3);
  });

  test('no complaint, and nothing asked of any other machine', () => {
    expect(stage.complaints).toEqual([]);
  });
});
