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
const CERTAIN = 6;

const behind = new Float64Array(MOST_PRIZES);
const change = new Float64Array(MOST_PRIZES);

/**
 * What one more unit of own credit is expected to bring in a contest or from a pool, for every seat, into `out[seat]`.
 *
 * A rank's prize depends on how many rivals are ahead: each is with chance Φ((μ_j − μ_i)/√(σ_i² + σ_j²)), taken as
 * independent though all hang on one's own result, which is exact as own uncertainty becomes small beside theirs; the
 * count's distribution and its derivative are built up rival by rival.
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
  const prizes = Math.min(MOST_PRIZES, rank.prizes.length);
  for (let seat = first; seat < end; seat++) {
    if (w.reps.active[seat] === 0) continue;
    const unit = unitOf(m, pay, group, attained, seat, ahead);
    if (!(unit > 0)) continue;
    const mean = ahead.mean[from + seat]! / unit;
    const sd = ahead.sd[from + seat]! / unit;
    behind.fill(0, 0, prizes);
    change.fill(0, 0, prizes);
    behind[0] = 1;
    for (let other = first; other < end; other++) {
      if (other === seat || w.reps.active[other] === 0) continue;
      const theirs = unitOf(m, pay, group, attained, other, ahead);
      if (!(theirs > 0)) continue;
      const gap = ahead.mean[from + other]! / theirs - mean;
      const spread = Math.sqrt(sd * sd + (ahead.sd[from + other]! / theirs) ** 2);
      const z = gap / Math.max(spread, 1e-300);
      if (z < -CERTAIN) continue;
      const sure = z > CERTAIN;
      count(prizes, sure ? 1 : normalCdf(z), sure ? 0 : -normalDensity(z) / spread);
    }
    let prize = 0;
    let gain = 0;
    for (let place = 0; place < prizes; place++) {
      prize += rank.prizes[place]! * behind[place]!;
      gain += rank.prizes[place]! * change[place]!;
    }
    if (rank.minimum !== null && sd > 0) {
      const z = (mean - rank.minimum) / sd;
      gain = gain * normalCdf(z) + (prize * normalDensity(z)) / sd;
    }
    out[seat]! += gain / unit;
  }
}

/** One more rival, ahead with chance q whose derivative by own result is dq. */
function count(prizes: number, q: number, dq: number): void {
  for (let k = prizes - 1; k >= 0; k--) {
    const below = k > 0 ? behind[k - 1]! : 0;
    const belowChange = k > 0 ? change[k - 1]! : 0;
    change[k] = change[k]! * (1 - q) - behind[k]! * dq + belowChange * q + below * dq;
    behind[k] = behind[k]! * (1 - q) + below * q;
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
