import { normalCdf, normalQuantile } from '../../../engine/kernel/normal.ts';
import { mean, variance } from '../../../engine/statistics/moments.ts';
import { CONFIDENCE } from '../effects.ts';

/** A figure with its 90 % interval, normal approximation. */
export interface Estimate {
  readonly mean: number;
  readonly interval: readonly [number, number];
}

/** A firm as a survey meets it. */
export interface Surveyed {
  /** Growth of sales over the year before, had it taken up one practice or three. */
  readonly one: number;
  readonly three: number;
  /** Standardised things that make a firm grow or try things, whatever it takes up. */
  readonly traits: readonly number[];
}

const Z = normalQuantile((1 + CONFIDENCE) / 2);

/** @param varianceOfMean of the estimate itself */
export function estimate(centre: number, varianceOfMean: number): Estimate {
  const half = Z * Math.sqrt(varianceOfMean);
  return { mean: centre, interval: [centre - half, centre + half] };
}

/** What three practices do to one and the same firm, on average. */
export function trueEffect(firms: readonly Surveyed[]): Estimate {
  const differences = firms.map((firm) => firm.three - firm.one);
  return estimate(mean(differences), variance(differences) / firms.length);
}

/**
 * Chance of each firm to take up three practices rather than one: that a mixture of the sum of its traits and of whim is
 * above the middle.
 *
 * @param selection correlation of that mixture with the sum of the traits: 0 is by lot, 1 by the traits alone
 */
export function adoption(firms: readonly Surveyed[], selection: number): number[] {
  return firms.map(({ traits }) => {
    const sum = traits.reduce((a, b) => a + b, 0) / Math.sqrt(traits.length);
    if (selection === 1) return sum > 0 ? 1 : 0;
    return normalCdf((selection * sum) / Math.sqrt(1 - selection ** 2));
  });
}

/** What a survey finds. */
export interface Survey {
  /** Mean growth of the firms with one practice, and of those with three. */
  readonly one: number;
  readonly three: number;
  /** Three less one, as a survey that asks for nothing else has it. */
  readonly naive: Estimate;
  /** The same for firms of like traits, by least squares. */
  readonly adjusted: Estimate;
}

/**
 * What a survey of so many firms finds on average over their whims: each firm counts among those with three practices by
 * its chance to take them up, and among those with one by the rest. The intervals are those of a single survey.
 *
 * @param chances of each firm to have taken up three
 */
export function survey(firms: readonly Surveyed[], chances: readonly number[]): Survey {
  const rest = chances.map((chance) => 1 - chance);
  const three = weighted(
    firms.map((firm) => firm.three),
    chances,
  );
  const one = weighted(
    firms.map((firm) => firm.one),
    rest,
  );
  const rows = firms.flatMap(({ traits }) => [
    [1, 1, ...traits],
    [1, 0, ...traits],
  ]);
  const growth = firms.flatMap((firm) => [firm.three, firm.one]);
  const weights = chances.flatMap((chance, i) => [chance, rest[i]!]);
  const { coefficients, variances } = leastSquares(rows, growth, weights);
  return {
    one: one.mean,
    three: three.mean,
    naive: estimate(three.mean - one.mean, three.ofMean + one.ofMean),
    adjusted: estimate(coefficients[1]!, variances[1]!),
  };
}

function weighted(values: readonly number[], weights: readonly number[]): { mean: number; ofMean: number } {
  const total = weights.reduce((a, b) => a + b, 0);
  const centre = values.reduce((sum, x, i) => sum + weights[i]! * x, 0) / total;
  const squares = values.reduce((sum, x, i) => sum + weights[i]! * (x - centre) ** 2, 0);
  return { mean: centre, ofMean: squares / total / (total - 1) };
}

/**
 * The weakest selection, in hundredths, at which a survey finds what is claimed; null where none does.
 *
 * @param found what is read off a survey
 */
export function selectionFor(
  firms: readonly Surveyed[],
  claimed: number,
  found: (one: Survey) => number = ({ naive }) => naive.mean,
): number | null {
  for (let hundredth = 0; hundredth <= 100; hundredth++) {
    const selection = hundredth / 100;
    if (found(survey(firms, adoption(firms, selection))) >= claimed) return selection;
  }
  return null;
}

/**
 * Least squares with the variances of the coefficients, errors taken as equal and independent.
 *
 * @param weights how many observations each row stands for
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  weights: readonly number[],
): { coefficients: number[]; variances: number[] } {
  const k = rows[0]!.length;
  const cross = Array.from({ length: k }, (_, a) =>
    Array.from({ length: k }, (__, b) =>
      rows.reduce((sum, row, i) => sum + weights[i]! * row[a]! * row[b]!, 0),
    ),
  );
  const inverse = inverted(cross);
  const right = Array.from({ length: k }, (_, a) =>
    rows.reduce((sum, row, i) => sum + weights[i]! * row[a]! * y[i]!, 0),
  );
  const coefficients = inverse.map((line) => line.reduce((sum, x, b) => sum + x * right[b]!, 0));
  const errors = rows.reduce((sum, row, i) => {
    const fitted = row.reduce((total, x, a) => total + x * coefficients[a]!, 0);
    return sum + weights[i]! * (y[i]! - fitted) ** 2;
  }, 0);
  const freedom = weights.reduce((sum, w) => sum + w, 0) - k;
  return { coefficients, variances: inverse.map((line, a) => (line[a]! * errors) / freedom) };
}

/** Inverse of a symmetric positive definite matrix, by Gauss–Jordan. @throws RangeError when it is singular */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const work = matrix.map((line, i) => [...line, ...line.map((_, j) => (i === j ? 1 : 0))]);
  for (let pivot = 0; pivot < n; pivot++) {
    const divisor = work[pivot]![pivot]!;
    if (!(Math.abs(divisor) > 1e-12)) throw new RangeError('the traits of the firms are not independent');
    work[pivot] = work[pivot]!.map((x) => x / divisor);
    for (let other = 0; other < n; other++) {
      const factor = work[other]![pivot]!;
      if (other !== pivot) work[other] = work[other]!.map((x, j) => x - factor * work[pivot]![j]!);
    }
  }
  return work.map((line) => line.slice(n));
}
