import { describe, expect, it } from 'vitest';
import {
  draftStudy,
  fingerprint,
  OLD_HABIT,
  presetById,
  readStudy,
  withOptions,
} from '../../engine/study/index.ts';
import { memory, problemsOf, study } from './sources.ts';

/** Practices as `id start–stop`. */
function practices(s: ReturnType<typeof study>, id: string): string[] {
  const { adoptions } = s.alternatives.find((one) => one.id === id)!;
  return adoptions.map((a) => {
    const start = a.startDay === OLD_HABIT ? 'always' : a.startDay;
    return `${a.scheme} ${start}–${a.stopDay ?? 'on'}`;
  });
}

const payOf = (s: ReturnType<typeof study>, id: string) => s.alternatives.find((one) => one.id === id)!.pay;

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
    expect(practices(s, 'own-day')).toEqual(['structured always–252', 'agile 252–378']);
    expect(practices(s, 'dropped')).toEqual(['structured always–21']);
    expect(s.alternatives[3]!.adoptions[1]!.options).toEqual({ cadenceWeeks: 2 });
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
    ['  one: { plan-type: { agile: {}, data-driven: {} } }\n', '4:21 bad-plan-type'],
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

describe('pay', () => {
  const plans = {
    'plans/capped.yaml': 'extends: b2b-saas\ncap: 120%\n',
    'plans/deep.yaml': 'extends: more/whole.yaml\naccelerator: none\n',
    'plans/more/whole.yaml':
      'id: whole\nsalary: ¥9k\ncommission: 10%\nquota: ¥1m\nperiod: month\nthreshold: 50%\naccelerator: 2\nbonus: ¥1k\nteam-share: 20%\nrepeat-rate: 30%\naccelerator-from: 110%\n',
  };
  const usual = presetById('b2b-saas')!.pay;

  it('is the context’s, a file, or written out', () => {
    expect(study('').alternatives[0]!.pay).toEqual(usual);
    expect(study('baseline: { pay: plans/capped.yaml }\n', plans).alternatives[0]!.pay).toEqual({
      ...usual,
      id: 'capped',
      cap: 1.2,
    });
    expect(study('baseline: { pay: plans/deep.yaml }\n', plans).alternatives[0]!.pay).toEqual({
      id: 'deep',
      salary: 9_000,
      commission: 0.1,
      threshold: 0.5,
      accelerator: 1,
      acceleratorFrom: 1.1,
      cap: null,
      bonus: 1_000,
      quota: 1_000_000,
      periodDays: 21,
      teamShare: 0.2,
      repeatRate: 0.3,
    });
  });

  it('may extend the baseline, another alternative, a preset or a file', () => {
    const s = study(
      `baseline: { pay: plans/capped.yaml }
alternatives:
  uncapped: { pay: { extends: baseline, cap: none } }
  richer: { pay: { extends: uncapped, commission: 30% } }
  foreign: { pay: insurance }
  same: { pay: richer }
  filed: { pay: { extends: plans/more/whole.yaml, bonus: none } }
`,
      plans,
    );
    expect(payOf(s, 'uncapped')).toEqual({ ...usual, id: 'uncapped', cap: null });
    expect(payOf(s, 'richer')).toEqual({ ...usual, id: 'richer', cap: null, commission: 0.3 });
    expect(payOf(s, 'foreign')).toEqual(presetById('insurance')!.pay);
    expect(payOf(s, 'same')).toEqual(payOf(s, 'richer'));
    expect(payOf(s, 'filed').bonus).toBe(0);
  });

  it('starts with its alternative, or on its own day', () => {
    const s = study(`alternatives:
  now: { pay: { extends: baseline, cap: 150% } }
  later: { pay: { extends: baseline, cap: 150% }, start: 3 months }
  apart: { pay: { extends: baseline, cap: 150% }, start: 1 month, pay-start: 6 months }
  heir: { extends: apart, plan-type: agile }
`);
    expect(s.alternatives.map((one) => one.payStartDay)).toEqual([0, 0, 63, 126, 126]);
  });

  it('is read once however often it is used, and wrong once', () => {
    const broken = { 'plans/p.yaml': 'extends: context\n' };
    const s = `baseline: { pay: plans/p.yaml }\nalternatives:\n  a: { pay: plans/p.yaml }\n  b: { pay: plans/p.yaml }\n`;
    expect(problemsOf(s, broken)).toEqual([]);
    expect(problemsOf(s, { 'plans/p.yaml': 'extends: context\ncap: ten\n' })).toEqual(['0:6 wrong-unit']);
  });
});

