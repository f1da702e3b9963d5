import { describe, expect, it } from 'vitest';
import { OLD_HABIT } from '../../engine/study/index.ts';
import { problemsOf, study } from './sources.ts';

/** Practices as `id start–stop`. */
function practices(s: ReturnType<typeof study>, id: string): string[] {
  const { adoptions } = s.alternatives.find((one) => one.id === id)!;
  return adoptions.map((a) => {
    const start = a.startDay === OLD_HABIT ? 'always' : a.startDay;
    return `${a.scheme} ${start}–${a.stopDay ?? 'on'}`;
  });
}

describe('practices', () => {
  const base =
    'company: { reps: 8, teams: [east, west] }\nbaseline: { plan-type: structured }\nalternatives:\n';

  it('are old habits in the baseline', () => {
    expect(practices(study(base), 'baseline')).toEqual(['structured always–on']);
  });

  it('stay as they are where nothing is said', () => {
    const s = study(`${base}  same:\n  also: {}\n  again: { plan-type: structured }\n`);
    for (const id of ['same', 'also', 'again']) {
      expect({ ...s.alternatives.find((one) => one.id === id), id: 'baseline' }).toEqual(s.alternatives[0]);
    }
  });

  it('give way to another plan type on the day it starts', () => {
    const s = study(`${base}  now: { plan-type: agile }
  later: { plan-type: agile, start: 3 months }
  own-day: { plan-type: { agile: { start: 1 year, cadence-weeks: 2, stop: 18 months } } }
  dropped: { plan-type: none, start: 1 month }
run: { horizon: 2 years }
`);
    expect(practices(s, 'now')).toEqual(['structured always–0', 'agile 0–on']);
    expect(practices(s, 'later')).toEqual(['structured always–63', 'agile 63–on']);
    expect(practices(s, 'own-day')).toEqual(['structured always–on', 'agile 252–378']);
    expect(practices(s, 'dropped')).toEqual(['structured always–21']);
    expect(s.alternatives[3]!.adoptions[1]!.options).toEqual({ cadenceWeeks: 2 });
  });

  it('give way in part, for a time, or step by step', () => {
    const s = study(`${base}  pilot: { plan-type: { agile: { where: { team: east } } } }
  trial: { plan-type: { agile: { start: 1 month, stop: 7 months } } }
  spread: { plan-type: { agile: { start: 1 month, ramp: 3 months } } }
  tuned: { extends: pilot, plan-type: { agile: { cadence-weeks: 2 } } }
  back: { extends: pilot, plan-type: structured }
  on: { extends: pilot, plan-type: data-driven, start: 6 months }
`);
    const old = (id: string) => s.alternatives.find((one) => one.id === id)!.adoptions[0];
    expect(old('pilot')).toMatchObject({ scheme: 'structured', stopDay: null, yieldsTo: 'agile' });
    expect(old('trial')).toMatchObject({ scheme: 'structured', stopDay: null, yieldsTo: 'agile' });
    expect(old('spread')).toMatchObject({ scheme: 'structured', stopDay: 21 + 63, yieldsTo: 'agile' });
    expect(old('tuned')).toEqual(old('pilot'));
    expect(s.alternatives[4]!.adoptions[1]).toMatchObject({
      options: { cadenceWeeks: 2 },
      where: { teams: [0] },
    });
    expect(s.alternatives[5]!.adoptions).toEqual(s.alternatives[0]!.adoptions);
    expect(practices(s, 'on')).toEqual(['structured always–126', 'agile 0–126', 'data-driven 126–on']);
  });

  it('may be several plan types: those listed take the place of those that are not', () => {
    const s = study(`${base}  core: { plan-type: [structured, data-driven] }
  as-map: { plan-type: { structured: {}, data-driven: { reliance: 50% } } }
  more: { extends: core, plan-type: [structured, data-driven, { team-based: { start: 3 months } }] }
  fewer: { extends: core, plan-type: data-driven, start: 6 months }
  other: { plan-type: [team-based, agile], start: 1 month }
  edges: { plan-type: [data-driven, { agile: { where: { team: east } } }] }
`);
    expect(practices(s, 'core')).toEqual(['structured always–on', 'data-driven 0–on']);
    expect(practices(s, 'as-map')).toEqual(practices(s, 'core'));
    expect(s.alternatives[2]!.adoptions[1]!.options).toEqual({ reliance: 0.5 });
    expect(practices(s, 'more')).toEqual(['structured always–on', 'data-driven 0–on', 'team-based 63–on']);
    expect(practices(s, 'fewer')).toEqual(['structured always–126', 'data-driven 0–on']);
    expect(practices(s, 'other')).toEqual(['structured always–21', 'team-based 21–on', 'agile 21–on']);
    // What is not listed gives way to the one that excludes it, here in one team only.
    expect(s.alternatives.at(-1)!.adoptions[0]).toMatchObject({ stopDay: null, yieldsTo: 'agile' });
    expect(practices(s, 'edges')).toEqual(['structured always–on', 'data-driven 0–on', 'agile 0–on']);
  });

  it('exclude each other only for the same people at the same time', () => {
    const apart = (rest: string) =>
      `company: { reps: 8, teams: [east, west] }\nbaseline: { plan-type: [${rest}] }\n`;
    const both = (a: string, b: string) => apart(`{ structured: { ${a} } }, { agile: { ${b} } }`);
    expect(problemsOf(both('where: { team: east }', 'where: { team: east }'))).toEqual(['2:24 excluded']);
    for (const [a, b] of [
      ['where: { team: east }', 'where: { team: west }'],
      ['where: { tenure: [0, 2 years] }', 'where: { tenure: [2 years, none] }'],
      ['stop: 3 months', 'start: 3 months'],
    ] as const)
      expect(study(both(a, b)).alternatives[0]!.adoptions).toHaveLength(2);
    // Told once where alternatives inherit it.
    expect(problemsOf(`${apart('structured, agile')}alternatives: { a: {}, b: {} }\n`)).toEqual([
      '2:24 excluded',
    ]);
    expect(
      study(apart('structured, customer-tiering, data-driven, team-based')).alternatives[0]!.adoptions,
    ).toHaveLength(4);
  });

  it('can cover a team, a tenure and a share', () => {
    const s = study(`company: { reps: 8, teams: [east, west] }
alternatives:
  one: { plan-type: { agile: { where: { team: west, tenure: [6 months, 2 years], share: 50% }, ramp: 2 months } } }
  two: { plan-type: { agile: { where: { teams: [west, east], tenure: [0, none] } } } }
`);
    expect(s.alternatives[1]!.adoptions[0]).toMatchObject({
      where: { teams: [1], tenureMonths: [6, 24], share: 0.5 },
      rampDays: 42,
    });
    expect(s.alternatives[2]!.adoptions[0]!.where).toEqual({ teams: [0, 1], tenureMonths: [-1200, 1200] });
  });

  it('change their options without starting anew', () => {
    const s = study(`${base}  one: { plan-type: { structured: { reviews-per-year: 4 } } }\n`);
    expect(s.alternatives[1]!.adoptions).toEqual([
      { ...s.alternatives[0]!.adoptions[0]!, options: { reviewsPerYear: 4 } },
    ]);
  });

  it('come back where an alternative extends one that dropped them', () => {
    const s = study(`${base}  agile: { plan-type: agile }
  back: { extends: agile, plan-type: structured }
  later: { extends: agile, plan-type: data-driven, start: 6 months }
`);
    expect(practices(s, 'back')).toEqual(['structured always–on']);
    expect(practices(s, 'later')).toEqual(['structured always–0', 'agile 0–126', 'data-driven 126–on']);
  });

  it('may be planned in the baseline', () => {
    const s = study(`baseline: { plan-type: { agile: { start: 3 months } } }
alternatives:
  never: { plan-type: none }
`);
    expect(practices(s, 'baseline')).toEqual(['agile 63–on']);
    expect(practices(s, 'never')).toEqual([]);
  });

  it('may be direct changes of levers, which an alternative inherits', () => {
    const s = study(`baseline: { levers: [{ lever: leakage, shift: 0.1 }] }
alternatives:
  one: { start: 1 month, levers: [{ lever: admin-time, shift: -20%, where: { share: 25% } }] }
  two: { extends: one, levers: [{ lever: records, shift: { low: 0, mode: 0.5, high: 1 }, start: 2 months }] }
`);
    expect(s.alternatives[2]!.levers).toEqual([
      { lever: 'leakage', shift: 0.1, startDay: OLD_HABIT, where: {} },
      { lever: 'admin-time', shift: expect.closeTo(Math.log(0.8), 12), startDay: 21, where: { share: 0.25 } },
      { lever: 'records', shift: { low: 0, mode: 0.5, high: 1 }, startDay: 42, where: {} },
    ]);
  });

  it.each([
    ['  one: { plan-type: [agile, agile] }\n', '4:29 duplicate-scheme'],
    ['  one: { plan-type: [agile, training] }\n', '4:29 wrong-kind'],
    ['  one: { plan-type: [structured, agile] }\n', '4:21 excluded'],
    ['  one: { plan-type: [structured, { agile: { where: { share: 50% } } }] }\n', '4:21 excluded'],
    ['  one: { plan-type: { agile: { stop: 0 days } } }\n', '4:23 bad-stop'],
    [
      '  one: { plan-type: { structured: { reviews-per-year: 4 } }, start: 1 month }\n',
      '4:23 already-in-use',
    ],
    ['  one: { plan-type: { agile: { where: { tenure: [2 years, 1 year] } } } }\n', '4:49 bad-tenure'],
    ['  one: { plan-type: { agile: { where: { share: 120% } } } }\n', '4:48 out-of-range'],
    ['  one: { extends: tow }\n  two: {}\n', '4:19 unknown-name'],
    ['  one: { levers: [{ lever: follow-up, shift: 20% }] }\n', '4:46 wrong-unit'],
    ['  one: []\n', '4:8 not-a-map'],
  ])('refuses %s', (body, problem) => {
    expect(problemsOf(base + body)).toContain(problem);
  });

  it('are compared a hundred at a time', () => {
    const list = (n: number) => Array.from({ length: n }, (_, i) => `  a${i}: {}\n`).join('');
    expect(study(`alternatives:\n${list(100)}`).alternatives).toHaveLength(101);
    expect(problemsOf(`alternatives:\n${list(101)}`)).toEqual(['2:3 too-many']);
  });
});
