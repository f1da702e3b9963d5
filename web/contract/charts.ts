import { z } from 'zod';
import { payOutcome, paySplit } from './pay.ts';

/**
 * The data behind every chart of a run, as aggregates: its size does not grow with the number of replications. Money of
 * metrics is over the horizon, as in verdicts; what people are paid and what selling costs is by the year; shares are fractions; days are workdays. Null stands for a figure that is
 * not defined. Lists "by alternative" follow `alternatives`, the baseline first; lists "by change" leave it out.
 */

/** Quantiles told in charts, in percent. */
export const CHART_PERCENTS = [5, 25, 50, 75, 95] as const;

/** Upper edges of the attainment bands; the last band has none. */
export const ATTAINMENT_BANDS = [0.5, 1, 1.2] as const;

const text = z.strictObject({ en: z.string(), zh: z.string() });
const figure = z.number().nullable();
const range = z.tuple([figure, figure]);
const figures = z.array(figure);
const unit = z.enum(['share', 'money', 'days', 'points', 'ratio', 'money-per-day', 'count', 'hours']);

/** Equal bins from `from` to `to`; what lies outside is counted in the end bins. */
const bins = z.strictObject({ from: z.number(), to: z.number(), count: z.number().int().positive() });

const level = z.strictObject({
  mean: figure,
  interval: range,
  /** At CHART_PERCENTS, of single replications. */
  quantiles: figures,
  /** Replications in each bin. */
  counts: z.array(z.number()),
});

const difference = z.strictObject({
  mean: figure,
  interval: range,
  credible: range,
  predictive: range,
  probabilityBetter: figure,
  chanceBetter: figure,
  counts: z.array(z.number()),
});

const metric = z.strictObject({
  id: z.string(),
  name: text,
  formula: text,
  unit,
  better: z.enum(['higher', 'lower', 'none']),
  /** Money that adds up over the horizon. */
  overHorizon: z.boolean(),
  bins,
  /** By alternative. */
  levels: z.array(level),
  differenceBins: bins,
  /** By change. */
  differences: z.array(difference),
});

const month = z.strictObject({
  id: z.string(),
  unit,
  /** [alternative][quantile of CHART_PERCENTS][month], of single replications. */
  levels: z.array(z.array(figures)),
  /** [change][quantile of CHART_PERCENTS][month], of paired differences. */
  differences: z.array(z.array(figures)),
});

const stage = z.strictObject({
  id: z.string(),
  name: text,
  /** By alternative: deals that entered a year, share that passed, mean workdays of those that passed. */
  entered: figures,
  conversion: figures,
  days: figures,
});

const tier = z.strictObject({
  id: z.string(),
  /** By alternative: share of customers lost in a year; repeat revenue a year. */
  churned: figures,
  repeatRevenue: figures,
});

const tenth = z.strictObject({
  /** Change of a rep's yearly pay: mean and quartiles. */
  mean: figure,
  low: figure,
  high: figure,
  /** Shares of rep-worlds paid more, and less. */
  more: figure,
  less: figure,
});

const driver = z.strictObject({
  id: z.string(),
  name: text,
  /** Which kind of number this is. */
  kind: z.enum(['context', 'stage', 'channel', 'practice', 'lever']),
  unit: z.string(),
  /** The number's own 10 % and 90 % quantiles. */
  low: z.number(),
  high: z.number(),
  /** Expected difference of the primary metric with the number there, all else as it may be. */
  atLow: z.number(),
  atHigh: z.number(),
  correlation: z.number(),
  /** Whether the relation stands out from chance, all numbers tried taken into account. */
  clear: z.boolean(),
});

const effect = z.strictObject({ mean: figure, interval: range });

const step = z.strictObject({
  id: z.string(),
  kind: z.enum(['practice', 'dropped', 'levers', 'pay']),
  name: text,
  added: effect,
  leftOut: effect,
});

