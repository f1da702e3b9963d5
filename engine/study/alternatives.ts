import { longestMonths } from '../incentive/full-plan.ts';
import { nearest } from '../kernel/problems.ts';
import { OLD_HABIT } from './draft.ts';
import { cyclic } from './files.ts';
import { readLevers } from './levers.ts';
import { Changes, checkExclusions, checkPolicies, habits, type Mix } from './mix.ts';
import { type Located, listed, quoted } from './nodes.ts';
import type { Alternative } from './normal.ts';
import { NO_NAMES, type PlanScope, type Plans } from './pay.ts';
import type { Preset } from './presets/contract.ts';
import type { Values } from './reading.ts';
import { Uses } from './uses.ts';

/** Most alternatives beside the baseline. */
export const MOST_ALTERNATIVES = 100;

/** Everything that reading alternatives needs to know of the study. */
export interface Setting {
  readonly preset: Preset;
  readonly plans: Plans;
  readonly values: Values;
  readonly teamNames: readonly string[];
  readonly horizonDays: number;
}

/** The baseline, and every alternative on top of what it extends, in the order of the study. */
export function readAlternatives(
  baselineAt: Located | undefined,
  alternativesAt: Located | undefined,
  setting: Setting,
): Alternative[] {
  const baseline = readBaseline(baselineAt, setting);
  const conflicts = new Set<string>();
  if (baselineAt !== undefined) {
    const planTypeAt = baselineAt.entries().get('plan-type');
    checkPolicies(baselineAt, baseline.adoptions, conflicts);
    checkExclusions(planTypeAt ?? baselineAt, baseline.adoptions, conflicts);
  }
  const payAt = baselineAt?.entries().get('pay');
  const reader = new Reader(baseline, payAt, alternativesAt, setting, conflicts);
  return [{ id: 'baseline', name: null, ...baseline }, ...reader.all()];
}

/** Reads `baseline: {plan-type, schemes, pay, levers}`. What is there counts as old habit. */
function readBaseline(at: Located | undefined, setting: Setting): Mix {
  const { preset, plans, values, teamNames, horizonDays } = setting;
  const keys = at?.entries(['plan-type', 'schemes', 'pay', 'levers']);
  const uses = new Uses(values, teamNames, [OLD_HABIT, horizonDays - 1]);
  const planTypeAt = keys?.get('plan-type');
  const schemesAt = keys?.get('schemes');
  const payAt = keys?.get('pay');
  return {
    adoptions: habits([
      ...(planTypeAt ? uses.planTypes(planTypeAt) : []),
      ...(schemesAt ? uses.schemes(schemesAt) : []),
    ]),
    levers: readLevers(keys?.get('levers'), OLD_HABIT, horizonDays - 1, teamNames, values),
    pay: (payAt && plans.read(payAt, 'baseline', NO_NAMES)) ?? preset.pay,
    payStartDay: 0,
  };
}

const KEYS = ['name', 'extends', 'plan-type', 'schemes', 'pay', 'pay-start', 'levers', 'start'];

class Reader {
  readonly #baseline: Mix;
  readonly #baselinePay: Located | undefined;
  readonly #setting: Setting;
  readonly #places: ReadonlyMap<string, Located>;
  readonly #done = new Map<string, Mix>();
  readonly #conflicts: ReadonlySet<string>;

  constructor(
    baseline: Mix,
    baselinePay: Located | undefined,
    at: Located | undefined,
    setting: Setting,
    conflicts: ReadonlySet<string>,
  ) {
    this.#baseline = baseline;
    this.#baselinePay = baselinePay;
    this.#setting = setting;
    this.#conflicts = conflicts;
    this.#places = at?.entries() ?? new Map();
    if (at !== undefined && this.#places.size > MOST_ALTERNATIVES) {
      at.problem(
        'too-many',
        { en: `found ${this.#places.size} alternatives`, zh: `共有 ${this.#places.size} 个备选` },
        { en: `expected at most ${MOST_ALTERNATIVES}`, zh: `最多 ${MOST_ALTERNATIVES} 个` },
      );
      this.#places = new Map();
    }
    for (const [id, place] of this.#places) checkId(id, place.key);
  }

  all(): Alternative[] {
    return [...this.#places].map(([id, at]) => {
      const mix = this.#mix(id, at, [id]);
      const name = at.isMap ? at.entries(KEYS).get('name')?.localised() : undefined;
      return { id, name: name ?? null, ...mix };
    });
  }

