import type { Language } from './format.ts';
import type { Localised } from './quantity.ts';

/** Something wrong with an input, and where. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Path inside the file, such as `alternatives.kam.schemes`; empty for the file as a whole. */
  readonly path: string;
  /** Stable name of the kind of problem. */
  readonly code: string;
  readonly found: Localised;
  readonly expected: Localised;
  /** A name that was probably meant. */
  readonly suggestion: string | null;
}

/** All the problems of an input at once. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => formatProblem(p, 'en')).join('\n'));
    this.name = 'ProblemsError';
    this.problems = problems;
  }
}

/** `file:line:column: path: found; expected. Did you mean …?` */
export function formatProblem(p: Problem, language: Language): string {
  const path = p.path === '' ? '' : `${p.path}: `;
  const where = `${p.file}:${p.line}:${p.column}: ${path}`;
  if (language === 'zh') {
    const meant = p.suggestion === null ? '' : `您是否想写“${p.suggestion}”？`;
    return `${where}${p.found.zh}；${p.expected.zh}。${meant}`;
  }
  const meant = p.suggestion === null ? '' : ` Did you mean “${p.suggestion}”?`;
  return `${where}${p.found.en}; ${p.expected.en}.${meant}`;
}

/** The name nearest to what was written, if it is near enough to have been meant. */
export function nearest(written: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  // At most what an edit distance says of names too unlike to compare.
  let bestDistance = Math.min(99, Math.max(1, Math.floor(written.length / 3)) + 1);
  for (const name of names) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Edits (insert, delete, replace, swap of neighbours) that turn one text into the other. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8 || a.length > 64) return 99;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
