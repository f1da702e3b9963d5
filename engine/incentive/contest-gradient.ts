import { normalDensity } from '../kernel/normal.ts';
import { FORECAST_CONFIDENCE } from '../model/constants.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import type { GroupPay } from './components-in-force.ts';
import type { Forecasts } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import { SCOPE } from './measures-in-force.ts';
import type { Pool, Rank, TeamMatch } from './parts/payout.ts';
import { Race } from './race.ts';
import { opponentOf } from './settle-groups.ts';

/** The race at hand. Scratch. */
const race = new Race();
let seats = new Int32Array(0);
let each = new Float64Array(0);

/** What one more unit of own credit is expected to bring in a contest or from a pool, for every seat, into `out[seat]`. */
export function groupGains(
  w: World,
  m: Model,
  pay: PayInForce,
  group: GroupPay,
  ahead: Forecasts,
  out: Float64Array,
): void {
  const { payout, factor } = group.component;
  out.fill(0);
  if (payout.kind === 'match') {
    matchGains(w, m, pay, group, payout, ahead, out);
  } else if (payout.kind === 'rank' || payout.kind === 'pool') {
    const whole = payout.among === 'company';
    const fields = whole ? 1 : m.teams;
    for (let f = 0; f < fields; f++) {
      const first = whole ? 0 : m.teamFirst[f]!;
      const end = whole ? m.seats : m.teamFirst[f + 1]!;
      if (payout.kind === 'rank') rankGains(w, m, pay, group, payout, ahead, first, end, out);
      else poolGains(w, m, group, payout, ahead, first, end, out);
    }
  }
  if (factor !== 1) for (let seat = 0; seat < out.length; seat++) out[seat]! *= factor;
}

/** Credit per unit of the contest's axis: the seat's quota where attainment counts. */
function unitOf(
  m: Model,
  pay: PayInForce,
  group: GroupPay,
  byAttainment: boolean,
  seat: number,
  ahead: Forecasts,
): number {
  if (!byAttainment) return 1;
  return pay.measures[group.measure]!.reference * ahead.times[group.measure * m.seats + seat]!;
}

/**
 * A rank's prize, as a race between results that come in deals (`race.ts`). What is still to come is told by its variance,
 * without the over-confidence that everybody has in own forecasts: a race is decided by the others as well. A group's
 * result is moved by the part that own credit is of it.
 */
function rankGains(
  w: World,
  m: Model,
  pay: PayInForce,
  group: GroupPay,
  rank: Rank,
  ahead: Forecasts,
  first: number,
  end: number,
  out: Float64Array,
): void {
  const one = pay.measures[group.measure]!;
  const from = group.measure * m.seats;
  const attained = rank.axis === 'attainment';
  if (seats.length < m.seats) {
    seats = new Int32Array(m.seats);
    each = new Float64Array(m.seats);
  }
  race.clear(end - first);
  for (let seat = first; seat < end; seat++) {
    const unit = unitOf(m, pay, group, attained, seat, ahead);
    const sd = ahead.sd[from + seat]!;
    if (w.reps.active[seat] === 0 || !(unit > 0) || !(sd > 0)) continue;
    seats[race.size] = seat;
    const mean = ahead.mean[from + seat]! / unit;
    if (one.level || one.scope !== SCOPE.individual) {
      race.enterSmooth(mean, sd / unit, (one.event * ahead.part[from + seat]!) / unit);
    } else {
      const variance = (sd * sd) / (FORECAST_CONFIDENCE * FORECAST_CONFIDENCE);
      race.enter(mean, variance / (one.lump * unit), one.event / unit, one.lump / unit);
    }
  }
  // Where every event counts alike, results are whole numbers of them, and halfway below one decides it.
  const whole = one.event === one.lump && !attained;
  race.gains(rank.prizes, rank.minimum === null ? null : rank.minimum - (whole ? one.event / 2 : 0), each);
  for (let i = 0; i < race.size; i++) {
    const seat = seats[i]!;
    out[seat]! += (each[i]! * ahead.part[from + seat]!) / unitOf(m, pay, group, attained, seat, ahead);
  }
}

/** A pool divided by result pays more to whoever adds more; divided equally, only what the result adds to it. */
function poolGains(
  w: World,
  m: Model,
  group: GroupPay,
  pool: Pool,
  ahead: Forecasts,
  first: number,
  end: number,
  out: Float64Array,
): void {
  const from = group.measure * m.seats;
  const byAttainment = pool.divide === 'by-attainment';
  const result = (seat: number): number => {
    const k = byAttainment ? ahead.times[from + seat]! : 1;
    return k > 0 ? Math.max(0, ahead.mean[from + seat]!) / k : 0;
  };
  let all = 0;
  let n = 0;
  for (let seat = first; seat < end; seat++) {
    if (w.reps.active[seat] === 0) continue;
    all += result(seat);
    n++;
  }
  if (n === 0) return;
  for (let seat = first; seat < end; seat++) {
    if (w.reps.active[seat] === 0) continue;
    const unit = byAttainment ? Math.max(1e-300, ahead.times[from + seat]!) : 1;
    const mine = result(seat);
    const share = 'share' in pool.size ? pool.size.share : 0;
    const pot = 'money' in pool.size ? pool.size.money : share * all;
    const rise =
      pool.divide === 'equally'
        ? share / n
        : all > 0
          ? (pot * (all - mine)) / (all * all) + (share * mine) / all
          : 0;
    out[seat]! += rise / unit;
  }
}

/** The better team wins: prize and stake together hang on who is ahead, and a member moves the team's mean by 1 ÷ n. */
function matchGains(
  w: World,
  m: Model,
  pay: PayInForce,
  group: GroupPay,
  { prize, stake, axis }: TeamMatch,
  ahead: Forecasts,
  out: Float64Array,
): void {
  const from = group.measure * m.seats;
  const standing = (team: number): { mean: number; variance: number; n: number } => {
    let mean = 0;
    let variance = 0;
    let n = 0;
    for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) {
      const unit = unitOf(m, pay, group, axis === 'attainment', seat, ahead);
      if (w.reps.active[seat] === 0 || !(unit > 0)) continue;
      mean += ahead.mean[from + seat]! / unit;
      variance += (ahead.sd[from + seat]! / unit) ** 2;
      n++;
    }
    return { mean: n > 0 ? mean / n : 0, variance: n > 0 ? variance / (n * n) : 0, n };
  };
  for (let team = 0; team < m.teams; team++) {
    const other = opponentOf(team, m.teams);
    if (other < 0) continue;
    const ours = standing(team);
    const theirs = standing(other);
    const sd = Math.sqrt(ours.variance + theirs.variance);
    if (!(sd > 0) || ours.n === 0) continue;
    const rise = ((prize + stake) * normalDensity((ours.mean - theirs.mean) / sd)) / sd / ours.n;
    for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) {
      const unit = unitOf(m, pay, group, axis === 'attainment', seat, ahead);
      if (w.reps.active[seat] === 1 && unit > 0) out[seat] = rise / unit;
    }
  }
}
