import { normalQuantile } from '../../../engine/kernel/normal.ts';
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
  /** What else decides how much it takes up, standardised, unrelated to all. */
  readonly whim: number;
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
 * Which firms take up three practices rather than one: those above the middle in a mixture of the sum of their traits
 * and whim.
 *
 * @param selection correlation of that mixture with the sum of the traits: 0 is by lot, 1 by the traits alone
 */
export function adopters(firms: readonly Surveyed[], selection: number): boolean[] {
  return firms.map(({ traits, whim }) => {
    const sum = traits.reduce((a, b) => a + b, 0) / Math.sqrt(traits.length);
    return selection * sum + Math.sqrt(1 - selection ** 2) * whim > 0;
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

/** Asks each firm for its growth and what it has taken up. */
export function survey(firms: readonly Surveyed[], adopted: readonly boolean[]): Survey {
  const growth = firms.map((firm, i) => (adopted[i] ? firm.three : firm.one));
  const three = growth.filter((_, i) => adopted[i]);
  const one = growth.filter((_, i) => !adopted[i]);
  const rows = firms.map(({ traits }, i) => [1, adopted[i] ? 1 : 0, ...traits]);
  const { coefficients, variances } = leastSquares(rows, growth);
  return {
    one: mean(one),
    three: mean(three),
    naive: estimate(mean(three) - mean(one), variance(three) / three.length + variance(one) / one.length),
    adjusted: estimate(coefficients[1]!, variances[1]!),
  };
}

/** The weakest selection, in hundredths, at which the naive survey finds at least `claimed`; null where none does. */
export function selectionFor(firms: readonly Surveyed[], claimed: number): number | null {
  for (let hundredth = 0; hundredth <= 100; hundredth++) {
    const selection = hundredth / 100;
    if (survey(firms, adopters(firms, selection)).naive.mean >= claimed) return selection;
  }
  return null;
}

/** Ordinary least squares with the variances of the coefficients, errors taken as equal and independent. */
export function leastSquares(
  rows: readonly (readonly number[])[],
  y: readonly number[],
): { coefficients: number[]; variances: number[] } {
  const k = rows[0]!.length;
  const cross = Array.from({ length: k }, (_, a) =>
    Array.from({ length: k }, (__, b) => rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0)),
  );
  const inverse = inverted(cross);
  const right = Array.from({ length: k }, (_, a) => rows.reduce((sum, row, i) => sum + row[a]! * y[i]!, 0));
  const coefficients = inverse.map((line) => line.reduce((sum, x, b) => sum + x * right[b]!, 0));
  const errors = rows.reduce((sum, row, i) => {
    const fitted = row.reduce((total, x, a) => total + x * coefficients[a]!, 0);
    return sum + (y[i]! - fitted) ** 2;
  }, 0);
  return { coefficients, variances: inverse.map((line, a) => (line[a]! * errors) / (rows.length - k)) };
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
