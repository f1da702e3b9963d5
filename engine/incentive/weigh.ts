import { log } from '../kernel/math.ts';
import { DAYS_A_MONTH, monthOfYear } from '../model/calendar.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';
import { groupGains } from './contest-gradient.ts';
import { into } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import { feltReward, monthsUntil } from './patience.ts';
import { hasRatchet, ratchetCost } from './ratchet.ts';
import { addGains, type Worth, worthOf } from './worth.ts';

/**
 * Weighs every seat's forecasts by what the plan pays, into the plan's scratch: `money`, what one more unit of new business
 * brings in money of the statement; `fresh`, `repeat` and `service`, what a unit of new and of repeat business and an hour
 * of service are felt as today, with `activity` the part of the first two that is paid for touches alone: later rewards less, lumps less than the same money bit by bit, and for planners less by
 * what a ratchet will take back.
 */
export function weigh(w: World, m: Model, pay: PayInForce, day: number): void {
  const { seats } = m;
  const r = w.reps;
  const { measures, components, perService, risks } = pay;
  const { ahead, coming, money, fresh, repeat, activity, service, each, lumpy, gain, felt, waits, groups } =
    pay.scratch;
  // Whoever is not there must not leave a trace.
  money.fill(0);
  for (let c = 0; c < components.length; c++) {
    const component = components[c]!;
    waits[c] = monthsUntil(pay, component, day);
    if (component.kind !== 'own') groupGains(w, m, pay, component, ahead, groups[c]!);
  }
  const statement = (pay.statementDays - into(day, pay.statementDays)) / DAYS_A_MONTH;
  const logPatience = log(m.params.patienceMonth);
  const ratchet = hasRatchet(pay);
  const worth: Worth = { fresh: 0, repeat: 0, activity: 0 };
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
      lumpy.fill(0);
      const gains = groups[c]!;
      if (component.kind === 'own') addGains(component, seat, seats, ahead, risks[c]!, each, lumpy);
      else if (gains !== null) {
        const part = ahead.part[component.measure * seats + seat]!;
        if (part > 0) {
          lumpy[component.measure] = gains[seat]! / part;
          each[component.measure] = component.moneyPerFelt * lumpy[component.measure]!;
        }
      }
      for (let i = 0; i < each.length; i++) {
        gain[i]! += each[i]!;
        felt[i]! += weight * lumpy[i]!;
      }
    }
    worthOf(pay, seat, seats, ahead, gain, month, 1, worth);
    money[seat] = worth.fresh;
    if (ratchet && r.planner[seat] === 1) {
      for (let i = 0; i < measures.length; i++)
        felt[i]! -= ratchetCost(w, m, pay, i, seat, day, coming, bias, logPatience);
    }
    worthOf(pay, seat, seats, ahead, felt, month, extra, worth);
    fresh[seat] = worth.fresh;
    repeat[seat] = worth.repeat;
    activity[seat] = worth.activity;
    let hour = 0;
    for (let i = 0; i < measures.length; i++)
      if (perService[i] !== 0) hour += felt[i]! * ahead.part[i * seats + seat]! * perService[i]!;
    service[seat] = hour;
  }
}
