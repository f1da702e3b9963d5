import type { AnyPlan } from '../incentive/full-plan.ts';
import type { Localised, Quantity } from '../kernel/quantity.ts';

/**
 * A study with nothing left to look up: presets merged in, units converted, plans and alternatives expanded.
 * Plain JSON; the same NormalStudy and seed give the same bytes. Money in the study's currency, shares as
 * fractions, durations in workdays (21 a month, 63 a quarter, 252 a year), hours in hours.
 */
export interface NormalStudy {
  /** For people; the same in both languages where the study gives one text. */
  readonly title: Localised;
  /** Preset id (study/presets). */
  readonly context: string;
  readonly currency: string;
  /** Yuan for one unit of the currency: the catalogue of practices states its costs in yuan. */
  readonly yuan: number;
  /** Seats in all; teams are contiguous, as equal in size as possible. */
  readonly reps: number;
  readonly teamNames: readonly string[];
  /** Seats per team, summing to `reps`. */
  readonly teamSizes: readonly number[];
  /** Extra seats with no hours and no leads, last in the table: a test of independence, 0 in real studies. */
  readonly inertReps: number;
  readonly world: World;
  /** The baseline first. */
  readonly alternatives: readonly Alternative[];
  readonly run: RunOptions;
}

/** The context in numbers. Each key is documented, with its unit and range, in study/parameters.ts. */
export interface World {
  /** Scalar parameters by `section.key`, e.g. `market.shift-rate`. */
  readonly scalars: Readonly<Record<string, Quantity>>;
  readonly stages: readonly Stage[];
  readonly channels: readonly Channel[];
  /** Twelve monthly demand factors, mean 1. */
  readonly seasonality: readonly number[];
}

/** One step of the pipeline. Stage 0 is the lead; from stage 1 on a deal is an opportunity. */
export interface Stage {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** Share of those worked in this stage that pass it (cohort), as observed at the baseline's average. */
  readonly conversion: Quantity;
  /** Median workdays from entering to leaving, our own waiting included. */
  readonly days: Quantity;
  /** Mean touches needed until the stage resolves, ≥ 1. */
  readonly touches: Quantity;
  /** Rep hours per touch. */
  readonly hours: Quantity;
  readonly skill: 'prospect' | 'discover' | 'propose' | 'close';
}

/** A source of leads. */
export interface Channel {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** `market`: arrives whatever we do; `self`: dug up by reps in hours left over; `referral`: sent by customers. */
  readonly kind: 'market' | 'self' | 'referral';
  /** Share of market leads (market channels sum to 1; others 0). */
  readonly share: Quantity;
  /** Shift of the lead's win log-odds against the market average. */
  readonly quality: Quantity;
  /** Median workdays an unworked lead stays warm. */
  readonly warmDays: Quantity;
  readonly costPerLead: Quantity;
}

/** A management practice in use. */
export interface Adoption {
  /** Id in schemes/registry.ts. */
  readonly scheme: string;
  readonly options: Readonly<Record<string, number>>;
  /** Workday it starts; ≤ 0 for practices of the baseline that are old habits. */
  readonly startDay: number;
  /** Workday it is dropped, or null. */
  readonly stopDay: number | null;
  /** Another practice in use that takes its place: whomever that one reaches leaves this one while it lasts. */
  readonly yieldsTo?: string;
  /** Workdays over which coverage is rolled out linearly, 0 for at once. */
  readonly rampDays: number;
  readonly where: Coverage;
}

/** Whom a practice covers; all given conditions must hold; `{}` is everyone. */
export interface Coverage {
  /** Indices into teamNames. */
  readonly teams?: readonly number[];
  /** Tenure when the practice starts, in months: from (included) to (excluded). */
  readonly tenureMonths?: readonly [number, number];
  /** Share of the seats that remain, drawn by lot. */
  readonly share?: number;
}

/** A direct change of one lever, for researchers: `shift` on the lever's natural scale. */
export interface LeverChange {
  readonly lever: string;
  readonly shift: Quantity;
  readonly startDay: number;
  readonly where: Coverage;
}

export interface Alternative {
  readonly id: string;
  /** For people, or null where the id must do. */
  readonly name: Localised | null;
  /** Plan types first, then schemes; never the same one twice. */
  readonly adoptions: readonly Adoption[];
  readonly levers: readonly LeverChange[];
  /** Flat, as most plans are written, or in the full language. */
  readonly pay: AnyPlan;
  /** The plan that people act by where `pay` is only what they are paid: to tell new rules from new behaviour. */
  readonly felt?: AnyPlan;
  /** Workday from which `pay` replaces the baseline's plan. */
  readonly payStartDay: number;
}

export interface RunOptions {
  readonly horizonDays: number;
  /** Multiple of 63, so that pay periods begin on day 0. */
  readonly warmupDays: number;
  readonly seed: string;
  /** Primary metric id. */
  readonly primary: string;
  /**
   * Half-width at which the primary metric's difference is precise enough: an amount a year, or a share of what the
   * baseline pays its people; of a metric that is not the company's money, of its own figure.
   */
  readonly precision: { readonly share: number } | { readonly amount: number };
  readonly confidence: number;
  /** What a year takes off the worth of money that customers bring after the horizon, and the years of it that count. */
  readonly discount: number;
  readonly customerYears: number;
  readonly replicationsPerDraw: number;
  readonly minDraws: number;
  readonly maxDraws: number;
  /** `priors`: scheme effects drawn per parameter draw; `mode`: all at their mode. */
  readonly effects: 'priors' | 'mode';
  /** `ranges`: uncertain numbers of the context drawn per parameter draw; `mode`: all at their mode. */
  readonly context: 'ranges' | 'mode';
  /** Every alternative is also taken apart into its steps. */
  readonly explain?: true;
  /** What every plan pays is also told person by person. */
  readonly payReport?: true;
}
