import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../kernel/failure.ts';
import type { Localised } from '../kernel/quantity.ts';
import { isAbandonedBeginning, isThere, makeFolder, removeBeginning } from './beginning.ts';
import { releaseLock, takeLock } from './lock.ts';
import { jsonText, type Manifest, readManifest, writeManifest } from './manifest.ts';
import {
  fileDamaged,
  runDamaged,
  runExists,
  runFinished,
  runForeign,
  runInUse,
  runMissing,
  runUnfinished,
  runUnwritable,
  studyEdited,
} from './run-failures.ts';
import { FILES, finalPath, JOURNAL, LOCK, lockPath, PARTIAL, RESULT, SOURCE, STUDY } from './run-files.ts';
import { TABLES, writeTables } from './tables.ts';
import type { TableNotes, Units } from './unit.ts';
import { verifyFile } from './verify.ts';
import { fingerprintFile, makeWhole, moveFolder, unfinished, writeWhole } from './whole-file.ts';

/** A run about to begin. */
export interface NewRun {
  readonly engine: string;
  readonly title: Localised;
  /** SHA-256 of the study with nothing left to look up, 64 hexadecimal digits. */
  readonly hash: string;
  readonly seed: string;
  /** The study file's own text. */
  readonly source: string;
  /** The study with nothing left to look up; plain JSON. */
  readonly study: unknown;
  readonly alternatives: number;
  readonly replicationsPerDraw: number;
  /** Options that change results, so neither threads nor folders. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The time now, as ISO 8601. */
  readonly created: string;
  /** Threads, Node and the like. */
  readonly machine: Readonly<Record<string, unknown>>;
}

/** Who takes a run up again. */
export interface ResumeCheck {
  readonly engine: string;
  /** SHA-256 of a study as `NewRun.hash` has it. May throw when it is no study. */
  readonly fingerprint: (study: unknown) => string;
}

/** A run that has ended. */
export interface FinishedRun {
  /** What becomes result.json. */
  readonly result: unknown;
  readonly units: Units;
  readonly notes: TableNotes;
  /** The time now, as ISO 8601. */
  readonly finished: string;
  readonly machine: Readonly<Record<string, unknown>>;
}

/**
 * The folder of a run. Until it is finished it is called DIR.partial and locked by the process at work; then all its
 * files are written, and in the end it is renamed to DIR: a run is whole or absent.
 */
export class RunFolder {
  /** Where the finished run will be. */
  readonly dir: string;
  /** Where it is being made. */
  readonly partial: string;
  readonly manifest: Manifest;
  /** The study as it stands in the folder, read back, so that a resumed run has the very same one. */
  readonly study: unknown;

  private constructor(dir: string, manifest: Manifest) {
    this.dir = dir;
    this.partial = dir + PARTIAL;
    this.manifest = manifest;
    this.study = JSON.parse(readFileSync(join(this.partial, STUDY), 'utf8'));
  }

  /** File for the journal of finished units; gone when the run is finished. */
  get journalPath(): string {
    return join(this.partial, JOURNAL);
  }

  /** The study file's own text. */
  get source(): string {
    return readFileSync(join(this.partial, SOURCE), 'utf8');
  }

  /**
   * Begins the folder of a run, parents included.
   *
   * @throws Failure `run-exists` when DIR exists, `run-unfinished` when an unfinished run is there, `run-in-use`,
   *   `run-unwritable`
   */
  static create(dir: string, run: NewRun): RunFolder {
    const at = finalPath(dir);
    const partial = at + PARTIAL;
    if (isThere(at)) throw runExists(at);
    const made = makeFolder(partial);
    let begun = false;
    try {
      return locked(partial, () => {
        if (!isAbandonedBeginning(partial)) throw runUnfinished(at);
        begun = true;
        return RunFolder.#begin(at, run);
      });
    } catch (error) {
      removeBeginning(partial, made, begun);
      throw isSystemError(error) ? runUnwritable(partial, error) : error;
    }
  }

