import { studentQuantile } from './student.ts';

/** Half-width of the Student interval of a mean: t_{(1+c)/2, n−1}·s ÷ √n. Infinite for fewer than two values. */
export function studentHalfWidth(varianceOfValues: number, n: number, confidence: number): number {
  if (n < 2) return Number.POSITIVE_INFINITY;
  if (varianceOfValues === 0) return 0;
  return studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(varianceOfValues / n);
}
