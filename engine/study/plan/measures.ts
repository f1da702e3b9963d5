import type { Accumulation, Credit, Measure, Metric, PeriodMonths, Quota } from '../../incentive/language.ts';
import { PLAN_METRICS } from '../../incentive/parts/measure.ts';
import { evenly } from '../../incentive/simple.ts';
import { nearest } from '../../kernel/problems.ts';
import { type Located, listed } from '../nodes.ts';
import { notSaid, type PlanValues } from './context.ts';

const METRICS = Object.keys(PLAN_METRICS) as Metric[];
const SCOPES = ['individual', 'team', 'region', 'company'] as const;
const CUSTOMERS = ['all', 'new', 'existing', 'key'] as const;

/** Metrics that business with new and with existing customers adds up to. */
const MIXED: ReadonlySet<Metric> = new Set([
  'bookings',
  'total-bookings',
  'revenue',
  'collected',
  'margin',
  'units',
]);

const TIERS_OF = ['year', 'to-date'] as const;

const PERIODS: Readonly<Record<string, PeriodMonths>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  月: 1,
  季度: 3,
  半年: 6,
  年: 12,
};

/** Keys that say what is measured; a component may state them itself or name a measure that does. */
export const MEASURE_KEYS = [
  'customers',
  'scope',
  'pooling',
  'repeat',
  'splits',
  'overlay',
  'deal-cap',
  'period',
  'quota',
  'accumulation',
  'tiers-of',
];

/** Reads the plan's own measures: id → what and whose. */
export function readMeasures(at: Located | undefined, values: PlanValues): Measure[] {
  if (at === undefined) return [];
  const measures: Measure[] = [];
  for (const [id, one] of at.entries()) {
    const keys = one.entries(['title', 'metric', ...MEASURE_KEYS]);
    if (!one.isMap) continue;
    const metricAt = keys.get('metric');
    const metric = metricAt === undefined ? METRICS.find((name) => name === id) : metricOf(metricAt);
    if (metric === undefined) {
      if (metricAt === undefined)
        one.missing('metric', `expected one of ${listed(METRICS)}`, `应为其中之一：${listed(METRICS, '、')}`);
      continue;
    }
    measures.push(readMeasure(id, metric, keys, values, true));
  }
  return measures;
}

/** The metric named, or undefined with a problem noted. */
export function metricOf(at: Located): Metric | undefined {
  return at.choice(METRICS);
}

/**
 * The measure of a component: one of the plan's by name, or a metric with what else the component says. Adds what is new
 * to the list.
 */
export function componentMeasure(
  component: string,
  at: Located,
  keys: ReadonlyMap<string, Located>,
  measures: Measure[],
  declared: readonly Measure[],
  values: PlanValues,
): Measure | undefined {
  const name = at.scalar;
  const known = declared.find((one) => one.id === name);
  if (known !== undefined) {
    for (const key of MEASURE_KEYS) {
      keys
        .get(key)
        ?.key.wrong(
          'already-said',
          `expected it in measures.${known.id}, where the measure is described`,
          `应写在 measures.${known.id} 中，该指标在那里定义`,
        );
    }
    return known;
  }
  const metric = METRICS.find((one) => one === name);
  if (metric === undefined) {
    const names = [...declared.map((one) => one.id), ...METRICS];
    at.problem(
      'absent-measure',
      at.found,
      { en: `expected one of ${listed(names)}`, zh: `应为其中之一：${listed(names, '、')}` },
      typeof name === 'string' ? nearest(name, names) : null,
    );
    return undefined;
  }
  const made = readMeasure(metric, metric, keys, values, false);
  const twin = measures.find(
    (one) => JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...made, id: '' }),
  );
  if (twin !== undefined) return twin;
  const taken = measures.some((one) => one.id === metric);
  const measure = taken ? { ...made, id: component } : made;
  measures.push(measure);
  return measure;
}

/** A measure from its keys; a title among them is the measure's own only where the plan declares it. */
function readMeasure(
  id: string,
  metric: Metric,
  keys: ReadonlyMap<string, Located>,
  values: PlanValues,
  declared: boolean,
): Measure {
  const scope = values.choice(keys.get('scope'), SCOPES, 'individual');
  const months = readPeriod(keys.get('period'), 3);
  const quota = keys.get('quota');
  return {
    id,
    title: declared
      ? (keys.get('title')?.localised() ?? PLAN_METRICS[metric].name)
      : PLAN_METRICS[metric].name,
    metric,
    customers: values.choice(keys.get('customers'), CUSTOMERS, 'all'),
    scope,
    pooling: values.choice(keys.get('pooling'), ['mean', 'total'], 'mean'),
    credit: readCredit(keys, metric, values),
    months,
    quota: quota === undefined ? null : readQuota(quota, metric, months, values),
    accumulation: readAccumulation(keys, metric, values),
  };
}

/** A period by name; a quarter unless it says. */
export function readPeriod(at: Located | undefined, usual: PeriodMonths): PeriodMonths {
  if (at === undefined) return usual;
  const months = PERIODS[String(at.scalar)];
  if (months !== undefined) return months;
  at.wrong(
    'bad-period',
    'expected month, quarter, half or year',
    '应为 month（月）、quarter（季）、half（半年）或 year（年）',
  );
  return usual;
}