/** Answer of GET /api/v1/runs/:id/charts. */
export const chartData = z.strictObject({
  schema: z.literal(1),
  title: text,
  context: z.string(),
  currency: z.string(),
  reps: z.number().int(),
  horizonDays: z.number().int(),
  confidence: z.number(),
  primary: z.string(),
  draws: z.number().int(),
  replications: z.number().int(),
  /** Replications behind what is told by month and by rep: the first so many. */
  detailReplications: z.number().int(),
  alternatives: z.array(z.strictObject({ id: z.string(), name: text })),
  metrics: z.array(metric),
  months: z.array(month),
  /** Yearly cost of selling: pay, schemes, leads and turnover. */
  cost: z.strictObject({
    /** [alternative][0 … 50]: quantiles from 0 to 100 % in steps of 2. */
    quantiles: z.array(figures),
    means: figures,
    /** By change: share of parameter draws, each a world that might be ours, in which it costs more. */
    dearer: figures,
  }),
  /**
   * The same worlds sorted by today's bookings: the poorest fifth, the middle and the best, by alternative in each. Null
   * for a run too short to sort.
   */
  years: z
    .array(
      z.strictObject({
        kind: z.enum(['poor', 'usual', 'good']),
        /** Today's bookings in those worlds against all worlds, as a share more or less. */
        against: figure,
        /** By alternative, a year. */
        bookings: figures,
        pay: figures,
        contribution: figures,
      }),
    )
    .nullable(),
  reachedQuota: z.strictObject({
    bins,
    /** [alternative][bin]: rep-years by attainment, and what those would be paid beside salary in a year with the average quota. */
    counts: z.array(z.array(z.number())),
    pay: z.array(figures),
    /** [alternative][band of ATTAINMENT_BANDS]: share of rep-years. */
    bands: z.array(figures),
  }),
  /** By change: reps in ten groups by what they would attain under the baseline in the same world, worst first. */
  winners: z.array(z.array(tenth)),
  /** By alternative, a sample of people who stayed all along, a year: the same worlds for each. */
  people: z.array(
    z.strictObject({
      bookings: z.array(z.number()),
      /** Beside salary. */
      pay: z.array(z.number()),
      /** Paid less than a colleague of the same world who booked less. */
      passedOver: z.array(z.boolean()),
    }),
  ),
  /** What the plans pay, when the run was asked for it. */
  pay: z
    .strictObject({
      /** By alternative. */
      outcomes: z.array(payOutcome),
      /** By change, by the year; null where nobody is paid otherwise. */
      splits: z.array(paySplit.nullable()),
    })
    .nullable(),
  stages: z.array(stage),
  tiers: z.array(tier),
  /** [alternative][month]: share of customers that would stay so long at the churn seen month by month. */
  retention: z.array(figures),
  /** By change: the uncertain numbers that its difference goes with most, strongest first. */
  drivers: z.array(z.array(driver)),
  /** Alternatives that combine what others do alone: their primary metric beyond the sum of those. */
  together: z.array(
    z.strictObject({
      /** Position among the alternatives, and those of the ones that do a part of it alone. */
      alternative: z.number().int(),
      parts: z.array(z.number().int()),
      extra: effect,
    }),
  ),
  /** Steps of each change, when the run took them apart. */
  why: z.array(z.strictObject({ alternative: z.string(), steps: z.array(step), total: effect })).nullable(),
});

/** Answer of the same with status 202, while the chart data are being made: the share that is done, 0 … 1. */
export const chartsMeanwhile = z.strictObject({ share: z.number() });

export type ChartData = z.infer<typeof chartData>;
export type ChartMetric = z.infer<typeof metric>;
export type ChartMonth = z.infer<typeof month>;
export type ChartStage = z.infer<typeof stage>;
export type ChartTenth = z.infer<typeof tenth>;
export type ChartDriver = z.infer<typeof driver>;
export type ChartUnit = z.infer<typeof unit>;
export type Bins = z.infer<typeof bins>;
