import type { Contest } from '../incentive/contest.ts';
import { log } from '../kernel/math.ts';
import { DAYS_A_MONTH } from '../model/calendar.ts';
import { POLICIES } from '../model/levers.ts';
import type { Practice } from '../model/model.ts';
import { type Composed, compose, contestOf } from '../schemes/compose.ts';
import type { Scheme } from '../schemes/contract.ts';
import { SCHEME_INDEX, SCHEMES } from '../schemes/registry.ts';
import { schemeContextOf } from '../study/firm.ts';
import type { Adoption, Alternative, NormalStudy } from '../study/normal.ts';
import { coveredSeats, seatTeams } from './coverage.ts';
import { type Drawing, NAMESPACE } from './draws.ts';

const NEVER = 0x7fffffff;

/** Months that are longer than any study. */
const LONG = 10_000;

/** What a half-time in months is a workday, in logs; 0 for none. */
function perDay(months: number): number {
  return months > 0 ? log(2) / (months * DAYS_A_MONTH) : 0;
}

/** A practice in use with the seats it is meant for, of which there are some, their number and that of their teams. */
interface Use extends Adoption {
  readonly seats: Uint8Array;
  readonly covered: number;
  readonly coveredTeams: number;
}

/** A contest that a practice brings, in the study's currency, and whom it is for. */
export interface HeldContest {
  readonly scheme: Scheme;
  readonly contest: Contest;
  readonly practice: Practice;
  /** 1 for each seat that takes part; kept up to date by the day loop. */
  readonly entrants: Uint8Array;
}

/** What an alternative's practices come to. */
export interface Practices {
  /** Those that people take up, in catalogue order, and the chance that each fails. */
  readonly practices: readonly Practice[];
  readonly failure: readonly number[];
  readonly contests: readonly HeldContest[];
}

/** An alternative's practices in numbers. @param key of the study, by which lots are drawn */
export function practicesOf(
  study: NormalStudy,
  alternative: Alternative,
  effects: Drawing,
  key: readonly [number, number, number],
): Practices {
  const context = schemeContextOf(study);
  const uses = usesOf(study, alternative, key);
  const composed = compose(uses, context, (q, position, ordinal) =>
    effects.value(q, NAMESPACE.scheme, position, ordinal),
  );
  const inForce = composed.map((one) => {
    const use = uses.find(({ scheme }) => SCHEME_INDEX.get(scheme) === one.position)!;
    return { one, use, practice: practiceOf(one, use) };
  });
  for (const { use, practice } of inForce) {
    const next = SCHEME_INDEX.get(use.yieldsTo ?? '');
    practice.successor = inForce.find((other) => other.practice.row === next)?.practice ?? null;
  }
  // A contest is called, paid for and over: nobody has to take it up.
  const takenUp = inForce.filter(({ one }) => SCHEMES[one.position]!.contest === undefined);
  return {
    practices: takenUp.map(({ practice }) => practice),
    failure: takenUp.map(({ one }) => one.failure),
    contests: inForce.flatMap(({ one, use, practice }) => {
      const scheme = SCHEMES[one.position]!;
      const contest = contestOf(use, context);
      if (contest === null) return [];
      return [{ scheme, contest, practice, entrants: new Uint8Array(use.seats.length) }];
    }),
  };
}

/** A practice that covers nobody is no practice: it costs nothing and takes nobody's time. */
function usesOf(
  study: NormalStudy,
  { adoptions }: Alternative,
  key: readonly [number, number, number],
): Use[] {
  const teams = seatTeams(study);
  return adoptions.flatMap((adoption) => {
    const seats = coveredSeats(study, adoption.where, key);
    const covered = seats.reduce((sum, one) => sum + one, 0);
    const coveredTeams = new Set(teams.filter((_, seat) => seats[seat] === 1)).size;
    return covered > 0 ? [{ ...adoption, seats, covered, coveredTeams }] : [];
  });
}

function practiceOf(one: Composed, use: Use): Practice {
  const [tenureFrom, tenureTo] = use.where.tenureMonths ?? [-Infinity, Infinity];
  return {
    row: one.position,
    startDay: use.startDay,
    stopDay: use.stopDay ?? NEVER,
    successor: null,
    rampDays: use.rampDays,
    covered: use.seats,
    tenureFrom,
    tenureTo,
    entries: one.shifts.map(({ after, until, fades, builds, ...s }) => ({
      ...s,
      startDay: use.startDay + Math.round(after * DAYS_A_MONTH),
      endDay: until < LONG ? use.startDay + Math.round(until * DAYS_A_MONTH) : NEVER,
      fading: perDay(fades),
      building: perDay(builds),
      covered: null,
    })),
    routing: (POLICIES.routing as readonly string[]).indexOf(SCHEMES[one.position]!.policies.routing ?? ''),
    pace: log(2) / (Math.max(0.05, one.monthsToHalf) * DAYS_A_MONTH),
    literacy: one.literacy,
    change: one.change,
    ceiling: 1,
    ...one.costs,
  };
}
