import { closeMonths, measure } from '../model/outcome.ts';
import { MONTH, TIMELINE } from '../model/tables/tally.ts';
import type { World } from '../model/world.ts';
import type { KeyedRandom } from '../random/threefry.ts';
import type { Compiled } from './compile.ts';
import { SUMMED } from './layout.ts';
import { middleAttainment } from './middle.ts';
import type { ResultLayout } from './runner.ts';

/** Lays the replication's results out as `layout` says. */
export function writeResult(
  w: World,
  alternative: Compiled,
  horizonDays: number,
  random: KeyedRandom,
  layout: ResultLayout,
  out: Float64Array,
  at: number,
): void {
  closeMonths(w);
  measure(w, alternative.model, horizonDays, random, out, at);
  let to = at + layout.metrics.length;
  out.set(w.stageTally, to);
  to += w.stageTally.length;
  out.set(w.tierTally, to);
  to += w.tierTally.length;
  for (const figure of SUMMED) {
    for (let month = 0; month < layout.months; month++)
      out[to]! += w.timeline[month * TIMELINE.length + MONTH[figure]]!;
    to++;
  }
  out.set(w.tenthTally, to);
  to += w.tenthTally.length;
  out[to++] = middleAttainment(w);
  out.set(w.timeline, to);
  to += w.timeline.length;
  out.set(w.seatTally, to);
  to += w.seatTally.length;
  out.set(w.spreadTally, to);
}
