import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { nearest, type Problem, ProblemsError } from '../kernel/problems.ts';
import type { Localised } from '../kernel/quantity.ts';

/** Longest study or plan file accepted, in characters. */
export const LONGEST_FILE = 1_000_000;

/** Collects the problems of one reading, over all files it touches. */
export class Problems {
  readonly list: Problem[] = [];

  /** Ends the reading if anything was wrong. @throws ProblemsError */
  check(): void {
    if (this.list.length > 0) throw new ProblemsError(this.list);
  }
}

/** A value in a study file that knows where it stands. */
export class Located {
  readonly source: SourceFile;
  readonly node: Node | null;
  readonly path: string;
  /** Where to point when the value itself is absent. */
  readonly offset: number;

  constructor(source: SourceFile, node: Node | null, path: string, offset: number) {
    this.source = source;
    this.node = node;
    this.path = path;
    this.offset = node?.range?.[0] ?? offset;
  }

  /** Notes a problem at this place. */
  problem(code: string, found: Localised, expected: Localised, suggestion: string | null = null): void {
    const { line, col } = this.source.lines.linePos(this.offset);
    this.source.problems.list.push({
      file: this.source.file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      path: this.path,
      code,
      found,
      expected,
      suggestion,
    });
  }

  /** Notes that something else stands here than should. */
  wrong(code: string, en: string, zh: string): void {
    const shown = this.show();
    this.problem(code, { en: `found ${shown}`, zh: `发现 ${shown}` }, { en, zh });
  }

  /** What stands here, shortened for a message. */
  show(): string {
    const { node } = this;
    if (node === null) return 'nothing';
    if (isMap(node)) return 'a map';
    if (isSeq(node)) return 'a list';
    const text = isScalar(node) ? String(node.value ?? 'nothing') : String(node);
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
  }

  get absent(): boolean {
    return this.node === null || (isScalar(this.node) && this.node.value === null);
  }

  /** The plain value when this is a scalar, or undefined. */
  get scalar(): unknown {
    return isScalar(this.node) ? this.node.value : undefined;
  }

  /** Entries of a map, in order; a problem when it is none. Unknown keys are problems when `allowed` is given. */
  entries(allowed?: readonly string[]): Map<string, Located> {
    const result = new Map<string, Located>();
    if (this.absent) return result;
    if (!isMap(this.node)) {
      this.wrong('not-a-map', 'expected a map of keys and values', '应为键值对');
      return result;
    }
    for (const pair of (this.node as YAMLMap).items) {
      const keyNode = pair.key as Node;
      const key = isScalar(keyNode) ? String(keyNode.value) : '';
      const path = this.path === '' ? key : `${this.path}.${key}`;
      const at = keyNode.range?.[0] ?? this.offset;
      if (key === '' || isAlias(pair.value)) {
        new Located(this.source, keyNode, path, at).wrong(
          'alias',
          'anchors and aliases are not used in studies; write the value, or use extends',
          '研究文件不使用锚点与别名,请直接写值或用 extends',
        );
        continue;
      }
      if (allowed !== undefined && !allowed.includes(key)) {
        new Located(this.source, keyNode, path, at).problem(
          'unknown-key',
          { en: `unknown key “${key}”`, zh: `未知的键"${key}"` },
          { en: `known here: ${listed(allowed)}`, zh: `此处可用:${listed(allowed)}` },
          nearest(key, allowed),
        );
        continue;
      }
      result.set(key, new Located(this.source, pair.value as Node | null, path, at));
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
    return this.node.items.map((item, i) => {
      const place = new Located(this.source, item as Node, `${this.path}[${i}]`, this.offset);
      if (isAlias(item))
        place.wrong('alias', 'anchors and aliases are not used in studies', '研究文件不使用锚点与别名');
      return place;
    });
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** A text, or undefined with a problem noted. Numbers are taken as written. */
  text(): string | undefined {
    const value = this.scalar;
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    this.wrong('not-a-text', 'expected a text', '应为文本');
    return undefined;
  }

  /** One of a few names, or undefined with a problem noted. */
  choice<T extends string>(names: readonly T[], code = 'unknown-name'): T | undefined {
    const value = this.scalar;
    const found = names.find((name) => name === value);
    if (found !== undefined) return found;
    this.problem(
      code,
      { en: `found ${this.show()}`, zh: `发现 ${this.show()}` },
      { en: `expected one of ${listed(names)}`, zh: `应为其中之一:${listed(names)}` },
      typeof value === 'string' ? nearest(value, names) : null,
    );
    return undefined;
  }

  /** A whole number in a range, or undefined with a problem noted. */
  whole(min: number, max: number): number | undefined {
    const value = this.scalar;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.wrong('not-whole', `expected a whole number from ${min} to ${max}`, `应为 ${min} 到 ${max} 的整数`);
    return undefined;
  }
}

function listed(names: readonly string[]): string {
  return names.length > 24 ? `${names.slice(0, 24).join(', ')} …` : names.join(', ');
}

/** A parsed file. */
export class SourceFile {
  readonly file: string;
  readonly text: string;
  readonly problems: Problems;
  readonly lines = new LineCounter();
  readonly root: Located;

  /** Parses; syntax errors become problems. */
  constructor(file: string, text: string, problems: Problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
    let node: Node | null = null;
    if (text.length > LONGEST_FILE) {
      this.#whole(
        'too-long',
        `the file has ${text.length} characters`,
        `文件有 ${text.length} 个字符`,
        `expected at most ${LONGEST_FILE}`,
        `最多 ${LONGEST_FILE} 个`,
      );
    } else if (nesting(text) > DEEPEST) {
      this.#whole(
        'too-deep',
        `the file is nested more than ${DEEPEST} deep`,
        `文件嵌套超过 ${DEEPEST} 层`,
        'a study is nested a few levels',
        '研究文件只需数层',
      );
    } else {
      const document = parseDocument(text, {
        lineCounter: this.lines,
        uniqueKeys: true,
        prettyErrors: false,
      });
      for (const error of document.errors.slice(0, 20)) {
        new Located(this, null, '', error.pos[0]).problem(
          error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'syntax',
          { en: error.message.replace(/\.$/, ''), zh: `YAML 语法错误(${error.message})` },
          { en: 'expected well-formed YAML or JSON', zh: '应为合法的 YAML 或 JSON' },
        );
      }
      if (document.errors.length === 0) node = document.contents as Node | null;
      if (document.errors.length === 0 && node === null) {
        this.#whole('empty', 'the file is empty', '文件为空', 'expected a study', '应为研究文件');
      }
    }
    this.root = new Located(this, node, '', 0);
  }

  #whole(code: string, en: string, zh: string, expectedEn: string, expectedZh: string): void {
    const place = { file: this.file, line: 1, column: 1, path: '', suggestion: null };
    this.problems.list.push({
      ...place,
      code,
      found: { en, zh },
      expected: { en: expectedEn, zh: expectedZh },
    });
  }
}

/** Brackets nested deeper than this are refused before parsing. */
const DEEPEST = 50;

/** Deepest nesting of brackets, and of indentation steps, in a text. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let indents = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 91 || c === 123) deepest = Math.max(deepest, ++depth);
    else if (c === 93 || c === 125) depth = Math.max(0, depth - 1);
    else if (c === 10) {
      let spaces = 0;
      while (text.charCodeAt(i + 1 + spaces) === 32) spaces++;
      indents = Math.max(indents, spaces);
    }
  }
  // "- - - -" on one line nests too.
  const dashes = /(?:- ){51}/.test(text) ? 51 : 0;
  return Math.max(deepest, dashes, Math.floor(indents / 8));
}
