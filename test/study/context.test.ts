import { describe, expect, it } from 'vitest';
import { draftStudy, presetById } from '../../engine/study/index.ts';
import { problemsOf, study } from './sources.ts';

describe('a study that says nothing', () => {
  it('is the draft of its context', () => {
    expect(study('')).toEqual(draftStudy(presetById('b2b-saas')!));
  });
});

describe('the company', () => {
  it('splits reps as equally as can be', () => {
    const s = study('company: { reps: 11, teams: 3, inert-reps: 2 }\n');
    expect([s.reps, s.teamSizes, s.teamNames, s.inertReps]).toEqual([
      11,
      [4, 4, 3],
      ['team-1', 'team-2', 'team-3'],
      2,
    ]);
  });

  it('takes names, or names with seats', () => {
    expect(study('company: { reps: 12人, teams: { east: ５, west: 7人 } }\n').teamSizes).toEqual([5, 7]);
    expect(study('company: { reps: 5, teams: [east, 西区] }\n')).toMatchObject({
      teamNames: ['east', '西区'],
      teamSizes: [3, 2],
    });
    expect(study('company: { teams: { east: 7, west: 1 } }\n')).toMatchObject({
      reps: 8,
      teamNames: ['east', 'west'],
      teamSizes: [7, 1],
    });
  });

  it.each([
    ['company: { reps: 3, teams: { east: 2, west: 2 } }\n', '1:18 bad-teams'],
    ['company: { reps: 3, teams: [east, east] }\n', '1:35 bad-teams'],
    ['company: { reps: 1, teams: [east, west] }\n', '1:28 bad-teams'],
    ['company: { reps: 5001 }\n', '1:18 out-of-range'],
    ['company: { reps: 4.5 }\n', '1:18 not-whole'],
    ['company: { reps: 4, teams: 5 }\n', '1:28 out-of-range'],
  ])('refuses %s', (body, problem) => {
    expect(problemsOf(body)).toEqual([problem]);
  });
});

describe('the world', () => {
  it('takes numbers and distributions in their units', () => {
    const { scalars } = study(
      'market: { deal-value: ¥45k, gross-margin: { low: 60%, mode: 70%, high: 80% } }\npeople: { ramp: 1 year }\ncustomers: { satisfaction: 65 }\n',
    ).world;
    expect(scalars['market.deal-value']).toBe(45_000);
    expect(scalars['market.gross-margin']).toEqual({ low: 0.6, mode: 0.7, high: 0.8 });
    expect(scalars['people.ramp']).toBe(12);
    expect(scalars['customers.satisfaction']).toBe(65);
  });

  it('changes stages and channels by their names', () => {
    const { stages, channels } = study(
      'stages: { demo: { conversion: 50%, days: 2 weeks, touches: 3, hours: 90 min } }\nchannels: { website: { share: 50% }, events: { share: 15%, cost-per-lead: ¥1k, warm: 1 week } }\n',
    ).world;
    expect(stages.find((s) => s.id === 'demo')).toMatchObject({
      conversion: 0.5,
      days: 10,
      touches: 3,
      hours: 1.5,
    });
    expect(channels.find((c) => c.id === 'events')).toMatchObject({
      share: 0.15,
      costPerLead: 1000,
      warmDays: 5,
    });
    const usual = presetById('b2b-saas')!;
    expect(stages[0]).toEqual(usual.stages[0]);
    expect(channels.find((c) => c.id === 'advertising')).toEqual(usual.channels[1]);
  });

  it('scales the seasons to mean 1', () => {
    expect(study('seasonality: [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]\n').world.seasonality[0]).toBe(2);
    expect(study('seasonality: [4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0]\n').world.seasonality[0]).toBe(2);
    expect(study('seasonality: none\n').world.seasonality).toEqual(new Array(12).fill(1));
  });

  it.each([
    ['stages: { dmeo: { days: 3 } }\n', '1:11 unknown-key'],
    ['channels: { outbound: { share: 10% } }\n', '1:32 bad-shares'],
    ['seasonality: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]\n', '1:14 bad-seasonality'],
    ['people: { hours-per-day: 25 hours }\n', '1:26 out-of-range'],
  ])('refuses %s', (body, problem) => {
    expect(problemsOf(body)).toEqual([problem]);
  });
});

describe('titles and names', () => {
  it('are one text, or one in each language', () => {
    const s = study(
      'title: Plain\nalternatives: { a: { name: { en: Ours, zh: 我们的 } }, b: { name: { zh: 只有中文 } }, c: {} }\n',
    );
    expect(s.title).toEqual({ en: 'Plain', zh: 'Plain' });
    expect(s.alternatives.map((one) => one.name)).toEqual([
      null,
      { en: 'Ours', zh: '我们的' },
      { en: '只有中文', zh: '只有中文' },
      null,
    ]);
  });

  it.each([
    ['title: [a]\n', '1:8 not-a-text'],
    ['title: {}\n', '1:8 not-a-text'],
    ['title: { de: Titel }\n', '1:10 unknown-key'],
    [`title: ${'x'.repeat(201)}\n`, '1:8 not-a-text'],
  ])('refuse %s', (body, problem) => {
    expect(problemsOf(body)).toContain(problem);
  });
});
