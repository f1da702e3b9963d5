import { expect, test } from 'vitest';
import {
  counted,
  digits,
  formatDifference,
  formatMoney,
  formatShare,
  formatValue,
  outOfTen,
} from '../../engine/kernel/format.ts';

test('money is written short, with the sign first, in both languages', () => {
  expect(formatMoney(2_100_000, 'CNY', 'en')).toBe('¥2.10 m');
  expect(formatMoney(2_100_000, 'CNY', 'zh')).toBe('¥210 万');
  expect(formatMoney(120_000_000, 'CNY', 'zh')).toBe('¥1.20 亿');
  expect(formatMoney(-80_000, 'USD', 'en')).toBe('−$80.0 k');
  expect(formatMoney(3.2e9, 'EUR', 'en')).toBe('€3.20 bn');
  expect(formatMoney(0, 'CNY', 'en')).toBe('¥0');
  expect(formatMoney(12, 'CHF', 'en')).toBe('CHF 12.0');
  expect(formatMoney(Number.NaN, 'CNY', 'en')).toBe('–');
});

test('three significant digits, never in exponent form', () => {
  expect([0, 0.1234, 1.234, 12.34, 123.4, 123_456].map(digits)).toEqual([
    '0',
    '0.123',
    '1.23',
    '12.3',
    '123',
    '123456',
  ]);
  expect(digits(Number.POSITIVE_INFINITY)).toBe('–');
});

test('shares are percentages and their differences percentage points', () => {
  expect(formatShare(0.4321)).toBe('43.2 %');
  expect(formatShare(0.0123)).toBe('1.23 %');
  expect(formatShare(-0.5)).toBe('−50.0 %');
  expect(formatDifference(0.021, 'share', 'CNY', 'en')).toBe('+2.10 pp');
  expect(formatDifference(-0.021, 'share', 'CNY', 'zh')).toBe('−2.10 个百分点');
});

test('every unit has its words in both languages', () => {
  expect(formatValue(12.34, 'days', 'CNY', 'en')).toBe('12.3 days');
  expect(formatValue(12.34, 'days', 'CNY', 'zh')).toBe('12.3 天');
  expect(formatValue(-3, 'points', 'CNY', 'en')).toBe('−3.00 points');
  expect(formatValue(-3, 'points', 'CNY', 'zh')).toBe('−3.00 分');
  expect(formatValue(5_000, 'money-per-day', 'CNY', 'en')).toBe('¥5.00 k/day');
  expect(formatValue(5_000, 'money-per-day', 'CNY', 'zh')).toBe('¥5000/日');
  expect(formatValue(1.5, 'ratio', 'CNY', 'en')).toBe('1.50');
  expect(formatDifference(1.5, 'ratio', 'CNY', 'en')).toBe('+1.50');
});

test('tenths say never and always only when it is so', () => {
  expect([0, 0.001, 0.26, 0.5, 0.999, 1].map(outOfTen)).toEqual(['0', '1', '3', '5', '9', '10']);
});

test('one of a thing is not told as several', () => {
  expect([counted(1, 'team'), counted(2, 'team'), counted(0, 'team')]).toEqual([
    '1 team',
    '2 teams',
    '0 teams',
  ]);
  expect([counted('1', 'month'), counted('1.5', 'month')]).toEqual(['1 month', '1.5 months']);
  expect([counted(1, 'person', 'people'), counted(4, 'person', 'people')]).toEqual(['1 person', '4 people']);
});
