import type { Measure } from './parts/measure.ts';
import type { Deal } from './results.ts';

/** Metrics that deals by themselves add up to. */
const FROM_DEALS = new Set<Measure['metric']>([
  'bookings',
  'total-bookings',
  'margin',
  'units',
  'new-logos',
  'renewals',
]);

/** Whether a measure's result can be added up from a person's deals. */
export function countsDeals(measure: Measure): boolean {
  return measure.scope === 'individual' && FROM_DEALS.has(measure.metric);
}

/** Credit for one deal under a measure, in the metric's unit. */
export function dealCredit(measure: Measure, deal: Deal): number {
  const { credit, customers } = measure;
  if (customers === 'key' ? !deal.keyAccount : customers !== 'all' && customers !== deal.customer) return 0;
  const whole = amountOf(measure, deal) * (deal.customer === 'existing' ? credit.repeat : 1);
  const mine = whole * shareOf(credit.splits, credit.overlay, deal);
  return credit.dealCap === null ? mine : Math.min(mine, credit.dealCap);
}

function amountOf(measure: Measure, deal: Deal): number {
  switch (measure.metric) {
    case 'bookings':
      return deal.renewal ? 0 : deal.value;
    case 'total-bookings':
      return deal.value;
    case 'margin':
      return deal.margin;
    case 'units':
      return deal.units;
    case 'new-logos':
      return deal.customer === 'new' ? 1 : 0;
    case 'renewals':
      return deal.renewal ? deal.value : 0;
    default:
      return 0;
  }
}

function shareOf(splits: Measure['credit']['splits'], overlay: number, deal: Deal): number {
  if (deal.helper) return overlay;
  switch (splits) {
    case 'recorded':
      return deal.share;
    case 'even':
      return 1 / deal.sellers;
    case 'full':
      return 1;
    case 'owner':
      return deal.owner ? 1 : 0;
  }
}
