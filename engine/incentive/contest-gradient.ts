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

/** Steps of the tables of the standard normal, a standard deviation each: off by under .002. */
const STEPS = 256;
const TABLE = 2 * CERTAIN * STEPS;
const CDF = Float64Array.from({ length: TABLE }, (_, i) => normalCdf((i + 0.5) / STEPS - CERTAIN));
const DENSITY = Float64Array.from({ length: TABLE }, (_, i) => normalDensity((i + 0.5) / STEPS - CERTAIN));

/**
 * Own result is averaged over points half a standard deviation apart, the trapezoid rule: a few hundredths of the largest
 * gradient off where rivals are far surer than oneself.
 */
const APART = 0.5;
const POINTS = Array.from({ length: 13 }, (_, k) => APART * (k - 6));
const WEIGHTS = POINTS.map((z) => APART * normalDensity(z));

/** Chances that 0, 1, … rivals are ahead, and their derivatives by own result. Scratch. */
const chance = new Float64Array(MOST_PRIZES);
const change = new Float64Array(MOST_PRIZES);

/**
 * What one more unit of own credit is expected to bring in a contest or from a pool, for every seat, into `out[seat]`.
 *
 * A rank's prize depends on how many rivals are ahead. Given own result x, rival j is with chance Φ((μ_j − x)/σ_j); the
 * count's distribution and its derivative by x are built up rival by rival, and averaged over own result.
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
  const n = Math.min(MOST_PRIZES, rank.prizes.length);
  for (const seat of field) {
    let prize = 0;
    let gain = 0;
    for (let k = 0; k < POINTS.length; k++) {
      if (!countAhead(field, seat, mean[seat]! + POINTS[k]! * sd[seat]!, mean, sd, n)) continue;
      for (let place = 0; place < n; place++) {
        prize += WEIGHTS[k]! * rank.prizes[place]! * chance[place]!;
        gain += WEIGHTS[k]! * rank.prizes[place]! * change[place]!;
      }
    }
    if (rank.minimum !== null) {
      // Reaching the minimum decides the whole prize.
      const z = (mean[seat]! - rank.minimum) / sd[seat]!;
      gain = gain * normalCdf(z) + (prize * normalDensity(z)) / sd[seat]!;
    }
    out[seat]! += gain / unitOf(m, pay, group, attained, seat, ahead);
  }
}

/** Works out how many rivals are ahead of a result x, up to n. Whether any of the first n places may still be open. */
function countAhead(
  field: readonly number[],
  seat: number,
  x: number,
  mean: Float64Array,
  sd: Float64Array,
  n: number,
): boolean {
  let sure = 0;
  chance.fill(0, 0, n);
  change.fill(0, 0, n);
  chance[0] = 1;
  for (const other of field) {
    if (other === seat) continue;
    const z = (mean[other]! - x) / sd[other]!;
    if (z <= -CERTAIN) continue;
    if (z >= CERTAIN) {
      if (++sure >= n) return false;
      continue;
    }
    const at = Math.floor((z + CERTAIN) * STEPS);
    const q = CDF[at]!;
    const dq = -DENSITY[at]! / sd[other]!;
    for (let k = n - 1; k > 0; k--) {
      change[k] = change[k]! * (1 - q) - chance[k]! * dq + change[k - 1]! * q + chance[k - 1]! * dq;
      chance[k] = chance[k]! * (1 - q) + chance[k - 1]! * q;
    }
    change[0] = change[0]! * (1 - q) - chance[0]! * dq;
    chance[0] = chance[0]! * (1 - q);
  }
  if (sure > 0) {
    chance.copyWithin(sure, 0, n - sure);
    chance.fill(0, 0, sure);
    change.copyWithin(sure, 0, n - sure);
    change.fill(0, 0, sure);
  }
  return true;
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
