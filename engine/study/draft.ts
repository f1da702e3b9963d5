import { modeOf, type Quantity } from '../kernel/quantity.ts';
import { DEFAULT_PRIMARY } from '../model/metrics.ts';
import type { Adoption, Alternative, NormalStudy, RunOptions, Stage, World } from './normal.ts';
import { isBehaviour, PARAMETERS } from './parameters.ts';
import type { Preset } from './presets/contract.ts';

/** Day that stands for "always has been". */
export const OLD_HABIT = -100_000;

/**
 * A preset's world. Facts of a company stand at their mode until a study gives its own; what nobody knows of any company
 * for certain, how people behave, keeps its range. Every parameter is stated, defaults too.
 */
export function worldOf(preset: Preset): World {
  const scalars: Record<string, Quantity> = {};
  for (const parameter of PARAMETERS) {
    const value = preset.scalars[parameter.id]?.value ?? parameter.fallback;
    scalars[parameter.id] = isBehaviour(parameter) ? value : modeOf(value);
  }
  return { scalars, stages: preset.stages, channels: preset.channels, seasonality: preset.seasonality };
}

/** Teams as equal in size as possible, larger ones first. */
export function teamSizes(reps: number, teams: number): number[] {
  return Array.from({ length: teams }, (_, t) => Math.floor(reps / teams) + (t < reps % teams ? 1 : 0));
}

/** Mean workdays from lead to close: stage medians × 1.28 for their skew. */
export function usualCycle(stages: readonly Stage[]): number {
  return stages.reduce((sum, s) => sum + modeOf(s.days) * 1.28, 0);
}

/**
 * Default warm-up: the longer of 6 months and twice the mean cycle, in whole
 * quarters so that pay periods begin on day 0; whole years where pay is yearly.
 */
export function defaultWarmup(stages: readonly Stage[], periodDays: number): number {
  const unit = Math.max(63, periodDays);
  return Math.ceil(Math.max(126, 2 * usualCycle(stages)) / unit) * unit;
}

/**
 * What a run does unless told otherwise. A discount of 10 % a year, of 5–15 %: valuations of customers in the literature
 * use 10–15 % (Gupta, Lehmann & Stuart 2004: 12 %; Fader, Hardie & Lee 2005: 15 %; from memory), costs of capital 8–12 %.
 * Ten years of a customer's life, of 3–20 (assumed): what is further away is hardly known and little worth.
 */
export const DEFAULT_RUN: Omit<RunOptions, 'warmupDays'> = {
  horizonDays: 252,
  seed: 'schemelab',
  primary: DEFAULT_PRIMARY,
  precision: { share: 0.01 },
  confidence: 0.95,
  discount: 0.1,
  customerYears: 10,
  replicationsPerDraw: 5,
  minDraws: 20,
  maxDraws: 400,
  effects: 'priors',
  context: 'ranges',
};

/** A practice in place since before anyone can remember, for everyone. */
export function habit(scheme: string): Adoption {
  return { scheme, options: {}, startDay: OLD_HABIT, stopDay: null, rampDays: 0, where: {} };
}

/** A study of a preset with nothing changed: its usual team, its usual pay, no practices. */
export function draftStudy(preset: Preset): NormalStudy {
  const reps = modeOf(preset.reps);
  const baseline: Alternative = {
    id: 'baseline',
    name: null,
    adoptions: [],
    levers: [],
    pay: preset.pay,
    payStartDay: 0,
  };
  return {
    title: preset.name,
    context: preset.id,
    currency: preset.currency,
    yuan: 1,
    reps,
    teamNames: Array.from({ length: preset.teams }, (_, t) => `team-${t + 1}`),
    teamSizes: teamSizes(reps, preset.teams),
    inertReps: 0,
    world: worldOf(preset),
    alternatives: [baseline],
    run: { ...DEFAULT_RUN, warmupDays: defaultWarmup(preset.stages, preset.pay.periodDays) },
  };
}
