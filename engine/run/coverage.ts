import { PURPOSES } from '../random/purposes.ts';
import { KeyedRandom, unit } from '../random/threefry.ts';
import type { Coverage, NormalStudy } from '../study/normal.ts';

/** Team of each seat; inert seats belong to the last team. */
export function seatTeams(study: NormalStudy): Int32Array {
  const teams = new Int32Array(study.reps + study.inertReps);
  let seat = 0;
  study.teamSizes.forEach((size, team) => {
    for (let k = 0; k < size; k++) teams[seat++] = team;
  });
  teams.fill(Math.max(0, study.teamSizes.length - 1), seat);
  return teams;
}

/**
 * Seats a coverage names, as 0 or 1. A share is drawn by lot within each team, the same seats whatever else is in the
 * study: those with the smallest keyed uniforms.
 */
export function coveredSeats(
  study: NormalStudy,
  where: Coverage,
  key: readonly [number, number, number],
): Uint8Array {
  const seats = study.reps + study.inertReps;
  const teams = seatTeams(study);
  const covered = new Uint8Array(seats);
  for (let seat = 0; seat < study.reps; seat++) {
    covered[seat] = where.teams === undefined || where.teams.includes(teams[seat]!) ? 1 : 0;
  }
  if (where.share === undefined || where.share >= 1) return covered;
  const random = new KeyedRandom([key[0], key[1], key[2], 0xfffffffe]);
  const lots = Float64Array.from({ length: seats }, (_, seat) => {
    random.draw(seat, PURPOSES.coverage, 0, 0);
    return unit(random.w0);
  });
  for (let team = 0; team < study.teamSizes.length; team++) {
    const members = [...lots.keys()].filter((seat) => teams[seat] === team && covered[seat] === 1);
    members.sort((a, b) => lots[a]! - lots[b]! || a - b);
    for (const seat of members.slice(Math.round(members.length * where.share))) covered[seat] = 0;
  }
  return covered;
}
