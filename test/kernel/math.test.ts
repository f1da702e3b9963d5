import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../engine/kernel/hash.ts';
import { incompleteBeta } from '../../engine/kernel/incomplete-beta.ts';
import * as math from '../../engine/kernel/math.ts';
import { normalCdf, normalDensity, normalQuantile } from '../../engine/kernel/normal.ts';

type Case = readonly [name: string, args: readonly number[], value: number];

// Made by generate.py beside it, in 60-digit arithmetic.
const CASES = JSON.parse(
  readFileSync(new URL('../fixtures/kernel/functions.json', import.meta.url), 'utf8'),
) as Case[];

const FUNCTIONS: Readonly<Record<string, (...args: number[]) => number>> = {
  exp: math.exp,
  log: math.log,
  log1p: math.log1p,
  expm1: math.expm1,
  tanh: math.tanh,
  atanh: math.atanh,
  logistic: math.logistic,
  logit: math.logit,
  pow: math.pow,
  lgamma: math.lgamma,
  normalCdf,
  incompleteBeta: incompleteBeta as (...args: number[]) => number,
};

/** The gap between a double and the next one away from 0. */
function ulp(x: number): number {
  return x === 0 ? 2 ** -1074 : Math.max(2 ** -1074, 2 ** (Math.floor(Math.log2(Math.abs(x))) - 52));
}

/** What each function promises: units in the last place, or an absolute error where the value passes through 0. */
const PROMISES: Readonly<Record<string, { ulps: number; absolute?: number }>> = {
  exp: { ulps: 1 },
  log: { ulps: 1 },
  log1p: { ulps: 2 },
  expm1: { ulps: 2 },
  tanh: { ulps: 3 },
  atanh: { ulps: 3 },
  logistic: { ulps: 3 },
  logit: { ulps: 4, absolute: 3e-16 },
  pow: { ulps: 45 },
  lgamma: { ulps: 45, absolute: 3e-15 },
  normalCdf: { ulps: 900 },
  incompleteBeta: { ulps: 2000 },
};

describe('against 60-digit references', () => {
  test.each(Object.entries(PROMISES))('%s keeps its promise', (name, { ulps, absolute }) => {
    const mine = CASES.filter(([of]) => of === name);
    expect(mine.length).toBeGreaterThan(50);
    for (const [, args, value] of mine) {
      const error = Math.abs(FUNCTIONS[name]!(...args) - value);
      const allowed = Math.max(ulps * ulp(value), absolute ?? 0);
      expect(error, `${name}(${args})`).toBeLessThanOrEqual(allowed);
    }
  });
});

describe('against the host', () => {
  const anywhere = fc.double({ min: -700, max: 700, noNaN: true });

  test('exp, log, tanh and pow agree to a few units in the last place', () => {
    fc.assert(
      fc.property(anywhere, fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x, y) => {
        expect(Math.abs(math.exp(x) - Math.exp(x))).toBeLessThanOrEqual(3 * ulp(Math.exp(x)));
        expect(Math.abs(math.log(y) - Math.log(y))).toBeLessThanOrEqual(3 * ulp(Math.log(y)));
        expect(Math.abs(math.tanh(x) - Math.tanh(x))).toBeLessThanOrEqual(4 * ulp(Math.tanh(x)));
        expect(Math.abs(math.pow(y, 0.3) / y ** 0.3 - 1)).toBeLessThan(1e-13);
      }),
      { seed: 8, numRuns: 2000 },
    );
  });
});

describe('at the edges', () => {
  test('exp', () => {
    expect(math.exp(0)).toBe(1);
    expect(math.exp(710)).toBe(Number.POSITIVE_INFINITY);
    expect(math.exp(-746)).toBe(0);
    expect(math.exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(math.exp(-745)).toBeGreaterThan(0);
    expect(math.exp(709.7)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(math.exp(Number.NaN)).toBeNaN();
  });
  test('log', () => {
    expect(math.log(1)).toBe(0);
    expect(math.log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(math.log(-1)).toBeNaN();
    expect(math.log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(math.log(Number.MAX_VALUE)).toBeCloseTo(709.782712893384, 11);
    expect(math.log(Number.MIN_VALUE)).toBeCloseTo(-744.4400719213812, 11);
  });
  test('pow', () => {
    expect(math.pow(7, 0)).toBe(1);
    expect(math.pow(0, 0)).toBe(1);
    expect(math.pow(0, 2)).toBe(0);
    expect(math.pow(0, -2)).toBe(Number.POSITIVE_INFINITY);
    expect(math.pow(1, 1e9)).toBe(1);
  });
  test('tanh is odd, exactly 0 at 0 and exactly 1 far out', () => {
    expect(math.tanh(0)).toBe(0);
    expect(math.tanh(1000)).toBe(1);
    for (const x of [1e-12, 0.3, 5, 19.9, 20.1]) expect(math.tanh(-x)).toBe(-math.tanh(x));
  });
  test('the incomplete beta function is 0 and 1 at its ends and mirrors itself', () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
    const shape = fc.double({ min: 0.05, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 11);
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});

test('the normal’s quantiles are the known ones, and its density is its slope', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 13);
  expect(normalQuantile(0.5)).toBe(0);
  for (const x of [-3, -1, 0, 0.5, 2]) {
    expect((normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5).toBeCloseTo(normalDensity(x), 9);
  }
});

/** The 16 hexadecimal digits of a double. */
function hex(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/**
 * Not "right" but "unchanged": results are the same bytes on every machine only while these bits stay as they are.
 * Each digest covers a grid of 400 arguments.
 */
describe('bits are pinned', () => {
  const grid = Array.from({ length: 400 }, (_, i) => (i - 200) / 7.3);
  const over: [string, (x: number) => number, string, string][] = [
    ['exp', math.exp, '400bec38edb0faf0', '7c58bcdf9db969a8'],
    ['log', (x) => math.log(Math.abs(x) + 1e-3), '3fccaa2bfbb19ee7', '61a9fb503a933d71'],
    ['log1p', (x) => math.log1p(Math.abs(x) / 3), '3fd64aa8293707e7', '71a948e0f0be8c67'],
    ['expm1', (x) => math.expm1(x / 10), '3fc10b022db7ae68', '6c62b6c3e52acfbf'],
    ['pow', (x) => math.pow(Math.abs(x), 1.7), '3ff761970e91d2b2', 'b8f4908d64640a15'],
    ['logistic', math.logistic, '3fe8dfa3f55dc7ca', '3ac86c33be3e4acc'],
    ['logit', (x) => math.logit(math.logistic(x / 10)), '3fc0000000000004', '10dd34941cce8201'],
    ['tanh', (x) => math.tanh(x / 5), '3fcf597ea69a1c86', 'd815c7ada57f1195'],
    ['atanh', (x) => math.atanh(x / 30), '3fa5587f437b286c', '135f1a164a3d97d5'],
    ['lgamma', (x) => math.lgamma(Math.abs(x) + 0.1), 'bfbd806d6d4a5a40', 'cdd3a54a17765b0c'],
    ['normalCdf', (x) => normalCdf(x / 3), '3fe52b5396177d42', '8e48285cf8a9bc1d'],
    ['normalQuantile', (x) => normalQuantile((x + 30) / 60), '3faabfe15a2d33bf', '2e14d5acf6b44b56'],
  ];

  test.each(over)('%s', (_name, f, atOne, digest) => {
    expect(hex(f(1.25))).toBe(atOne);
    expect(sha256(grid.map((x) => hex(f(x))).join('')).slice(0, 16)).toBe(digest);
  });
});
