import { exp, log, pow } from '../kernel/math.ts';
import { normalDensity } from '../kernel/normal.ts';
import { DAYS_A_WEEK } from '../model/calendar.ts';
import {
  FORECAST_CONFIDENCE,
  FORECAST_WEIGHT,
  PEER_INDIVIDUAL,
  PEER_TEAM,
  USUAL_ATTAINMENT,
  USUAL_SPREAD,
} from '../model/constants.ts';
import { leverAt } from '../model/levers.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import { expectedMarginal, expectedPayout, type PayTable } from './pay-table.ts';
import type { PayPlan } from './plan.ts';
import { relateDrive } from './usual-drive.ts';

const GOAL = leverAt('goal-salience');
const MONITORING = leverAt('monitoring');

/** Least drive, so that its powers stay finite. */
const LEAST_DRIVE = 0.02;

/** Effort stays within what people can give. */
const LEAST_EFFORT = 0.4;
const MOST_EFFORT = 1.5;

/** A pay plan in force, with what the response to it needs. */
export interface PayInForce {
  readonly plan: PayPlan;
  readonly table: PayTable;
  /** Usual pay per unit of credit under the plan people are used to: what marginal pay is felt against. */
  readonly usualRate: number;
  /** Usual pay a period under it, salary included: what pay is compared with outside. */
  readonly usualPay: number;
}

/** Share of a year's quota that falls in one period. */
export function periodQuota(plan: PayPlan): number {
  return (plan.quota * plan.periodDays) / 252;
}

/**
 * Usual variable pay per unit of credit: the plan's expected payout at usual attainment and spread, per credit.
 */
export function usualRate(plan: PayPlan, table: PayTable): number {
  const quota = periodQuota(plan);
  return (
    expectedPayout(table, USUAL_ATTAINMENT * quota, USUAL_SPREAD * quota, quota) / (USUAL_ATTAINMENT * quota)
  );
}

/**
 * The week's effort of every rep. Each forecasts own credit at the period's end as Normal(credit so far + pace × days
 * left, compound-Poisson variance) and weighs the plan's expected marginal pay against what is usual:
 * effort = (intrinsic + (1 − intrinsic)·marginal ÷ usual + goal + monitoring)^γ × taste × peers.
 *
 * Peers pull by pay type: stars lift colleagues when pay is shared, and dishearten them when it is individual.
 */
export function respond(w: World, m: Model, pay: PayInForce, day: number): void {
  const r = w.reps;
  const p = m.params;
  const { plan, table } = pay;
  const into = ((day % plan.periodDays) + plan.periodDays) % plan.periodDays;
  const left = plan.periodDays - into;
  const typical = p.dealValue * exp((p.dealSpread * p.dealSpread) / 2);
  // Second moment over first moment of a lognormal deal: what one deal adds to the variance per unit of credit.
  const lump = typical * exp(p.dealSpread * p.dealSpread);
  const peerPull = PEER_INDIVIDUAL + (PEER_TEAM - PEER_INDIVIDUAL) * plan.teamShare;
  teamMarginals(w, m, pay, left, lump);
  const toSell = new Float64Array(m.seats);
  for (let seat = 0; seat < m.seats; seat++) {
    if (r.active[seat] === 0) continue;
    const quota = r.quota[seat]!;
    const pace = r.pace[seat]!;
    const mean = r.credit[seat]! + pace * left;
    const sd = FORECAST_CONFIDENCE * Math.sqrt(Math.max(1e-12, pace * left * lump));
    const own = expectedMarginal(table, mean, sd, quota);
    const nextSd = FORECAST_CONFIDENCE * Math.sqrt(Math.max(1e-12, pace * plan.periodDays * lump));
    const next = expectedMarginal(table, pace * plan.periodDays, nextSd, quota);
    const team = r.team[seat]!;
    const shared = w.teams.teamMarginal[team]!;
    const now = (1 - plan.teamShare) * own + plan.teamShare * shared;
    r.marginalNow[seat] = now;
    r.marginalNext[seat] = (1 - plan.teamShare) * next + plan.teamShare * shared;
    const relative = pay.usualRate > 0 ? now / pay.usualRate : 1;
    let drive = p.intrinsic + (1 - p.intrinsic) * relative;
    const z = (quota - mean) / Math.max(sd, 1e-9);
    // The pull of a goal: strongest where the next sale decides it, none once out of reach or behind us.
    drive += (m.lever[GOAL]![seat]! * normalDensity(z)) / 0.3989422804014327;
    toSell[seat] = Math.max(LEAST_DRIVE, drive);
    drive += m.lever[MONITORING]![seat]! * Math.max(0, 1 - drive);
    const peers = exp(peerPull * w.teams.skill[team]!);
    const target = pow(Math.max(LEAST_DRIVE, drive) * exp(r.taste[seat]!), p.effortElasticity) * peers;
    r.effort[seat] = Math.min(MOST_EFFORT, Math.max(LEAST_EFFORT, target));
  }
  relateDrive(w, m, toSell, plan.periodDays, day);
}

/** Expected marginal pay of the team's mean credit, felt by each member as one part in n of it. */
function teamMarginals(w: World, m: Model, pay: PayInForce, left: number, lump: number): void {
  if (pay.plan.teamShare <= 0) return;
  const r = w.reps;
  for (let team = 0; team < m.teams; team++) {
    let mean = 0;
    let variance = 0;
    let quota = 0;
    let n = 0;
    for (let seat = m.teamFirst[team]!; seat < m.teamFirst[team + 1]!; seat++) {
      if (r.active[seat] === 0) continue;
      mean += r.credit[seat]! + r.pace[seat]! * left;
      variance += r.pace[seat]! * left * lump;
      quota += r.quota[seat]!;
      n++;
    }
    const sd = n > 0 ? Math.sqrt(variance) / n : 0;
    w.teams.teamMarginal[team] = n > 0 ? expectedMarginal(pay.table, mean / n, sd, quota / n) / n : 0;
  }
}

/** A week's credit sharpens each rep's idea of own pace. */
export function learnPace(w: World, m: Model): void {
  const r = w.reps;
  for (let seat = 0; seat < m.seats; seat++) {
    const earned = (r.credit[seat]! - r.creditSeen[seat]!) / DAYS_A_WEEK;
    if (r.active[seat] === 1) r.pace[seat]! += FORECAST_WEIGHT * (earned - r.pace[seat]!);
    r.creditSeen[seat] = r.credit[seat]!;
  }
}

/** Log appeal of repeat business beside new business: what is unpaid is not ignored, but comes second. */
export function repeatAppeal(plan: PayPlan, duty: number): number {
  return log(duty + (1 - duty) * plan.repeatRate);
}
