import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseWeighted, shuffled } from '../../engine/random/choice.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';

const random = new KeyedRandom([11, 22, 33, 44]);
const PURPOSE = 24;

describe('a weighted choice', () => {
  test('falls on alternatives in proportion to their weights', () => {
    const weights = [1, 2, 0, 5];
    const n = 40_000;
    const counts = [0, 0, 0, 0];
    for (let k = 0; k < n; k++) counts[chooseWeighted(random, k, PURPOSE, 0, weights)]!++;
    expect(counts[2]).toBe(0);
    // χ² with 2 degrees of freedom: above 18.4 once in 10,000 seeds if the law holds.
    let chi = 0;
    for (const i of [0, 1, 3]) chi += (counts[i]! - (n * weights[i]!) / 8) ** 2 / ((n * weights[i]!) / 8);
    expect(chi).toBeLessThan(18.4);
  });

  test('changes only when the chosen weight falls relative to another', () => {
    const weight = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.tuple(weight, fc.double({ min: 0.01, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (entity, pairs, scale) => {
          const before = pairs.map(([w]) => w);
          const chosen = chooseWeighted(random, entity, PURPOSE, 0, before);
          // All others lose at least as much as the chosen: the choice must stand.
          const after = pairs.map(([w, loss], i) => scale * (i === chosen ? w : w * loss));
          expect(chooseWeighted(random, entity, PURPOSE, 0, after)).toBe(chosen);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });

  test('does not change when an alternative that was not chosen goes away', () => {
    for (let entity = 0; entity < 200; entity++) {
      const ids = [7, 9, 12, 40];
      const weights = [1, 2, 1, 3];
      const chosen = ids[chooseWeighted(random, entity, PURPOSE, 3, weights, ids)]!;
      const gone = ids.findIndex((id) => id !== chosen);
      const left = ids.filter((_, i) => i !== gone);
      const leftWeights = weights.filter((_, i) => i !== gone);
      expect(left[chooseWeighted(random, entity, PURPOSE, 3, leftWeights, left)]).toBe(chosen);
    }
  });

  test('gives −1 when nothing can be chosen, and refuses weights that are none', () => {
    expect(chooseWeighted(random, 0, PURPOSE, 0, [])).toBe(-1);
    expect(chooseWeighted(random, 0, PURPOSE, 0, [0, 0])).toBe(-1);
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => chooseWeighted(random, 0, PURPOSE, 0, [1, bad])).toThrow(RangeError);
  });
});

describe('a shuffle', () => {
  test('is a permutation that does not depend on the order given', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1e6 }), { maxLength: 30 }),
        fc.integer(),
        (ids, entity) => {
          const order = shuffled(random, entity, PURPOSE, 1, ids);
          expect([...order].sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b));
          expect(shuffled(random, entity, PURPOSE, 1, [...ids].reverse())).toEqual(order);
        },
      ),
      { seed: 6, numRuns: 200 },
    );
  });

  test('keeps the order of those who stay', () => {
    const ids = [1, 2, 3, 4, 5, 6, 7, 8];
    for (let time = 0; time < 50; time++) {
      const order = shuffled(random, 1, PURPOSE, time, ids);
      expect(shuffled(random, 1, PURPOSE, time, [1, 2, 4, 5, 7, 8])).toEqual(
        order.filter((id) => id !== 3 && id !== 6),
      );
    }
  });

  test('gives every order of four alike', () => {
    const counts = new Map<string, number>();
    const n = 24_000;
    for (let k = 0; k < n; k++) {
      const order = shuffled(random, k, PURPOSE, 2, [0, 1, 2, 3]).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // χ² with 23 degrees of freedom: above 56.7 once in 10,000 seeds.
    let chi = 0;
    for (const count of counts.values()) chi += (count - n / 24) ** 2 / (n / 24);
    expect(chi).toBeLessThan(56.7);
  });
});
