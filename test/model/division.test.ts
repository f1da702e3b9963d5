import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divided } from '../../engine/model/phases/hours.ts';

/** Hours between service and selling: shares in proportion to usual share × reward. */
describe('hours divided between service and selling', () => {
  const hours = fc.double({ min: 0.1, max: 10, noNaN: true });
  const share = fc.double({ min: 0.01, max: 0.6, noNaN: true });
  const drive = fc.double({ min: 0.25, max: 2, noNaN: true });

  it('are as usual at usual rewards, and the odds of service move with its reward', () => {
    fc.assert(
      fc.property(hours, share, drive, (net, part, reward) => {
        const given = divided(part * net, net, reward);
        expect(divided(part * net, net, 1)).toBeCloseTo(part * net, 12);
        expect(given / (net - given)).toBeCloseTo((reward * part) / (1 - part), 9);
      }),
    );
  });

  it('never add up to more than there are: service grows by less than its reward, falls by less too', () => {
    fc.assert(
      fc.property(hours, share, drive, (net, part, reward) => {
        const given = divided(part * net, net, reward);
        expect(given).toBeLessThan(net);
        const ratio = given / (part * net);
        expect(Math.abs(Math.log(ratio))).toBeLessThanOrEqual(Math.abs(Math.log(reward)) + 1e-12);
      }),
    );
  });

  it('known answers', () => {
    expect(divided(2, 8, 3)).toBe(4);
    expect(divided(0, 8, 2)).toBe(0);
    expect(divided(0, 0, 2)).toBe(0);
  });
});
