import { pow } from '../kernel/math.ts';
import { normalCdf, normalDensity } from '../kernel/normal.ts';
import type { GroupPay } from './components-in-force.ts';
import { onPiece, type Piecewise } from './piecewise.ts';

/** Beyond so many standard deviations a jump is as good as decided. */
const DECIDED = 5;

/** Jumps below this share of usual pay are rounding. */
const NOTHING = 1e-9;

/** How people value money that comes all at once. */
export interface Risk {
  /** Constant relative risk aversion, 0 for none; below 1. */
  readonly aversion: number;
  /** What they are paid usually, salary included, over the time that the lump is for. */
  readonly usual: number;
}

/**
 * What a lump of money on top of usual pay is felt as, in money at the margin: (u(W + lump) − u(W)) ÷ u′(W) with
 * u(W) = W^(1−a) ÷ (1−a). A prize of a whole usual pay is felt as .83 of it at a = .5; a loss as more than it is.
 *
 * @param lump money; never less than all of W is lost
 */
export function feltLump(lump: number, { aversion, usual }: Risk): number {
  if (aversion === 0 || !(usual > 0)) return lump;
  const power = 1 - aversion;
  const times = Math.max(0, 1 + lump / usual);
  // The usual aversion, at a fraction of the cost.
  const felt = power === 0.5 ? Math.sqrt(times) : pow(times, power);
  return (usual * (felt - 1)) / power;
}

/** A contest or match with its prizes and stakes as they are felt. A part of a pool grows with the result: it is no lump. */
export function withFeltPrizes(group: GroupPay, risk: Risk): GroupPay {
  const { payout, factor } = group.component;
  if (risk.aversion === 0 || !(factor > 0)) return group;
  const felt = (money: number): number => feltLump(factor * money, risk) / factor;
  if (payout.kind === 'rank') {
    const prizes = payout.prizes.map(felt);
    return { ...group, felt: { ...payout, prizes }, moneyPerFelt: ratio(sum(payout.prizes), sum(prizes)) };
  }
  if (payout.kind !== 'match') return group;
  const prize = felt(payout.prize);
  const stake = -felt(-payout.stake);
  const moneyPerFelt = ratio(payout.prize + payout.stake, prize + stake);
  return { ...group, felt: { ...payout, prize, stake }, moneyPerFelt };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, x) => all + x, 0);
}

function ratio(money: number, felt: number): number {
  return felt > 0 ? money / felt : 1;
}

/**
 * What the jumps of a pay curve are felt as less than they are (a negative number, where they go up), at
 * X ~ Normal(mean, sd²): each by the density with which X is there, per unit of X, or by the chance that X is above.
 *
 * @param times money per unit of the curve
 */
export function lumpsFelt(
  f: Piecewise,
  mean: number,
  sd: number,
  times: number,
  risk: Risk,
  by: 'density' | 'chance',
): number {
  if (risk.aversion === 0 || !(sd > 0)) return 0;
  const { at } = f;
  let all = 0;
  for (let k = 0; k < at.length; k++) {
    const jump = (f.value[k + 1]! - onPiece(f, k, at[k]!)) * times;
    if (Math.abs(jump) <= NOTHING * risk.usual) continue;
    const z = (mean - at[k]!) / sd;
    if (z < -DECIDED || (by === 'density' && z > DECIDED)) continue;
    const weight = by === 'density' ? normalDensity(z) / sd : normalCdf(z);
    all += (feltLump(jump, risk) - jump) * weight;
  }
  return all;
}
