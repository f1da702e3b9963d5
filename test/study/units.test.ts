import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantityQuantile } from '../../engine/random/distributions/quantity.ts';
import { Problems } from '../../engine/study/nodes.ts';
import { SourceFile } from '../../engine/study/source.ts';
import { readQuantity } from '../../engine/study/spread.ts';
import { readNumber, type Unit } from '../../engine/study/units.ts';

const EVERYTHING = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, currency: 'CNY' };

/** Reads `text` as a YAML value in a unit: the number, or the code of what is wrong. */
function read(text: string, unit: Unit): unknown {
  const problems = new Problems();
  const value = readNumber(new SourceFile('t', text, problems).root, { unit, ...EVERYTHING });
  return value ?? codeOf(problems);
}

function quantity(text: string, unit: Unit): unknown {
  const problems = new Problems();
  const value = readQuantity(new SourceFile('t', text, problems).root, { unit, ...EVERYTHING });
  const code = codeOf(problems);
  return code === 'nothing' ? value : code;
}

function codeOf(problems: Problems): string {
  try {
    problems.check();
  } catch (error) {
    return (error as { problems: { code: string }[] }).problems.map((p) => p.code).join(' ');
  }
  return 'nothing';
}

describe('a number in a study', () => {
  it.each<[string, Unit, unknown]>([
    // shares
    ['35%', 'share', 0.35],
    ['95 %', 'share', 0.95],
    ['120％', 'share', 1.2],
    ['0.35', 'share', 0.35],
    ['35 apples', 'share', 'wrong-unit'],
    ['¥35', 'share', 'wrong-unit'],
    ['3个点', 'share', 0.03],
    ['0.5 个百分点', 'share', 0.005],
    ['３．５％', 'share', 0.035],
    ['3 points', 'share', 'wrong-unit'],
    // money
    ['¥80k', 'money', 80_000],
    ['￥ 80k', 'money', 80_000],
    ['80,000', 'money', 80_000],
    ['80000', 'money', 80_000],
    ['8万', 'money', 80_000],
    ['1.2 亿元', 'money', 120_000_000],
    ['3百万', 'money', 3_000_000],
    ['2 million CNY', 'money', 2_000_000],
    ['RMB 5.5m', 'money', 5_500_000],
    ['-¥3k', 'money', -3_000],
    ['$80k', 'money', 'wrong-unit'],
    ['80k USD', 'money', 'wrong-unit'],
    ['€1', 'money', 'wrong-unit'],
    ['80 days', 'money', 'wrong-unit'],
    ['¥', 'money', 'wrong-unit'],
    ['8,00', 'money', 'wrong-unit'],
    ['1,,5', 'money', 'wrong-unit'],
    ['12,34', 'money', 'wrong-unit'],
    ['1,234,56', 'money', 'wrong-unit'],
    ['1234,567', 'money', 'wrong-unit'],
    ['2,4m', 'money', 'wrong-unit'],
    ['1.234.567', 'money', 'wrong-unit'],
    ['１２，３４５．６', 'money', 12_345.6],
    ['￥８万', 'money', 80_000],
    ['¥-3k', 'money', -3_000],
    ['−3k', 'money', -3_000],
    ['-¥-3k', 'money', 'wrong-unit'],
    ['.5m', 'money', 500_000],
    ['"5."', 'money', 'wrong-unit'],
    // counts
    ['12人', 'count', 12],
    ['１２ 人', 'count', 12],
    ['1.2万件', 'count', 12_000],
    ['1,200 units', 'count', 1_200],
    ['12元', 'count', 'wrong-unit'],
    ['人', 'count', 'wrong-unit'],
    // durations: 21 workdays a month, 63 a quarter, 252 a year; 365 calendar days a year
    ['90 days', 'workdays', 90],
    ['3 months', 'workdays', 63],
    ['2 quarters', 'workdays', 126],
    ['1 year', 'workdays', 252],
    ['12 weeks', 'workdays', 60],
    ['365 calendar days', 'workdays', 252],
    ['3 个月', 'workdays', 63],
    ['3个月', 'workdays', 63],
    ['10 工作日', 'workdays', 10],
    ['90', 'workdays', 90],
    ['90 hours', 'workdays', 'wrong-unit'],
    ['3 apples', 'workdays', 'wrong-unit'],
    ['半年', 'workdays', 126],
    ['half a year', 'workdays', 126],
    ['两个季度', 'workdays', 126],
    ['三个月', 'months', 3],
    ['半个月', 'months', 0.5],
    ['十二个月', 'months', 'wrong-unit'],
    ['半', 'months', 'wrong-unit'],
    ['5 months', 'months', 5],
    ['1 year', 'months', 12],
    ['63 days', 'months', 3],
    // hours
    ['42 hours', 'hours', 42],
    ['1.5h', 'hours', 1.5],
    ['30 min', 'hours', 0.5],
    ['2 小时', 'hours', 2],
    // Days of work or of the clock? Nobody can tell.
    ['2 days', 'hours', 'wrong-unit'],
    // rates
    ['20 per month', 'per-month', 20],
    ['240 a year', 'per-month', 20],
    ['1.5 per year', 'per-year', 1.5],
    ['0.5 per month', 'per-year', 6],
    ['20 per fortnight', 'per-month', 'wrong-unit'],
    // plain numbers
    ['1.5', 'ratio', 1.5],
    ['1e3', 'count', 1000],
    ['−0.4', 'log-odds', -0.4],
    ['70 points', 'points', 70],
    ['50%', 'ratio', 'wrong-unit'],
    ['true', 'ratio', 'wrong-unit'],
    ['"1;2"', 'ratio', 'wrong-unit'],
    // not numbers
    ['.nan', 'share', 'not-finite'],
    ['.inf', 'money', 'not-finite'],
    ['-.inf', 'workdays', 'not-finite'],
    ['1e999', 'ratio', 'not-finite'],
    ['"1e999"', 'ratio', 'not-finite'],
    ['9'.repeat(400), 'money', 'not-finite'],
    [`"${'9'.repeat(400)}"`, 'money', 'not-finite'],
    [`"${'9'.repeat(58)}e9"`, 'money', Number(`${'9'.repeat(58)}e9`)],
    ['[1]', 'share', 'wrong-unit'],
  ])('%s as %s is %s', (text, unit, expected) => {
    const found = read(text, unit);
    if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 9);
    else expect(found).toBe(expected);
  });

  it('keeps its limits', () => {
    const problems = new Problems();
    const file = new SourceFile('t', '120%', problems);
    expect(readNumber(file.root, { unit: 'share', min: 0, max: 1, currency: 'CNY' })).toBeUndefined();
    expect(codeOf(problems)).toBe('out-of-range');
  });

  it('reads any percentage and amount back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (n) => {
        expect(read(`${n / 1000}%`, 'share')).toBeCloseTo(n / 100_000, 12);
        expect(read(`${n < 0 ? '-' : ''}¥${Math.abs(n) / 100}k`, 'money')).toBeCloseTo(n * 10, 6);
        expect(read(`${n.toLocaleString('en-US')} CNY`, 'money')).toBe(n);
        expect(read(`${n / 1000}万元`, 'money')).toBeCloseTo(n * 10, 6);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('takes no longer for a long blank than for a short one', () => {
    // Backtracking over blanks would take hours here.
    expect(read(`"1${' '.repeat(100_000)}x"`, 'money')).toBe('wrong-unit');
  });
});