function readCredit(keys: ReadonlyMap<string, Located>, metric: Metric, values: PlanValues): Credit {
  const cap = keys.get('deal-cap');
  // Where only one kind of business counts, it counts whole.
  const customers = keys.get('customers')?.scalar;
  const mixed = MIXED.has(metric) && customers !== 'new' && customers !== 'existing';
  return {
    repeat: values.share(keys.get('repeat'), mixed ? values.usualRepeat : 1, 10),
    splits: values.choice(keys.get('splits'), ['recorded', 'even', 'full', 'owner'], 'recorded'),
    overlay: values.share(keys.get('overlay'), 0, 10),
    dealCap: cap === undefined || cap.scalar === 'none' ? null : values.onAxis(cap, 'amount', metric, 0),
  };
}

function readQuota(at: Located, metric: Metric, months: PeriodMonths, values: PlanValues): Quota {
  const keys = at.isMap
    ? at.entries(['amount', 'seasonality', 'ramp', 'proration', 'ratchet'])
    : new Map([['amount', at]]);
  const amountAt = keys.get('amount');
  if (amountAt === undefined) at.missing('amount', 'expected the quota of a year', '应写明全年目标');
  const amount = values.onAxis(amountAt, 'amount', metric, 1);
  if (amountAt !== undefined && !(amount > 0))
    amountAt.wrong('out-of-range', 'expected a quota above 0', '目标应大于 0');
  const ratchet = keys.get('ratchet')?.entries(['up', 'down']);
  return {
    amount,
    seasonality: readSeasonality(keys.get('seasonality'), months, values),
    ramp: readShares(keys.get('ramp'), 60, values) ?? [],
    proration: values.choice(keys.get('proration'), ['workdays', 'none'], 'workdays'),
    ratchet: {
      up: values.share(ratchet?.get('up'), 0),
      down: values.share(ratchet?.get('down'), 0),
    },
  };
}

/** Shares of the year by period; they must sum to 100 %. */
function readSeasonality(at: Located | undefined, months: PeriodMonths, values: PlanValues): number[] {
  const even = evenly(months);
  if (at === undefined || at.scalar === 'none') return even;
  const shares = readShares(at, 12, values);
  if (shares === undefined) return even;
  const sum = shares.reduce((total, one) => total + one, 0);
  if (shares.length === even.length && Math.abs(sum - 1) < 1e-6) return shares.map((one) => one / sum);
  at.wrong(
    'bad-seasonality',
    `expected ${even.length} shares, one a period, that add up to 100%`,
    `应为 ${even.length} 个占比，每期一个，合计 100%`,
  );
  return even;
}

function readShares(at: Located | undefined, most: number, values: PlanValues): number[] | undefined {
  if (at === undefined || at.scalar === 'none') return undefined;
  const items = at.items();
  if (!at.isList) return undefined;
  if (items.length > most) {
    at.wrong('bad-table', `expected at most ${most} values`, `最多 ${most} 个值`);
    return undefined;
  }
  return items.map((item) => values.share(item, 1, 2));
}

function readAccumulation(
  keys: ReadonlyMap<string, Located>,
  metric: Metric,
  values: PlanValues,
): Accumulation {
  const at = keys.get('accumulation');
  const inner = at?.isMap ? at.entries(['year-to-date']).get('year-to-date') : undefined;
  const ways = ['discrete', 'year-to-date', 'best-of'] as const;
  const over = inner === undefined ? (at?.choice(ways) ?? 'discrete') : 'year-to-date';
  const tiersAt = keys.get('tiers-of');
  if (over !== 'year-to-date') {
    tiersAt?.key.wrong(
      'bad-plan',
      'expected it only with “accumulation: year-to-date”',
      '仅用于 accumulation: year-to-date',
    );
  }
  if (at === undefined) return { over: 'discrete' };
  if (over !== 'discrete' && PLAN_METRICS[metric].kind === 'level') {
    at.wrong(
      'bad-plan',
      'expected discrete: a level does not add up over the year',
      '应为 discrete：水平类指标不能累计',
    );
  }
  if (over !== 'year-to-date') return { over };
  const quota = keys.has('quota');
  if (quota && tiersAt === undefined) {
    notSaid(at, 'tiers-of', TIERS_OF, {
      en: 'the year so far may be held against the whole year’s quota, or the quota of the periods so far',
      zh: '年内累计业绩可与全年目标相比，也可与截至当期的目标相比',
    });
  }
  if (!quota) tiersAt?.key.wrong('bad-plan', 'expected it only where there is a quota', '仅用于有目标的指标');
  const cap = inner?.entries(['interim-cap']).get('interim-cap');
  return {
    over,
    tiersOf: tiersAt?.choice(TIERS_OF) ?? 'to-date',
    interimCap: cap === undefined ? null : values.share(cap, 1, 20),
  };
}

/** A measure that something else in the plan refers to; undefined with a problem noted when the plan has none so named. */
export function referTo(at: Located, measures: readonly Measure[]): Measure | undefined {
  const found = measures.find((one) => one.id === at.scalar);
  if (found !== undefined) return found;
  const names = measures.map((one) => one.id);
  at.problem(
    'absent-measure',
    at.found,
    {
      en: `expected a measure of this plan: ${listed(names)} (others are described under “measures”)`,
      zh: `应为本方案中的指标：${listed(names, '、')}（其他指标请在 measures 中定义）`,
    },
    typeof at.scalar === 'string' ? nearest(at.scalar, names) : null,
  );
  return undefined;
}
