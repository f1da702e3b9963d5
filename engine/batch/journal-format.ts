import { crc32 } from 'node:zlib';

/** What a journal belongs to: units of another study, engine or size must never be mixed in. */
export interface JournalIdentity {
  /** SHA-256 of the study, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** Engine version, at most 32 ASCII characters. */
  readonly engine: string;
  /** Doubles in the data of one unit. */
  readonly doubles: number;
}

/*
 * The file is one header and then records, each written by a single write:
 *
 *   header   magic (8) | format version u32 | doubles u32 | fingerprint (64) | engine (32) | zeros (12) | CRC-32 u32
 *   record   mark u32 | draw u32 | data bytes u32 | CRC-32 of draw, length and data u32 | data
 *
 * Numbers of the header and record frames are little-endian; the data are doubles as the machine keeps them, because
 * a journal never leaves the machine it was written on (`mark` is written the same way, so a stranger is noticed).
 */
const MAGIC = 'SLJOURN\n';
const FORMAT = 1;
const MARK = 0x554e4954;

export const HEADER_BYTES = 128;
export const FRAME_BYTES = 16;

/** The header of a journal with this identity. */
export function encodeHeader(identity: JournalIdentity): Uint8Array {
  const { fingerprint, engine, doubles } = identity;
  if (!/^[0-9a-f]{64}$/.test(fingerprint))
    throw new RangeError(`not 64 hexadecimal digits: “${fingerprint}”`);
  if (!/^[\x21-\x7e]{1,32}$/.test(engine)) throw new RangeError(`not an engine version: “${engine}”`);
  if (!Number.isInteger(doubles) || doubles < 1) throw new RangeError(`not a number of doubles: ${doubles}`);
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(MAGIC, 0, 'latin1');
  bytes.writeUInt32LE(FORMAT, 8);
  bytes.writeUInt32LE(doubles, 12);
  bytes.write(fingerprint, 16, 'latin1');
  bytes.write(engine, 80, 'latin1');
  bytes.writeUInt32LE(crc32(bytes.subarray(0, HEADER_BYTES - 4)), HEADER_BYTES - 4);
  return bytes;
}

/** The identity in a header, or null when the bytes are no whole header of this format. */
export function decodeHeader(header: Uint8Array): JournalIdentity | null {
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
  if (bytes.length !== HEADER_BYTES || bytes.toString('latin1', 0, 8) !== MAGIC) return null;
  if (bytes.readUInt32LE(8) !== FORMAT) return null;
  if (bytes.readUInt32LE(HEADER_BYTES - 4) !== crc32(bytes.subarray(0, HEADER_BYTES - 4))) return null;
  return {
    doubles: bytes.readUInt32LE(12),
    fingerprint: bytes.toString('latin1', 16, 80),
    engine: bytes.toString('latin1', 80, 112).replace(/\0+$/, ''),
  };
}

/** Bytes in which a damaged header may differ from what it was: those of two studies differ in some 60. */
const MOST_DAMAGE = 8;

/** Whether the bytes of a header that is not sound are those of this one but for a little damage. */
export function isDamaged(header: Uint8Array, written: Uint8Array): boolean {
  if (header.length !== written.length || decodeHeader(header) !== null) return false;
  let wrong = 0;
  for (let i = 0; i < header.length; i++) if (header[i] !== written[i]) wrong++;
  return wrong <= MOST_DAMAGE;
}

/** A record, frame and data, ready to be written at once. */
export function encodeRecord(draw: number, data: Float64Array): Uint8Array {
  const body = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const bytes = Buffer.allocUnsafe(FRAME_BYTES + body.length);
  new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0] = MARK;
  bytes.writeUInt32LE(draw, 4);
  bytes.writeUInt32LE(body.length, 8);
  bytes.writeUInt32LE(crc32(body, crc32(bytes.subarray(4, 12))), 12);
  body.copy(bytes, FRAME_BYTES);
  return bytes;
}

/** The draw of a record of `doubles` doubles, or null when the record is not whole and sound. */
export function checkRecord(record: Uint8Array, doubles: number): number | null {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.byteLength);
  const length = doubles * 8;
  if (bytes.length !== FRAME_BYTES + length) return null;
  const marked = new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0] === MARK;
  if (!marked || bytes.readUInt32LE(8) !== length) return null;
  const sum = crc32(bytes.subarray(FRAME_BYTES), crc32(bytes.subarray(4, 12)));
  return sum === bytes.readUInt32LE(12) ? bytes.readUInt32LE(4) : null;
}
