import type { CataloguePreset } from '../../contract/index.ts';
import type { Json, StudyDocument } from '../study/document.ts';
import type { Question } from '../study/draft-store.ts';

/** Practices that suit a usual company of an industry best, best first. */
export function bestFitting(preset: CataloguePreset, ids: readonly string[], count: number): string[] {
  return [...ids].sort((a, b) => (preset.fits[b] ?? 0) - (preset.fits[a] ?? 0)).slice(0, count);
}

/** Names that an alternative begins with, in both languages. */
export interface FirstNames {
  readonly pay: Json;
  readonly once: Json;
  readonly staged: Json;
  readonly schemes: ReadonlyMap<string, Json>;
}

/**
 * The study a question begins with: the industry and size, today as usual, and one or two alternatives that answer it.
 *
 * @param reps seats of the sales force
 */
export function firstStudy(
  question: Exclude<Question, 'file'>,
  preset: CataloguePreset,
  reps: number,
  names: FirstNames,
): StudyDocument {
  const teams = Math.min(preset.teams, reps);
  const [first, second] = bestFitting(preset, [...names.schemes.keys()], 2) as [string, string];
  const base = { schemelab: 1, context: preset.id, company: { reps, teams } };
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
    const alone = (id: string): Json => ({ name: names.schemes.get(id)!, schemes: { add: [id] } });
    return { ...base, alternatives: { [first]: alone(first), [second]: alone(second) } };
  }
  return {
    ...base,
    alternatives: {
      once: { name: names.once, schemes: { add: [first] } },
      staged: {
        name: names.staged,
        schemes: { add: [{ [first]: { ramp: '9 months', start: '3 months' } }] },
      },
    },
  };
}
