import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml';
import { harmless } from '../kernel/format.ts';
import { nearest, type Problem, ProblemsError } from '../kernel/problems.ts';
import type { Localised } from '../kernel/quantity.ts';
import { parseNumber } from './numbers.ts';

/** Problems kept of one reading; nobody reads more, and a file of garbage has tens of thousands. */
const MOST_PROBLEMS = 200;

/** Collects the problems of one reading, over all files it touches. */
export class Problems {
  readonly #list: Problem[] = [];
  readonly #seen = new Set<string>();

  /** Notes a problem, once: a plan used by three alternatives is wrong once. */
  add(problem: Problem): void {
    const key = [problem.file, problem.line, problem.column, problem.code, problem.path].join('\0');
    if (this.#seen.has(key) || this.#list.length >= MOST_PROBLEMS) return;
    this.#seen.add(key);
    this.#list.push(problem);
  }

  /** How many are noted so far. */
  get count(): number {
    return this.#list.length;
  }

  /** Ends the reading if anything was wrong. @throws ProblemsError */
  check(): void {
    if (this.#list.length > 0) this.fail();
  }

  /** Ends the reading; problems file by file in the order of their lines. @throws ProblemsError */
  fail(): never {
    const files = [...new Set(this.#list.map((one) => one.file))];
    throw new ProblemsError(
      [...this.#list].sort(
        (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
      ),
    );
  }
}

/** A file as problems point into it. */
export interface Origin {
  readonly file: string;
  readonly lines: LineCounter;
  readonly problems: Problems;
}

/** Longest piece of a file that a message repeats; longest title, name or seed. */
const LONGEST_QUOTE = 60;
const LONGEST_TEXT = 200;

/** A text as a message may repeat it: short, and harmless wherever it is shown. */
export function quoted(text: string, longest = LONGEST_QUOTE): string {
  const clean = harmless(text);
  return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
}

/** A scalar as text: a number as it was written, so that a seed or a team may be called 007 or 1.10. */
function written(node: Node | null): string {
  if (!isScalar(node)) return '';
  return typeof node.value === 'number' ? (node.source ?? String(node.value)) : String(node.value);
}

/** Names in a row, the first 24 if there are more. */
export function listed(names: readonly string[], separator = ', '): string {
  return names.length > 24 ? `${names.slice(0, 24).join(separator)} …` : names.join(separator);
}

/** A value in a study file that knows where it stands. */
export class Located {
  readonly origin: Origin;
  readonly node: Node | null;
  readonly path: string;
  /** Where to point: at the value, or where it should have been. */
  readonly offset: number;
  /** The map this one overrides key by key, from a file or study it extends. */
  readonly base: Located | null;
  /** The key whose value this is; itself when it has none. */
  readonly key: Located;

  constructor(
    origin: Origin,
    node: Node | null,
    path: string,
    offset: number,
    base: Located | null = null,
    key: Located | null = null,
  ) {
    this.origin = origin;
    this.node = node;
    this.path = path;
    this.offset = node?.range?.[0] ?? offset;
    this.base = base;
    this.key = key ?? this;
  }

  /** The same value on top of another map. */
  over(base: Located): Located {
    return new Located(this.origin, this.node, this.path, this.offset, base, this.key);
  }

  /** The same value by itself: for maps that only make sense whole, such as distributions. */
  get own(): Located {
    if (this.base === null) return this;
    return new Located(this.origin, this.node, this.path, this.offset, null, this.key);
  }

  /** Notes a problem at this place. */
  problem(code: string, found: Localised, expected: Localised, suggestion: string | null = null): void {
    const { line, col } = this.origin.lines.linePos(this.offset);
    this.origin.problems.add({
      file: this.origin.file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      path: quoted(this.path),
      code,
      found,
      expected,
      suggestion,
    });
  }

  /** Notes that something else stands here than should. */
  wrong(code: string, en: string, zh: string): void {
    this.problem(code, this.found, { en, zh });
  }

  /** Notes that a key is not there that must be. */
  missing(key: string, en: string, zh: string): void {
    const path = this.path === '' ? key : `${this.path}.${key}`;
    new Located(this.origin, null, path, this.offset).problem(
      'missing-key',
      { en: `“${key}” is missing`, zh: `缺少“${key}”` },
      { en, zh },
    );
  }

  /** What stands here, as a message says it. */
  get found(): Localised {
    const { node } = this;
    if (isMap(node)) return { en: 'found a map', zh: '此处为键值对' };
    if (isSeq(node)) return { en: 'found a list', zh: '此处为列表' };
    if (this.absent) return { en: 'found nothing', zh: '此处为空' };
    const text = quoted(isScalar(node) ? String(node.value) : String(node));
    return { en: `found “${text}”`, zh: `发现“${text}”` };
  }

  get absent(): boolean {
    return this.node === null || (isScalar(this.node) && this.node.value === null);
  }

  /** The plain value when this is a scalar, or undefined. */
  get scalar(): unknown {
    return isScalar(this.node) ? this.node.value : undefined;
  }

  /**
   * Entries of a map, in order, those of the map it extends first; a problem when it is none. Keys written twice are
   * problems, and unknown keys when `allowed` is given.
   */
  entries(allowed?: readonly string[]): Map<string, Located> {
    const result = this.base?.entries(allowed) ?? new Map<string, Located>();
    if (this.absent) return result;
    if (!isMap(this.node)) {
      this.wrong('not-a-map', 'expected a map of keys and values', '应为键值对');
      return result;
    }
    const seen = new Set<string>();
    for (const pair of (this.node as YAMLMap).items) {
      const keyNode = pair.key as Node | null;
      const key = isScalar(keyNode) && keyNode.value !== null ? written(keyNode) : '';
      const path = this.path === '' ? key : `${this.path}.${key}`;
      const at = keyNode?.range?.[0] ?? this.offset;
      const place = new Located(this.origin, keyNode, path, at);
      if (key === '' || harmless(key) !== key) {
        place.wrong('bad-key', 'expected a key: one word before the colon', '应为键名：冒号前的一个词');
      } else if (isAlias(pair.value)) {
        new Located(this.origin, pair.value, path, at).wrong('alias', NO_ALIAS.en, NO_ALIAS.zh);
      } else if (seen.has(key)) {
        place.problem(
          'duplicate-key',
          { en: `“${quoted(key)}” is written twice`, zh: `“${quoted(key)}”重复出现` },
          { en: 'expected each key once', zh: '每个键只应出现一次' },
        );
      } else if (allowed !== undefined && !allowed.includes(key)) {
        place.problem(
          'unknown-key',
          { en: `unknown key “${quoted(key)}”`, zh: `未知的键“${quoted(key)}”` },
          /^\d{3}\D*$/.test(key)
            ? COMMA
            : { en: `known here: ${listed(allowed)}`, zh: `此处可用：${listed(allowed, '、')}` },
          nearest(key, allowed),
        );
      } else {
        const own = new Located(this.origin, pair.value as Node | null, path, at, null, place);
        const before = result.get(key);
        if (before === undefined) result.set(key, own);
        else if (!own.absent) result.set(key, own.isMap && before.isMap ? own.over(before) : own);
      }
      seen.add(key);
    }
    return result;
  }

  /** Items of a list; a problem when it is none. */
  items(): Located[] {
    if (this.absent) return [];
    if (!isSeq(this.node)) {
      this.wrong('not-a-list', 'expected a list', '应为列表');
      return [];
    }
    const items = this.node.items.map((item, i) => {
      return new Located(this.origin, item as Node, `${this.path}[${i}]`, this.offset);
    });
    for (const item of items) if (isAlias(item.node)) item.wrong('alias', NO_ALIAS.en, NO_ALIAS.zh);
    return items.filter((item) => !isAlias(item.node));
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** Yes or no, or undefined with a problem noted. */
  truth(): boolean | undefined {
    const value = this.scalar;
    if (typeof value === 'boolean') return value;
    if (value === 'yes' || value === 'no') return value === 'yes';
    this.wrong('not-a-truth', 'expected yes or no', '应为 yes 或 no');
    return undefined;
  }

  /** A text for people: one text for both languages, or `{en, zh}`; undefined with a problem noted. */
  localised(): Localised | undefined {
    if (!this.isMap) {
      const text = this.text();
      return text === undefined ? undefined : { en: text, zh: text };
    }
    const parts = this.entries(['en', 'zh']);
    const en = parts.get('en')?.text();
    const zh = parts.get('zh')?.text();
    if (parts.size === 0)
      this.wrong('not-a-text', 'expected a text, or {en: …, zh: …}', '应为文本，或 {en: …, zh: …}');
    const one = en ?? zh;
    return one === undefined ? undefined : { en: en ?? one, zh: zh ?? one };
  }

  /** A text of one line, or undefined with a problem noted. Numbers are taken as written. */
  text(): string | undefined {
    const value = this.scalar;
    if (typeof value === 'number' && Number.isFinite(value)) return written(this.node);
    const short = typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT;
    if (short && harmless(value) === value) return value;
    this.wrong(
      'not-a-text',
      `expected a text of one line, at most ${LONGEST_TEXT} characters, none of them invisible`,
      `应为一行文本，最多 ${LONGEST_TEXT} 个字符，不含不可见的控制字符`,
    );
    return undefined;
  }

  /** One of a few names, or undefined with a problem noted. */
  choice<T extends string>(names: readonly T[], code = 'unknown-name'): T | undefined {
    const value = this.scalar;
    const found = names.find((name) => name === value);
    if (found !== undefined) return found;
    this.problem(
      code,
      this.found,
      { en: `expected one of ${listed(names)}`, zh: `应为其中之一：${listed(names, '、')}` },
      typeof value === 'string' ? nearest(value, names) : null,
    );
    return undefined;
  }

  /** A whole number in a range, or undefined with a problem noted. */
  whole(min: number, max: number): number | undefined {
    const value = parseNumber(this.scalar, 'count', '');
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    const code = typeof value === 'number' && Number.isInteger(value) ? 'out-of-range' : 'not-whole';
    this.wrong(code, `expected a whole number from ${min} to ${max}`, `应为 ${min} 至 ${max} 的整数`);
    return undefined;
  }
}

const COMMA: Localised = {
  en: 'inside braces a comma ends a value: write 2000 or 2k for 2,000',
  zh: '花括号内逗号表示值的结束：2,000 请写 2000 或 2k',
};

const NO_ALIAS: Localised = {
  en: 'anchors and aliases are not used here; write the value, or use extends',
  zh: '不使用锚点与别名，请直接写值或用 extends',
};
