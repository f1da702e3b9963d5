import { DAYS_A_YEAR } from '../model/calendar.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import { type CompiledComponent, compileComponent } from './compile-component.ts';
import { forForecasts, type OwnPay } from './components-in-force.ts';
import { into } from './forecast.ts';
import type { PayInForce } from './in-force.ts';

/** Draws anew, for the periods that begin, the curves that differ from seat to seat in more than scale. */
export function drawSeats(w: World, m: Model, pay: PayInForce, day: number): void {
  for (const component of pay.components) {
    if (component.kind !== 'own' || !component.drawn) continue;
    for (let seat = 0; seat < m.seats; seat++) {
      component.bySeat[seat] = drawn(w, m, pay, component, seat, day);
    }
  }
}

/** A component for one seat, as people weigh it: over its whole horizon, with what came before in the year. */
function drawn(
  w: World,
  m: Model,
  pay: PayInForce,
  { component, measure }: OwnPay,
  seat: number,
  day: number,
): CompiledComponent {
  const own = pay.measures[measure]!;
  const share = own.horizonDays / DAYS_A_YEAR;
  const best = own.measure.accumulation.over === 'best-of';
  const at = own.row * m.seats + seat;
  const period = Math.floor(into(day, DAYS_A_YEAR) / own.periodDays);
  const compiled = compileComponent(component, own.measure, {
    quotas: Object.fromEntries(
      pay.measures.map((one) => {
        const quota = w.pay.quota[one.row * m.seats + seat]! * one.quotaTimes;
        // Over a year the rest of it is taken to be like this period.
        const year = one === own && one.horizonDays > one.periodDays;
        const before = year ? w.pay.yearQuota[at]! * one.quotaTimes : 0;
        const whole = year ? before + quota * (one.periods - period) : quota;
        return [one.measure.id, one.measure.quota === null ? null : whole];
      }),
    ),
    target: (pay.plan.targetPay ?? 0) * component.weight * share,
    salary: pay.plan.salary * 12 * share,
    before: best
      ? { credit: w.pay.yearCredit[at]!, quota: w.pay.yearQuota[at]!, paid: 0 }
      : { credit: 0, quota: 0, paid: 0 },
    ahead: 0,
    last: true,
  });
  return forForecasts(compiled);
}
