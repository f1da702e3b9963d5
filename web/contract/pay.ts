import { z } from 'zod';

/** What pay plans do, as result.json tells it under `pay` and `paySplit` when a run was asked for it. Shares are fractions. */

const figure = z.number().nullable();

/** A mean with its confidence interval, of the simulation. */
const effect = z.object({ mean: figure, interval: z.tuple([figure, figure]) });

const quantiles = z.object({
  '5': z.number(),
  '25': z.number(),
  '50': z.number(),
  '75': z.number(),
  '95': z.number(),
});

/** Bin i runs from edge i to the next; the first holds all below too, the last has no end. Shares add up to 1. */
const histogram = z.object({ edges: z.array(z.number()), shares: z.array(z.number()) });

/** A mark of a plan, and the share of periods that reach it; `own` is false where the plan names none and the usual one stands in. */
const mark = z.object({ at: z.number(), own: z.boolean(), share: z.number() });

/** One group of people: mean change of yearly pay, share paid over 1 % less, and cases compared. */
const group = z.object({ change: figure, lose: figure, people: z.number() });

/** What one alternative's plan pays; money by the year. */
export const payOutcome = z.object({
  alternative: z.string(),
  /** With on-costs, averaged over the horizon: each replication is one case. */
  payCost: z.object({ mean: z.number(), p50: z.number(), p90: z.number() }),
  /** The same of single years: each year of each replication is one case. Null for a horizon under a year. */
  payCostYear: z.object({ years: z.number(), mean: z.number(), p50: z.number(), p90: z.number() }).nullable(),
  /** Pay cost per unit of bookings. */
  costOfSales: figure,
  /** Of people who stayed all along, over the horizon. */
  attainment: quantiles.nullable(),
  variablePay: quantiles.nullable(),
  /** Of the periods that reps worked in full. */
  reached: z.object({ threshold: mark, target: mark, excellence: mark }).nullable(),
  /** The same periods by attainment, and by variable pay ÷ target pay of the period. */
  attainmentShares: histogram.nullable(),
  payoutShares: histogram.nullable(),
  /** Bookings by tenth of the pay period: shares, their change against today, and what an even spread over workdays gives. */
  linearity: z
    .object({ shares: z.array(effect), change: z.array(effect).nullable(), evenly: z.array(z.number()) })
    .nullable(),
  /** How variable pay follows bookings among people of one company; slope in money per unit of bookings. */
  fairness: z.object({ correlation: z.number(), slope: z.number(), inversions: z.number() }).nullable(),
  winners: z
    .object({
      /** By fifths, lowest first. */
      byAttainment: z.array(group),
      byAbility: z.array(group),
      /** Under one year, one to three, over three years at the start. */
      byTenure: z.array(group),
    })
    .nullable(),
});

/** A change of pay cost taken apart; the parts add up to the total. */
export const paySplit = z.object({
  alternative: z.string(),
  /** New rules, same behaviour. */
  mechanics: effect,
  /** What people do otherwise because of the plan. */
  behaviour: effect,
  /** What the alternative's practices and lever changes add; null where only pay differs. */
  practices: effect.nullable(),
  total: effect,
});

export type PayOutcome = z.infer<typeof payOutcome>;
export type PaySplit = z.infer<typeof paySplit>;
export type PayEffect = z.infer<typeof effect>;
export type PayGroup = z.infer<typeof group>;
export type PayHistogram = z.infer<typeof histogram>;
