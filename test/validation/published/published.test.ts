import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KeyedRandom, unit } from '../../../engine/random/threefry.ts';
import { compileStudy } from '../../../engine/run/compile.ts';
import { layoutOf, runUnit } from '../../../engine/run/index.ts';
import { MixTables } from '../../../engine/run/params.ts';
import { readStudy } from '../../../engine/study/index.ts';
import { disk, study } from '../../study/sources.ts';
import { both } from '../table.ts';
import { FINDINGS } from './all.ts';
import { allSeats, customers, each, kept, metric, months, seats, skilled, tier } from './counts.ts';
import { type Finding, said } from './findings.ts';
import {
  type Arms,
  contrast,
  difference,
  estimate,
  excess,
  type Measure,
  quotient,
  relative,
  yieldOf,
} from './measure.ts';
import { page, score } from './page.ts';
import { observe, Replications } from './run.ts';
import { between, judge, medium, nothing, sign, tight } from './verdict.ts';

const FOLDER = 'scenarios/published';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe('a verdict', () => {
  it.each([
    [[0.04, 0.06], between(0.03, 0.1), 'hit'],
    [[0.02, 0.06], between(0.03, 0.1), 'undecided'],
    [[0.01, 0.02], between(0.03, 0.1), 'sign only'],
    [[0.12, 0.2], between(0.03, 0.1), 'sign only'],
    [[-0.01, 0.02], between(0.03, 0.1), 'miss'],
    [[-0.2, -0.1], between(0.03, 0.1), 'miss'],
    [[0.01, 0.02], sign(1), 'hit'],
    [[-0.01, 0.02], sign(1), 'undecided'],
    [[-0.02, -0.01], sign(1), 'miss'],
    [[-0.02, -0.01], sign(-1), 'hit'],
    [[0, 0], sign(1), 'miss'],
    [[0, 0], nothing(0.05), 'hit'],
    [[0.06, 0.07], nothing(0.05), 'miss'],
    [[-0.4, -0.3], medium(-0.3), 'hit'],
    [[-0.1, -0.05], medium(-0.3), 'sign only'],
    [[0.2, 0.4], tight(0.3), 'hit'],
    [[0.18, 0.4], tight(0.3), 'undecided'],
    [[Number.NaN, Number.NaN], tight(0.3), 'undecided'],
  ] as const)('of the interval %j against %j is %s', (interval, band, verdict) => {
    expect(judge(interval, band)).toBe(verdict);
  });
});

