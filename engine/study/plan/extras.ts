import type {
  Club,
  DealTest,
  InstantAward,
  Kicker,
  Measure,
  PerDeal,
  PlanLimit,
  Promotion,
  Spiff,
} from '../../incentive/language.ts';
import type { Located } from '../nodes.ts';
import { MOST, notSaid, type PlanValues } from './context.ts';
import { referTo } from './measures.ts';

/** Extra pay on deals of a kind. */
export function readKickers(at: Located | undefined, values: PlanValues): Kicker[] {
  return readEach(at, ['when', 'flat', 'rate', 'max-count'], (id, one, keys) =>
    kicker(id, one, keys, values),
  );
}

/** Kickers with a window and a budget. */
export function readSpiffs(at: Located | undefined, values: PlanValues): Spiff[] {
  return readEach(at, ['when', 'flat', 'rate', 'max-count', 'window', 'budget'], (id, one, keys) => {
    const base = kicker(id, one, keys, values);
    if (base === undefined) return undefined;
    const budget = keys.get('budget');
    return {
      ...base,
      window: readWindow(one, keys.get('window')),
      budget: budget === undefined || budget.scalar === 'none' ? null : values.money(budget, 0),
    };
  });
}

/** Small sums on the spot. */
export function readAwards(at: Located | undefined, values: PlanValues): InstantAward[] {
  return readEach(at, ['when', 'amount'], (id, one, keys) => {
    const amount = keys.get('amount');
    if (amount === undefined) {
      one.missing('amount', 'expected an amount a deal', '应写明每单金额');
      return undefined;
    }
    return { id, when: readTest(keys.get('when'), values), amount: values.money(amount, 0) };
  });
}

function readEach<T>(
  at: Located | undefined,
  allowed: readonly string[],
  read: (id: string, one: Located, keys: ReadonlyMap<string, Located>) => T | undefined,
): T[] {
  if (at === undefined) return [];
  return [...at.entries()].flatMap(([id, one]) => {
    const keys = one.entries(allowed);
    const made = one.isMap ? read(id, one, keys) : undefined;
    return made === undefined ? [] : [made];
  });
}

function kicker(
  id: string,
  one: Located,
  keys: ReadonlyMap<string, Located>,
  values: PlanValues,
): Kicker | undefined {
  const pays = perDeal(one, keys, values);
  const most = keys.get('max-count');
  if (pays === undefined) return undefined;
  return {
    id,
    when: readTest(keys.get('when'), values),
    pays,
    maxCount: most === undefined || most.scalar === 'none' ? null : (most.whole(1, 1_000_000) ?? null),
  };
}

function perDeal(one: Located, keys: ReadonlyMap<string, Located>, values: PlanValues): PerDeal | undefined {
  const flat = keys.get('flat');
  const rate = keys.get('rate');
  if ((flat === undefined) === (rate === undefined)) {
    one.wrong(
      'bad-plan',
      'expected either flat (money a deal) or rate (share of its value)',
      '应写 flat（每单金额）或 rate（按单比例）之一',
    );
    return undefined;
  }
  return flat !== undefined ? { flat: values.money(flat, 0) } : { rate: values.share(rate, 0, 10) };
}

function readTest(at: Located | undefined, values: PlanValues): DealTest {
  const keys = at?.entries([
    'customers',
    'term-months-at-least',
    'prepaid',
    'product',
    'value-at-least',
    'discount-at-most',
  ]);
  const term = keys?.get('term-months-at-least');
  const value = keys?.get('value-at-least');
  const discount = keys?.get('discount-at-most');
  return {
    customers: values.choice(keys?.get('customers'), ['all', 'new', 'existing', 'key'], 'all'),
    termMonthsAtLeast: term === undefined ? null : values.months(term, 0, 600, 0),
    prepaid: keys?.get('prepaid')?.truth() ?? null,
    product: keys?.get('product')?.text() ?? null,
    valueAtLeast: value === undefined ? null : values.money(value, 0),
    discountAtMost: discount === undefined ? null : values.share(discount, 1),
  };
}

/** `[from, to]`: months of the plan year, both included. */
function readWindow(one: Located, at: Located | undefined): Spiff['window'] {
  if (at === undefined) {
    one.missing('window', 'expected the months it runs, such as [10, 12]', '应写明起止月份，如 [10, 12]');
    return { from: 1, to: 12 };
  }
  const [from, to] = at.items().map((item) => item.whole(1, 12));
  if (at.items().length !== 2 || (from !== undefined && to !== undefined && from > to))
    at.wrong('bad-plan', 'expected [first month, last month] of the plan year', '应为 [起始月, 结束月]');
  return { from: from ?? 1, to: to ?? 12 };
}

export function readClub(
  at: Located | undefined,
  measures: readonly Measure[],
  values: PlanValues,
): Club | null {
  const keys = at?.entries(['measure', 'at', 'value']);
  if (at === undefined || keys === undefined || !at.isMap) return null;
  const measure = required(at, keys, 'measure');
  const found = measure && withQuota(measure, measures);
  if (found === undefined) return null;
  return {
    measure: found.id,
    at: values.share(required(at, keys, 'at'), 1, 20),
    value: values.money(keys.get('value'), 0),
  };
}

export function readPromotion(
  at: Located | undefined,
  measures: readonly Measure[],
  values: PlanValues,
): Promotion | null {
  const keys = at?.entries(['measure', 'at', 'periods', 'salary']);
  if (at === undefined || keys === undefined || !at.isMap) return null;
  const measure = required(at, keys, 'measure');
  const found = measure && withQuota(measure, measures);
  if (found === undefined) return null;
  return {
    measure: found.id,
    at: values.share(required(at, keys, 'at'), 1, 20),
    periods: required(at, keys, 'periods')?.whole(1, 60) ?? 1,
    salaryTimes: values.share(required(at, keys, 'salary'), 1, 10),
  };
}

function withQuota(at: Located, measures: readonly Measure[]): Measure | undefined {
  const found = referTo(at, measures);
  if (found?.quota === null)
    at.wrong('bad-plan', 'expected a measure with a quota to be held against', '应为有目标的指标');
  return found;
}

function required(at: Located, keys: ReadonlyMap<string, Located>, key: string): Located | undefined {
  const found = keys.get(key);
  if (found === undefined) at.missing(key, 'expected it here', '此处必须写明');
  return found;
}

/** A cap or floor of all variable pay. */
export function readPlanLimit(at: Located | undefined, values: PlanValues): PlanLimit | null {
  if (at === undefined || at.scalar === 'none') return null;
  const keys = at.entries(['money', 'target', 'over']);
  if (!at.isMap) return null;
  const money = keys.get('money');
  const target = keys.get('target');
  if ((money === undefined) === (target === undefined)) {
    at.wrong(
      'bad-plan',
      'expected either money, or target (a multiple of target pay)',
      '应写 money（金额）或 target（目标奖金的倍数）之一',
    );
    return null;
  }
  const over = keys.get('over');
  if (over === undefined)
    notSaid(at, 'over', ['statement', 'year'], {
      en: 'a limit may hold for each statement, or for the year',
      zh: '限额可按每次发放，也可按全年',
    });
  return {
    of:
      money !== undefined
        ? { money: values.money(money, MOST) }
        : { target: values.values.number(target, 'share', 0, 100, 1) },
    over: values.choice(over, ['statement', 'year'], 'year'),
  };
}
