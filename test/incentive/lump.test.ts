import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupPay } from '../../engine/incentive/components-in-force.ts';
import { lookAhead } from '../../engine/incentive/forecast.ts';
import type { Component, Rank } from '../../engine/incentive/language.ts';
import { feltLump, lumpsFelt, withFeltPrizes } from '../../engine/incentive/lump.ts';
import { openPeriods } from '../../engine/incentive/open-period.ts';
import { piecewise } from '../../engine/incentive/piecewise.ts';
import { meanUnder, slopeUnder } from '../../engine/incentive/piecewise-normal.ts';
import { weigh } from '../../engine/incentive/weigh.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { PLAIN, studyOf } from '../laws/setting.ts';
import { contest, full, LINEAR, withComponent } from './plans.ts';

const money = fc.double({ min: 1, max: 1e6, noNaN: true });
const aversion = fc.double({ min: 0.01, max: 0.9, noNaN: true });

describe('a lump of money', () => {
  test('of a whole usual pay is felt as 2(√2 − 1) of it at a half, a loss of three quarters as one and a third of it', () => {
    const risk = { aversion: 0.5, usual: 9_000 };
    expect(feltLump(9_000, risk)).toBeCloseTo(9_000 * 2 * (Math.SQRT2 - 1), 6);
    expect(feltLump(-6_750, risk)).toBeCloseTo(-9_000, 6);
    expect(feltLump(-1e9, risk)).toBeCloseTo(-18_000, 6);
  });

  test('is felt as it is without risk aversion, and where it is small', () => {
    expect(feltLump(123.456, { aversion: 0, usual: 1_000 })).toBe(123.456);
    expect(feltLump(1, { aversion: 0.5, usual: 1e6 })).toBeCloseTo(1, 5);
  });

  test('is felt as less than it is, a loss as more, whatever the currency', () => {
    fc.assert(
      fc.property(money, money, aversion, (lump, usual, a) => {
        const risk = { aversion: a, usual };
        expect(feltLump(lump, risk)).toBeLessThan(lump);
        expect(feltLump(-0.5 * Math.min(lump, usual), risk)).toBeLessThan(-0.5 * Math.min(lump, usual));
        const inCents = feltLump(100 * lump, { aversion: a, usual: 100 * usual });
        expect(Math.abs(inCents / (100 * feltLump(lump, risk)) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test('in halves is felt as more than at once', () => {
    fc.assert(
      fc.property(money, money, aversion, (lump, usual, a) => {
        const risk = { aversion: a, usual };
        expect(2 * feltLump(lump / 2, risk)).toBeGreaterThan(feltLump(lump, risk));
      }),
    );
  });
});

describe('the jumps of a pay curve', () => {
  // A bonus of 6,000 at 100, a rate of 10 from there, another bonus of 2,000 at 120.
  const curve = piecewise(
    [100, 120],
    [
      { x: 0, y: 0, slope: 0 },
      { x: 100, y: 6_000, slope: 10 },
      { x: 120, y: 8_200, slope: 10 },
    ],
    true,
  );
  const risk = { aversion: 0.5, usual: 10_000 };

  test('are felt as lumps where they are, the rates as they are', () => {
    const felt = piecewise(
      [100, 120],
      [
        { x: 0, y: 0, slope: 0 },
        { x: 100, y: feltLump(6_000, risk), slope: 10 },
        { x: 120, y: feltLump(6_000, risk) + 200 + feltLump(2_000, risk), slope: 10 },
      ],
      true,
    );
    for (const mean of [60, 95, 104, 130]) {
      for (const sd of [4, 20]) {
        const marginal = slopeUnder(curve, mean, sd) + lumpsFelt(curve, mean, sd, 1, risk, 'density');
        expect(marginal).toBeCloseTo(slopeUnder(felt, mean, sd), 4);
        const expected = meanUnder(curve, mean, sd) + lumpsFelt(curve, mean, sd, 1, risk, 'chance');
        expect(expected).toBeCloseTo(meanUnder(felt, mean, sd), 6);
      }
    }
  });

  test('are none where there are none', () => {
    const rate = piecewise(
      [50],
      [
        { x: 50, y: 0, slope: 0 },
        { x: 50, y: 0, slope: 3 },
      ],
      true,
    );
    expect(lumpsFelt(rate, 60, 10, 1, risk, 'density')).toBe(0);
    expect(lumpsFelt(curve, 100, 10, 1, { ...risk, aversion: 0 }, 'density')).toBe(0);
  });
});

function race(prizes: readonly number[]): GroupPay {
  const payout: Rank = { kind: 'rank', axis: 'amount', among: 'team', prizes, minimum: null, ties: 'share' };
  const component: Component = { ...full(LINEAR).components[0]!, factor: 1, payout };
  return { kind: 'rank', component, felt: payout, moneyPerFelt: 1, measure: 0, place: 0 };
}

describe('prizes of one sum', () => {
  const risk = { aversion: 0.5, usual: 10_000 };
  const felt = (prizes: readonly number[]): number => {
    const { felt: payout } = withFeltPrizes(race(prizes), risk);
    return payout.kind === 'rank' ? payout.prizes.reduce((sum, x) => sum + x, 0) : 0;
  };

  test('are felt as more the more evenly they are spread', () => {
    expect(felt([6_000])).toBeCloseTo(20_000 * (Math.sqrt(1.6) - 1), 6);
    expect(felt([3_000, 2_000, 1_000])).toBeGreaterThan(felt([6_000]));
    expect(felt([2_000, 2_000, 2_000])).toBeGreaterThan(felt([3_000, 2_000, 1_000]));
  });

  test('are their money to those who do not mind risk, and can be told back in money', () => {
    const group = race([3_000, 2_000]);
    expect(withFeltPrizes(group, { ...risk, aversion: 0 })).toBe(group);
    expect(withFeltPrizes(group, risk).moneyPerFelt * felt([3_000, 2_000])).toBeCloseTo(5_000, 6);
  });
});

describe('a plan in force', () => {
  const usualUnder = (riskAversion: number, plan: Parameters<typeof contest>[0]) => {
    const study = studyOf({ scalars: { 'people.risk-aversion': riskAversion } }, { other: { pay: plan } });
    return compileStudy(study, 0, new MixTables()).alternatives[1]!.pay;
  };
  const base = full(LINEAR);

  test('takes a deal’s credit to be what is paid for it, units to be told by list value', () => {
    const { measures, business } = usualUnder(
      0.5,
      withComponent(
        base,
        { id: 'more', metric: 'units', quota: null },
        { payout: contest(base, [1]).components[1]!.payout },
      ),
    );
    const net = 20_000 * Math.exp(0.7 ** 2 / 2) * 0.95;
    expect(measures[0]!.event).toBeCloseTo(net, 6);
    expect(measures[0]!.lump / measures[0]!.event).toBeCloseTo(Math.exp(0.7 ** 2), 9);
    expect(measures[1]!.event).toBeCloseTo(business.deal / business.median, 9);
  });

  test('feels a contest’s prizes against a quarter’s usual pay', () => {
    const plan = contest(base, [60_000]);
    const { usual, components, risks } = usualUnder(0.5, plan);
    expect(risks.at(-1)).toEqual({ aversion: 0.5, usual: usual.pay / 4 });
    const last = components.at(-1)!;
    const expected = feltLump(60_000, { aversion: 0.5, usual: usual.pay / 4 });
    expect(last.kind === 'rank' && last.felt.kind === 'rank' && last.felt.prizes[0]).toBeCloseTo(expected, 9);
  });

  test('pays the same whatever is felt, and is felt as less by those who mind risk', () => {
    const bonus = withComponent(
      base,
      { id: 'more' },
      {
        payout: {
          kind: 'bonus',
          axis: 'attainment',
          steps: [{ at: 1, amount: 20_000 }],
          stack: 'highest',
          in: 'money',
        },
        boundary: 'at-or-above',
      },
    );
    for (const plan of [bonus, contest(base, [60_000])]) {
      const bold = usualUnder(0, plan).own;
      const shy = usualUnder(0.5, plan).own;
      expect(shy.pay).toBe(bold.pay);
      expect(shy.rate).toBeLessThan(bold.rate);
    }
    expect(usualUnder(0.5, full({ ...PLAIN.pay, bonus: 0 })).own.rate).toBe(
      usualUnder(0, full({ ...PLAIN.pay, bonus: 0 })).own.rate,
    );
  });

  test('is felt as money, to the bit, by those who do not mind risk; by others only its lumps as less', () => {
    const bonus = withComponent(
      base,
      { id: 'more' },
      {
        payout: {
          kind: 'bonus',
          axis: 'attainment',
          steps: [{ at: 1, amount: 20_000 }],
          stack: 'highest',
          in: 'money',
        },
        boundary: 'at-or-above',
      },
    );
    const pool = withComponent(
      base,
      { id: 'more' },
      { payout: { kind: 'pool', among: 'team', size: { money: 20_000 }, divide: 'by-result' } },
    );
    const plans = { linear: base, pool, bonus, race: contest(base, [30_000, 30_000]) };
    const weighed = (riskAversion: number) => {
      const study = studyOf(
        { reps: 8, scalars: { 'people.risk-aversion': riskAversion } },
        Object.fromEntries(Object.entries(plans).map(([id, pay]) => [id, { pay }])),
      );
      const all = compileStudy(study, 0, new MixTables());
      const warm = warmUp(study, all, new Work(), new KeyedRandom(replicationKey(all.key, 0)));
      return all.alternatives.slice(1).map(({ model, pay }) => {
        const w = warm.fork();
        openPeriods(w, model, pay, 0);
        lookAhead(w, model, pay, 30, false, pay.scratch.ahead);
        weigh(w, model, pay, 30);
        return { money: [...pay.scratch.money], felt: [...pay.scratch.fresh] };
      });
    };
    // Nothing in this setting is felt as less because it is far away.
    const bold = weighed(0);
    for (const { money, felt } of bold) expect(felt).toEqual(money);
    const [linear, shared, ...lumpy] = weighed(0.5);
    expect(linear!.felt).toEqual(linear!.money);
    expect(shared!.felt).toEqual(shared!.money);
    for (const { money, felt } of lumpy) {
      felt.forEach((x, seat) => {
        expect(x).toBeLessThanOrEqual(money[seat]!);
      });
      expect(felt.some((x, seat) => x < 0.99 * money[seat]!)).toBe(true);
    }
  });
});
