import { describe, expect, test } from 'vitest';
import { duration, ProgressView } from '../../engine/cli/progress.ts';
import { pad, textTable, width, wrap } from '../../engine/cli/text-table.ts';
import { expectedReplications } from '../../engine/conduct/index.ts';

describe('text tables', () => {
  test('Chinese characters take two columns', () => {
    expect(width('净贡献')).toBe(6);
    expect(pad('净', 4, 'right')).toBe('  净');
    const lines = textTable(
      ['指标', 'x'],
      [
        ['净贡献', '1'],
        ['a', '22'],
      ],
      ['left', 'right'],
    );
    expect(lines).toEqual(['指标     x', '──────  ──', '净贡献   1', 'a       22']);
  });

  test('wraps between words and between Chinese characters, never before a closing mark', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    // A number stays with its unit.
    expect(wrap('between 31.4 %–60.0 % more', 14)).toEqual(['between', '31.4 %–60.0 %', 'more']);
    const lines = wrap('预期变化在一与二之间；单看一年，多数年份优于现状。', 20, '  ');
    for (const line of lines) {
      expect(width(line)).toBeLessThanOrEqual(20);
      expect(line.trim()).not.toMatch(/^[，；。]/);
    }
    expect(lines.map((line) => line.trim()).join('')).toBe(
      '预期变化在一与二之间；单看一年，多数年份优于现状。',
    );
  });
});

describe('progress', () => {
  const reading = { finished: 100, target: 125, precision: { now: 0.04, wanted: 0.02 } };

  test('expects replications to grow with the square of the precision missing, within the budget', () => {
    expect(expectedReplications(reading, 10_000)).toBe(400);
    expect(expectedReplications(reading, 300)).toBe(300);
    expect(expectedReplications({ ...reading, precision: null }, 10_000)).toBe(125);
  });

  test('a bar with rate and time left on a terminal, lines elsewhere', () => {
    for (const terminal of [true, false]) {
      let time = 0;
      const written: string[] = [];
      const view = new ProgressView(
        { write: (text) => written.push(text), terminal, now: () => time },
        'en',
        10_000,
      );
      view.update({ ...reading, finished: 0, precision: null });
      time = 10_000;
      view.update(reading);
      view.end();
      const shown = written.join('');
      expect(shown).toContain('100 replications · 10/s · left 30 s · precision ±2.00 × wanted');
      expect(shown.includes('\r')).toBe(terminal);
      expect(written.length).toBe(terminal ? 3 : 1);
    }
  });

  test('durations', () => {
    expect([duration(12.1, 'en'), duration(600, 'en'), duration(9000, 'zh')]).toEqual([
      '13 s',
      '10 min',
      '2.5 小时',
    ]);
  });
});
