import type { ChartData, ChartMetric, ChartTenth } from '../../../web/contract/charts.ts';

/** A metric of two changes, the first good, the second bad. */
export const METRIC: ChartMetric = {
  id: 'net-contribution',
  name: { en: 'Net contribution', zh: '净贡献' },
  formula: { en: 'what is left', zh: '剩余' },
  unit: 'money',
  better: 'higher',
  overHorizon: true,
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
/** A mean with an interval of one to either side. */
export const effect = (mean: number) => ({ mean, interval: [mean - 1, mean + 1] as [number, number] });
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
export const DATA: ChartData = {
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
