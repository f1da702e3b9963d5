import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem, type Problem, ProblemsError } from '../../engine/kernel/problems.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { disk } from './sources.ts';

const FOLDER = 'scenarios/broken/plans';

/** What is wrong with each file: `line:column code`. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'bad-target.yaml': ['4:1 bad-plan', '4:10 wrong-unit'],
  'best-of-rates.yaml': ['4:3 bad-plan'],
  'cap-below-threshold.yaml': ['9:10 cap-below-threshold'],
  'ends-too-early.yaml': ['9:7 tier-gap'],
  'extends-itself.yaml': ['1:10 cyclic-extends'],
  'extends-nothing.yaml': ['1:10 no-file'],
  'falling-tiers.yaml': ['4:91 not-rising'],
  'falls-for-ever.yaml': ['10:12 bad-plan'],
  'first-tier-missing.yaml': ['4:73 tier-gap'],
  'flat-and-wrong.yaml': ['7:6 bad-plan', '8:1 unknown-key'],
  'gap-between-tiers.yaml': ['12:17 tier-gap'],
  'gate-on-nothing.yaml': ['9:20 absent-measure', '10:20 bad-plan'],
  'goal-weights.yaml': ['5:49 bad-weights'],
  'level-adds-up.yaml': ['4:53 bad-period', '4:78 bad-plan', '5:66 bad-seasonality'],
  'matrix-shape.yaml': ['11:93 bad-table'],
  'misses-its-target.yaml': ['4:13 off-target'],
  'modifier-on-nothing.yaml': ['9:20 absent-measure'],
  'no-target.yaml': ['1:1 missing-key'],
  'not-said.yaml': [
    '5:49 not-said',
    '6:3 not-said',
    '7:66 not-said',
    '8:60 not-said',
    '9:63 not-said',
    '10:59 not-said',
    '11:36 not-said',
    '12:34 not-said',
    '14:6 not-said',
    '15:7 not-said',
    '16:11 not-said',
  ],
  'overlapping-tiers.yaml': ['10:17 tier-overlap'],
  'patched-out-of-range.yaml': ['../../plans/saas-marginal-accelerators.yaml:7:13 off-target'],
  'patches.yaml': [
    '3:13 bad-patch',
    '4:60 bad-patch',
    '5:13 bad-patch',
    '7:13 unknown-key',
    '8:27 unknown-name',
  ],
  'thousands-in-braces.yaml': ['5:60 wrong-unit', '6:20 unknown-key'],
  'two-payouts.yaml': ['4:52 two-payouts', '5:12 missing-key', '6:11 missing-key'],
  'unknown-keys.yaml': ['2:1 unknown-key', '5:57 unknown-key'],
  'unknown-measure.yaml': ['3:82 missing-key', '5:21 absent-measure', '6:35 already-said'],
  'weights.yaml': ['6:19 bad-weights'],
  'whole-tiers-accelerated.yaml': ['10:5 bad-plan', '16:24 bad-plan', '16:56 bad-plan'],
  'wrong-currency.yaml': ['4:37 wrong-unit'],
};

/** What was probably meant, where something was. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  'flat-and-wrong.yaml': ['bonus'],
  'gate-on-nothing.yaml': ['margin'],
  'patches.yaml': ['commission', 'threshold'],
  'unknown-keys.yaml': ['salary', 'threshold'],
  'unknown-measure.yaml': ['new-business'],
};

function problemsIn(name: string): readonly Problem[] {
  try {
    readPlan(`${FOLDER}/${name}`, disk);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe('broken plans', () => {
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
    expect(problemsIn('gap-between-tiers.yaml').map((p) => formatProblem(p, 'en'))).toEqual([
      'scenarios/broken/plans/gap-between-tiers.yaml:12:17: components.commission.rates[1].from: found “510万”; expected 5000000: between 5000000 and 5100000 no rate is given.',
    ]);
    expect(problemsIn('misses-its-target.yaml').map((p) => formatProblem(p, 'zh'))).toEqual([
      'scenarios/broken/plans/misses-its-target.yaml:4:13: target-pay: 按方案自己的表，达标时全年发 29700；应为 28500，误差不超过 2%。',
    ]);
  });
});
