import { fullPlan } from '../../incentive/full-plan.ts';
import type { Measure, Plan } from '../../incentive/language.ts';
import { fromSimple } from '../../incentive/simple.ts';
import { nearest } from '../../kernel/problems.ts';
import { type Currency, HOME, YUAN } from '../currency.ts';
import { cyclic, Files, isFileName, type StudySource } from '../files.ts';
import { type Located, Problems } from '../nodes.ts';
import { halfWidth } from '../numbers.ts';
import { type FullPlans, NO_NAMES, type PlanScope, Plans } from '../pay.ts';
import type { Preset } from '../presets/contract.ts';
import { PRESETS, presetById } from '../presets/index.ts';
import { Values } from '../reading.ts';
import { SourceFile } from '../source.ts';
import { checkPlan } from './checks.ts';
import { readComponents } from './components.ts';
import { MOST, PlanValues } from './context.ts';
import { readAwards, readClub, readKickers, readPlanLimit, readPromotion, readSpiffs } from './extras.ts';
import { readMeasures } from './measures.ts';
import { patched } from './patches.ts';
import { readRounding, readTiming, TIMING_KEYS } from './timing.ts';

/** Every key of a plan in the full language. */
export const PLAN_KEYS = [
  'id',
  'title',
  'extends',
  'patches',
  'currency',
  'salary',
  'target-pay',
  'target-total',
  'pay-mix',
  'measures',
  'components',
  'kickers',
  'spiffs',
  'awards',
  'club',
  'promotion',
  'cap',
  'floor',
  ...TIMING_KEYS,
  'rounding',
];

/** What a plan is read with. */
export interface PlanSetting {
  readonly files: Files;
  /** The industry that `context` means, and whose usual plan fills in what plans may leave out. */
  readonly preset: Preset;
  /** The currency of a plan that names none. */
  readonly currency: Currency;
}

/**
 * Reads a plan by itself: a file, or an industry's usual plan by name. A flat plan becomes its full form.
 *
 * @throws ProblemsError with all problems at once, each with its file, line and column
 */
export function readPlan(name: string, source: StudySource, context = 'b2b-saas'): Plan {
  const problems = new Problems();
  const usual = presetById(name);
  if (usual !== undefined) return fromSimple(usual.pay, usual.currency);
  const preset = presetById(context) ?? PRESETS[0]!;
  const files = new Files(source, problems);
  const root = planFile(name, source, problems);
  const plan = root && readPlanAt(root, bareName(name), { files, preset, currency: HOME });
  problems.check();
  return plan ?? problems.fail();
}

/** The map in a plan's file; undefined, with problems noted, when there is none. */
function planFile(name: string, source: StudySource, problems: Problems): Located | undefined {
  const read = source.read(name, null);
  if (read === null) {
    const names = PRESETS.map((one) => one.id);
    problems.add({
      file: name,
      line: 1,
      column: 1,
      path: '',
      code: 'no-file',
      found: { en: 'there is no such file', zh: '没有此文件' },
      expected: {
        en: `expected the file of a plan, or an industry: ${names.join(', ')}`,
        zh: `应为方案文件，或行业名：${names.join('、')}`,
      },
      suggestion: nearest(name, names),
    });
    return undefined;
  }
  const file = new SourceFile(read.file, read.text, problems);
  if (!file.sound) return undefined;
  if (file.root.isMap) return file.root;
  file.root.wrong('not-a-map', 'expected a map of keys and values', '应为键值对');
  return undefined;
}

/**
 * Reads the plan at a place: a map in the full language, or a flat one. Undefined, with problems noted, when it is none.
 *
 * @param id what to call a plan that does not name itself
 */
export function readPlanAt(
  at: Located,
  id: string,
  setting: PlanSetting,
  scope: PlanScope = NO_NAMES,
): Plan | undefined {
  if (!isFull(at, setting.files, scope, [])) {
    const { preset, files, currency } = setting;
    const plans = new Plans(files, new Values(currency.code, currency.yuan), preset, currency);
    const flat = plans.read(at, id, NO_NAMES);
    return flat && fullPlan(flat, currency.code);
  }
  const whole = extended(at, setting.files, scope, [at.origin.file]);
  return whole && readFull(whole, at.own.entries().get('id')?.text() ?? id, setting);
}

/** The full language's part of reading a study's plans. */
export function fullPlans(setting: PlanSetting): FullPlans {
  return {
    isFull: (at, scope) => isFull(at, setting.files, scope, []),
    read: (at, id, scope) => readPlanAt(at, id, setting, scope),
  };
}

/** Whether a map is in the full language: it has components or patches, or what it extends has. */
function isFull(at: Located, files: Files, scope: PlanScope, chain: readonly string[]): boolean {
  const keys = at.isMap ? at.entries() : new Map<string, Located>();
  if (keys.has('components') || keys.has('patches')) return true;
  // By itself, a name or a file is what it names.
  const base = at.isMap ? keys.get('extends') : at;
  const name = base?.scalar;
  if (typeof name !== 'string' || chain.includes(name)) return false;
  const place = scope.place(name);
  if (place !== undefined) return isFull(place, files, scope, [...chain, name]);
  if (!isFileName(name)) return false;
  const file = files.named(name, base!);
  return file?.sound === true && isFull(file.root, files, NO_NAMES, [...chain, name]);
}

/** A plan on top of what it extends, patched. */
function extended(
  at: Located,
  files: Files,
  scope: PlanScope,
  chain: readonly string[],
): Located | undefined {
  const keys = at.entries();
  const name = keys.get('extends');
  const patches = keys.get('patches');
  if (name === undefined) {
    patches?.key.wrong(
      'bad-patch',
      'expected patches only in a plan that extends another',
      'patches 仅用于继承其他方案的方案',
    );
    return at;
  }
  const base = named(name, files, scope, chain);
  if (base === undefined) return undefined;
  return at.over(patches === undefined ? base : patched(base, patches));
}

