import { expect, test } from 'vitest';
import { runOptions } from '../../../web/client/study/run-options.ts';

const of = (alternatives: Record<string, object>): ReturnType<typeof runOptions> =>
  runOptions(JSON.parse(JSON.stringify({ schemelab: 1, alternatives })));

test('a run takes apart what has several steps, as long as those are few', () => {
  const add = (...ids: string[]): object => ({ schemes: { add: ids } });
  expect(of({ a: add('training') })).toEqual({});
  expect(of({ a: add('training', 'lean') })).toEqual({ explain: true });
  expect(of({ a: { ...add('training'), pay: { cap: 'none' } } })).toEqual({ pay: true, explain: true });
  expect(of({ a: { 'plan-type': 'agile', schemes: { remove: ['lean'] } } })).toEqual({ explain: true });
  expect(of({ a: add('training'), b: { ...add('lean'), extends: 'a' } })).toEqual({ explain: true });
  expect(of({ a: add('a', 'b', 'c', 'd', 'e'), b: add('a', 'b', 'c', 'd') })).toEqual({});
});
