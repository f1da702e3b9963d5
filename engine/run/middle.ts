/** Attainment of the middle seat: the level that a reader holds against what companies see. */
import { REP_FIGURES, SEAT } from '../model/tables/tally.ts';
import type { World } from '../model/world.ts';

/** Median over seats with a quota of credit ÷ quota, both over the horizon; NaN with no such seat. */
export function middleAttainment(w: World): number {
  const seats = w.seatTally.length / REP_FIGURES.length;
  const attained: number[] = [];
  for (let seat = 0; seat < seats; seat++) {
    const at = seat * REP_FIGURES.length;
    const quota = w.seatTally[at + SEAT.quota]!;
    if (quota > 0) attained.push(w.seatTally[at + SEAT.credit]! / quota);
  }
  attained.sort((a, b) => a - b);
  const half = attained.length >> 1;
  if (attained.length === 0) return Number.NaN;
  return attained.length % 2 === 1 ? attained[half]! : (attained[half - 1]! + attained[half]!) / 2;
}
