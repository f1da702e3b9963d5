import type { Scheme, SchemeOption } from '../schemes/contract.ts';
import { meantScheme } from '../schemes/meant.ts';
import { optionKey } from '../schemes/option-units.ts';
import { SCHEMES, schemeById } from '../schemes/registry.ts';
import { readWhere } from './coverage.ts';
import { HOME } from './currency.ts';
import { type Located, listed, quoted } from './nodes.ts';
import type { Coverage } from './normal.ts';
import { parseNumber } from './numbers.ts';
import { LONGEST_DAYS, type Values } from './reading.ts';

/** What a study says of one practice; what it does not say is absent. */
export interface Use {
  readonly scheme: Scheme;
  /** Where it is named. */
  readonly at: Located;
  readonly options: Readonly<Record<string, number>>;
  readonly start?: number;
  readonly stop?: number;
  readonly ramp?: number;
  readonly where?: Coverage;
}

/** Whether a use says anything of when and for whom. */
export function isStaged(use: Use): boolean {
  return use.start !== undefined || use.ramp !== undefined || use.where !== undefined;
}

/** Reads practices as a study names them. */
export class Uses {
  readonly #values: Values;
  readonly #teamNames: readonly string[];
  /** Earliest and latest start. */
  readonly #days: readonly [number, number];

  constructor(values: Values, teamNames: readonly string[], days: readonly [number, number]) {
    this.#values = values;
    this.#teamNames = teamNames;
    this.#days = days;
  }

  /** Plan types: `agile`, `{agile: {…}}`, a list or map of several, or `none`. The same one twice is a problem. */
  planTypes(at: Located): Use[] {
    if (at.scalar === 'none') return [];
    if (at.isMap || at.isList) return this.#several(at.own, 'plan-type');
    const use = this.#one(at, at, null, 'plan-type');
    return use === undefined ? [] : [use];
  }

  /** A list of `id` or `{id: {…}}`, or one map of them. The same one twice is a problem. */
  schemes(at: Located): Use[] {
    return this.#several(at, 'scheme');
  }

  #several(at: Located, kind: Scheme['kind']): Use[] {
    const uses = at.isMap
      ? this.#map(at, kind)
      : at.items().flatMap((item) => {
          if (item.isMap) return this.#map(item, kind);
          const use = this.#one(item, item, null, kind);
          return use === undefined ? [] : [use];
        });
    const seen = new Set<string>();
    return uses.filter((use) => {
      if (!seen.has(use.scheme.id)) return seen.add(use.scheme.id);
      use.at.problem(
        'duplicate-scheme',
        { en: `“${use.scheme.id}” is listed twice`, zh: `“${use.scheme.id}”重复列出` },
        { en: 'expected each practice once', zh: '每种做法只应列出一次' },
      );
      return false;
    });
  }

  #map(at: Located, kind: Scheme['kind']): Use[] {
    return [...at.entries()].flatMap(([id, settings]) => {
      const use = this.#one(settings.key, settings, id, kind);
      return use === undefined ? [] : [use];
    });
  }

  /** @param id the practice's id when it is a key; null when it stands at `at` */
  #one(at: Located, settings: Located, id: string | null, kind: Scheme['kind']): Use | undefined {
    const name = id ?? at.text();
    if (name === undefined) return undefined;
    const scheme = schemeById(name);
    if (scheme === undefined || scheme.kind !== kind) {
      this.#unknown(at, name, scheme, kind);
      return undefined;
    }
    if (id === null) return { scheme, at, options: {} };
    const names = new Map(Object.keys(scheme.options).map((option) => [optionKey(option), option]));
    const keys = settings.entries([...names.keys(), 'start', 'stop', 'ramp', 'where']);
    const options: Record<string, number> = {};
    for (const [key, option] of names) {
      const value = keys.has(key) ? this.#option(keys.get(key)!, scheme.options[option]!) : undefined;
      if (value !== undefined) options[option] = value;
    }
    const [first, last] = this.#days;
    const start = this.#values.day(keys.get('start'), first, last);
    const stop = this.#values.day(keys.get('stop'), first, LONGEST_DAYS);
    const ramp = this.#values.day(keys.get('ramp'), 0, LONGEST_DAYS);
    return {
      scheme,
      at,
      options,
      ...(start === undefined ? {} : { start }),
      ...(stop === undefined ? {} : { stop }),
      ...(ramp === undefined ? {} : { ramp }),
      ...(keys.has('where') ? { where: readWhere(keys.get('where'), this.#teamNames, this.#values) } : {}),
    };
  }

  /** An option's value: a number in the option's own unit, which may be written after it. */
  #option(at: Located, option: SchemeOption): number | undefined {
    if (option.unit === 'share') return this.#values.number(at, 'share', option.min, option.max, option.min);
    // The catalogue's money is in yuan, the study's in its own currency.
    const { yuan } = this.#values;
    if (option.unit === HOME.code)
      return yuan * this.#values.number(at, 'money', option.min / yuan, option.max / yuan, option.min / yuan);
    const text = typeof at.scalar === 'string' ? at.scalar.trim() : '';
    const bare = text.endsWith(` ${option.unit}`) ? text.slice(0, -option.unit.length) : at.scalar;
    const value = parseNumber(bare, 'count', '');
    const { min, max, choices } = option;
    const right = (x: number): boolean => choices?.includes(x) ?? (x >= min && x <= max);
    if (typeof value === 'number' && right(value)) return value;
    const name = { en: option.name.en.toLowerCase(), zh: option.name.zh };
    at.wrong(
      typeof value === 'number' ? 'out-of-range' : 'wrong-unit',
      choices === undefined
        ? `expected ${name.en}: a number from ${min} to ${max} (${option.unit})`
        : `expected ${name.en}: one of ${choices.join(', ')} (${option.unit})`,
      choices === undefined
        ? `应为${name.zh}：${min} 至 ${max} 之间的数`
        : `应为${name.zh}：${choices.join('、')} 之一`,
    );
    return undefined;
  }

  #unknown(at: Located, written: string, scheme: Scheme | undefined, kind: Scheme['kind']): void {
    const name = quoted(written);
    if (scheme !== undefined) {
      const right = scheme.kind === 'plan-type' ? `plan-type: ${name}` : `schemes: [${name}]`;
      at.problem(
        'wrong-kind',
        scheme.kind === 'plan-type'
          ? { en: `“${name}” is a plan type`, zh: `“${name}”是计划类型` }
          : { en: `“${name}” is a scheme, not a plan type`, zh: `“${name}”是方案，不是计划类型` },
        { en: `expected it as “${right}”`, zh: `应写作“${right}”` },
      );
      return;
    }
    const names = SCHEMES.filter((one) => one.kind === kind).map((one) => one.id);
    const what = kind === 'plan-type' ? ['plan type', '计划类型'] : ['scheme', '方案'];
    at.problem(
      'unknown-name',
      { en: `there is no ${what[0]} “${name}”`, zh: `没有${what[1]}“${name}”` },
      names.length > 0
        ? { en: `known: ${listed(names)}`, zh: `可用：${listed(names, '、')}` }
        : { en: 'this version knows none yet', zh: '此版本尚无可用者' },
      meantScheme(written, kind),
    );
  }
}
