import type { CataloguePreset, ChartData, PayCurve } from '../../contract/index.ts';

/** Shares of people by attainment, in bins of equal width from 0. */
export interface Spread {
  readonly width: number;
  /** Shares; they sum to 1. */
  readonly shares: readonly number[];
  readonly source: 'usual' | 'run';
}

const WIDTH = 0.1;
/** Up to three times the quota; whoever attains more is counted there. */
const BINS = 30;
/** Standard deviation of attainment among people of a usual team: assumed. */
const USUAL_SD = 0.35;

/**
 * The usual spread of attainment: logistic with an assumed deviation, placed so that as many reach quota as the industry's
 * published range has in its middle.
 */
export function usualSpread(preset: CataloguePreset): Spread {
  const target = preset.targets['reps-at-quota'];
  const reach = target === undefined ? 0.5 : (target.low + target.high) / 2;
  const scale = (USUAL_SD * Math.sqrt(3)) / Math.PI;
  const centre = 1 + scale * Math.log(reach / (1 - reach));
  const below = (x: number): number => 1 / (1 + Math.exp((centre - x) / scale));
  const shares = Array.from({ length: BINS }, (_, i) => {
    const from = i === 0 ? 0 : below(i * WIDTH);
    const to = i === BINS - 1 ? 1 : below((i + 1) * WIDTH);
    return to - from;
  });
  return { width: WIDTH, shares, source: 'usual' };
}

/** The spread that the baseline of a run showed. */
export function spreadOfRun(data: ChartData): Spread | null {
  const { bins, counts } = data.reachedQuota;
  const all = counts[0];
  const total = all?.reduce((sum, n) => sum + n, 0) ?? 0;
  if (all === undefined || total === 0) return null;
  const width = (bins.to - bins.from) / bins.count;
  const shares = new Array<number>(BINS).fill(0);
  all.forEach((n, i) => {
    const middle = bins.from + (i + 0.5) * width;
    const at = Math.min(BINS - 1, Math.max(0, Math.floor(middle / WIDTH)));
    shares[at]! += n / total;
  });
  return { width: WIDTH, shares, source: 'run' };
}

/** What a curve pays at a level: from the last point at or below it, along its slope. A jump lies at its own point. */
export function payAt(curve: PayCurve, level: number): number {
  const from = curve.points.filter((one) => one.level <= level).at(-1) ?? curve.points[0];
  return from === undefined ? 0 : from.pay + from.marginal * (level - from.level);
}

/**
 * Salary and variable pay of a team for a year if attainment is spread so.
 *
 * @param stretch today's quota over this plan's: what people reach now, in terms of this plan's quota
 */
export function costOf(curve: PayCurve, spread: Spread, reps: number, stretch: number): number {
  const variable = spread.shares.reduce(
    (sum, share, i) => sum + share * payAt(curve, (i + 0.5) * spread.width * stretch),
    0,
  );
  return reps * (curve.salary + variable);
}
