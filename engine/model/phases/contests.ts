import { exp } from '../../kernel/math.ts';
import type { Model } from '../model.ts';
import type { World } from '../world.ts';
import { worksBy } from './adoption.ts';

/**
 * The week's contests of practices: who takes part in each, and how much rank among colleagues weighs in pay. A contest
 * is held from the first of its periods that begins after the practice does, to the last that ends before it is dropped.
 */
export function callContests(w: World, m: Model, day: number): void {
  let ranked = m.rankedPay;
  for (const { practice, entrants, periodDays, share } of m.contests) {
    const begun = day - (((day % periodDays) + periodDays) % periodDays);
    const held = begun >= practice.startDay && begun + periodDays <= practice.stopDay;
    if (!held) {
      entrants.fill(0);
      continue;
    }
    for (let seat = 0; seat < m.seats; seat++) entrants[seat] = worksBy(w, practice, seat, day) ? 1 : 0;
    ranked += share;
  }
  m.rivalry = 1 - exp(-m.params.rivalry * ranked);
}
