import { describe, expect, test } from 'vitest';
import { logistic } from '../../engine/kernel/math.ts';
import { USUAL_RELATIONSHIP } from '../../engine/model/constants.ts';
import { TABLE_SIZE } from '../../engine/model/draw.ts';
import { startingCustomers } from '../../engine/model/phases/customers.ts';
import { dueRenewals } from '../../engine/model/phases/due.ts';
import { World } from '../../engine/model/world.ts';
import { sbgRenewals } from '../../engine/random/distributions/sbg.ts';
import { PURPOSES, purposeWord } from '../../engine/random/purposes.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { SCHEMES } from '../../engine/schemes/registry.ts';
import {
  churnAt,
  fitSbg,
  retention,
  type Sbg,
  sbgLogLikelihood,
  survival,
} from '../../engine/statistics/sbg.ts';
import { draftStudy } from '../../engine/study/draft.ts';
import { b2bSaas } from '../../engine/study/presets/b2b-saas.ts';

/** Fader & Hardie (2007): the "regular" and "high end" cohorts of 1,000, seven years and five to forecast. */
const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173];
const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];
const LAW: Sbg = { alpha: 0.704, beta: 1.182 };

describe('sBG', () => {
  test('survives as published: 62.7, 47.4, 38.8 and 33.2 %, within a point of the cohort', () => {
    const share = [1, 2, 3, 4].map((t) => survival(LAW, t));
    expect(share.map((s) => (100 * s).toFixed(1))).toEqual(['62.7', '47.4', '38.8', '33.2']);
    for (const [i, s] of share.entries()) expect(Math.abs(1000 * s - REGULAR[i + 1]!)).toBeLessThan(10);
  });

  test('forecasts both cohorts as published, to a customer', () => {
    const regular = [627, 474, 388, 332, 292, 262, 239, 220, 204, 191, 180, 170];
    const highEnd = [851, 747, 670, 610, 562, 522, 489, 460, 436, 414, 395, 378];
    for (const [i, left] of regular.entries())
      expect(Math.abs(1000 * survival(LAW, i + 1) - left)).toBeLessThan(1);
    for (const [i, left] of highEnd.entries())
      expect(Math.abs(1000 * survival({ alpha: 0.668, beta: 3.806 }, i + 1) - left)).toBeLessThan(1);
  });

  test('fits seven years of either cohort as published', () => {
    const regular = fitSbg(REGULAR.slice(0, 8));
    expect(regular.converged).toBe(true);
    expect(regular.law.alpha).toBeCloseTo(0.704, 3);
    expect(regular.law.beta).toBeCloseTo(1.182, 3);
    expect(regular.logLikelihood).toBeCloseTo(-1680.265, 3);
    const highEnd = fitSbg(HIGH_END.slice(0, 8));
    expect(highEnd.law.alpha).toBeCloseTo(0.668, 3);
    expect(highEnd.law.beta).toBeCloseTo(3.806, 3);
    expect(highEnd.logLikelihood).toBeCloseTo(-1611.158, 3);
    expect(sbgLogLikelihood(LAW, REGULAR.slice(0, 8))).toBeLessThan(regular.logLikelihood + 1e-9);
  });

  test('survival is the product of retentions, and what leaves sums to what is gone', () => {
    let product = 1;
    let gone = 0;
    for (let t = 1; t <= 30; t++) {
      product *= retention(LAW, t);
      gone += churnAt(LAW, t);
      expect(survival(LAW, t)).toBeCloseTo(product, 12);
      expect(1 - gone).toBeCloseTo(product, 12);
      if (t > 1) expect(retention(LAW, t)).toBeGreaterThan(retention(LAW, t - 1));
    }
  });

  test('refuses cohorts that cannot be', () => {
    expect(() => fitSbg([1000, 600])).toThrow(RangeError);
    expect(() => fitSbg([1000, 600, 700])).toThrow(RangeError);
  });

  // 50,000 customers: one standard deviation is .22 points; four bounds of 4.5 are a false alarm 1 in 37,000.
  test('simulated by keyed draws survives as it should', () => {
    const random = new KeyedRandom([5, 5, 5, 5]);
    const left = [0, 0, 0, 0, 0];
    const n = 50_000;
    for (let entity = 0; entity < n; entity++) {
      const renewals = sbgRenewals(random, entity, PURPOSES.renewal, 4, LAW);
      for (let t = 1; t <= renewals; t++) left[t]!++;
    }
    for (let t = 1; t <= 4; t++) {
      const s = survival(LAW, t);
      expect(Math.abs(left[t]! / n - s)).toBeLessThan(4.5 * Math.sqrt((s * (1 - s)) / n));
    }
  });
});

