import type { Evidence, Localised, Quantity } from '../../kernel/quantity.ts';

/** What a parameter is measured in; the study file must state money, durations and percentages with their unit. */
export type ParameterUnit =
  | 'share'
  | 'count'
  | 'ratio'
  | 'money'
  | 'workdays'
  | 'months'
  | 'hours'
  | 'per-year'
  | 'per-month'
  | 'points'
  | 'log-odds';

/** One scalar of the world: `section.key` in a study file, its meaning, legal range and default. */
export interface Parameter {
  readonly id: string;
  readonly unit: ParameterUnit;
  readonly min: number;
  readonly max: number;
  /** Used where neither study nor context says otherwise: a number for facts of a company, a range for behaviour. */
  readonly fallback: Quantity;
  readonly name: Localised;
  readonly meaning: Localised;
  readonly evidence: Evidence;
}

/** Evidence that is an assumption, or a vendor's word. */
export const A = (source: string): Evidence => ({ grade: 'assumed', source });
export const V = (source: string): Evidence => ({ grade: 'vendor', source });

/** A parameter: id, unit, least and most, fallback, name and meaning (English, Chinese), evidence. */
export const p = (
  id: string,
  unit: ParameterUnit,
  [min, max]: readonly [number, number],
  fallback: Quantity,
  name: readonly [string, string],
  meaning: readonly [string, string],
  evidence: Evidence = A('design assumption'),
): Parameter => ({
  id,
  unit,
  min,
  max,
  fallback,
  name: { en: name[0], zh: name[1] },
  meaning: { en: meaning[0], zh: meaning[1] },
  evidence,
});
