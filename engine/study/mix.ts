import type { AnyPlan } from '../incentive/full-plan.ts';
import { nearest } from '../kernel/problems.ts';
import { policiesOf } from '../schemes/compose.ts';
import { exclusion, schemeById } from '../schemes/registry.ts';
import { OLD_HABIT } from './draft.ts';
import { type Located, listed, quoted } from './nodes.ts';
import type { Adoption, LeverChange } from './normal.ts';
import { isStaged, type Use } from './uses.ts';

/** What a company does: practices, direct lever changes, pay. */
export interface Mix {
  readonly adoptions: readonly Adoption[];
  readonly levers: readonly LeverChange[];
  readonly pay: AnyPlan;
  readonly payStartDay: number;
}

/** A practice newly taken up. */
function adopted(use: Use, startDay: number): Adoption {
  const start = use.start ?? startDay;
  if (use.stop !== undefined && use.stop <= start) {
    use.at.problem(
      'bad-stop',
      { en: `stops on workday ${use.stop}, before it starts`, zh: `第 ${use.stop} 个工作日停止，早于开始` },
      { en: 'expected a stop after the start', zh: '停止应晚于开始' },
    );
  }
  return {
    scheme: use.scheme.id,
    options: use.options,
    startDay: start,
    stopDay: use.stop ?? null,
    rampDays: use.ramp ?? 0,
    where: use.where ?? {},
  };
}

/** The baseline's practices: old habits unless they say when they start. */
export function habits(uses: readonly Use[]): Adoption[] {
  return uses.map((use) => adopted(use, OLD_HABIT));
}

/** The practices of an alternative while its changes are read, one after the other. */
export class Changes {
  #adoptions: Adoption[];
  readonly #start: number;

  /** @param start workday on which changes take place unless they say otherwise */
  constructor(from: readonly Adoption[], start: number) {
    this.#adoptions = [...from];
    this.#start = start;
  }

  /** The practices, plan types first. */
  get adoptions(): readonly Adoption[] {
    const planTypes = this.#adoptions.filter(isPlanType);
    return [...planTypes, ...this.#adoptions.filter((one) => !isPlanType(one))];
  }

  /**
   * Puts plan types in place of the present ones. Those in use already are kept; the others give way to a newcomer, to one
   * that excludes them if there is one.
   */
  planTypes(uses: readonly Use[]): void {
    const present = this.#adoptions.filter((one) => isPlanType(one) && one.stopDay === null);
    const listed = (id: string | undefined): boolean => uses.some((use) => use.scheme.id === id);
    const inForce = (use: Use): boolean => present.some((one) => one.scheme === use.scheme.id);
    const newcomers = uses.filter((use) => !inForce(use));
    for (const one of present) {
      // What has given way in part to one that stays is not touched.
      if (listed(one.scheme) || listed(one.yieldsTo)) continue;
      const heir = newcomers.find((use) => exclusion(use.scheme.id, one.scheme)) ?? newcomers[0];
      if (heir === undefined) this.#drop(one, this.#start);
      else this.#yield(one, heir, heir.start ?? this.#start);
    }
    for (const use of uses) {
      if (inForce(use)) this.#adjust(use);
      else this.add(use);
    }
  }

  /** One plan type gives way to another: at once, or where, while and as fast as that one spreads. */
  #yield(one: Adoption, use: Use, start: number): void {
    const ramp = use.ramp ?? 0;
    const forGood = use.where === undefined && use.stop === undefined;
    if (one.startDay >= start || (forGood && ramp === 0)) {
      this.#drop(one, start);
    } else {
      this.#replace({ ...one, stopDay: forGood ? start + ramp : one.stopDay, yieldsTo: use.scheme.id });
    }
  }

  /** Takes up a practice. One in use already is a problem unless it only gets other options or an end. */
  add(use: Use): void {
    const present = this.#adoptions.find((one) => one.scheme === use.scheme.id);
    if (present === undefined) {
      this.#adoptions.push(adopted(use, this.#start));
    } else if (present.stopDay !== null && !isStaged(use) && use.stop === undefined && this.#start === 0) {
      // Dropped by the alternative this one extends, and now kept after all.
      const { yieldsTo: _, ...kept } = present;
      this.#replace({ ...kept, options: { ...present.options, ...use.options }, stopDay: null });
    } else if (Object.keys(use.options).length === 0 && use.stop === undefined) {
      inUse(use, 'expected a practice not in use yet', '应为尚未采用的做法');
    } else {
      this.#adjust(use);
    }
  }

  /** Keeps only the schemes listed, and takes up those that are new. */
  only(uses: readonly Use[]): void {
    for (const one of this.#adoptions) {
      if (isPlanType(one) || one.stopDay !== null) continue;
      if (!uses.some((use) => use.scheme.id === one.scheme)) this.#drop(one, this.#start);
    }
    for (const use of uses) {
      const kept = this.#adoptions.some((one) => one.scheme === use.scheme.id && one.stopDay === null);
      const plain = Object.keys(use.options).length === 0 && use.stop === undefined && !isStaged(use);
      if (!kept || !plain) this.add(use);
    }
  }

