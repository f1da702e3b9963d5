import type { Localised } from '../../../engine/kernel/quantity.ts';
import type { Runner } from '../../../engine/run/index.ts';
import type { StudySource } from '../../../engine/study/index.ts';
import { clear, type Effect, type Trial, trialOf, withStudy } from '../effects.ts';
import { netOf } from './rows.ts';

/** How many schemes are taken up at once. */
export const COUNTS = [1, 2, 3, 4, 5, 6, 8, 12, 20] as const;

/** What the article advises. */
const ADVISED = [3, 4, 5];

/** Replications of the numbers together. */
const REPLICATIONS = 160;

/** What the best so many of twenty schemes bring at once. */
export interface Count {
  readonly count: number;
  readonly effect: Effect;
}

/** Schemes in the order of what each brings alone, and what the first so many of them bring together. */
export interface Counted {
  readonly trial: Trial;
  readonly order: readonly string[];
  readonly counts: readonly Count[];
  /** Numbers of schemes that are not clearly worse than the best number. */
  readonly among: readonly number[];
}

/**
 * Orders schemes by the net contribution each adds alone, and then takes up the first 1, 2, 3 … at once, with other
 * luck, so that a scheme that only looked good by chance is found out.
 */
export async function countSchemes(path: string, source: StudySource, runner: Runner): Promise<Counted> {
  const alone = await trialOf(path, source, runner);
  const order = alone.study.alternatives
    .slice(1)
    .map(({ id }) => ({ id, brings: netOf(alone, id, 'baseline').mean }))
    .sort((a, b) => b.brings - a.brings)
    .map(({ id }) => id);
  const { context, reps, teamNames, run } = alone.study;
  const best = (n: number): string => `  best-${n}: { schemes: { add: [${order.slice(0, n).join(', ')}] } }`;
  const text = `schemelab: 1
context: ${context}
company: { reps: ${reps}, teams: ${teamNames.length} }
alternatives:
${COUNTS.map(best).join('\n')}
run: { horizon: ${run.horizonDays / 21} months, seed: together-${context}, replications: ${REPLICATIONS}, replications-per-draw: 2, confidence: 90% }
`;
  const file = path.replace(/[^/]+$/, 'together.yaml');
  const trial = await trialOf(file, withStudy(file, text, source), runner);
  const counts = COUNTS.map((count) => ({ count, effect: netOf(trial, `best-${count}`, 'baseline') }));
  const top = bestOf(counts).count;
  const among = COUNTS.filter((n) => n === top || clear(netOf(trial, `best-${n}`, `best-${top}`)) >= 0);
  return { trial, order, counts, among };
}

/** The number that brings most. */
export function bestOf(counts: readonly Count[]): Count {
  return counts.reduce((a, b) => (b.effect.mean > a.effect.mean ? b : a));
}

/**
 * How three to five compare with other numbers.
 *
 * @param among numbers that are not clearly worse than the best
 */
export function countVerdict(counts: readonly Count[], among: readonly number[]): Localised {
  const best = bestOf(counts);
  if (clear(best.effect) <= 0)
    return { en: 'Not supported: no number pays clearly', zh: '不支持：任何数量都无明确收益' };
  const inside = among.filter((n) => ADVISED.includes(n));
  if (inside.length === 0)
    return {
      en: `Not supported: ${best.count} bring${best.count === 1 ? 's' : ''} most, and 3 to 5 clearly less`,
      zh: `不支持：${best.count} 种收益最高，3–5 种明显较少`,
    };
  if (inside.length === among.length)
    return { en: 'Supported: no number outside 3 to 5 does as well', zh: '支持：3–5 种以外的数量均较差' };
  return {
    en: `Undecided: ${among.join(', ')} are not told apart`,
    zh: `未定：${among.join('、')} 种之间无法区分`,
  };
}
