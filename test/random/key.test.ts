import { describe, expect, test } from 'vitest';
import { parameterKey, replicationKey, studyKey } from '../../engine/random/key.ts';

describe('keys', () => {
  // Pinned: seeds people have noted down must keep their meaning. Any change here breaks every published result.
  test.each([
    ['schemelab', [4040957577, 3125933519, 2912466202]],
    ['board-2026', [180918381, 2577758447, 1601913602]],
    ['', [994027583, 3545621062, 669454676]],
    ['销售', [3524185873, 1637047159, 2341302680]],
  ] as const)('of seed text “%s” is pinned', (text, key) => {
    expect(studyKey(text)).toEqual(key);
  });

  test('of nearby texts differ', () => {
    const keys = Array.from({ length: 500 }, (_, i) => studyKey(`seed-${i}`).join());
    expect(new Set(keys).size).toBe(500);
  });

  test('never let a replication share the parameters’ key', () => {
    const study = studyKey('schemelab');
    const parameters = parameterKey(study).join();
    for (const replication of [0, 1, 399, 0x7fffffff, 0xfffffffe]) {
      expect(replicationKey(study, replication).join()).not.toBe(parameters);
    }
    expect(replicationKey(study, 3)).toEqual([...study, 3]);
  });
});
