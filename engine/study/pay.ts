import { type AnyPlan, isFull } from '../incentive/full-plan.ts';
import type { Plan } from '../incentive/language.ts';
import type { PayPlan } from '../incentive/plan.ts';
import { nearest } from '../kernel/problems.ts';
import { type Currency, inCurrency } from './currency.ts';
import { cyclic, type Files, isFileName } from './files.ts';
import { type Located, listed } from './nodes.ts';
import type { Preset } from './presets/contract.ts';
import { PRESETS, presetById } from './presets/index.ts';
import type { Values } from './reading.ts';
import { readNumber } from './units.ts';

const KEYS = [
  'id',
  'extends',
  'salary',
  'commission',
  'threshold',
  'accelerator',
  'accelerator-from',
  'cap',
  'bonus',
  'quota',
  'period',
  'team-share',
  'repeat-rate',
];

/** What a plan that extends nothing must say itself. */
const REQUIRED = ['salary', 'commission', 'quota'];

/** A plan that pays nothing, on which one that extends nothing is written; what it says of repeat business is the industry’s. */
const BLANK: PayPlan = {
  id: 'blank',
  salary: 0,
  commission: 0,
  threshold: 0,
  accelerator: 1,
  acceleratorFrom: 1,
  cap: null,
  bonus: 0,
  quota: 1,
  periodDays: 63,
  teamShare: 0,
  repeatRate: 0,
};

/** Plans a plan may extend by name, beside files and presets. */
export interface PlanScope {
  /** The names, for a "did you mean". */
  readonly names: readonly string[];
  /** The plan of that name; undefined when it is broken (then noted). */
  readonly plan: (name: string, at: Located) => AnyPlan | undefined;
  /** Where the plan of that name is written; undefined where it is not written there. */
  readonly place: (name: string) => Located | undefined;
}

/** No names. */
export const NO_NAMES: PlanScope = { names: [], plan: () => undefined, place: () => undefined };

/** Reads plans in the full language; the flat reader hands them over. */
export interface FullPlans {
  /** Whether a map is in the full language. */
  readonly isFull: (at: Located, scope: PlanScope) => boolean;
  /** The plan; undefined, with problems noted, when it is none. */
  readonly read: (at: Located, id: string, scope: PlanScope) => Plan | undefined;
}

/** Reads pay plans, flat ones itself: written inline, in files, or known by name. */
export class Plans {
  readonly #files: Files;
  readonly #values: Values;
  readonly #context: PayPlan;
  readonly #full: FullPlans | null;
  readonly #currency: Currency;
  readonly #read = new Map<string, AnyPlan | undefined>();

  /** @param full reads what is in the full language; without it only flat plans are known */
  constructor(
    files: Files,
    values: Values,
    preset: Preset,
    currency: Currency,
    full: FullPlans | null = null,
  ) {
    this.#full = full;
    this.#files = files;
    this.#values = values;
    this.#context = preset.pay;
    this.#currency = currency;
  }

  /**
   * The plan at `at`: a map, a file name, `context`, a preset's id, or a name in scope. Undefined, with problems noted,
   * when there is none.
   *
   * @param id what to call an inline plan that does not name itself
   */
  read(at: Located, id: string, scope: PlanScope): AnyPlan | undefined {
    if (at.isMap) return this.#map(at, id, scope, []);
    const name = at.text();
    return name === undefined ? undefined : this.#named(name, at, scope, []);
  }

