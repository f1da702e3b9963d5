import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tableNotes } from '../../../engine/conduct/index.ts';
import { compare, type Result, summarise } from '../../../engine/experiment/index.ts';
import { ENGINE_VERSION } from '../../../engine/kernel/version.ts';
import { RunFolder, type Units } from '../../../engine/results/index.ts';
import { layoutOf } from '../../../engine/run/index.ts';
import { InlineRunner } from '../../../engine/run/inline.ts';
import type { UnitResult } from '../../../engine/run/runner.ts';
import { fingerprint, type NormalStudy } from '../../../engine/study/index.ts';
import { b2bSaas } from '../../../engine/study/presets/b2b-saas.ts';
import { type ChartData, chartData } from '../../../web/contract/charts.ts';
import { chartsOf, chartsOfRun } from '../../../web/server/charts/index.ts';
import { reportHtml } from '../../../web/server/report/index.ts';
import { studyOf } from '../../experiment/made-up.ts';

const DRAWS = 6;
const EACH = 2;

/** Today against a plan that pays twice the commission: two reps, a year, twelve replications. */
function smallStudy(): NormalStudy {
  const study = studyOf(['double'], {
    replicationsPerDraw: EACH,
    minDraws: DRAWS,
    maxDraws: DRAWS,
    horizonDays: 252,
    warmupDays: 63,
  });
  const [today, double] = study.alternatives;
  const { pay } = b2bSaas;
  return {
    ...study,
    reps: 2,
    teamNames: ['east'],
    teamSizes: [2],
    alternatives: [
      { ...today!, pay },
      { ...double!, pay: { ...pay, commission: 2 * pay.commission } },
    ],
  };
}

describe('chart data of a run', () => {
  const home = mkdtempSync(join(tmpdir(), 'charts-'));
  const study = smallStudy();
  const layout = layoutOf(study);
  const kept = new Map<number, UnitResult>();
  let result: Result;
  let live: ChartData;
  const units: Units = {
    draws: DRAWS,
    replicationsPerDraw: EACH,
    alternatives: study.alternatives.map((one) => one.id),
    layout,
    read: (draw) => kept.get(draw)!,
  };

  /** A figure of every replication, straight from the units. */
  const values = (alternative: number, name: string): number[] =>
    [...kept.keys()]
      .sort((a, b) => a - b)
      .flatMap((draw) =>
        Array.from({ length: EACH }, (_, k) => {
          const at = (k * 2 + alternative) * layout.size;
          return kept.get(draw)!.data[at + [...layout.metrics, ...layout.details].indexOf(name)]!;
        }),
      );
  const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);

  beforeAll(async () => {
    const compared = await compare(study, new InlineRunner(), layout, {
      onUnit: (unit) => kept.set(unit.draw, unit),
    });
    result = summarise(study, compared, { engine: ENGINE_VERSION, hash: fingerprint(study) });
    live = await chartsOf({ study, result, units });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test('is what the contract says', () => {
    expect(chartData.parse(JSON.parse(JSON.stringify(live)))).toEqual(live);
  });

  test('is the same from the tables of the finished run as from its units, and so is a report each time', async () => {
    const dir = join(home, 'run');
    const folder = RunFolder.create(dir, {
      engine: ENGINE_VERSION,
      title: study.title,
      hash: fingerprint(study),
      seed: study.run.seed,
      source: '',
      study,
      alternatives: 2,
      replicationsPerDraw: EACH,
      options: {},
      created: '2026-01-01T00:00:00.000Z',
      machine: {},
    });
    const notes = tableNotes(study);
    folder.finish({ result, units, notes, finished: '2026-01-01T00:00:00.000Z', machine: {} });
    expect(await chartsOfRun(dir)).toEqual(live);
    for (const lang of ['en', 'zh'] as const) {
      const how = { lang, link: 'http://127.0.0.1/#/runs/"x"', command: 'npx schemelab run <study>' };
      const html = await reportHtml(dir, how);
      expect((await reportHtml(dir, how)) === html).toBe(true);
      expect(html).toContain('npx schemelab run &#60;study&#62;');
      expect(html).not.toMatch(/<script|NaN|undefined|<study>/);
      expect(html.match(/<h2 class="own"/g)).toHaveLength(study.alternatives.length - 1);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('counts every replication in a histogram, and every rep of every world by attainment', () => {
    for (const metric of live.metrics) {
      metric.levels.forEach((level, a) => {
        const defined = values(a, metric.id).filter(Number.isFinite).length;
        expect(total(level.counts)).toBe(defined);
      });
    }
    for (const counts of live.reachedQuota.counts) expect(total(counts)).toBe(DRAWS * EACH * study.reps);
    for (const bands of live.reachedQuota.bands) expect(total(bands as number[])).toBeCloseTo(1, 4);
  });

  test('tells yearly money, pooled stages and the cost of selling from the figures themselves', () => {
    const stage = live.stages[1]!;
    for (const a of [0, 1]) {
      const passed = total(values(a, `stage-${stage.id}-advanced`));
      expect(stage.conversion[a]).toBeCloseTo(passed / total(values(a, `stage-${stage.id}-entered`)), 5);
      expect(stage.days[a]).toBeCloseTo(total(values(a, `stage-${stage.id}-days`)) / passed, 3);
      const cost = (total(values(a, 'gross-margin')) - total(values(a, 'net-contribution'))) / (DRAWS * EACH);
      expect(live.cost.means[a]! / cost).toBeCloseTo(1, 5);
    }
    const pay = live.metrics.find((metric) => metric.id === 'pay-cost')!;
    expect(pay.overHorizon).toBe(true);
    expect(pay.levels[0]!.mean! / result.alternatives[0]!.metrics['pay-cost']!.mean!).toBeCloseTo(1, 5);
  });

  test('finds that twice the commission pays every rep who sells at all more, and none less for the same sales', () => {
    const [tenths] = live.winners;
    expect(tenths!.length).toBe(study.reps);
    for (const one of tenths!) expect(one.mean!).toBeGreaterThan(0);
    expect(live.cost.dearer[0]!).toBeGreaterThan(0.5);
  });

  test('keeps customers’ staying at or below one, falling month by month', () => {
    for (const curve of live.retention) {
      expect(curve.length).toBe(12);
      curve.reduce((before, now) => {
        expect(now!).toBeLessThanOrEqual(before!);
        return now;
      }, 1);
    }
  });
});
