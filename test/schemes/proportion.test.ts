import { describe, expect, it } from 'vitest';
import { exp } from '../../engine/kernel/math.ts';
import { normalCdf, normalQuantile } from '../../engine/kernel/normal.ts';
import { modeOf, type Quantity } from '../../engine/kernel/quantity.ts';
import { BROUGHT_CHANNELS } from '../../engine/model/brought-channels.ts';
import { optionsOf } from '../../engine/schemes/compose.ts';
import type { Scheme, SchemeContext } from '../../engine/schemes/contract.ts';
import { SCHEMES, schemeById } from '../../engine/schemes/registry.ts';
import { costsOf } from '../../engine/schemes/told.ts';
import { schemeContextOf } from '../../engine/study/firm.ts';
import { companies } from './companies.ts';

/**
 * What practices cost where nobody sets their options: in proportion to the company, in every industry, with 8, 30 and
 * 150 reps. Worked out from the companies' numbers alone, nothing simulated. Bounds were written down before the rules
 * of the defaults were.
 */

/** Most of a year's gross margin that a practice may cost by default, its set-up spread over two years. */
const MOST_OF_MARGIN = 0.05;

const YEARS = 2;

/** Number of each cost item a year, for everyone. */
function timesAYear(key: string, { reps, scalar }: SchemeContext): number {
  const customers = reps * scalar('customers.base-per-rep');
  switch (key) {
    case 'setup':
      return 1 / YEARS;
    case 'setupPerRep':
      return reps / YEARS;
    case 'monthly':
    case 'managerHours':
      return 12;
    case 'perLead':
      return 12 * reps * scalar('market.leads-per-rep-month');
    case 'perCustomerMonth':
      return 12 * customers;
    case 'perTopCustomerMonth':
      return 12 * 0.2 * customers;
    default:
      return 12 * reps;
  }
}

/** What a practice costs a year by default, in yuan. */
function yearly(scheme: Scheme, context: SchemeContext): number {
  const hour = context.scalar('people.manager-hour-cost');
  return costsOf(scheme, optionsOf(scheme, {}, context), context).reduce((sum, { key, unit, amount }) => {
    const each = modeOf(amount) * (unit === 'hours' ? hour : 1);
    return sum + each * timesAYear(key, context);
  }, 0);
}

const high = (q: Quantity): number => (typeof q === 'number' ? q : 'high' in q ? q.high : modeOf(q));

/** The most that leads a practice brings could be worth a year: at the high end of its effect, all of them worked. */
function mostFromLeads(scheme: Scheme, context: SchemeContext): number {
  const { scalar, reps, firm } = context;
  const shifts = scheme.shifts(optionsOf(scheme, {}, context), context);
  return shifts
    .filter(({ lever }) => lever === 'lead-supply')
    .reduce((sum, { at, by, months }) => {
      const usual = BROUGHT_CHANNELS.find(({ id }) => id === at)!.quality;
      const own = shifts.find((one) => one.lever === 'lead-quality' && one.at === at);
      const quality = exp(usual + (own === undefined ? 0 : high(own.by)));
      const leads = high(by) * scalar('market.leads-per-rep-month') * reps * (months?.length ?? 12);
      return sum + leads * firm.leadWorth * quality;
    }, 0);
}

const COMPANIES = [8, 30, 150].flatMap((reps) =>
  companies(reps).map((study) => [study.context, reps, schemeContextOf(study)] as const),
);

describe.each(COMPANIES)('%s with %d reps', (_, reps, context) => {
  it.each(SCHEMES.map((scheme) => [scheme.id, scheme] as const))(
    '%s costs no more by default than its share of the margin',
    (__, scheme) => {
      const cost = yearly(scheme, context);
      expect(cost).toBeGreaterThan(0);
      expect(cost / (reps * context.firm.repMargin)).toBeLessThan(MOST_OF_MARGIN);
    },
  );

  it.each(['social-media', 'telephone', 'event-marketing', 'channel', 'joint-selling'])(
    '%s costs no more than its leads could be worth',
    (id) => {
      const scheme = schemeById(id)!;
      expect(yearly(scheme, context)).toBeLessThan(mostFromLeads(scheme, context));
    },
  );

  it('key-account managers cost no more than a fifth of what their accounts bring; where none are, none is hired', () => {
    const scheme = schemeById('key-account')!;
    const options = optionsOf(scheme, {}, context);
    const covered = 0.2 * options.coverage!;
    const cost = 12 * modeOf(scheme.costs(options, context).perTopCustomerMonth) * 0.2;
    const spread = context.scalar('customers.potential-spread');
    // Of a lognormal population the best have this part of the whole.
    const part = covered > 0 ? normalCdf(spread - normalQuantile(1 - covered)) : 0;
    expect(cost).toBeLessThanOrEqual(0.2 * part * context.firm.customerMargin);
  });
});

describe('options that are given', () => {
  it('are taken as they are, however small the company', () => {
    const [, , small] = COMPANIES[0]!;
    for (const scheme of SCHEMES) {
      const most = Object.fromEntries(Object.entries(scheme.options).map(([name, { max }]) => [name, max]));
      expect(optionsOf(scheme, most, small)).toEqual(most);
    }
  });
});
