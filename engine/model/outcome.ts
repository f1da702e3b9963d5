import { pow } from '../kernel/math.ts';
import { DAYS_A_YEAR } from './calendar.ts';
import { holdings } from './equity.ts';
import { METRIC_INDEX, METRICS, yearOf } from './metrics.ts';
import type { Model, Random } from './model.ts';
import { MONTH, REP_FIGURES, SEAT, SUM, TENTHS, TIMELINE } from './tables/tally.ts';
import type { World } from './world.ts';

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

/**
 * Every metric of one replication, from the tallies of its world at the end of
 * the horizon, into `out` from `at` on, in the order of METRICS.
 */
export function measure(
  w: World,
  m: Model,
  horizonDays: number,
  random: Random,
  out: Float64Array,
  at: number,
): void {
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
  const years = horizonDays / DAYS_A_YEAR;
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
  const c = w.customers;
  const rows = w.market.customers[0]!;
  for (let row = 0; row < rows; row++) {
    if (c.state[row] === 1) active++;
    if (c.cohort[row] !== 1) continue;
    rebought += c.rebought[row]!;
    if (c.state[row] === 1) {
      kept += c.valueAtStart[row]!;
      grown += c.valueAtStart[row]! + c.expanded[row]!;
    } else {
      lost++;
    }
  }
  // What happened to those marked in part of a year, met again and again until the year is over.
  const times = DAYS_A_YEAR / yearOf(horizonDays);
  const cohort = sum[SUM.cohort]!;
  set('nrr', pow(grown / sum[SUM.cohortValue]!, times));
  set('grr', pow(kept / sum[SUM.cohortValue]!, times));
  set('churn', 1 - pow(1 - lost / cohort, times));
  set('repurchase-rate', againAYear(rebought / cohort, yearOf(horizonDays), m));
  const left = holdings(w, m, random, w.today!, horizonDays);
  const customers = left.customers - w.held!.customers;
  const pipeline = left.pipeline - w.held!.pipeline;
  set('customer-equity', customers);
  set('pipeline-value', pipeline);
  set('net-value', flow('net-contribution') + customers + pipeline);
  set('ltv', left.customers / active);
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

/**
 * Share of customers that buy or renew again in a year, from the share that does in so many days: contracts come up for
 * renewal one after another, so that the part of them that is due grows with the days; others buy whenever it suits them.
 */
function againAYear(share: number, days: number, m: Model): number {
  const { recurring, renewal } = m.params;
  if (recurring === 0) return 1 - pow(1 - share, DAYS_A_YEAR / days);
  return Math.min(1, (share * Math.min(1, DAYS_A_YEAR / renewal)) / Math.min(1, days / renewal));
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
