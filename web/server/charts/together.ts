import { pairedDifference } from '../../../engine/statistics/paired.ts';
import type { NormalStudy } from '../../../engine/study/index.ts';
import type { ChartData } from '../../contract/charts.ts';
import { defined } from './distribution.ts';
import type { Gathered } from './gather.ts';

type Alternative = NormalStudy['alternatives'][number];

/**
 * What alternatives that combine several changes bring beyond the sum of these changes alone, in the primary metric: as
 * far as every one of the changes is also an alternative of its own.
 */
export function together(run: Gathered, study: NormalStudy): ChartData['together'] {
  const { primary, confidence } = study.run;
  const baseline = study.alternatives[0]!;
  const parts = study.alternatives.map((one) => partsOf(baseline, one));
  /** Position of the alternative that makes one change and no other. */
  const alone = new Map<string, number>();
  for (const [a, made] of parts.entries()) if (made.length === 1) alone.set(made[0]!, a);
  const values = (a: number): Float64Array => run.figure(a, primary);
  return parts.flatMap((made, a): ChartData['together'] => {
    const singles = made.map((part) => alone.get(part));
    if (made.length < 2 || !singles.every((one) => one !== undefined)) return [];
    const today = values(0);
    const whole = values(a);
    // Both sides hold today equally often, so that what is left is the interaction.
    const changed = whole.map((x, i) => x + (singles.length - 1) * today[i]!);
    const sum = new Float64Array(whole.length);
    for (const single of singles) for (const [i, x] of values(single).entries()) sum[i]! += x;
    const { mean, interval } = pairedDifference(changed, sum, run.replicationsPerDraw, confidence);
    return [
      {
        alternative: a,
        parts: singles,
        extra: { mean: defined(mean), interval: [defined(interval[0]), defined(interval[1])] },
      },
    ];
  });
}

/** What an alternative changes, each part as text that is equal where the change is. */
function partsOf(baseline: Alternative, alternative: Alternative): string[] {
  const schemes = new Set([...baseline.adoptions, ...alternative.adoptions].map((one) => one.scheme));
  const terms = (one: Alternative): readonly (readonly [string, unknown])[] => [
    ...[...schemes].map((id) => [id, one.adoptions.find(({ scheme }) => scheme === id) ?? null] as const),
    ['levers', one.levers] as const,
    // A plan is what it pays, whatever it is called.
    ['pay', [{ ...one.pay, id: '', title: null }, one.payStartDay]] as const,
  ];
  const today = terms(baseline).map((one) => JSON.stringify(one));
  return terms(alternative)
    .map((one) => JSON.stringify(one))
    .filter((one, i) => one !== today[i]);
}
