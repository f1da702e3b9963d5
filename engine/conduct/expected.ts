import type { CompareProgress } from '../experiment/index.ts';

/**
 * Replications the run will probably need: the half-width shrinks with the square root of their number; before the
 * first look at the precision the next checkpoint, never less than that nor more than the budget.
 */
export function expectedReplications(progress: CompareProgress, most: number): number {
  const { precision, target } = progress;
  if (precision === null || !Number.isFinite(precision.now) || !(precision.wanted > 0)) return target;
  const needed = progress.finished * (precision.now / precision.wanted) ** 2;
  return Math.min(most, Math.max(target, Math.ceil(needed)));
}
