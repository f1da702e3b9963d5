import type { Plan } from './language.ts';
import { roundTo } from './parts/rounding.ts';
import type { Carry, Line, Lot, Results } from './results.ts';

/** Variable pay earned in a period, by lot where it hangs on a sale. */
export interface Due {
  readonly earned: number;
  readonly lots: ReadonlyMap<string, number>;
  readonly results: Results;
  readonly carry: Carry;
  readonly months: number;
}

/** What of it is paid now, and what is left for later. */
export interface PaidOut {
  readonly lines: readonly Line[];
  readonly paid: number;
  /** What an advance that need not be earned adds to what was earned. */
  readonly kept: number;
  readonly owed: number;
  readonly lots: readonly Lot[];
  readonly deferred: number;
}

/**
 * From what is earned to what is paid: part waits for cash, part of earlier pay is released or taken back, part is
 * deferred, and the draw evens out the rest. What would make variable pay negative is owed, not taken from salary.
 */
export function payOut(plan: Plan, due: Due): PaidOut {
  const money = (x: number): number => roundTo(x, plan.rounding.money);
  const lines: Line[] = [];
  let now = due.earned;
  const add = (kind: Line['kind'], id: string, amount: number): void => {
    if (amount === 0) return;
    lines.push({ kind, id, amount });
    now = money(now + amount);
  };
  const lots = withhold(plan, due, add, money);
  const open = takeBack(plan, release(lots, due, add, money), due, add, money);
  const deferred = defer(plan, due, now, add, money);
  const { paid, kept, owed } = draw(plan, due, now, add, money);
  return { lines, paid, kept, owed, lots: keep(plan, open), deferred };
}

type Add = (kind: Line['kind'], id: string, amount: number) => void;
type Money = (x: number) => number;

/** New lots, with the part of each that waits for its cash. */
function withhold(plan: Plan, { lots, carry, results }: Due, add: Add, money: Money): Lot[] {
  const { holdback, clawback } = plan.timing;
  if (holdback === null && clawback === null) return [];
  const all = [...carry.lots];
  for (const [lot, amount] of lots) {
    // What is already in need not wait.
    const waits = holdback === null ? 0 : holdback.share * (1 - (results.collected[lot] ?? 0));
    const held = money(amount * waits);
    const i = all.findIndex((one) => one.lot === lot);
    const old = all[i];
    if (old === undefined) all.push({ lot, amount, held, released: 0 });
    else all[i] = { ...old, amount: money(old.amount + amount), held: money(old.held + held) };
    add('holdback', lot, -held);
  }
  return all;
}

/** Releases what waited, as its cash comes in. */
function release(lots: readonly Lot[], { lots: fresh, results }: Due, add: Add, money: Money): Lot[] {
  return lots.map((lot) => {
    const cash = results.collected[lot.lot];
    if (cash === undefined || lot.held === lot.released || fresh.has(lot.lot)) return lot;
    const upTo = cash >= 1 ? lot.held : money(lot.held * cash);
    const more = Math.max(0, money(upTo - lot.released));
    add('release', lot.lot, more);
    return { ...lot, released: money(lot.released + more) };
  });
}

/** Takes back pay on sales that fell through: first what still waits, then what was paid. */
function takeBack(plan: Plan, lots: readonly Lot[], { results }: Due, add: Add, money: Money): Lot[] {
  const { clawback, holdback } = plan.timing;
  let open = [...lots];
  for (const { lot, monthsSince, servedMonths, termMonths } of results.cancelled) {
    const old = open.find((one) => one.lot === lot);
    if (old === undefined) continue;
    const waiting = money(old.held - old.released);
    const within = clawback !== null && monthsSince <= clawback.windowMonths;
    if (!within && (holdback === null || waiting === 0)) continue;
    const unserved = termMonths > 0 ? Math.max(0, 1 - servedMonths / termMonths) : 1;
    const back = within ? money(old.amount * (clawback.method === 'full' ? 1 : unserved)) : 0;
    // Cash that will never come releases nothing: what waits is lost, and counts toward what is taken back.
    add('clawback', lot, -Math.max(0, money(back - waiting)));
    open = open.filter((one) => one !== old);
  }
  return open;
}

function defer(plan: Plan, { carry, results }: Due, now: number, add: Add, money: Money): number {
  const { deferral } = plan.timing;
  if (deferral === null) return 0;
  const waits = money(Math.max(0, now) * deferral.share);
  add('deferral', '', -waits);
  const pot = money(carry.deferred + waits);
  if (results.month !== deferral.releaseMonth) return pot;
  add('deferral-release', '', pot);
  return 0;
}

function draw(
  plan: Plan,
  { carry, results, months }: Due,
  now: number,
  add: Add,
  money: Money,
): { paid: number; kept: number; owed: number } {
  const { draw: advance } = plan.timing;
  const running =
    advance !== null && (advance.untilMonth === null || results.tenureMonths < advance.untilMonth);
  const least = running ? money(advance.amount * months * results.present) : 0;
  if (now < least) {
    const missing = money(least - now);
    // An advance that need not be earned is a gift; what was taken back is owed all the same.
    const debt = running && !advance.recoverable ? Math.max(0, -now) : missing;
    add(running ? 'draw' : 'carried', '', missing);
    return { paid: least, kept: money(missing - debt), owed: money(carry.owed + debt) };
  }
  const back = Math.min(carry.owed, money(now - least));
  add('recovery', '', -back);
  return { paid: money(now - back), kept: 0, owed: money(carry.owed - back) };
}

/** Lots are kept while something may still happen to them. */
function keep(plan: Plan, lots: readonly Lot[]): Lot[] {
  return lots.filter((lot) => plan.timing.clawback !== null || lot.held > lot.released);
}