  /** Drops a scheme by name. */
  remove(at: Located): void {
    const name = at.text();
    if (name === undefined) return;
    const inForce = this.#adoptions.filter((one) => !isPlanType(one) && one.stopDay === null);
    const present = inForce.find((one) => one.scheme === name);
    if (present !== undefined) {
      this.#drop(present, this.#start);
      return;
    }
    const names = inForce.map((one) => one.scheme);
    at.problem(
      'not-in-use',
      { en: `“${quoted(name)}” is not a scheme in use`, zh: `“${quoted(name)}”不是正在采用的方案` },
      names.length > 0
        ? { en: `expected one of ${listed(names)}`, zh: `应为其中之一：${listed(names, '、')}` }
        : { en: 'there is none to remove', zh: '没有可移除的方案' },
      nearest(name, names),
    );
  }

  #adjust(use: Use): void {
    const present = this.#adoptions.find((one) => one.scheme === use.scheme.id)!;
    if (isStaged(use)) {
      inUse(
        use,
        'expected no start, ramp or where: they belong to practices newly taken up',
        '不应有 start、ramp 或 where：它们只用于新采用的做法',
      );
      return;
    }
    if (Object.keys(use.options).length > 0 && this.#start > 0) {
      inUse(
        use,
        'expected its options to change on day 0: leave out the start of the alternative',
        '已采用做法的选项只能在第 0 天更改：请去掉此备选的 start',
      );
      return;
    }
    const options = { ...present.options, ...use.options };
    const { yieldsTo: _, ...kept } = present;
    this.#replace({ ...kept, options, stopDay: use.stop ?? present.stopDay });
  }

  #drop(one: Adoption, day: number): void {
    // A practice that would only have started later never does.
    if (one.startDay >= day) this.#adoptions = this.#adoptions.filter((other) => other !== one);
    else this.#replace({ ...one, stopDay: day });
  }

  #replace(one: Adoption): void {
    this.#adoptions = this.#adoptions.map((other) => (other.scheme === one.scheme ? one : other));
  }
}

function isPlanType(one: Adoption): boolean {
  return schemeById(one.scheme)?.kind === 'plan-type';
}

function inUse(use: Use, en: string, zh: string): void {
  const { id } = use.scheme;
  use.at.problem('already-in-use', { en: `“${id}” is in use already`, zh: `“${id}”已在采用` }, { en, zh });
}

/** Notes practices in force at the same time that choose a policy differently, those of `known` pairs aside. */
export function checkPolicies(at: Located, adoptions: readonly Adoption[], known: Set<string>): void {
  const end = (one: Adoption): number => one.stopDay ?? Number.POSITIVE_INFINITY;
  adoptions.forEach((a, i) => {
    for (const b of adoptions.slice(i + 1)) {
      if (a.startDay >= end(b) || b.startDay >= end(a)) continue;
      for (const conflict of policiesOf([a, b]).conflicts) {
        const pair = [...conflict.schemes].sort().join(' ');
        if (known.has(pair)) continue;
        known.add(pair);
        const [one, two] = conflict.schemes;
        const [first, second] = conflict.choices;
        at.problem(
          'policy-conflict',
          {
            en: `“${one}” sets ${conflict.policy} to ${first}, “${two}” to ${second}`,
            zh: `“${one}”把 ${conflict.policy} 定为 ${first}，“${two}”定为 ${second}`,
          },
          { en: 'expected practices that agree: leave one out', zh: '两者应一致：请去掉其一' },
        );
      }
    }
  });
}

/** Notes practices in force at the same time and for the same people that exclude each other, `known` pairs aside. */
export function checkExclusions(at: Located, adoptions: readonly Adoption[], known: Set<string>): void {
  adoptions.forEach((a, i) => {
    for (const b of adoptions.slice(i + 1)) {
      const why = exclusion(a.scheme, b.scheme);
      if (why === null || !meet(a, b)) continue;
      const pair = `excludes ${[a.scheme, b.scheme].sort().join(' ')}`;
      if (known.has(pair)) continue;
      known.add(pair);
      at.problem(
        'excluded',
        {
          en: `“${a.scheme}” and “${b.scheme}” exclude each other: ${why.en}`,
          zh: `“${a.scheme}”与“${b.scheme}”互相排斥：${why.zh}`,
        },
        {
          en: 'expected one of them, or each for people of its own (“where”: other teams or tenures)',
          zh: '应二选一，或用 where 分给不同的团队或工龄',
        },
      );
    }
  });
}

/** Whether two practices may be in force for one person at one time. */
function meet(a: Adoption, b: Adoption): boolean {
  const end = (one: Adoption): number => one.stopDay ?? Number.POSITIVE_INFINITY;
  if (a.startDay >= end(b) || b.startDay >= end(a)) return false;
  if (a.yieldsTo === b.scheme || b.yieldsTo === a.scheme) return false;
  const teams = [a.where.teams, b.where.teams];
  if (teams[0] && teams[1] && !teams[0].some((one) => teams[1]!.includes(one))) return false;
  const [one, two] = [a.where.tenureMonths, b.where.tenureMonths];
  return !one || !two || a.startDay !== b.startDay || (one[0] < two[1] && two[0] < one[1]);
}
