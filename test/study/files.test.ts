import { describe, expect, it } from 'vitest';
import { fingerprint, OLD_HABIT, readStudy } from '../../engine/study/index.ts';
import { memory, study } from './sources.ts';

/** Practices as `id start–stop`. */
function practices(s: ReturnType<typeof study>, id: string): string[] {
  const { adoptions } = s.alternatives.find((one) => one.id === id)!;
  return adoptions.map((a) => {
    const start = a.startDay === OLD_HABIT ? 'always' : a.startDay;
    return `${a.scheme} ${start}–${a.stopDay ?? 'on'}`;
  });
}

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
    expect(s.title).toEqual({ en: 'Child', zh: 'Child' });
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
