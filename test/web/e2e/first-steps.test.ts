import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, overflows, picture, type Stage, seriousFaults, setStage } from './browser.ts';

const WORDS = {
  en: {
    locale: 'en-GB',
    title: 'What do you want to find out?',
    begin: 'Begin',
    saas: 'B2B SaaS',
    today: 'Today',
    reps: 'Salespeople',
    next: 'Next: alternatives',
    alternatives: 'Alternatives',
    add: 'Add a practice',
    training: 'Add: Training and growth',
    run: 'Run',
    cap: 'Cap',
    undo: 'Undo',
    redo: 'Redo',
    start: 'Starts in month',
  },
  zh: {
    locale: 'zh-CN',
    title: '您想弄清什么？',
    begin: '开始',
    saas: '企业软件订阅',
    today: '现状',
    reps: '销售人数',
    next: '下一步：备选',
    alternatives: '备选',
    add: '增加方案',
    training: '加入：培训成长',
    run: '运行',
    cap: '封顶',
    undo: '撤销',
    redo: '重做',
    start: '从第几月开始',
  },
} as const;

/** What the tests look at in a study. */
interface Stored {
  readonly baseline: { readonly pay: { readonly cap: string } };
  readonly alternatives: Readonly<
    Record<
      string,
      {
        readonly schemes: unknown;
        readonly pay: {
          readonly commission: string;
          readonly components: { readonly main: { readonly rates: unknown[] } };
        };
      }
    >
  >;
}

type Words = (typeof WORDS)['en' | 'zh'];

