import { describe, expect, it } from 'vitest';
import { EXTREMES } from '../validation/extremes/expected.ts';
import { cellsOf } from '../validation/extremes/judge.ts';
import { simulateExtremes } from '../validation/extremes/worlds.ts';

/**
 * A part of `npm run extremes`: extremes whose sign nobody doubts, in a trade that lives on deals and in one that lives on
 * contracts, with fixed seeds. The page has all of them in every context, and what disagrees.
 */
const QUICK: Readonly<Record<string, readonly string[]>> = {
  'real-estate': ['no-pay', 'pay-times-ten', 'commission-times-five', 'no-leads', 'half-leave', 'half-price'],
  'b2b-saas': ['no-pay', 'no-variable', 'half-salary', 'cap-at-a-tenth', 'pay-times-ten', 'nobody-serves'],
};

describe.each(Object.entries(QUICK))('extremes in %s', (context, extremes) => {
  const cells = cellsOf(context, extremes, simulateExtremes(context, extremes, 2));

  it.each(extremes)('%s does what was expected of it', (extreme) => {
    const outside = cells.filter((one) => one.extreme === extreme && !one.agrees);
    expect(outside, EXTREMES[extreme]!.why).toEqual([]);
  });

  it('are worth less than today', () => {
    for (const { looked, computed, extreme } of cells) {
      if (looked === 'value') expect(computed, extreme).toBeLessThan(0);
    }
  });
});
