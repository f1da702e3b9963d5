import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { fullPlan } from '../../../engine/incentive/full-plan.ts';
import { payoutCurve } from '../../../engine/incentive/payout-curve.ts';
import { readStudy } from '../../../engine/study/index.ts';

const FOLDER = fileURLToPath(new URL('../../../scenarios/published/', import.meta.url));

/** Variable pay a year at quota of an alternative of a published study. */
function atQuota(study: string, alternative: string): number {
  const file = `${FOLDER}${study}.yaml`;
  const { alternatives, currency } = readStudy(file, {
    read: (path) => ({ file: path, text: readFileSync(path, 'utf8') }),
  });
  return payoutCurve(fullPlan(alternatives.find((one) => one.id === alternative)!.pay, currency)).pay(1);
}

it('plans said to pay the same at quota do, to half a cent a statement', () => {
  const difference = atQuota('b01-uncapped', 'same-pay') - atQuota('b01-uncapped', 'baseline');
  expect(Math.abs(difference)).toBeLessThanOrEqual(12 * 0.005);
  expect(atQuota('b01-uncapped', 'baseline')).toBeCloseTo(0.5 * 0.04 * 1_550_000, 2);
  expect(atQuota('b22-ratchet', 'ratchet')).toBeCloseTo(atQuota('b22-ratchet', 'baseline'), 2);
});
