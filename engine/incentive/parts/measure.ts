import type { Localised } from '../../kernel/quantity.ts';

/** What a plan can measure. */
export type Metric =
  | 'bookings'
  | 'total-bookings'
  | 'revenue'
  | 'collected'
  | 'margin'
  | 'units'
  | 'new-logos'
  | 'renewals'
  | 'activities'
  | 'satisfaction'
  | 'retention'
  | 'mbo'
  | 'collection-rate'
  | 'margin-rate';

/** What a metric's numbers are. A flow adds up over time; a level is averaged, and its quota is the level aimed at. */
export interface MetricKind {
  readonly unit: 'money' | 'count' | 'points' | 'share';
  readonly kind: 'flow' | 'level';
  readonly name: Localised;
}

/** The metrics, with what they are. Satisfaction in points from 0 to 100; shares from 0 to 1. */
export const PLAN_METRICS: Readonly<Record<Metric, MetricKind>> = {
  // What is signed, as reports count it; and with it the contracts that are renewed.
  bookings: { unit: 'money', kind: 'flow', name: { en: 'bookings', zh: '签约额' } },
  'total-bookings': {
    unit: 'money',
    kind: 'flow',
    name: { en: 'bookings and renewals', zh: '签约与续约额' },
  },
  revenue: { unit: 'money', kind: 'flow', name: { en: 'revenue', zh: '销售收入' } },
  collected: { unit: 'money', kind: 'flow', name: { en: 'cash collected', zh: '回款额' } },
  margin: { unit: 'money', kind: 'flow', name: { en: 'gross margin', zh: '毛利' } },
  units: { unit: 'count', kind: 'flow', name: { en: 'units sold', zh: '销量' } },
  'new-logos': { unit: 'count', kind: 'flow', name: { en: 'new customers', zh: '新客户数' } },
  renewals: { unit: 'money', kind: 'flow', name: { en: 'renewals', zh: '续约额' } },
  activities: { unit: 'count', kind: 'flow', name: { en: 'activities', zh: '销售活动数' } },
  satisfaction: { unit: 'points', kind: 'level', name: { en: 'customer satisfaction', zh: '客户满意度' } },
  retention: { unit: 'share', kind: 'level', name: { en: 'customers retained', zh: '客户保留率' } },
  mbo: { unit: 'share', kind: 'level', name: { en: 'agreed goals', zh: '约定目标' } },
  'collection-rate': { unit: 'share', kind: 'level', name: { en: 'collection rate', zh: '回款率' } },
  'margin-rate': { unit: 'share', kind: 'level', name: { en: 'margin rate', zh: '毛利率' } },
};

/** Whose result counts. */
export type Scope = 'individual' | 'team' | 'region' | 'company';

/** Business with which customers counts. */
export type Customers = 'all' | 'new' | 'existing' | 'key';

/** Months in a measure's period: the span over which its result is taken, compared with quota, and paid. */
export type PeriodMonths = 1 | 3 | 6 | 12;

/** What one is asked for. */
export interface Quota {
  /** For one fully ramped person (or the whole group, where pooling is `total`): a year's for a flow, else the level. */
  readonly amount: number;
  /** Share of a flow's yearly amount in each period of the year; as many as there are periods, adding up to 1. */
  readonly seasonality: readonly number[];
  /** Share of the full quota in each month of tenure, the first month first; past the end it is whole. */
  readonly ramp: readonly number[];
  /** Whether the quota of someone who was there for part of a period is cut in proportion. */
  readonly proration: 'workdays' | 'none';
  /** Next year's quota moves by `up` × what was above this year's, or `down` × what was missing; 0 for no ratchet. */
  readonly ratchet: { readonly up: number; readonly down: number };
}

/** How a sale becomes credit. */
export interface Credit {
  /** Weight of business with existing customers, 0–1 (or more, to favour it). */
  readonly repeat: number;
  /** A sale with several sellers: by the shares on record, equally, in full to each, or to its owner alone. */
  readonly splits: 'recorded' | 'even' | 'full' | 'owner';
  /** Share of a deal's value credited to specialists who helped, on top of the sellers'; 0 for none. */
  readonly overlay: number;
  /** Most credit from one deal, in the metric's unit; null without limit. */
  readonly dealCap: number | null;
}

/** One thing measured. */
export interface Measure {
  readonly id: string;
  /** What people call it; the metric's name unless the plan says. */
  readonly title: Localised;
  readonly metric: Metric;
  readonly customers: Customers;
  readonly scope: Scope;
  /** A group's result is its members' mean (what a member is paid on) or total (what a manager is paid on). */
  readonly pooling: 'mean' | 'total';
  readonly credit: Credit;
  readonly months: PeriodMonths;
  /** Null where nothing is compared with a quota. */
  readonly quota: Quota | null;
  readonly accumulation: Accumulation;
}

/**
 * `discrete`: every period by itself. `year-to-date`: the year so far, less what was paid for it already; what was paid
 * too much is owed. `best-of`: the better of the period's attainment and the year's so far.
 */
export type Accumulation =
  | { readonly over: 'discrete' | 'best-of' }
  | {
      readonly over: 'year-to-date';
      /** What the year so far is an attainment of: the whole year's quota, or the quota of the periods so far. */
      readonly tiersOf: 'year' | 'to-date';
      /** Attainment that counts at most before the year's last period; null without limit. */
      readonly interimCap: number | null;
    };
