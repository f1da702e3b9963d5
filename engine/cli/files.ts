import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { Failure, systemReason } from '../kernel/failure.ts';
import type { StudySource } from '../study/index.ts';
import { usageFailure } from './options.ts';

/** Larger files are not even read; the reader of studies sets its own, smaller limit. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Studies and plans from the file system, named relative to the file that mentions them. */
export const studyFiles: StudySource = {
  read(path, from) {
    const full = from === null || isAbsolute(path) ? path : join(dirname(from), path);
    const text = readText(full);
    return text === null ? null : { file: full, text };
  },
};

function readText(path: string): string | null {
  return readBytes(path)?.toString('utf8') ?? null;
}

/** A file's bytes, or null when there is no such file. @throws Failure `usage` when it cannot be read */
export function readBytes(path: string): Buffer | null {
  try {
    const stat = statSync(path);
    if (!stat.isFile())
      throw usageFailure(
        `${path}: found a folder or device; expected a file.`,
        `${path}：这是文件夹或设备，应为文件。`,
      );
    if (stat.size > LARGEST_FILE)
      throw usageFailure(
        `${path}: ${stat.size} bytes are too many for a study.`,
        `${path}：${stat.size} 字节，超出研究文件的上限。`,
      );
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    const { en, zh } = systemReason(error);
    throw usageFailure(`${path}: cannot be read: ${en}.`, `${path}：无法读取：${zh}。`);
  }
}

/** A path as short as it can be written from here. */
export function shortPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near !== '' && near.length < path.length ? near : path;
}
