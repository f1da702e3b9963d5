import { describe, expect, test } from 'vitest';
import { compileComponent } from '../../engine/incentive/compile-component.ts';
import { payOf } from '../../engine/incentive/evaluate-component.ts';
import type { Component } from '../../engine/incentive/language.ts';
import type { Forecast } from '../../engine/incentive/marginal.ts';
import { expectedPay } from '../../engine/incentive/marginal-component.ts';
import {
  BARE,
  Dice,
  measure,
  OTHER_QUOTA,
  QUOTA,
  randomComponent,
  randomPair,
  TERMS,
} from './plan-random.ts';
import { bendsInWords, payInWords } from './plan-words.ts';

/** Ten-point Gauss–Legendre nodes and weights on [−1, 1] (Abramowitz & Stegun, table 25.4), the positive half. */
const HALF = [
  [0.1488743389816312, 0.2955242247147529],
  [0.4333953941292472, 0.2692667193099963],
  [0.6794095682990244, 0.219086362515982],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.0666713443086881],
] as const;

interface Node {
  readonly x: number;
  readonly weight: number;
}

/** Nodes and weights under Normal(mean, sd²) on panels of ¾ sd that no bend falls into. */
function nodes({ mean, sd }: Forecast, bends: readonly number[], panel = 0.75): Node[] {
  const reach = 8.25;
  const steps = Math.round((2 * reach) / panel);
  const edges = [
    ...Array.from({ length: steps + 1 }, (_, i) => mean + (i * panel - reach) * sd),
    ...bends.filter((x) => Math.abs(x - mean) < reach * sd),
  ].sort((a, b) => a - b);
  const result: Node[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const half = (edges[i + 1]! - edges[i]!) / 2;
    if (!(half > 0)) continue;
    const middle = (edges[i + 1]! + edges[i]!) / 2;
    for (const [node, share] of HALF) {
      for (const side of [-1, 1]) {
        const x = middle + side * half * node;
        const z = (x - mean) / sd;
        result.push({ x, weight: (share * half * Math.exp(-0.5 * z * z)) / (sd * Math.sqrt(2 * Math.PI)) });
      }
    }
  }
  return result;
}

/** Where a function that is straight between `bends` crosses any of `levels`. */
function crossings(f: (x: number) => number, bends: readonly number[], levels: readonly number[]): number[] {
  const edges = [-20 * QUOTA, ...[...bends].sort((a, b) => a - b), 20 * QUOTA];
  const found: number[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const width = edges[i + 1]! - edges[i]!;
    if (!(width > 0)) continue;
    const [a, b] = [edges[i]! + width / 3, edges[i]! + (2 * width) / 3];
    const [fa, fb] = [f(a), f(b)];
    for (const level of levels) {
      const x = a + ((level - fa) * (b - a)) / (fb - fa);
      if (x > edges[i]! && x < edges[i + 1]!) found.push(x);
    }
  }
  return found;
}

/** The component without the limits that bend it at places its words do not name. */
function unbounded(component: Component): Component {
  return {
    ...component,
    floor: null,
    modifiers: [],
    gates: [],
    caps: component.caps.filter((cap) => cap.on === 'result'),
  };
}

function levelsOf(component: Component): number[] {
  const levels = component.caps.flatMap((cap) => (cap.on === 'target' ? [cap.times * TERMS.target] : []));
  return component.floor === null ? levels : [...levels, component.floor];
}

function ownBends(component: Component): number[] {
  const { own } = bendsInWords(component);
  const levels = levelsOf(component);
  if (levels.length === 0) return own;
  const fast = unbounded(component);
  // A closed gate may withhold acceleration: other crossings then.
  const slow = { ...fast, rateChanges: fast.rateChanges.filter(({ times }) => times <= 1) };
  const cuts = [fast, slow].flatMap((one) => crossings((x) => payInWords(one, x, OTHER_QUOTA), own, levels));
  return [...own, ...cuts];
}

const own = measure('own');

