/**
 * A person's week as a budget: what hours go to, and where new work finds room. Hours a day; no use is ever negative, and
 * all of them together are contracted hours × effort in time, and overtime.
 */

/** What hours go to. Outreach: calls, content, events and planned contacts that a practice asks for. */
export const USES = [
  'selling',
  'service',
  'travel',
  'admin',
  'internal',
  'outreach',
  'training',
  'change',
] as const;

/** Use of hours. */
export type Use = (typeof USES)[number];

/** Position of each use among a seat's hours, and of the overtime that is in them. */
export const USE: { readonly [K in Use]: number } = Object.fromEntries(USES.map((use, i) => [use, i])) as {
  [K in Use]: number;
};
export const OVERTIME = USES.length;
export const WEEK_COLUMNS = USES.length + 1;

/** Largest part of paperwork and internal work that new work of their kind can take the place of. Assumed, .3–.7. */
const MOST_DISPLACED = 0.5;

/** Most overtime, as a share of the hours there are: a six-day week. Assumed. */
const MOST_OVERTIME = 0.2;

/** Least share of the hours that stays with the uses there were, whatever else fills the day. */
export const LEAST_NET = 0.02;

/**
 * Hours of paperwork and internal work that new internal work takes the place of.
 *
 * @param inward new internal work, in hours
 * @param routine paperwork and internal work so far, in hours
 * @param share part of new work that displaces its like (people.displaced-work)
 */
export function displaced(inward: number, routine: number, share: number): number {
  return Math.min(share * inward, MOST_DISPLACED * routine);
}

/** Hours worked on top of `present` where `more` is to be done than there was. */
export function overtimeFor(more: number, present: number, share: number): number {
  return Math.min(share * more, MOST_OVERTIME * present);
}

/**
 * The share of its hours that every use gives up for `rest` hours of new work. All give the same share: with constant
 * elasticities of what they bring, whoever divides hours so that the last one is worth the same everywhere keeps their
 * proportions when there are fewer.
 */
export function givenUp(rest: number, uses: number): number {
  return uses > 0 ? Math.min(1 - LEAST_NET, rest / uses) : 0;
}

/**
 * How deep a seat is in taking up new ways, 0–1, by what is still open of them in whole programmes: depth and length grow
 * with the square root each, so that what a change costs in all grows with its size; a whole programme is as deep as it
 * gets, and more at once takes longer.
 */
export function depthOfChange(open: number): number {
  return open >= 1 ? 1 : Math.sqrt(open);
}

/** What is open after `days` of working it off, where a whole programme is done after `programmeDays`. */
export function afterDigesting(open: number, days: number, programmeDays: number): number {
  if (open <= 0) return 0;
  if (open > 1) return open - (2 * days) / programmeDays;
  const depth = Math.max(0, Math.sqrt(open) - days / programmeDays);
  return depth * depth;
}
