import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, PATIENCE, type Stage, seriousFaults, setStage, startRun } from './browser.ts';

/** A study of a small company, with so many simulated worlds. */
const studyOf = (replications: number): string => `schemelab: 1
context: b2b-saas
title: { en: "Is a cap worth it?", zh: 封顶值得吗？ }
company: { reps: 4, teams: 2 }
alternatives:
  capped: { name: { en: Capped, zh: 封顶 }, pay: { extends: baseline, cap: 110% } }
run: { replications: ${replications}, seed: journeys }
`;

describe.skipIf(CHROMIUM === null)('journeys through the page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  const begin = (replications: number): Promise<string> => startRun(stage, studyOf(replications));

  /** Waits until a run is done. @returns its result, to the letter */
  async function resultOf(run: string): Promise<string> {
    const file = `${stage.url}/api/v1/runs/${run}/files/result.json`;
    await expect.poll(async () => (await fetch(file)).status, { interval: 200 }).toBe(200);
    return (await fetch(file)).text();
  }

  const status = (page: Page): Promise<string> => page.locator('.progress p').innerText();
  const worlds = async (page: Page): Promise<number> => Number(/(\d+) of/.exec(await status(page))![1]);

  test('a run is stopped, goes on, and a finished one is made finer', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await page.goto(`${stage.url}/#/runs/${await begin(20_000)}`);
    await page.locator('.bar-row').first().waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    expect(await status(page)).toMatch(/^Stopped/);
    expect(await page.locator('.progress [role=status]').textContent()).toMatch(/^Stopped/);
    expect(await seriousFaults(page)).toEqual([]);
    const before = await worlds(page);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect.poll(() => worlds(page)).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Go on' }).waitFor();

    const run = await begin(20);
    await page.goto(`${stage.url}/#/runs/${run}`);
    const value = page.locator('.bar-row .value');
    await page.getByRole('button', { name: 'Twice as precise' }).click();
    await expect.poll(() => page.url()).not.toContain(run);
    await page.locator('.progress p', { hasText: '80 worlds simulated' }).waitFor();
    const finer = await value.innerText();
    await page.goBack();
    await page.locator('.progress p', { hasText: '20 worlds simulated' }).waitFor();
    expect(await value.innerText()).not.toBe(finer);
    await page.context().close();
  });

  test('a run outlives the tab and the server, and ends as it would have', async () => {
    const page = await stage.page({ locale: 'zh-CN' });
    const run = await begin(120);
    await page.goto(`${stage.url}/#/runs/${run}`);
    await page.locator('.bar-row').first().waitFor();
    await page.context().close();
    await stage.restart();
    const later = await stage.page({ locale: 'zh-CN' });
    await later.goto(`${stage.url}/#/runs/${run}`);
    await later.locator('.progress p', { hasText: '已完成 · 共模拟 120 次' }).waitFor();
    expect(await resultOf(run)).toBe(await resultOf(await begin(120)));
    await later.context().close();
  });

  test('steps 4 to 6 by the keyboard alone', async () => {
    const run = await begin(20);
    await resultOf(run);
    const page = await stage.page({ locale: 'en-GB' });
    await page.goto(`${stage.url}/#/runs/${run}`);
    await page.getByRole('button', { name: 'Compare' }).waitFor();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const here = document.activeElement as HTMLElement;
        return here.getAttribute('aria-label') ?? here.innerText;
      });
    const tabTo = async (name: string): Promise<void> => {
      const seen: string[] = [];
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press('Tab');
        seen.push(await focused());
        if (seen.at(-1) === name) return;
      }
      throw new Error(`“${name}” is not reached; only ${seen.join(' | ')}`);
    };
    await tabTo('Compare');
    await page.keyboard.press('Enter');
    // A step begins at its top: its first control is one press away.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.locator('.drawing svg').waitFor();
    await tabTo('How to read this');
    await page.keyboard.press('Enter');
    await page.getByText('Assumption: the company is as described').waitFor();
    await tabTo('Cost risk');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cost of selling', exact: false }).waitFor();
    await tabTo('What is this?');
    await page.keyboard.press('Space');
    await page.getByText('Assumption: the budget line', { exact: false }).waitFor();
    await tabTo('As a table');
    await page.keyboard.press('Space');
    expect(await page.locator('.charts tbody tr').count()).toBeGreaterThan(4);
    await tabTo('All figures');
    await page.keyboard.press('Enter');
    await tabTo('Net contribution');
    await page.keyboard.press('Enter');
    await page.getByText('Formula: gross margin', { exact: false }).waitFor();
    await tabTo('Take away');
    await page.keyboard.press('Enter');
    await tabTo('Report as a page');
    await tabTo('summary.csv');
    await tabTo('Copy: Link to this run');
    await page.keyboard.press('Enter');
    await page.getByText('Copied').waitFor();
    await page.context().close();
  });

  test('back and forth through the steps, and a link into a finished run', async () => {
    const run = await begin(20);
    await resultOf(run);
    const page = await stage.page({ locale: 'en-GB' });
    await page.goto(`${stage.url}/#/runs/${run}/compare`);
    await page.locator('.drawing svg').waitFor();
    expect(await page.title()).toBe('Compare · Schemelab');
    await page.goto(`${stage.url}/#/runs/${run}/take`);
    await page.getByRole('link', { name: 'result.json' }).waitFor();
    await page.goBack();
    await page.locator('.drawing svg').waitFor();
    await page.getByRole('link', { name: '1 Question' }).click();
    await page.getByLabel('Roll a change out in stages').check();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'Next: alternatives' }).click();
    await page.getByRole('heading', { name: 'Alternatives', level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'What do you want to find out?' }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    expect(await page.getByLabel('Title of the study').inputValue()).toBe('All at once, or step by step?');
    await page.context().close();
  });

  /** A draft of the pay question, at its alternatives. */
  async function atAlternatives(page: Page): Promise<void> {
    await page.goto(stage.url);
    await page.getByLabel('B2B SaaS').check();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'Next: alternatives' }).click();
    await page.locator('.column .pay-chart').waitFor();
  }

  test('what was changed before a reload can be taken back after it', async () => {
    const page = await stage.page({ locale: 'en-GB' });
    await atAlternatives(page);
    const commission = page.getByRole('textbox', { name: 'Commission' });
    await commission.fill('9');
    await page.getByRole('textbox', { name: 'Name' }).fill('Better paid');
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Better paid');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('No cap');
    expect(await commission.inputValue()).toBe('9');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => commission.inputValue()).toBe('');
    await page.reload();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => commission.inputValue()).toBe('9');
    await page.context().close();
  });

  test('of two tabs that change a study at once, the later goes on with a copy and both are kept', async () => {
    const one = await stage.page({ locale: 'en-GB' });
    await atAlternatives(one);
    const two = await one.context().newPage();
    two.setDefaultTimeout(PATIENCE);
    // It hears nothing of the first, as when it sleeps.
    await two.addInitScript(() =>
      window.addEventListener('storage', (event) => event.stopImmediatePropagation()),
    );
    await two.goto(one.url());
    const name = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('textbox', { name: 'Name' });
    await name(two).waitFor();
    await one.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('schemelab.draft.'))!;
      const draft = JSON.parse(localStorage.getItem(key)!);
      draft.revision++;
      draft.study.alternatives.uncapped.name = 'From the first';
      localStorage.setItem(key, JSON.stringify(draft));
    });
    await name(two).fill('From the second');
    await two.getByText('you go on with a copy', { exact: false }).waitFor();
    expect(two.url()).not.toBe(one.url());
    await one.reload();
    expect(await name(one).inputValue()).toBe('From the first');
    expect(await name(two).inputValue()).toBe('From the second');
    await one.context().close();
  });

  for (const [locale, language, words] of [
    [
      'en-GB',
      'en',
      { begin: 'Begin', reps: 'Salespeople', next: 'Next: alternatives', cap: 'Cap', people: 'Turnover' },
    ],
    ['zh-CN', 'zh', { begin: '开始', reps: '销售人数', next: '下一步：备选', cap: '封顶', people: '流失率' }],
  ] as const) {
    test(`what is wrong is said beside the field, and told to those who cannot see it, ${language}`, async () => {
      const page = await stage.page({ locale });
      await page.goto(stage.url);
      const field = (name: string): ReturnType<Page['locator']> =>
        page.getByRole('textbox', { name, exact: true });
      /** What a screen reader says with a field. */
      const described = (name: string): Promise<string> =>
        field(name).evaluate((input) =>
          (input.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent ?? '')
            .join(' '),
        );
      await field(words.reps).fill('12.5');
      expect(await described(words.reps)).toMatch({ en: /whole number from 1/, zh: /整数/ }[language]);
      expect(await page.getByRole('button', { name: words.begin }).isEnabled()).toBe(false);
      await field(words.reps).fill('12');
      await page.getByRole('button', { name: words.begin }).click();
      for (const [name, wrong] of [
        [words.people, 'many'],
        [words.cap, '-3'],
      ] as const) {
        await field(name).fill(wrong);
        await expect.poll(() => field(name).getAttribute('aria-invalid')).toBe('true');
        const told = (await described(name)).replace(/\s+/g, ' ');
        expect(told).toContain(wrong.replace('-', ''));
        if (language === 'zh') expect(told.replace(/[“”"\w\s%.−-]/g, '')).toMatch(/[\u4e00-\u9fff]{4}/);
        else expect(told).toMatch(/expected/);
        await field(name).fill('');
        await expect.poll(() => field(name).getAttribute('aria-invalid')).toBe('false');
      }
      await page.context().close();
    });
  }

  test('nothing serious is found by axe at any step, light or dark', async () => {
    const run = await begin(20);
    await resultOf(run);
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await stage.page({ locale: 'en-GB', colorScheme });
      const sound = async (where: string): Promise<void> =>
        expect(await seriousFaults(page), `${where}, ${colorScheme}`).toEqual([]);
      await atAlternatives(page);
      await sound('alternatives');
      await page.getByRole('button', { name: 'Add a practice (No cap)' }).click();
      await page.locator('dialog summary').first().click();
      await sound('catalogue');
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: '2 Today' }).click();
      await page.locator('details.all > summary').click();
      await sound('today');
      await page.getByRole('link', { name: '1 Question' }).click();
      await page.getByLabel('Open a study file').check();
      await sound('question');
      await page.goto(`${stage.url}/#/runs/${run}`);
      await page.locator('.bar-row').first().waitFor();
      await sound('run');
      await page.goto(`${stage.url}/#/runs/${run}/compare`);
      await page.locator('.drawing svg').waitFor();
      for (const fold of await page.locator('main details > summary').all()) await fold.click();
      await sound('compare');
      await page.goto(`${stage.url}/#/runs/${run}/take`);
      await page.locator('pre').waitFor();
      await sound('take away');
      await page.context().close();
    }
  });

  test('no complaint, and nothing asked of any other machine', () => {
    // The tab open over the restart misses the server for a moment.
    expect(stage.complaints.filter((one) => !/404|ERR_CONNECTION_REFUSED/.test(one))).toEqual([]);
  });
});
