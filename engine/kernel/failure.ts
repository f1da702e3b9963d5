import type { Language } from './format.ts';
import type { Localised } from './quantity.ts';

/**
 * Work that could not be done, said in both languages. `code` is the stable name of the kind of failure; `message`
 * is the English text, for logs and stack traces.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;
  readonly text: Localised;

  constructor(code: string, text: Localised, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.code = code;
    this.text = text;
  }

  in(language: Language): string {
    return this.text[language];
  }
}

/** What the system said when it could not do something, for people. */
const REASONS: Readonly<Record<string, Localised>> = {
  ENOSPC: { en: 'the disk is full', zh: '磁盘已满' },
  EDQUOT: { en: 'the disk quota is used up', zh: '磁盘配额已用完' },
  EIO: { en: 'the disk reports an error', zh: '磁盘出错' },
  EROFS: { en: 'the disk is read-only', zh: '磁盘为只读' },
  EACCES: { en: 'permission is denied', zh: '没有权限' },
  EPERM: { en: 'permission is denied', zh: '没有权限' },
  ENOENT: { en: 'there is no such file or folder', zh: '没有此文件或文件夹' },
  ENOTDIR: { en: 'a part of the path is a file', zh: '路径中有一段是文件' },
  EISDIR: { en: 'found a folder in place of a file', zh: '此处是文件夹，应为文件' },
  EEXIST: { en: 'something of that name is there already', zh: '已有同名文件' },
  EMFILE: { en: 'too many files are open', zh: '打开的文件过多' },
  ENFILE: { en: 'too many files are open', zh: '打开的文件过多' },
  ENAMETOOLONG: { en: 'the name is too long', zh: '名称过长' },
  ELOOP: { en: 'links lead in a circle', zh: '链接循环' },
};

/** Whether an error is the system's word on a file, rather than a fault of this program. */
export function isSystemError(
  error: unknown,
): error is Error & { readonly code?: string; readonly path?: string } {
  return error instanceof Error && typeof (error as { syscall?: unknown }).syscall === 'string';
}

/** Why the system could not do something. */
export function systemReason(error: unknown): Localised {
  const { code, message } = error as { code?: string; message?: string };
  return REASONS[code ?? ''] ?? { en: message ?? String(error), zh: message ?? String(error) };
}
