import { normalCdf, normalDensity } from '../kernel/normal.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import type { GroupPay } from './components-in-force.ts';
import type { Forecasts } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import type { Pool, Rank, TeamMatch } from './parts/payout.ts';
import { opponentOf } from './settle-groups.ts';

/** Most prizes that a gradient counts; lower ranks bring next to nothing. */
const MOST_PRIZES = 16;

/** Beyond so many standard deviations who is ahead is as good as certain. */
const CERTAIN = 4;

/** Steps of the table of the standard normal, a standard deviation each: off by under .002. */
const STEPS = 256;
const TABLE = 2 * CERTAIN * STEPS;
const CDF = Float64Array.from({ length: TABLE }, (_, i) => normalCdf((i + 0.5) / STEPS - CERTAIN));

/** Results at which the prize of a field is worked out, evenly from 3 standard deviations below the last to 3 above the first. */
const GRID = 33;
const REACH = 3;
const prizes = new Float64Array(GRID);

/** Chances that 0, 1, … of a field are ahead. Scratch. */
const chance = new Float64Array(MOST_PRIZES);

/**
 * What one more unit of own credit is expected to bring in a contest or from a pool, for every seat, into `out[seat]`.
 *
 * A rank's prize depends on how many rivals are ahead. The chance that a member of the field is ahead of a result x is
 * Φ((μ_j − x)/σ_j); how many are is a Poisson–binomial count. The expected prize is worked out at points of x once for the
 * whole field, each member's part in it cut by 1 ÷ n for the rival that everyone is not to oneself; its slope is averaged
 * over own forecast. Within a few hundredths of the largest gradient for a dozen rivals or more.
 */
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
  const from = group.measure * m.seats;
  const attained = rank.axis === 'attainment';
  const field: number[] = [];
  const mean = new Float64Array(m.seats);
  const sd = new Float64Array(m.seats);
  for (let seat = first; seat < end; seat++) {
    const unit = unitOf(m, pay, group, attained, seat, ahead);
    if (w.reps.active[seat] === 0 || !(unit > 0) || !(ahead.sd[from + seat]! > 0)) continue;
    field.push(seat);
    mean[seat] = ahead.mean[from + seat]! / unit;
    sd[seat] = ahead.sd[from + seat]! / unit;
  }
  if (field.length < 2) return;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const seat of field) {
    low = Math.min(low, mean[seat]! - REACH * sd[seat]!);
    high = Math.max(high, mean[seat]! + REACH * sd[seat]!);
  }
  const step = (high - low) / (GRID - 1);
  for (let k = 0; k < GRID; k++) prizes[k] = prizeAt(rank, field, low + k * step, mean, sd);
  for (const seat of field) {
    let gain = 0;
    let prize = 0;
    let before = cdf((low - mean[seat]!) / sd[seat]!);
    for (let k = 1; k < GRID; k++) {
      const upTo = cdf((low + k * step - mean[seat]!) / sd[seat]!);
      gain += (prizes[k]! - prizes[k - 1]!) * (upTo - before);
      prize += 0.5 * (prizes[k]! + prizes[k - 1]!) * (upTo - before);
      before = upTo;
    }
    gain /= step;
    if (rank.minimum !== null) {
      // Reaching the minimum decides the whole prize.
      const z = (mean[seat]! - rank.minimum) / sd[seat]!;
      gain = gain * normalCdf(z) + (prize * normalDensity(z)) / sd[seat]!;
    }
    out[seat]! += gain / unitOf(m, pay, group, attained, seat, ahead);
  }
}

/** Expected prize of a result x among the field. */
function prizeAt(
  rank: Rank,
  field: readonly number[],
  x: number,
  mean: Float64Array,
  sd: Float64Array,
): number {
  const n = Math.min(MOST_PRIZES, rank.prizes.length);
  const part = 1 - 1 / field.length;
  chance.fill(0, 0, n);
  chance[0] = 1;
  for (const other of field) {
    const q = part * cdf((mean[other]! - x) / sd[other]!);
    if (q === 0) continue;
    for (let k = n - 1; k > 0; k--) chance[k] = chance[k]! * (1 - q) + chance[k - 1]! * q;
    chance[0] = chance[0]! * (1 - q);
  }
  let sum = 0;
  for (let place = 0; place < n; place++) sum += rank.prizes[place]! * chance[place]!;
  return sum;
}

/** Distribution function of the standard normal off the table. */
function cdf(z: number): number {
  if (z <= -CERTAIN) return 0;
  return z >= CERTAIN ? 1 : CDF[Math.floor((z + CERTAIN) * STEPS)]!;
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
