import { METRIC_INDEX, METRICS } from './metrics.ts';
import type { Model } from './model.ts';
import { yearlyValue } from './phases/customer-month.ts';
import { MONTH, REP_FIGURES, SEAT, SUM, TENTHS, TIMELINE } from './tables/tally.ts';
import type { World } from './world.ts';

/** Churn is taken as at least this when it divides. */
const LEAST_CHURN = 0.01;

const FLOW_COSTS = ['pay-cost', 'scheme-cost', 'lead-cost', 'turnover-cost'] as const;

/** Fills in each month's net contribution; call once, at the end of the horizon. */
export function closeMonths(w: World): void {
  const t = w.timeline;
  for (let month = 0; month < w.size.months; month++) {
    const at = month * TIMELINE.length;
    let net = t[at + MONTH['gross-margin']]!;
    for (const cost of FLOW_COSTS) net -= t[at + MONTH[cost]]!;
    t[at + MONTH['net-contribution']] = net;
  }
}

/** Every metric of one replication, from the tallies of its world, into `out` from `at` on, in the order of METRICS. */
export function measure(w: World, m: Model, horizonDays: number, out: Float64Array, at: number): void {
  const flow = (figure: keyof typeof MONTH): number => {
    let sum = 0;
    for (let month = 0; month < w.size.months; month++) {
      sum += w.timeline[month * TIMELINE.length + MONTH[figure]]!;
    }
    return sum;
  };
  const perSeat = (figure: keyof typeof SEAT): Float64Array => {
    const values = new Float64Array(m.seats);
    for (let seat = 0; seat < m.seats; seat++)
      values[seat] = w.seatTally[seat * REP_FIGURES.length + SEAT[figure]]!;
    return values;
  };
  const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  const sum = w.sums;
  const years = horizonDays / 252;
  const set = (id: string, value: number): void => {
    out[at + METRIC_INDEX.get(id)!] = value;
  };

  const bookings = flow('bookings');
  const revenue = flow('revenue');
  const pay = flow('pay-cost');
  set('net-contribution', flow('net-contribution'));
  set('attainment', total(perSeat('credit')) / total(perSeat('quota')));
  set('reps-at-quota', total(perSeat('periods-at-quota')) / total(perSeat('periods')));
  set('follow-up-conversion', sum[SUM.newWins]! / sum[SUM.leadsWorked]!);
  const closed = sum[SUM.opportunitiesWon]! + sum[SUM.opportunitiesLost]!;
  const winRate = sum[SUM.opportunitiesWon]! / closed;
  set('win-rate', winRate);
  set('cycle-days', sum[SUM.cycleDays]! / sum[SUM.opportunitiesWon]!);
  set('bookings', bookings);
  set('revenue', revenue);

  let kept = 0;
  let grown = 0;
  let lost = 0;
  let rebought = 0;
  let active = 0;
  let activeValue = 0;
  const c = w.customers;
  const rows = w.market.customers[0]!;
  for (let row = 0; row < rows; row++) {
    if (c.state[row] === 1) {
      active++;
      activeValue += yearlyValue(w, m, row);
    }
    if (c.cohort[row] !== 1) continue;
    rebought += c.rebought[row]!;
    if (c.state[row] === 1) {
      kept += c.valueAtStart[row]!;
      grown += c.valueAtStart[row]! + c.expanded[row]!;
    } else {
      lost++;
    }
  }
  const cohort = sum[SUM.cohort]!;
  set('nrr', grown / sum[SUM.cohortValue]!);
  set('grr', kept / sum[SUM.cohortValue]!);
  const churn = lost / cohort / years;
  set('churn', churn);
  set('repurchase-rate', rebought / cohort);
  set('ltv', ((activeValue / active) * m.params.grossMargin) / Math.max(LEAST_CHURN, churn));
  set('satisfaction', sum[SUM.satisfaction]! / sum[SUM.satisfactionCount]!);
  set('collection-days', sum[SUM.collectedLag]! / sum[SUM.collectedAmount]!);
  set('pay-cost', pay);
  set('pay-cost-share', pay / revenue);
  set('scheme-cost', flow('scheme-cost'));
  set('gross-margin', flow('gross-margin'));
  set('rep-turnover', sum[SUM.exits]! / (sum[SUM.headcountDays]! / horizonDays) / years);
  set('ramp-days', sum[SUM.rampDays]! / sum[SUM.rampCount]!);

  const ranked = perSeat('bookings')
    .filter((_, seat) => w.reps.real[seat] === 1)
    .sort();
  set('rep-gini', gini(ranked));
  const top = Math.max(1, Math.round(ranked.length / 5));
  set('top-quintile-share', total(ranked.slice(ranked.length - top)) / total(ranked));
  set('pipeline-coverage', sum[SUM.coverage]! / sum[SUM.coverageCount]!);
  const meanDeal = sum[SUM.newBookings]! / sum[SUM.newWins]!;
  set('sales-velocity', (sum[SUM.opportunitiesOpened]! / horizonDays) * winRate * meanDeal);
  set('period-end-share', w.tenthTally[TENTHS - 1]! / bookings);
  set('discount-share', sum[SUM.discounts]! / sum[SUM.listValue]!);
  for (let i = 0; i < METRICS.length; i++) if (!Number.isFinite(out[at + i]!)) out[at + i] = Number.NaN;
}

/** Gini coefficient of ascending values: 2Σ i·x_i ÷ (nΣx) − (n+1)/n. */
function gini(ascending: Float64Array): number {
  let weighted = 0;
  let sum = 0;
  for (let i = 0; i < ascending.length; i++) {
    weighted += (i + 1) * ascending[i]!;
    sum += ascending[i]!;
  }
  const n = ascending.length;
  return (2 * weighted) / (n * sum) - (n + 1) / n;
}
