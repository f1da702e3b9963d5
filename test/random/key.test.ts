import { describe, expect, test } from 'vitest';
import { parameterKey, replicationKey, studyKey } from '../../engine/random/key.ts';

describe('keys', () => {
  // Pinned: seeds people have noted down must keep their meaning. Any change here breaks every published result.
  // Computed by coreutils: printf '%s' TEXT | sha256sum, the first 24 digits as three words.
  test.each([
    ['schemelab', [3484361687, 811469646, 1331996213]],
    ['board-2026', [1139335831, 1046541199, 2552820651]],
    ['', [3820012610, 2566659092, 2600203464]],
    ['销售', [4031448596, 1907490070, 1568339493]],
    ['1', [1803989619, 4281662689, 2641068110]],
  ] as const)('of seed text “%s” is pinned', (text, key) => {
    expect(studyKey(text)).toEqual(key);
  });

  test('of 100,000 different texts of all kinds differ', () => {
    const texts = new Set<string>();
    for (let i = 0; i < 40_000; i++) texts.add(String(i));
    // The same numbers written twice over, and shapes of text that differ by their length alone.
    for (let i = 0; i < 15_000; i++) texts.add(`${i}${i}`);
    for (let i = 1; i <= 200; i++)
      for (const one of ['1', 'a', '销', '🦊', '0', '-']) texts.add(one.repeat(i));
    // Single characters, of which an 8-bit cut would leave 256: Chinese ones, and pairs beyond the basic plane.
    for (let i = 0; i < 20_000; i++) texts.add(String.fromCodePoint(0x4e00 + i));
    for (let i = 0; i < 1_000; i++) texts.add(String.fromCodePoint(0x1f300 + i));
    // Long texts that differ in one place: the first, the middle or the last.
    const long = 'what if we uncapped commissions? '.repeat(6);
    for (let i = 0; i < 3_000; i++) {
      texts.add(`${i} ${long}`).add(`${long}${i}${long}`).add(`${long} ${i}`);
    }
    for (let i = 0; i < 12_000; i++) texts.add(`board-${i}`).add(`${i}-board`);
    expect(texts.size).toBeGreaterThan(100_000);
    const keys = new Set(Array.from(texts, (text) => studyKey(text).join()));
    expect(keys.size).toBe(texts.size);
  });

  test('do not depend on blanks around a text or on how a character is composed', () => {
    expect(studyKey(' board-2026\n')).toEqual(studyKey('board-2026'));
    expect(studyKey('cafe\u0301')).toEqual(studyKey('caf\u00e9'));
    expect(studyKey('board 2026')).not.toEqual(studyKey('board2026'));
    expect(studyKey('A')).not.toEqual(studyKey('a'));
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
