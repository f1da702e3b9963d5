import type {
  Component,
  Gate,
  Kicker,
  Limit,
  Measure,
  Modifier,
  Payout,
  Plan,
  PlanLimit,
} from '../../engine/incentive/language.ts';
import { measureOf } from '../../engine/incentive/language.ts';
import { PLAN_METRICS } from '../../engine/incentive/parts/measure.ts';

/**
 * A plan in another currency: every amount of money multiplied, every share and count as it was.
 *
 * @param rate new money for one unit of the old
 * @param currency ISO code of the new
 */
export function inCurrency(plan: Plan, rate: number, currency: string): Plan {
  const money = (x: number): number => x * rate;
  const limit = (one: PlanLimit | null): PlanLimit | null =>
    one !== null && 'money' in one.of ? { ...one, of: { money: money(one.of.money) } } : one;
  const { draw } = plan.timing;
  return {
    ...plan,
    currency,
    salary: money(plan.salary),
    targetPay: plan.targetPay === null ? null : money(plan.targetPay),
    measures: plan.measures.map((one) => convertedMeasure(one, rate)),
    components: plan.components.map((one) => convertedComponent(plan, one, rate)),
    kickers: plan.kickers.map((one) => convertedKicker(one, rate)),
    spiffs: plan.spiffs.map((one) => ({
      ...one,
      ...convertedKicker(one, rate),
      budget: one.budget === null ? null : money(one.budget),
    })),
    awards: plan.awards.map((one) => ({ ...one, amount: money(one.amount) })),
    club: plan.club === null ? null : { ...plan.club, value: money(plan.club.value) },
    cap: limit(plan.cap),
    floor: limit(plan.floor),
    timing: { ...plan.timing, draw: draw === null ? null : { ...draw, amount: money(draw.amount) } },
  };
}

function unitRate(measure: Measure, rate: number): number {
  return PLAN_METRICS[measure.metric].unit === 'money' ? rate : 1;
}

function convertedMeasure(measure: Measure, rate: number): Measure {
  const times = unitRate(measure, rate);
  const { quota, credit } = measure;
  return {
    ...measure,
    credit: { ...credit, dealCap: credit.dealCap === null ? null : credit.dealCap * times },
    quota: quota === null ? null : { ...quota, amount: quota.amount * times },
  };
}

function convertedKicker<T extends Kicker>(one: T, rate: number): T {
  const { valueAtLeast } = one.when;
  return {
    ...one,
    when: { ...one.when, valueAtLeast: valueAtLeast === null ? null : valueAtLeast * rate },
    pays: 'flat' in one.pays ? { flat: one.pays.flat * rate } : one.pays,
  };
}

function convertedComponent(plan: Plan, component: Component, rate: number): Component {
  const own = measureOf(plan, component.measure);
  const { payout, threshold } = component;
  const byAmount = 'axis' in payout && payout.axis === 'amount';
  const mark = byAmount ? unitRate(own, rate) : 1;
  const cap = (one: Limit): Limit => {
    if (one.on === 'result') return { ...one, at: one.at * mark };
    return one.on === 'money' ? { ...one, amount: one.amount * rate } : one;
  };
  const other = (one: Gate | Modifier): number =>
    one.axis === 'amount' ? unitRate(measureOf(plan, one.measure), rate) : 1;
  return {
    ...component,
    payout: convertedPayout(plan, payout, mark, own, rate),
    threshold: threshold === null ? null : { ...threshold, at: threshold.at * mark },
    rateChanges: component.rateChanges.map((one) => ({ ...one, from: one.from * mark })),
    caps: component.caps.map(cap),
    capsAfter: component.capsAfter.map(cap),
    floor: component.floor === null ? null : component.floor * rate,
    gates: component.gates.map((gate) => ({ ...gate, at: gate.at * other(gate) })),
    modifiers: component.modifiers.map((one) => ({
      ...one,
      points: one.points.map(([x, factor]) => [x * other(one), factor] as const),
    })),
  };
}

function convertedPayout(plan: Plan, payout: Payout, mark: number, own: Measure, rate: number): Payout {
  switch (payout.kind) {
    case 'rates': {
      // A rate of credit turns credit in the metric's unit into money.
      const times = payout.of === 'base-rate' ? 1 : rate / unitRate(own, rate);
      const tiers = payout.tiers.map((tier) => ({ from: tier.from * mark, rate: tier.rate * times }));
      return { ...payout, tiers, excessOver: payout.excessOver * mark };
    }
    case 'curve': {
      const pay = payout.in === 'money' ? rate : 1;
      return { ...payout, points: payout.points.map(([x, y]) => [x * mark, y * pay] as const) };
    }
    case 'bonus': {
      const pay = payout.in === 'money' ? rate : 1;
      return {
        ...payout,
        steps: payout.steps.map((one) => ({ at: one.at * mark, amount: one.amount * pay })),
      };
    }
    case 'matrix': {
      const pay = payout.in === 'money' ? rate : payout.in === 'credit' ? rate / unitRate(own, rate) : 1;
      const across = payout.acrossAxis === 'amount' ? unitRate(measureOf(plan, payout.across), rate) : 1;
      return {
        ...payout,
        rows: payout.rows.map((x) => x * mark),
        columns: payout.columns.map((x) => x * across),
        cells: payout.cells.map((row) => row.map((cell) => cell * pay)),
      };
    }
    case 'rank':
      return {
        ...payout,
        prizes: payout.prizes.map((prize) => prize * rate),
        minimum: payout.minimum === null ? null : payout.minimum * mark,
      };
    case 'match':
      return { ...payout, prize: payout.prize * rate, stake: payout.stake * rate };
    case 'pool': {
      const { size } = payout;
      return { ...payout, size: 'money' in size ? { money: size.money * rate } : size };
    }
    case 'goals':
      return payout;
  }
}
