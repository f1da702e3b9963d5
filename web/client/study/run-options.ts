import type { RunQuestion } from '../../contract/index.ts';
import { isMap, type StudyDocument } from './document.ts';

/** What a run is asked for beside the comparison: where an alternative pays otherwise, what every plan pays and to whom. */
export function runOptions(study: StudyDocument): NonNullable<RunQuestion['options']> {
  const all = isMap(study.alternatives) ? Object.values(study.alternatives) : [];
  return all.some((one) => isMap(one) && one.pay !== undefined) ? { pay: true } : {};
}
