import type { Contest } from '../incentive/contest.ts';
import { log1p } from '../kernel/math.ts';
import type { Evidence, Localised, Quantity } from '../kernel/quantity.ts';
import type { PolicyName } from '../model/levers.ts';
import type { SchemeCosts } from './costs.ts';
import type { Fit } from './fits.ts';

/** Every practice of the catalogue, plan types 1–5 and then schemes 1–20, whether it is written yet or not. */
export const SCHEME_IDS = [
  'structured',
  'agile',
  'customer-tiering',
  'data-driven',
  'team-based',
  'goal-oriented',
  'process-control',
  'customer-lifecycle',
  'region-industry',
  'product-line',
  'project-based',
  'key-account',
  'channel',
  'automation',
  'social-media',
  'telephone',
  'event-marketing',
  'joint-selling',
  'team-collaboration',
  'incentive-driven',
  'training',
  'customer-experience',
  'lean',
  'cross-department',
  'digital',
] as const;

/** Id of a practice of the catalogue. */
export type SchemeId = (typeof SCHEME_IDS)[number];

/** A default that follows from the company: what a manager there would commit, and the rule in words. */
export interface Rule {
  readonly of: (context: SchemeContext) => number;
  readonly text: Localised;
}

/** What a manager can set on a scheme. */
export interface SchemeOption {
  /** What it is where nobody sets it, brought within `min` and `max`. */
  readonly default: number | Rule;
  readonly min: number;
  readonly max: number;
  /** The values it may take, where not every one in between will do. */
  readonly choices?: readonly number[];
  readonly unit: string;
  readonly name: Localised;
}

/** One lever moved: the shift on the lever's natural scale at full adoption, as a prior, and why we believe it. */
export interface Shift {
  readonly lever: string;
  readonly by: Quantity;
  readonly evidence: Evidence;
  /** Restricts a rep-indexed lever to novices (tenure under 2 years) or veterans (over 5 years). */
  readonly tenure?: 'novice' | 'veteran';
  /** Acts only as far as this is on record, the lever `records`: a machine can do nothing with what nobody wrote down. */
  readonly needs?: 'records';
  /** Tier 0 (A) to 2 (C), stage position or id, or channel id, where the lever has such an index; absent = all. */
  readonly at?: number | string;
  /** Months after the scheme's start from which it acts, and up to which; absent = at once, and for good. */
  readonly after?: number;
  readonly until?: number;
  /** Months from then on in which half of what is left of it goes: novelty wears off, gains slip. Absent = it stays. */
  readonly fades?: number;
  /** Months from then on in which half of what is missing of it comes: an audience gathers, buyers tire. Absent = at once. */
  readonly builds?: number;
  /** Calendar months of the year (0–11) in which it acts; absent = always. */
  readonly months?: readonly number[];
}

/** A contest that a practice holds, and why we believe in what contests do. */
export interface PaidContest extends Contest {
  readonly evidence: Evidence;
}

/** How a scheme takes root. */
export interface SchemeAdoption {
  /** Months until half of those covered work the new way, alone and at average literacy. */
  readonly monthsToHalf: Quantity;
  /** 0–1: how far adoption speed depends on data literacy. */
  readonly literacy: number;
  /** Chance that it never takes root. */
  readonly failure: Quantity;
  /** What it asks a seller to do otherwise, as a share of a whole change programme: one of CHANGE. */
  readonly change: Quantity;
}

/** What the leads, deals, customers and people of a company bring and cost, at the modes of its numbers. Money in yuan. */
export interface Firm {
  /** What a rep costs a month at quota, on-costs included. */
  readonly repMonth: number;
  /** Of market leads, those that come to a proposal, and those that end in a deal. */
  readonly proposals: number;
  readonly wins: number;
  /** Gross margin of a mean first deal, and of a customer a year. */
  readonly dealMargin: number;
  readonly customerMargin: number;
  /** Gross margin of a market lead, won or not, from its first deal and a year of later business. */
  readonly leadWorth: number;
  /** Gross margin a rep and year: new and later business. */
  readonly repMargin: number;
  /** Median workdays from lead to close. */
  readonly cycleDays: number;
}

