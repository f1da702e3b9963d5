import { type Manifest, readManifest } from './manifest.ts';
import { fileDamaged, runDamaged, runMissing } from './run-failures.ts';
import { finalPath, RESULT, STUDY } from './run-files.ts';
import { verifiedText, verifyFile } from './verify.ts';

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
 * Reads a finished run. What is read is first compared with the manifest's SHA-256.
 *
 * @throws Failure `run-missing` when there is none, finished or not; `run-damaged` when a file is missing or changed
 */
export function readFinished(dir: string): ReadRun {
  const at = finalPath(dir);
  const manifest = readManifest(at);
  if (manifest === null) throw runMissing(at);
  if (manifest === 'damaged' || manifest.state !== 'finished') throw runDamaged(at);
  const read = (name: string): unknown => {
    const text = verifiedText(at, manifest, name);
    if (typeof text !== 'string') throw fileDamaged(at, text);
    return JSON.parse(text);
  };
  return { dir: at, manifest, study: read(STUDY), result: read(RESULT) };
}

/** Makes sure that a table of a finished run is what was written. @throws Failure `run-damaged` */
export function checkTable(run: Pick<ReadRun, 'dir' | 'manifest'>, name: string): void {
  const fault = verifyFile(run.dir, run.manifest, name);
  if (fault !== null) throw fileDamaged(run.dir, fault);
}
