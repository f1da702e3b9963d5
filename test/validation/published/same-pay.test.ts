import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { fullPlan } from '../../../engine/incentive/full-plan.ts';
import { payoutCurve } from '../../../engine/incentive/payout-curve.ts';
import { readStudy } from '../../../engine/study/index.ts';

const FOLDER = fileURLToPath(new URL('../../../scenarios/published/', import.meta.url));

/** Variable pay a year at an attainment under an alternative of a published study. */
function paid(study: string, alternative: string, attainment: number): number {
  const file = `${FOLDER}${study}.yaml`;
  const { alternatives, currency } = readStudy(file, {
    read: (path) => ({ file: path, text: readFileSync(path, 'utf8') }),
  });
  const { pay } = alternatives.find((one) => one.id === alternative)!;
  return payoutCurve(fullPlan(pay, currency)).pay(attainment);
}

it('plans said to pay the same do', () => {
  // In the middle of the old range, to what the rounding of the rate to a hundred-thousandth leaves.
  const middle = (1 + 1.33) / 2;
  const [old, straight] = ['baseline', 'same-pay'].map((one) => paid('b01-uncapped', one, middle));
  expect(Math.abs(straight! - old!)).toBeLessThan(1);
  expect(old).toBeCloseTo(0.165 * 0.059 * 1_200_000, 1);
  expect(paid('b22-ratchet', 'ratchet', 1)).toBeCloseTo(paid('b22-ratchet', 'baseline', 1), 2);
  for (const [one, other] of [
    ['several', 'ranked'],
    ['baseline', 'ranked'],
  ] as const)
    expect(paid('b12-contests', one, 1)).toBe(paid('b12-contests', other, 1));
});

it('contracts have what is known of those of the publications', () => {
  const ceiling = paid('b01-uncapped', 'baseline', 1.33);
  expect(ceiling / (ceiling + 12 * 6500)).toBeCloseTo(0.23, 2);
  expect(paid('b01-uncapped', 'baseline', 1)).toBe(0);
  expect(paid('b01-uncapped', 'baseline', 2)).toBe(ceiling);
  // At most 3.6 % of the wage, nothing short of the target.
  expect(paid('b14-team-bonus', 'team-bonus', 0.99)).toBe(0);
  expect(paid('b14-team-bonus', 'team-bonus', 1.5)).toBeCloseTo(12 * 0.036 * 5000, 6);
});
