import type { Localised } from '../kernel/quantity.ts';
import { DAYS_A_MONTH, DAYS_A_WEEK, DAYS_A_YEAR } from '../model/calendar.ts';
import type { Model } from '../model/model.ts';
import { adopt, isFor } from '../model/phases/adoption.ts';
import { planHours } from '../model/phases/hours.ts';
import { followedUp } from '../model/phases/managers.ts';
import { OVERTIME, USE, USES, type Use, WEEK_COLUMNS } from '../model/phases/week.ts';
import type { World } from '../model/world.ts';
import { replicationKey } from '../random/key.ts';
import { KeyedRandom } from '../random/threefry.ts';
import type { NormalStudy } from '../study/normal.ts';
import { type Compiled, compileUnder } from './compile.ts';
import { AT_MODE } from './draws.ts';
import { MixTables } from './params.ts';
import { createWorld } from './replicate.ts';

/** What the hours of a week go to, in the order of a table. */
export const WEEK_USES: readonly { readonly id: Use; readonly name: Localised }[] = [
  { id: 'selling', name: { en: 'Selling', zh: '销售' } },
  { id: 'service', name: { en: 'Serving customers', zh: '服务客户' } },
  { id: 'travel', name: { en: 'Travel', zh: '路途' } },
  { id: 'admin', name: { en: 'Records, reports, approvals', zh: '记录、报表、审批' } },
  { id: 'internal', name: { en: 'Meetings and other internal work', zh: '会议与其他内部事务' } },
  {
    id: 'outreach',
    name: { en: 'Calls, content, events, planned contacts', zh: '外呼、内容、活动、计划联系' },
  },
  { id: 'training', name: { en: 'Training', zh: '培训' } },
  { id: 'change', name: { en: 'Getting used to the new way', zh: '适应新做法' } },
];

/** A rep's week: hours by use, and how many of them are overtime. */
export interface Week {
  readonly hours: Readonly<Record<Use, number>>;
  readonly overtime: number;
}

/** What an alternative makes of a rep's week. */
export interface Weeks {
  /** Under the baseline. */
  readonly before: Week;
  /** In the first week of the last practice that begins, with all that is still being taken up. */
  readonly starting: Week;
  /** A year later, taken up in full; the mean of twelve months, since some practices act in some of them. */
  readonly settled: Week;
}

/**
 * For every alternative of a study, the week of the people whom its practices cover, on average: before them, as they
 * begin, and once they are settled. It is what the model's own planning of hours gives at usual effort and rewards, with
 * every number at its mode and every practice taking root; nothing is simulated.
 */
export function weeksOf(study: NormalStudy): readonly Weeks[] {
  const compiled = compileUnder(study, AT_MODE, AT_MODE, new MixTables());
  const world = createWorld(study, compiled, new KeyedRandom(replicationKey(compiled.key, 0)));
  world.reps.sellDrive.fill(1);
  const habits = world.adoption.slice();
  return compiled.alternatives.map((changed) => {
    const seats = coveredBy(world, changed.model);
    const start = begin(world, changed.model);
    const starting = weekOf([hoursOn(start, world, changed, seats)]);
    takeUp(world, changed.model);
    const settled = yearAfter(start, world, changed, seats);
    world.adoption.set(habits);
    return { before: yearAfter(start, world, compiled.alternatives[0]!, seats), starting, settled };
  });
}

/** The weeks that each of some practices by itself makes of a study's baseline, in use for everyone from day 0 on. */
export function practiceWeeks(study: NormalStudy, schemes: readonly string[]): ReadonlyMap<string, Weeks> {
  const baseline = study.alternatives[0]!;
  const alone = schemes.map((scheme) => {
    const use = { scheme, options: {}, startDay: 0, stopDay: null, rampDays: 0, where: {} };
    return { ...baseline, id: scheme, adoptions: [...baseline.adoptions, use] };
  });
  const weeks = weeksOf({ ...study, alternatives: [baseline, ...alone] });
  return new Map(schemes.map((scheme, i) => [scheme, weeks[i + 1]!]));
}

/** Seats that some practice or lever change is for; all of them where that is none. */
function coveredBy(w: World, m: Model): number[] {
  const real = Array.from({ length: m.seats }, (_, seat) => seat).filter((seat) => w.reps.real[seat] === 1);
  const some = real.filter(
    (seat) =>
      m.practices.some((practice) => isFor(w, practice, seat)) ||
      m.changes.some(({ covered }) => covered![seat] === 1),
  );
  return some.length > 0 ? some : real;
}

/** Takes practices up week by week until the last of them has begun, on the day that is returned. */
function begin(w: World, m: Model): number {
  const starts = [...m.practices, ...m.changes].map(({ startDay }) => Math.max(0, startDay));
  const last = Math.max(0, ...starts);
  const weeks = Math.ceil((last - Math.min(last, ...starts)) / DAYS_A_WEEK);
  for (let week = weeks; week >= 0; week--) {
    const day = last - week * DAYS_A_WEEK;
    adopt(w, m, day, followedUp(w, m, day));
  }
  return last;
}

/** Puts every practice in place for everyone it is for, with nothing left to get used to. */
function takeUp(w: World, m: Model): void {
  w.reps.change.fill(0);
  for (const practice of m.practices) {
    for (let seat = 0; seat < m.seats; seat++) {
      if (isFor(w, practice, seat)) w.adoption[practice.row * m.seats + seat] = 1;
    }
  }
}

/** The week a year after a day, on average over twelve months. */
function yearAfter(day: number, w: World, compiled: Compiled, seats: readonly number[]): Week {
  const first = day + DAYS_A_YEAR;
  return weekOf(
    Array.from({ length: 12 }, (_, month) => hoursOn(first + month * DAYS_A_MONTH, w, compiled, seats)),
  );
}

/** Hours a day of the average of some seats, by column. */
function hoursOn(day: number, w: World, { model, levers }: Compiled, seats: readonly number[]): Float64Array {
  levers.refresh(w, model, day);
  planHours(w, model);
  const sum = new Float64Array(WEEK_COLUMNS);
  for (const seat of seats) {
    for (let c = 0; c < WEEK_COLUMNS; c++) sum[c]! += model.week[seat * WEEK_COLUMNS + c]! / seats.length;
  }
  return sum;
}

function weekOf(days: readonly Float64Array[]): Week {
  const of = (column: number): number =>
    (DAYS_A_WEEK * days.reduce((sum, day) => sum + day[column]!, 0)) / days.length;
  return {
    hours: Object.fromEntries(USES.map((use) => [use, of(USE[use])])) as Record<Use, number>,
    overtime: of(OVERTIME),
  };
}
