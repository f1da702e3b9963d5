import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Localised } from '../kernel/quantity.ts';
import { lockHolder } from './lock.ts';
import { readManifest } from './manifest.ts';
import { finalPath, journalPath, lockPath } from './run-files.ts';

/** A run in a folder of runs. */
export interface ListedRun {
  /** Folder as it is or will be when finished. */
  readonly dir: string;
  /** `running`: a living process is at work on it; `interrupted`: it can be resumed by the engine that began it. */
  readonly state: 'finished' | 'running' | 'interrupted';
  /** Whether `--resume` works with this engine. */
  readonly resumable: boolean;
  readonly title: Localised;
  readonly seed: string;
  /** SHA-256 of the study. */
  readonly hash: string;
  readonly engine: string;
  /** Replications of each alternative done so far. */
  readonly replications: number;
  /** ISO 8601. */
  readonly created: string;
}

/** What listing needs to know from outside. */
export interface ListOptions {
  /** Version of this engine. */
  readonly engine: string;
  /** Draws finished in the journal at this path; 0 when there is none. */
  readonly drawsDone: (journalPath: string) => number;
  /** Told of each run that cannot be read; it is left out, the others are listed. */
  readonly onDamaged?: (dir: string) => void;
}

/**
 * The runs directly in a folder, oldest first; anything else there is passed over.
 *
 * @throws the system's error when the folder cannot be read
 */
export function listRuns(root: string, options: ListOptions): ListedRun[] {
  const runs: ListedRun[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(root, entry.name);
    const run = readRun(path, options);
    if (run === 'damaged') options.onDamaged?.(path);
    else if (run !== null) runs.push(run);
  }
  const key = (run: ListedRun): string => `${run.created}\n${run.dir}`;
  return runs.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function readRun(path: string, options: ListOptions): ListedRun | 'damaged' | null {
  const manifest = readManifest(path);
  if (manifest === null || manifest === 'damaged') return manifest;
  const dir = finalPath(path);
  // A folder without its final name is unfinished, whatever its manifest says: only the renaming may be missing.
  const state = stateOf(path, resolve(path) === dir);
  if (state === 'finished' && manifest.state !== 'finished') return 'damaged';
  let done = manifest.counts.replications;
  if (manifest.state !== 'finished') {
    try {
      done = options.drawsDone(journalPath(path)) * manifest.counts.replicationsPerDraw;
    } catch {
      // A journal that cannot be read is told of by whoever resumes.
      done = 0;
    }
  }
  return {
    dir,
    state,
    resumable: state === 'interrupted' && manifest.engine === options.engine,
    title: manifest.study.title,
    seed: manifest.study.seed,
    hash: manifest.study.hash,
    engine: manifest.engine,
    replications: done,
    created: manifest.clock.created,
  };
}

function stateOf(path: string, finished: boolean): ListedRun['state'] {
  if (finished) return 'finished';
  return lockHolder(lockPath(path)) === null ? 'interrupted' : 'running';
}
