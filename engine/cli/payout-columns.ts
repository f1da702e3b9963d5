import { columnsOf, type Measure, PLAN_METRICS, type Plan } from '../incentive/index.ts';
import type { Unit } from '../study/index.ts';
import { halfWidth } from '../study/index.ts';
import { usageFailure } from './options.ts';

/** What a column of a table of results holds. */
export type Column =
  | { readonly kind: 'person' | 'team' | 'region' | 'month' | 'hired' | 'left' }
  | {
      readonly kind: 'result' | 'quota';
      /** As measures know it: a metric, `metric:customers`, or a measure's id; quotas have it after `quota:`. */
      readonly name: string;
      readonly unit: Unit;
      readonly level: boolean;
    };

/** Columns that say who and when, as they may be called. */
const WHO: Readonly<Record<string, 'person' | 'team' | 'region' | 'month' | 'hired' | 'left'>> = {
  person: 'person',
  name: 'person',
  rep: 'person',
  姓名: 'person',
  销售: 'person',
  负责人: 'person',
  team: 'team',
  团队: 'team',
  部门: 'team',
  region: 'region',
  区域: 'region',
  大区: 'region',
  month: 'month',
  月份: 'month',
  月: 'month',
  hired: 'hired',
  入职: 'hired',
  入职日期: 'hired',
  left: 'left',
  离职: 'left',
  离职日期: 'left',
};

const CUSTOMERS: Readonly<Record<string, string>> = { 新客户: 'new', 老客户: 'existing', 大客户: 'key' };

type Kind = Pick<Measure, 'metric'>;

/** The columns that a table for some plans may have, by what they may be called. */
export class Columns {
  readonly #kinds = new Map<string, Kind>();
  readonly #called = new Map<string, string>();

  constructor(plans: readonly Plan[]) {
    for (const [metric, { name }] of Object.entries(PLAN_METRICS) as [
      Measure['metric'],
      (typeof PLAN_METRICS)[Measure['metric']],
    ][]) {
      for (const customers of ['', ':new', ':existing', ':key'])
        this.#kinds.set(`${metric}${customers}`, { metric });
      this.#call(name.zh, metric);
      this.#call(name.en, metric);
    }
    for (const measure of plans.flatMap(({ measures }) => measures)) {
      for (const name of columnsOf(measure)) this.#add(name, measure);
      this.#call(measure.title.zh, measure.id);
      this.#call(measure.title.en, measure.id);
    }
  }

  /** @throws Failure `usage` where two plans call different things alike */
  #add(name: string, measure: Kind): void {
    const known = this.#kinds.get(name)?.metric;
    if (known !== undefined && known !== measure.metric)
      throw usageFailure(
        `“${name}” is ${known} in one plan and ${measure.metric} in another; compare them one by one, or rename a measure.`,
        `“${name}”在一个方案中是 ${known}，在另一个方案中是 ${measure.metric}；请分别测算，或改一个指标名。`,
      );
    this.#kinds.set(name, measure);
  }

  /** The first to have a title keeps it: a metric's own name stays the metric's. */
  #call(title: string, name: string): void {
    const key = title.toLowerCase();
    if (!this.#called.has(key)) this.#called.set(key, name);
  }

  /** Names of columns with results, for a "did you mean". */
  get names(): string[] {
    return [...this.#kinds.keys()];
  }

  /** What a column so headed holds; undefined where nothing is so called. */
  read(head: string): Column | undefined {
    const text = halfWidth(head).trim();
    const who = WHO[text.toLowerCase()];
    if (who !== undefined) return { kind: who };
    const [first, ...rest] = text.split(':').map((part) => part.trim());
    const quota = first!.toLowerCase() === 'quota' || first === '目标';
    const name = this.#nameOf(quota ? rest : [first!, ...rest]);
    const kind = name === undefined ? undefined : this.#kinds.get(name);
    if (name === undefined || kind === undefined) return undefined;
    const { unit, kind: flow } = PLAN_METRICS[kind.metric];
    return { kind: quota ? 'quota' : 'result', name, unit, level: flow === 'level' };
  }

  #nameOf([what, customers]: readonly string[]): string | undefined {
    if (what === undefined) return undefined;
    const name = this.#kinds.has(what) ? what : this.#called.get(what.toLowerCase());
    if (name === undefined || customers === undefined) return name;
    return `${name}:${CUSTOMERS[customers] ?? customers}`;
  }
}

/** The key under which a column's values are kept. */
export function keyOf(column: Column): string {
  if (column.kind === 'quota') return `quota:${column.name}`;
  return column.kind === 'result' ? column.name : column.kind;
}
