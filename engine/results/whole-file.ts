import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a file is called until it is whole. */
export function unfinished(path: string): string {
  return `${path}.tmp`;
}

/** Writes a text so that `path` is either as before or whole, whatever happens meanwhile. */
export function writeWhole(path: string, text: string): void {
  writeFileSync(unfinished(path), text);
  makeWhole(path);
}

/** Gives what was written under the unfinished name its own name, once it is on the disk. */
export function makeWhole(path: string): void {
  flush(unfinished(path));
  renameSync(unfinished(path), path);
}

/** Waits until a file, or the entries of a folder, are on the disk. */
export function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } catch (error) {
    // Some systems know no flushing of folders, and none of what is open for reading.
    if (!['EPERM', 'EISDIR', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    closeSync(file);
  }
}

/** Moves a folder; both names and the parent are on the disk afterwards. */
export function moveFolder(from: string, to: string): void {
  flush(from);
  renameSync(from, to);
  flush(dirname(to));
}

/** Size and SHA-256 of a file. */
export function fingerprintFile(path: string): { readonly bytes: number; readonly sha256: string } {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const read = readSync(file, chunk, 0, chunk.length, null);
      if (read === 0) break;
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return { bytes: statSync(path).size, sha256: hash.digest('hex') };
}
