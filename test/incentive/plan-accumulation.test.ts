import { describe, expect, test } from 'vitest';
import { compileComponent, type Terms } from '../../engine/incentive/compile-component.ts';
import { payOf } from '../../engine/incentive/evaluate-component.ts';
import { integrate } from '../../engine/incentive/integrate.ts';
import type { Component, Measure } from '../../engine/incentive/language.ts';
import { expectedPay } from '../../engine/incentive/marginal-component.ts';
import { Dice, measure, QUOTA, randomComponent, TERMS } from './plan-random.ts';

/** A random component, and what came before it in the year. */
function some(d: Dice): { component: Component; before: Terms['before'] } {
  const quarters = d.whole(1, 3);
  return {
    component: randomComponent(d),
    before: {
      credit: d.decimal(0, 1.6 * quarters * QUOTA, 2),
      quota: quarters * QUOTA,
      paid: d.chance(0.5) ? d.decimal(0, 20_000, 2) : 0,
    },
  };
}

const over = (accumulation: Measure['accumulation']): Measure => ({ ...measure('own'), accumulation });

describe('accumulation over the year', () => {
  test('year to date pays what the year so far earns on its whole quota, less what was paid; too much is owed', () => {
    const d = new Dice(31);
    for (let i = 0; i < 1_500; i++) {
      const { component, before } = some(d);
      const terms: Terms = { ...TERMS, before };
      const ytd = compileComponent(
        component,
        over({ over: 'year-to-date', tiersOf: 'to-date', interimCap: null }),
        terms,
      );
      const whole = compileComponent(component, measure('own'), {
        ...TERMS,
        quotas: { ...TERMS.quotas, own: before.quota + QUOTA },
      });
      const x = d.decimal(0, 2 * QUOTA, 2);
      const earned = payOf(whole, { own: before.credit + x });
      expect(Math.abs(payOf(ytd, { own: x }) - (earned - before.paid))).toBeLessThan(1e-6);
    }
  });

  test('tiers of the year’s quota are those of the whole year, whatever part of it is over', () => {
    const d = new Dice(35);
    for (let i = 0; i < 500; i++) {
      const { component, before } = some(d);
      const ahead = (3 - Math.round(before.quota / QUOTA)) * QUOTA;
      const own = over({ over: 'year-to-date', tiersOf: 'year', interimCap: null });
      const ytd = compileComponent(component, own, { ...TERMS, before, ahead });
      const whole = compileComponent(component, measure('own'), {
        ...TERMS,
        quotas: { ...TERMS.quotas, own: 4 * QUOTA },
      });
      const x = d.decimal(0, 2 * QUOTA, 2);
      const right = payOf(whole, { own: before.credit + x }) - before.paid;
      expect(Math.abs(payOf(ytd, { own: x }) - right)).toBeLessThan(1e-6);
    }
  });

  test('an interim cap holds until the year’s last period', () => {
    const d = new Dice(32);
    for (let i = 0; i < 500; i++) {
      const { component, before } = some(d);
      if ('axis' in component.payout && component.payout.axis === 'amount') continue;
      const capped = over({ over: 'year-to-date', tiersOf: 'to-date', interimCap: 1 });
      const at = (last: boolean, x: number): number =>
        payOf(compileComponent(component, capped, { ...TERMS, before: { ...before, paid: 0 }, last }), {
          own: x,
        });
      const full = before.quota + QUOTA - before.credit;
      const x = d.decimal(0, 2 * QUOTA, 2);
      const least = Math.max(0, Math.min(x, full));
      const uncapped = over({ over: 'year-to-date', tiersOf: 'to-date', interimCap: null });
      const free = compileComponent(component, uncapped, { ...TERMS, before: { ...before, paid: 0 } });
      expect(at(true, x)).toBe(payOf(free, { own: x }));
      if (full > 0) expect(Math.abs(at(false, x) - payOf(free, { own: least }))).toBeLessThan(1e-6);
    }
  });

  test('best-of pays by the better of two attainments', () => {
    const d = new Dice(33);
    let yearly = 0;
    for (let i = 0; i < 1_500; i++) {
      const { component, before } = some(d);
      if (component.payout.kind !== 'curve' && component.payout.kind !== 'bonus') continue;
      const best = compileComponent(component, over({ over: 'best-of' }), { ...TERMS, before });
      const alone = compileComponent(component, measure('own'), TERMS);
      const x = d.decimal(0, 2 * QUOTA, 2);
      const year = (before.credit + x) / (before.quota + QUOTA);
      if (year > x / QUOTA) yearly++;
      const right = payOf(alone, { own: Math.max(x / QUOTA, year) * QUOTA });
      expect(Math.abs(payOf(best, { own: x }) - right)).toBeLessThan(1e-6);
    }
    expect(yearly).toBeGreaterThan(100);
  });

  test('has expected and marginal pay in closed form too, to 1e-9', () => {
    const d = new Dice(34);
    for (let i = 0; i < 400; i++) {
      const { component, before } = some(d);
      const ways =
        component.payout.kind === 'rates'
          ? (['year-to-date'] as const)
          : (['year-to-date', 'best-of'] as const);
      const way = d.pick(ways);
      const own = over(
        way === 'best-of' ? { over: way } : { over: way, tiersOf: 'to-date', interimCap: null },
      );
      const compiled = compileComponent(component, own, { ...TERMS, before });
      const { curve } = compiled.products[0]![0]!;
      // Well above 0, where evaluator and closed form are the same function.
      const forecast = { mean: d.from(0.9, 1.8) * QUOTA, sd: d.from(0.02, 0.1) * QUOTA };
      const [pay, slope, scale] = integrate(forecast, [...curve.at], 3, 0.5, (x) => {
        const y = payOf(compiled, { own: x });
        return [y, (y * (x - forecast.mean)) / forecast.sd, Math.abs(y)];
      });
      const closed = expectedPay(compiled, 'own', { own: forecast });
      const tolerance = 1e-9 * (1 + scale!);
      expect(Math.abs(closed.pay - pay!)).toBeLessThan(tolerance);
      expect(Math.abs(closed.marginal.own! * forecast.sd - slope!)).toBeLessThan(tolerance);
    }
  });
});
