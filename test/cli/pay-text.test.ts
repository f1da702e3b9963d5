import { beforeAll, describe, expect, test } from 'vitest';
import { payText } from '../../engine/cli/pay.ts';
import { width } from '../../engine/cli/text-table.ts';
import { type PayOutcome, type PaySplit, payReport } from '../../engine/experiment/index.ts';
import type { Language } from '../../engine/kernel/format.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { UnitRunner } from '../../engine/run/replicate.ts';
import type { NormalStudy } from '../../engine/study/index.ts';
import { PLAIN, studyOf } from '../laws/setting.ts';

const LONG = 'an-alternative-with-a-name-that-goes-on-and-on';
const LANGUAGES: readonly Language[] = ['en', 'zh'];

let study: NormalStudy;
let outcomes: readonly PayOutcome[];
let splits: PaySplit[];

beforeAll(() => {
  study = studyOf(
    { reps: 20, teams: 4 },
    {
      capped: { pay: { ...PLAIN.pay, threshold: 0.6, cap: 1.5 } },
      monthly: { pay: { ...PLAIN.pay, periodDays: 21 } },
      unmeasured: { pay: { ...PLAIN.pay, commission: 0, bonus: 0 } },
      [LONG]: { pay: { ...PLAIN.pay, salary: 9_000 } },
    },
  );
  const runner = new UnitRunner(study);
  outcomes = payReport(study, layoutOf(study), 3, (draw) => runner.run(draw));
  // The widest figures that a large company can bring.
  const wide = { mean: -27_900_000, interval: [-28_000_000, -27_902_500] as const };
  splits = study.alternatives.slice(1).map(({ id }, i) => ({
    alternative: id,
    mechanics: wide,
    behaviour: wide,
    practices: i === 0 ? wide : null,
    total: wide,
  }));
});

const shown = (language: Language): string[] => payText(study, outcomes, splits, language);

/** The tables of a text: rules with the lines above and below them. */
function tablesOf(lines: readonly string[]): { head: string; rule: string; rows: string[] }[] {
  return lines.flatMap((line, i) => {
    if (!/^─/.test(line)) return [];
    const end = lines.indexOf('', i);
    return [{ head: lines[i - 1]!, rule: line, rows: lines.slice(i + 1, end < 0 ? undefined : end) }];
  });
}

describe('what plans pay, in a terminal', () => {
  test.each(LANGUAGES)('is at most a hundred columns wide (%s)', (language) => {
    for (const line of shown(language)) expect(width(line), line).toBeLessThanOrEqual(100);
  });

  test.each(LANGUAGES)('stands in columns: no cell sticks out of its own (%s)', (language) => {
    const tables = tablesOf(shown(language));
    expect(tables.length).toBeGreaterThanOrEqual(7);
    for (const { head, rule, rows } of tables) {
      const cells = [...rule.matchAll(/─+/g)].map((match) => [match.index, match.index + match[0].length]);
      for (const line of [head, ...rows]) {
        expect(width(line), line).toBeLessThanOrEqual(width(rule));
        // Between two columns nothing stands but space.
        const columns = [...line].flatMap((sign) => (width(sign) === 2 ? [sign, ''] : [sign]));
        for (const [, end] of cells)
          expect((columns[end!] ?? ' ') + (columns[end! + 1] ?? ' '), line).toBe('  ');
      }
    }
  });

  test('calls the baseline what the comparison calls it, and nothing else', () => {
    expect(shown('en').join('\n')).not.toContain('baseline');
    expect(shown('en').filter((line) => line.startsWith('today')).length).toBeGreaterThanOrEqual(5);
    expect(shown('zh').join('\n')).not.toMatch(/baseline|today|基线/);
    expect(shown('zh').filter((line) => line.startsWith('现状')).length).toBeGreaterThanOrEqual(5);
  });

  test('says which marks are the plan’s own, and for whom there is nothing to tell', () => {
    const reached = tablesOf(shown('en')).find(({ head }) => head.startsWith('Periods reaching'))!;
    const row = (name: string): string => reached.rows.find((line) => line.startsWith(name))!;
    expect(row('today')).toMatch(/\(50 %\*\).*\(120 %\*\)/);
    expect(row('capped')).toMatch(/\(60 %\).*\(150 %\)/);
    const spread = tablesOf(shown('en')).find(({ head }) => head.startsWith('Periods by'))!;
    // No variable pay, so nothing to measure it by.
    expect(spread.rows.find((line) => line.startsWith('unmeasured'))!.trimEnd()).toMatch(/–$/);
  });

  test('shows ten bars, as high as the bookings beside an even spread', () => {
    const table = tablesOf(shown('en')).find(({ rows }) =>
      rows.some((line) => line.includes('as the days come')),
    )!;
    const bars = table.rows.map((line) => line.match(/[▁▂▃▄▅▆▇█]+/)?.[0] ?? '');
    expect(bars.every((one) => one.length === 10)).toBe(true);
    // Quarters and months spread days otherwise over tenths: each is told.
    expect(table.rows.filter((line) => line.includes('as the days come')).length).toBe(3);
    expect(bars[table.rows.findIndex((line) => line.includes('as the days come'))]).toBe('█'.repeat(10));
  });

  test('splits the rules from behaviour, and both from practices where there are any', () => {
    const parts = (): string[] =>
      tablesOf(shown('en'))
        .flatMap(({ rows }) => rows)
        .flatMap((line) => /(new rules|behaviour|other practices|together) +[+−0]/.exec(line)?.[1] ?? []);
    expect(parts().slice(0, 4)).toEqual(['new rules', 'behaviour', 'other practices', 'together']);
    splits = splits.slice(1);
    expect(parts().slice(0, 3)).toEqual(['new rules', 'behaviour', 'together']);
    splits = [];
    expect(parts()).toEqual([]);
  });
});
