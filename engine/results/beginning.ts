import { lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lockHolder } from './lock.ts';
import { MANIFEST } from './manifest.ts';
import { runUnwritable } from './run-failures.ts';
import { LOCK, lockPath, PARTIAL, SOURCE, STUDY } from './run-files.ts';
import { unfinished } from './whole-file.ts';

/** How a run's folder is made, and unmade when the run cannot begin after all. */

/** Files of a beginning, as they are made and when they are. */
const EARLY = [SOURCE, STUDY, MANIFEST].flatMap((name) => [name, unfinished(name)]);

/** Whether nothing but what is written before a manifest is here, so that nothing is lost by beginning again. */
export function isAbandonedBeginning(partial: string): boolean {
  return readdirSync(partial).every(
    (name) => name !== MANIFEST && (EARLY.includes(name) || name.startsWith(LOCK)),
  );
}

/** Whether a run may begin at `dir`: nothing is there, nor a run on its way there. */
export function isFree(dir: string): boolean {
  const partial = dir + PARTIAL;
  if (isThere(dir)) return false;
  return !isThere(partial) || (lockHolder(lockPath(partial)) === null && isAbandonedBeginning(partial));
}

/** Whether something has this name, if only a link that leads nowhere. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A part of the path is a file or may not be entered: making the folder will say which.
    return false;
  }
}

/** Makes a folder with its parents. @returns the first folder that was not there before, or null */
export function makeFolder(partial: string): string | null {
  try {
    return mkdirSync(partial, { recursive: true }) ?? null;
  } catch (error) {
    throw runUnwritable(partial, error);
  }
}

/**
 * Removes what a beginning that failed has left.
 *
 * @param made the first folder made for it
 * @param written whether files may have been written; else somebody else's may be there
 */
export function removeBeginning(partial: string, made: string | null, written: boolean): void {
  try {
    if (written) for (const name of EARLY) rmSync(join(partial, name), { force: true });
    if (made === null) return;
    for (let at = partial; ; at = dirname(at)) {
      rmdirSync(at);
      if (at === resolve(made)) return;
    }
  } catch {
    // Somebody else has put something there, or the disk is gone: then it stays.
  }
}
