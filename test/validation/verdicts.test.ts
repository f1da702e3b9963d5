import { describe, expect, it } from 'vitest';
import { draftStudy, presetById } from '../../engine/study/index.ts';
import { clear, type Effect, effect, turned } from './effects.ts';
import { figure, meanOf, percent, signed } from './table.ts';
import { adviceVerdict, levelVerdict, pays, signVerdict, sizeVerdict, supportOf } from './verdicts.ts';

/** An effect of which only the mean, its interval and the chance of a claim matter. */
const about = (mean: number, half: number, beyond = Number.NaN): Effect => ({
  mean,
  interval: [mean - half, mean + half],
  range: [mean - half, mean + half],
  beyond,
  draws: 40,
  replications: 80,
});

describe('a claimed size', () => {
  it('is reached when it is as likely as not', () => {
    expect(sizeVerdict(about(0.3, 0.1, 0.5), 1)).toEqual({
      en: 'Reached: a chance of 50 % to be at or beyond the claim',
      zh: '达到：达到或超过声称值的概率 50 %',
    });
    expect(sizeVerdict(about(0.3, 0.1, 0.999), 1).en).toContain('> 99 %');
  });
  it('is in the tail between a chance of one in twenty and of a half', () => {
    expect(sizeVerdict(about(0.2, 0.1, 0.05), 1).en).toMatch(/^Only in the tail: a chance of 5 %/);
    expect(sizeVerdict(about(0.2, 0.1, 0.475), 1).en).toMatch(/^Only in the tail: a chance of 48 %/);
  });
  it.each([
    [about(0.2, 0.1, 0), 1, 'Not reached (a chance of < 1 %): the direction is right, the size is not'],
    [about(-0.2, 0.1, 0.025), 1, 'Not reached (a chance of 3 %): the direction is the opposite'],
    [about(-0.2, 0.1, 0), -1, 'Not reached (a chance of < 1 %): the direction is right, the size is not'],
    [about(0.05, 0.1, 0), 1, 'Not reached (a chance of < 1 %): no clear effect'],
  ] as const)('is otherwise not reached, and the direction is told', (one, toward, en) => {
    expect(sizeVerdict(one, toward).en).toBe(en);
  });
});

it.each([
  [about(2, 1), 1, 'Direction agrees'],
  [about(2, 1), -1, 'Direction contradicted'],
  [about(-2, 1), -1, 'Direction agrees'],
  [about(0.5, 1), 1, 'No clear effect'],
] as const)('a claimed direction is judged by the interval of the mean', (one, toward, en) => {
  expect(signVerdict(one, toward).en).toBe(en);
});

describe('a claimed level', () => {
  const level = 0.9;
  it('says nothing where it is there anyway', () => {
    expect(levelVerdict(about(0.91, 0), about(0.95, 0), about(0.04, 0.01), level).en).toMatch(
      /^Uninformative/,
    );
  });
  it('is reached only where it was not there before', () => {
    expect(levelVerdict(about(0.85, 0), about(0.9, 0), about(0.05, 0.01), level).en).toMatch(
      /^Level reached/,
    );
  });
  it.each([
    [about(0.01, 0.005), /helps, but less/],
    [about(-0.01, 0.005), /works against it/],
    [about(0.001, 0.005), /no clear effect/],
  ])('is otherwise not reached, and what the practice does is told', (change, words) => {
    expect(levelVerdict(about(0.85, 0), about(0.85 + change.mean, 0), change, level).en).toMatch(words);
  });
});

describe('advice', () => {
  const gain = about(3, 1);
  it.each([
    [about(-3, 1), [gain], 'worse'],
    [about(0.5, 1), [gain], 'no-gain'],
    [gain, [gain, about(-2, 1)], 'other-better'],
    [gain, [gain, gain], 'best'],
    [gain, [gain, about(0.5, 1)], 'not-beaten'],
  ] as const)('is judged against nothing first and then against other advice', (advised, rivals, support) => {
    expect(supportOf(advised, rivals)).toBe(support);
    expect(adviceVerdict(advised, rivals).en.startsWith('Not supported')).toBe(!pays(support));
  });
});

describe('an effect', () => {
  // Two replications in each of four draws; the draws' means are 1, 2, 3 and 4 above the reference.
  const reference = [10, 20, 10, 20, 10, 20, 10, 20];
  const changed = [11, 21, 12, 22, 13, 23, 14, 24];

  it('is paired, and has a chance of the claim', () => {
    const found = effect(changed, reference, 2, 2.5);
    expect(found.mean).toBeCloseTo(2.5, 12);
    expect(found.beyond).toBeCloseTo(0.5, 12);
    expect(found).toMatchObject({ draws: 4, replications: 8 });
    // Student's t with 3 degrees of freedom: (4.6 − 2.5) ÷ √(5/3 · 5/4) = 1.455 and beyond it, .121.
    expect(effect(changed, reference, 2, 4.6).beyond).toBeCloseTo(0.1209, 3);
    expect(effect(changed, reference, 2, 0.4).beyond).toBeCloseTo(1 - 0.1209, 3);
  });
  it('reaches a claim below zero from above', () => {
    expect(effect(reference, changed, 2, -2.5).beyond).toBeCloseTo(0.5, 12);
    expect(effect(reference, changed, 2, -0.4).beyond).toBeCloseTo(1 - 0.1209, 3);
  });
  it('is clear when the interval leaves out zero, on either side', () => {
    const found = effect(changed, reference, 2);
    expect(found.interval[0]).toBeGreaterThan(0);
    expect(clear(found)).toBe(1);
    expect(clear(turned(found))).toBe(-1);
    expect(clear(effect(reference, reference, 2))).toBe(0);
    expect(turned(turned(found))).toEqual(found);
  });
});

describe('figures', () => {
  const study = draftStudy(presetById('b2b-saas')!);
  it('have their sign as effects and their unit', () => {
    expect(percent(0.0312)).toBe('+3.1 %');
    expect(percent(-0.2)).toBe('−20.0 %');
    expect(signed(-0.01)).toBe('±0.0');
    expect(figure(0.02, 'churn', 'difference', study, 'en')).toBe('+2.00 pp');
    expect(figure(0.02, 'churn', 'difference', study, 'zh')).toBe('+2.00 个百分点');
    expect(figure(0.18, 'churn', 'level', study, 'en')).toBe('18.0 %');
    expect(figure(-0.5, 'bookings', 'relative', study, 'en')).toBe('−50.0 %');
    expect(meanOf({ mean: 0.1, interval: [0.05, 0.15] }, percent)).toBe('+10.0 % (+5.0 % … +15.0 %)');
  });
});
