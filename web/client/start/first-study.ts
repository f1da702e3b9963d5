import type { CataloguePreset } from '../../contract/index.ts';
import type { Json, StudyDocument } from '../study/document.ts';
import type { Question } from '../study/draft-store.ts';

/** A practice to begin with. */
export interface FirstPractice {
  readonly id: string;
  readonly name: Json;
  /** Practices that cannot be used beside it. */
  readonly conflicts: readonly string[];
}

/** The practice that suits a usual company of an industry best, and the best of those that go beside it. */
export function bestPair(
  preset: CataloguePreset,
  practices: readonly FirstPractice[],
): readonly [FirstPractice, FirstPractice] {
  const suits = (one: FirstPractice): number => preset.fits[one.id] ?? 0;
  const [first, ...others] = [...practices].sort((a, b) => suits(b) - suits(a));
  const second = others.find(
    (one) => !one.conflicts.includes(first!.id) && !first!.conflicts.includes(one.id),
  );
  return [first!, second!];
}

/** Titles of studies and names of alternatives to begin with, in both languages. */
export interface FirstNames {
  readonly title: Json;
  readonly pay: Json;
  readonly together: Json;
  readonly once: Json;
  readonly staged: Json;
}

/**
 * The study a question begins with: the industry and size, today as usual, and the alternatives that answer it.
 *
 * @param reps seats of the sales force
 */
export function firstStudy(
  question: Exclude<Question, 'file'>,
  preset: CataloguePreset,
  reps: number,
  names: FirstNames,
  practices: readonly FirstPractice[],
): StudyDocument {
  const teams = Math.min(preset.teams, reps);
  const [first, second] = bestPair(preset, practices);
  // What a contract brings comes year after year: one year's margin would tell of its cost alone.
  const recurs = (preset.scalars['customers.recurring']?.value ?? 0) !== 0;
  const base = {
    schemelab: 1,
    title: names.title,
    context: preset.id,
    company: { reps, teams },
    ...(recurs ? { run: { horizon: '24 months' } } : {}),
  };
  if (question === 'pay') {
    // A cap of 120 % today makes "no cap" a question; it is the first thing to correct.
    const capped = preset.pay.cap === null;
    return {
      ...base,
      baseline: { pay: { extends: 'context', ...(capped ? { cap: '120%' } : {}) } },
      alternatives: { uncapped: { name: names.pay, pay: { extends: 'baseline', cap: 'none' } } },
    };
  }
  if (question === 'mix') {
    const alone = ({ id, name }: FirstPractice): Json => ({ name, schemes: { add: [id] } });
    return {
      ...base,
      alternatives: {
        [first.id]: alone(first),
        [second.id]: alone(second),
        together: { name: names.together, schemes: { add: [first.id, second.id] } },
      },
    };
  }
  return {
    ...base,
    alternatives: {
      once: { name: names.once, schemes: { add: [first.id] } },
      staged: {
        name: names.staged,
        schemes: { add: [{ [first.id]: { ramp: '9 months', start: '3 months' } }] },
      },
    },
  };
}
