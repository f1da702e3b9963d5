import { CHANGE_MANAGER_HOURS } from '../constants.ts';
import type { Model } from '../model.ts';
import type { World } from '../world.ts';
import { worksBy } from './adoption.ts';
import { depthOfChange } from './week.ts';

/** Hours a manager works a month. */
const MANAGER_HOURS = 160;

/** Hours a month that practices in use ask of each manager, change itself aside. */
function askedByPractices(w: World, m: Model, day: number): number {
  let real = 0;
  for (let seat = 0; seat < m.seats; seat++) real += w.reps.real[seat]!;
  if (real === 0) return 0;
  let hours = 0;
  for (const practice of m.practices) {
    if (day < practice.startDay || day >= practice.stopDay) continue;
    let reached = 0;
    for (let seat = 0; seat < m.seats; seat++) if (worksBy(w, practice, seat, day)) reached++;
    hours += practice.managerHours + practice.managerHoursPerRep * reached;
  }
  return hours / Math.max(1, real / m.params.span);
}

/**
 * Share of managers' coaching left while practices take their hours. What new work does not displace of its like, all of
 * a manager's work makes room for in proportion, so that coaching shrinks and never ends.
 */
export function managerAttention(w: World, m: Model, day: number): number {
  let real = 0;
  let depth = 0;
  for (let seat = 0; seat < m.seats; seat++) {
    if (w.reps.real[seat] === 0) continue;
    real++;
    depth += depthOfChange(w.reps.change[seat]!);
  }
  if (real === 0) return 1;
  const hours = (depth / real) * CHANGE_MANAGER_HOURS + askedByPractices(w, m, day);
  return MANAGER_HOURS / (MANAGER_HOURS + (1 - m.params.displacedWork) * hours);
}

/**
 * How far practices are lived as they are meant: 1 as long as managers have the hours that these ask of them, which are at
 * most a share of all their hours; else the part that they have. What nobody follows up falls asleep.
 */
export function followedUp(w: World, m: Model, day: number): number {
  const asked = askedByPractices(w, m, day);
  const given = m.params.managedShare * MANAGER_HOURS;
  return asked > given ? given / asked : 1;
}
