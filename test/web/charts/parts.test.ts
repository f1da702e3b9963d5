import { describe, expect, test } from 'vitest';
import { CHARTS, partsTable, payTable } from '../../../web/charts/index.ts';
import type { RunDifference, RunResult } from '../../../web/contract/index.ts';
import { DATA } from './made-up.ts';

const difference = (mean: number, half: number): RunDifference => ({
  unit: 'CNY',
  mean,
  interval: [mean - half, mean + half],
  credible: [mean - half, mean + half],
  predictive: [mean - half, mean + half],
  probabilityBetter: 0.9,
  chanceBetter: 0.8,
  ignoranceShare: 0.5,
  correlation: 0.5,
  varianceReduction: 2,
  tied: 0,
});

const RESULT = {
  comparisons: [
    {
      alternative: 'a',
      against: 'baseline',
      verdict: '',
      verdictZh: '',
      metrics: { 'net-value': difference(1.5e6, 2e5) },
      parts: { inside: difference(-4e5, 1e5), atEnd: difference(1.9e6, 2e5) },
      payback: { months: 14, interval: [11, 19] },
    },
  ],
} as unknown as RunResult;

const RUN = { primary: 'net-value', currency: 'CNY', horizonDays: 504, confidence: 0.95 };

describe('the parts of net value', () => {
  test('stand beside it with both ends of every interval, and the payback time', () => {
    const table = partsTable(RESULT, RUN, 'en')!;
    expect(table.head[2]).toBe('Net contribution in two years');
    expect(table.rows).toEqual([
      {
        alternative: 'a',
        cells: [
          { mean: '+¥1.50 m', range: '+¥1.30 m … +¥1.70 m' },
          { mean: '−¥400 k', range: '−¥500 k … −¥300 k' },
          { mean: '+¥1.90 m', range: '+¥1.70 m … +¥2.10 m' },
        ],
        payback: '14 months (11 … 19)',
      },
    ]);
    expect(partsTable(RESULT, RUN, 'zh')!.head[2]).toBe('两年内净贡献');
  });

  test('are told of net value and net contribution alone', () => {
    expect(partsTable(RESULT, { ...RUN, primary: 'bookings' }, 'en')).toBeNull();
    expect(partsTable({ ...RESULT, comparisons: [] }, RUN, 'en')).toBeNull();
  });
});

test('what is told by the year of a shorter run says that it is scaled up', () => {
  const view = {
    language: 'en',
    theme: 'light',
    width: 700,
    change: 0,
    metric: 'net-contribution',
    figure: 'revenue',
    budget: null,
  } as const;
  const scaled = (horizonDays: number): string[] =>
    CHARTS.filter(({ make }) =>
      make({ ...DATA, horizonDays }, view)?.about.some((one) => /scaled up to a year/.test(one)),
    ).map((one) => one.id);
  expect(scaled(252)).toEqual([]);
  expect(scaled(126)).toEqual(expect.arrayContaining(['cost', 'winners', 'payout']));
  // Metrics are over the horizon, and need no such word.
  expect(scaled(126)).not.toContain('differences');
  expect(payTable({ ...DATA, horizonDays: 126 }, 'en')?.rows[0]?.about ?? '').toMatch(/scaled up/);
});
