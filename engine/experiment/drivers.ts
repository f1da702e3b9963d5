import { normalQuantile } from '../kernel/normal.ts';
import { quantityQuantile } from '../random/distributions/quantity.ts';
import { drawnLevels, type UncertainNumber, uncertainNumbers } from '../run/uncertain.ts';
import { correlation, covariance, mean, variance } from '../statistics/moments.ts';
import { nestedVariance } from '../statistics/nested.ts';
import { studentQuantile } from '../statistics/student.ts';
import type { NormalStudy } from '../study/normal.ts';

/** How the expected difference of an alternative goes with one number that nobody knows for certain. */
export interface Driver extends Pick<UncertainNumber, 'id' | 'kind' | 'name' | 'unit'> {
  /** The number's own 10 % and 90 % quantiles. */
  readonly low: number;
  readonly high: number;
  /** Expected difference with the number there, all others as they may be. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Of the draws' mean differences with the number, as a normal score. Its square is the share it explains. */
  readonly correlation: number;
  /** Whether the relation would be rare by chance, had none of the numbers mattered: Bonferroni over all of them. */
  readonly clear: boolean;
}

/** Where a tornado's bars end: quantiles of the number. */
const LOW = 0.1;
const HIGH = 0.9;

/**
 * What decides the difference of an alternative against the baseline: each uncertain number of the two, by a straight
 * line of the draws' mean differences on the number's normal score. Numbers are drawn independently, so each line
 * stands for itself. Strongest first; none with fewer than four draws.
 *
 * @param differences of one metric, [draw][replication]
 * @param alternative position in the study
 * @param confidence that nothing is called clear when nothing matters
 */
export function drivers(
  study: NormalStudy,
  alternative: number,
  differences: ArrayLike<number>,
  confidence: number,
): readonly Driver[] {
  const { replicationsPerDraw } = study.run;
  const pair = [study.alternatives[0]!, study.alternatives[alternative]!];
  const numbers = uncertainNumbers({ ...study, alternatives: pair });
  const used: number[] = [];
  const means: number[] = [];
  for (let draw = 0; draw * replicationsPerDraw < differences.length; draw++) {
    const of = Array.from(
      { length: replicationsPerDraw },
      (_, k) => differences[draw * replicationsPerDraw + k]!,
    );
    const nested = nestedVariance(of, replicationsPerDraw);
    if (nested.drawMeans.length === 0) continue;
    used.push(draw);
    means.push(nested.mean);
  }
  const n = used.length;
  if (numbers.length === 0 || n < 4 || variance(means) === 0) return [];
  const levels = used.map((draw) => drawnLevels(study, numbers, draw));
  const beyond = studentQuantile(1 - (1 - confidence) / (2 * numbers.length), n - 2);
  const centre = mean(means);
  return numbers
    .map((number, i): Driver => {
      const scores = levels.map((of) => normalQuantile(of[i]!));
      const r = correlation(means, scores);
      const slope = covariance(means, scores) / variance(scores);
      const line = (score: number): number => centre + slope * (score - mean(scores));
      const { id, kind, name, unit, quantity } = number;
      return {
        id,
        kind,
        name,
        unit,
        low: quantityQuantile(quantity, LOW),
        high: quantityQuantile(quantity, HIGH),
        atLow: line(normalQuantile(LOW)),
        atHigh: line(normalQuantile(HIGH)),
        correlation: r,
        clear: Math.abs(r) * Math.sqrt((n - 2) / Math.max(1e-300, 1 - r * r)) > beyond,
      };
    })
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}