  static #begin(at: string, run: NewRun): RunFolder {
    const partial = at + PARTIAL;
    writeWhole(join(partial, SOURCE), run.source);
    writeWhole(join(partial, STUDY), jsonText(run.study));
    const manifest: Manifest = {
      schema: 1,
      engine: run.engine,
      study: { title: run.title, hash: run.hash, seed: run.seed },
      options: run.options,
      state: 'running',
      counts: {
        alternatives: run.alternatives,
        replicationsPerDraw: run.replicationsPerDraw,
        draws: 0,
        replications: 0,
      },
      files: listed(partial, [STUDY, SOURCE]),
      clock: { created: run.created, finished: null },
      machine: run.machine,
    };
    // Last: a folder with a manifest is a run.
    writeManifest(partial, manifest);
    return new RunFolder(at, manifest);
  }

  /**
   * Takes up a run that was interrupted.
   *
   * @param dir DIR or DIR.partial
   * @param check this engine's version, and how it fingerprints a study: nothing else may go on with the run
   * @throws Failure `run-finished` when nothing is left to do (a finish that was interrupted is completed first),
   *   `run-missing`, `run-in-use`, `run-foreign`, `run-damaged`
   */
  static resume(dir: string, check: ResumeCheck): RunFolder {
    const at = finalPath(dir);
    const partial = at + PARTIAL;
    if (!isFolder(partial)) throw isFinishedRun(at) ? runFinished(at) : runMissing(at);
    return locked(partial, () => {
      const manifest = readManifest(partial);
      if (manifest === null) throw runMissing(at);
      if (manifest === 'damaged') throw runDamaged(partial);
      if (manifest.state === 'finished') {
        moveIntoPlace(partial, at);
        throw runFinished(at);
      }
      if (manifest.engine !== check.engine) throw runForeign(partial, manifest.engine, check.engine);
      for (const name of [SOURCE, STUDY]) {
        const fault = verifyFile(partial, manifest, name);
        if (fault?.kind === 'changed') throw studyEdited(partial, name);
        if (fault !== null) throw fileDamaged(partial, fault);
      }
      try {
        const folder = new RunFolder(at, manifest);
        if (check.fingerprint(folder.study) === manifest.study.hash) return folder;
      } catch (error) {
        throw runDamaged(partial, error);
      }
      throw runDamaged(partial);
    });
  }

  /** Writes the results of the run, then makes DIR of the folder. @throws Failure `run-exists` */
  finish(run: FinishedRun): void {
    const pathOf = (name: string): string => join(this.partial, name);
    writeWhole(pathOf(RESULT), jsonText(run.result));
    const { engine, study } = this.manifest;
    writeTables(run.units, run.notes, { engine, ...study }, (name) => unfinished(pathOf(name)));
    run.units.close?.();
    for (const name of TABLES) makeWhole(pathOf(name));
    const { draws, replicationsPerDraw, alternatives } = run.units;
    writeManifest(this.partial, {
      ...this.manifest,
      state: 'finished',
      counts: {
        alternatives: alternatives.length,
        replicationsPerDraw,
        draws,
        replications: draws * replicationsPerDraw,
      },
      files: listed(this.partial, FILES),
      clock: { ...this.manifest.clock, finished: run.finished },
      machine: run.machine,
    });
    moveIntoPlace(this.partial, this.dir);
  }

  /** Leaves the folder as it is, for a later process to resume. */
  release(): void {
    releaseLock(join(this.partial, LOCK));
  }
}

/** Files as a manifest lists them. */
function listed(dir: string, names: readonly string[]): Manifest['files'] {
  return names.map((name) => ({ name, ...fingerprintFile(join(dir, name)) }));
}

/** Runs `work` with the folder locked; the lock outlives success and is given up on error. */
function locked<T>(partial: string, work: () => T): T {
  const holder = takeLock(lockPath(partial));
  if (holder !== null) throw runInUse(partial, holder);
  try {
    return work();
  } catch (error) {
    releaseLock(lockPath(partial));
    throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isFinishedRun(dir: string): boolean {
  const manifest = readManifest(dir);
  return manifest !== null && manifest !== 'damaged' && manifest.state === 'finished';
}

/** The end of a finish, safe to be repeated: what only served the work goes, the folder gets its name. */
function moveIntoPlace(partial: string, dir: string): void {
  if (isThere(dir)) throw runExists(dir);
  for (const name of readdirSync(partial)) {
    if (name === JOURNAL || name.endsWith('.tmp') || name.startsWith(LOCK))
      rmSync(join(partial, name), { force: true });
  }
  moveFolder(partial, dir);
}
