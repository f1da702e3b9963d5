import { sha256 } from '../kernel/hash.ts';

/**
 * Three words that stand for a study's seed text: the first 96 bits of the SHA-256 of its UTF-8 bytes. Blanks around
 * the text do not count, and a character means the same however it is composed (Unicode form NFC); all else does:
 * 1 and 11, 1 and 1.0, a and A are different seeds.
 */
export function studyKey(seed: string): readonly [number, number, number] {
  const digest = sha256(seed.normalize('NFC').trim());
  const word = (at: number): number => Number.parseInt(digest.slice(8 * at, 8 * at + 8), 16);
  return [word(0), word(1), word(2)];
}

/** Key of one replication, counted from 0 over all parameter draws. */
export function replicationKey(
  study: readonly [number, number, number],
  replication: number,
): readonly [number, number, number, number] {
  return [study[0], study[1], study[2], replication >>> 0];
}

/** Key of the parameter draws; no replication has this number. */
export function parameterKey(
  study: readonly [number, number, number],
): readonly [number, number, number, number] {
  return [study[0], study[1], study[2], 0xffffffff];
}
