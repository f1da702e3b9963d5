import { z } from 'zod';
import { defaults } from './catalogue.ts';
import { localised } from './text.ts';

/** Longest study or plan text taken, in characters. */
export const LONGEST_TEXT = 200_000;

/** A study or plan in its own language: YAML or JSON text, or the same as an object. Read by the engine, never by the page. */
const written = z.union([z.string().min(1).max(LONGEST_TEXT), z.record(z.string(), z.unknown())]);

/** Question of POST /api/v1/studies/check. */
export const studyQuestion = z.strictObject({ study: written });

/** What a plan pays at an attainment, in a year: all measures alike, for someone long there. */
const payPoint = z.strictObject({
  /** Attainment, or the year's result where the plan knows no quota. */
  level: z.number(),
  pay: z.number(),
  /** What one unit of `level` more pays. */
  marginal: z.number(),
});

/** A plan's payout over attainment. */
export const payCurve = z.strictObject({
  axis: z.enum(['attainment', 'amount']),
  /** Variable pay on target, a year. */
  target: z.number(),
  /** Salary, a year. */
  salary: z.number(),
  points: z.array(payPoint),
});

const summaryOf = z.strictObject({
  id: z.string(),
  name: localised.nullable(),
  schemes: z.array(z.string()),
  pay: z.strictObject({ id: z.string(), flat: z.boolean(), curve: payCurve.nullable() }),
});

/** Answer of POST /api/v1/studies/check when the study is sound. */
export const studyAnswer = z.strictObject({
  title: localised,
  context: z.string(),
  currency: z.string(),
  reps: z.number().int(),
  teams: z.array(z.strictObject({ name: z.string(), size: z.number().int() })),
  horizonDays: z.number().int(),
  warmupDays: z.number().int(),
  primary: z.string(),
  confidence: z.number(),
  replications: z.strictObject({ least: z.number().int(), most: z.number().int() }),
  alternatives: z.array(summaryOf),
  /** Options of practices where the study does not set them. */
  defaults,
  /** SHA-256 of the study with nothing left to look up. */
  fingerprint: z.string(),
  /** The study as a file. */
  yaml: z.string(),
});

/** Question of POST /api/v1/plans/check. */
export const planQuestion = z.strictObject({ plan: written, context: z.string().max(60).optional() });

/** Answer of POST /api/v1/plans/check when the plan is sound. */
export const planAnswer = z.strictObject({
  id: z.string(),
  title: localised,
  flat: z.boolean(),
  currency: z.string(),
  curve: payCurve,
  yaml: z.string(),
});

export type StudyAnswer = z.infer<typeof studyAnswer>;
export type PlanAnswer = z.infer<typeof planAnswer>;
export type PayCurve = z.infer<typeof payCurve>;