describe('the engine’s own renewals, with contented customers', () => {
  const draft = draftStudy(b2bSaas);
  const study = {
    ...draft,
    reps: 40,
    teamNames: ['one'],
    teamSizes: [40],
    world: {
      ...draft.world,
      scalars: {
        ...draft.world.scalars,
        'customers.churn-alpha': LAW.alpha,
        'customers.churn-beta': LAW.beta,
        'customers.churn-slope': 0,
        'customers.base-per-rep': 1000,
        'customers.recurring': 1,
        'customers.renewal': 252,
      },
    },
  };
  const { model } = compileStudy(study, 0, new MixTables()).alternatives[0]!;
  const fresh = model.params.dropTable.subarray(0, TABLE_SIZE);

  test('draw leaving chances from a table whose mean survival is the law’s to .05 points', () => {
    for (let t = 1; t <= 8; t++) {
      let mean = 0;
      for (const odds of fresh) mean += (1 - logistic(odds)) ** t / TABLE_SIZE;
      expect(Math.abs(mean - survival(LAW, t))).toBeLessThan(5e-4);
    }
  });

  // 40,000 customers: one standard deviation is .25 points; four bounds of 4.5 are a false alarm 1 in 37,000.
  test('leave 62.7, 47.4, 38.8 and 33.2 % of a new cohort after one to four years', () => {
    const random = new KeyedRandom([6, 5, 4, 3]);
    const size = {
      seats: 40,
      teams: 1,
      stages: model.stages,
      months: 72,
      practices: SCHEMES.length,
      measures: model.credits.rows,
      cashRows: 0,
      components: 0,
      extras: 0,
    };
    const w = World.create(size, 40_000, 64);
    w.reps.real.fill(1);
    w.reps.leadWeight.fill(1);
    startingCustomers(w, model, random, 0, 40);
    const c = w.customers;
    for (let row = 0; row < 40_000; row++) {
      // New customers instead of old ones: class 0 of the mix, by the same draw; a relationship that shifts nothing.
      random.draw(c.idLow[row]!, purposeWord(PURPOSES['customer-traits'], c.idHigh[row]!), 0, 0);
      c.dropLogit[row] = fresh[random.w0 >>> 22]!;
      c.relationship[row] = USUAL_RELATIONSHIP;
    }
    const first = Math.max(...c.renewDay.subarray(0, 40_000));
    expect(first).toBeLessThanOrEqual(252);
    for (let day = 0; day <= 4 * 252; day++) dueRenewals(w, model, random, day);
    // Everyone has had exactly four renewals or has left: count those who passed each.
    for (let t = 1; t <= 4; t++) {
      let kept = 0;
      for (let row = 0; row < 40_000; row++) if (c.renewals[row]! >= t) kept++;
      const s = survival(LAW, t);
      expect(Math.abs(kept / 40_000 - s)).toBeLessThan(4.5 * Math.sqrt((s * (1 - s)) / 40_000));
      expect(Math.abs(1000 * (kept / 40_000) - REGULAR[t]!)).toBeLessThan(10);
    }
  });
});
