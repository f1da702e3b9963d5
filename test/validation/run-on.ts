import { holdings } from '../../engine/model/equity.ts';
import { KIND } from '../../engine/model/phases/leads.ts';
import { Work } from '../../engine/model/phases/work.ts';
import type { PaidOn } from '../../engine/model/tables/pay.ts';
import { SUM } from '../../engine/model/tables/tally.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../engine/run/compile.ts';
import { runDay } from '../../engine/run/day.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';

/** Margin alone: pay follows the same flows, and would only blur what is compared. */
export const UNPAID: PaidOn = { fresh: 0, expansion: 0, repeat: 0, renewal: 0, accrual: 0 };

/** A study's baseline on the morning of day 0 of one replication, with what goes on from there. */
export interface Warm {
  readonly study: NormalStudy;
  readonly compiled: Compiled;
  readonly random: KeyedRandom;
  readonly world: World;
}

export function warm(study: NormalStudy, replication: number): Warm {
  const all = compileStudy(study, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(all.key, replication));
  const world = warmUp(study, all, new Work(), random);
  return { study, compiled: all.alternatives[0]!, random, world };
}

/** What the company holds on day 0 by the closed forms, without pay, counted for so many years. */
export function expected({ compiled, random, world }: Warm, years: number) {
  return holdings(world, compiled.model, random, { ...world.today!, paid: UNPAID, years }, 0);
}

/** The same world run on: calls back each evening with the marked customers' margin of the day and what it is worth on day 0. */
function runOn(
  { study, compiled, random }: Warm,
  w: World,
  years: number,
  evening: (margin: number, worth: number) => void,
): void {
  const { model, levers, pay } = compiled;
  const work = new Work();
  let before = w.sums[SUM.cohortMargin]!;
  for (let day = 0; day < 252 * years; day++) {
    runDay(w, { model, levers, work }, pay, random, day, false);
    const now = w.sums[SUM.cohortMargin]!;
    evening(now - before, (1 + study.run.discount) ** (-(day + 1) / 252));
    before = now;
  }
}

/** Margin, discounted, that the customers of day 0 bring in so many years. */
export function customersBring(one: Warm, years: number): number {
  let value = 0;
  runOn(one, one.world.fork(), years, (margin, worth) => {
    value += margin * worth;
  });
  return value;
}

/** Margin, discounted, that the opportunities open on day 0 bring in so many years: first sales and the customers' lives. */
export function pipelineBrings(one: Warm, years: number): number {
  const w = one.world.fork();
  const { params } = one.compiled.model;
  const identity = (table: { idLow: Int32Array; idHigh: Int32Array }, row: number): string =>
    `${table.idLow[row]} ${table.idHigh[row]}`;
  const open = new Set<string>();
  for (const head of [...w.dealBucket, ...w.reps.readyHead]) {
    for (let row = head; row >= 0; row = w.deals.next[row]!)
      if (w.deals.stage[row]! > 0 && w.deals.kind[row] === KIND.fresh) open.add(identity(w.deals, row));
  }
  w.customers.cohort.fill(0);
  let seen = w.market.customers[0]!;
  let value = 0;
  runOn(one, w, years, (margin, worth) => {
    value += margin * worth;
    for (const c = w.customers; seen < w.market.customers[0]!; seen++) {
      if (!open.has(identity(c, seen))) continue;
      // What it brings from now on is counted; its first sale was before it was known.
      c.cohort[seen] = 1;
      const net =
        params.recurring > 0
          ? c.recurring[seen]! / params.recurring
          : c.orderValue[seen]! / params.repeatValue;
      if (params.upfront > 0) value += net * params.upfront * c.marginRate[seen]! * worth;
    }
  });
  return value;
}
