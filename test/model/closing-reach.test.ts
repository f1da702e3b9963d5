import { describe, expect, it } from 'vitest';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import type { Setting } from '../laws/setting.ts';
import { batchOf, metric, moved, PLAIN, stage, studyOf } from '../laws/setting.ts';

const modelOf = (setting: Setting) =>
  compileStudy(studyOf(setting), 0, new MixTables()).alternatives[0]!.model;

describe('how far a close can be moved', () => {
  // Stage medians of 5 + 7 + 10 + 15 days make a cycle of 37 × 1.28 = 47.4 days; .175 of it is 8.3.
  it('is a share of the cycle', () => expect(modelOf({}).reachDays).toBe(8));

  it('is at least a day and never more than the pay period', () => {
    const quick = PLAIN.stages.map((s) => ({ ...s, days: 0.5 }));
    const slow = PLAIN.stages.map((s) => ({ ...s, days: 90 }));
    expect(modelOf({ stages: quick }).reachDays).toBe(1);
    expect(modelOf({ stages: slow, pay: { periodDays: 21 } }).reachDays).toBe(21);
    expect(modelOf({ stages: slow, pay: { periodDays: 252 } }).reachDays).toBe(81);
  });
});

/**
 * A bonus for a quota that most are about to reach: the deal that reaches it is worth more this quarter than next.
 * Paired one-sided 99.5 % bounds, fixed seed. The cycle's change is .62 of its standard deviation (200 pairs), so that 64
 * pairs show it in 99 of 100 seeds, and the other two more often.
 */
const BONUS: Setting = {
  reps: 12,
  scalars: { 'market.discount-authority': 0, 'people.turnover': 0, 'people.foresight': 0 },
  pay: { bonus: 60_000, accelerator: 1 },
  stages: [
    stage('lead', 0.25, 5, 2, 0.4, 'prospect'),
    stage('demo', 0.6, 20, 1.5, 1.2, 'discover'),
    stage('close', 0.5, 60, 2, 1, 'close'),
  ],
};

describe('deals brought forward', () => {
  const study = studyOf(BONUS, { discretion: { levers: [moved('discount-authority', 0.2)] } });
  const batch = batchOf(study, 64);
  const change = (id: string) => pairedDifference(metric(batch, 1, id), metric(batch, 0, id), 1, 0.99);

  it('cost discounts, gather at the end of the period and shorten the cycle', () => {
    expect(change('discount-share').interval[0]).toBeGreaterThan(0);
    expect(change('period-end-share').interval[0]).toBeGreaterThan(0);
    expect(change('cycle-days').interval[1]).toBeLessThan(0);
  });

  it('are none where pay is a straight commission', () => {
    const straight: Setting = { ...BONUS, pay: { bonus: 0, accelerator: 1, quota: 0 } };
    const flat = batchOf(
      studyOf(straight, { discretion: { levers: [moved('discount-authority', 0.2)] } }),
      4,
    );
    metric(flat, 1, 'discount-share').forEach((share, i) => {
      expect(share).toBe(metric(flat, 0, 'discount-share')[i]);
    });
  });
});