/** What a scheme may look at when it states its numbers. Money in yuan. */
export interface SchemeContext {
  /** Reps of the company. */
  readonly reps: number;
  /** Reps it is meant for, and the teams that some of them are in. */
  readonly covered: number;
  readonly coveredTeams: number;
  readonly teams: number;
  readonly stages: readonly string[];
  readonly channels: readonly string[];
  /** Mode of a scalar parameter, by `section.key`. */
  readonly scalar: (id: string) => number;
  /** What the company is like at the modes of its numbers. */
  readonly firm: Firm;
  /** Yuan for one unit of the study's currency. */
  readonly yuan: number;
}

/** A management practice as data: readable by someone who knows selling and does not program. */
export interface Scheme {
  readonly id: SchemeId;
  readonly kind: 'plan-type' | 'scheme';
  /** Its number in the catalogue: plan types 1–5, schemes 1–20. */
  readonly number: number;
  readonly name: Localised;
  readonly summary: Localised;
  readonly options: Readonly<Record<string, SchemeOption>>;
  readonly shifts: (options: Readonly<Record<string, number>>, context: SchemeContext) => readonly Shift[];
  readonly policies: Readonly<Partial<Record<PolicyName, string>>>;
  /**
   * For a practice that is a contest: what it adds to whatever pay plan is in force, prizes in yuan. Such a practice moves
   * no lever: the pay engine feels, pays and counts it, as it would the same component in a plan.
   */
  readonly contest?: (options: Readonly<Record<string, number>>, context: SchemeContext) => PaidContest;
  readonly costs: (options: Readonly<Record<string, number>>, context: SchemeContext) => SchemeCosts;
  readonly adoption: SchemeAdoption;
  /** What is known of its effects, and how well: one to three plain sentences. */
  readonly known: Localised;
  readonly limits: readonly Localised[];
  readonly suits: Localised;
  /** `suits` as conditions that can be checked, one to three; thresholds are assumptions of the catalogue. */
  readonly fits: readonly Fit[];
  readonly complements: readonly SchemeId[];
  readonly conflicts: readonly SchemeId[];
  /** Practices that the same people cannot follow at the same time, and why. */
  readonly excludes?: readonly { readonly id: SchemeId; readonly why: Localised }[];
}

/** A default by a rule, said in both languages. */
export function byRule(of: Rule['of'], en: string, zh: string): Rule {
  return { of, text: { en, zh } };
}

/** The nearest multiple of a step: a default that a manager would write down. */
export function toStep(x: number, step: number): number {
  return Number((Math.round(x / step) * step).toPrecision(12));
}

/** A prior stated by its low, mode and high. */
export type Prior = Extract<Quantity, { readonly mode: number }>;

/** A share change such as −40 % as a shift on the log scale: percent(-60, -40, -20) is low/mode/high of ln(1 + x). */
export function percent(low: number, mode: number, high: number): Prior {
  const shift = (x: number): number => log1p(x / 100);
  return { low: shift(low), mode: shift(mode), high: shift(high) };
}

/**
 * How much a practice changes for a seller, as a share of a whole programme (a system for all of selling, as in the study
 * of 400 pharmaceutical reps): a habit or two; part of the week; most of the week; all of it. Assumed.
 */
export const CHANGE = {
  small: { low: 0.03, mode: 0.08, high: 0.15 },
  medium: { low: 0.12, mode: 0.25, high: 0.45 },
  large: { low: 0.3, mode: 0.5, high: 0.8 },
  whole: { low: 0.7, mode: 1, high: 1.3 },
} as const satisfies Readonly<Record<string, Quantity>>;

/** A prior by its low, mode and high. */
export function prior(low: number, mode: number, high: number): Prior {
  return { low, mode, high };
}

/** A prior as strong as an option asks: every number times `by`, which is not negative. */
export function times(q: Prior, by: number): Prior {
  return { low: q.low * by, mode: q.mode * by, high: q.high * by };
}
