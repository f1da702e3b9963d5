import { describe, expect, test } from 'vitest';
import { horizonText, markOf, sizeText, warningText } from '../../engine/experiment/said.ts';
import { formatRange } from '../../engine/kernel/format.ts';

test('a horizon in words', () => {
  const both = (months: number): string[] =>
    (['en', 'zh'] as const).map((one) => horizonText(months * 21, one));
  expect(both(12)).toEqual(['a year', '一年']);
  expect(both(24)).toEqual(['two years', '两年']);
  expect(both(6)).toEqual(['half a year', '半年']);
  expect(both(15)).toEqual(['15 months', '15 个月']);
  expect(both(1)).toEqual(['a month', '1 个月']);
  expect(both(144)).toEqual(['144 months', '144 个月']);
});

test('every way a run ends has its words in both languages', () => {
  for (const stoppedBy of ['decided', 'precision', 'budget', 'fixed', 'unfinished']) {
    const run = { replications: 100, draws: 20, stoppedBy };
    expect(sizeText(run, 'en')).toMatch(/^100 replications over 20 parameter draws; [a-z ,]{10,}\.$/);
    expect(sizeText(run, 'en')).not.toContain(stoppedBy === 'fixed' ? 'fixed' : 'unfinished');
    expect(sizeText(run, 'zh')).toMatch(/^20 组参数抽样，共 100 次模拟；[\u4e00-\u9fff，、]{4,}。$/);
  }
});

test('warnings, and alarms in their own words', () => {
  const result = { alarms: [{ code: 'odd:a', text: { en: 'Odd.', zh: '怪。' } }] };
  const said = (warning: string): string => warningText(result, warning, (id) => `<${id}>`, 'en');
  expect(said('odd:a')).toBe('Odd.');
  expect(said('pairing-hurts:b')).toMatch(/^<b>: the shared random numbers/);
  expect(said('few-draws')).toMatch(/Fewer than 10/);
  expect(said('of-later-versions')).toBe('of-later-versions');
});

describe('a change', () => {
  test('is marked by its interval, and as small where it is no news', () => {
    const change = (low: number | null, high: number | null, tied = 0) => ({
      interval: [low, high] as const,
      tied,
    });
    expect(markOf(change(1, 2), 'higher', true)).toBe('better');
    expect(markOf(change(1, 2), 'lower', true)).toBe('worse');
    expect(markOf(change(1, 2), 'none', true)).toBe('changed');
    expect(markOf(change(1, 2), 'lower', false)).toBe('small');
    // However skewed: 0 is inside.
    expect(markOf(change(-0.01, 5), 'higher', true)).toBe('unclear');
    expect(markOf(change(null, null), 'higher', false)).toBe('unclear');
    expect(markOf(change(null, null, 1), 'higher', false)).toBe('same');
  });

  test('is shown with both ends of its interval', () => {
    expect(formatRange([-0.0012, 0.304], 'share', 'CNY', 'en')).toBe('−0.120 … +30.4 pp');
    expect(formatRange([-0.0012, 0.304], 'share', 'CNY', 'zh')).toBe('−0.120 … +30.4 个百分点');
    expect(formatRange([-1.2e3, 3.4e6], 'money', 'CNY', 'en')).toBe('−¥1.20 k … +¥3.40 m');
    expect(formatRange([1, 2], 'days', 'CNY', 'zh')).toBe('+1.00 … +2.00 天');
  });
});
