import { describe, expect, test } from 'vitest';
import { formatProblem, nearest, type Problem, ProblemsError } from '../../engine/kernel/problems.ts';

const PROBLEM: Problem = {
  file: 'a.yaml',
  line: 3,
  column: 5,
  path: 'company.rep',
  code: 'unknown-key',
  found: { en: 'unknown key “rep”', zh: '未知的键“rep”' },
  expected: { en: 'one of reps, teams', zh: '应为 reps、teams 之一' },
  suggestion: 'reps',
};

test('a problem says where, what was found, what would be right and what was probably meant, in both languages', () => {
  expect(formatProblem(PROBLEM, 'en')).toBe(
    'a.yaml:3:5: company.rep: unknown key “rep”; one of reps, teams. Did you mean “reps”?',
  );
  expect(formatProblem(PROBLEM, 'zh')).toBe(
    'a.yaml:3:5: company.rep: 未知的键“rep”；应为 reps、teams 之一。您是否想写“reps”？',
  );
  expect(formatProblem({ ...PROBLEM, path: '', suggestion: null }, 'en')).toBe(
    'a.yaml:3:5: unknown key “rep”; one of reps, teams.',
  );
});

test('all problems of an input come at once', () => {
  const error = new ProblemsError([PROBLEM, { ...PROBLEM, line: 9 }]);
  expect(error).toBeInstanceOf(Error);
  expect(error.problems).toHaveLength(2);
  expect(error.message.split('\n').map((line) => line.slice(0, 10))).toEqual(['a.yaml:3:5', 'a.yaml:9:5']);
});

describe('the name that was probably meant', () => {
  const names = ['reps', 'teams', 'baseline', 'alternatives', 'plan-type'];

  test.each([
    ['rep', 'reps'],
    ['tems', 'teams'],
    ['baesline', 'baseline'],
    ['Alternatvies', 'alternatives'],
    ['plantype', 'plan-type'],
  ])('%s → %s', (written, meant) => expect(nearest(written, names)).toBe(meant));

  test('is none where nothing is near', () => {
    expect(nearest('horizon', names)).toBeNull();
    expect(nearest('', names)).toBeNull();
    expect(nearest('x'.repeat(5000), names)).toBeNull();
  });
});