describe('an estimate', () => {
  const one = relative('a', 'b', () => 1);

  it('is a quotient of means, whatever the order of the replications', () => {
    const found = estimate(
      one,
      [
        [
          [2, 4, 6, 8],
          [1, 2, 3, 4],
        ],
      ],
      2,
    );
    expect(found.value).toBeCloseTo(1, 12);
    // Twice as much in all four: nothing tells how much others would differ.
    expect(found.interval).toEqual([-Infinity, Infinity]);
  });

  it('has the interval of the delta method', () => {
    // Ratio of means 1.5 with denominators all 2: the spread is that of the numerators ÷ 2, and the 95 % point of
    // Student's t with 3 degrees of freedom is 2.3534.
    const found = estimate(
      one,
      [
        [
          [2, 4, 2, 4],
          [2, 2, 2, 2],
        ],
      ],
      1,
    );
    const half = (2.3534 * Math.sqrt(4 / 3 / 4)) / 2;
    expect(found.value).toBeCloseTo(0.5, 12);
    expect(found.interval[1] - 0.5).toBeCloseTo(half, 3);
    expect(0.5 - found.interval[0]).toBeCloseTo(half, 3);
  });

  it('of a difference of two relative changes takes each against its own reference', () => {
    const both = excess(one, one);
    const found = estimate(
      both,
      [
        [
          [3, 3],
          [2, 2],
        ],
        [
          [2, 2],
          [4, 4],
        ],
      ],
      1,
    );
    expect(found.value).toBeCloseTo(1, 12);
  });

  it('covers the true ratio as often as it says', () => {
    // 400 samples of 20 pairs, the true ratio being 1. Of 90 % intervals 360 are expected to cover it; the bounds are
    // some four standard errors (6) away, so they fail by chance less than once in ten thousand seeds.
    const random = new KeyedRandom([1, 2, 3, 4]);
    let covered = 0;
    for (let sample = 0; sample < 400; sample++) {
      const top: number[] = [];
      const bottom: number[] = [];
      for (let i = 0; i < 20; i++) {
        random.draw(sample, 1, i, 0);
        top.push(1 + 3 * unit(random.w0));
        bottom.push(1 + 3 * unit(random.w1));
      }
      const [low, high] = estimate(one, [[top, bottom]], 1).interval;
      if (low <= 0 && high >= 0) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(335);
    expect(covered).toBeLessThanOrEqual(385);
  });
});

describe('the studies of published findings', () => {
  it.each(files)('%s is sound, compiles, says where it comes from, and is spoken of', (name) => {
    const found = readStudy(`${FOLDER}/${name}`, disk);
    expect(compileStudy(found, 0, new MixTables()).alternatives).toHaveLength(found.alternatives.length);
    expect(found.title.en).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(found.title.zh).toMatch(/\p{Script=Han}/u);
    expect(readFileSync(`${FOLDER}/${name}`, 'utf8')).toMatch(/^# /);
    const spokenOf = FINDINGS.flatMap(({ study, beside = [] }) => [study, ...beside]);
    expect(spokenOf.map((one) => `${one}.yaml`)).toContain(name);
  });

  it.each(FINDINGS)('$id $study has its file, and a text in each language for all it says', (finding) => {
    expect(files).toContain(`${finding.study}.yaml`);
    for (const name of finding.beside ?? []) expect(files).toContain(`${name}.yaml`);
    const texts = [finding.source, finding.experiment, finding.caveat];
    const spoken = finding.statements.flatMap((one) => [one.text, ...(one.shortfall ? [one.shortfall] : [])]);
    for (const { en, zh } of [...texts, ...spoken]) {
      expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('a study observed', () => {
  const tiny = study(`title: { en: tiny, zh: 小 }
company: { reps: 6, teams: 2 }
alternatives:
  cheap: { pay: { extends: context, commission: 1% } }
run: { horizon: 3 months, warm-up: 6 months, seed: tiny, replications: 8, replications-per-draw: 2 }
`);

  it('gives the same figures as a run of it', () => {
    const layout = layoutOf(tiny);
    const { data } = runUnit(tiny, 1);
    const seen: Arms[] = [...new Replications(tiny).of(1)];
    expect(seen).toHaveLength(2);
    seen.forEach((arms, k) => {
      tiny.alternatives.forEach(({ id }, a) => {
        const from = (k * tiny.alternatives.length + a) * layout.size;
        layout.metrics.forEach((name, m) => {
          expect(arms(id).metric(name)).toBe(data[from + m]);
        });
      });
    });
  });

  it('adds up: seats, months, groups and tiers', () => {
    for (const arms of new Replications(tiny).of(0)) {
      const arm = arms('baseline');
      const total = metric('bookings')(arm);
      expect(months('bookings')(arm)).toBeCloseTo(total, 4);
      expect(months('bookings', 0, 1)(arm) + months('bookings', 1, 3)(arm)).toBeCloseTo(total, 4);
      expect(allSeats('bookings')(arm)).toBeCloseTo(total, 4);
      const parts = [skilled(0, 0.5), skilled(0.5, 1)].map((group) => seats('bookings', group)(arm));
      expect(parts[0]! + parts[1]!).toBeCloseTo(seats('bookings', () => () => true)(arm), 4);
      const all = customers(each, () => () => true)(arm);
      const tiers = [0, 1, 2].map((which) => customers(each, tier(which))(arm));
      expect(tiers.reduce((a, b) => a + b)).toBe(all);
      const years = tiny.run.horizonDays / 252;
      expect(customers(kept, () => () => true)(arm) / all).toBeCloseTo((1 - arm.metric('churn')) ** years, 9);
    }
  });

  it('is the same world whether a day is passed on the way or run up to', () => {
    const { horizonDays } = tiny.run;
    for (const arms of new Replications(tiny).of(0)) {
      const arm = arms('cheap');
      expect([...arm.morning(horizonDays).sums]).toEqual([...arm.world.sums]);
      expect(allSeats('bookings')({ ...arm, world: arm.morning(0) })).toBe(0);
      const month = months('wins', 0, 1);
      const early = { ...arm, world: arm.morning(21) };
      expect(month(early)).toBe(month(arm));
      expect(allSeats('wins')(early)).toBe(month(arm));
    }
  });

  it('shares its luck with studies beside it', () => {
    const wins: (id: string) => Measure = (id) => difference('baseline', id, allSeats('wins'), 'points');
    const [same] = observe(
      tiny,
      [{ measure: wins('twin/baseline'), within: 1 }],
      new Map([['twin', tiny]]),
    ).estimates;
    expect(same!.value).toBe(0);
    expect(same!.interval).toEqual([-Infinity, Infinity]);
    const harsher = { ...tiny, run: { ...tiny.run, seed: 'another' } };
    expect(() => observe(tiny, [], new Map([['other', harsher]]))).toThrow(/luck/);
  });

  it('says the same twice, and becomes a row of the page in each language', () => {
    const finding: Finding = {
      id: 'B00',
      use: 'validation',
      study: 'tiny',
      source: { en: 'Nobody 1900', zh: '无人 1900' },
      experiment: { en: 'A commission of 1 %', zh: '佣金 1%' },
      caveat: { en: 'Invented', zh: '虚构' },
      statements: [
        said('Pay', '薪酬', both('lower'), relative('cheap', 'baseline', metric('pay-cost')), sign(-1), 0.1),
        said(
          'Pay as a share of revenue',
          '薪酬占收入比',
          both('lower'),
          difference('cheap', 'baseline', metric('pay-cost'), 'share', metric('revenue')),
          sign(-1),
          1,
        ),
        said(
          'Profit saved per unit of pay',
          '单位薪酬的利润',
          both('–'),
          yieldOf('cheap', 'baseline', metric('net-contribution'), metric('pay-cost')),
          null,
          1e9,
        ),
        said(
          'First month',
          '首月',
          both('–'),
          quotient('baseline', months('bookings', 0, 1), metric('bookings'), 'factor'),
          null,
          1,
        ),
        said(
          'Upper half by skill against the lower',
          '技能高低之比',
          both('–'),
          contrast(
            'baseline',
            [seats('wins', skilled(0.5, 1)), () => 1],
            [seats('wins', skilled(0, 0.5)), () => 1],
          ),
          null,
          100,
        ),
      ],
    };
    const observed = observe(tiny, finding.statements);
    expect(observed).toEqual(observe(tiny, finding.statements));
    expect(observed.replications).toBe(8);
    const result = [{ finding, study: tiny, observed }];
    expect(judge(observed.estimates[0]!.interval, sign(-1))).toBe('hit');
    expect(score(result).hit).toBeGreaterThanOrEqual(1);
    expect(page(result, 'en')).toMatch(/\[B00\]\(tiny\.yaml\) \| Pay \| lower \| −\d+\.\d % .* \*\*hit\*\*/);
    expect(page(result, 'zh')).toMatch(/\[B00\]\(tiny\.yaml\) \| 薪酬 .* \*\*命中\*\*/);
    expect(page(result, 'en')).toContain('B2B SaaS, 6 reps, 3 months');
  });
});
