import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Localised } from '../kernel/quantity.ts';
import { writeWhole } from './whole-file.ts';

export const MANIFEST = 'manifest.json';

/**
 * What a run folder is. Everything but `clock` and `machine` is the same each time the same study, options and engine
 * are run; those two are never the same twice and no result depends on them.
 */
export interface Manifest {
  readonly schema: 1;
  readonly engine: string;
  readonly study: {
    readonly title: Localised;
    /** SHA-256 of the study with nothing left to look up. */
    readonly hash: string;
    readonly seed: string;
  };
  /** Options of the command line that change results; plain JSON. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly state: 'running' | 'finished';
  readonly counts: {
    readonly alternatives: number;
    readonly replicationsPerDraw: number;
    /** 0 until finished. */
    readonly draws: number;
    /** Replications of each alternative; 0 until finished. */
    readonly replications: number;
  };
  /** All other files of a finished run, by name; of an unfinished one the study's, which must not change. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  /** When it was begun and finished, as ISO 8601. Not reproducible. */
  readonly clock: { readonly created: string; readonly finished: string | null };
  /** Where it ran last: threads, Node, system. Not reproducible. */
  readonly machine: Readonly<Record<string, unknown>>;
}

/** The manifest in a folder; null when there is none, `damaged` when it cannot be read or cannot be one of ours. */
export function readManifest(folder: string): Manifest | 'damaged' | null {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '') ? null : 'damaged';
  }
  try {
    const manifest = JSON.parse(text) as Manifest;
    const whole =
      manifest.schema === 1 &&
      typeof manifest.engine === 'string' &&
      typeof manifest.study?.title?.en === 'string' &&
      typeof manifest.study.title.zh === 'string' &&
      typeof manifest.study.hash === 'string' &&
      typeof manifest.study.seed === 'string' &&
      ['running', 'finished'].includes(manifest.state) &&
      typeof manifest.counts?.replications === 'number' &&
      typeof manifest.counts.replicationsPerDraw === 'number' &&
      Array.isArray(manifest.files) &&
      manifest.files.every((one) => typeof one?.name === 'string' && typeof one.sha256 === 'string') &&
      typeof manifest.clock?.created === 'string';
    return whole ? manifest : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Puts a manifest in its folder. */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeWhole(join(folder, MANIFEST), jsonText(manifest));
}

/** JSON as it stands in files and on the standard output: two spaces, keys as they come, a final line break. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
