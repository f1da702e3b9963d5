import { CUSTOMERS } from './parameters/customers.ts';
import { EFFORT } from './parameters/effort.ts';
import type { Parameter } from './parameters/entry.ts';
import { LABOUR } from './parameters/labour.ts';
import { MARKET } from './parameters/market.ts';
import { MOTIVES } from './parameters/motives.ts';
import { PEOPLE } from './parameters/people.ts';
import { TIME } from './parameters/time.ts';

export type { Parameter, ParameterUnit } from './parameters/entry.ts';

/** Every scalar parameter, in the order a form shows them. Presets and studies override the fallback. */
export const PARAMETERS: readonly Parameter[] = [
  ...MARKET,
  ...CUSTOMERS,
  ...PEOPLE,
  ...TIME,
  ...EFFORT,
  ...MOTIVES,
  ...LABOUR,
];

/** Whether a parameter is a matter of behaviour that no company knows of itself: those have a range by default. */
export function isBehaviour(parameter: Parameter): boolean {
  return typeof parameter.fallback !== 'number';
}

/** Parameters by id. */
export const PARAMETER: ReadonlyMap<string, Parameter> = new Map(PARAMETERS.map((one) => [one.id, one]));
