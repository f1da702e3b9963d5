import type { Localised } from '../kernel/quantity.ts';
import { METRIC_INDEX, METRICS } from '../model/metrics.ts';
import { layoutOf } from '../run/layout.ts';
import { type Level, level } from '../statistics/level.ts';
import { mean } from '../statistics/moments.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import type { NormalStudy } from '../study/normal.ts';
import { alarms, alarmText, type Levels } from './alarms.ts';
import { type Claim, claimOf } from './claim.ts';
import { type Compared, column, type Sample } from './compare.ts';
import { type Payback, paybackOf } from './payback.ts';
import { isUncertain, type StoppedBy } from './stopping.ts';
import { type Findings, verdict } from './verdict.ts';
import { LOSING, worthSaying } from './worth-saying.ts';

type Range = readonly [number | null, number | null];

/** A metric of one alternative, as in result.json. Null stands for a figure that is not defined in any replication. */
export interface MetricResult {
  readonly unit: string;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly interval: Range;
  readonly quantiles: Readonly<Record<Percent, number | null>>;
  /** Confidence interval of each quantile; an end is null where the sample is too small to tell. */
  readonly quantileIntervals: Readonly<Record<Percent, Range>>;
}

/** Quantiles told, in percent. */
type Percent = '5' | '25' | '50' | '75' | '95';

const PERCENTS: readonly Percent[] = ['5', '25', '50', '75', '95'];

/** One value for each quantile told. */
function byPercent<T>(value: (i: number) => T): Readonly<Record<Percent, T>> {
  return Object.fromEntries(PERCENTS.map((percent, i) => [percent, value(i)])) as Record<Percent, T>;
}

/**
 * A paired difference, as in result.json; statistics/README.md defines each figure. Null stands for what too few parameter
 * draws, or too few that differ, cannot say.
 */
export interface DifferenceResult {
  readonly unit: string;
  readonly mean: number | null;
  readonly interval: Range;
  readonly credible: Range;
  readonly predictive: Range;
  readonly probabilityBetter: number | null;
  readonly chanceBetter: number | null;
  readonly ignoranceShare: number | null;
  readonly correlation: number | null;
  readonly varianceReduction: number | null;
  /** Share of the replications in which both came out the same. */
  readonly tied: number | null;
}

/** One alternative against the baseline. Verdicts come in both languages, so that a result's bytes do not depend on its reader. */
export interface ComparisonResult {
  readonly alternative: string;
  readonly against: string;
  readonly verdict: string;
  readonly metrics: Readonly<Record<string, DifferenceResult>>;
  readonly verdictZh: string;
  /** Metrics whose change is sure and large enough to be worth a word, the most important first. */
  readonly worthSaying: readonly string[];
  /** The two parts of net value: what comes within the horizon, and what customers and open deals are worth at its end. */
  readonly parts: { readonly inside: DifferenceResult; readonly atEnd: DifferenceResult };
  /** When net contribution has made up for what the change cost; null where that is not known. */
  readonly payback: Payback | null;
}

/** The result of a run: schema 1. Later experiments add sibling keys and never change these. */
export interface Result {
  readonly schema: 1;
  readonly engine: string;
  readonly study: { readonly title: string; readonly hash: string; readonly seed: string };
  readonly run: {
    readonly replications: number;
    readonly draws: number;
    readonly horizonDays: number;
    readonly stoppedBy: StoppedBy;
  };
  readonly alternatives: readonly {
    readonly id: string;
    readonly metrics: Readonly<Record<string, MetricResult>>;
  }[];
  readonly comparisons: readonly ComparisonResult[];
  readonly warnings: readonly string[];
  /** Those of the warnings that say a simulated level is as no company's, in words. */
  readonly alarms: readonly { readonly code: string; readonly text: Localised }[];
}

/** Infinite and undefined figures are null in JSON. */
function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}

function range(pair: readonly [number, number]): Range {
  return [finite(pair[0]), finite(pair[1])];
}

/**
 * Turns the sample of a comparison into its result.
 *
 * `probabilityBetter` and `chanceBetter` follow each metric's better direction; where neither direction is better they
 * are null.
 */
