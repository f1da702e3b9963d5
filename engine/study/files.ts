import type { Located, Problems } from './nodes.ts';
import { SourceFile } from './source.ts';

/** Where study and plan files come from; the caller knows the file system, this room does not. */
export interface StudySource {
  /**
   * The text of a file, or null when there is none.
   *
   * @param path as written by the user
   * @param from the `file` of the study or plan that mentions it, to which `path` is relative; null for the study
   * @returns `file`: one name per file, the same however it was reached; messages show it
   */
  read(path: string, from: string | null): { readonly file: string; readonly text: string } | null;
}

/** Whether a name means a file rather than something known by name. */
export function isFileName(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name);
}

/** Opens files once each and notes those that are missing. */
export class Files {
  readonly #source: StudySource;
  readonly #problems: Problems;
  readonly #open = new Map<string, SourceFile>();

  constructor(source: StudySource, problems: Problems) {
    this.#source = source;
    this.#problems = problems;
  }

  /** A file named by the user at `at`, or undefined with a problem noted. */
  named(path: string, at: Located): SourceFile | undefined {
    const read = this.#source.read(path, at.origin.file);
    if (read === null) {
      at.wrong('no-file', 'expected the name of a file, relative to this one', '应为相对于本文件的文件名');
      return undefined;
    }
    return this.#file(read);
  }

  #file(read: { readonly file: string; readonly text: string }): SourceFile {
    let file = this.#open.get(read.file);
    if (file === undefined) {
      file = new SourceFile(read.file, read.text, this.#problems);
      this.#open.set(read.file, file);
    }
    return file;
  }

  /** The study at `path`, on top of those it extends. Undefined, with problems noted, when it cannot be read. */
  study(path: string): Located | undefined {
    const read = this.#source.read(path, null);
    if (read === null) {
      this.#problems.add({
        file: path,
        line: 1,
        column: 1,
        path: '',
        code: 'no-file',
        found: { en: 'there is no such file', zh: '没有此文件' },
        expected: { en: 'expected a study file', zh: '应为研究文件' },
        suggestion: null,
      });
      return undefined;
    }
    return this.#extended(this.#file(read), [read.file]);
  }

  #extended(file: SourceFile, chain: readonly string[]): Located | undefined {
    if (!file.sound) return undefined;
    const { root } = file;
    if (!root.isMap) {
      root.wrong('not-a-map', 'expected a map of keys and values', '应为键值对');
      return undefined;
    }
    const at = root.entries().get('extends');
    const name = at?.text();
    if (at === undefined || name === undefined) return root;
    const base = this.named(name, at);
    if (base === undefined) return root;
    if (chain.includes(base.file)) {
      cyclic(at, [...chain.slice(chain.indexOf(base.file)), base.file]);
      return root;
    }
    const below = this.#extended(base, [...chain, base.file]);
    return below === undefined ? root : root.over(below);
  }
}

/** Notes that something extends itself, by way of the names given. */
export function cyclic(at: Located, names: readonly string[]): void {
  const way = names.join(' → ');
  at.problem(
    'cyclic-extends',
    { en: `extends itself: ${way}`, zh: `循环继承：${way}` },
    { en: 'expected a chain that ends', zh: '继承链应有终点' },
  );
}