describe('a distribution in a study', () => {
  it.each<[string, Unit, unknown]>([
    ['{low: 10%, mode: 20%, high: 40%}', 'share', { low: 0.1, mode: 0.2, high: 0.4 }],
    ['{normal: [3 months, 5 days]}', 'workdays', { normal: [63, 5] }],
    ['{uniform: [¥1k, ¥2k]}', 'money', { uniform: [1000, 2000] }],
    ['{lognormal: [¥40k, 0.8]}', 'money', { lognormal: [40_000, 0.8] }],
    ['{lognormal: [¥40k, ¥1k]}', 'money', 'wrong-unit'],
    ['{lognormal: [40, 0.8]}', 'ratio', { lognormal: [40, 0.8] }],
    ['{low: 3, mode: 2, high: 4}', 'ratio', 'bad-distribution'],
    ['{low: 3, high: 4}', 'ratio', 'bad-distribution'],
    ['{uniform: [2, 1]}', 'ratio', 'bad-distribution'],
    ['{normal: [2, -1]}', 'ratio', 'out-of-range'],
    ['{normal: [-0.4, 0.1]}', 'log-odds', { normal: [-0.4, 0.1] }],
    ['{lognormal: [0, 1]}', 'ratio', 'bad-distribution'],
    ['{lognormal: [-2, 1]}', 'ratio', 'bad-distribution'],
    ['{lognormal: [40, 1e400]}', 'ratio', 'not-finite'],
    ['{normal: 2}', 'ratio', 'bad-distribution'],
    ['{normal: [2, 1], low: 1}', 'ratio', 'bad-distribution'],
    ['{mean: 2}', 'ratio', 'bad-distribution unknown-key'],
  ])('%s as %s', (text, unit, expected) => {
    expect(quantity(text, unit)).toEqual(expected);
  });

  it.each<[string, Unit, number, number, string]>([
    ['{lognormal: [¥80k, 1e300]}', 'money', 0, 1e9, 'from 0 to ∞'],
    ['{lognormal: [¥80k, 4]}', 'money', 0, 1e9, 'from 0.491537 to 13000000000'],
    ['{lognormal: [0.5, 0.3]}', 'share', 0, 1, 'from 20.328483% to 122.980156%'],
    ['{normal: [35%, 15%]}', 'share', 0, 1, 'from -10% to 80%'],
    ['{normal: [35%, 1e308]}', 'share', 0, 1, 'from −∞% to ∞%'],
    ['{normal: [3 months, 40 days]}', 'workdays', 0, 1000, 'from -57 to 183 workdays'],
  ])('%s as %s from %s to %s reaches too far', (text, unit, min, max, reach) => {
    const problems = new Problems();
    const file = new SourceFile('t', text, problems);
    expect(readQuantity(file.root, { unit, min, max, currency: 'CNY' })).toBeUndefined();
    expect(() => problems.check()).toThrow(`t:1:1: found a spread ${reach}; expected one from`);
  });

  it('never takes a value beyond what was checked', () => {
    for (const u of [1e-16, 0.001, 0.5, 0.999, 1 - 1e-16]) {
      const share = quantityQuantile({ normal: [0.35, 0.1] }, u);
      expect(share).toBeGreaterThanOrEqual(0.05 - 1e-12);
      expect(share).toBeLessThanOrEqual(0.65 + 1e-12);
      const money = quantityQuantile({ lognormal: [80_000, 0.5] }, u);
      expect(money).toBeGreaterThan(80_000 * Math.exp(-1.5) * (1 - 1e-12));
      expect(money).toBeLessThan(80_000 * Math.exp(1.5) * (1 + 1e-12));
    }
  });
});
