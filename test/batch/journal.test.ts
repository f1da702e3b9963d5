import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Journal, type JournalIdentity, peekJournal } from '../../engine/batch/index.ts';
import type { UnitResult } from '../../engine/run/runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'schemelab-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const identity: JournalIdentity = { fingerprint: 'ab'.repeat(32), engine: '0.1.0', doubles: 3 };
const HEADER = 128;
const RECORD = 16 + 3 * 8;

let names = 0;
const newPath = (): string => join(folder, `${names++}.bin`);

function unit(draw: number, first = draw): UnitResult {
  return { draw, data: Float64Array.of(first, Number.NaN, -0) };
}

function write(path: string, draws: readonly number[]): void {
  const journal = Journal.create(path, identity);
  for (const draw of draws) journal.append(unit(draw));
  journal.close();
}

/** Opens, reads all and closes. */
function contents(path: string): { units: UnitResult[]; cut: number } {
  const journal = Journal.open(path, identity);
  const units = [...journal.done].map((draw) => journal.read(draw));
  journal.close();
  return { units, cut: journal.cut };
}

const same = (a: UnitResult, b: UnitResult): boolean =>
  a.draw === b.draw && a.data.every((x, i) => Object.is(x, b.data[i]));

describe('a journal', () => {
  it('gives back what was written, bit by bit, in a later process too', () => {
    const path = newPath();
    write(path, [5, 0, 2]);
    const { units, cut } = contents(path);
    expect(cut).toBe(0);
    expect(units.map((u) => u.draw)).toEqual([5, 0, 2]);
    for (const u of units) expect(same(u, unit(u.draw))).toBe(true);
  });

  it('reads what this process has appended, and goes on where another stopped', () => {
    const path = newPath();
    write(path, [1]);
    const journal = Journal.open(path, identity);
    journal.append(unit(9));
    expect(same(journal.read(9), unit(9))).toBe(true);
    expect([...journal.done]).toEqual([1, 9]);
    journal.close();
    expect(contents(path).units.length).toBe(2);
  });

  it('refuses a draw twice, a unit of another size, a draw it has not', () => {
    const journal = Journal.create(newPath(), identity);
    journal.append(unit(1));
    expect(() => journal.append(unit(1))).toThrow(/draw 1 is in the journal already/);
    expect(() => journal.append({ draw: 2, data: new Float64Array(4) })).toThrow(/4 doubles, not 3/);
    expect(() => journal.read(3)).toThrow(/draw 3 is not in the journal/);
    journal.close();
  });

  it('is not created over another, and is begun by open where there is none', () => {
    const path = newPath();
    write(path, [1]);
    expect(() => Journal.create(path, identity)).toThrow(
      expect.objectContaining({ code: 'journal-exists' }) as Error,
    );
    expect(contents(path).units.length).toBe(1);
    expect(contents(newPath()).units).toEqual([]);
  });
});

