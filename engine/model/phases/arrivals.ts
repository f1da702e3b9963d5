import { poissonQuantile } from '../../random/distributions/poisson.ts';
import { PURPOSES } from '../../random/purposes.ts';
import { unit53 } from '../../random/threefry.ts';
import { DAYS_A_WEEK, monthOfYear, periodOf } from '../calendar.ts';
import { leverAt } from '../levers.ts';
import { MARKET_IDENTITY, type Model, type Random } from '../model.ts';
import type { World } from '../world.ts';
import { spawnLead } from './leads.ts';

const LEAD_RATE = leverAt('lead-rate');
const LEAD_SUPPLY = leverAt('lead-supply');
const PROSPECTING = leverAt('prospecting');

/** Most leads of one channel on one day; the fold of an identity word. */
const DAY_FOLD = 4096;

/** Added to a day so that warm-up days give positive identities. */
const DAY_SHIFT = 65_536;

/** Upper identity word of leads that reps find, by seat in the low word; those of the market have their channel's. */
const SELF_IDENTITY = 8;

/** Identity of the k-th lead of a day. */
function leadIdentity(day: number, k: number): number {
  return ((day + DAY_SHIFT) * DAY_FOLD + k) | 0;
}

/**
 * Market leads of the day: the number per channel by inversion of one uniform, so that a higher rate adds leads behind
 * the others and renumbers none.
 */
export function marketLeads(w: World, m: Model, random: Random, day: number): void {
  const season = m.seasonality[monthOfYear(day)]! * w.market.demand[0]!;
  for (let channel = 0; channel < m.channel.count; channel++) {
    if (m.channel.kind[channel] !== 0) continue;
    const mean =
      m.channel.rate[channel]! * season * m.lever[LEAD_RATE]![channel]! +
      m.channel.daily * season * m.lever[LEAD_SUPPLY]![channel]!;
    if (mean <= 0) continue;
    const identity = m.channel.identity[channel]!;
    random.draw(identity - MARKET_IDENTITY, PURPOSES['arrival-count'], day, 0);
    const count = Math.min(DAY_FOLD - 1, poissonQuantile(unit53(random.w0, random.w1), mean));
    for (let k = 0; k < count; k++) {
      spawnLead(w, m, random, day, channel, leadIdentity(day, k), identity, -1);
    }
  }
}

/** Weight of a week in how busy a rep feels. Assumed. */
const IDLE_WEIGHT = 0.1;

/** Leads that reps dug up in the week's spare hours, at the week's end. */
export function selfFoundLeads(w: World, m: Model, random: Random, day: number): void {
  const { active, spareHours, sellHours, idle } = w.reps;
  for (let seat = 0; seat < m.seats; seat++) {
    const hours = spareHours[seat]!;
    spareHours[seat] = 0;
    if (active[seat] === 1 && sellHours[seat]! > 0) {
      const share = Math.min(1, Math.max(0, hours / (sellHours[seat]! * DAYS_A_WEEK)));
      idle[seat]! += IDLE_WEIGHT * (share - idle[seat]!);
    }
    if (m.channel.self < 0) continue;
    if (active[seat] === 0 || hours <= 0) continue;
    const mean = hours * m.lever[PROSPECTING]![seat]! * m.lever[LEAD_RATE]![m.channel.self]!;
    const week = periodOf(day, DAYS_A_WEEK);
    random.draw(seat, PURPOSES['self-lead'], week, 0);
    const count = Math.min(63, poissonQuantile(unit53(random.w0, random.w1), mean));
    for (let k = 0; k < count; k++) {
      // Seat, week and ordinal side by side: 2^13 seats, 2^13 weeks, 64 a week.
      const idLow = ((seat * 8192 + (week & 8191)) * 64 + k) | 0;
      spawnLead(w, m, random, day, m.channel.self, idLow, SELF_IDENTITY, seat);
    }
  }
}
