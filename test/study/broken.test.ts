import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem, type Problem, ProblemsError, readStudy } from '../../engine/study/index.ts';
import { disk } from './sources.ts';

const FOLDER = 'scenarios/broken';

/** What is wrong with each file of scenarios/broken: `line:column code`, or `file:line:column code` of a part. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'a-list.yaml': ['1:1 not-a-map'],
  'after-the-end.yaml': ['4:35 out-of-range'],
  'alias.yaml': ['4:9 alias'],
  'bad-distribution.yaml': ['4:17 bad-distribution', '5:13 bad-distribution', '6:25 bad-distribution'],
  'bad-name.yaml': ['4:3 bad-name'],
  'bad-period.yaml': ['4:36 bad-period'],
  'binary.yaml': ['2:10 not-text'],
  'cap-below-threshold.yaml': ['4:49 bad-plan'],
  'channel-shares.yaml': ['4:3 bad-shares'],
  'cyclic-alternative.yaml': ['5:26 cyclic-extends'],
  'cyclic-plan.yaml': ['parts/cyclic-plan-b.yaml:1:10 cyclic-extends'],
  'cyclic-study.yaml': ['parts/cyclic-study.yaml:2:10 cyclic-extends'],
  'duplicate-alternative.yaml': ['5:3 duplicate-key'],
  'eleven-years.yaml': ['3:17 out-of-range'],
  'empty.yaml': ['1:1 empty'],
  'full-day.yaml': ['6:11 full-day'],
  'half-a-plan.yaml': ['4:8 missing-key'],
  'in-use-already.yaml': ['5:23 already-in-use'],
  'many-at-once.yaml': [
    '1:1 missing-key',
    '2:1 unknown-key',
    '3:18 out-of-range',
    '4:25 out-of-range',
    '5:24 unknown-name',
    '6:17 out-of-range',
  ],
  'mid-period-pay.yaml': ['6:16 not-whole-periods'],
  'missing-context.yaml': ['1:1 missing-key'],
  'named-baseline.yaml': ['4:3 reserved-name'],
  'no-horizon.yaml': ['3:17 out-of-range'],
  'no-plan-file.yaml': ['3:18 no-file'],
  'no-such-plan.yaml': ['3:18 unknown-name'],
  'not-a-number.yaml': ['4:17 not-finite', '5:15 not-finite', '6:13 not-finite'],
  'not-in-use.yaml': ['4:30 not-in-use'],
  'option-out-of-range.yaml': ['4:40 out-of-range'],
  'seasonality.yaml': ['3:14 bad-seasonality'],
  'share-over-100.yaml': ['4:17 out-of-range'],
  'spread-out-of-range.yaml': [
    '5:15 out-of-range',
    '6:17 out-of-range',
    '8:14 bad-distribution',
    '10:23 out-of-range',
  ],
  'tab.yaml': ['4:1 syntax'],
  'too-many-reps.yaml': ['3:19 out-of-range'],
  'two-documents.yaml': ['3:1 syntax'],
  'unclosed-json.yaml': ['2:14 syntax', '3:4 syntax'],
  'unclosed.yaml': ['4:1 syntax'],
  'unknown-context.yaml': ['2:10 unknown-name'],
  'unknown-key.yaml': ['3:12 unknown-key', '5:3 unknown-key'],
  'unknown-lever.yaml': ['6:18 unknown-name', '7:9 missing-key'],
  'unknown-metric.yaml': ['3:17 unknown-name'],
  'unknown-plan-type.yaml': ['3:24 unknown-name'],
  'unknown-scheme.yaml': ['4:13 unknown-name', '4:28 wrong-kind'],
  'unknown-team.yaml': ['5:49 unknown-name'],
  'warm-up.yaml': ['3:17 not-whole-periods'],
  'wrong-currency.yaml': ['4:15 wrong-unit'],
  'wrong-unit.yaml': ['4:24 wrong-unit', '5:13 wrong-unit'],
  'wrong-version.yaml': ['1:12 wrong-version'],
  'zero-reps.yaml': ['3:18 out-of-range'],
};

/** What was probably meant, where something was. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  'many-at-once.yaml': ['context', 'agile'],
  'no-such-plan.yaml': ['context'],
  'unknown-context.yaml': ['b2b-saas'],
  'unknown-key.yaml': ['reps', 'plan-type'],
  'unknown-lever.yaml': ['leakage'],
  'unknown-metric.yaml': ['net-contribution'],
  'unknown-plan-type.yaml': ['agile'],
  'unknown-team.yaml': ['east'],
};

function problemsIn(name: string): readonly Problem[] {
  try {
    readStudy(`${FOLDER}/${name}`, disk);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe('broken studies', () => {
  it('are all in the table', () => {
    expect([...files].sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(files)('%s is refused at the right place', (name) => {
    const problems = problemsIn(name);
    const places = problems.map((p) => {
      const file = relative(FOLDER, p.file);
      return `${file === name ? '' : `${file}:`}${p.line}:${p.column} ${p.code}`;
    });
    expect(places).toEqual(EXPECTED[name]);
    expect(problems.flatMap((p) => p.suggestion ?? [])).toEqual(MEANT[name] ?? []);
  });

  it.each(files)('%s is explained in English and Chinese', (name) => {
    for (const problem of problemsIn(name)) {
      const en = formatProblem(problem, 'en');
      const zh = formatProblem(problem, 'zh');
      expect(`${en}${zh}`).not.toMatch(/undefined|\[object/);
      expect(zh).toMatch(/\p{Script=Han}/u);
      // Chinese text is set with full-width punctuation.
      expect(`${problem.found.zh}；${problem.expected.zh}`).not.toMatch(
        /\p{Script=Han}[,;:()]|[,;()]\p{Script=Han}/u,
      );
      expect(en).toContain(`:${problem.line}:${problem.column}:`);
    }
  });

  it('say in words what was found and what would be right', () => {
    expect(problemsIn('share-over-100.yaml').map((p) => formatProblem(p, 'en'))).toEqual([
      'scenarios/broken/share-over-100.yaml:4:17: market.gross-margin: found “135%”; expected a share such as 35% or 0.35, from 0% to 100%.',
    ]);
    expect(problemsIn('unknown-context.yaml').map((p) => formatProblem(p, 'zh'))).toEqual([
      'scenarios/broken/unknown-context.yaml:2:10: context: 发现“b2b-sass”；应为其中之一：insurance、b2b-saas、medical-devices、fmcg、real-estate、custom-project。您是否想写“b2b-saas”？',
    ]);
  });
});
