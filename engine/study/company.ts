import { modeOf } from '../kernel/quantity.ts';
import { teamSizes } from './draft.ts';
import type { Located } from './nodes.ts';
import type { Preset } from './presets/contract.ts';
import { wholeOr } from './reading.ts';

/** Most seats a study may have. */
export const MOST_REPS = 5_000;

/** Who sells. */
export interface Company {
  readonly reps: number;
  readonly teamNames: readonly string[];
  readonly teamSizes: readonly number[];
  readonly inertReps: number;
}

/** Reads `company: {reps, teams, inert-reps}`; what is absent is as usual in the context. */
export function readCompany(at: Located | undefined, preset: Preset): Company {
  const keys = at?.entries(['reps', 'teams', 'inert-reps']);
  const teamsAt = keys?.get('teams');
  const repsAt = keys?.get('reps');
  const inertReps = wholeOr(keys?.get('inert-reps'), 0, 1000, 0);
  if (teamsAt?.isMap) {
    const seats = [...teamsAt.own.entries()].map(
      ([name, count]) => [name, wholeOr(count, 1, MOST_REPS, 1)] as const,
    );
    const reps = seats.reduce((sum, [, count]) => sum + count, 0);
    if (seats.length === 0) teamsAt.wrong('bad-teams', 'expected at least one team', '应至少有一个团队');
    else if (reps > MOST_REPS)
      teamsAt.wrong('out-of-range', `expected at most ${MOST_REPS} reps in all`, `合计最多 ${MOST_REPS} 人`);
    else if (repsAt !== undefined && wholeOr(repsAt, 1, MOST_REPS, reps) !== reps)
      repsAt.wrong(
        'bad-teams',
        `expected ${reps}, the sum of the teams, or no “reps” at all`,
        `应为各团队之和 ${reps}，或不写 reps`,
      );
    return { reps, teamNames: seats.map(([n]) => n), teamSizes: seats.map(([, c]) => c), inertReps };
  }
  const reps = wholeOr(repsAt, 1, MOST_REPS, Math.round(modeOf(preset.reps)));
  let teamNames: string[];
  if (teamsAt?.isList) {
    teamNames = [];
    for (const item of teamsAt.items()) {
      const name = item.text();
      if (name === undefined) continue;
      if (teamNames.includes(name)) item.wrong('bad-teams', 'expected each team once', '团队名不应重复');
      else teamNames.push(name);
    }
    if (teamsAt.items().length > reps)
      teamsAt.wrong('bad-teams', `expected at most ${reps} teams, one rep each`, `最多 ${reps} 个团队`);
  } else {
    const count = wholeOr(teamsAt, 1, reps, Math.min(preset.teams, reps));
    teamNames = Array.from({ length: count }, (_, t) => `team-${t + 1}`);
  }
  if (teamNames.length === 0) {
    teamsAt?.wrong('bad-teams', 'expected at least one team', '应至少有一个团队');
    teamNames = ['team-1'];
  }
  return { reps, teamNames, teamSizes: teamSizes(reps, teamNames.length), inertReps };
}
