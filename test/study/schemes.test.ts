import { describe, expect, it, vi } from 'vitest';
import { OLD_HABIT } from '../../engine/study/index.ts';
import { problemsOf, study } from './sources.ts';

/**
 * A catalogue of which the reader must not care what is in it: three plan types, two of them here as schemes, and
 * rules of lead routing on which two practices disagree.
 */
vi.mock('../../engine/schemes/registry.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../engine/schemes/registry.ts')>();
  const changes: Record<string, object> = {
    agile: { policies: { routing: 'score' } },
    'customer-tiering': { kind: 'scheme' },
    'team-based': { kind: 'scheme', policies: { routing: 'specialism' } },
  };
  const SCHEMES = original.SCHEMES.map((one) => ({ ...one, ...changes[one.id] }));
  return { ...original, SCHEMES, schemeById: (id: string) => SCHEMES.find((one) => one.id === id) };
});

/** Practices of an alternative as `id start–stop`. */
function practices(body: string, id: string): string[] {
  const { adoptions } = study(body).alternatives.find((one) => one.id === id)!;
  return adoptions.map(
    (a) => `${a.scheme} ${a.startDay === OLD_HABIT ? 'always' : a.startDay}–${a.stopDay ?? 'on'}`,
  );
}

describe('schemes', () => {
  it('are a list of ids and maps, or one map', () => {
    const list =
      'baseline: { schemes: [team-based, { customer-tiering: { focus: 1.5, start: 1 month } }] }\n';
    const map = 'baseline: { schemes: { team-based: , customer-tiering: { focus: 1.5, start: 1 month } } }\n';
    expect(practices(list, 'baseline')).toEqual(['team-based always–on', 'customer-tiering 21–on']);
    expect(study(map)).toEqual(study(list));
    expect(study(list).alternatives[0]!.adoptions[1]!.options).toEqual({ focus: 1.5 });
  });

  it('come after the plan type', () => {
    const body = 'baseline: { schemes: [customer-tiering] }\nalternatives: { one: { plan-type: agile } }\n';
    expect(practices(body, 'one')).toEqual(['agile 0–on', 'customer-tiering always–on']);
  });

  it('are added and removed by an alternative, from its own start on', () => {
    const body = `baseline: { schemes: [team-based] }
alternatives:
  more: { start: 2 months, schemes: { add: [{ customer-tiering: { ramp: 1 month } }] } }
  less: { start: 2 months, schemes: { remove: [team-based] } }
  other: { schemes: { add: [{ customer-tiering: { start: 1 month } }], remove: [team-based] } }
`;
    expect(practices(body, 'more')).toEqual(['team-based always–on', 'customer-tiering 42–on']);
    expect(practices(body, 'less')).toEqual(['team-based always–42']);
    expect(practices(body, 'other')).toEqual(['team-based always–0', 'customer-tiering 21–on']);
  });

  it('are exactly those of a full list', () => {
    const body = `baseline: { schemes: [team-based] }
alternatives:
  same: { schemes: [team-based] }
  none: { schemes: [] }
  other: { schemes: [customer-tiering], start: 1 month }
  tuned: { schemes: [{ team-based: { pod-size: 6 } }, customer-tiering] }
`;
    expect(practices(body, 'same')).toEqual(['team-based always–on']);
    expect(practices(body, 'none')).toEqual(['team-based always–0']);
    expect(practices(body, 'other')).toEqual(['team-based always–21', 'customer-tiering 21–on']);
    expect(practices(body, 'tuned')).toEqual(['team-based always–on', 'customer-tiering 0–on']);
    expect(study(body).alternatives[4]!.adoptions[0]!.options).toEqual({ podSize: 6 });
  });

  it('may be staged', () => {
    const body = `company: { teams: [east, west] }
baseline: { plan-type: structured }
alternatives:
  one: { schemes: { add: [{ team-based: { start: 3 months, stop: 9 months, where: { team: east } } }] } }
`;
    expect(study(body).alternatives[1]!.adoptions[1]).toEqual({
      scheme: 'team-based',
      options: {},
      startDay: 63,
      stopDay: 189,
      rampDays: 0,
      where: { teams: [0] },
    });
  });

  it.each([
    ['baseline: { schemes: [team-based, team-based] }\n', '1:35 duplicate-scheme'],
    ['baseline: { plan-type: team-based }\n', '1:24 wrong-kind'],
    ['baseline: { schemes: [{ agile: {} }] }\n', '1:25 wrong-kind'],
    ['baseline: { schemes: [team-bsed] }\n', '1:23 unknown-name'],
    [
      'baseline: { schemes: [team-based] }\nalternatives: { a: { schemes: { add: [team-based] } } }\n',
      '2:39 already-in-use',
    ],
    [
      'baseline: { schemes: [team-based] }\nalternatives: { a: { schemes: { remove: [team-bsed] } } }\n',
      '2:42 not-in-use',
    ],
  ])('are refused as %s', (body, problem) => {
    expect(problemsOf(body)).toEqual([problem]);
  });
});

describe('practices that choose differently', () => {
  it('are refused where they are in force together', () => {
    expect(problemsOf('baseline: { plan-type: agile, schemes: [team-based] }\n')).toEqual([
      '1:11 policy-conflict',
    ]);
    const body = 'baseline: { plan-type: agile }\nalternatives: { a: { schemes: { add: [team-based] } } }\n';
    expect(problemsOf(body)).toEqual(['2:31 policy-conflict']);
  });

  it('are named once, where they come together', () => {
    const body =
      'baseline: { plan-type: agile, schemes: [team-based] }\nalternatives: { a: {}, b: { start: 1 month } }\n';
    expect(problemsOf(body)).toEqual(['1:11 policy-conflict']);
  });

  it('may follow one another', () => {
    const body = `baseline: { plan-type: agile }
alternatives: { a: { plan-type: none, schemes: { add: [team-based] }, start: 3 months } }
`;
    expect(practices(body, 'a')).toEqual(['agile always–63', 'team-based 63–on']);
  });
});
