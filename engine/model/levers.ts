import { BUSINESS } from './levers/business.ts';
import { DEALS } from './levers/deals.ts';
import type { Lever } from './levers/lever.ts';
import { PEOPLE } from './levers/people.ts';
import { WORK } from './levers/work.ts';

export type { Lever, LeverIndex, LeverScale } from './levers/lever.ts';

/** Every lever, in table order. The only things a scheme can move. */
export const LEVERS: readonly Lever[] = [...WORK, ...DEALS, ...PEOPLE, ...BUSINESS];

/** Position of each lever in LEVERS. */
export const LEVER_INDEX: ReadonlyMap<string, number> = new Map(LEVERS.map((one, i) => [one.id, i]));

/** Rules of which exactly one holds at a time; two practices choosing differently is an error in the study. */
export const POLICIES = {
  /** Who gets a lead: anyone on the team by lot; by skill in the first stages; the best reps first for the best-scored. */
  routing: ['round-robin', 'specialism', 'score'],
} as const;

export type PolicyName = keyof typeof POLICIES;

/** Position of a lever known by name; a misspelt name is a programming error. */
export function leverAt(id: string): number {
  const at = LEVER_INDEX.get(id);
  if (at === undefined) throw new Error(`no lever named ${id}`);
  return at;
}