describe('the closed form, against brute-force integration', () => {
  test('of 9,880 random components on one measure: pay and marginal pay, to 1e-9', () => {
    const d = new Dice(20_260_801);
    let worst = 0;
    for (let i = 0; i < 9_880; i++) {
      const component = randomComponent(d);
      const forecast = { mean: d.from(0.1, 2) * QUOTA, sd: d.from(0.02, 0.6) * QUOTA };
      const at = nodes(forecast, ownBends(component));
      let pay = 0;
      let marginal = 0;
      let scale = 1;
      for (const { x, weight } of at) {
        const y = payInWords(component, x, 0);
        pay += weight * y;
        marginal += (weight * y * (x - forecast.mean)) / forecast.sd ** 2;
        scale += weight * Math.abs(y);
      }
      const compiled = compileComponent(component, own, TERMS);
      const closed = expectedPay(compiled, 'own', { own: forecast });
      const wrong = Math.max(
        Math.abs(closed.pay - pay) / scale,
        (Math.abs(closed.marginal.own! - marginal) * forecast.sd) / scale,
      );
      if (wrong > 1e-9)
        throw new Error(
          `plan ${i} is off by ${wrong}: ${JSON.stringify({ component, forecast, closed, pay, marginal })}`,
        );
      worst = Math.max(worst, wrong);
    }
    expect(worst).toBeLessThan(1e-9);
  });

  test('of 120 random components on two measures: matrices, gates, modifiers, to 1e-9', () => {
    const d = new Dice(20_260_802);
    for (let i = 0; i < 120; i++) {
      const component = randomPair(d);
      const forecasts = {
        own: { mean: d.from(0.3, 1.6) * QUOTA, sd: d.from(0.05, 0.5) * QUOTA },
        other: { mean: d.from(0.3, 1.4) * OTHER_QUOTA, sd: d.from(0.05, 0.5) * OTHER_QUOTA },
      };
      const xs = nodes(forecasts.own, ownBends(component));
      const ys = nodes(forecasts.other, bendsInWords(component).other);
      let [pay, byOwn, byOther, scale] = [0, 0, 0, 1];
      for (const { x, weight } of xs) {
        for (const { x: y, weight: other } of ys) {
          const p = weight * other * payInWords(component, x, y);
          pay += p;
          scale += Math.abs(p);
          byOwn += (p * (x - forecasts.own.mean)) / forecasts.own.sd;
          byOther += (p * (y - forecasts.other.mean)) / forecasts.other.sd;
        }
      }
      const closed = expectedPay(compileComponent(component, own, TERMS), 'own', forecasts);
      const wrong = Math.max(
        Math.abs(closed.pay - pay),
        Math.abs(closed.marginal.own! * forecasts.own.sd - byOwn),
        Math.abs((closed.marginal.other ?? 0) * forecasts.other.sd - byOther),
      );
      if (wrong > 1e-9 * scale)
        throw new Error(
          `plan ${i} is off by ${wrong / scale}: ${JSON.stringify({ component, forecasts, closed, pay })}`,
        );
    }
  });

  test('the evaluator pays what the words say, on 4,000 random components', () => {
    const d = new Dice(20_260_803);
    for (let i = 0; i < 4_000; i++) {
      const component = i % 2 === 0 ? randomComponent(d) : randomPair(d);
      const compiled = compileComponent(component, own, TERMS);
      for (let k = 0; k < 4; k++) {
        // Now and then exactly on a mark.
        const x = d.chance(0.3) ? d.decimal(0, 2, 1) * QUOTA : d.decimal(0, 2.5 * QUOTA, 2);
        const y = d.chance(0.3) ? d.decimal(0, 2, 1) * OTHER_QUOTA : d.decimal(0, 2 * OTHER_QUOTA, 2);
        const right = payInWords(component, x, y);
        const pays = payOf(compiled, { own: x, other: y });
        if (Math.abs(pays - right) > 1e-6)
          throw new Error(
            `plan ${i} pays ${pays}, in words ${right}: ${JSON.stringify({ component, x, y })}`,
          );
      }
    }
  });
});

describe('limits after modifiers', () => {
  test('are integrated to 1e-7', () => {
    const d = new Dice(20_260_804);
    for (let i = 0; i < 8; i++) {
      const component: Component = {
        ...BARE,
        payout: {
          kind: 'rates',
          axis: 'attainment',
          apply: 'marginal',
          of: 'credit',
          tiers: [
            { from: 0, rate: d.decimal(0.01, 0.1, 2) },
            { from: 1, rate: d.decimal(0.02, 0.2, 2) },
          ],
          excessOver: 0,
        },
        modifiers: [
          {
            measure: 'other',
            axis: 'attainment',
            points: [
              [0.5, d.decimal(0, 0.6, 1)],
              [1, 1],
              [1.3, d.decimal(1, 1.6, 1)],
            ],
            interpolation: d.pick(['linear', 'step'] as const),
            boundary: 'at-or-above',
          },
        ],
        capsAfter: [{ on: 'target', times: d.decimal(0.8, 3, 1) }],
      };
      const forecasts = {
        own: { mean: d.from(0.5, 1.6) * QUOTA, sd: d.from(0.15, 0.5) * QUOTA },
        other: { mean: d.from(0.6, 1.3) * OTHER_QUOTA, sd: d.from(0.1, 0.4) * OTHER_QUOTA },
      };
      const closed = expectedPay(compileComponent(component, own, TERMS), 'own', forecasts);
      // Given the other measure the kink in the own one is found anew.
      let [pay, byOwn, byOther, scale] = [0, 0, 0, 1];
      for (const { x: y, weight: other } of nodes(forecasts.other, bendsInWords(component).other, 0.3)) {
        const open = (x: number): number => payInWords({ ...component, capsAfter: [] }, x, y);
        const marks = bendsInWords(component).own;
        const cut = component.capsAfter[0] as { times: number };
        const bends = [0, ...marks, ...crossings(open, marks, [cut.times * TERMS.target])];
        for (const { x, weight } of nodes(forecasts.own, bends)) {
          // Below 0 the first line goes on: what pay is below nothing is owed.
          const p = weight * other * payInWords(component, x, y);
          pay += p;
          scale += Math.abs(p);
          byOwn += (p * (x - forecasts.own.mean)) / forecasts.own.sd;
          byOther += (p * (y - forecasts.other.mean)) / forecasts.other.sd;
        }
      }
      expect(Math.abs(closed.pay - pay) / scale, `${i}`).toBeLessThan(1e-7);
      expect(Math.abs(closed.marginal.own! * forecasts.own.sd - byOwn) / scale, `${i}`).toBeLessThan(1e-7);
      expect(Math.abs(closed.marginal.other! * forecasts.other.sd - byOther) / scale, `${i}`).toBeLessThan(
        1e-9,
      );
    }
  });
});