describe('a journal whose process was killed', () => {
  const whole = newPath();
  write(whole, [3, 1, 4]);
  const bytes = readFileSync(whole);
  expect(bytes.length).toBe(HEADER + 3 * RECORD);

  it('keeps every whole record when torn at any byte, and goes on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
        const path = newPath();
        writeFileSync(path, bytes.subarray(0, length));
        const journal = Journal.open(path, identity);
        const expected = Math.max(0, Math.floor((length - HEADER) / RECORD));
        expect([...journal.done]).toEqual([3, 1, 4].slice(0, expected));
        if (length >= HEADER) expect(journal.cut).toBe(length - HEADER - expected * RECORD);
        for (const draw of [3, 1, 4]) if (!journal.done.has(draw)) journal.append(unit(draw));
        journal.close();
        expect(readFileSync(path).equals(bytes)).toBe(true);
        rmSync(path);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('likewise at each byte of the last record', () => {
    for (let length = HEADER + 2 * RECORD; length < bytes.length; length++) {
      const path = newPath();
      writeFileSync(path, bytes.subarray(0, length));
      const journal = Journal.open(path, identity);
      expect([...journal.done]).toEqual([3, 1]);
      journal.append(unit(4));
      journal.close();
      expect(readFileSync(path).equals(bytes)).toBe(true);
      rmSync(path);
    }
  });

  it('drops a damaged record and no other, whichever bit is wrong, and puts the next in its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: HEADER, max: bytes.length - 1 }), fc.nat(7), (at, bit) => {
        const path = newPath();
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= 1 << bit;
        writeFileSync(path, damaged);
        const wrong = Math.floor((at - HEADER) / RECORD);
        const { units, cut } = contents(path);
        expect(units.map((u) => u.draw)).toEqual([3, 1, 4].filter((_, i) => i !== wrong));
        for (const u of units) expect(same(u, unit(u.draw))).toBe(true);
        expect(cut).toBe(RECORD);
        const journal = Journal.open(path, identity);
        journal.append(unit([3, 1, 4][wrong]!));
        journal.close();
        expect(readFileSync(path).equals(bytes)).toBe(true);
        rmSync(path);
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it('mends a header with a few wrong bytes, wherever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(HEADER - 1), { minLength: 1, maxLength: 8 }), (places) => {
        const path = newPath();
        const damaged = Buffer.from(bytes);
        for (const at of places) damaged[at] = ~damaged[at]! & 255;
        writeFileSync(path, damaged);
        expect(contents(path)).toEqual({ units: [unit(3), unit(1), unit(4)], cut: 0 });
        expect(readFileSync(path).equals(bytes)).toBe(true);
        rmSync(path);
      }),
      { seed: 13, numRuns: 60 },
    );
  });

  it('is begun again when even the header is torn', () => {
    for (const length of [0, 1, 64, HEADER - 1]) {
      const path = newPath();
      write(path, [7]);
      truncateSync(path, length);
      expect(contents(path).units).toEqual([]);
    }
  });

  it('says so when a record is damaged while it is open', () => {
    const path = newPath();
    write(path, [3, 1]);
    const journal = Journal.open(path, identity);
    const damaged = readFileSync(path);
    damaged[HEADER + 20]! ^= 1;
    writeFileSync(path, damaged);
    expect(() => journal.read(3)).toThrow(expect.objectContaining({ code: 'journal-corrupt' }) as Error);
    expect(same(journal.read(1), unit(1))).toBe(true);
    journal.close();
  });
});

describe('a journal that is not ours', () => {
  it.each([
    ['another study', { ...identity, fingerprint: 'cd'.repeat(32) }, /belongs to another study/],
    ['another engine', { ...identity, engine: '0.2.0' }, /written by engine 0\.1\.0, this is 0\.2\.0/],
    ['another size', { ...identity, doubles: 4 }, /belongs to another study/],
  ])('of %s is refused and left alone', (_, other, message) => {
    const path = newPath();
    write(path, [1, 2]);
    const before = readFileSync(path);
    expect(() => Journal.open(path, other)).toThrow(message);
    expect(() => Journal.open(path, other)).toThrow(
      expect.objectContaining({ code: 'journal-foreign' }) as Error,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['something else', Buffer.alloc(300, 'x')],
    ['something short', Buffer.from('hello')],
    [
      'the damaged header of another study',
      (() => {
        const path = newPath();
        Journal.create(path, { ...identity, fingerprint: 'cd'.repeat(32) }).close();
        const bytes = readFileSync(path);
        bytes[20]! ^= 1;
        return bytes;
      })(),
    ],
  ])('%s is refused and left alone', (_, bytes) => {
    const path = newPath();
    writeFileSync(path, bytes);
    expect(() => Journal.open(path, identity)).toThrow(/its header is damaged.*Remove this file/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('identities that cannot be kept are refused', () => {
    for (const wrong of [
      { ...identity, fingerprint: 'xyz' },
      { ...identity, engine: 'ünknown' },
      { ...identity, doubles: 0 },
    ]) {
      expect(() => Journal.create(newPath(), wrong)).toThrow(RangeError);
    }
  });
});

describe('a look into a journal', () => {
  it('tells whose it is and how far, without changing it', () => {
    const path = newPath();
    write(path, [1, 2]);
    truncateSync(path, HEADER + 2 * RECORD - 1);
    expect(peekJournal(path)).toEqual({ identity, units: 1 });
    expect(readFileSync(path).length).toBe(HEADER + 2 * RECORD - 1);
    expect(peekJournal(newPath())).toBe(null);
    const other = newPath();
    writeFileSync(other, 'x');
    expect(peekJournal(other)).toBe(null);
  });
});
