import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modeOf } from '../../engine/kernel/quantity.ts';
import { applyShift } from '../../engine/model/lever-algebra.ts';
import { LEVERS } from '../../engine/model/levers.ts';
import { compose, optionsOf, policiesOf } from '../../engine/schemes/compose.ts';
import { SCHEMES, schemeById } from '../../engine/schemes/registry.ts';
import { schemeContextOf } from '../../engine/study/firm.ts';
import { PRESETS } from '../../engine/study/presets/index.ts';
import { company } from './companies.ts';

const context = schemeContextOf(company(PRESETS[0]!, 12));

describe('composing practices', () => {
  const uses = SCHEMES.map((s) => ({ scheme: s.id, options: {} }));

  it('gives the same numbers in any order, and of any of them alone', () => {
    const whole = compose(uses, context, modeOf);
    fc.assert(
      fc.property(fc.shuffledSubarray(uses), (some) => {
        const ids = new Set(some.map((use) => use.scheme));
        expect(compose(some, context, modeOf)).toEqual(
          whole.filter((one) => ids.has(SCHEMES[one.position]!.id)),
        );
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('draws each number at a place of its own', () => {
    const places: string[] = [];
    compose(uses, context, (_, position, ordinal) => {
      places.push(`${position} ${ordinal}`);
      return 1;
    });
    expect(new Set(places).size).toBe(places.length);
  });

  it('fills in options that are not given', () => {
    const structured = schemeById('structured')!;
    expect(optionsOf(structured, {}, context)).toEqual({ reviewsPerYear: 1.5 });
    expect(optionsOf(structured, { reviewsPerYear: 4 }, context)).toEqual({ reviewsPerYear: 4 });
  });

  it('finds no clash of rules where no practice brings one', () => {
    const { chosen, conflicts } = policiesOf(uses.filter((u) => u.scheme === 'structured'));
    expect(chosen.size).toBe(0);
    expect(conflicts).toEqual([]);
  });
});

describe('adding up shifts', () => {
  const finite = { noNaN: true, noDefaultInfinity: true } as const;
  const base = { log: 2, odds: 0.3, fisher: 0.4, hours: 1, level: 0.1 } as const;

  it.each(LEVERS.map((lever) => [lever.id, lever] as const))('%s', (_, { scale, bound }) => {
    const value = (sum: number) => applyShift(scale, base[scale], bound, sum);
    expect(value(0)).toBe(base[scale]);
    // What saturates is bounded by the end of its scale, however much is asked.
    const [least, most] = [value(-1e9), value(1e9)];
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, ...finite }),
        fc.double({ min: 1e-3, max: 5, ...finite }),
        (x, step) => {
          expect(value(x)).toBeGreaterThanOrEqual(least);
          expect(value(x)).toBeLessThanOrEqual(most);
          expect(value(x + step)).toBeGreaterThanOrEqual(value(x));
        },
      ),
      { seed: 2, numRuns: 50 },
    );
    // Small shifts act in full.
    const small = 0.001 * bound;
    const expected = {
      log: base.log * Math.exp(small),
      odds: 1 / (1 + Math.exp(-(Math.log(0.3 / 0.7) + small))),
      fisher: Math.tanh(Math.atanh(0.4) + small),
      hours: base.hours + small,
      level: base.level + small,
    }[scale];
    expect(value(small)).toBeCloseTo(expected, 5);
  });
});
