import { type OwnPay, SCALING } from './components-in-force.ts';
import type { Forecasts } from './forecast.ts';
import type { PayInForce } from './in-force.ts';
import { lumpsFelt, type Risk } from './lump.ts';
import { meanUnder, slopeUnder } from './piecewise-normal.ts';

/** Most factors of a product: as many measures as a plan can bring into one component. */
const MOST_FACTORS = 16;

/** What the factors of a product are expected to be, and to gain by one more unit of their measure. Scratch. */
const value = new Float64Array(MOST_FACTORS);
const slope = new Float64Array(MOST_FACTORS);

/**
 * Expected marginal pay by measure: adds to `gain[measure]`, for one seat, what one more unit of the measure's result is
 * worth through a component; to `felt[measure]`, what that is felt as, where jumps of pay are lumps (`lump.ts`). Measures
 * are taken as independent.
 *
 * @param risk of the component's span
 */
export function addGains(
  pay: OwnPay,
  seat: number,
  seats: number,
  ahead: Forecasts,
  risk: Risk,
  gain: Float64Array,
  felt: Float64Array,
): void {
  const { products, cap } = pay;
  const own = pay.drawn ? (pay.bySeat[seat] ?? null) : null;
  const most = own?.after?.cap ?? cap;
  if (most < Number.POSITIVE_INFINITY && expectedPay(pay, seat, seats, ahead) >= most) return;
  for (let i = 0; i < products.length; i++) {
    const factors = products[i]!;
    const n = factors.length;
    for (let j = 0; j < n; j++) {
      const { measure, curve, scaling } = factors[j]!;
      const at = measure * seats + seat;
      const mean = ahead.mean[at]!;
      const sd = ahead.sd[at]!;
      const k = ahead.times[at]!;
      const drawn = own?.products[i]?.[j]?.curve;
      if (drawn !== undefined) {
        slope[j] = slopeUnder(drawn, mean, sd);
        if (n > 1) value[j] = meanUnder(drawn, mean, sd);
      } else if (scaling === SCALING.none || scaling === SCALING.seat) {
        slope[j] = slopeUnder(curve, mean, sd);
        if (n > 1) value[j] = meanUnder(curve, mean, sd);
      } else {
        const credit = scaling === SCALING.credit;
        const rate = k > 0 ? slopeUnder(curve, mean / k, sd / k) : 0;
        slope[j] = credit || k === 0 ? rate : rate / k;
        if (n > 1) value[j] = k > 0 ? meanUnder(curve, mean / k, sd / k) * (credit ? k : 1) : 0;
      }
    }
    for (let j = 0; j < n; j++) {
      let rest = 1;
      for (let other = 0; other < n; other++) if (other !== j) rest *= value[other]!;
      const { measure, curve, scaling } = factors[j]!;
      const money = rest * slope[j]!;
      gain[measure]! += money;
      felt[measure]! += money;
      if (risk.aversion === 0) continue;
      const at = measure * seats + seat;
      const drawn = own?.products[i]?.[j]?.curve;
      const scaled = drawn === undefined && scaling !== SCALING.none && scaling !== SCALING.seat;
      const k = scaled ? ahead.times[at]! : 1;
      if (!(k > 0)) continue;
      // Where pay is in scale with quota, so is what is usual.
      const rise = lumpsFelt(drawn ?? curve, ahead.mean[at]! / k, ahead.sd[at]! / k, rest, risk, 'density');
      felt[measure]! += scaled && scaling === SCALING.attainment ? rise / k : rise;
    }
  }
}

/** Expected pay through a component, before the cap that comes after gates and modifiers. */
export function expectedPay(pay: OwnPay, seat: number, seats: number, ahead: Forecasts): number {
  const own = pay.drawn ? (pay.bySeat[seat] ?? null) : null;
  let sum = 0;
  pay.products.forEach((factors, i) => {
    let product = 1;
    factors.forEach(({ measure, curve, scaling }, j) => {
      const at = measure * seats + seat;
      const drawn = own?.products[i]?.[j]?.curve;
      const scaled = drawn === undefined && (scaling === SCALING.credit || scaling === SCALING.attainment);
      const k = scaled ? ahead.times[at]! : 1;
      const mean = k > 0 ? meanUnder(drawn ?? curve, ahead.mean[at]! / k, ahead.sd[at]! / k) : 0;
      product *= scaling === SCALING.credit && scaled ? mean * k : mean;
    });
    sum += product;
  });
  return sum;
}

/** What pay makes of one more unit of money of business, at one seat. */
export interface Worth {
  fresh: number;
  repeat: number;
  /** The part of either that is paid for activity, whatever comes of it. */
  activity: number;
}

/**
 * Turns gains by measure into what a unit of new and of repeat business is worth to the seat.
 *
 * @param month of the plan year, 0–11
 * @param extra weight of extra pay on single deals
 */
export function worthOf(
  pay: PayInForce,
  seat: number,
  seats: number,
  ahead: Forecasts,
  gain: Float64Array,
  month: number,
  extra: number,
  out: Worth,
): void {
  out.fresh = extra * pay.extraWorth.fresh[month]!;
  out.repeat = extra * pay.extraWorth.repeat[month]!;
  out.activity = 0;
  for (let i = 0; i < pay.measures.length; i++) {
    const one = pay.measures[i]!;
    const each = gain[i]! * ahead.part[i * seats + seat]!;
    if (each === 0 || one.level) continue;
    out.fresh += each * one.perNew;
    out.repeat += each * one.perRepeat;
    if (one.activity) out.activity += each * one.perNew;
  }
}
