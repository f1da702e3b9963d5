import { type Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { tidy } from '../../incentive/parts/rounding.ts';
import { nearest } from '../../kernel/problems.ts';
import { Located, listed, quoted } from '../nodes.ts';
import { inDigits, parseNumber } from '../numbers.ts';

const OPS = ['set', 'add', 'remove', 'scale'] as const;

/** A change of one place of a plan. */
interface Patch {
  readonly op: (typeof OPS)[number];
  readonly keys: readonly string[];
  /** Where the patch names the place. */
  readonly at: Located;
  /** What is put there; for `remove` the patch itself. */
  readonly value: Located;
}

/** A plan with its list of patches applied one after the other; those that miss are noted and left out. */
export function patched(plan: Located, patches: Located): Located {
  let result = plan;
  for (const item of patches.items()) {
    const patch = readPatch(item);
    if (patch !== undefined && fits(result, patch)) result = new Patched(result, patch);
  }
  return result;
}

function readPatch(item: Located): Patch | undefined {
  const entries = item.entries(['path', 'op', 'value']);
  if (!item.isMap) return undefined;
  const [path, opAt, value] = ['path', 'op', 'value'].map((key) => entries.get(key));
  if (path === undefined)
    item.missing(
      'path',
      'expected the place, such as components.commission.cap',
      '应写明位置，如 components.commission.cap',
    );
  if (opAt === undefined)
    item.missing('op', `expected one of ${listed(OPS)}`, `应为其中之一：${listed(OPS, '、')}`);
  const op = opAt?.choice(OPS);
  const keys = path?.isList ? path.items().map((one) => one.text() ?? '') : path?.text()?.split('.');
  if (path === undefined || op === undefined || keys === undefined) return undefined;
  if (op !== 'remove' && value === undefined) {
    item.missing('value', 'expected what to put there', '应写明新值');
    return undefined;
  }
  if (op === 'scale' && !(factorOf(value!) >= 0)) {
    value!.wrong('bad-patch', 'expected a factor such as 1.1 or 110%', '应为倍数，如 1.1 或 110%');
    return undefined;
  }
  return { op, keys, at: path, value: value ?? item };
}

/** Whether the place is there (for `add`: is not there, in a map that is). */
function fits(plan: Located, { op, keys, at }: Patch): boolean {
  let here = plan;
  for (const [depth, key] of keys.entries()) {
    const last = depth === keys.length - 1;
    const names = here.isMap ? [...here.entries().keys()] : [];
    const next = here.isMap ? here.entries().get(key) : here.isList ? here.items()[Number(key)] : undefined;
    if (last && op === 'add' && here.isMap && next === undefined) return true;
    if (last && op === 'add' && next !== undefined) {
      at.wrong('bad-patch', 'expected a place that is not there yet; use set', '此处已有值，应使用 set');
      return false;
    }
    if (next === undefined) {
      const where = quoted(keys.slice(0, depth).join('.')) || 'plan';
      at.problem(
        'bad-patch',
        { en: `“${where}” has no “${quoted(key)}”`, zh: `“${where}”中没有“${quoted(key)}”` },
        { en: `expected one of ${listed(names)}`, zh: `应为其中之一：${listed(names, '、')}` },
        nearest(key, names),
      );
      return false;
    }
    here = next;
  }
  return true;
}

/** A value with a patch somewhere inside. */
class Patched extends Located {
  readonly #inner: Located;
  readonly #patch: Patch;

  constructor(inner: Located, patch: Patch) {
    super(inner.origin, inner.node, inner.path, inner.offset, inner.base, inner.key);
    this.#inner = inner;
    this.#patch = patch;
  }

  override get own(): Located {
    return new Patched(this.#inner.own, this.#patch);
  }

  override over(base: Located): Located {
    return new Patched(this.#inner.over(base), this.#patch);
  }

  override entries(allowed?: readonly string[]): Map<string, Located> {
    const result = this.#inner.entries(allowed);
    const [key, ...rest] = this.#patch.keys as [string, ...string[]];
    const child = result.get(key);
    const { op, at } = this.#patch;
    if (child === undefined && op === 'add' && rest.length === 0) {
      const name = new Located(at.origin, new Scalar(key), at.path, at.offset);
      if (allowed !== undefined && !allowed.includes(key)) {
        at.problem(
          'unknown-key',
          { en: `unknown key “${quoted(key)}”`, zh: `未知的键“${quoted(key)}”` },
          { en: `known here: ${listed(allowed)}`, zh: `此处可用：${listed(allowed, '、')}` },
          nearest(key, allowed),
        );
      } else result.set(key, moved(this.#patch.value, this.path === '' ? key : `${this.path}.${key}`, name));
    } else if (child !== undefined) {
      const next = this.#changed(child, rest);
      if (next === undefined) result.delete(key);
      else result.set(key, next);
    }
    return result;
  }

  override items(): Located[] {
    const [key, ...rest] = this.#patch.keys as [string, ...string[]];
    return this.#inner.items().flatMap((item, i) => {
      if (String(i) !== key) return [item];
      return this.#changed(item, rest) ?? [];
    });
  }

  #changed(child: Located, rest: readonly string[]): Located | undefined {
    const { op, value } = this.#patch;
    if (rest.length > 0) return new Patched(child, { ...this.#patch, keys: rest });
    if (op === 'remove') return undefined;
    if (op === 'set') return moved(value, child.path, child.key);
    const scaled = scaledNode(child, factorOf(value));
    return new Located(value.origin, scaled, child.path, value.offset, null, child.key);
  }
}

/** What a patch scales by; NaN where that is no number. */
function factorOf(value: Located): number {
  const factor = parseNumber(value.scalar, 'share', '');
  return typeof factor === 'number' ? factor : Number.NaN;
}

/** A value as it reads at another place; problems still point to where it was written. */
function moved(value: Located, path: string, key: Located): Located {
  return new Located(value.origin, value.node, path, value.offset, null, key);
}

/** A copy of a value with every number in it multiplied; keys stay. It has no place of its own. */
function scaledNode(at: Located, factor: number): Node {
  if (at.isMap) {
    const map = new YAMLMap();
    for (const [key, child] of at.entries()) map.set(new Scalar(key), scaledNode(child, factor));
    return map;
  }
  if (at.isList) {
    const list = new YAMLSeq();
    for (const item of at.items()) list.add(scaledNode(item, factor));
    return list;
  }
  const { scalar } = at;
  if (typeof scalar === 'number') return new Scalar(tidy(scalar * factor));
  if (typeof scalar !== 'string') return new Scalar(scalar);
  return new Scalar(
    inDigits(scalar).replace(/\d[\d,]*(?:\.\d+)?/, (number) =>
      String(tidy(Number(number.replaceAll(',', '')) * factor)),
    ),
  );
}
