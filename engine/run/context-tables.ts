import { exp, log, logistic } from '../kernel/math.ts';
import { normalQuantile } from '../kernel/normal.ts';
import { modeOf, type Quantity } from '../kernel/quantity.ts';
import { BROUGHT_CHANNELS } from '../model/brought-channels.ts';
import { TABLE_SIZE } from '../model/draw.ts';
import { BROUGHT_IDENTITY, type ChannelTables, MARKET_IDENTITY, type StageTables } from '../model/model.ts';
import { forgetChance } from '../model/phases/care.ts';
import type { NormalStudy } from '../study/normal.ts';

/** Coefficient of variation of buyers' waiting times: .6–1.2, about .8. */
const WAIT_CV = 0.8;

/** Points over which a normal population is averaged. */
const GRID = 61;
const GRID_POINTS = Float64Array.from({ length: GRID }, (_, i) => normalQuantile((i + 0.5) / GRID));

/** [u]: a buyer's waiting time relative to the median, lognormal. */
const RELATIVE_WAIT = Float64Array.from({ length: TABLE_SIZE }, (_, u) =>
  exp(Math.sqrt(log(1 + WAIT_CV * WAIT_CV)) * normalQuantile((u + 0.5) / TABLE_SIZE)),
);

const SKILLS = ['prospect', 'discover', 'propose', 'close'] as const;
const KINDS = ['market', 'self', 'referral'] as const;

/** Draws a quantity of the context; constants come back as they are. */
export type DrawQuantity = (q: Quantity) => number;

/** What the population of deals and reps looks like, for placing the stages' log-odds. */
export interface Population {
  readonly qualitySpread: number;
  readonly abilitySpread: number;
  readonly skillEffect: number;
  readonly shiftDepth: number;
  readonly usualGap: number;
  /** Share of deals otherwise won that are forgotten on the way. */
  readonly leakage: number;
  readonly rework: number;
  /** Mean log win chance that the channels of market leads bring, over leads and over what is won of them. */
  readonly meanChannel: number;
  readonly wonChannel: number;
  /** Mean quality, in log-odds of winning, of the leads that reps take up. */
  readonly meanTaken: number;
  readonly meanSkill: number;
  readonly repeatConversion: number;
  readonly repeatHours: number;
}

/**
 * Turns stated conversions into the log-odds of a single touch. Conversions are what one would observe of deals worked
 * in a stage, so the log-odds are placed such that, averaged over deals and reps that differ and over those that
 * earlier stages let through, and with leakage and rework as usual, each stage passes the stated share.
 */
export function stageTables(study: NormalStudy, draw: DrawQuantity, pop: Population): StageTables {
  const stages = study.world.stages;
  const n = stages.length;
  const conversion = stages.map((s) => draw(s.conversion));
  const lossShare = conversion.reduce((sum, c) => sum + (1 - c), 0);
  const spread = lossShare > 0 ? 1 / lossShare : 1;
  const resolve = Float64Array.from(stages, (s) => Math.min(1, 1 / draw(s.touches)));
  const resolved = Array.from(resolve, (r, s) => r * (s > 0 ? 1 - pop.rework : 1));
  // Every touch but the winning one is a chance to forget a deal.
  const openTouches = resolved.reduce((sum, r) => sum + 1 / r, 0) - 1;
  const forget = forgetChance(pop.leakage, openTouches);
  const through = resolved.map((r, s) => passes(r, forget, s === n - 1));
  // How strongly skill tells in a stage depends on what one unit of log-odds does to the win chance, and that in turn
  // on how much deals and reps differ: a first guess is refined once.
  const rough = placeStages(conversion, through, spread, spread, pop);
  const placed = placeStages(conversion, through, spread, rough.perWin, pop);
  const { base, perWin, contact, deviation } = placed;
  const usualFit = perWin * log(1 - pop.shiftDepth * pop.usualGap);
  const wait = new Float64Array(n * TABLE_SIZE);
  const hours = Float64Array.from(stages, (s) => draw(s.hours));

  for (let s = 0; s < n; s++) {
    const median = draw(stages[s]!.days) * resolve[s]!;
    for (let u = 0; u < TABLE_SIZE; u++) wait[s * TABLE_SIZE + u] = median * RELATIVE_WAIT[u]!;
  }

  const logPath = new Float64Array(n);
  const logHours = new Float64Array(n);
  const remaining = new Float64Array(n);
  let path = 1;
  let spent = 0;
  let left = 0;
  for (let s = n - 1; s >= 0; s--) {
    path *= conversion[s]!;
    spent = hours[s]! / resolve[s]! + conversion[s]! * spent;
    left += spread * (1 - conversion[s]!);
    logPath[s] = log(path);
    logHours[s] = log(spent);
    remaining[s] = left;
  }
  return {
    base,
    resolve,
    openTouches,
    hours,
    skill: Int32Array.from(stages, (s) => SKILLS.indexOf(s.skill)),
    wait,
    logPath,
    logHours,
    remaining,
    spread,
    perWin,
    contact,
    usualCustomer: pop.wonChannel + pop.meanTaken + placed.wonQuality,
    usualFit,
    repeatBase: solve((a) => {
      let sum = 0;
      for (let i = 0; i < GRID; i++)
        sum += logistic(a + perWin * pop.skillEffect * pop.meanSkill + deviation * GRID_POINTS[i]!) / GRID;
      return sum;
    }, pop.repeatConversion),
    repeatHours: Math.max(pop.repeatHours, 0.02),
  };
}

