import { describe, expect, it } from 'vitest';
import { presetById, withOptions } from '../../engine/study/index.ts';
import { problemsOf, study } from './sources.ts';

const payOf = (s: ReturnType<typeof study>, id: string) => s.alternatives.find((one) => one.id === id)!.pay;

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
    expect(payOf(s, 'filed')).toMatchObject({ bonus: 0 });
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
      'run: { horizon: 18 months, warm-up: 1 year, seed: 7, primary: revenue, precision: ¥50k, confidence: 90%, discount: 12%, customer-years: 5, replications-per-draw: 4, min-draws: 25, max-draws: 30, effects: mode, context: mode }\n',
    );
    expect(run).toEqual({
      horizonDays: 378,
      warmupDays: 252,
      seed: '7',
      primary: 'revenue',
      precision: { amount: 50_000 },
      confidence: 0.9,
      discount: 0.12,
      customerYears: 5,
      replicationsPerDraw: 4,
      minDraws: 25,
      maxDraws: 30,
      effects: 'mode',
      context: 'mode',
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

  it('has 20 draws at least where it stops by itself, and may have fewer where their number is fixed', () => {
    const draws = (body: string): number[] => {
      const { run } = study(body);
      return [run.minDraws, run.maxDraws];
    };
    expect(draws('run: { min-draws: 20 }\n')).toEqual([20, 400]);
    expect(draws('run: { min-draws: 4, max-draws: 4 }\n')).toEqual([4, 4]);
    expect(draws('run: { max-draws: 4 }\n')).toEqual([4, 4]);
    expect(draws('run: { min-draws: 4, replications: 20 }\n')).toEqual([4, 4]);
  });

  it('is not larger than memory', () => {
    expect(problemsOf('company: { reps: 5000 }\ncustomers: { base-per-rep: 201 }\n')).toEqual([
      '1:10 too-much',
    ]);
    expect(problemsOf('run: { max-draws: 100000, replications-per-draw: 11 }\n')).toEqual(['1:6 too-much']);
    expect(
      problemsOf(
        'company: { reps: 5000 }\nalternatives: { a: {} }\nrun: { replications-per-draw: 1000, max-draws: 20 }\n',
      ),
    ).toEqual(['3:6 too-much']);
    expect(() => withOptions(study(''), { replications: 1_000_001 })).toThrow(
      '--replications:1:1: asks for 1000005 replications',
    );
    expect(withOptions(study(''), { replications: 1_000_000 }).run.maxDraws).toBe(200_000);
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
    ['run: { min-draws: 19 }\n', '1:19 out-of-range'],
    ['run: { max-draws: 5, min-draws: 4 }\n', '1:33 out-of-range'],
    ['run: { seed: [1] }\n', '1:14 not-a-text'],
    ['run: { seed: "a\\u001b[31m" }\n', '1:14 not-a-text'],
    ['run: { effects: none }\n', '1:17 unknown-name'],
  ])('refuses %s', (body, problem) => {
    expect(problemsOf(body)).toEqual([problem]);
  });
});
