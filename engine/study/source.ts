import { type Document, LineCounter, type Node, type YAMLError } from 'yaml';
import type { Localised } from '../kernel/quantity.ts';
import { Located, type Origin, type Problems, quoted } from './nodes.ts';
import { MOST_ERRORS, MOST_LEXEMES, parseBounded } from './parse.ts';

/** Longest study or plan file accepted, in characters. */
export const LONGEST_FILE = 200_000;

/** Brackets, dashes or indentation steps nested deeper than this are refused before parsing. */
const DEEPEST = 50;

/** A parsed file. */
export class SourceFile implements Origin {
  readonly file: string;
  readonly problems: Problems;
  readonly lines = new LineCounter();
  readonly root: Located;
  /** Whether the file could be read at all. */
  readonly sound: boolean;

  /** Parses YAML or JSON; what is wrong with the text as a whole becomes problems. */
  constructor(file: string, text: string, problems: Problems) {
    this.file = file;
    this.problems = problems;
    const node = this.#parse(text);
    this.sound = node !== null;
    this.root = new Located(this, node, '', 0);
  }

  #parse(text: string): Node | null {
    const whole = (code: string, found: Localised, expected: Localised): null => {
      const place = { file: this.file, line: 1, column: 1, path: '', suggestion: null };
      this.problems.add({ ...place, code, found, expected });
      return null;
    };
    if (text.length > LONGEST_FILE) {
      return whole(
        'too-long',
        { en: `the file has ${text.length} characters`, zh: `文件有 ${text.length} 个字符` },
        { en: `expected at most ${LONGEST_FILE}`, zh: `最多 ${LONGEST_FILE} 个` },
      );
    }
    // What a decoder leaves where bytes were no text, and the zero byte that text never has.
    const binary = text.search(/[\0\uFFFD]/);
    if (binary >= 0) {
      this.lines.addNewLine(0);
      for (let i = 0; i < binary; i++) if (text.charCodeAt(i) === 10) this.lines.addNewLine(i + 1);
      new Located(this, null, '', binary).problem(
        'not-text',
        { en: 'found bytes that are no text', zh: '发现非文本字节' },
        { en: 'expected YAML or JSON in UTF-8', zh: '应为 UTF-8 编码的 YAML 或 JSON' },
      );
      return null;
    }
    const tooDeep = (): null =>
      whole(
        'too-deep',
        { en: `the file is nested more than ${DEEPEST} deep`, zh: `文件嵌套超过 ${DEEPEST} 层` },
        { en: 'expected a few levels', zh: '应只有数层' },
      );
    if (nesting(text) > DEEPEST) return tooDeep();
    let document: Document | null;
    try {
      document = parseBounded(text, this.lines);
    } catch (error) {
      if (error instanceof RangeError) return tooDeep();
      throw error;
    }
    if (document === null) {
      return whole(
        'too-long',
        {
          en: `the file has more than ${MOST_LEXEMES} words and marks`,
          zh: `文件的词与符号超过 ${MOST_LEXEMES} 个`,
        },
        { en: 'expected a few hundred, a few thousand at most', zh: '应为数百个，至多数千个' },
      );
    }
    const wrong = [...document.errors, ...document.warnings];
    for (const error of wrong.slice(0, MOST_ERRORS)) this.#syntax(error);
    if (wrong.length > 0) return null;
    const node = document.contents as Node | null;
    if (node === null || new Located(this, node, '', 0).absent) {
      return whole(
        'empty',
        { en: 'the file is empty', zh: '文件为空' },
        { en: 'expected keys and values', zh: '应有键值对' },
      );
    }
    return node;
  }

  #syntax(error: YAMLError): void {
    new Located(this, null, '', error.pos[0]).problem(
      'syntax',
      {
        en: quoted(error.message.replace(/; please use .*$|\.$/, ''), 160),
        zh: SYNTAX_ZH[error.code] ?? '语法错误',
      },
      { en: 'expected well-formed YAML or JSON', zh: '应为合法的 YAML 或 JSON' },
    );
  }
}

const SYNTAX_ZH: Readonly<Record<string, string>> = {
  BAD_ALIAS: '别名有误',
  BAD_DIRECTIVE: '指令行有误',
  BAD_DQ_ESCAPE: '双引号内的转义有误',
  BAD_INDENT: '缩进有误',
  BAD_SCALAR_START: '值不能以此字符开头',
  BLOCK_AS_IMPLICIT_KEY: '一行中嵌套了多个键值对',
  BLOCK_IN_FLOW: '括号内不能使用缩进写法',
  KEY_OVER_1024_CHARS: '键名过长',
  MISSING_CHAR: '缺少必要的字符（如引号、括号或冒号后的空格）',
  MULTILINE_IMPLICIT_KEY: '键名跨行',
  MULTIPLE_DOCS: '一个文件中有多份文档',
  TAB_AS_INDENT: '用制表符缩进，应改用空格',
  TAG_RESOLVE_FAILED: '不支持的类型标签',
  UNEXPECTED_TOKEN: '出现意外的内容',
};

/** Deepest nesting of brackets, of indentation steps, and of dashes on one line, in a text. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let indent = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 91 || c === 123) deepest = Math.max(deepest, ++depth);
    else if (c === 93 || c === 125) depth = Math.max(0, depth - 1);
    else if (c === 10) {
      let spaces = 0;
      while (text.charCodeAt(i + 1 + spaces) === 32) spaces++;
      indent = Math.max(indent, spaces);
      i += spaces;
    }
  }
  // "- - - -" and "? ? ? ?" on one line nest too.
  const dashes = /(?:[-?:] +){51}/.test(text) ? DEEPEST + 1 : 0;
  return Math.max(deepest, dashes, Math.floor(indent / 8));
}
