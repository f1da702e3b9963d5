import { log } from '../kernel/math.ts';
import { DAYS_A_MONTH, monthOfYear } from '../model/calendar.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import { groupGains } from './contest-gradient.ts';
import { type Forecasts, forecasts, into } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import { feltReward, monthsUntil } from './patience.ts';
import { hasRatchet, ratchetCost } from './ratchet.ts';
import { addGains, type Worth, worthOf } from './worth.ts';

/** By seat, what one more unit of new and of repeat business and one more hour of service bring. */
export interface Weighed {
  /** In money of the statement. */
  readonly money: Float64Array;
  /** As it is felt today: later rewards less, and for planners less by what a ratchet will take back. */
  readonly fresh: Float64Array;
  readonly repeat: Float64Array;
  readonly service: Float64Array;
}

/** Weighs every seat's forecasts by what the plan pays. */
export function weigh(w: World, m: Model, pay: PayInForce, ahead: Forecasts, day: number): Weighed {
  const { seats } = m;
  const r = w.reps;
  const { measures, components, perService } = pay;
  const out: Weighed = {
    money: new Float64Array(seats),
    fresh: new Float64Array(seats),
    repeat: new Float64Array(seats),
    service: new Float64Array(seats),
  };
  const groups = components.map((component) => {
    if (component.kind === 'own') return null;
    const gains = new Float64Array(seats);
    groupGains(w, m, pay, component, ahead, gains);
    return gains;
  });
  const waits = Float64Array.from(components, (component) => monthsUntil(pay, component, day));
  const statement = (pay.statementDays - into(day, pay.statementDays)) / DAYS_A_MONTH;
  const logPatience = log(m.params.patienceMonth);
  const coming = hasRatchet(pay) ? forecasts(pay, seats) : null;
  const each = new Float64Array(measures.length);
  const gain = new Float64Array(measures.length);
  const felt = new Float64Array(measures.length);
  const worth: Worth = { fresh: 0, repeat: 0 };
  const month = monthOfYear(day);
  for (let seat = 0; seat < seats; seat++) {
    if (r.active[seat] === 0) continue;
    const bias = r.logBias[seat]!;
    let wait = statement;
    let weight = feltReward(pay, wait, day, bias, logPatience);
    const extra = weight;
    gain.fill(0);
    felt.fill(0);
    for (let c = 0; c < components.length; c++) {
      const component = components[c]!;
      if (waits[c] !== wait) {
        wait = waits[c]!;
        weight = feltReward(pay, wait, day, bias, logPatience);
      }
      each.fill(0);
      const gains = groups[c]!;
      if (component.kind === 'own') addGains(component, seat, seats, ahead, 1, each);
      else if (gains !== null) {
        const part = ahead.part[component.measure * seats + seat]!;
        if (part > 0) each[component.measure] = gains[seat]! / part;
      }
      for (let i = 0; i < each.length; i++) {
        gain[i]! += each[i]!;
        felt[i]! += weight * each[i]!;
      }
    }
    worthOf(pay, seat, seats, ahead, gain, month, 1, worth);
    out.money[seat] = worth.fresh;
    if (coming !== null && r.planner[seat] === 1) {
      for (let i = 0; i < measures.length; i++)
        felt[i]! -= ratchetCost(w, m, pay, i, seat, day, coming, bias, logPatience);
    }
    worthOf(pay, seat, seats, ahead, felt, month, extra, worth);
    out.fresh[seat] = worth.fresh;
    out.repeat[seat] = worth.repeat;
    let service = 0;
    for (let i = 0; i < measures.length; i++)
      if (perService[i] !== 0) service += felt[i]! * ahead.part[i * seats + seat]! * perService[i]!;
    out.service[seat] = service;
  }
  return out;
}
