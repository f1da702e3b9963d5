import { describe, expect, test } from 'vitest';
import { fullPlan } from '../../engine/incentive/full-plan.ts';
import { type PayInForce, payInForce } from '../../engine/incentive/in-force.ts';
import { respond } from '../../engine/incentive/response.ts';
import { Work } from '../../engine/model/phases/work.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { PLAIN, studyOf } from '../laws/setting.ts';
import { LINEAR } from './plans.ts';

/** What people are used to, and four times the commission for some weeks. */
const USUAL = { ...PLAIN.pay, ...LINEAR };
const PUSH = { ...USUAL, commission: 4 * USUAL.commission };
const WEEKS_OF_PUSH = 8;

function firm(fatigue: number): { compiled: Compiled; world: World } {
  const study = studyOf({
    reps: 12,
    pay: USUAL,
    scalars: { 'people.fatigue': fatigue, 'people.turnover': 0 },
  });
  const all = compileStudy(study, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(all.key, 0));
  return { compiled: all.alternatives[0]!, world: warmUp(study, all, new Work(), random) };
}

/** Efforts of all, week by week: `pushed` weeks of the push, then the usual plan. Nothing else moves meanwhile. */
function weeks({ compiled, world }: ReturnType<typeof firm>, pushed: number, count: number): Float64Array[] {
  const w = world.fork();
  const { model, pay } = compiled;
  const push: PayInForce = payInForce(fullPlan(PUSH, 'CNY'), model.credits, pay.business, 0, pay.usual);
  return Array.from({ length: count }, (_, week) => {
    respond(w, model, week < pushed ? push : pay, 40);
    return w.reps.effort.slice();
  });
}

describe('a push', () => {
  const tiring = firm(1.5);
  const pushed = weeks(tiring, WEEKS_OF_PUSH, 60);
  const still = weeks(tiring, 0, 60);
  const mean = (efforts: Float64Array): number => efforts.reduce((a, b) => a + b) / efforts.length;

  test('raises effort, less from week to week', () => {
    expect(mean(pushed[0]!) / mean(still[0]!)).toBeGreaterThan(1.2);
    for (let week = 1; week < WEEKS_OF_PUSH; week++)
      expect(mean(pushed[week]!)).toBeLessThan(mean(pushed[week - 1]!));
    expect(mean(pushed[WEEKS_OF_PUSH - 1]!)).toBeGreaterThan(mean(still[WEEKS_OF_PUSH - 1]!));
  });

  test('is followed by a trough from which people recover', () => {
    const gap = (week: number): number => 1 - mean(pushed[week]!) / mean(still[week]!);
    expect(gap(WEEKS_OF_PUSH)).toBeGreaterThan(0.02);
    expect(gap(WEEKS_OF_PUSH + 4)).toBeLessThan(0.6 * gap(WEEKS_OF_PUSH));
    expect(gap(59)).toBeLessThan(0.001);
    pushed[WEEKS_OF_PUSH]!.forEach((effort, seat) => {
      expect(effort).toBeLessThan(still[WEEKS_OF_PUSH]![seat]!);
    });
  });

  test('leaves nothing behind where nobody tires', () => {
    const tireless = firm(0);
    const after = weeks(tireless, WEEKS_OF_PUSH, WEEKS_OF_PUSH + 1).at(-1)!;
    expect([...after]).toEqual([...weeks(tireless, 0, 1)[0]!]);
  });

  test('that is no more than a twentieth hardly tires', () => {
    const { compiled, world } = tiring;
    const w = world.fork();
    const { model, pay } = compiled;
    const little = { ...USUAL, commission: 1.17 * USUAL.commission };
    const more = payInForce(fullPlan(little, 'CNY'), model.credits, pay.business, 0, pay.usual);
    for (let week = 0; week < 30; week++) respond(w, model, more, 40);
    const lasting = mean(w.reps.effort) / mean(still[0]!) - 1;
    const first = mean(weeks({ compiled, world }, 0, 1)[0]!);
    const fresh = world.fork();
    respond(fresh, model, more, 40);
    const once = mean(fresh.reps.effort) / first - 1;
    expect(once).toBeGreaterThan(0.03);
    expect(lasting / once).toBeGreaterThan(0.75);
  });
});
