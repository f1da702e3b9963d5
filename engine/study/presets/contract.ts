import type { PayPlan } from '../../incentive/plan.ts';
import type { Evidence, Localised, Quantity } from '../../kernel/quantity.ts';
import type { Channel, Stage } from '../normal.ts';
import type { Target } from './figures.ts';

/** A number of a preset: its range and where it comes from. Studies take its mode unless they say otherwise. */
export interface Sourced {
  readonly value: Quantity;
  readonly evidence: Evidence;
}

/** An industry in numbers. */
export interface Preset {
  readonly id: string;
  readonly name: Localised;
  readonly summary: Localised;
  readonly currency: string;
  /** Usual team: seats (low/mode/high) and number of teams. */
  readonly reps: Quantity;
  readonly teams: number;
  /** Scalars that differ from the parameters' own defaults, by `section.key`. */
  readonly scalars: Readonly<Record<string, Sourced>>;
  readonly stages: readonly Stage[];
  readonly channels: readonly Channel[];
  /** Twelve monthly factors, mean 1. */
  readonly seasonality: readonly number[];
  readonly pay: PayPlan;
  /** Published ranges that a baseline of this industry should fall into, by metric or figure id. */
  readonly targets: Readonly<Record<string, Target>>;
}

/** A range with its source: `from(low, mode, high, grade, source)`. */
export function from(
  low: number,
  mode: number,
  high: number,
  grade: Evidence['grade'],
  source: string,
): Sourced {
  return { value: { low, mode, high }, evidence: { grade, source } };
}

/** A single number with its source. */
export function fixed(value: number, grade: Evidence['grade'], source: string): Sourced {
  return { value, evidence: { grade, source } };
}

/** A stage; median days, mean touches, hours a touch. */
export function stage(
  id: string,
  en: string,
  zh: string,
  conversion: Quantity,
  days: number,
  touches: number,
  hours: number,
  skill: Stage['skill'],
): Stage {
  return { id, name: { en, zh }, conversion, days, touches, hours, skill };
}

/** A channel; share of market leads, quality in log-odds, median warm days, cost per lead. */
export function channel(
  id: string,
  en: string,
  zh: string,
  kind: Channel['kind'],
  share: number,
  quality: number,
  warmDays: number,
  costPerLead: number,
): Channel {
  return { id, name: { en, zh }, kind, share, quality, warmDays, costPerLead };
}

/** No season. */
export const EVEN: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
