import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { Failure, systemReason } from '../kernel/failure.ts';
import type { UnitResult } from '../run/index.ts';
import {
  checkRecord,
  decodeHeader,
  encodeHeader,
  encodeRecord,
  FRAME_BYTES,
  HEADER_BYTES,
  isDamaged,
  type JournalIdentity,
} from './journal-format.ts';

export type { JournalIdentity } from './journal-format.ts';

/**
 * Finished units on disk, so that a run goes on where it was killed. Records are all of one length, each added in one
 * write and flushed to the disk: at the end, or in place of one that was damaged. What follows the last sound record is
 * cut off when the journal is opened.
 */
export class Journal {
  /** Bytes lost when the journal was opened: damaged records, and a torn end. */
  readonly cut: number;
  readonly #path: string;
  readonly #file: number;
  readonly #doubles: number;
  readonly #places = new Map<number, number>();
  readonly #done = new Set<number>();
  /** Where damaged records stand, the last first. */
  readonly #holes: number[] = [];
  #end = HEADER_BYTES;
  #open = true;

  private constructor(path: string, file: number, doubles: number) {
    this.#path = path;
    this.#file = file;
    this.#doubles = doubles;
    this.cut = this.#scan();
  }

  /** Begins a journal. @throws Failure `journal-exists` */
  static create(path: string, identity: JournalIdentity): Journal {
    const header = encodeHeader(identity);
    try {
      return Journal.#use(path, openSync(path, 'wx+'), identity, (file) => writeAll(file, header, 0));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new Failure('journal-exists', {
        en: `${path}: there is a journal already.`,
        zh: `${path}：日志文件已存在。`,
      });
    }
  }

  /**
   * Opens a journal, or begins it when there is none or its very header is incomplete (the process died while
   * creating it). A header with a few wrong bytes is mended, damaged records are left out.
   *
   * @throws Failure `journal-foreign` when it is of another study or engine version, `journal-damaged` when it is no
   *   journal (any more); it is left as is
   */
  static open(path: string, identity: JournalIdentity): Journal {
    const header = encodeHeader(identity);
    const file = openExisting(path, 'r+');
    if (file === null) return Journal.create(path, identity);
    return Journal.#use(path, file, identity, () => {
      const found = readHeader(file);
      const torn =
        found.length < HEADER_BYTES && Buffer.compare(found, header.subarray(0, found.length)) === 0;
      if (torn || isDamaged(found, header)) writeAll(file, header, 0);
      else refuseForeign(path, decodeHeader(found), identity);
    });
  }

  /** Makes the header right, then reads what follows; an error closes the file. */
  static #use(
    path: string,
    file: number,
    identity: JournalIdentity,
    prepare: (file: number) => void,
  ): Journal {
    try {
      prepare(file);
      return new Journal(path, file, identity.doubles);
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  /** Draws whose units are in the journal. */
  get done(): ReadonlySet<number> {
    return this.#done;
  }

  /** Adds a unit and flushes it to the disk. @throws Failure `journal-write`, after which the journal is as before */
  append(unit: UnitResult): void {
    if (this.#places.has(unit.draw)) throw new RangeError(`draw ${unit.draw} is in the journal already`);
    if (unit.data.length !== this.#doubles)
      throw new RangeError(`a unit of ${unit.data.length} doubles, not ${this.#doubles}`);
    const record = encodeRecord(unit.draw, unit.data);
    const hole = this.#holes.at(-1);
    try {
      writeAll(this.#file, record, hole ?? this.#end);
      fdatasyncSync(this.#file);
    } catch (error) {
      this.#forgetEnd();
      const reason = systemReason(error);
      throw new Failure(
        'journal-write',
        {
          en: `${this.#path}: cannot write: ${reason.en}.`,
          zh: `${this.#path}：无法写入：${reason.zh}。`,
        },
        error,
      );
    }
    if (hole === undefined) this.#end += record.length;
    else this.#holes.pop();
    this.#keep(unit.draw, hole ?? this.#end - record.length);
  }

  /** Reads a unit back. @throws RangeError when it is not there; Failure `journal-corrupt` when it has changed since */
  read(draw: number): UnitResult {
    const at = this.#places.get(draw);
    if (at === undefined) throw new RangeError(`draw ${draw} is not in the journal`);
    const record = this.#record(at);
    if (record === null || checkRecord(record, this.#doubles) !== draw) {
      throw new Failure('journal-corrupt', {
        en: `${this.#path}: the record of draw ${draw} has been damaged. --resume simulates it again.`,
        zh: `${this.#path}：第 ${draw} 组抽样的记录已损坏。用 --resume 继续会重新模拟。`,
      });
    }
    return { draw, data: new Float64Array(record.buffer, record.byteOffset + FRAME_BYTES, this.#doubles) };
  }

  /** Ends the use of the file; a second call does nothing. */
  close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }

  #scan(): number {
    const length = FRAME_BYTES + this.#doubles * 8;
    const holes: number[] = [];
    for (let at = HEADER_BYTES; ; at += length) {
      const record = this.#record(at);
      if (record === null) break;
      const draw = checkRecord(record, this.#doubles);
      if (draw === null || this.#places.has(draw)) {
        holes.push(at);
        continue;
      }
      this.#keep(draw, at);
      this.#end = at + length;
    }
    this.#holes.push(...holes.filter((at) => at < this.#end).reverse());
    const cut = fstatSync(this.#file).size - this.#end;
    if (cut > 0) ftruncateSync(this.#file, this.#end);
    return cut + this.#holes.length * length;
  }

  #keep(draw: number, at: number): void {
    this.#places.set(draw, at);
    this.#done.add(draw);
  }

  /** Cuts off what a failed write may have left; the next opening does the same where even that fails. */
  #forgetEnd(): void {
    try {
      ftruncateSync(this.#file, this.#end);
    } catch {
      // The first error is what matters.
    }
  }

  #record(at: number): Uint8Array | null {
    const bytes = new Uint8Array(FRAME_BYTES + this.#doubles * 8);
    return readAll(this.#file, bytes, at) === bytes.length ? bytes : null;
  }
}

/** How far a journal is, without opening it for writing. */
export interface JournalState {
  readonly identity: JournalIdentity;
  /** Whole records; the last ones may yet turn out to be damaged. */
  readonly units: number;
}

/** Looks into a journal, which another process may be writing. Null when there is none, or no whole header. */
export function peekJournal(path: string): JournalState | null {
  const file = openExisting(path, 'r');
  if (file === null) return null;
  try {
    const identity = decodeHeader(readHeader(file));
    if (identity === null) return null;
    const bytes = fstatSync(file).size - HEADER_BYTES;
    return { identity, units: Math.floor(bytes / (FRAME_BYTES + identity.doubles * 8)) };
  } finally {
    closeSync(file);
  }
}

function openExisting(path: string, flags: 'r' | 'r+'): number | null {
  try {
    return openSync(path, flags);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function refuseForeign(path: string, found: JournalIdentity | null, wanted: JournalIdentity): void {
  const refuse = (en: string, zh: string): never => {
    throw new Failure('journal-foreign', { en: `${path}: ${en}`, zh: `${path}：${zh}` });
  };
  if (found === null) {
    throw new Failure('journal-damaged', {
      en: `${path}: its header is damaged, so nobody can tell whose draws it holds. Remove this file to simulate them again, then go on with --resume.`,
      zh: `${path}：文件头已损坏，无法确认其中的抽样属于哪项研究。请删除该文件后用 --resume 继续，这些抽样将重新模拟。`,
    });
  } else if (found.engine !== wanted.engine) {
    const { engine } = found;
    refuse(
      `written by engine ${engine}, this is ${wanted.engine}: their numbers must not be mixed. Use engine ${engine} or run anew.`,
      `由引擎 ${engine} 写入，而当前引擎为 ${wanted.engine}，两者的数据不可混用。请使用引擎 ${engine}，或重新运行。`,
    );
  } else if (found.fingerprint !== wanted.fingerprint || found.doubles !== wanted.doubles) {
    refuse('belongs to another study.', '属于另一项研究。');
  }
}

function readHeader(file: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  return bytes.subarray(0, readAll(file, bytes, 0));
}

function readAll(file: number, bytes: Uint8Array, at: number): number {
  let read = 0;
  while (read < bytes.length) {
    const some = readSync(file, bytes, read, bytes.length - read, at + read);
    if (some === 0) break;
    read += some;
  }
  return read;
}

function writeAll(file: number, bytes: Uint8Array, at: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(file, bytes, written, bytes.length - written, at + written);
  }
}