/** Stages placed for a population of deals and reps. */
interface Placed {
  readonly base: Float64Array;
  /** Log-odds in every stage that together raise the population's log win chance by one. */
  readonly perWin: number;
  /** Log-odds in the first stage that raise the log of its own conversion by one. */
  readonly contact: number;
  /** Standard deviation of a deal's log-odds in a stage: its quality and its rep's skill. */
  readonly deviation: number;
  /** Mean quality of what is won beyond that of what is taken up, in log-odds of winning. */
  readonly wonQuality: number;
}

/** Step of the numerical derivative of log conversions by log-odds. */
const STEP = 0.05;

function placeStages(
  conversion: readonly number[],
  through: readonly ((p: number) => number)[],
  spread: number,
  perWin: number,
  pop: Population,
): Placed {
  const n = conversion.length;
  const base = new Float64Array(n);
  const deviation = Math.sqrt(
    square(spread * pop.qualitySpread) + square(perWin * pop.skillEffect * pop.abilitySpread),
  );
  const centre = spread * pop.meanTaken + perWin * (pop.meanChannel + pop.skillEffect * pop.meanSkill);
  /** Chance that a deal at grid point i passes stage s when all log-odds are moved by `shift`. */
  const pass = (s: number, i: number, at: number, shift = 0): number =>
    through[s]!(logistic(at + centre + deviation * GRID_POINTS[i]! + shift));
  let present = new Float64Array(GRID).fill(1 / GRID);
  for (let s = 0; s < n; s++) {
    base[s] = solve((at) => {
      let sum = 0;
      for (let i = 0; i < GRID; i++) sum += present[i]! * pass(s, i, at);
      return sum;
    }, conversion[s]!);
    const next = new Float64Array(GRID);
    let kept = 0;
    for (let i = 0; i < GRID; i++) {
      next[i] = present[i]! * pass(s, i, base[s]!);
      kept += next[i]!;
    }
    for (let i = 0; i < GRID; i++) next[i]! /= kept;
    present = next;
  }
  /** Log of the population's chance to pass the first `upto` stages, all log-odds moved by `shift`. */
  const logChance = (upto: number, shift: number): number => {
    let sum = 0;
    for (let i = 0; i < GRID; i++) {
      let chance = 1;
      for (let s = 0; s < upto; s++) chance *= pass(s, i, base[s]!, shift);
      sum += chance;
    }
    return log(sum);
  };
  const needed = (upto: number): number =>
    Math.min(MOST_PER_WIN, (2 * STEP) / Math.max(1e-9, logChance(upto, STEP) - logChance(upto, -STEP)));
  const won = present.reduce((sum, share, i) => sum + share * GRID_POINTS[i]!, 0);
  const wonQuality = deviation > 0 ? (won * spread * square(pop.qualitySpread)) / deviation : 0;
  return { base, perWin: needed(n), contact: needed(1), deviation, wonQuality };
}

/** Where nearly everything passes, no shift of log-odds could raise the chance much further. */
const MOST_PER_WIN = 4;

/**
 * Chance that a stage is passed when each touch resolves it with chance r (advancing with chance p if so), and each
 * touch that leaves the deal with us leaks with chance ℓ.
 */
function passes(r: number, leak: number, last: boolean): (p: number) => number {
  const survive = 1 / (1 - (1 - r) * (1 - leak));
  return (p) => r * p * survive * (last ? 1 : 1 - leak);
}

/** The argument at which a rising function reaches a target, by bisection on [−12, 12]. */
function solve(f: (x: number) => number, target: number): number {
  let low = -12;
  let high = 12;
  for (let i = 0; i < 60; i++) {
    const mid = (low + high) / 2;
    if (f(mid) < target) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}

/** Channel columns, those that practices may bring last; market rates are spread over the real seats of the baseline. */
export function channelTables(
  study: NormalStudy,
  draw: DrawQuantity,
  leadsPerRepMonth: number,
): ChannelTables {
  const channels = study.world.channels;
  const share = channels.map((c) => (c.kind === 'market' ? modeOf(c.share) : 0));
  const total = share.reduce((a, b) => a + b, 0);
  const daily = total > 0 ? (leadsPerRepMonth * study.reps) / 21 : 0;
  const brought = BROUGHT_CHANNELS;
  const quality = channels.map((c) => draw(c.quality));
  const warmDays = channels.map((c) => draw(c.warmDays));
  const cost = channels.map((c) => draw(c.costPerLead));
  const usual = (values: readonly number[]): number =>
    total > 0 ? values.reduce((sum, value, i) => sum + (value * share[i]!) / total, 0) : 0;
  return {
    count: channels.length + brought.length,
    identity: Int32Array.from([
      ...channels.map((_, i) => MARKET_IDENTITY + i),
      ...brought.map((_, i) => BROUGHT_IDENTITY + i),
    ]),
    kind: Int32Array.from([...channels.map((c) => KINDS.indexOf(c.kind)), ...brought.map(() => 0)]),
    rate: Float64Array.from([
      ...share.map((s) => (total > 0 ? (daily * s) / total : 0)),
      ...brought.map(() => 0),
    ]),
    daily,
    quality: Float64Array.from([...quality, ...brought.map((c) => usual(quality) + c.quality)]),
    warmDays: Float64Array.from([...warmDays, ...brought.map((c) => c.warmDays)]),
    cost: Float64Array.from([...cost, ...brought.map((c) => usual(cost) * c.cost)]),
    self: channels.findIndex((c) => c.kind === 'self'),
    referral: channels.findIndex((c) => c.kind === 'referral'),
    home: 0,
  };
}

function square(x: number): number {
  return x * x;
}
