import { practiceWeeks, WEEK_USES } from '../../engine/run/index.ts';
import { SCHEMES } from '../../engine/schemes/index.ts';
import { draftStudy, presetById } from '../../engine/study/index.ts';
import type { Weeks } from '../contract/index.ts';

/** Answers given so far: they depend on nothing but the industry. */
const known = new Map<string, Weeks>();

/** What each practice makes of a rep's week in a usual company of an industry; null where there is no such industry. */
export function weeksIn(context: string): Weeks | null {
  const preset = presetById(context);
  if (preset === undefined) return null;
  let weeks = known.get(context);
  if (weeks === undefined) {
    const ids = SCHEMES.map(({ id }) => id);
    const practices = Object.fromEntries(practiceWeeks(draftStudy(preset), ids));
    known.set(context, (weeks = { uses: [...WEEK_USES], practices }));
  }
  return weeks;
}
