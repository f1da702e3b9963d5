import { describe, expect, test } from 'vitest';
import { prizeOf } from '../../engine/incentive/evaluate-contest.ts';
import type { Rank } from '../../engine/incentive/language.ts';
import { expected, type Forecast } from '../../engine/incentive/marginal.ts';
import { normalCdf, normalDensity } from '../../engine/kernel/normal.ts';
import { expectedPrize, prizeAt, prizeCurve } from './marginal-rank.ts';
import { Dice } from './plan-random.ts';

function contest(prizes: readonly number[], minimum: number | null = null): Rank {
  return { kind: 'rank', axis: 'attainment', among: 'company', prizes, minimum, ties: 'share' };
}

const alike = (n: number): Forecast[] => new Array(n).fill({ mean: 1, sd: 0.25 });

describe('a contest', () => {
  test('between two has the known odds, Φ((μ − ν)/√(σ² + τ²)), and their gradient', () => {
    for (const [mine, theirs] of [
      [0.9, 1],
      [1, 1],
      [1.4, 1],
    ] as const) {
      const own = { mean: mine, sd: 0.2 };
      const rival = { mean: theirs, sd: 0.3 };
      const spread = Math.sqrt(0.2 ** 2 + 0.3 ** 2);
      const z = (mine - theirs) / spread;
      const { pay, marginal } = expectedPrize(contest([1_000]), own, [rival]);
      expect(Math.abs(pay - 1_000 * normalCdf(z))).toBeLessThan(1e-8);
      expect(Math.abs(marginal - (1_000 * normalDensity(z)) / spread)).toBeLessThan(1e-7);
    }
  });

  test('among equals shares the prizes out evenly', () => {
    for (const n of [1, 5, 20]) {
      const { pay } = expectedPrize(contest([900, 500, 100]), { mean: 1, sd: 0.25 }, alike(n));
      const given = [900, 500, 100].slice(0, n + 1).reduce((sum, prize) => sum + prize, 0);
      expect(Math.abs(pay - given / (n + 1))).toBeLessThan(1e-7);
    }
  });

  test('hands out every prize, whoever the rivals are', () => {
    const d = new Dice(7);
    for (let i = 0; i < 6; i++) {
      const field = Array.from({ length: d.whole(3, 6) }, () => ({
        mean: d.from(0.6, 1.5),
        sd: d.from(0.02, 0.5),
      }));
      const sum = field.reduce(
        (total, own, k) =>
          total +
          expectedPrize(
            contest([500, 300, 100]),
            own,
            field.filter((_, j) => j !== k),
          ).pay,
        0,
      );
      expect(Math.abs(sum - 900)).toBeLessThan(1e-7);
    }
  });

  test('has a gradient that is the derivative of its expected prize', () => {
    const d = new Dice(8);
    for (let i = 0; i < 12; i++) {
      const rank = contest([500, 300, 100], d.chance(0.5) ? 0.9 : null);
      const own = { mean: d.from(0.7, 1.3), sd: d.from(0.1, 0.4) };
      const rivals = Array.from({ length: 6 }, () => ({ mean: d.from(0.7, 1.3), sd: d.from(0.05, 0.4) }));
      const h = 1e-3;
      const at = (mean: number): number => expectedPrize(rank, { ...own, mean }, rivals).pay;
      // Five-point formula: error of order h⁴.
      const slope =
        (8 * (at(own.mean + h) - at(own.mean - h)) - at(own.mean + 2 * h) + at(own.mean - 2 * h)) / (12 * h);
      expect(Math.abs(expectedPrize(rank, own, rivals).marginal - slope)).toBeLessThan(2e-5);
    }
  });

  test('where own result is certain still has one: that of overtaking each rival', () => {
    const rivals = [
      { mean: 0.9, sd: 0.2 },
      { mean: 1.1, sd: 0.3 },
      { mean: 1, sd: 0.1 },
    ];
    const rank = contest([500, 300]);
    const h = 1e-5;
    const slope = (prizeAt(rank, 1.05 + h, rivals) - prizeAt(rank, 1.05 - h, rivals)) / (2 * h);
    expect(expectedPrize(rank, { mean: 1.05, sd: 0 }, rivals).marginal).toBeCloseTo(slope, 3);
  });

  test('with many winners pulls the weak more and the strong less than one prize of the same sum', () => {
    const rivals = alike(11);
    const pull = (prizes: readonly number[], mean: number): number =>
      expectedPrize(contest(prizes), { mean, sd: 0.25 }, rivals).marginal;
    const five = [200, 200, 200, 200, 200];
    expect(pull(five, 0.6)).toBeGreaterThan(pull([1_000], 0.6));
    expect(pull(five, 1.4)).toBeLessThan(pull([1_000], 1.4));
  });

  test('as a curve in 64 pieces is within 1 % of the first prize, its gradient within 5 %', () => {
    const rank = contest([1_000, 600, 300]);
    const rivals = alike(12);
    const curve = prizeCurve(rank, rivals);
    for (const mean of [0.6, 0.9, 1, 1.2, 1.5]) {
      const own = { mean, sd: 0.25 };
      const exact = expectedPrize(rank, own, rivals);
      const near = expected(curve, own);
      expect(Math.abs(near.pay - exact.pay)).toBeLessThan(10);
      expect(Math.abs(near.marginal - exact.marginal)).toBeLessThan(0.05 * exact.marginal);
    }
  });

  test('pays by rank, equals sharing or not, nobody below the minimum', () => {
    const rank = contest([100, 60, 20], 0.8);
    expect(prizeOf(rank, 1.2, [1, 1.1])).toBe(100);
    expect(prizeOf(rank, 1.1, [1.1, 1.2, 0.9])).toBe(40);
    expect(prizeOf({ ...rank, ties: 'best' }, 1.1, [1.1, 1.2, 0.9])).toBe(60);
    expect(prizeOf(rank, 0.79, [0.1])).toBe(0);
    expect(prizeOf(rank, 0.8, [0.79, 0.8, 0.8])).toBe(60);
    expect(prizeOf(rank, 1, [1.1, 1.2, 1.3])).toBe(0);
  });
});
