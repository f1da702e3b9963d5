import { readFileSync } from 'node:fs';
import { compile, type TopLevelSpec } from 'vega-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHARTS, payTable, type View } from '../../../web/charts/index.ts';
import { en, type Texts } from '../../../web/client/texts/en.ts';
import { zh } from '../../../web/client/texts/zh.ts';
import type { ChartData } from '../../../web/contract/charts.ts';
import { svgOf } from '../../../web/server/report/svg.ts';
import { DATA, effect, METRIC } from './made-up.ts';

const VIEW: View = {
  language: 'en',
  theme: 'light',
  width: 700,
  change: 0,
  metric: 'net-contribution',
  figure: 'revenue',
  budget: null,
};

const VIEWS: readonly View[] = (['en', 'zh'] as const).flatMap((language) =>
  [340, 1200].flatMap((width) =>
    [0, 1].map(
      (change) => ({ ...VIEW, language, width, change, theme: width < 400 ? 'dark' : 'light' }) as View,
    ),
  ),
);

describe('every chart', () => {
  const complaints: string[] = [];
  beforeAll(() => {
    const keep = (...words: unknown[]): void => void complaints.push(words.join(' '));
    console.warn = keep;
    console.error = keep;
  });

  test.each(CHARTS.map((one) => one.id))(
    '%s draws in both languages, themes and at any width',
    async (id) => {
      const { make } = CHARTS.find((one) => one.id === id)!;
      for (const view of VIEWS) {
        const before = JSON.stringify(DATA);
        const chart = make(DATA, view);
        // Of the two changes the second pays as today, and so has nothing to split.
        if (chart === null) {
          expect([id, view.change]).toEqual(['rules', 1]);
          continue;
        }
        expect(JSON.stringify(DATA)).toBe(before);
        expect(chart.id).toBe(id);
        const svg = await svgOf(chart.spec, id);
        expect(/NaN|undefined|null|Infinity|<b>/.exec(svg)?.[0], id).toBeUndefined();
        expect(Number(/ width="([\d.]+)"/.exec(svg)![1])).toBeLessThanOrEqual(view.width + 30);
        const words = [
          chart.title,
          chart.words,
          ...chart.about,
          ...chart.table.head,
          ...chart.table.rows.flat(),
        ];
        for (const one of words) {
          expect(one).not.toMatch(/NaN|undefined|Infinity/);
          if (view.language === 'en') expect(one).not.toMatch(/[\u4e00-\u9fff]/);
        }
        if (view.language === 'zh') for (const one of chart.about) expect(one).toMatch(/[\u4e00-\u9fff]/);
        for (const row of chart.table.rows) expect(row.length).toBe(chart.table.head.length);
        expect(chart.about.length).toBeGreaterThanOrEqual(4);
      }
      expect(complaints).toEqual([]);
    },
  );

  test('is the same text each time, so that a report is the same to the byte', async () => {
    for (const { id, make } of CHARTS) {
      const [one, other] = [await svgOf(make(DATA, VIEW)!.spec, id), await svgOf(make(DATA, VIEW)!.spec, id)];
      expect(one === other, id).toBe(true);
    }
  });

  test('has a name on the page, in both languages', () => {
    for (const { id, group } of CHARTS)
      for (const key of [`chart.${id}`, `charts.${group}`] as (keyof Texts)[])
        expect(
          [en[key], zh[key]].every((one) => one?.length > 0),
          key,
        ).toBe(true);
  });

  test('says in words what it shows', () => {
    const of = (id: string, change = 0): string =>
      CHARTS.find((one) => one.id === id)!.make(DATA, { ...VIEW, change })!.words;
    expect(of('differences')).toContain(
      '+¥500 k, 90 % sure between +¥300 k and +¥700 k, better with a chance of 99 %',
    );
    expect(of('cost')).toContain('Today: 50 % chance of costing more than ¥1.25 m a year');
    expect(of('cost')).toContain('costs more than today in 90 % of the worlds');
    expect(of('winners', 1)).toContain('10 % of reps are paid more than they would be today, 90 % less');
    expect(of('deciding')).toBe('Stands out clearly: Unknown.');
    expect(of('why')).toContain('Agile +¥2.00');
    expect(of('rules')).toMatch(
      /^New rules, same behaviour \+¥200 k .*; What people do otherwise −¥50.0 k .*All together \+¥160 k/,
    );
    expect(of('pay-year')).toContain(
      'A "good" <b>plan</b>: ¥1.17 m in the usual year, over ¥1.95 m in one of ten; 13.0 % of bookings',
    );
    expect(of('reached')).toContain(
      'Today: 90.0 % of rep-periods reach the threshold, 50.0 % the target, 10.0 %',
    );
    expect(of('types')).toContain('Under a year here: −¥1.00 k a year, 20.0 % paid less');
    expect(of('types')).not.toContain('Over three years');
    expect(of('fairness')).toContain('Today: correlation 0.80, ¥10.0 more pay on 100 more bookings, 12.0 %');
    expect(of('worth')).toContain('Bad: cost +¥200 k, gross margin −¥800 k, so net contribution −¥1.00 m;');
    expect(of('worth')).toMatch(/brings at least as much: A "good" <b>plan<\/b>\.$/);
    expect(of('years')).toContain('Poor year, Today: pay costs ¥400 k, 40.0 % of bookings');
    expect(of('together')).toBe('Bad: −¥50.0 k (between −¥70.0 k and −¥30.0 k).');
    expect(of('people')).toContain('Today: 1 of 3 people are paid less than a colleague who booked less');
    expect(of('tenths')).toContain(
      '19.0 % of bookings come in the last tenth, 190.0 % of what an even spread',
    );
    expect(of('spread')).toContain('Today: in 68.0 % of rep-periods under half of quota, in 22.0 % at quota');
  });

  test('maps pairs where there are enough, in both languages and at any width', async () => {
    const names = ['Today', 'A', 'B', 'C', 'A and B', 'A and C', 'B and C'];
    const six: ChartData = {
      ...DATA,
      alternatives: names.map((name) => ({ id: name, name: { en: name, zh: name } })),
      metrics: [{ ...METRIC, differences: names.slice(1).map(() => METRIC.differences[0]!) }],
      together: [
        [1, 2],
        [1, 3],
        [2, 3],
      ].map((parts, i) => ({ alternative: 4 + i, parts, extra: effect(1e5 * (i - 1)) })),
    };
    const { make } = CHARTS.find((one) => one.id === 'together')!;
    for (const view of VIEWS) {
      const chart = make(six, view)!;
      const svg = await svgOf(chart.spec, 'together');
      expect(svg.match(/mark-rect role-mark/g)!.length).toBeGreaterThan(1);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(Number(/ width="([\d.]+)"/.exec(svg)![1])).toBeLessThanOrEqual(view.width + 30);
      expect(chart.table.rows).toHaveLength(3);
    }
  });

  test('what plans pay stands side by side, with a cell for every alternative and a word on every figure', () => {
    for (const language of ['en', 'zh'] as const) {
      const { head, rows } = payTable(DATA, language)!;
      expect(head).toHaveLength(1 + DATA.alternatives.length);
      for (const row of rows) {
        expect(row.cells).toHaveLength(DATA.alternatives.length);
        expect([row.name, row.about, ...row.cells].join()).not.toMatch(/NaN|undefined|null/);
      }
      expect(
        rows.map((row) => row.name).join() ===
          payTable(DATA, 'en')!
            .rows.map((row) => row.name)
            .join(),
      ).toBe(language === 'en');
    }
    const cells = (name: string) => payTable(DATA, 'en')!.rows.find((row) => row.name === name)!.cells;
    expect(cells('Pay cost in a usual year')).toEqual(['¥900 k', '¥1.17 m', '¥900 k']);
    expect(cells('Change by new rules')).toEqual(['', '+¥200 k', '–']);
    expect(cells('People paid less than today')).toEqual(['', '20.0 %', '20.0 %']);
    expect(payTable({ ...DATA, pay: null }, 'en')).toBeNull();
  });

  test('is left out where a run has nothing to show in it', () => {
    const alone: ChartData = {
      ...DATA,
      alternatives: DATA.alternatives.slice(0, 1),
      metrics: [{ ...METRIC, levels: METRIC.levels.slice(0, 1), differences: [] }],
      winners: [],
      drivers: [],
      why: null,
      pay: null,
      people: [{ bookings: [], pay: [], passedOver: [] }],
      years: null,
      together: [],
    };
    const shown = CHARTS.filter(({ make }) => make(alone, VIEW) !== null).map((one) => one.id);
    expect(shown).toEqual(['cost', 'distribution', 'payout', 'bands', 'fan', 'stages', 'customers']);
  });

  test('asks for no expression that a strict page refuses', () => {
    for (const { make } of CHARTS)
      expect(() => compile(make(DATA, VIEW)!.spec as unknown as TopLevelSpec)).not.toThrow();
    expect(readFileSync(new URL('../../../web/server/report/svg.ts', import.meta.url), 'utf8')).toContain(
      'ast: true',
    );
  });
});
