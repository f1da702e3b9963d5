import { exp } from '../kernel/math.ts';
import type { TraitId } from '../schemes/index.ts';
import { firmOf, laterBusiness, pipelineOf, scalarOf } from '../study/firm.ts';
import type { NormalStudy } from '../study/normal.ts';

/** What a company is like: every trait that a practice's fit may depend on, in the trait's own unit. */
export type Profile = Readonly<Record<TraitId, number>>;

const DAYS_A_MONTH = 21;
const MONTHS = 12;

/** Years below which a rep counts as a newcomer. */
const NEWCOMER_YEARS = 2;

/** Works a company's profile out of a study: its numbers at their modes and its present pay, nothing simulated. */
export function profileOf(study: NormalStudy): Profile {
  const { reps } = study;
  const p = scalarOf(study);
  const { wins, hours: hoursPerLead, days } = pipelineOf(study);
  const leads = p('market.leads-per-rep-month');
  const followed = leads * p('market.follow-up');
  const customersPerRep = p('customers.base-per-rep');
  const orders = p('customers.purchase-rate') * p('customers.repeat-conversion');

  const overhead = p('people.admin') + p('people.internal');
  const hours = p('people.hours-per-day') * DAYS_A_MONTH;
  // A firm whose reps never sell has no hours to compare with; its load is then as high as it can be told.
  const selling = Math.max(1, hours * (1 - overhead - p('people.travel')));
  const service = customersPerRep * p('customers.service-hours');
  const reordering =
    ((customersPerRep * p('customers.purchase-rate')) / MONTHS) * p('customers.repeat-hours');

  const repMonth = Math.max(1, firmOf(study).repMonth);
  const dealMargin = p('market.deal-value') * p('market.gross-margin');
  const repeat = laterBusiness(p);

  return {
    reps,
    'cycle-days': days,
    'deal-worth': dealMargin / repMonth,
    'customer-worth': (dealMargin * repeat) / repMonth,
    repeat,
    'leads-per-rep': leads,
    load: (followed * hoursPerLead + service + reordering) / selling,
    'service-share': service / selling,
    'sales-a-month': followed * wins + (customersPerRep * orders) / MONTHS,
    complexity: p('market.complexity'),
    // Leaving at a steady rate, a seat has been held for less than T years with chance 1 − e^(−rate·T).
    newcomers: 1 - exp(-NEWCOMER_YEARS * p('people.turnover')),
    movement: p('market.shift-rate') * p('market.shift-depth'),
    'customers-per-rep': customersPerRep,
    customers: customersPerRep * reps,
    spread: p('customers.potential-spread'),
    ability: p('people.ability-spread'),
    margin: p('market.gross-margin'),
    travel: p('people.travel'),
    overhead,
    literacy: p('people.data-literacy'),
    referrals: p('customers.referral-rate'),
    span: Math.min(p('people.span'), reps),
  };
}
