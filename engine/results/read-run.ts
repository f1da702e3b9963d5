import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, readManifest } from './manifest.ts';
import { runDamaged, runMissing } from './run-failures.ts';
import { finalPath, RESULT, STUDY } from './run-folder.ts';

/** What a finished run holds, its tables aside. */
export interface ReadRun {
  readonly dir: string;
  readonly manifest: Manifest;
  /** The study with nothing left to look up. */
  readonly study: unknown;
  /** The content of result.json. */
  readonly result: unknown;
}

/**
 * Reads a finished run.
 *
 * @throws Failure `run-missing` when there is none, finished or not; `run-damaged` when a file cannot be read
 */
export function readFinished(dir: string): ReadRun {
  const at = finalPath(dir);
  const manifest = readManifest(at);
  if (manifest === null) throw runMissing(at);
  if (manifest === 'damaged') throw runDamaged(at);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(at, name), 'utf8'));
  try {
    return { dir: at, manifest, study: read(STUDY), result: read(RESULT) };
  } catch (error) {
    throw runDamaged(at, error);
  }
}
