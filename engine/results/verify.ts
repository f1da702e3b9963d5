import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { systemReason } from '../kernel/failure.ts';
import type { Localised } from '../kernel/quantity.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';
import { fingerprintFile } from './whole-file.ts';

/** What can be wrong with a file of a run. */
export interface FileFault {
  readonly file: string;
  /** `changed`: its bytes are not those the manifest was written for; `mixed`: it is of another run. */
  readonly kind: 'missing' | 'changed' | 'unreadable' | 'unlisted' | 'mixed';
  /** Why it cannot be read. */
  readonly reason?: Localised;
}

const NO_MANIFEST: Localised = { en: 'it is no manifest', zh: '内容不是清单' };

/** A fault in words, without a full stop. */
export function faultText({ file, kind, reason }: FileFault): Localised {
  switch (kind) {
    case 'missing':
      return { en: `${file} is missing`, zh: `缺少 ${file}` };
    case 'changed':
      return {
        en: `${file} is not what was written: its SHA-256 is not the manifest’s`,
        zh: `${file} 已被改动或损坏：其 SHA-256 与清单不符`,
      };
    case 'unreadable':
      return { en: `${file} cannot be read: ${reason!.en}`, zh: `${file} 无法读取：${reason!.zh}` };
    case 'mixed':
      return {
        en: `${file} is of another run than the other files`,
        zh: `${file} 与其他文件不属于同一次运行`,
      };
    case 'unlisted':
      return { en: `the manifest does not list ${file}`, zh: `清单中没有 ${file}` };
  }
}

/**
 * Compares every file of a finished run with its manifest.
 *
 * @param dir the run's folder
 * @param expected files that must be there
 * @returns what is wrong, file by file; empty when nothing is
 */
export function verifyRun(dir: string, expected: readonly string[]): FileFault[] {
  const manifest = readManifest(dir);
  if (manifest === null) return [{ file: MANIFEST, kind: 'missing' }];
  if (manifest === 'damaged') return [{ file: MANIFEST, kind: 'unreadable', reason: NO_MANIFEST }];
  const listed = manifest.files.map((one) => one.name);
  return [
    ...expected
      .filter((name) => !listed.includes(name))
      .map((file): FileFault => ({ file, kind: 'unlisted' })),
    ...listed.flatMap((name) => verifyFile(dir, manifest, name) ?? []),
  ];
}

/** What is wrong with a file that the manifest lists; null when nothing is. */
export function verifyFile(dir: string, manifest: Manifest, name: string): FileFault | null {
  return faultOf(name, () => {
    const listed = manifest.files.find((one) => one.name === name);
    if (listed === undefined) return 'unlisted';
    const path = join(dir, name);
    if (statSync(path).size !== listed.bytes) return 'changed';
    return fingerprintFile(path).sha256 === listed.sha256 ? null : 'changed';
  });
}

/** A text that the manifest lists, or what is wrong with it: read once, so that what is checked is what is used. */
export function verifiedText(dir: string, manifest: Manifest, name: string): string | FileFault {
  let bytes = Buffer.alloc(0);
  const fault = faultOf(name, () => {
    const listed = manifest.files.find((one) => one.name === name);
    if (listed === undefined) return 'unlisted';
    bytes = readFileSync(join(dir, name));
    return createHash('sha256').update(bytes).digest('hex') === listed.sha256 ? null : 'changed';
  });
  return fault ?? bytes.toString('utf8');
}

function faultOf(file: string, look: () => FileFault['kind'] | null): FileFault | null {
  try {
    const kind = look();
    return kind === null ? null : { file, kind };
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return { file, kind: 'missing' };
    return { file, kind: 'unreadable', reason: systemReason(error) };
  }
}
