import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Localised } from '../../engine/kernel/quantity.ts';

/** What the server remembers of a run beside its folder, so that a restart changes nothing. */
export interface Memo {
  /** Whether it is to be worked on: `stop` when somebody stopped it. */
  readonly wanted: 'run' | 'stop';
  /** The run it makes finer. */
  readonly continues: string | null;
  readonly failure: { readonly code: string; readonly message: Localised } | null;
}

const USUAL: Memo = { wanted: 'stop', continues: null, failure: null };

/** Paths of what belongs to a run in the data folder. */
export function pathsOf(data: string, id: string) {
  return {
    dir: join(data, id),
    memo: join(data, `${id}.json`),
    journal: join(data, `${id}.journal`),
    /** What the name of its chart data begins with; the program that made them comes after. */
    charts: join(data, `${id}.charts`),
  };
}

/** The memo of a run; one that says nothing when there is none, or it is damaged. */
export function readMemo(path: string): Memo {
  if (!existsSync(path)) return USUAL;
  try {
    const memo = JSON.parse(readFileSync(path, 'utf8')) as Partial<Memo>;
    return {
      wanted: memo.wanted === 'run' ? 'run' : 'stop',
      continues: typeof memo.continues === 'string' ? memo.continues : null,
      failure: memo.failure ?? null,
    };
  } catch {
    return USUAL;
  }
}

/** Puts a memo in place whole. */
export function writeMemo(path: string, memo: Memo): void {
  writeFileSync(`${path}.tmp`, JSON.stringify(memo));
  renameSync(`${path}.tmp`, path);
}

/** Removes everything of a run. */
export function removeRun(data: string, id: string): void {
  const named = readdirSync(data).filter((name) => name === id || name.startsWith(`${id}.`));
  for (const name of named) rmSync(join(data, name), { recursive: true, force: true });
}
