import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import type { GroupPay } from './components-in-force.ts';
import { matchPay, poolShare, prizeOf } from './evaluate-contest.ts';
import type { PayInForce } from './in-force.ts';
import type { Axis, Pool, Rank, TeamMatch } from './parts/payout.ts';
import type { Standings } from './standing.ts';

/** Adds to `pay[seat]` what a contest or pool pays for a period that is over. Whoever was not there is not in it. */
export function addGroupPay(
  w: World,
  m: Model,
  force: PayInForce,
  group: GroupPay,
  at: Standings,
  pay: Float64Array,
): void {
  const { payout, factor } = group.component;
  switch (payout.kind) {
    case 'rank':
      for (const field of fieldsOf(w, m, force, group, at, payout.among)) rank(payout, factor, field, pay);
      break;
    case 'pool':
      for (const field of fieldsOf(w, m, force, group, at, payout.among)) pool(payout, factor, field, pay);
      break;
    case 'match':
      match(w, m, force, group, payout, at, pay);
      break;
  }
}

interface Field {
  readonly seats: readonly number[];
  readonly results: readonly number[];
}

function axisOf(
  force: PayInForce,
  group: GroupPay,
  axis: Axis,
  seat: number,
  seats: number,
  at: Standings,
): number {
  const i = group.measure * seats + seat;
  if (axis === 'amount') return at.result[i]!;
  return force.measures[group.measure]!.quota > 0 && at.quota[i]! > 0 ? at.result[i]! / at.quota[i]! : 0;
}

function fieldsOf(
  w: World,
  m: Model,
  force: PayInForce,
  group: GroupPay,
  at: Standings,
  among: 'team' | 'region' | 'company',
): Field[] {
  const axis = axisIn(group);
  const field = (first: number, end: number): Field => {
    const seats: number[] = [];
    for (let seat = first; seat < end; seat++) {
      if (group.entrants?.[seat] === 0) continue;
      if (w.reps.real[seat] === 1 && at.present[group.measure * m.seats + seat]! > 0) seats.push(seat);
    }
    return { seats, results: seats.map((seat) => axisOf(force, group, axis, seat, m.seats, at)) };
  };
  if (among === 'company') return [field(0, m.seats)];
  return Array.from({ length: m.teams }, (_, team) => field(m.teamFirst[team]!, m.teamFirst[team + 1]!));
}

function axisIn({ component: { payout } }: GroupPay): Axis {
  if (payout.kind === 'rank') return payout.axis;
  return payout.kind === 'pool' && payout.divide === 'by-attainment' ? 'attainment' : 'amount';
}

function rank(payout: Rank, factor: number, { seats, results }: Field, pay: Float64Array): void {
  seats.forEach((seat, i) => {
    const rivals = results.filter((_, j) => j !== i);
    pay[seat]! += factor * prizeOf(payout, results[i]!, rivals);
  });
}

function pool(payout: Pool, factor: number, { seats, results }: Field, pay: Float64Array): void {
  seats.forEach((seat, i) => {
    const others = results.filter((_, j) => j !== i);
    pay[seat]! += factor * poolShare(payout, results[i]!, others);
  });
}

/** Teams meet in pairs, the first with the second and so on; an odd one out has no match. */
function match(
  w: World,
  m: Model,
  force: PayInForce,
  group: GroupPay,
  payout: TeamMatch,
  at: Standings,
  pay: Float64Array,
): void {
  const standing = (team: number): number => {
    let sum = 0;
    let n = 0;
    for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) {
      if (w.reps.real[seat] === 0) continue;
      sum += axisOf(force, group, payout.axis, seat, m.seats, at);
      n++;
    }
    return n > 0 ? sum / n : 0;
  };
  for (let team = 0; team < m.teams; team++) {
    const other = opponentOf(team, m.teams);
    if (other < 0) continue;
    const won = group.component.factor * matchPay(payout, standing(team), standing(other));
    for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++)
      pay[seat]! += won * at.present[group.measure * m.seats + seat]!;
  }
}

/** The team that a team is matched with; −1 for none. */
export function opponentOf(team: number, teams: number): number {
  const other = team % 2 === 0 ? team + 1 : team - 1;
  return other < teams ? other : -1;
}