describe('the run', () => {
  it('is as told', () => {
    const { run } = study(
      'run: { horizon: 18 months, warm-up: 1 year, seed: 7, primary: revenue, precision: ¥50k, confidence: 90%, replications-per-draw: 4, min-draws: 10, max-draws: 12, effects: mode }\n',
    );
    expect(run).toEqual({
      horizonDays: 378,
      warmupDays: 252,
      seed: '7',
      primary: 'revenue',
      precision: { amount: 50_000 },
      confidence: 0.9,
      replicationsPerDraw: 4,
      minDraws: 10,
      maxDraws: 12,
      effects: 'mode',
    });
  });

  it.each<[string, unknown]>([
    ['2%', { share: 0.02 }],
    ['0.05', { share: 0.05 }],
    ['20000', { amount: 20_000 }],
    ['2万', { amount: 20_000 }],
    ['{ share: 1% }', { share: 0.01 }],
    ['{ amount: 0.01 }', { amount: 0.01 }],
  ])('takes a precision of %s', (text, expected) => {
    expect(study(`run: { precision: ${text} }\n`).run.precision).toEqual(expected);
  });

  it('may fix the replications, in the study or later', () => {
    const inStudy = study('run: { replications: 42 }\n');
    expect([inStudy.run.minDraws, inStudy.run.maxDraws]).toEqual([9, 9]);
    expect(withOptions(study(''), { replications: 42 })).toEqual(inStudy);
    expect(withOptions(inStudy, { seed: 'other' }).run).toEqual({ ...inStudy.run, seed: 'other' });
    expect(withOptions(inStudy, {})).toEqual(inStudy);
  });

  it('warms up in whole pay periods', () => {
    expect(study('baseline: { pay: medical-devices }\n').run.warmupDays % 252).toBe(0);
    expect(problemsOf('baseline: { pay: medical-devices }\nrun: { warm-up: 6 months }\n')).toEqual([
      '2:17 not-whole-periods',
    ]);
  });

  it.each([
    ['run: { precision: 0 }\n', '1:19 out-of-range'],
    ['run: { precision: $5 }\n', '1:19 wrong-unit'],
    ['run: { precision: {} }\n', '1:19 bad-precision'],
    ['run: { confidence: 100% }\n', '1:20 out-of-range'],
    ['run: { replications: 0 }\n', '1:22 out-of-range'],
    ['run: { min-draws: 9, max-draws: 8 }\n', '1:19 out-of-range'],
    ['run: { seed: [1] }\n', '1:14 not-a-text'],
    ['run: { seed: "a\\u001b[31m" }\n', '1:14 not-a-text'],
    ['run: { effects: none }\n', '1:17 unknown-name'],
  ])('refuses %s', (body, problem) => {
    expect(problemsOf(body)).toEqual([problem]);
  });
});

