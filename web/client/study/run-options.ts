import type { RunQuestion } from '../../contract/index.ts';
import { isList, isMap, type Json, type StudyDocument } from './document.ts';
import { mixOf } from './practices.ts';

/** Most steps of all alternatives together that a run takes apart unasked: each costs about two more alternatives. */
const MOST_STEPS = 8;

/**
 * What a run is asked for beside the comparison: where an alternative pays otherwise, what every plan pays and to whom;
 * where one takes several steps, what each of them moves.
 */
export function runOptions(study: StudyDocument): NonNullable<RunQuestion['options']> {
  const pays = alternativesOf(study).some((one) => isMap(one) && one.pay !== undefined);
  const together = stepsTogether(study);
  return {
    ...(pays ? { pay: true } : {}),
    ...(together > 0 && together <= MOST_STEPS ? { explain: true } : {}),
  };
}

/** Steps of all alternatives that take several; 0 where none does, and there is nothing to take apart. */
export function stepsTogether(study: StudyDocument): number {
  const several = alternativesOf(study)
    .map(steps)
    .filter((count) => count > 1);
  return several.reduce((sum, count) => sum + count, 0);
}

function alternativesOf(study: StudyDocument): readonly Json[] {
  return isMap(study.alternatives) ? Object.values(study.alternatives) : [];
}

/** How many things an alternative changes, about: what it starts from counts once. */
function steps(alternative: Json): number {
  if (!isMap(alternative)) return 0;
  const { entries, removed } = mixOf(alternative.schemes);
  const others = ['pay', 'plan-type', 'extends'].filter((key) => alternative[key] !== undefined);
  const levers = isList(alternative.levers) && alternative.levers.length > 0 ? 1 : 0;
  return entries.length + removed.length + others.length + levers;
}
