import { readFileSync } from 'node:fs';
import { compile, type TopLevelSpec } from 'vega-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHARTS, payTable, type View } from '../../../web/charts/index.ts';
import { en, type Texts } from '../../../web/client/texts/en.ts';
import { zh } from '../../../web/client/texts/zh.ts';
import type { ChartData, ChartMetric, ChartTenth } from '../../../web/contract/charts.ts';
import { svgOf } from '../../../web/server/report/svg.ts';

const METRIC: ChartMetric = {
  id: 'net-contribution',
  name: { en: 'Net contribution', zh: '净贡献' },
  formula: { en: 'what is left', zh: '剩余' },
  unit: 'money',
  better: 'higher',
  perYear: true,
  bins: { from: 0, to: 4e6, count: 4 },
  levels: [2e6, 2.5e6, 1e6].map((mean) => ({
    mean,
    interval: [mean - 1e5, mean + 1e5],
    quantiles: [0.5, 0.8, 1, 1.2, 1.5].map((x) => x * mean),
    counts: [1, 4, 4, 1],
  })),
  differenceBins: { from: -1e6, to: 1e6, count: 2 },
  differences: [
    [5e5, 0.99],
    [-1e6, 0.01],
  ].map(([mean, p]) => ({
    mean: mean!,
    interval: [mean! - 1e5, mean! + 1e5],
    credible: [mean! - 2e5, mean! + 2e5],
    predictive: [mean! - 9e5, mean! + 9e5],
    probabilityBetter: p!,
    chanceBetter: p!,
    counts: [3, 7],
  })),
};

const tenth = (mean: number): ChartTenth => ({
  mean,
  low: mean - 500,
  high: mean + 500,
  more: mean > 0 ? 0.9 : 0.1,
  less: mean > 0 ? 0.1 : 0.9,
});

const fan = [1, 2, 3].map((k) => [5, 25, 50, 75, 95].map((q) => [k * q * 1e4, k * q * 1e4]));
const effect = (mean: number) => ({ mean, interval: [mean - 1, mean + 1] as [number, number] });
const histogram = (by: number) => ({
  edges: Array.from({ length: 21 }, (_, k) => k / 10),
  shares: Array.from({ length: 21 }, (_, k) => (k === 0 ? 1 - 0.04 * 20 * by * 0.5 : 0.02 * by)),
});
const groups = (count: number, change: number) =>
  Array.from({ length: count }, (_, g) => ({ change: change * (g - 1), lose: 0.2, people: 40 }));

/** What plans pay: the first change pays otherwise and changes practices too, the second pays as today. */
const PAY: NonNullable<ChartData['pay']> = {
  outcomes: [1, 1.3, 1].map((by, a) => ({
    alternative: ['baseline', 'good', 'bad'][a]!,
    payCost: { mean: by * 1e6, p50: by * 0.9e6, p90: by * 1.4e6 },
    payCostYear: { years: 2, mean: by * 1e6, p50: by * 0.9e6, p90: by * 1.5e6 },
    costOfSales: by * 0.1,
    attainment: { '5': 0.4, '25': 0.7, '50': by, '75': 1.2, '95': 1.8 },
    variablePay: { '5': 0, '25': 1e4, '50': 2e4, '75': 4e4, '95': 9e4 },
    reached: {
      threshold: { at: 0.5, own: a > 0, share: 0.9 },
      target: { at: 1, own: true, share: 0.5 * by },
      excellence: { at: 1.2, own: false, share: 0.1 },
    },
    attainmentShares: histogram(by),
    // One plan has no target pay to measure by.
    payoutShares: a === 2 ? null : histogram(by),
    linearity: {
      shares: Array.from({ length: 10 }, (_, k) => effect(k < 9 ? 0.09 : 0.19)),
      change: a === 0 ? null : Array.from({ length: 10 }, () => effect(0)),
      evenly: Array.from({ length: 10 }, () => 0.1),
    },
    fairness: a === 2 ? null : { correlation: 0.8, slope: 0.1 * by, inversions: 0.12 },
    winners:
      a === 0
        ? null
        : {
            byAttainment: groups(5, a === 1 ? 5e3 : 0),
            byAbility: groups(5, a === 1 ? 5e3 : 0),
            // Nobody starts as a veteran.
            byTenure: [...groups(2, 1e3), { change: null, lose: null, people: 0 }],
          },
  })),
  splits: [
    {
      alternative: 'good',
      mechanics: effect(2e5),
      behaviour: effect(-5e4),
      practices: effect(1e4),
      total: effect(1.6e5),
    },
    null,
  ],
};

