import { exp } from '../kernel/math.ts';
import { normalCdf, normalDensity } from '../kernel/normal.ts';
import { FORECAST_CONFIDENCE } from '../model/constants.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import type { GroupPay } from './components-in-force.ts';
import type { Forecasts } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import { type MeasureInForce, SCOPE } from './measures-in-force.ts';
import type { Pool, Rank, TeamMatch } from './parts/payout.ts';
import { MOST_PRIZES, Race } from './race.ts';
import { opponentOf } from './settle-groups.ts';

/** The race at hand. Scratch. */
const race = new Race();
let seats = new Int32Array(0);
let teams = new Int32Array(0);
let each = new Float64Array(0);
const teamPrizes = new Float64Array(MOST_PRIZES);

/**
 * What one more unit of own credit is expected to bring in a contest or from a pool, for every seat, into `out[seat]`:
 * prizes as they are felt (`lump.ts`).
 */
export function groupGains(
  w: World,
  m: Model,
  pay: PayInForce,
  group: GroupPay,
  ahead: Forecasts,
  out: Float64Array,
): void {
  const { factor } = group.component;
  const payout = group.felt;
  const { scope } = pay.measures[group.measure]!;
  if (seats.length < m.seats) {
    seats = new Int32Array(m.seats);
    teams = new Int32Array(m.seats);
    each = new Float64Array(m.seats);
  }
  out.fill(0);
  if (payout.kind === 'match') {
    matchGains(w, m, pay, group, payout, ahead, out);
  } else {
    const whole = payout.among === 'company';
    const fields = whole ? 1 : m.teams;
    for (let f = 0; f < fields; f++) {
      const first = whole ? 0 : m.teamFirst[f]!;
      const end = whole ? m.seats : m.teamFirst[f + 1]!;
      if (payout.kind === 'pool') poolGains(w, m, pay, group, payout, ahead, first, end, out);
      else if (scope === SCOPE.team && whole) teamRankGains(w, m, pay, group, payout, ahead, out);
      else if (scope === SCOPE.individual) rankGains(w, m, pay, group, payout, ahead, first, end, out);
      // Whoever shares one result shares one rank, whatever it is.
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
 * without the over-confidence that everybody has in own forecasts: a race is decided by the others as well.
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
  race.clear(end - first);
  for (let seat = first; seat < end; seat++) {
    const unit = unitOf(m, pay, group, attained, seat, ahead);
    const sd = ahead.sd[from + seat]!;
    if (w.reps.active[seat] === 0 || group.entrants?.[seat] === 0 || !(unit > 0) || !(sd > 0)) continue;
    seats[race.size] = seat;
    const mean = ahead.mean[from + seat]! / unit;
    if (one.level) race.enterSmooth(mean, sd / unit, 0);
    else race.enter(mean, restOf(one, sd) / unit, one.event / unit, one.lump / unit);
  }
  // Where every event counts alike, results are whole numbers of them, and halfway below one decides it.
  const whole = one.event === one.lump && !attained;
  race.gains(rank.prizes, rank.minimum === null ? null : rank.minimum - (whole ? one.event / 2 : 0), each);
  for (let i = 0; i < race.size; i++) {
    const seat = seats[i]!;
    out[seat]! += each[i]! / unitOf(m, pay, group, attained, seat, ahead);
  }
}

/** What of a flow is still expected, as its forecast's variance tells. */
function restOf(one: MeasureInForce, sd: number): number {
  return (sd * sd) / (FORECAST_CONFIDENCE * FORECAST_CONFIDENCE * one.lump);
}

/** Teams ranked by a result of their own: members take up ranks together, and each moves it by own part. */
function teamRankGains(
  w: World,
  m: Model,
  pay: PayInForce,
  group: GroupPay,
  rank: Rank,
  ahead: Forecasts,
  out: Float64Array,
): void {
  const one = pay.measures[group.measure]!;
  const from = group.measure * m.seats;
  const attained = rank.axis === 'attainment';
  let members = 0;
  race.clear(m.teams);
  for (let team = 0; team < m.teams; team++) {
    let any = -1;
    for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) {
      if (w.reps.active[seat] === 0) continue;
      any = seat;
      members++;
    }
    const unit = any < 0 ? 0 : unitOf(m, pay, group, attained, any, ahead);
    if (!(unit > 0)) continue;
    teams[race.size] = team;
    const at = from + any;
    race.enterSmooth(ahead.mean[at]! / unit, ahead.sd[at]! / unit, (one.event * ahead.part[at]!) / unit);
  }
  if (race.size === 0) return;
  const size = Math.max(1, Math.round(members / race.size));
  teamPrizes.fill(0);
  for (let place = 0; place < teamPrizes.length; place++) {
    const first = place * size;
    if (rank.ties === 'best') teamPrizes[place] = rank.prizes[first] ?? 0;
    else for (let k = 0; k < size; k++) teamPrizes[place]! += (rank.prizes[first + k] ?? 0) / size;
  }
  race.gains(teamPrizes, rank.minimum, each);
  for (let i = 0; i < race.size; i++) {
    const team = teams[i]!;
    for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) {
      if (w.reps.active[seat] === 0) continue;
      out[seat] = (each[i]! * ahead.part[from + seat]!) / unitOf(m, pay, group, attained, seat, ahead);
    }
  }
}