  #map(at: Located, id: string, scope: PlanScope, chain: readonly string[]): AnyPlan | undefined {
    if (this.#full?.isFull(at, scope) === true) {
      const plan = this.#full.read(at, id, scope);
      if (plan !== undefined && plan.currency !== this.#currency.code) {
        at.problem(
          'wrong-currency',
          { en: `the plan is in ${plan.currency}`, zh: `方案以 ${plan.currency} 计` },
          {
            en: `expected ${this.#currency.code}, as the study is, or “currency: ${plan.currency}” in the study`,
            zh: `应与研究一致，以 ${this.#currency.code} 计，或在研究中写明“currency: ${plan.currency}”`,
          },
        );
        return undefined;
      }
      return plan;
    }
    return this.#inline(at, id, scope, chain);
  }

  #named(name: string, at: Located, scope: PlanScope, chain: readonly string[]): AnyPlan | undefined {
    if (name === 'context') return this.#context;
    if (scope.names.includes(name)) return scope.plan(name, at);
    const preset = presetById(name);
    if (preset !== undefined) return inCurrency(preset, this.#currency).pay;
    if (isFileName(name)) return this.#file(name, at, chain);
    const names = ['context', ...scope.names, ...PRESETS.map((one) => one.id)];
    at.problem(
      'unknown-name',
      at.found,
      {
        en: `expected a plan: a file such as plans/capped.yaml, or one of ${listed(names)}`,
        zh: `应为薪酬方案：plans/capped.yaml 之类的文件，或 ${listed(names, '、')} 之一`,
      },
      nearest(name, names),
    );
    return undefined;
  }

  #file(name: string, at: Located, chain: readonly string[]): AnyPlan | undefined {
    const source = this.#files.named(name, at);
    if (source === undefined || !source.sound) return undefined;
    const { file, root } = source;
    if (chain.includes(file)) {
      cyclic(at, [...chain.slice(chain.indexOf(file)), file]);
      return undefined;
    }
    if (!this.#read.has(file)) {
      const bare = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
      this.#read.set(file, this.#map(root, bare, NO_NAMES, [...chain, file]));
    }
    return this.#read.get(file);
  }

  #inline(at: Located, id: string, scope: PlanScope, chain: readonly string[]): PayPlan | undefined {
    const keys = at.entries(KEYS);
    if (!at.isMap) return undefined;
    const extendsAt = keys.get('extends');
    let base: PayPlan | undefined = extendsAt === undefined ? BLANK : undefined;
    if (extendsAt !== undefined) {
      const name = extendsAt.text();
      const found = name === undefined ? undefined : this.#named(name, extendsAt, scope, chain);
      if (found !== undefined && isFull(found)) {
        extendsAt.wrong(
          'not-flat',
          'expected a flat plan: one with components is changed by “patches” to its file',
          '应为平铺写法的方案：含 components 的方案须以 patches 修改其文件',
        );
      } else base = found;
    } else {
      for (const key of REQUIRED.filter((one) => !keys.has(one))) {
        at.missing(
          key,
          'expected it in a plan that extends no other (such as “extends: context”)',
          '未继承其他方案时必须写明（可写 extends: context）',
        );
      }
    }
    const from = base === undefined || base === BLANK ? this.#blank : base;
    const v = this.#values;
    const none = <T>(key: string, meant: T, read: (at: Located) => T, usual: T): T => {
      const one = keys.get(key);
      if (one === undefined) return usual;
      return one.scalar === 'none' ? meant : read(one);
    };
    const threshold = none('threshold', 0, (x) => v.number(x, 'share', 0, 2, 0), from.threshold);
    const cap = none('cap', null, (x) => v.number(x, 'share', 0, 20, 1), from.cap);
    const plan: PayPlan = {
      id: keys.get('id')?.text() ?? id,
      salary: v.number(keys.get('salary'), 'money', 0, 1e8, from.salary),
      commission: v.number(keys.get('commission'), 'share', 0, 1, from.commission),
      threshold,
      accelerator: none('accelerator', 1, (x) => v.number(x, 'ratio', 0, 20, 1), from.accelerator),
      acceleratorFrom: v.number(keys.get('accelerator-from'), 'share', 0, 5, from.acceleratorFrom),
      cap,
      bonus: none('bonus', 0, (x) => v.number(x, 'money', 0, 1e9, 0), from.bonus),
      quota: v.number(keys.get('quota'), 'money', 1, 1e12, from.quota),
      periodDays: this.#period(keys.get('period'), from.periodDays),
      teamShare: none('team-share', 0, (x) => v.number(x, 'share', 0, 1, 0), from.teamShare),
      repeatRate: none('repeat-rate', 0, (x) => v.number(x, 'share', 0, 1, 0), from.repeatRate),
    };
    if (cap !== null && cap <= threshold) {
      (keys.get('cap') ?? keys.get('threshold') ?? at).wrong(
        'bad-plan',
        `expected the cap (${cap * 100}% of quota) above the threshold (${threshold * 100}%)`,
        `封顶（目标的 ${cap * 100}%）应高于起付线（${threshold * 100}%）`,
      );
    }
    return base === undefined ? undefined : plan;
  }

  get #blank(): PayPlan {
    return { ...BLANK, repeatRate: this.#context.repeatRate };
  }

  #period(at: Located | undefined, usual: PayPlan['periodDays']): PayPlan['periodDays'] {
    if (at === undefined) return usual;
    const days =
      PERIODS[String(at.scalar)] ??
      (typeof at.scalar === 'string' && !/^\d/.test(at.scalar)
        ? undefined
        : readNumber(at, { unit: 'workdays', min: 0, max: 1e6, currency: '' }));
    if (days === 21 || days === 63 || days === 252) return days;
    at.wrong(
      'bad-period',
      'expected month, quarter or year; a half-year in a plan with components',
      '应为 month（月）、quarter（季）或 year（年）；半年须用含 components 的写法',
    );
    return usual;
  }
}

const PERIODS: Readonly<Record<string, 21 | 63 | 252>> = {
  month: 21,
  quarter: 63,
  year: 252,
  月: 21,
  季度: 63,
  年: 252,
};