export function summarise(
  study: NormalStudy,
  compared: Compared,
  identity: { readonly engine: string; readonly hash: string },
): Result {
  const { sample } = compared;
  const { confidence, replicationsPerDraw: replications } = study.run;
  const baseline = study.alternatives[0]!;
  const alternatives = study.alternatives.map((alternative, a) => {
    const ignorance = isUncertain(study, [alternative]);
    return {
      id: alternative.id,
      metrics: Object.fromEntries(
        METRICS.map((metric, i) => [
          metric.id,
          metricResult(
            level(column(sample, a, i), replications, confidence, ignorance),
            metric,
            study.currency,
          ),
        ]),
      ),
    };
  });
  const warnings: string[] = [];
  if (compared.stoppedBy === 'budget') warnings.push('precision-not-reached');
  if (sample.draws < 10) warnings.push('few-draws');
  const today = new Map(
    METRICS.map((metric) => [metric.id, alternatives[0]!.metrics[metric.id]!.mean ?? Number.NaN]),
  );
  const comparisons = study.alternatives.slice(1).map((alternative, index) => {
    const ignorance = isUncertain(study, [baseline, alternative]);
    const pair = (changed: Float64Array, reference: Float64Array): PairedDifference =>
      pairedDifference(changed, reference, replications, confidence, ignorance);
    const differences = new Map<string, PairedDifference>();
    METRICS.forEach((metric, i) => {
      differences.set(metric.id, pair(column(sample, index + 1, i), column(sample, 0, i)));
    });
    const claims = new Map<string, Claim>(
      METRICS.map((metric) => [
        metric.id,
        claimOf(metric, differences.get(metric.id)!, today.get(metric.id)!),
      ]),
    );
    const value = (a: number): Float64Array => less(column(sample, a, NET_VALUE), column(sample, a, INSIDE));
    const atEnd = pair(value(index + 1), value(0));
    const { derived } = compared;
    const losing = column(sample, index + 1, derived.losing);
    const gaining = column(sample, index + 1, derived.gaining);
    claims.set(
      LOSING,
      claimOf({ better: 'lower' }, pair(less(losing, gaining), new Float64Array(losing.length)), 0),
    );
    const payback = paybackOf(sample, derived, index + 1, confidence, ignorance);
    const findings: Findings = {
      claims,
      atEnd: claimOf({ better: 'higher' }, atEnd, mean(value(0))),
      payback,
      paid: { less: meanOf(losing), more: meanOf(gaining) },
    };
    if (differences.get(study.run.primary)!.varianceReduction < 1)
      warnings.push(`pairing-hurts:${alternative.id}`);
    return {
      alternative: alternative.id,
      against: baseline.id,
      verdict: verdict(study, findings, 'en'),
      metrics: Object.fromEntries(
        METRICS.map((metric) => [
          metric.id,
          differenceResult(differences.get(metric.id)!, metric, study.currency),
        ]),
      ),
      verdictZh: verdict(study, findings, 'zh'),
      worthSaying: worthSaying(claims),
      parts: {
        inside: differenceResult(differences.get('net-contribution')!, MONEY, study.currency),
        atEnd: differenceResult(atEnd, MONEY, study.currency),
      },
      payback,
    };
  });
  const still = study.alternatives
    .slice(1)
    .filter((_, i) =>
      Object.values(comparisons[i]!.metrics).every(({ mean, tied }) => mean === null || tied === 1),
    );
  const alarming = alarms(study, levelsOf(study, sample), new Set(still.map(({ id }) => id)));
  return {
    schema: 1,
    engine: identity.engine,
    study: { title: study.title.en, hash: identity.hash, seed: study.run.seed },
    run: {
      replications: sample.draws * sample.replications,
      draws: sample.draws,
      horizonDays: study.run.horizonDays,
      stoppedBy: compared.stoppedBy,
    },
    alternatives,
    comparisons,
    warnings: [...warnings, ...alarming],
    alarms: alarming.map((code) => ({ code, text: saidOf(code, study) })),
  };
}

/** Mean of each metric and detail of every alternative, over the replications in which it is defined. */
function levelsOf(study: NormalStudy, sample: Sample): Levels[] {
  const { metrics, details } = layoutOf(study);
  const ids = [...metrics, ...details];
  return study.alternatives.map((_, a) => (figure) => {
    const at = ids.indexOf(figure);
    if (at >= sample.figures) return Number.NaN;
    return meanOf(column(sample, a, at));
  });
}

const MONEY = METRICS[METRIC_INDEX.get('net-value')!]!;
const NET_VALUE = METRIC_INDEX.get('net-value')!;
const INSIDE = METRIC_INDEX.get('net-contribution')!;

function less(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x - b[i]!);
}

/** Mean over the replications in which a figure is defined. */
function meanOf(values: Float64Array): number {
  return mean(values.filter((x) => Number.isFinite(x)));
}

function saidOf(code: string, study: NormalStudy): Localised {
  const name = (id: string, language: 'en' | 'zh'): string =>
    study.alternatives.find((one) => one.id === id)?.name?.[language] ??
    (id === 'baseline' ? TODAY[language] : id);
  return {
    en: alarmText(code, study, (id) => name(id, 'en'), 'en')!,
    zh: alarmText(code, study, (id) => name(id, 'zh'), 'zh')!,
  };
}

const TODAY: Localised = { en: 'Today', zh: '现状' };

function metricResult(one: Level, metric: { readonly unit: string }, currency: string): MetricResult {
  return {
    unit: metric.unit === 'money' ? currency : metric.unit,
    mean: finite(one.mean),
    sd: finite(one.sd),
    interval: range(one.interval),
    quantiles: byPercent((i) => finite(one.quantiles[i]!)),
    quantileIntervals: byPercent((i) => range(one.quantileIntervals[i]!)),
  };
}

function differenceResult(
  d: PairedDifference,
  metric: { readonly unit: string; readonly better: string },
  currency: string,
): DifferenceResult {
  const favourable = (share: number): number | null =>
    metric.better === 'none' ? null : finite(metric.better === 'higher' ? share : 1 - share);
  return {
    unit: metric.unit === 'money' ? currency : metric.unit,
    mean: finite(d.mean),
    interval: range(d.interval),
    credible: range(d.credible),
    predictive: range(d.predictive),
    probabilityBetter: favourable(d.probabilityAbove),
    chanceBetter: favourable(d.shareAbove),
    ignoranceShare: finite(d.ignoranceShare),
    correlation: finite(d.correlation),
    varianceReduction: finite(d.varianceReduction),
    tied: finite(d.tied),
  };
}
