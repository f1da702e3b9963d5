import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bgNbdRepeats } from '../../engine/random/distributions/bg-nbd.ts';
import { PURPOSES } from '../../engine/random/purposes.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import {
  type BgNbd,
  expectedRepeats,
  fitBgNbd,
  logLikelihood,
  type PurchaseHistory,
  repeatChance,
} from '../../engine/statistics/bg-nbd.ts';

/** Fader, Hardie & Lee (2005), Table 2: CDNOW, in weeks. */
const PUBLISHED: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

// Real customers; the README beside the file says whose and under which licence.
const HISTORIES: PurchaseHistory[] = readFileSync(
  new URL('../fixtures/cdnow/histories.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [repeats, last, observed, customers] = line.split(',').map(Number) as [
      number,
      number,
      number,
      number,
    ];
    return { repeats, last, observed, customers };
  });

function total(f: (history: PurchaseHistory) => number): number {
  return HISTORIES.reduce((sum, one) => sum + one.customers * f(one), 0);
}

describe('BG/NBD on the CDNOW cohort', () => {
  test('the data are the published ones', () => {
    expect(total(() => 1)).toBe(2357);
    expect(total((one) => one.repeats)).toBe(2457);
    expect(total((one) => (one.repeats === 0 ? 1 : 0))).toBe(1411);
  });

  test('expects 2,498 repeats in 39 weeks and 4,166 in 78', () => {
    expect(total((one) => expectedRepeats(PUBLISHED, one.observed))).toBeCloseTo(2498, -0.5);
    expect(total((one) => expectedRepeats(PUBLISHED, one.observed + 39))).toBeCloseTo(4166, -0.5);
    expect(expectedRepeats(PUBLISHED, 39)).toBeCloseTo(1.197, 3);
    expect(expectedRepeats(PUBLISHED, 78)).toBeCloseTo(1.861, 3);
  });

  test('expects the published expectations of a package that fitted the same data', () => {
    // CLVTools' own test expectations, at its estimates; stated to 4 digits.
    const law = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 };
    const weeks = [0.1429, 1, 3, 31.8571, 32, 78];
    const repeats = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576];
    for (const [i, week] of weeks.entries())
      expect(Math.abs(expectedRepeats(law, week) - repeats[i]!)).toBeLessThan(5e-4);
  });

  test('finds the published frequencies of 0, 1, 2 … 7 and more repeats', () => {
    const expected = [1406.5, 460.8, 192.7, 101.3, 59.9, 38.2, 25.6];
    let rest = 2357;
    for (const [count, customers] of expected.entries()) {
      const got = total((one) => repeatChance(PUBLISHED, one.observed, count));
      expect(got).toBeCloseTo(customers, 1);
      rest -= got;
    }
    expect(rest).toBeCloseTo(72.0, 1);
  });

  test('has log-likelihood −9,582.4 there, and its maximum at the published parameters', () => {
    expect(logLikelihood(PUBLISHED, HISTORIES)).toBeCloseTo(-9582.4, 1);
    const fit = fitBgNbd(HISTORIES);
    expect(fit.converged).toBe(true);
    expect(fit.logLikelihood).toBeCloseTo(-9582.4256, 3);
    expect(fit.law.r).toBeCloseTo(0.243, 3);
    expect(fit.law.alpha).toBeCloseTo(4.414, 3);
    expect(fit.law.a).toBeCloseTo(0.793, 3);
    expect(fit.law.b).toBeCloseTo(2.426, 3);
  });

  test('the chances of all counts sum to 1 and their mean is the expectation', () => {
    for (const time of [0.5, 10, 39]) {
      let sum = 0;
      let mean = 0;
      for (let count = 0; count < 400; count++) {
        const chance = repeatChance(PUBLISHED, time, count);
        sum += chance;
        mean += count * chance;
      }
      expect(sum).toBeCloseTo(1, 9);
      expect(mean).toBeCloseTo(expectedRepeats(PUBLISHED, time), 6);
    }
    expect(repeatChance(PUBLISHED, 0, 0)).toBe(1);
    expect(expectedRepeats(PUBLISHED, 0)).toBe(0);
  });

  /**
   * 100 cohorts by keyed draws. One customer's count has a standard deviation of about 2.4 for a mean of 1.06, so the
   * mean of 235,700 is off by .47 % (one deviation): 1 % is passed falsely by 1 seed in 30, and this seed is fixed.
   */
  test('simulated by keyed draws has the expected repeats and non-buyers within 1 %', () => {
    const random = new KeyedRandom([9, 8, 7, 6]);
    let repeats = 0;
    let none = 0;
    let entity = 0;
    for (const { observed, customers } of HISTORIES) {
      for (let k = 0; k < customers * 100; k++) {
        const count = bgNbdRepeats(random, entity++, PURPOSES['repeat-occasion'], observed, PUBLISHED);
        repeats += count;
        if (count === 0) none++;
      }
    }
    expect(Math.abs(repeats / 100 / 2498 - 1)).toBeLessThan(0.01);
    expect(Math.abs(none / 100 / 1406.5 - 1)).toBeLessThan(0.01);
  });

  test('the same customer seen longer has bought at least as often', () => {
    const random = new KeyedRandom([1, 1, 1, 1]);
    for (let entity = 0; entity < 500; entity++) {
      const short = bgNbdRepeats(random, entity, PURPOSES['repeat-occasion'], 20, PUBLISHED);
      expect(bgNbdRepeats(random, entity, PURPOSES['repeat-occasion'], 60, PUBLISHED)).toBeGreaterThanOrEqual(
        short,
      );
    }
  });
});
