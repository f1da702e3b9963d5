import { type Problem, ProblemsError } from '../kernel/problems.ts';
import type { Localised } from '../kernel/quantity.ts';

/** Problems kept of one table. */
const MOST_PROBLEMS = 50;

/** Notes what is wrong with a table, and where. */
export class TableProblems {
  readonly #file: string;
  readonly #list: Problem[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(
    at: { readonly line: number; readonly column: number },
    code: string,
    found: Localised,
    expected: Localised,
    suggestion: string | null = null,
  ): void {
    if (this.#list.length < MOST_PROBLEMS)
      this.#list.push({ file: this.#file, ...at, path: '', code, found, expected, suggestion });
  }

  /** @throws ProblemsError if anything was wrong, in the order of its lines */
  check(): void {
    if (this.#list.length === 0) return;
    throw new ProblemsError([...this.#list].sort((a, b) => a.line - b.line || a.column - b.column));
  }
}

/** What a message repeats of a cell. */
export function foundIn(text: string): Localised {
  if (text === '') return { en: 'found nothing', zh: '此处为空' };
  const short = text.slice(0, 60);
  return { en: `found “${short}”`, zh: `发现“${short}”` };
}
