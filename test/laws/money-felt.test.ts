import { describe, expect, it } from 'vitest';
import { moneyFelt, type Offer } from '../../engine/model/offer.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { batchOf, bits, PLAIN, seatFigure, studyOf } from './setting.ts';

/** What money on top is felt as by who is paid more, or less, than people are used to. */

const model = (aversion: number) =>
  compileStudy(studyOf({ scalars: { 'people.risk-aversion': aversion } }), 0, new MixTables())
    .alternatives[0]!.model;

const offer = (times: number): Offer => {
  const usual = model(0.5).offer.usual;
  return { ...model(0.5).offer, usual, pay: usual.map((x) => times * x), same: times === 1 };
};

describe('money on top', () => {
  it('is felt as (pay ÷ usual)^−a by who is paid more, and as usual by who is paid less', () => {
    const { params } = model(0.5);
    for (const ability of [-0.6, 0, 0.9]) {
      expect(moneyFelt(params, offer(1), ability)).toBe(1);
      expect(moneyFelt(params, offer(4), ability)).toBeCloseTo(0.5, 12);
      expect(moneyFelt(params, offer(0.25), ability)).toBe(1);
      expect(moneyFelt(model(0).params, offer(4), ability)).toBe(1);
    }
  });

  it('moves people less where salary doubled beside the same commission, and not at all where nobody minds', () => {
    const rich = { rich: { pay: { ...PLAIN.pay, salary: 3 * PLAIN.pay.salary } } };
    const effort = (aversion: number): [Float64Array, Float64Array] => {
      const scalars = { 'people.risk-aversion': aversion, 'people.turnover': 0 };
      const batch = batchOf(studyOf({ scalars, reps: 8 }, rich), 2);
      const of = (a: number) =>
        Float64Array.from(batch.runs.flatMap((_, run) => [...seatFigure(batch, run, a, 'effort')]));
      return [of(0), of(1)];
    };
    const [before, after] = effort(0.5);
    before.forEach((x, seat) => {
      expect(after[seat]!).toBeLessThan(x);
    });
    const [plain, same] = effort(0);
    expect(bits(same)).toEqual(bits(plain));
  });
});
