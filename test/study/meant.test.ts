/** A practice suggests itself to who writes its name, or nearly, in either language. */
import { expect, test } from 'vitest';
import { ProblemsError } from '../../engine/kernel/problems.ts';
import { meantScheme, SCHEMES } from '../../engine/schemes/index.ts';
import { study } from './sources.ts';

test('every practice is meant by its id and by its name in both languages', () => {
  for (const { id, name } of SCHEMES)
    expect([id, name.en, name.zh].map((written) => meantScheme(written))).toEqual([id, id, id]);
});

test.each([
  ['strutured', undefined, 'structured'],
  ['客户分层', undefined, 'customer-tiering'],
  ['结构化', 'plan-type', 'structured'],
  ['结构化', 'scheme', null],
  ['something else altogether', undefined, null],
] as const)('%s, as %s, means %s', (written, kind, id) => {
  expect(meantScheme(written, kind)).toBe(id);
});

test.each([
  ['baseline: { plan-type: 结构化 }\n', 'structured'],
  ['baseline: { schemes: { 培训成长: {} } }\n', 'training'],
  ['baseline: { schemes: [{ 培训成长: {} }] }\n', 'training'],
])('in a study: %s', (body, id) => {
  const suggestions: (string | null)[] = [];
  try {
    study(body);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    suggestions.push(...error.problems.map((one) => one.suggestion));
  }
  expect(suggestions).toEqual([id]);
});
