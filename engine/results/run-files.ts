import { basename, join, resolve } from 'node:path';
import { TABLES } from './tables.ts';

/** What the files of a run are called, and where they are. */

export const PARTIAL = '.partial';
export const LOCK = 'lock';
export const JOURNAL = 'journal.bin';
export const SOURCE = 'study.yaml';
export const STUDY = 'study.json';
export const RESULT = 'result.json';

/** All files of a finished run but the manifest, which lists them. */
export const FILES: readonly string[] = [RESULT, SOURCE, STUDY, ...TABLES].sort();

/** Path of the lock of an unfinished run. */
export function lockPath(partial: string): string {
  return join(partial, LOCK);
}

/** Path of the journal of an unfinished run. */
export function journalPath(partial: string): string {
  return join(partial, JOURNAL);
}

/** Where a run ends up, given that place or the one where it is being made. */
export function finalPath(dir: string): string {
  const full = resolve(dir);
  return full.endsWith(PARTIAL) && basename(full) !== PARTIAL ? full.slice(0, -PARTIAL.length) : full;
}
