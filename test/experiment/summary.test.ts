import { describe, expect, test } from 'vitest';
import { compare } from '../../engine/experiment/compare.ts';
import { type Result, summarise } from '../../engine/experiment/summary.ts';
import { METRIC_INDEX, METRICS } from '../../engine/model/metrics.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import { LAYOUT, luck, MadeUpRunner, studyOf, type Values } from './made-up.ts';

const ATTAINMENT = METRIC_INDEX.get('attainment')!;
const IDENTITY = { engine: '9.9.9', hash: 'abc' };

async function resultOf(study: NormalStudy, values: Values): Promise<Result> {
  return summarise(study, await compare(study, new MadeUpRunner(values), LAYOUT), IDENTITY);
}

/** Draws and replications differ; alternative 1 equals the baseline, 2 is better, 3 pairs badly. */
const VALUES: Values = (draw, k, a, metric) => {
  const base = 50 + 4 * luck(draw, 0, metric) + 3 * luck(draw, 1 + k, metric);
  if (a === 2) return base + 5 + luck(draw, 50, metric);
  if (a === 3) return 100 - base;
  return base;
};

describe('a result', async () => {
  const study = studyOf(['null', 'better', 'mirror'], { precision: { amount: 2 }, seed: 'a seed' });
  const result = await resultOf(study, VALUES);

  test('has the contract’s keys in the contract’s order', () => {
    expect(Object.keys(result)).toEqual([
      'schema',
      'engine',
      'study',
      'run',
      'alternatives',
      'comparisons',
      'warnings',
      'alarms',
    ]);
    expect(Object.keys(result.study)).toEqual(['title', 'hash', 'seed']);
    expect(result).toMatchObject({
      schema: 1,
      engine: '9.9.9',
      study: { title: 'Made up', hash: 'abc', seed: 'a seed' },
    });
    expect(Object.keys(result.run)).toEqual(['replications', 'draws', 'horizonDays', 'stoppedBy']);
    expect(result.run.replications).toBe(result.run.draws * 2);
    expect(result.alternatives.map((one) => one.id)).toEqual(['baseline', 'null', 'better', 'mirror']);
    for (const { metrics } of result.alternatives) {
      expect(Object.keys(metrics)).toEqual(METRICS.map((metric) => metric.id));
      for (const metric of Object.values(metrics)) {
        expect(Object.keys(metric)).toEqual([
          'unit',
          'mean',
          'sd',
          'interval',
          'quantiles',
          'quantileIntervals',
        ]);
        expect(Object.keys(metric.quantiles)).toEqual(['5', '25', '50', '75', '95']);
        expect(Object.keys(metric.quantileIntervals)).toEqual(['5', '25', '50', '75', '95']);
      }
    }
    for (const comparison of result.comparisons) {
      expect(Object.keys(comparison).slice(0, 4)).toEqual(['alternative', 'against', 'verdict', 'metrics']);
      expect(comparison.against).toBe('baseline');
      for (const metric of Object.values(comparison.metrics)) {
        expect(Object.keys(metric)).toEqual([
          'unit',
          'mean',
          'interval',
          'credible',
          'predictive',
          'probabilityBetter',
          'chanceBetter',
          'ignoranceShare',
          'correlation',
          'varianceReduction',
          'tied',
        ]);
      }
    }
  });

  test('a null alternative is exactly zero in every metric', () => {
    const nothing = result.comparisons[0]!;
    expect(nothing.alternative).toBe('null');
    for (const metric of METRICS) {
      expect(nothing.metrics[metric.id]).toMatchObject({
        mean: 0,
        interval: [null, null],
        credible: [null, null],
        probabilityBetter: null,
        chanceBetter: metric.better === 'none' ? null : 0.5,
        ignoranceShare: null,
        varianceReduction: null,
        tied: 1,
      });
    }
    expect(nothing.verdict).toBe('Makes no difference at all: every replication came out the same as today.');
    expect(nothing.verdictZh).toBe('没有任何差别：每一次模拟都与现状完全相同。');
    expect(result.alternatives[1]!.metrics).toEqual(result.alternatives[0]!.metrics);
  });

  test('probabilities follow the direction that is better', () => {
    const up = result.comparisons[1]!.metrics;
    for (const metric of METRICS) {
      const one = up[metric.id]!;
      expect(one.mean).toBeGreaterThan(4);
      if (metric.better === 'higher') expect(one.probabilityBetter).toBeGreaterThan(0.9);
      else if (metric.better === 'lower') expect(one.probabilityBetter).toBeLessThan(0.1);
      else expect(one.probabilityBetter).toBeNull();
      expect(one.varianceReduction).toBeGreaterThan(5);
      expect(one.ignoranceShare).toBeCloseTo(1, 5);
    }
  });

  test('warns where pairing hurts, and only there', () => {
    expect(result.warnings).toContain('pairing-hurts:mirror');
    expect(result.warnings).not.toContain('pairing-hurts:null');
    expect(result.warnings).not.toContain('pairing-hurts:better');
    const mirror = result.comparisons[2]!.metrics['net-contribution']!;
    expect(mirror.varianceReduction).toBeLessThan(1);
    expect(mirror.correlation).toBeCloseTo(-1, 9);
  });

  test('money is in the study’s currency, and intervals hold their figures', () => {
    for (const [i, metric] of METRICS.entries()) {
      const one = Object.values(result.alternatives[0]!.metrics)[i]!;
      expect(one.unit).toBe(metric.unit === 'money' ? study.currency : metric.unit);
      expect(one.interval[0]!).toBeLessThan(one.mean!);
      expect(one.interval[1]!).toBeGreaterThan(one.mean!);
      const [low, high] = one.quantileIntervals['50'];
      expect(low!).toBeLessThanOrEqual(one.quantiles['50']!);
      expect(high!).toBeGreaterThanOrEqual(one.quantiles['50']!);
    }
  });

  test('survives JSON unchanged: nothing infinite, nothing undefined', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

test('figures that are nowhere defined are null, and small or unfinished samples are said to be', async () => {
  const study = studyOf(['a'], { minDraws: 4, maxDraws: 4, precision: { amount: 1e-9 } });
  const result = await resultOf(study, (draw, k, a, metric) =>
    metric === ATTAINMENT ? Number.NaN : 10 + a * luck(draw, k, metric),
  );
  expect(result.alternatives[0]!.metrics.attainment).toEqual({
    unit: 'share',
    mean: null,
    sd: null,
    interval: [null, null],
    quantiles: { '5': null, '25': null, '50': null, '75': null, '95': null },
    quantileIntervals: {
      '5': [null, null],
      '25': [null, null],
      '50': [null, null],
      '75': [null, null],
      '95': [null, null],
    },
  });
  expect(result.comparisons[0]!.metrics.attainment).toEqual({
    unit: 'share',
    mean: null,
    interval: [null, null],
    credible: [null, null],
    predictive: [null, null],
    probabilityBetter: null,
    chanceBetter: null,
    ignoranceShare: null,
    correlation: null,
    varianceReduction: null,
    tied: null,
  });
  expect(result.warnings).toContain('few-draws');
  expect(result.warnings).not.toContain('precision-not-reached');
  expect(result.run.stoppedBy).toBe('fixed');
  const spent = studyOf(['a'], { minDraws: 4, maxDraws: 8, precision: { amount: 1e-9 } });
  const open = await resultOf(spent, (draw, k, a, metric) => 10 + a * luck(draw, k, metric));
  expect(open.run.stoppedBy).toBe('budget');
  expect(open.warnings).toContain('precision-not-reached');
});

test('adding an alternative changes no number of the others', async () => {
  const two = studyOf(['null', 'better'], { precision: { amount: 1e-9 } });
  const three = studyOf(['null', 'better', 'mirror'], { precision: { amount: 1e-9 } });
  const small = await resultOf(two, VALUES);
  const large = await resultOf(three, VALUES);
  expect(large.alternatives.slice(0, 3)).toEqual(small.alternatives);
  expect(large.comparisons.slice(0, 2)).toEqual(small.comparisons);
});

test('takes net value apart, and names what is worth saying', async () => {
  const study = studyOf(['a'], { minDraws: 8, maxDraws: 8 });
  const [value, inside] = ['net-value', 'net-contribution'].map((id) => METRIC_INDEX.get(id)!);
  const cycle = METRIC_INDEX.get('cycle-days')!;
  const result = await resultOf(study, (draw, k, a, metric) => {
    const noise = luck(draw, k, metric);
    if (metric === value) return 100 + a * (30 + noise);
    if (metric === inside) return 60 - a * (20 + noise);
    // A twentieth of a day: sure, and no news.
    return metric === cycle ? 60 + a * 0.05 * (1 + 0.1 * noise) : 10;
  });
  const { parts, metrics, worthSaying, payback } = result.comparisons[0]!;
  expect(parts.inside).toEqual(metrics['net-contribution']);
  expect(parts.inside.mean! + parts.atEnd.mean!).toBeCloseTo(metrics['net-value']!.mean!, 9);
  expect(worthSaying).toEqual(['net-value', 'net-contribution']);
  expect(metrics['cycle-days']!.probabilityBetter!).toBeLessThan(0.05);
  // The made-up runner keeps no net contribution by the month.
  expect(payback).toBeNull();
});
