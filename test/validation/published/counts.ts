import { STAGE } from '../../../engine/model/book.ts';
import { skillOfRep } from '../../../engine/model/skill.ts';
import { MONTH, REP_FIGURES, SEAT, STAGE_FIGURES, TIMELINE } from '../../../engine/model/tables/tally.ts';
import type { Arm, Count } from './measure.ts';

/** A metric of the whole run, as `schemelab run` reports it. */
export function metric(id: string): Count {
  return (arm) => arm.metric(id);
}

/** A monthly figure summed over the months [from, to) of the horizon, the first being 0. */
export function months(figure: keyof typeof MONTH, from = 0, to = Number.POSITIVE_INFINITY): Count {
  return ({ world }) => {
    let sum = 0;
    for (let month = from; month < Math.min(to, world.size.months); month++)
      sum += world.timeline[month * TIMELINE.length + MONTH[figure]]!;
    return sum;
  };
}

/** Which seats count, by what is known of them at day 0. */
export type Group = (arm: Arm) => (seat: number) => boolean;

/** A seat's figure summed over a group of seats, leaving out seats whose occupant left during the run. */
export function seats(figure: keyof typeof SEAT, group: Group): Count {
  return (arm) => {
    const { world } = arm;
    const belongs = group(arm);
    let sum = 0;
    for (let seat = 0; seat < world.size.seats; seat++) {
      if (stayed(arm, seat) && belongs(seat))
        sum += world.seatTally[seat * REP_FIGURES.length + SEAT[figure]]!;
    }
    return sum;
  };
}

/** A seat's figure summed over all seats, leavers and newcomers included. */
export function allSeats(figure: keyof typeof SEAT): Count {
  return ({ world }) => {
    let sum = 0;
    for (let seat = 0; seat < world.size.seats; seat++)
      sum += world.seatTally[seat * REP_FIGURES.length + SEAT[figure]]!;
    return sum;
  };
}

/** Whether a seat's occupant of day 0 was there to the end. */
export function stayed({ world, start }: Arm, seat: number): boolean {
  return (
    start.reps.active[seat] === 1 &&
    world.reps.active[seat] === 1 &&
    world.reps.occupant[seat] === start.reps.occupant[seat]
  );
}

/** Log skill of a seat's occupant at day 0. */
function skillAt({ start }: Arm, seat: number): number {
  return skillOfRep(start, seat);
}

/** Seats whose skill at day 0 ranks in [from, to) of all occupied seats, 0 the lowest: [0, .2) is the lowest fifth. */
export function skilled(from: number, to: number): Group {
  return (arm) => {
    const { active } = arm.start.reps;
    const occupied = Array.from(active, (_, seat) => seat).filter((seat) => active[seat] === 1);
    const ranked = occupied.sort((a, b) => skillAt(arm, a) - skillAt(arm, b) || a - b);
    const n = ranked.length;
    const chosen = new Set(ranked.slice(Math.round(from * n), Math.round(to * n)));
    return (seat) => chosen.has(seat);
  };
}

/** Seats whose occupant had been in the job for [from, to) years at day 0. */
export function tenured(from: number, to = Number.POSITIVE_INFINITY): Group {
  return ({ start }) =>
    (seat) => {
      const years = -start.reps.hiredDay[seat]! / 252;
      return years >= from && years < to;
    };
}

/** Whether a customer counts, by its row. */
export type Customers = (arm: Arm) => (row: number) => boolean;

/** Customers of day 0 that were in a tier then: 0 the top one, 2 the lowest. */
export function tier(which: number): Customers {
  return ({ start }) =>
    (row) =>
      start.customers.tier[row] === which;
}

/** Customers of day 0 whose satisfaction then ranks in [from, to) of all, 0 the lowest. */
export function satisfied(from: number, to: number): Customers {
  return ({ start }) => {
    const { satisfaction, cohort } = start.customers;
    const rows = Array.from(cohort, (_, row) => row).filter((row) => cohort[row] === 1);
    const ranked = rows.sort((a, b) => satisfaction[a]! - satisfaction[b]! || a - b);
    const n = ranked.length;
    const chosen = new Set(ranked.slice(Math.round(from * n), Math.round(to * n)));
    return (row) => chosen.has(row);
  };
}

/** What is summed of a customer of day 0, given its row. */
export type CustomerFigure = (arm: Arm, row: number) => number;

/** 1 for each customer. */
export const each: CustomerFigure = () => 1;

/** 1 for each customer still there at the end. */
export const kept: CustomerFigure = ({ world }, row) => (world.customers.state[row] === 1 ? 1 : 0);

/** Satisfaction at the end, of those still there. */
export const feeling: CustomerFigure = (arm, row) => kept(arm, row) * arm.world.customers.satisfaction[row]!;

/** Sums a figure over a group of the customers of day 0. */
export function customers(figure: CustomerFigure, group: Customers): Count {
  return (arm) => {
    const { cohort } = arm.start.customers;
    const belongs = group(arm);
    let sum = 0;
    for (let row = 0; row < arm.start.market.customers[0]!; row++)
      if (cohort[row] === 1 && belongs(row)) sum += figure(arm, row);
    return sum;
  };
}

/** A stage's figure, by the stage's place among the stages. */
export function stage(place: number, figure: keyof typeof STAGE): Count {
  return ({ world }) => world.stageTally[place * STAGE_FIGURES.length + STAGE[figure]]!;
}