/** What a name or file stands for, on top of what that extends. */
function named(at: Located, files: Files, scope: PlanScope, chain: readonly string[]): Located | undefined {
  const name = at.text();
  if (name === undefined) return undefined;
  const place = scope.place(name);
  if (place !== undefined) {
    if (chain.includes(name)) {
      cyclic(at, [...chain.slice(chain.indexOf(name)), name]);
      return undefined;
    }
    const next = [...chain, name];
    return place.isMap ? extended(place, files, scope, next) : named(place, files, scope, next);
  }
  if (!isFileName(name)) {
    at.wrong(
      'no-file',
      'expected the file or the name of a plan with components',
      '应为含 components 的方案文件或方案名',
    );
    return undefined;
  }
  const source = files.named(name, at);
  if (source === undefined || !source.sound) return undefined;
  if (chain.includes(source.file)) {
    cyclic(at, [...chain.slice(chain.indexOf(source.file)), source.file]);
    return undefined;
  }
  return extended(source.root, files, NO_NAMES, [...chain, source.file]);
}

function readFull(root: Located, id: string, setting: PlanSetting): Plan | undefined {
  const before = root.origin.problems.count;
  const keys = root.entries(PLAN_KEYS);
  const currencyAt = keys.get('currency');
  const usual = setting.currency.code;
  const currency = currencyAt?.choice(Object.keys(YUAN)) ?? usual;
  const values = new PlanValues(new Values(currency), setting.preset.pay.repeatRate);
  const measures: Measure[] = readMeasures(keys.get('measures'), values);
  const componentsAt = keys.get('components');
  if (componentsAt === undefined)
    root.missing('components', 'expected what the plan pays for', '应写明计酬组成');
  const components = componentsAt === undefined ? [] : readComponents(componentsAt, measures, values);
  const plan: Plan = {
    id,
    title: keys.get('title')?.localised() ?? null,
    currency,
    ...readTarget(root, keys, values),
    measures,
    components,
    kickers: readKickers(keys.get('kickers'), values),
    spiffs: readSpiffs(keys.get('spiffs'), values),
    awards: readAwards(keys.get('awards'), values),
    club: readClub(keys.get('club'), measures, values),
    promotion: readPromotion(keys.get('promotion'), measures, values),
    cap: readPlanLimit(keys.get('cap'), values),
    floor: readPlanLimit(keys.get('floor'), values),
    timing: readTiming(keys, values),
    rounding: readRounding(keys.get('rounding'), values),
  };
  if (root.origin.problems.count > before) return undefined;
  checkPlan(plan, root);
  return root.origin.problems.count > before ? undefined : plan;
}

/** Salary and target pay: any two of salary, target-pay, target-total and pay-mix give the rest. */
function readTarget(
  root: Located,
  keys: ReadonlyMap<string, Located>,
  values: PlanValues,
): Pick<Plan, 'salary' | 'targetPay'> {
  const [salaryAt, payAt, totalAt, mixAt] = ['salary', 'target-pay', 'target-total', 'pay-mix'].map((key) =>
    keys.get(key),
  );
  const given = [salaryAt, payAt, totalAt, mixAt].filter((one) => one !== undefined);
  if (given.length > 2) {
    given[2]!.key.wrong(
      'bad-plan',
      'expected two of salary, target-pay, target-total and pay-mix; they give the rest',
      'salary、target-pay、target-total、pay-mix 写明两项即可，其余由此得出',
    );
  }
  const mix = mixAt === undefined ? null : readMix(mixAt);
  const salary = salaryAt === undefined ? null : values.money(salaryAt, 0, 1e8);
  const pay = payAt === undefined ? null : values.money(payAt, 0, MOST);
  const total = totalAt === undefined ? null : values.money(totalAt, 0, MOST);
  if (salary !== null && pay === null && total === null && mix === null) return { salary, targetPay: null };
  if (salary !== null && pay !== null) return { salary, targetPay: pay };
  if (salary !== null && total !== null) {
    if (total < 12 * salary)
      totalAt!.wrong('bad-plan', 'expected at least a year’s salary', '应不低于全年底薪');
    return { salary, targetPay: Math.max(0, total - 12 * salary) };
  }
  if (mix !== null && mix > 0 && mix < 1) {
    if (salary !== null) return { salary, targetPay: (12 * salary * (1 - mix)) / mix };
    if (pay !== null) return { salary: (pay * mix) / (1 - mix) / 12, targetPay: pay };
  }
  if (mix !== null && total !== null) return { salary: (total * mix) / 12, targetPay: total * (1 - mix) };
  if (total !== null && pay !== null) return { salary: Math.max(0, total - pay) / 12, targetPay: pay };
  root.missing(
    'salary',
    'expected the salary a month (0 if there is none), or two of target-pay, target-total and pay-mix',
    '应写明每月底薪（没有请写 0），或 target-pay、target-total、pay-mix 中的两项',
  );
  return { salary: 0, targetPay: pay };
}

/** `60/40`: share of salary in total pay at target. */
function readMix(at: Located): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*[/:]\s*(\d+(?:\.\d+)?)$/.exec(halfWidth(String(at.scalar)));
  const [fixed, variable] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && Math.abs(fixed + variable - 100) < 1e-9) return fixed / 100;
  at.wrong('wrong-unit', 'expected salary/variable such as 60/40', '应为 底薪/浮动，如 60/40');
  return null;
}

function bareName(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}
