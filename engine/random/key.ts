import seedrandom from 'seedrandom';

/** Three words that stand for a study's seed text: the first three 32-bit integers of seedrandom(text). */
export function studyKey(seed: string): readonly [number, number, number] {
  const generator = seedrandom(seed);
  return [generator.int32() >>> 0, generator.int32() >>> 0, generator.int32() >>> 0];
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
