import { z } from 'zod';
import { studyQuestion } from './studies.ts';
import { localised } from './text.ts';

/** Runs: started, watched, stopped, continued to finer precision, and what they leave. */

/** Options of the command line that change results. */
const runOptions = z.strictObject({
  seed: z.string().min(1).max(200).optional(),
  /** Exactly this many, rounded up to whole parameter draws. */
  replications: z.number().int().min(1).max(1_000_000).optional(),
  /** Also take every alternative apart into its steps. */
  explain: z.boolean().optional(),
  /** Also tell what every pay plan pays, to whom, and how much of its cost is new rules and how much new behaviour. */
  pay: z.boolean().optional(),
});

/** Question of POST /api/v1/runs. */
export const runQuestion = z.strictObject({
  study: studyQuestion.shape.study,
  options: runOptions.optional(),
});

/**
 * Question of POST /api/v1/runs/:id/continue. A run that was stopped goes on; a finished one becomes finer in a run of its
 * own, which takes over the draws there are.
 */
export const continueQuestion = z.union([
  z.strictObject({}),
  /** Interval wanted, as a share of the one there is: 0.5 asks for half of it, and four times the replications. */
  z.strictObject({ precision: z.number().min(0.05).max(0.95) }),
  z.strictObject({ replications: z.number().int().min(1).max(1_000_000) }),
]);

const figure = z.number().nullable();
const range = z.tuple([figure, figure]);

/** A metric of one alternative, as in result.json. */
const metricResult = z.strictObject({
  unit: z.string(),
  mean: figure,
  sd: figure,
  interval: range,
  quantiles: z.record(z.string(), figure),
  quantileIntervals: z.record(z.string(), range),
});

/** A paired difference, as in result.json. */
const differenceResult = z.strictObject({
  unit: z.string(),
  mean: figure,
  interval: range,
  credible: range,
  predictive: range,
  probabilityBetter: figure,
  chanceBetter: figure,
  ignoranceShare: figure,
  correlation: figure,
  varianceReduction: figure,
  tied: figure,
});

/** result.json, and the interim result while a run is under way. Later versions add keys; these never change. */
export const result = z.looseObject({
  schema: z.literal(1),
  engine: z.string(),
  study: z.strictObject({ title: z.string(), hash: z.string(), seed: z.string() }),
  run: z.looseObject({
    replications: z.number().int(),
    draws: z.number().int(),
    horizonDays: z.number().int(),
    stoppedBy: z.string(),
  }),
  alternatives: z.array(z.looseObject({ id: z.string(), metrics: z.record(z.string(), metricResult) })),
  comparisons: z.array(
    z.looseObject({
      alternative: z.string(),
      against: z.string(),
      verdict: z.string(),
      verdictZh: z.string(),
      metrics: z.record(z.string(), differenceResult),
      /** Metrics whose change is sure and large enough to be worth a word, the most important first. */
      worthSaying: z.array(z.string()).optional(),
      /** The two parts of net value: within the horizon, and what customers and open deals are worth at its end. */
      parts: z.strictObject({ inside: differenceResult, atEnd: differenceResult }).optional(),
      /** Month from which net contribution has made up for what the change cost; null where it has not, or is not known. */
      payback: z.strictObject({ months: figure, interval: range }).nullable().optional(),
    }),
  ),
  warnings: z.array(z.string()),
  /** Those of the warnings that say a simulated level is as no company's, in words. */
  alarms: z.array(z.strictObject({ code: z.string(), text: localised })),
});

/** How far a run is. */
export const progress = z.strictObject({
  /** Replications done; every alternative is simulated in each. */
  finished: z.number().int(),
  /** Replications it will probably need. */
  expected: z.number().int(),
  /** Most it may need. */
  most: z.number().int(),
  /** Replications a second, since it was last begun; null before anything is known. */
  rate: figure,
  secondsLeft: figure,
  /** Half-width now and wanted, of the widest primary difference; null before the first look. */
  precision: z.strictObject({ now: figure, wanted: figure }).nullable(),
});

/**
 * `stopped`: somebody stopped it, it can go on; `interrupted`: a run of another process or engine; `failed`: it broke off
 * and says why.
 */
export const runState = z.enum(['queued', 'running', 'stopped', 'done', 'failed', 'interrupted']);

const alternative = z.strictObject({ id: z.string(), name: localised.nullable() });

/** A run, as lists show it. */
export const runListed = z.strictObject({
  id: z.string(),
  state: runState,
  title: localised,
  seed: z.string(),
  hash: z.string(),
  engine: z.string(),
  /** ISO 8601. */
  created: z.string(),
  replications: z.number().int(),
});

/** Answer of GET /api/v1/runs. */
export const runList = z.strictObject({ runs: z.array(runListed) });

/** Answer of GET /api/v1/runs/:id. */
export const run = z.strictObject({
  ...runListed.shape,
  context: z.string(),
  currency: z.string(),
  reps: z.number().int(),
  horizonDays: z.number().int(),
  confidence: z.number(),
  primary: z.string(),
  explain: z.boolean(),
  alternatives: z.array(alternative),
  progress,
  /** Place among those that wait, from 1; null when it does not. */
  queue: z.number().int().nullable(),
  /** The latest result: rough while it runs, final when it is done. */
  result: result.nullable(),
  failure: z.strictObject({ code: z.string(), message: localised }).nullable(),
  /** The run this one makes finer, or null. */
  continues: z.string().nullable(),
  /** Files to take away; no size where they are made when asked for. */
  files: z.array(z.strictObject({ name: z.string(), bytes: z.number().int().nullable() })),
  /** The command line that makes the very same result of study.yaml. */
  command: z.string(),
});

/** Answer of POST /api/v1/runs and …/continue. */
export const runBegun = z.strictObject({ id: z.string(), state: runState });

/**
 * What GET /api/v1/runs/:id/events sends, each with an id to go on from: `state`, `progress`, `summary` with the interim
 * result, `done` with the final one. After `done`, or a `state` of stopped or failed, the stream ends.
 */
export const runEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('state'), state: runState, queue: z.number().int().nullable() }),
  z.strictObject({ type: z.literal('progress'), progress }),
  z.strictObject({ type: z.literal('summary'), progress, result }),
  z.strictObject({ type: z.literal('done'), progress, result }),
]);

/** Names of files that can be taken away, in order. */
export const RUN_FILES = [
  'result.json',
  'study.yaml',
  'study.json',
  'summary.csv',
  'replications.parquet',
  'timeline.parquet',
  'reps.parquet',
  'draws.parquet',
  'manifest.json',
] as const;

export type RunQuestion = z.infer<typeof runQuestion>;
export type ContinueQuestion = z.infer<typeof continueQuestion>;
export type RunResult = z.infer<typeof result>;
export type RunDifference = z.infer<typeof differenceResult>;
export type RunProgress = z.infer<typeof progress>;
export type RunState = z.infer<typeof runState>;
export type RunListed = z.infer<typeof runListed>;
export type Run = z.infer<typeof run>;
export type RunEvent = z.infer<typeof runEvent>;
export type RunFile = (typeof RUN_FILES)[number];