describe('a study that extends another', () => {
  const base = `schemelab: 1
title: Base
context: b2b-saas
company: { reps: 9, teams: { east: 4, west: 5 } }
market: { deal-value: { low: ¥1k, mode: ¥2k, high: ¥3k }, gross-margin: 60% }
baseline: { plan-type: { agile: { cadence-weeks: 2 } }, pay: { extends: plans/p.yaml, bonus: ¥1 } }
alternatives:
  one: { plan-type: structured }
run: { seed: base, horizon: 6 months }
`;
  const files = { 'lib/base.yaml': base, 'lib/plans/p.yaml': 'extends: context\ncap: 130%\n' };
  const child = (body: string) =>
    readStudy(
      'child.yaml',
      memory({
        'child.yaml': `extends: lib/base.yaml\n${body}`,
        ...files,
        'lib/plans/p.yaml': 'extends: b2b-saas\ncap: 130%\n',
      }),
    );

  it('is the same where it says nothing', () => {
    const own = readStudy(
      'lib/base.yaml',
      memory({ ...files, 'lib/plans/p.yaml': 'extends: b2b-saas\ncap: 130%\n' }),
    );
    expect(child('')).toEqual(own);
  });

  it('overrides key by key, and replaces whole what is one thing', () => {
    const s = child(`title: Child
company: { reps: 3, teams: { north: 3 } }
market: { deal-value: { normal: [¥5k, ¥1k] } }
baseline: { plan-type: { data-driven: { reliance: 50% } }, pay: { cap: none } }
alternatives: { one: { start: 1 month }, two: { plan-type: none } }
run: { seed: child }
`);
    expect(s.title).toBe('Child');
    expect(s.teamNames).toEqual(['north']);
    expect(s.world.scalars['market.deal-value']).toEqual({ normal: [5000, 1000] });
    expect(s.world.scalars['market.gross-margin']).toBe(0.6);
    expect(practices(s, 'baseline')).toEqual(['data-driven always–on']);
    expect(s.alternatives[0]!.pay).toMatchObject({ cap: null, bonus: 1 });
    expect(s.alternatives.map((one) => one.id)).toEqual(['baseline', 'one', 'two']);
    expect(practices(s, 'one')).toEqual(['data-driven always–21', 'structured 21–on']);
    expect(s.run).toMatchObject({ seed: 'child', horizonDays: 126 });
  });

  it('points into the file that is wrong', () => {
    expect(() => child('run: { horizon: 1 month }\nalternatives: { one: { start: 2 months } }\n')).toThrow(
      /^child\.yaml:3:31: alternatives\.one\.start/,
    );
    const wrong = {
      'child.yaml': 'extends: lib/base.yaml\n',
      ...files,
      'lib/plans/p.yaml': 'extends: baseline\n',
    };
    expect(() => readStudy('child.yaml', memory(wrong))).toThrow(/^lib\/plans\/p\.yaml:1:10: extends: /);
  });
});

describe('the fingerprint', () => {
  const s = study('company: { reps: 9, teams: 2 }\nrun: { seed: a }\n');

  it('depends on what a study means, not on how it is written', () => {
    expect(fingerprint(s)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(study('run: { seed: "a" }\n# a remark\ncompany:\n  teams: 2\n  reps: 9\n'))).toBe(
      fingerprint(s),
    );
    const turned = Object.fromEntries(Object.entries(s).reverse()) as unknown as typeof s;
    expect(fingerprint(turned)).toBe(fingerprint(s));
  });

  it('changes with any number', () => {
    expect(fingerprint(study('company: { reps: 9, teams: 2 }\nrun: { seed: b }\n'))).not.toBe(fingerprint(s));
    expect(fingerprint(study('company: { reps: 10, teams: 2 }\nrun: { seed: a }\n'))).not.toBe(
      fingerprint(s),
    );
  });
});

describe('a file', () => {
  it('may begin with a byte-order mark and end its lines as Windows does', () => {
    const text = 'schemelab: 1\r\ncontext: b2b-saas\r\ncompany: { reps: 9 }\r\nrun: { seed: x }\r\n';
    const read = (written: string) => readStudy('s.yaml', memory({ 's.yaml': written }));
    expect(read(`\uFEFF${text}`)).toEqual(read(text.replaceAll('\r', '')));
    expect(() => read(text.replace('seed', 'sed'))).toThrow(/^s\.yaml:4:8: run\.sed/);
  });

  it('may call things by numbers, as they are written', () => {
    const s = study(
      'company: { teams: { 01: 3, 1.10: 4 } }\nbaseline: { plan-type: { agile: { where: { teams: [1.10, 01] } } } }\nrun: { seed: 0042 }\n',
    );
    expect(s.teamNames).toEqual(['01', '1.10']);
    expect(s.alternatives[0]!.adoptions[0]!.where).toEqual({ teams: [0, 1] });
    expect(s.run.seed).toBe('0042');
  });
});

describe('JSON', () => {
  it('is read as the same study', () => {
    const yaml = study(
      'company: { reps: 9 }\nalternatives:\n  one:\n    pay: { extends: baseline, cap: 1.2 }\n',
    );
    const json = JSON.stringify(
      {
        alternatives: { one: { pay: { cap: 1.2, extends: 'baseline' } } },
        company: { reps: 9 },
        context: 'b2b-saas',
        schemelab: 1,
      },
      null,
      '\t',
    );
    expect(readStudy('s.json', memory({ 's.json': json }))).toEqual(yaml);
    expect(fingerprint(readStudy('s.json', memory({ 's.json': json })))).toBe(fingerprint(yaml));
  });
});
