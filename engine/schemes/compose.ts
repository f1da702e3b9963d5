import type { Quantity } from '../kernel/quantity.ts';
import { LEVER_INDEX, LEVERS, type PolicyName } from '../model/levers.ts';
import type { PaidContest, Scheme, SchemeContext, SchemeOption, Shift } from './contract.ts';
import { COST_KEYS, COSTS, type SchemeCosts } from './costs.ts';
import { SCHEME_INDEX, SCHEMES } from './registry.ts';

/** What composing needs to know of a practice in use. */
export interface Use {
  readonly scheme: string;
  readonly options: Readonly<Record<string, number>>;
  /** Reps it is meant for, and the teams they are in; everyone unless stated. */
  readonly covered?: number;
  readonly coveredTeams?: number;
}

/** What a practice in use may look at: the company, and whom it is meant for. */
export function contextOf(use: Use, company: SchemeContext): SchemeContext {
  const { covered = company.covered, coveredTeams = company.coveredTeams } = use;
  return { ...company, covered, coveredTeams };
}

/** A shift in numbers: which lever, where in its index (−1 everywhere), for whom, when, and how much. */
export interface ComposedShift {
  readonly lever: number;
  readonly at: number;
  /** 0 anyone, 1 novices, 2 veterans. */
  readonly tenure: number;
  /** 1 where it acts only as far as things are on record. */
  readonly recorded: number;
  /** Bit m set: acts in calendar month m. */
  readonly months: number;
  /** Months after the start from which it acts, and up to which. */
  readonly after: number;
  readonly until: number;
  /** Half-times in months of its fading and its coming; 0 for none. */
  readonly fades: number;
  readonly builds: number;
  readonly shift: number;
}

/** A practice in numbers, under one parameter draw. */
export interface Composed {
  readonly position: number;
  readonly shifts: readonly ComposedShift[];
  readonly costs: { readonly [K in keyof SchemeCosts]: number };
  readonly monthsToHalf: number;
  readonly failure: number;
  readonly literacy: number;
  readonly change: number;
}

/** Draws the value of the `ordinal`-th number of the scheme at `position`. */
export type DrawScheme = (q: Quantity, position: number, ordinal: number) => number;

/** Ordinals of a scheme's numbers: shifts from 0 on, costs from here on, adoption at fixed places. */
const FIRST_COST = 200;
const HALF_ORDINAL = 210;
const FAILURE_ORDINAL = 211;
const CHANGE_ORDINAL = 212;

/** The item of cost drawn at an ordinal of a scheme's numbers; undefined where that is another number. */
export function costAt(ordinal: number): keyof SchemeCosts | undefined {
  return COST_KEYS[ordinal - FIRST_COST];
}

const EVERY_MONTH = 0xfff;

/** Options of a use with the scheme's defaults for a company filled in. What is given is taken as it is. */
export function optionsOf(
  scheme: Scheme,
  given: Readonly<Record<string, number>>,
  context: SchemeContext,
): Record<string, number> {
  const options: Record<string, number> = {};
  for (const [name, option] of Object.entries(scheme.options))
    options[name] = given[name] ?? defaultOf(option, context);
  return options;
}

/** What an option is in a company where nobody sets it. */
export function defaultOf({ default: usual, min, max }: SchemeOption, context: SchemeContext): number {
  return typeof usual === 'number' ? usual : Math.min(max, Math.max(min, usual.of(context)));
}

/** Where in its lever's index a shift acts. */
function place(shift: Shift, context: SchemeContext): number {
  if (shift.at === undefined) return -1;
  if (typeof shift.at === 'number') return shift.at;
  const index = LEVERS[LEVER_INDEX.get(shift.lever)!]!.index;
  const names = index === 'channel' ? context.channels : index === 'stage' ? context.stages : ['A', 'B', 'C'];
  return names.indexOf(shift.at);
}

/**
 * Turns practices in use into numbers. The order in which they are given does not matter: they come back in catalogue
 * order, so that their shifts always add in the same order. A shift for a channel or stage the context does not have
 * is left out.
 */
export function compose(uses: readonly Use[], company: SchemeContext, draw: DrawScheme): readonly Composed[] {
  return uses
    .map((use) => ({ use, position: SCHEME_INDEX.get(use.scheme) ?? -1 }))
    .filter(({ position }) => position >= 0)
    .sort((a, b) => a.position - b.position)
    .map(({ use, position }) => {
      const scheme = SCHEMES[position]!;
      const context = contextOf(use, company);
      const options = optionsOf(scheme, use.options, context);
      const shifts = scheme.shifts(options, context).flatMap((shift, ordinal) => {
        const at = place(shift, context);
        if (shift.at !== undefined && at < 0) return [];
        return {
          lever: LEVER_INDEX.get(shift.lever)!,
          at,
          tenure: shift.tenure === 'novice' ? 1 : shift.tenure === 'veteran' ? 2 : 0,
          recorded: shift.needs === 'records' ? 1 : 0,
          months: shift.months ? shift.months.reduce((bits, month) => bits | (1 << month), 0) : EVERY_MONTH,
          after: shift.after ?? 0,
          until: shift.until ?? Number.POSITIVE_INFINITY,
          fades: shift.fades ?? 0,
          builds: shift.builds ?? 0,
          shift: draw(shift.by, position, ordinal),
        };
      });
      const asked = scheme.costs(options, context);
      const costs = Object.fromEntries(
        COST_KEYS.map((key, i) => {
          const amount = draw(asked[key], position, FIRST_COST + i);
          return [key, COSTS[key].unit === 'money' ? amount / context.yuan : amount];
        }),
      ) as Composed['costs'];
      return {
        position,
        shifts,
        costs,
        monthsToHalf: draw(scheme.adoption.monthsToHalf, position, HALF_ORDINAL),
        failure: draw(scheme.adoption.failure, position, FAILURE_ORDINAL),
        literacy: scheme.adoption.literacy,
        change: draw(scheme.adoption.change, position, CHANGE_ORDINAL),
      };
    });
}

/** The contest that a practice in use holds, in the study's currency; null where it holds none. */
export function contestOf(use: Use, company: SchemeContext): PaidContest | null {
  const scheme = SCHEMES[SCHEME_INDEX.get(use.scheme) ?? -1];
  if (scheme?.contest === undefined) return null;
  const context = contextOf(use, company);
  const contest = scheme.contest(optionsOf(scheme, use.options, context), context);
  return { ...contest, prizes: contest.prizes.map((prize) => prize / company.yuan) };
}

/** Policies on which two practices in use disagree. */
export interface PolicyConflict {
  readonly policy: PolicyName;
  readonly schemes: readonly [string, string];
  readonly choices: readonly [string, string];
}

/** The rule each policy follows under these practices, and where they disagree. */
export function policiesOf(uses: readonly Use[]): {
  readonly chosen: ReadonlyMap<PolicyName, string>;
  readonly conflicts: readonly PolicyConflict[];
} {
  const chosen = new Map<PolicyName, string>();
  const by = new Map<PolicyName, string>();
  const conflicts: PolicyConflict[] = [];
  for (const scheme of SCHEMES) {
    if (!uses.some((use) => use.scheme === scheme.id)) continue;
    for (const [name, choice] of Object.entries(scheme.policies) as [PolicyName, string][]) {
      const other = chosen.get(name);
      if (other !== undefined && other !== choice) {
        conflicts.push({ policy: name, schemes: [by.get(name)!, scheme.id], choices: [other, choice] });
      }
      chosen.set(name, choice);
      by.set(name, scheme.id);
    }
  }
  return { chosen, conflicts };
}
