import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_FILE, ProblemsError, readStudy } from '../../engine/study/index.ts';
import { disk, memory } from './sources.ts';

/** Codes of what is wrong with a text; none when it is a sound study. Anything but located problems fails the test. */
function codes(text: string): string[] {
  try {
    readStudy('s.yaml', memory({ 's.yaml': text }));
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const p of error.problems) {
      expect(p.line).toBeGreaterThanOrEqual(1);
      expect(p.column).toBeGreaterThanOrEqual(1);
      // What a message repeats of a file must neither flood nor steer a terminal.
      expect(p.found.en.length + p.path.length).toBeLessThan(400);
      expect(`${p.path}${p.found.en}${p.found.zh}`).not.toMatch(/\p{Cc}/u);
    }
    return error.problems.map((p) => p.code);
  }
}

const RUNS = { seed: 1, numRuns: 200 };
const SOUND = disk.read('scenarios/industries/fmcg.yaml', null)!.text;

/** Processor time since `started`, so that a busy machine changes nothing. */
function cpuSeconds(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

describe('a file that is no study', () => {
  it('is refused when it is any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(codes(text)).not.toEqual([]);
      }),
      RUNS,
    );
  });

  it('is refused when it is made of what YAML is made of', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        ':',
        ' ',
        '\n',
        '- ',
        '? ',
        '{',
        '}',
        '[',
        ']',
        ',',
        '&x ',
        '*x',
        '!!set ',
        '|',
        '>',
        '"',
        "'",
        '#',
      ],
      ...[
        '<<',
        '%YAML 1.1',
        '---',
        '...',
        '\t',
        '1e9',
        '.nan',
        '0x1',
        'null',
        '\r\n',
        '\uFEFF',
        'schemelab: 1',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(codes(pieces.join(''))).not.toEqual([]);
      }),
      { ...RUNS, numRuns: 800 },
    );
  });

  it('is refused or read when it is a study with something broken', () => {
    fc.assert(
      fc.property(
        fc.nat(SOUND.length),
        fc.nat(12),
        fc.constantFrom('', ':', '{', ' ', '\n', '-', '%', '9', '*', '\u001b[2J', '.inf', 'extends: s.yaml'),
        (at, cut, put) => {
          codes(SOUND.slice(0, at) + put + SOUND.slice(at + cut));
        },
      ),
      RUNS,
    );
  });

  it('is refused or read when any value is in the place of another', () => {
    const keys = [
      'market',
      'company',
      'baseline',
      'alternatives',
      'run',
      'stages',
      'channels',
      'seasonality',
      'title',
    ];
    const inner = [
      'reps',
      'teams',
      'pay',
      'plan-type',
      'schemes',
      'a',
      'b',
      'horizon',
      'deal-value',
      'demo',
      'extends',
    ];
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(
          null,
          true,
          0,
          -1,
          1e308,
          '35%',
          '¥80k',
          'none',
          'agile',
          'a',
          '',
          '3 months',
          's.yaml',
        ),
        fc.dictionary(fc.constantFrom(...inner), tie('any'), { maxKeys: 4 }),
        fc.array(tie('any'), { maxLength: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 5 }), (body) => {
        codes(JSON.stringify({ schemelab: 1, context: 'b2b-saas', ...body }));
      }),
      { ...RUNS, numRuns: 800 },
    );
  });
});

describe('a file made to hurt', () => {
  it.each<[string, string, string[]]>([
    ['ten megabytes', 'schemelab: 1\n'.repeat(800_000), ['too-long']],
    ['a bomb of aliases', bomb(), ['unknown-key']],
    ['a bomb in a known place', `schemelab: 1\ncontext: b2b-saas\ncompany:\n${bomb()}`, ['unknown-key']],
    ['brackets without end', '['.repeat(100_000), ['too-deep']],
    ['maps without end', '{a: '.repeat(40_000), ['too-deep']],
    ['dashes without end', '- '.repeat(90_000), ['too-deep']],
    ['complex keys without end', '? '.repeat(90_000), ['too-deep']],
    ['mixed without end', '- ? '.repeat(45_000), ['too-deep']],
    [
      'indentation without end',
      Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      ['too-deep'],
    ],
    ['braces without number', '{}'.repeat(LONGEST_FILE / 2), ['too-long']],
    ['closing braces without number', '}'.repeat(LONGEST_FILE), ['too-long']],
    ['a plan of fifty tables of 150 rows', fiftyTables(), ['too-long']],
    ['a key of a hundred thousand letters', `${'k'.repeat(100_000)}: 1`, ['syntax']],
    [
      'a value of a hundred thousand letters',
      `schemelab: ${'v'.repeat(100_000)}`,
      ['missing-key', 'wrong-version'],
    ],
  ])('%s is refused at once', (_, text, expected) => {
    const started = process.cpuUsage();
    const found = codes(text);
    expect(found).toEqual(expect.arrayContaining(expected));
    // Quadratic work would take minutes; half a second is usual on a busy machine.
    expect(cpuSeconds(started)).toBeLessThan(10);
  });

  it.each<[string, string]>([
    ['keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['keys in braces', `{${Array.from({ length: 25_000 }, (_, i) => `k${i}`).join(',')}}`],
    ['words', `title: [${'ab,'.repeat(60_000)}]`],
    ['quotes', '"a" '.repeat(40_000)],
    ['comments', '#\n'.repeat(90_000)],
    ['anchors', Array.from({ length: 15_000 }, (_, i) => `- &a${i} x`).join('\n')],
    ['blanks', `title: 1${' '.repeat(150_000)}x\nmarket: { deal-value: "1${' '.repeat(40_000)}x" }`],
  ])('a file full of %s is refused at once', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(LONGEST_FILE);
    const started = process.cpuUsage();
    expect(codes(text)).not.toEqual([]);
    expect(cpuSeconds(started)).toBeLessThan(10);
  });

  it('with more mistakes than anybody reads is told of the first twenty', () => {
    expect(codes('{}'.repeat(9_000))).toEqual(Array(20).fill('syntax'));
  });

  it('names a file that is not there', () => {
    expect(() => readStudy('nowhere.yaml', memory({}))).toThrow('nowhere.yaml:1:1: there is no such file');
  });
});

/** The rows of a hundred pay plans, in one. */
function fiftyTables(): string {
  const rows = Array.from({ length: 150 }, (_, i) => `${i + 1}%: ${i + 1}%`).join(', ');
  return Array.from({ length: 50 }, (_, i) => `c${i}: { curve: { ${rows} } }`).join('\n');
}

/** Nine levels of nine aliases each: 3.5 billion values if it were expanded. */
function bomb(): string {
  const names = [...'abcdefghi'];
  return names
    .map((name, i) => {
      const before = i === 0 ? '"lol"' : `*${names[i - 1]}`;
      return `  ${name}: &${name} [${new Array(9).fill(before).join(', ')}]\n`;
    })
    .join('');
}
