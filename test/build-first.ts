/**
 * Vitest's global set-up: the worker and the command line are tested as built, so build them first. Whatever tests leave in
 * the folder for temporary files, even those that were killed, goes when they are over.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../engine/cli/build.mjs';

export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'schemelab-test-'));
  process.env.TMPDIR = folder;
  await build();
  return () => rmSync(folder, { recursive: true, force: true });
}