  /** @param chain alternatives being read, this one last */
  #mix(id: string, at: Located, chain: readonly string[]): Mix {
    let mix = this.#done.get(id);
    if (mix === undefined) this.#done.set(id, (mix = this.#read(id, at, chain)));
    return mix;
  }

  /** The mix another alternative names: the baseline, or one of its like. */
  #named(name: string, at: Located, chain: readonly string[]): Mix | undefined {
    if (name === 'baseline') return this.#baseline;
    const place = this.#places.get(name);
    if (place === undefined) {
      const names = ['baseline', ...this.#places.keys()];
      at.problem(
        'unknown-name',
        { en: `there is no alternative “${quoted(name)}”`, zh: `没有备选“${quoted(name)}”` },
        { en: `known: ${listed(names)}`, zh: `可用：${listed(names, '、')}` },
        nearest(name, names),
      );
      return undefined;
    }
    if (chain.includes(name)) {
      cyclic(at, [...chain.slice(chain.indexOf(name)), name]);
      return undefined;
    }
    return this.#mix(name, place, [...chain, name]);
  }

  #read(id: string, at: Located, chain: readonly string[]): Mix {
    const { values, teamNames, horizonDays, plans } = this.#setting;
    const keys = at.entries(KEYS);
    const last = horizonDays - 1;
    const startAt = keys.get('start');
    const start = values.day(startAt, 0, last) ?? 0;
    const extendsAt = keys.get('extends');
    const name = extendsAt?.text();
    const from = (name !== undefined && this.#named(name, extendsAt!, chain)) || this.#baseline;

    const changes = new Changes(from.adoptions, start);
    const uses = new Uses(values, teamNames, [0, last]);
    const planTypeAt = keys.get('plan-type');
    if (planTypeAt !== undefined) changes.planTypes(uses.planTypes(planTypeAt));
    const schemesAt = keys.get('schemes');
    if (schemesAt !== undefined) changeSchemes(schemesAt, changes, uses);
    const known = new Set(this.#conflicts);
    checkPolicies(schemesAt ?? planTypeAt ?? at, changes.adoptions, known);
    checkExclusions(planTypeAt ?? schemesAt ?? at, changes.adoptions, known);

    const payAt = keys.get('pay');
    const scope: PlanScope = {
      names: ['baseline', ...[...this.#places.keys()].filter((other) => other !== id)],
      plan: (other, place) => this.#named(other, place, chain)?.pay,
      place: (other) =>
        other === 'baseline' ? this.#baselinePay : this.#places.get(other)?.entries().get('pay'),
    };
    const pay = (payAt && plans.read(payAt, id, scope)) ?? from.pay;
    const payStartAt = keys.get('pay-start');
    const payStartDay = values.day(payStartAt, 0, last) ?? (payAt === undefined ? from.payStartDay : start);
    const period = longestMonths(this.#baseline.pay) * 21;
    if (payStartDay % period !== 0) {
      (payStartAt ?? startAt ?? at).problem(
        'not-whole-periods',
        {
          en: `new pay would start on workday ${payStartDay}`,
          zh: `新薪酬将从第 ${payStartDay} 个工作日开始`,
        },
        {
          en: `expected “pay-start” to be the start of a pay period: a multiple of ${period / 21} months`,
          zh: `pay-start 应为考核期的起点：${period / 21} 个月的整数倍`,
        },
      );
    }
    return {
      adoptions: changes.adoptions,
      levers: [...from.levers, ...readLevers(keys.get('levers'), start, last, teamNames, values)],
      pay,
      payStartDay,
    };
  }
}

/** A full list of schemes, or `{add: […], remove: […]}`. */
function changeSchemes(at: Located, changes: Changes, uses: Uses): void {
  const keys = at.isMap ? at.entries() : new Map<string, Located>();
  if (!keys.has('add') && !keys.has('remove')) {
    changes.only(uses.schemes(at));
    return;
  }
  const parts = at.entries(['add', 'remove']);
  for (const item of parts.get('remove')?.items() ?? []) changes.remove(item);
  const added = parts.get('add');
  if (added !== undefined) for (const use of uses.schemes(added)) changes.add(use);
}

function checkId(id: string, at: Located): void {
  if (id === 'baseline') {
    at.problem(
      'reserved-name',
      { en: 'an alternative is named “baseline”', zh: '有备选名为“baseline”' },
      {
        en: 'expected another name: the baseline is what alternatives are compared with',
        zh: '应换名：现状专用此名',
      },
    );
  } else if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,39}$/u.test(id)) {
    at.problem(
      'bad-name',
      { en: `found the name “${quoted(id)}”`, zh: `名称为“${quoted(id)}”` },
      {
        en: 'expected letters, digits, dots and dashes only, at most 40',
        zh: '只应含字母、汉字、数字、点与连字符，最多 40 个',
      },
    );
  }
}
