import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PARAMETERS, type ProblemsError, readStudy } from '../../engine/study/index.ts';
import { memory, study } from './sources.ts';

const LANGUAGES = ['scenarios/README.md', 'scenarios/README.zh.md'].map((file) => readFileSync(file, 'utf8'));

/** The keys known at the place where `body` has the unknown key `zzz`, as its problem lists them. */
function known(body: string): string[] {
  try {
    study(body);
  } catch (error) {
    const problem = (error as ProblemsError).problems.find((p) => p.code === 'unknown-key');
    return problem!.expected.en.replace('known here: ', '').split(', ');
  }
  return [];
}

describe('the reference of study files', () => {
  it.each([
    ['zzz: 1\n', 14],
    ['company: { zzz: 1 }\n', 3],
    ['baseline: { zzz: 1 }\n', 4],
    ['baseline: { pay: { extends: context, zzz: 1 } }\n', 13],
    ['baseline: { plan-type: { agile: { zzz: 1 } } }\n', 5],
    ['baseline: { plan-type: { agile: { where: { zzz: 1 } } } }\n', 4],
    ['alternatives: { a: { zzz: 1 } }\n', 8],
    ['alternatives: { a: { levers: [{ zzz: 1 }] } }\n', 4],
    ['stages: { demo: { zzz: 1 } }\n', 5],
    ['channels: { website: { zzz: 1 } }\n', 4],
    ['run: { zzz: 1 }\n', 11],
  ])('names every key of %s', (body, atLeast) => {
    const keys = known(body);
    expect(keys.length).toBeGreaterThanOrEqual(atLeast);
    for (const reference of LANGUAGES) {
      for (const key of keys) expect(reference, key).toMatch(new RegExp(`[\`{, (]${key}[\`}:, ;)]`));
    }
  });

  it('names every number of the context', () => {
    for (const reference of LANGUAGES) {
      for (const { id } of PARAMETERS) expect(reference).toContain(`| \`${id.split('.')[1]}\` |`);
    }
  });

  it.each(LANGUAGES)('shows a study that is sound', (reference) => {
    const [, example] = /```yaml\n([^`]*)```/.exec(reference)!;
    const s = readStudy('example.yaml', memory({ 'example.yaml': example! }));
    expect(s.alternatives.map((one) => one.id)).toEqual(['baseline', 'uncapped', 'agile-later']);
    expect(s.alternatives[2]!.adoptions.at(-1)).toMatchObject({ scheme: 'agile', startDay: 63 });
  });
});
