import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LAWS } from './laws.ts';

type Case = readonly [law: string, args: readonly number[], u: number, x: number];

// Made by generate.py beside it, in 60-digit arithmetic.
const CASES = JSON.parse(
  readFileSync(new URL('../../fixtures/distributions/quantiles.json', import.meta.url), 'utf8'),
) as Case[];

test.each(Object.keys(LAWS))('%s agrees with the reference to 1e-9, counts exactly', (name) => {
  const law = LAWS[name]!;
  const mine = CASES.filter(([of]) => of === name);
  expect(mine.length).toBeGreaterThanOrEqual(26);
  for (const [, args, u, x] of mine) {
    const got = law.quantile(u, ...args);
    const error = x === 0 ? Math.abs(got) : Math.abs(got / x - 1);
    expect(error, `${name}(${args}) at u = ${u}: ${got} for ${x}`).toBeLessThan(law.counts ? 1e-15 : 1e-9);
  }
});

test.each(Object.keys(LAWS))('%s: the distribution function finds u again at the reference value', (name) => {
  const law = LAWS[name]!;
  if (law.counts) return;
  for (const [, args, u, x] of CASES.filter(([of]) => of === name)) {
    const got = law.cdf(x, ...args);
    // x is rounded to a double: that alone moves F by as much as F differs between its neighbours.
    const rounding = law.cdf(x * (1 + 2.3e-16), ...args) - law.cdf(x * (1 - 2.3e-16), ...args);
    expect(Math.abs(got - u), `${name}(${args}) at x = ${x}`).toBeLessThan(1e-12 + Math.abs(rounding));
  }
});
