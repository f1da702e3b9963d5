import { RING, type World } from './world.ts';

/** A free deal row. May grow the table, so take w.deals anew afterwards. */
export function takeDeal(w: World): number {
  if (w.market.freeDeal[0]! < 0) w.growDeals();
  const row = w.market.freeDeal[0]!;
  w.market.freeDeal[0] = w.deals.next[row]!;
  w.market.dealsOpen[0]!++;
  return row;
}

/** Gives a deal's row back; it must be in no list. */
export function freeDeal(w: World, row: number): void {
  w.deals.next[row] = w.market.freeDeal[0]!;
  w.market.freeDeal[0] = row;
  w.market.dealsOpen[0]!--;
}

/** Puts a deal into the bucket of its ready day. */
export function schedule(w: World, row: number): void {
  const at = w.deals.readyDay[row]! & (RING - 1);
  w.deals.next[row] = w.dealBucket[at]!;
  w.dealBucket[at] = row;
}

/** Puts a deal on its owner's ready list. */
export function makeReady(w: World, row: number): void {
  const owner = w.deals.owner[row]!;
  w.deals.next[row] = w.reps.readyHead[owner]!;
  w.reps.readyHead[owner] = row;
}
