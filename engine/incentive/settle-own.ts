import { DAYS_A_MONTH, DAYS_A_YEAR, ends } from '../model/calendar.ts';
import type { World } from '../model/world.ts';
import { compileComponent } from './compile-component.ts';
import { BROKEN, type FactorInForce, type OwnPay, SCALING } from './components-in-force.ts';
import { payOf } from './evaluate-component.ts';
import { into } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import { SCOPE } from './measures-in-force.ts';
import { valueAt } from './piecewise.ts';
import type { Standings } from './standing.ts';

/**
 * What a component pays a seat for a period that ends, or breaks off, on `day`. A full period at a full post, and parts of
 * one where target pay and salary do not matter or cut all pay alike, are read off the curves in force; anything else is
 * drawn for the case. Unrounded: cents do not matter here.
 */
export function ownPay(
  w: World,
  pay: PayInForce,
  own: OwnPay,
  seat: number,
  seats: number,
  day: number,
  at: Standings,
): number {
  const measure = pay.measures[own.measure]!;
  const present = at.present[own.measure * seats + seat]!;
  if (!(present > 0)) return 0;
  const group = measure.scope !== SCOPE.individual;
  const part = (group ? 1 : present) * at.elapsed[own.measure]!;
  const plain =
    !own.drawn &&
    measure.measure.accumulation.over === 'discrete' &&
    (own.broken !== BROKEN.redrawn || part === 1);
  const sum = plain
    ? offCurves(pay, own, seat, seats, at) * (own.broken === BROKEN.partial ? part : 1)
    : forTheCase(w, pay, own, seat, seats, day, at);
  // A member gets the part of the group's pay that the member was there for.
  return group ? sum * present : sum;
}

function offCurves(pay: PayInForce, own: OwnPay, seat: number, seats: number, at: Standings): number {
  let sum = 0;
  for (const factors of own.products) {
    let product = 1;
    for (const factor of factors) product *= factorAt(pay, factor, seat, seats, at);
    sum += product;
  }
  return Math.min(sum, own.cap);
}

function factorAt(
  pay: PayInForce,
  { measure, curve, scaling }: FactorInForce,
  seat: number,
  seats: number,
  at: Standings,
): number {
  const x = at.result[measure * seats + seat]!;
  const one = pay.measures[measure]!;
  if (scaling === SCALING.none || !(one.quota > 0)) return valueAt(curve, x);
  const k = one.level ? 1 : at.quota[measure * seats + seat]! / one.quota;
  if (!(k > 0)) return 0;
  const y = valueAt(curve, x / k);
  return scaling === SCALING.credit ? k * y : y;
}

/** The component's pay worked out from scratch: broken periods, people who came or left, results that accumulate. */
function forTheCase(
  w: World,
  pay: PayInForce,
  { component, measure: i, place }: OwnPay,
  seat: number,
  seats: number,
  day: number,
  at: Standings,
): number {
  const { plan, measures } = pay;
  const one = measures[i]!;
  const { accumulation } = one.measure;
  const { over } = accumulation;
  const year = accumulation.over === 'year-to-date';
  const present = one.scope === SCOPE.individual ? at.present[i * seats + seat]! : 1;
  const sofar = (into(day, DAYS_A_YEAR) + 1) / DAYS_A_MONTH;
  const months = !year
    ? one.measure.months * present * at.elapsed[i]!
    : accumulation.tiersOf === 'year'
      ? 12
      : sofar;
  const before = {
    credit: over === 'discrete' ? 0 : at.yearResult[i * seats + seat]!,
    quota: over === 'discrete' ? 0 : at.yearQuota[i * seats + seat]!,
    paid: year ? w.paidYear[place * seats + seat]! : 0,
  };
  const compiled = compileComponent(component, one.measure, {
    quotas: Object.fromEntries(
      measures.map((other, j) => [
        other.measure.id,
        other.measure.quota === null ? null : at.quota[j * seats + seat]!,
      ]),
    ),
    target: ((plan.targetPay ?? 0) / 12) * component.weight * months,
    salary: plan.salary * months,
    before,
    ahead: at.ahead[i * seats + seat]!,
    last: ends(day, DAYS_A_YEAR),
  });
  const results = Object.fromEntries(
    measures.map((other, j) => [other.measure.id, at.result[j * seats + seat]!]),
  );
  let sum = payOf(compiled, results);
  // What the year was paid too much is owed by whoever was paid it, and not by a successor of the same year.
  const newcomer = w.reps.hiredDay[seat]! > day - into(day, DAYS_A_YEAR);
  if (year && newcomer) sum = Math.max(0, sum);
  if (year) w.paidYear[place * seats + seat]! += sum;
  return sum;
}