const changed = (means: readonly number[]): ChartMetric['differences'] =>
  METRIC.differences.map((one, i) => ({ ...one, mean: means[i]! }));

/** Made up: two changes, the first good, the second bad; a name with quotes and markup in it. */
const DATA: ChartData = {
  schema: 1,
  title: { en: 'Made up', zh: '虚构' },
  context: 'b2b-saas',
  currency: 'CNY',
  reps: 4,
  horizonDays: 252,
  confidence: 0.95,
  primary: 'net-contribution',
  draws: 5,
  replications: 10,
  detailReplications: 10,
  alternatives: [
    { id: 'baseline', name: { en: 'Today', zh: '现状' } },
    { id: 'good', name: { en: 'A "good" <b>plan</b>', zh: '“好”方案' } },
    { id: 'bad', name: { en: 'Bad', zh: '坏方案' } },
  ],
  metrics: [
    METRIC,
    { ...METRIC, id: 'gross-margin', differences: changed([7e5, -8e5]) },
    { ...METRIC, id: 'rep-turnover', unit: 'share', differences: changed([-0.1, 0.02]) },
  ],
  months: [{ id: 'revenue', unit: 'money', levels: fan, differences: fan.slice(1) }],
  cost: {
    quantiles: [1, 1.2, 0.9].map((by) => Array.from({ length: 51 }, (_, k) => by * (1e6 + 1e4 * k))),
    means: [1.25e6, 1.5e6, 1.125e6],
    dearer: [0.9, 0.1],
  },
  reachedQuota: {
    bins: { from: 0, to: 2, count: 4 },
    counts: [
      [1, 2, 2, 1],
      [1, 1, 2, 2],
      [2, 2, 1, 1],
    ],
    pay: [
      [null, 1e4, 2e4, 3e4],
      [1e3, 1e4, 3e4, 5e4],
      [1e3, 9e3, 1e4, 2e4],
    ],
    bands: [
      [0.1, 0.4, 0.3, 0.2],
      [0.1, 0.3, 0.3, 0.3],
      [0.2, 0.5, 0.2, 0.1],
    ],
  },
  winners: [
    [tenth(1e3), tenth(2e4)],
    [tenth(-1e3), tenth(-2e4)],
  ],
  pay: PAY,
  people: [1, 1.2, 0.9].map((by) => ({
    bookings: [1e6, 2e6, 3e6].map((x) => by * x),
    pay: [1e5, 3e5, 2e5],
    passedOver: [false, false, true],
  })),
  years: (['poor', 'usual', 'good'] as const).map((kind, k) => ({
    kind,
    against: [-0.2, 0, 0.2][k]!,
    bookings: [1e6 * (k + 1), 2e6, 3e6],
    pay: [4e5, 6e5, 5e5 * k],
    contribution: [-1e5, 2e5, 3e5],
  })),
  together: [{ alternative: 2, parts: [1, 1], extra: { mean: -5e4, interval: [-7e4, -3e4] } }],
  stages: [
    {
      id: 'lead',
      name: { en: 'Lead', zh: '线索' },
      entered: [9, 9, 9],
      conversion: [0.5, 0.6, 0.4],
      days: [3, 2, 4],
    },
  ],
  tiers: [{ id: 'a', churned: [0.1, 0.08, 0.2], repeatRevenue: [1, 2, 3] }],
  retention: [
    [0.99, 0.98],
    [0.99, 0.985],
    [0.98, 0.95],
  ],
  drivers: [1, -1].map((sign) => [
    {
      id: 'x',
      name: { en: 'Unknown', zh: '未知数' },
      kind: 'context' as const,
      unit: 'share',
      low: 0.1,
      high: 0.2,
      atLow: sign * 1e5,
      atHigh: sign * 9e5,
      correlation: 0.9,
      clear: true,
    },
  ]),
  why: ['good', 'bad'].map((alternative) => ({
    alternative,
    steps: [
      {
        id: 'agile',
        kind: 'practice' as const,
        name: { en: 'Agile', zh: '敏捷' },
        added: effect(2),
        leftOut: effect(1),
      },
      {
        id: 'pay',
        kind: 'pay' as const,
        name: { en: 'Pay plan', zh: '薪酬方案' },
        added: effect(3),
        leftOut: effect(2),
      },
    ],
    total: effect(5),
  })),
};

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
    expect(of('worth')).toContain(
      'Bad: cost +¥200 k, gross margin −¥800 k, so net contribution −¥1.00 m a year',
    );
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
