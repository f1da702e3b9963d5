import { describe, expect, test } from 'vitest';
import { compileComponent } from '../../engine/incentive/compile-component.ts';
import { componentInForce, forForecasts, SCALING } from '../../engine/incentive/components-in-force.ts';
import type { Forecasts } from '../../engine/incentive/forecast.ts';
import type { Component, Plan } from '../../engine/incentive/language.ts';
import { expectedPay } from '../../engine/incentive/marginal-component.ts';
import { type MeasureInForce, SCOPE } from '../../engine/incentive/measures-in-force.ts';
import { AT_ONCE } from '../../engine/incentive/parts/timing.ts';
import { addGains } from '../../engine/incentive/worth.ts';
import {
  Dice,
  measure,
  OTHER_QUOTA,
  QUOTA,
  randomComponent,
  randomPair,
  TARGET,
  TERMS,
} from './plan-random.ts';

/**
 * The day loop scales curves drawn once for a full rep to every seat's quota; the closed form on the plan drawn for that
 * very quota must say the same.
 */

function inForce(id: string, quota: number): MeasureInForce {
  const one = measure(id);
  return {
    measure: { ...one, quota: { ...one.quota!, amount: 4 * quota } },
    row: 0,
    activity: false,
    level: false,
    scope: SCOPE.individual,
    total: false,
    periodDays: 63,
    horizonDays: 63,
    periods: 4,
    quota,
    reference: quota,
    quotaTimes: 1,
    lump: 1,
    event: 1,
    usual: 0,
    result: [0.95 * quota, 0.35 * quota],
    perNew: 1,
    perRepeat: 1,
    perRenewal: 0,
    perExpansion: 0,
    perAccrual: 0,
  };
}

const MEASURES = [inForce('own', QUOTA), inForce('other', OTHER_QUOTA)];

function planOf(component: Component): Plan {
  return {
    id: 'p',
    title: null,
    currency: 'CNY',
    salary: TERMS.salary / 3,
    targetPay: 4 * TARGET,
    measures: MEASURES.map(({ measure: one }) => one),
    components: [component],
    kickers: [],
    spiffs: [],
    awards: [],
    club: null,
    promotion: null,
    cap: null,
    floor: null,
    timing: AT_ONCE,
    rounding: { attainment: null, money: { step: 0.01, mode: 'half-up' } },
  };
}

function compare(component: Component, d: Dice): number {
  const k = d.from(0.3, 2.5);
  const terms = { ...TERMS, quotas: { own: k * QUOTA, other: k * OTHER_QUOTA } };
  const own = { mean: k * QUOTA * d.from(0.2, 1.8), sd: k * QUOTA * d.from(0.05, 0.5) };
  const other = { mean: k * OTHER_QUOTA * d.from(0.2, 1.8), sd: k * OTHER_QUOTA * d.from(0.05, 0.5) };
  const pay = componentInForce(planOf(component), component, 0, MEASURES, 1);
  if (pay.kind !== 'own') throw new Error('a random component is its owner’s alone');
  const exact = compileComponent(component, MEASURES[0]!.measure, terms);
  if (pay.drawn) pay.bySeat[0] = forForecasts(exact);
  const ahead: Forecasts = {
    mean: Float64Array.of(own.mean, other.mean),
    sd: Float64Array.of(own.sd, other.sd),
    times: Float64Array.of(k, k),
    part: Float64Array.of(1, 1),
  };
  const gain = new Float64Array(2);
  const felt = new Float64Array(2);
  addGains(pay, 0, 1, ahead, { aversion: 0, usual: 1 }, gain, felt);
  // Without risk aversion money is felt as it is, to the bit.
  expect(felt).toEqual(gain);
  const { marginal } = expectedPay(exact, 'own', { own, other });
  // On the scale of target pay per quota, and of target pay per the other's.
  return Math.max(
    Math.abs(gain[0]! - (marginal.own ?? 0)) / (TARGET / (k * QUOTA)),
    Math.abs(gain[1]! - (marginal.other ?? 0)) / (TARGET / (k * OTHER_QUOTA)),
  );
}

describe('expected marginal pay in the day loop', () => {
  test('is the closed form’s on 2,000 random components, whatever the quota', () => {
    const d = new Dice(20261);
    let worst = 0;
    for (let i = 0; i < 2_000; i++) worst = Math.max(worst, compare(randomComponent(d), d));
    expect(worst).toBeLessThan(1e-8);
  });

  test('and on 2,000 with a matrix, gates or modifiers on another measure', () => {
    const d = new Dice(20262);
    let worst = 0;
    for (let i = 0; i < 2_000; i++) worst = Math.max(worst, compare(randomPair(d), d));
    expect(worst).toBeLessThan(1e-8);
  });

  test('needs curves of their own only for limits in money on rates', () => {
    const rate: Component = {
      ...plainRate(),
      caps: [{ on: 'money', amount: 5_000 }],
    };
    const scalings = (component: Component): number[] => {
      const pay = componentInForce(planOf(component), component, 0, MEASURES, 1);
      return pay.kind === 'own'
        ? pay.products.flatMap((factors) => factors.map(({ scaling }) => scaling))
        : [];
    };
    expect(scalings(rate)).toEqual([SCALING.seat]);
    expect(scalings({ ...plainRate(), caps: [{ on: 'result', at: 1.2 }] })).toEqual([SCALING.credit]);
    expect(scalings(plainRate())).toEqual([SCALING.credit]);
    expect(scalings(byAttainment())).toEqual([SCALING.attainment]);
  });
});

function plainRate(): Component {
  return {
    ...byAttainment(),
    payout: {
      kind: 'rates',
      axis: 'attainment',
      apply: 'marginal',
      of: 'credit',
      excessOver: 0,
      tiers: [
        { from: 0, rate: 0.05 },
        { from: 1, rate: 0.1 },
      ],
    },
  };
}

function byAttainment(): Component {
  return {
    id: 'c',
    title: { en: 'c', zh: 'c' },
    measure: 'own',
    weight: 1,
    factor: 1,
    boundary: 'at-or-above',
    threshold: null,
    rateChanges: [],
    caps: [],
    floor: null,
    gates: [],
    modifiers: [],
    capsAfter: [],
    payout: {
      kind: 'curve',
      axis: 'attainment',
      points: [
        [0.5, 0.5],
        [1, 1],
        [1.5, 2],
      ],
      interpolation: 'linear',
      below: 'nothing',
      above: 'level',
      in: 'target',
    },
  };
}
