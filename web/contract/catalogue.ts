import { z } from 'zod';
import { evidence, localised, quantity } from './text.ts';

/** What the page knows before any study: practices, industries, parameters, levers, metrics, plans, examples. */

/** Low, likely and high of an uncertain number. */
const spread = z.strictObject({ low: z.number(), mode: z.number(), high: z.number() });

const option = z.strictObject({
  /** Key in a study file. */
  key: z.string(),
  name: localised,
  unit: z.string(),
  min: z.number(),
  max: z.number(),
  /** The values it may take, where not every one in between will do. */
  choices: z.array(z.number()).nullable(),
  /** How its default follows from the company; null where it is the same everywhere. */
  rule: localised.nullable(),
});

/** Options of practices where nobody sets them, by practice and key; money in yuan. */
export const defaults = z.record(z.string(), z.record(z.string(), z.number()));

const shift = z.strictObject({
  lever: z.string(),
  name: localised,
  scale: z.enum(['log', 'odds', 'fisher', 'hours', 'level']),
  /** Shift on the lever's natural scale at full adoption. */
  by: spread,
  tenure: z.enum(['novice', 'veteran']).nullable(),
  /** Months after the start from which it acts and up to which; half-times in months of its coming and going. */
  after: z.number().nullable(),
  until: z.number().nullable(),
  builds: z.number().nullable(),
  fades: z.number().nullable(),
  evidence,
});

const scheme = z.strictObject({
  id: z.string(),
  kind: z.enum(['plan-type', 'scheme']),
  number: z.number().int(),
  name: localised,
  summary: localised,
  options: z.array(option),
  policies: z.record(z.string(), z.string()),
  limits: z.array(localised),
  suits: localised,
  /** What is known of its effects, and how well. */
  known: localised,
  complements: z.array(z.string()),
  conflicts: z.array(z.string()),
  /** What its effects rest on, the best graded first. */
  evidence: z.array(evidence),
  shifts: z.array(shift),
  adoption: z.strictObject({ monthsToHalf: spread, literacy: z.number(), failure: z.number() }),
});

/** What a practice costs a usual team of an industry, item by item, in its currency and in manager hours. */
const schemeCosts = z.array(
  z.strictObject({
    key: z.string(),
    name: localised,
    unit: z.enum(['money', 'hours']),
    /** Whether it follows those covered; else it is due in full whomever the practice covers. */
    scales: z.boolean(),
    by: spread,
  }),
);

const stage = z.strictObject({
  id: z.string(),
  name: localised,
  conversion: quantity,
  days: quantity,
  touches: quantity,
  hours: quantity,
  skill: z.enum(['prospect', 'discover', 'propose', 'close']),
});

const channel = z.strictObject({
  id: z.string(),
  name: localised,
  kind: z.enum(['market', 'self', 'referral']),
  share: quantity,
  quality: quantity,
  warmDays: quantity,
  costPerLead: quantity,
});

/** A flat pay plan in the keys of a study file. Money a month (salary) or a year (quota); shares as fractions; `cap: none` for null. */
export const flatPay = z.strictObject({
  salary: z.number(),
  commission: z.number(),
  threshold: z.number(),
  accelerator: z.number(),
  'accelerator-from': z.number(),
  cap: z.number().nullable(),
  bonus: z.number(),
  quota: z.number(),
  period: z.enum(['month', 'quarter', 'year']),
  'team-share': z.number(),
  'repeat-rate': z.number(),
});

const preset = z.strictObject({
  id: z.string(),
  name: localised,
  summary: localised,
  currency: z.string(),
  reps: spread,
  teams: z.number().int(),
  /** Numbers that differ from the parameters' own, by `section.key`. */
  scalars: z.record(z.string(), z.strictObject({ value: quantity, evidence })),
  stages: z.array(stage),
  channels: z.array(channel),
  seasonality: z.array(z.number()),
  pay: flatPay,
  /** Published ranges a baseline of this industry should fall into. */
  targets: z.record(z.string(), z.strictObject({ low: z.number(), high: z.number(), source: localised })),
  /** In a usual company of the industry. */
  defaults,
  /** By practice. */
  costs: z.record(z.string(), schemeCosts),
  /** How far each practice suits a usual company of the industry, 0–1. */
  fits: z.record(z.string(), z.number()),
});

/** Hours of a rep's week by use, and how many of them are overtime. */
const week = z.strictObject({ hours: z.record(z.string(), z.number()), overtime: z.number() });

/** Answer of GET /api/v1/contexts/:context/weeks: what each practice makes of a rep's week in a usual company. */
export const weeks = z.strictObject({
  /** What hours go to, in the order of a table. */
  uses: z.array(z.strictObject({ id: z.string(), name: localised })),
  /** By practice: before it, in its first week, and a year on. */
  practices: z.record(z.string(), z.strictObject({ before: week, starting: week, settled: week })),
});

const parameter = z.strictObject({
  id: z.string(),
  unit: z.string(),
  min: z.number(),
  max: z.number(),
  fallback: quantity,
  name: localised,
  meaning: localised,
  evidence,
});

const lever = z.strictObject({
  id: z.string(),
  scale: shift.shape.scale,
  unit: z.string(),
  name: localised,
});

const metric = z.strictObject({
  id: z.string(),
  name: localised,
  unit: z.enum(['share', 'money', 'days', 'points', 'ratio', 'money-per-day']),
  better: z.enum(['higher', 'lower', 'none']),
  formula: localised,
});

/** A plan or study that comes with the program, as text. */
const example = z.strictObject({ id: z.string(), title: localised, yaml: z.string() });

/** Answer of GET /api/v1/catalogue. */
export const catalogue = z.strictObject({
  engine: z.string(),
  schemes: z.array(scheme),
  presets: z.array(preset),
  parameters: z.array(parameter),
  levers: z.array(lever),
  metrics: z.array(metric),
  plans: z.array(example),
  examples: z.array(example),
  /** Currencies a study may be in, and the yuan one unit is taken for unless it says otherwise. */
  currencies: z.record(z.string(), z.number()),
  /** Whether people log in with a token, and so may log out. */
  guarded: z.boolean(),
  /** Most that a study may ask for on this server. */
  limits: z.strictObject({
    reps: z.number().int(),
    alternatives: z.number().int(),
    replications: z.number().int(),
    studyCharacters: z.number().int(),
  }),
});

export type Weeks = z.infer<typeof weeks>;
export type Catalogue = z.infer<typeof catalogue>;
export type CatalogueOption = z.infer<typeof option>;
export type CatalogueScheme = z.infer<typeof scheme>;
export type CataloguePreset = z.infer<typeof preset>;
export type CatalogueParameter = z.infer<typeof parameter>;
export type CatalogueMetric = z.infer<typeof metric>;
export type SchemeCosts = z.infer<typeof schemeCosts>;
export type Spread = z.infer<typeof spread>;
export type FlatPay = z.infer<typeof flatPay>;
export type Example = z.infer<typeof example>;
