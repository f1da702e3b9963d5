import { type Measure, PLAN_METRICS, type Quota } from './parts/measure.ts';

/** A month of someone's work, as it comes from a table. */
export interface Month {
  readonly team: string;
  readonly region: string;
  /** Share of the month's workdays that the person was there, 0–1. */
  readonly present: number;
  /** Whole months worked before it. */
  readonly tenure: number;
  /** Results by column, and own quotas by `quota:COLUMN`; what was not measured is not there. */
  readonly values: ReadonlyMap<string, number>;
}

/** Someone's results over the plan year. */
export interface Person {
  readonly id: string;
  /** By month of the plan year, 1–12. A month that is not there was not worked. */
  readonly months: ReadonlyMap<number, Month>;
  /** The last month worked by someone who left within the year; else null. */
  readonly left: number | null;
}

/** The names of a measure's column: its id, else its metric, with the customers it is about where those are not all. */
export function columnsOf(measure: Measure): string[] {
  const metric = measure.customers === 'all' ? measure.metric : `${measure.metric}:${measure.customers}`;
  return [...new Set([measure.id, metric])];
}

/** The group that a month of someone's counts toward. */
export function groupOf(among: Measure['scope'], person: Person, { team, region }: Month): string {
  switch (among) {
    case 'individual':
      return person.id;
    case 'team':
      return team;
    case 'region':
      return region;
    case 'company':
      return '';
  }
}

function isLevel({ metric }: Measure): boolean {
  return PLAN_METRICS[metric].kind === 'level';
}

/** The first month of a measure's period that a month is in. */
export function periodStart({ months }: Measure, month: number): number {
  return month - ((month - 1) % months);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}

/** Everybody's results and quotas, month by month: own, or those of the group one was in. */
export class People {
  readonly all: readonly Person[];
  readonly #known = new Map<string, number | null>();

  constructor(all: readonly Person[]) {
    this.all = all;
  }

  /** The last month that anybody has results for; 0 for none. */
  get lastMonth(): number {
    return Math.max(0, ...this.all.flatMap(({ months }) => [...months.keys()]));
  }

  /**
   * A measure's result over some months, for the person or the groups the person was in: flows add up, of levels the mean
   * is taken. Null where nothing was measured.
   *
   * @throws RangeError when there is no column for a flow
   */
  result(measure: Measure, person: Person, from: number, to: number): number | null {
    const values: number[] = [];
    for (let month = from; month <= to; month++) {
      const value = this.#inMonth(measure, person, month);
      if (value !== null) values.push(value);
    }
    if (isLevel(measure)) return values.length > 0 ? mean(values) : null;
    return sum(values);
  }

  #inMonth(measure: Measure, person: Person, month: number): number | null {
    const row = person.months.get(month);
    if (row === undefined) return null;
    if (measure.scope === 'individual') return measured(measure, row);
    const total = measure.pooling === 'total' && !isLevel(measure);
    return this.#once(`result ${measure.id} ${month} ${groupOf(measure.scope, person, row)}`, () => {
      const values = this.#members(measure, person, month).flatMap(([, one]) => measured(measure, one) ?? []);
      return values.length === 0 ? null : total ? sum(values) : mean(values);
    });
  }

  /** Who was in the person's group that month. */
  #members({ scope }: Measure, person: Person, month: number): [Person, Month][] {
    const mine = groupOf(scope, person, person.months.get(month)!);
    return this.all.flatMap((other): [Person, Month][] => {
      const row = other.months.get(month);
      return row !== undefined && groupOf(scope, other, row) === mine ? [[other, row]] : [];
    });
  }

  /** Quota of a measure's period as far as it has gone: own quotas where there are some, the plan's where not. */
  quota(measure: Measure, person: Person, month: number): number | null {
    if (measure.quota === null) return null;
    const values: number[] = [];
    for (let k = periodStart(measure, month); k <= month; k++) {
      const value = this.#quotaIn(measure, person, k, month);
      if (value !== null) values.push(value);
    }
    if (isLevel(measure)) return values.length > 0 ? mean(values) : measure.quota.amount;
    return sum(values);
  }

  /** Quota of the rest of the year after a month, for whoever has not left. */
  quotaAhead(measure: Measure, person: Person, month: number): number {
    let whole = 0;
    for (let k = periodStart(measure, month) + measure.months; k <= 12; k++)
      whole += this.#quotaIn(measure, person, k, month) ?? 0;
    return whole;
  }

  /** A month's quota as it looks at the end of `now`; null for a month that brings none. */
  #quotaIn(measure: Measure, person: Person, month: number, now: number): number | null {
    if (measure.scope === 'individual') return ownQuota(measure, person, month, now);
    const at = Math.min(month, now);
    if (!person.months.has(at)) return null;
    const group = groupOf(measure.scope, person, person.months.get(at)!);
    return this.#once(`quota ${measure.id} ${month} ${at} ${group}`, () => {
      const members = this.#members(measure, person, at).map(([one]) => one);
      const total = measure.pooling === 'total' && !isLevel(measure);
      // A group's own quota is its members' together; the plan's is the whole group's already.
      const own = members.every((one) => statedQuota(measure, one.months.get(month)) !== undefined);
      const each = members.flatMap((one) => ownQuota(measure, one, month, now) ?? []);
      return each.length === 0 ? null : total && own ? sum(each) : mean(each);
    });
  }

  #once(key: string, work: () => number | null): number | null {
    let value = this.#known.get(key);
    if (value === undefined) this.#known.set(key, (value = work()));
    return value;
  }
}

/** @throws RangeError when there is no column for a flow */
function measured(measure: Measure, { values }: Month): number | null {
  for (const name of columnsOf(measure)) {
    const value = values.get(name);
    if (value !== undefined) return value;
  }
  if (isLevel(measure)) return null;
  throw new RangeError(`the results have no column “${columnsOf(measure).at(-1)}”`);
}

/** The quota that a table states for someone's month. */
export function statedQuota(measure: Measure, row: Month | undefined): number | undefined {
  for (const name of columnsOf(measure)) {
    const value = row?.values.get(`quota:${name}`);
    if (value !== undefined) return value;
  }
  return undefined;
}

function ownQuota(measure: Measure, person: Person, month: number, now: number): number | null {
  const quota = measure.quota!;
  const row = person.months.get(month);
  const stated = statedQuota(measure, row);
  if (stated !== undefined) return stated;
  if (isLevel(measure)) return row === undefined ? null : quota.amount;
  const there = presence(measure, quota, person, month, now);
  if (there === 0) return 0;
  const share = quota.seasonality[Math.ceil(month / measure.months) - 1]! / measure.months;
  return quota.amount * share * (quota.ramp[tenureAt(person, month)] ?? 1) * there;
}

/** The part of a month's quota that is due: the part worked; all of it where the plan does not cut, or the month is to come. */
function presence(measure: Measure, quota: Quota, person: Person, month: number, now: number): number {
  if (month > now) return person.left !== null && person.left < month ? 0 : 1;
  if (quota.proration === 'workdays') return person.months.get(month)?.present ?? 0;
  const from = periodStart(measure, month);
  const worked = Array.from({ length: measure.months }, (_, k) => person.months.has(from + k));
  return worked.includes(true) ? 1 : 0;
}

/** Whole months worked before a month, by the calendar; 0 before one was hired. */
export function tenureAt({ months }: Person, month: number): number {
  const [at, row] = months.entries().next().value!;
  return Math.max(0, row.tenure + month - at);
}
