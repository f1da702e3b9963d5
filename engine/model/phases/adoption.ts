import { exp } from '../../kernel/math.ts';
import { DAYS_A_MONTH, DAYS_A_WEEK } from '../calendar.ts';
import { CHANGE_CROWDING, DROPPED_HALF_LIFE } from '../constants.ts';
import { leverAt } from '../levers.ts';
import type { Model, Practice } from '../model.ts';
import type { World } from '../world.ts';
import { afterDigesting } from './week.ts';

const LITERACY = leverAt('data-literacy');

/** What a week leaves of a practice that is dropped or not followed up. */
const FADING = exp((-0.6931471805599453 * DAYS_A_WEEK) / DROPPED_HALF_LIFE);

/** A practice adopted this far no longer burdens anyone. */
const SETTLED = 0.9;

/** Whether a practice is meant for a seat on a day: covered, within the roll-out so far, and of the right tenure. */
function reaches(w: World, practice: Practice, seat: number, day: number): boolean {
  if (day < practice.startDay) return false;
  const rolled = practice.rampDays > 0 ? (day - practice.startDay + DAYS_A_WEEK) / practice.rampDays : 1;
  if (rolled < 1 && w.reps.lot[seat]! >= rolled) return false;
  return isFor(w, practice, seat);
}

/** Whether a seat is covered by a practice, and its occupant of the tenure it is for. */
export function isFor(w: World, practice: Practice, seat: number): boolean {
  if (practice.covered[seat] === 0 || w.reps.real[seat] === 0) return false;
  const tenure = (practice.startDay - w.reps.hiredDay[seat]!) / DAYS_A_MONTH;
  return tenure >= practice.tenureFrom && tenure < practice.tenureTo;
}

/** Whether a seat is to leave a practice: it is dropped, or another takes its place there. */
export function leaves(w: World, practice: Practice, seat: number, day: number): boolean {
  if (day >= practice.stopDay) return true;
  const next = practice.successor;
  return next !== null && day < next.stopDay && reaches(w, next, seat, day);
}

/** Whether a practice has reached a seat and keeps it: it is to work that way, however far it has come. */
export function worksBy(w: World, practice: Practice, seat: number, day: number): boolean {
  return reaches(w, practice, seat, day) && !leaves(w, practice, seat, day);
}

/**
 * A week of taking up new ways: each seat moves toward a practice at the practice's pace, faster with data literacy
 * where that matters, slower the more practices it is taking up at once, and as far as managers follow it up (`kept`, 0–1).
 * A dropped practice fades, and so does what is no longer followed up. What a practice asks
 * people to change is to be worked off from the week it reaches them, together with what is still open of others.
 */
export function adopt(w: World, m: Model, day: number, kept: number): void {
  const programmeDays = m.params.changeMonths * DAYS_A_MONTH;
  const { change } = w.reps;
  for (let seat = 0; seat < m.seats; seat++) {
    change[seat] = afterDigesting(change[seat]!, DAYS_A_WEEK, programmeDays);
    const crowd = changeLoad(w, m, seat, day, kept);
    const crowding = 1 / (1 + CHANGE_CROWDING * Math.max(0, crowd - 1));
    for (const practice of m.practices) {
      const at = practice.row * m.seats + seat;
      const now = w.adoption[at]!;
      const ceiling = practice.ceiling * kept;
      if (leaves(w, practice, seat, day)) {
        w.adoption[at] = now < 1e-6 ? 0 : now * FADING;
      } else if (now > ceiling) {
        w.adoption[at] = ceiling + (now - ceiling) * FADING;
      } else if (reaches(w, practice, seat, day) && now < ceiling) {
        if (now === 0) change[seat]! += practice.change;
        const literate = 1 + practice.literacy * 2 * (literacyOf(w, m, seat) - 0.5);
        const step = practice.pace * Math.max(0.1, literate) * crowding * DAYS_A_WEEK;
        w.adoption[at] = now + (ceiling - now) * (1 - exp(-step));
      }
    }
  }
}

/** Data literacy of a seat's occupant today, 0–1. */
export function literacyOf(w: World, m: Model, seat: number): number {
  return Math.min(1, Math.max(0, m.lever[LITERACY]![seat]! + w.reps.literacy[seat]!));
}

/** How many practices a seat is in the middle of taking up, each weighed by what is still to learn. */
function changeLoad(w: World, m: Model, seat: number, day: number, kept: number): number {
  let load = 0;
  for (const practice of m.practices) {
    if (!worksBy(w, practice, seat, day)) continue;
    const open = 1 - w.adoption[practice.row * m.seats + seat]! / (practice.ceiling * kept);
    if (open > 1 - SETTLED) load += open;
  }
  return load;
}