/** A pool divided by result pays more to whoever adds more; divided equally, only what the result adds to it. */
function poolGains(
  w: World,
  m: Model,
  pay: PayInForce,
  group: GroupPay,
  pool: Pool,
  ahead: Forecasts,
  first: number,
  end: number,
  out: Float64Array,
): void {
  const one = pay.measures[group.measure]!;
  const from = group.measure * m.seats;
  const byAttainment = pool.divide === 'by-attainment';
  const alike = pool.divide === 'equally' || one.scope !== SCOPE.individual;
  const unitAt = (seat: number): number => (byAttainment ? ahead.times[from + seat]! : 1);
  let all = 0;
  let variance = 0;
  let n = 0;
  for (let seat = first; seat < end; seat++) {
    const unit = unitAt(seat);
    if (w.reps.active[seat] === 0) continue;
    n++;
    if (!(unit > 0)) continue;
    all += Math.max(0, ahead.mean[from + seat]!) / unit;
    variance += (ahead.sd[from + seat]! / (FORECAST_CONFIDENCE * unit)) ** 2;
  }
  for (let seat = first; seat < end; seat++) {
    const unit = unitAt(seat);
    if (w.reps.active[seat] === 0 || !(unit > 0)) continue;
    // A share of everything, divided by result, is a commission on one's own.
    if ('share' in pool.size) out[seat]! += alike ? pool.size.share / n : pool.size.share;
    else if (!alike) {
      const mean = Math.max(0, ahead.mean[from + seat]!) / unit;
      const sd = ahead.sd[from + seat]! / (FORECAST_CONFIDENCE * unit);
      const others = Math.max(0, all - mean);
      const apart = Math.sqrt(Math.max(0, variance - sd * sd));
      const rest = one.level ? 0 : Math.min(mean, restOf(one, ahead.sd[from + seat]!) / unit);
      out[seat]! += (pool.size.money * shareGain(mean, rest, one.event / unit, others, apart)) / unit;
    }
  }
}

/**
 * Expected rise of x ÷ (x + y) per unit of x as one deal more is made: x may stay at what it is so far or be what some
 * deals make of it, y is as often a standard deviation above its mean as below.
 */
function shareGain(mean: number, rest: number, deal: number, others: number, apart: number): number {
  const none = deal > 0 ? exp(-rest / deal) : 0;
  const sofar = mean - rest;
  const some = none < 1 ? sofar + rest / (1 - none) : sofar;
  const low = Math.max(0, others - apart);
  const high = 2 * others - low;
  const rise = (x: number): number => 0.5 * (riseOf(x, deal, low) + riseOf(x, deal, high));
  return none * rise(sofar) + (1 - none) * rise(some);
}

function riseOf(x: number, deal: number, others: number): number {
  const all = x + others;
  if (!(all + deal > 0)) return 0;
  if (!(all > 0)) return 1 / deal;
  return others / (all * (all + deal));
}

/** The better team wins: prize and stake together hang on who is ahead, and a member moves the team's standing by own part. */
function matchGains(
  w: World,
  m: Model,
  pay: PayInForce,
  group: GroupPay,
  { prize, stake, axis }: TeamMatch,
  ahead: Forecasts,
  out: Float64Array,
): void {
  const one = pay.measures[group.measure]!;
  const from = group.measure * m.seats;
  const own = one.scope === SCOPE.individual;
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
    if (n === 0) return { mean, variance, n };
    // A group's result is one and the same at all its members; of own results the over-confidence is taken out.
    const scatter =
      own && !one.level ? variance / (n * n * FORECAST_CONFIDENCE * FORECAST_CONFIDENCE) : variance / n;
    return { mean: mean / n, variance: scatter, n };
  };
  for (let team = 0; team < m.teams; team++) {
    const other = opponentOf(team, m.teams);
    if (other < 0) continue;
    const ours = standing(team);
    const theirs = standing(other);
    const sd = Math.sqrt(ours.variance + theirs.variance);
    if (!(sd > 0) || ours.n === 0) continue;
    const lead = (ours.mean - theirs.mean) / sd;
    for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) {
      const unit = unitOf(m, pay, group, axis === 'attainment', seat, ahead);
      if (w.reps.active[seat] === 0 || !(unit > 0)) continue;
      // In standard deviations of the lead, per unit of own credit.
      const part = (own ? 1 / ours.n : ahead.part[from + seat]!) / (unit * sd);
      out[seat] = (prize + stake) * part * oddsGain(lead, one.level ? 0 : part * one.lump);
    }
  }
}

/** Rise of Φ at x per unit, over a step. */
function oddsGain(x: number, step: number): number {
  return step > 1e-3 ? (normalCdf(x + step) - normalCdf(x)) / step : normalDensity(x);
}