describe.skipIf(CHROMIUM === null)('the first three steps', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  /** Goes to the third step of a pay question in software. */
  async function toAlternatives(page: Page, words: Words): Promise<void> {
    await page.goto(stage.url);
    await page.getByLabel(words.saas).check();
    await page.getByRole('button', { name: words.begin }).click();
    await page.getByRole('button', { name: words.next }).click();
    await page.getByRole('heading', { name: words.alternatives, level: 1 }).waitFor();
  }

  /** The study the browser keeps. */
  async function stored(page: Page): Promise<Stored> {
    return page.evaluate(() => {
      const id = /study\/(\w+)/.exec(location.hash)![1];
      return JSON.parse(localStorage.getItem(`schemelab.draft.${id}`)!).study;
    });
  }

  for (const language of ['en', 'zh'] as const) {
    const words = WORDS[language];
    test(`from the question to a run, ${language}`, async () => {
      const page = await stage.page({ locale: words.locale });
      await page.goto(stage.url);
      await page.getByRole('heading', { name: words.title }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, `step-1-${language}`);
      await page.getByLabel(words.saas).check();
      await page.getByLabel(words.reps).fill('12');
      await page.getByRole('button', { name: words.begin }).click();
      await page.getByRole('heading', { name: words.today, level: 1 }).waitFor();
      await page.locator('.pay-chart').waitFor();
      expect(await page.getByLabel(words.reps).inputValue()).toBe('12');
      await page.locator('details.all > summary').click();
      await expect.poll(() => page.locator('.parameter').count()).toBeGreaterThan(60);
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, `step-2-${language}`);
      await page.getByRole('button', { name: words.next }).click();
      await page.getByRole('button', { name: words.add }).first().click();
      await page.locator('dialog').waitFor();
      expect(await page.locator('dialog .scheme').count()).toBe(20);
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, `catalogue-${language}`);
      await page.locator('dialog').getByRole('button', { name: words.training }).first().click();
      await page.locator('.rollout summary').first().click();
      await page.locator('.column .pay-chart').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, `step-3-${language}`);
      const run = page.locator('.foot').getByRole('button', { name: words.run, exact: true });
      await expect.poll(() => run.isEnabled()).toBe(true);
      await run.click();
      await page.waitForURL(/#\/runs\//);
      const id = page.url().split('/').at(-1)!;
      expect((await page.request.get(`${stage.url}/api/v1/runs/${id}`)).status()).toBe(200);
      await page.request.post(`${stage.url}/api/v1/runs/${id}/stop`);
      await page.goBack();
      await page.getByRole('heading', { name: words.alternatives, level: 1 }).waitFor();
      await page.context().close();
    });
  }

  test('on a phone nothing is wider than the screen', async () => {
    const page = await stage.page({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
    await page.goto(stage.url);
    await page.getByRole('heading', { name: WORDS.zh.title }).waitFor();
    expect(await overflows(page)).toBe(false);
    await picture(page, 'step-1-phone');
    await page.getByRole('button', { name: WORDS.zh.begin }).click();
    await page.locator('.pay-chart').waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'step-2-phone');
    await page.getByRole('button', { name: WORDS.zh.next }).click();
    await page.locator('.column .pay-chart').waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'step-3-phone');
    await page.context().close();
  });

  test('dark, and switched in place between the languages', async () => {
    const page = await stage.page({ locale: 'en-GB', colorScheme: 'dark' });
    await toAlternatives(page, WORDS.en);
    await page.locator('.column .pay-chart').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'step-3-dark');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: WORDS.zh.alternatives, level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    expect(await page.locator('.pay-chart text').allTextContents()).toContainEqual(
      expect.stringContaining('万'),
    );
    await page.reload();
    await page.getByRole('heading', { name: WORDS.zh.alternatives, level: 1 }).waitFor();
    await page.context().close();
  });

  test('with the keyboard alone', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await page.goto(stage.url);
    await page.getByRole('heading', { name: WORDS.en.title }).waitFor();
    const press = async (key: string, until: () => Promise<boolean>): Promise<void> => {
      for (let i = 0; i < 150; i++) {
        if (await until()) return;
        await page.keyboard.press(key);
      }
      throw new Error(`never reached by ${key}`);
    };
    const focused = (text: string) => (): Promise<boolean> =>
      page.evaluate((wanted) => {
        const here = document.activeElement;
        return here?.textContent === wanted || here?.getAttribute('aria-label') === wanted;
      }, text);
    await press('Tab', focused(WORDS.en.begin));
    await page.keyboard.press('Enter');
    await page.locator('.pay-chart').waitFor();
    // Today is capped at 120 %: five presses of the arrow bring it to 125 %.
    await press('Tab', focused('Cap'));
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(async () => (await stored(page)).baseline.pay.cap).toBe(`${121 + i}%`);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext')))
        .toBe(`${121 + i} %`);
    }
    await press('Tab', focused(WORDS.en.next));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: WORDS.en.alternatives, level: 1 }).waitFor();
    await press('Tab', focused('Add a practice (No cap)'));
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor();
    await press('Tab', focused('Add: Training and growth'));
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await stored(page)).alternatives.uncapped!.schemes)
      .toEqual({
        add: ['training'],
      });
    expect(await page.locator('dialog').count()).toBe(0);
    await page.context().close();
  });

  test('a mark is dragged, taken back and done again', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await page.goto(stage.url);
    await page.getByRole('button', { name: WORDS.en.begin }).click();
    const cap = page.getByRole('slider', { name: 'Cap' });
    await cap.scrollIntoViewIfNeeded();
    const box = (await cap.boundingBox())!;
    const chart = (await page.locator('.pay-chart').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + chart.width / 8, y, { steps: 4 });
    await page.mouse.up();
    const dragged = async (): Promise<number> => Number.parseFloat((await stored(page)).baseline.pay.cap);
    expect(await dragged()).toBeGreaterThan(140);
    expect(await dragged()).toBeLessThan(156);
    await page.getByRole('button', { name: WORDS.en.undo }).click();
    expect(await dragged()).toBe(120);
    await page.keyboard.press('Control+y');
    expect(await dragged()).toBeGreaterThan(140);
    await page.context().close();
  });

  test('mistakes stand in plain words beside the field, and nothing runs', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await toAlternatives(page, WORDS.en);
    await page.getByRole('textbox', { name: 'Commission' }).fill('lots');
    const wrong = page.locator('.field', { has: page.getByRole('textbox', { name: 'Commission' }) }).last();
    await wrong.getByText(/expected a share such as 35%/).waitFor();
    expect(await page.locator('.foot button.first').isEnabled()).toBe(false);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Commission' }).fill('9');
    await expect.poll(() => page.locator('.foot button.first').isEnabled()).toBe(true);
    expect((await stored(page)).alternatives.uncapped!.pay.commission).toBe('9%');
    await page.context().close();
  });

  test('two tabs with one study do not fight', async () => {
    const one = await stage.page({ locale: 'en-GB' });
    await toAlternatives(one, WORDS.en);
    const two = await one.context().newPage();
    await two.goto(one.url());
    await two.getByRole('textbox', { name: 'Name' }).fill('Changed elsewhere');
    await expect
      .poll(() => one.getByRole('textbox', { name: 'Name' }).inputValue())
      .toBe('Changed elsewhere');
    await one.getByRole('textbox', { name: 'Commission' }).fill('8');
    await expect.poll(() => two.getByRole('textbox', { name: 'Commission' }).inputValue()).toBe('8');
    await one.context().close();
  });

  test('a study file opens, and a plan in the full language is kept as it is', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await page.goto(stage.url);
    await page.getByLabel('Open a study file').check();
    const plan = `
    measures: { own: { metric: bookings, quota: 1500000, period: quarter } }
    components: { main: { measure: own, boundary: at-or-above, apply: marginal, rates: [{ from: 0%, to: 100%, rate: 5% }, { from: 100%, rate: 9% }] } }
    salary: 9000`;
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'study.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from(
        `schemelab: 1\ncontext: b2b-saas\nalternatives:\n  full:\n    name: { en: Two rates, zh: 两档 }\n    pay: {${plan.replaceAll('\n    ', ', ').slice(2)}}\n`,
      ),
    });
    await page.getByRole('button', { name: WORDS.en.next }).click();
    await page.getByLabel('Plan, as YAML').waitFor();
    await expect.poll(() => page.getByLabel('Plan, as YAML').inputValue()).toContain('components:');
    expect((await stored(page)).alternatives.full!.pay.components.main.rates).toHaveLength(2);
    await page.locator('.column .pay-chart').waitFor();
    expect(await page.getByRole('slider').count()).toBe(0);
    await picture(page, 'full-plan');
    await page.context().close();
  });

  test('an address that leads nowhere says so', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await page.goto(`${stage.url}/#/study/unknown/today`);
    await page.getByText('This study is not kept in this browser.', { exact: false }).waitFor();
    await page.goto(`${stage.url}/#/nothing/here`);
    await page.getByText('There is nothing at this address.').waitFor();
    await page.context().close();
  });

  test('no complaint, and nothing asked of any other machine', () => {
    expect(stage.complaints).toEqual([]);
  });
});
