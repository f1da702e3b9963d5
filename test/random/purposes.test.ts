import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PURPOSES, purposeWord } from '../../engine/random/purposes.ts';

/** Numbers given so far. A purpose may be added at the end; none may be changed, reused or taken over. */
const GIVEN = {
  'arrival-count': 1,
  'lead-traits': 2,
  'lead-route': 3,
  touch: 4,
  renewal: 5,
  'customer-traits': 6,
  'customer-month': 7,
  'repeat-occasion': 8,
  'referral-identity': 9,
  'rep-traits': 10,
  'rep-month': 11,
  quit: 12,
  hire: 13,
  'market-month': 14,
  'market-shift': 15,
  'playbook-revision': 16,
  'quota-error': 17,
  'adoption-failure': 18,
  coverage: 19,
  collection: 20,
  'self-lead': 21,
  parameter: 22,
  territory: 23,
  helper: 24,
  discount: 25,
  reassign: 26,
  'churn-score': 27,
  expansion: 28,
  'pull-in': 29,
};

describe('purposes', () => {
  test('keep the numbers they were given', () => expect(PURPOSES).toMatchObject(GIVEN));

  test('are unique and fit the low byte of their word', () => {
    const numbers = Object.values(PURPOSES);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) {
      expect(number).toBeGreaterThan(0);
      expect(number).toBeLessThan(256);
    }
  });

  test('words tell purpose and identity apart', () => {
    const words = new Set<number>();
    for (const number of Object.values(PURPOSES)) {
      for (const identity of [0, 1, 16, 0x800000, 0xffffff]) words.add(purposeWord(number, identity) | 0);
    }
    expect(words.size).toBe(Object.values(PURPOSES).length * 5);
  });

  test('are named wherever the engine draws: no bare number stands for one', () => {
    const bare: string[] = [];
    for (const file of readdirSync('engine', { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join('engine', file), 'utf8');
      for (const match of text.matchAll(/\.draw\(([^,()]|\([^()]*\))*,\s*(\d+|purposeWord\(\s*\d)/g)) {
        bare.push(`${file}: ${match[0]}`);
      }
    }
    expect(bare).toEqual([]);
  });
});
