import { nearest } from '../kernel/problems.ts';
import { type Located, listed, quoted } from './nodes.ts';
import type { Coverage } from './normal.ts';
import type { Values } from './reading.ts';

/** Months that stand for "however long". */
const EVER = 1200;

/** Reads `where: {team, tenure: [from, to], share}`; absent means everyone. */
export function readWhere(at: Located | undefined, teamNames: readonly string[], values: Values): Coverage {
  if (at === undefined) return {};
  const keys = at.own.entries(['team', 'teams', 'tenure', 'share']);
  const teams = ['team', 'teams'].flatMap((key) => {
    const one = keys.get(key);
    if (one === undefined) return [];
    return (one.isList ? one.items() : [one]).flatMap((item) => teamOf(item, teamNames));
  });
  const tenureAt = keys.get('tenure');
  let tenureMonths: readonly [number, number] | undefined;
  if (tenureAt !== undefined) {
    const ends = tenureAt.items();
    if (tenureAt.isList && ends.length === 2) {
      const from = values.number(ends[0], 'months', 0, EVER, 0);
      const to = ends[1]!.scalar === 'none' ? EVER : values.number(ends[1], 'months', 0, EVER, EVER);
      if (from >= to)
        tenureAt.wrong('bad-tenure', 'expected [from, to] with from below to', '应为 [起, 止] 且起小于止');
      // Whoever is hired after the practice starts has a tenure below 0 then: newcomers belong to “from 0”.
      tenureMonths = [from === 0 ? -EVER : from, to];
    } else if (tenureAt.isList) {
      tenureAt.wrong(
        'bad-tenure',
        'expected two times, such as [0, 24 months] or [5 years, none]',
        '应为两个时长，如 [0, 24 months] 或 [5 years, none]',
      );
    }
  }
  const shareAt = keys.get('share');
  return {
    ...(keys.has('team') || keys.has('teams') ? { teams: [...new Set(teams)].sort((a, b) => a - b) } : {}),
    ...(tenureMonths ? { tenureMonths } : {}),
    ...(shareAt ? { share: values.number(shareAt, 'share', 0, 1, 1) } : {}),
  };
}

function teamOf(at: Located, teamNames: readonly string[]): number[] {
  const name = at.text();
  if (name === undefined) return [];
  const team = teamNames.indexOf(name);
  if (team >= 0) return [team];
  at.problem(
    'unknown-name',
    { en: `there is no team “${quoted(name)}”`, zh: `没有团队“${quoted(name)}”` },
    { en: `teams: ${listed(teamNames)}`, zh: `团队：${listed(teamNames, '、')}` },
    nearest(name, teamNames),
  );
  return [];
}
